//! The sums by which a cluster of mentions is compared: an average over all pairs without looking at one pair.

use std::sync::Arc;

use super::days::Days;
use super::facts::{Facts, Folder};
use super::sparse::Sparse;

/// Sums over the mentions of a cluster.
#[derive(Clone, Debug, Default)]
pub(crate) struct Centroid {
    /// How many mentions.
    pub(crate) n: f32,
    /// How many of them are not supporting.
    pub(crate) main: f32,
    /// On which days it may lie.
    pub(crate) days: Days,
    /// How many of them say a date that is long past.
    pub(crate) recalled: f32,
    /// How many of them are told as lying ahead.
    pub(crate) planned: f32,
    /// Sum of words.
    pub(crate) words: Sparse,
    /// Sum of what their articles are about.
    pub(crate) story: Arc<Sparse>,
    /// How alike any two articles of the folder are.
    pub(crate) usual: f32,
    /// Sum of what is done.
    pub(crate) deeds: Sparse,
    /// Sum of what the nouns tell that the day itself belongs to.
    pub(crate) of_day: Sparse,
    /// How many mentions each speaker says.
    pub(crate) speakers: Sparse,
    /// How many mentions name each name, times its weight.
    pub(crate) names: Sparse,
    /// How many mentions stand in each article.
    pub(crate) articles: Sparse,
    /// Runs of quoted words, ascending.
    pub(crate) quotes: Vec<u64>,
    /// Smallest and largest of each thing counted, ascending by thing.
    pub(crate) figures: Vec<(u64, f32, f32)>,
}

impl Centroid {
    /// Of one mention.
    pub(crate) fn of(facts: &Facts, folder: &Folder) -> Centroid {
        let mut figures: Vec<(u64, f32, f32)> = facts.figures.iter().map(|it| (it.0, it.1, it.1)).collect();
        merge_figures(&mut figures);
        Centroid {
            n: 1.0,
            main: if facts.supporting { 0.0 } else { 1.0 },
            days: Days::of(facts),
            recalled: if facts.recalled { 1.0 } else { 0.0 },
            planned: if facts.planned { 1.0 } else { 0.0 },
            words: facts.words.clone(),
            story: Arc::clone(&folder.stories[facts.article as usize]),
            usual: folder.usual,
            deeds: facts.deeds.clone(),
            of_day: facts.of_day.clone(),
            speakers: Sparse(facts.speaker.map(|it| (it, 1.0)).into_iter().collect()),
            names: facts.names.clone(),
            articles: Sparse(vec![(u64::from(facts.origin), 1.0)]),
            quotes: facts.quotes.clone(),
            figures,
        }
    }

    /// Takes in another cluster.
    pub(crate) fn add(&mut self, other: &Centroid) {
        self.n += other.n;
        self.usual = other.usual;
        self.main += other.main;
        self.recalled += other.recalled;
        self.planned += other.planned;
        self.days = self.days.and(&other.days);
        self.words.add(&other.words);
        Arc::make_mut(&mut self.story).add(&other.story);
        self.deeds.add(&other.deeds);
        self.of_day.add(&other.of_day);
        self.speakers.add(&other.speakers);
        self.names.add(&other.names);
        self.articles.add(&other.articles);
        self.quotes.extend(&other.quotes);
        self.quotes.sort_unstable();
        self.quotes.dedup();
        self.figures.extend(&other.figures);
        merge_figures(&mut self.figures);
    }
}

fn merge_figures(figures: &mut Vec<(u64, f32, f32)>) {
    figures.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2)));
    figures.dedup_by(|it, kept| {
        let same = it.0 == kept.0;
        if same {
            *kept = (kept.0, kept.1.min(it.1), kept.2.max(it.2));
        }
        same
    });
}
