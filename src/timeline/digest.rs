//! The chronology in short: the days that matter most, a few sentences each.

use std::collections::{BTreeMap, BTreeSet};

use super::{Timeline, salience};
use crate::calendar::{Date, Interval, shift};
use crate::text::Kind;

/// What to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// No day before this one.
    pub since: Option<Date>,
    /// No day after this one.
    pub until: Option<Date>,
    /// How many days.
    pub days: usize,
    /// How many sentences of each day.
    pub sentences: usize,
}

/// How many days after a day its news is still being written.
const NEWS: i64 = 2;
/// How many sentences from the top of such an article are about it.
const LEAD: usize = 5;
/// Words shared with one already taken, as a share of the shorter, from which a sentence tells nothing new.
const SAME: f32 = 0.6;
/// Sentences of fewer words tell nothing, of more words too much.
const LENGTH: std::ops::RangeInclusive<usize> = 6..=60;

/// The days that matter most within the span, in order of time, each with the sentences that tell it best.
pub fn digest(timeline: &Timeline, ask: &Ask) -> BTreeMap<Date, Vec<String>> {
    let inside = |day: &Date| ask.since.is_none_or(|it| it <= *day) && ask.until.is_none_or(|it| *day <= it);
    let mut days: Vec<(Date, f64)> = salience::days(&timeline.articles).into_iter().filter(|it| inside(&it.0)).collect();
    days.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    days.truncate(ask.days);
    let chosen: BTreeSet<Date> = days.into_iter().map(|it| it.0).collect();
    let mut told = tellings(timeline, &chosen);
    chosen.into_iter().map(|day| (day, best(told.remove(&day).unwrap_or_default(), ask.sentences))).collect()
}

/// One sentence that may stand for a day.
struct Telling {
    text: String,
    words: Vec<String>,
    /// Whether it says the day.
    says: bool,
}

/// For each day: the sentences that say it, and the first of articles written on it or just after.
fn tellings(timeline: &Timeline, chosen: &BTreeSet<Date>) -> BTreeMap<Date, Vec<Telling>> {
    let mut out: BTreeMap<Date, Vec<Telling>> = BTreeMap::new();
    let mut seen: BTreeSet<(Date, String)> = BTreeSet::new();
    for article in timeline.articles.iter().filter(|it| it.copy_of.is_none()) {
        let document = article.document();
        let published = article.published.and_then(|it| it.single_day());
        let mut high = 0;
        for sentence in &document.sentences {
            let is_body = document.paragraphs.get(sentence.paragraph as usize).is_some_and(|it| it.kind == Kind::Body);
            if !is_body {
                continue;
            }
            high += 1;
            let mut says: BTreeSet<Date> = article
                .dated
                .iter()
                .filter(|it| article.analysis.timexes.get(it.timex as usize).is_some_and(|it| sentence.range.holds(it.range)))
                .filter_map(|it| it.when.as_ref())
                .filter_map(Interval::single_day)
                .collect();
            says.retain(|it| chosen.contains(it));
            let mut leads: BTreeSet<Date> = BTreeSet::new();
            if let Some(published) = published.filter(|_| high <= LEAD) {
                leads.extend(chosen.range(shift::days(published, -NEWS)..=published).copied());
            }
            if says.is_empty() && leads.is_empty() {
                continue;
            }
            let text = document.quote(sentence.range);
            let words = words(&text);
            if !LENGTH.contains(&words.len()) {
                continue;
            }
            for &day in says.union(&leads) {
                if seen.insert((day, text.clone())) {
                    let telling = Telling { text: text.clone(), words: words.clone(), says: says.contains(&day) };
                    out.entry(day).or_default().push(telling);
                }
            }
        }
    }
    out
}

/// The sentences most like all the others of the day, none like one already taken. Words count where both those that say
/// the day and those that only follow it use them.
fn best(tellings: Vec<Telling>, n: usize) -> Vec<String> {
    let mut says: BTreeMap<&str, f32> = BTreeMap::new();
    let mut leads: BTreeMap<&str, f32> = BTreeMap::new();
    for it in &tellings {
        let of = if it.says { &mut says } else { &mut leads };
        it.words.iter().collect::<BTreeSet<_>>().into_iter().for_each(|word| *of.entry(word).or_default() += 1.0);
    }
    let total = tellings.len().max(1) as f32;
    let weight = |word: &str| {
        let (a, b) = (says.get(word).copied().unwrap_or(0.0), leads.get(word).copied().unwrap_or(0.0));
        let both = if leads.is_empty() || (a > 0.0 && b > 0.0) { 1.0 } else { 0.3 };
        both * (a + b) * (total / (a + b)).ln().max(0.1) / total
    };
    let mut ranked: Vec<(f32, &Telling)> = tellings
        .iter()
        .filter(|it| it.says || says.is_empty())
        .map(|it| {
            let distinct: BTreeSet<&str> = it.words.iter().map(String::as_str).collect();
            let sum: f32 = distinct.iter().map(|word| weight(word)).sum();
            (sum / (distinct.len() as f32).sqrt().max(1.0), it)
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.text.cmp(&b.1.text)));
    let mut taken: Vec<&Telling> = Vec::new();
    for (_, it) in ranked {
        if taken.len() == n {
            break;
        }
        if taken.iter().all(|kept| shared(&kept.words, &it.words) < SAME) {
            taken.push(it);
        }
    }
    taken.into_iter().map(|it| it.text.clone()).collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|it| it.chars().count() > 2).map(str::to_lowercase).collect()
}

fn shared(a: &[String], b: &[String]) -> f32 {
    let (a, b): (BTreeSet<&String>, BTreeSet<&String>) = (a.iter().collect(), b.iter().collect());
    a.intersection(&b).count() as f32 / (a.len().min(b.len()).max(1)) as f32
}
