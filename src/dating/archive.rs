//! The folder as evidence: its articles by their words, and what those tell whose days are known.

use super::clue::{self, Said};
use super::happened::{Happened, Meant};
use super::likeness::{Index, Neighbour, Runs};
use super::phrase::{News, Phrases, Told};
use super::stated::Stated;
use crate::calendar::Interval;
use crate::events::{Analysis, Cues};

/// What the articles are, whenever they were written.
pub(super) struct Articles<'a> {
    pub(super) analyses: &'a [&'a Analysis],
    pub(super) index: Index,
    phrases: Phrases,
    cues: &'a Cues,
    /// The place of each in an order that does not hang on the order in which they come.
    order: Vec<usize>,
}

/// What they tell as long as these days are known.
pub(super) struct Archive<'a> {
    pub(super) articles: &'a Articles<'a>,
    pub(super) news: News<'a>,
    runs: Runs,
    happened: Happened,
    /// Which articles tell of many days, so that what they share with another tells nothing of their own.
    pub(super) is_chronicle: Vec<bool>,
}

/// What is known of an article to be dated before others are.
pub(super) struct Case {
    pub(super) article: usize,
    pub(super) clues: Vec<Said>,
    pub(super) neighbours: Vec<Neighbour>,
    pub(super) told: Told,
    pub(super) meant: Vec<Meant>,
}

impl<'a> Articles<'a> {
    pub(super) fn read(analyses: &'a [&'a Analysis], cues: &'a Cues) -> Articles<'a> {
        let (index, phrases) = rayon::join(|| Index::build(analyses), || Phrases::build(analyses));
        Articles { analyses, index, phrases, cues, order: order(analyses) }
    }
}

impl<'a> Archive<'a> {
    pub(super) fn build(articles: &'a Articles<'a>, days: &[Option<Interval>]) -> Archive<'a> {
        let is_chronicle = articles.analyses.iter().zip(days);
        let is_chronicle = is_chronicle.map(|(it, day)| day.is_some_and(|day| clue::is_chronicle(it, &day)));
        let of_words = || rayon::join(|| News::build(&articles.phrases, days), || articles.index.runs(days));
        let ((news, runs), happened) = rayon::join(of_words, || Happened::build(articles.analyses, days));
        Archive { articles, news, runs, happened, is_chronicle: is_chronicle.collect() }
    }

    /// What is known of an article that is not among the dated.
    pub(super) fn case(&self, article: usize, stated: &Stated) -> Case {
        let Articles { analyses, index, cues, order, .. } = self.articles;
        Case {
            article,
            clues: clue::clues(analyses[article], stated, cues),
            neighbours: index.neighbours(article, &self.runs, order),
            told: self.news.told(article),
            meant: self.happened.meant(analyses[article]),
        }
    }
}

fn order(analyses: &[&Analysis]) -> Vec<usize> {
    let key = |it: usize| {
        let source = &analyses[it].document.source;
        (&source.path, &source.id, &source.sha256)
    };
    let mut sorted: Vec<usize> = (0..analyses.len()).collect();
    sorted.sort_by(|a, b| key(*a).cmp(&key(*b)));
    let mut order = vec![0; sorted.len()];
    sorted.into_iter().enumerate().for_each(|(n, it)| order[it] = n);
    order
}
