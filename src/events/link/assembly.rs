//! Linking again after an article came or went: only the days it speaks of are clustered anew, and the outcome is the same
//! as that of a fresh run.

use std::collections::BTreeMap;

use super::bucket::{self, Cluster, SAME_DAY, UNDATED};
use super::facts::{self, Facts, Folder};
use super::weights::Weights;
use super::{join, mix, tell};
use crate::events::{Article, Entity, Event, Mention};

/// First and last day of a bucket as numbers; `None` holds what is undated.
type Span = Option<(i32, i32)>;

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
    buckets: BTreeMap<Span, (u64, Vec<Cluster>)>,
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
        let mut spans: BTreeMap<Span, Vec<&Facts>> = BTreeMap::new();
        for it in &folder.facts {
            spans.entry(it.days).or_default().push(it);
        }
        let mut kept = std::mem::take(&mut self.buckets);
        self.touched = Touched { buckets: spans.len(), anew: 0 };
        let mut out = Vec::new();
        for (span, mentions) in spans {
            let stamp = mentions.iter().fold(0, |sum, it| mix(sum, it.stamp));
            let clusters = match kept.remove(&span) {
                Some((known, clusters)) if known == stamp => clusters,
                Some(_) | None => {
                    self.touched.anew += 1;
                    bucket::cluster(&mentions, folder, if span.is_some() { &SAME_DAY } else { &UNDATED })
                }
            };
            out.extend(clusters.iter().map(|it| it.iter().map(|&at| mentions[at as usize].mention).collect::<Cluster>()));
            self.buckets.insert(span, (stamp, clusters));
        }
        out
    }
}
