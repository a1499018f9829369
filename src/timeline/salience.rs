//! How much days and events matter: by how many days of writing come back to them, and how much later.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::{Date, Interval};
use crate::events::copies::origin;
use crate::events::{Article, Event, Mention, Weight};

/// What a day of writing on the day itself, before it, or of unknown date adds: the logarithm of this.
const AT_ONCE: f64 = 1.5;
/// What each sentence adds: only to tell apart days that are otherwise alike.
const PER_SENTENCE: f64 = 1e-4;

/// How much each day matters: the sum, over the days on which articles that mention it were written, of the logarithm of how
/// many days had passed.
///
/// Counting sentences and articles, as the literature does, measures how much was written; a wave of news about a day that
/// is forgotten the next is loud too. What is still told a week and a month later is what editors keep.
pub fn days(articles: &[Article]) -> BTreeMap<Date, f64> {
    let mut written: BTreeMap<Date, BTreeSet<(Option<Date>, u32)>> = BTreeMap::new();
    let mut sentences: BTreeMap<Date, u32> = BTreeMap::new();
    for (i, article) in articles.iter().enumerate().filter(|it| it.1.copy_of.is_none()) {
        let published = article.published.map(|it| it.first_day());
        // Articles of unknown day are each a writing of their own.
        let writing = (published, if published.is_none() { i as u32 } else { 0 });
        for day in article.dated.iter().filter_map(|it| it.when.as_ref()).filter_map(Interval::single_day) {
            written.entry(day).or_default().insert(writing);
            *sentences.entry(day).or_default() += 1;
        }
    }
    let score = |day: Date, written: &BTreeSet<(Option<Date>, u32)>| -> f64 {
        let passed = |it: &Option<Date>| it.map_or(0, |it| (it - day).num_days().max(0));
        written.iter().map(|it| (AT_ONCE + passed(&it.0) as f64).ln()).sum()
    };
    written
        .iter()
        .map(|(&day, written)| (day, score(day, written) + PER_SENTENCE * f64::from(sentences.get(&day).copied().unwrap_or(0))))
        .collect()
}

/// Sets how much each event matters, 0 to 1, against the event that matters most: by its independent sources and the days on
/// which they were written, those that say when it was before those that only speak of it.
pub fn set(events: &mut [Event], articles: &[Article], mentions: &[Mention]) {
    let raw: Vec<f64> = events.iter().map(|it| weight(it, articles, mentions)).collect();
    let most = raw.iter().copied().fold(0.0, f64::max);
    for (event, raw) in events.iter_mut().zip(raw) {
        event.salience = if most > 0.0 { (raw / most) as f32 } else { 0.0 };
    }
}

fn weight(event: &Event, articles: &[Article], mentions: &[Mention]) -> f64 {
    let told: Vec<&Mention> = event.told(mentions).collect();
    let dated: Vec<&Mention> = told.iter().copied().filter(|it| it.when.is_some()).collect();
    let n_sources = |of: &[&Mention]| of.iter().map(|it| origin(articles, it.document)).collect::<BTreeSet<u32>>().len() as f64;
    let n_days = |of: &[&Mention]| {
        let published = of.iter().filter_map(|it| articles.get(it.document as usize)?.published);
        published.map(|it| it.first_day()).collect::<BTreeSet<Date>>().len() as f64
    };
    let sources = weighed(n_sources(&dated), f64::from(event.independent));
    let days = weighed(n_days(&dated), n_days(&told));
    let of_a_day = if event.when.is_some_and(|it| it.single_day().is_some()) { 1.0 } else { 0.5 };
    let founded = if told.iter().any(|it| it.weight == Weight::Main) { 1.0 } else { 0.5 };
    founded * of_a_day * ((1.0 + sources).ln() + 0.5 * (1.0 + days).ln())
}

/// What one that speaks of an event without its day counts, against one that says when it was.
const UNDATED: f64 = 0.25;

fn weighed(dated: f64, all: f64) -> f64 {
    dated + UNDATED * (all - dated).max(0.0)
}
