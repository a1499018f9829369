//! Linking again after an article came or went: only the days it speaks of are clustered anew, and the outcome is the same
//! as that of a fresh run.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::bucket::{self, Cluster, SAME_DAY, SAME_STORY};
use super::facts::{self, Facts, Folder};
use super::weights::Weights;
use super::{join, mix, story, tell};
use crate::events::{Article, Entity, Event, Mention};

/// What a bucket holds: mentions of one span of days, first and last as numbers, or the undated ones of one story, by
/// its first article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Span {
    Days(i32, i32),
    Story(u32),
}

/// How much of the last linking was new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// How many buckets of days there are.
    pub buckets: usize,
    /// How many of them were clustered anew.
    pub anew: usize,
}

/// Clusters of each bucket as they were last time, under a hash of all that they depend on.
#[derive(Clone, Debug, Default)]
pub struct Assembly {
    buckets: HashMap<u64, Vec<Cluster>>,
    touched: Touched,
}

impl Assembly {
    /// The events that the mentions tell; see [`link`](super::link).
    pub fn link(&mut self, articles: &[Article], mentions: &[Mention], entities: &[Entity]) -> Vec<Event> {
        let mut weights = Weights::background();
        let folder = facts::read(&mut weights, articles, mentions, entities);
        let clusters = self.cluster(&folder);
        let joined = join::join(&clusters, &folder);
        tell::tell(&joined, &folder, articles, mentions, entities)
    }

    /// How much of the last linking was new.
    pub fn touched(&self) -> Touched {
        self.touched
    }

    fn cluster(&mut self, folder: &Folder) -> Vec<Cluster> {
        let kept = std::mem::take(&mut self.buckets);
        let spans: Vec<(Span, Vec<&Facts>)> = spans(folder).into_iter().collect();
        let stamp = |mentions: &[&Facts]| mentions.iter().fold(0, |sum, it| mix(sum, it.stamp));
        let stamps: Vec<u64> = spans.iter().map(|it| stamp(&it.1)).collect();
        let anew = stamps.iter().filter(|it| !kept.contains_key(it)).count();
        self.touched = Touched { buckets: spans.len(), anew };
        let cluster = |(stamp, (span, mentions)): (&u64, &(Span, Vec<&Facts>))| {
            let wants = match span {
                Span::Days(..) => &SAME_DAY,
                Span::Story(_) => &SAME_STORY,
            };
            kept.get(stamp).cloned().unwrap_or_else(|| bucket::cluster(mentions, folder, wants))
        };
        let clusters: Vec<Vec<Cluster>> = stamps.par_iter().zip(&spans).map(cluster).collect();
        let mut out = Vec::new();
        for ((stamp, (_, mentions)), clusters) in stamps.into_iter().zip(spans).zip(clusters) {
            out.extend(clusters.iter().map(|it| it.iter().map(|&at| mentions[at as usize].mention).collect::<Cluster>()));
            self.buckets.insert(stamp, clusters);
        }
        out
    }
}

fn spans(folder: &Folder) -> BTreeMap<Span, Vec<&Facts>> {
    let mut undated: Vec<u32> = folder.facts.iter().filter(|it| it.bucket_days().is_none()).map(|it| it.article).collect();
    undated.dedup();
    let mut story_of: HashMap<u32, u32> = HashMap::new();
    for story in story::stories(&undated, folder) {
        story_of.extend(story.iter().map(|&it| (it, story[0])));
    }
    let mut out: BTreeMap<Span, Vec<&Facts>> = BTreeMap::new();
    for it in &folder.facts {
        let span = match it.bucket_days() {
            Some((first, last)) => Span::Days(first, last),
            None => Span::Story(story_of[&it.article]),
        };
        out.entry(span).or_default().push(it);
    }
    // Where no day tells the mentions of one sentence apart, the first of its main ones stands for it.
    for (span, list) in &mut out {
        if matches!(span, Span::Story(_)) {
            list.sort_by_key(|it| (it.article, it.sentence, it.supporting, it.mention));
            list.dedup_by_key(|it| (it.article, it.sentence));
        }
    }
    out
}
