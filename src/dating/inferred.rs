//! The day of writing where the page does not state it: what dated articles that tell the same make likely, and what the
//! article's own words allow. Doubt widens the answer, or leaves it out.

use std::collections::{BTreeMap, BTreeSet};

use super::clue::{Clue, Said};
use super::likeness::{Neighbour, shared_words};
use super::{Basis, Published};
use crate::calendar::{Date, Datelike, Interval, shift};
use crate::events::Analysis;

/// How many dated neighbours speak.
const N_SPEAKERS: usize = 12;
/// How alike the nearest must be.
const ALIKE: f64 = 0.10;
/// How fast a story grows old: the days in which its share in the news falls to a third.
const DECAY: f64 = 1.3;
/// How far from a neighbour's day an article may lie.
const REACH: i64 = 10;
/// How much the neighbours count beside the words.
const TRUST: f64 = 1.6;
/// What must be left of certainty for an answer of up to three days, and for a wider one.
const SURE: f64 = 0.80;
const SURE_WIDE: f64 = 0.90;

/// What is known of the article to be dated.
pub(super) struct Case<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) clues: &'a [Said],
    pub(super) neighbours: &'a [Neighbour],
}

/// The day of writing as far as the evidence narrows it; `known` holds the articles that are dated without this one.
pub(super) fn infer(case: &Case<'_>, analyses: &[&Analysis], known: &[Option<Published>]) -> Option<Published> {
    let speakers: Vec<(&Neighbour, Interval)> = case
        .neighbours
        .iter()
        .filter_map(|it| Some((it, known[it.article].as_ref()?.when)))
        .filter(|it| it.1.n_days() <= 3)
        .take(N_SPEAKERS)
        .collect();
    let is_alike = speakers.first().is_some_and(|it| it.0.strength() >= ALIKE);
    let speakers = if is_alike { speakers } else { Vec::new() };
    let days = days(case, &speakers);
    let mut likely: BTreeMap<Date, f64> = BTreeMap::new();
    for day in days {
        let words: f64 = case.clues.iter().map(|it| it.weight * it.clue.likelihood(day)).sum();
        let told = TRUST * (density(&speakers, day) + 0.004).ln();
        likely.insert(day, words + told);
    }
    let top = likely.values().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = likely.values().map(|it| (it - top).exp()).sum();
    likely.values_mut().for_each(|it| *it = (*it - top).exp() / sum);
    let window = [1, 2, 3].into_iter().find_map(|n| window(&likely, n, SURE));
    let (first, last) = window.or_else(|| [5, 7, 10, 14].into_iter().find_map(|n| self::window(&likely, n, SURE_WIDE)))?;
    let why = why(case, analyses, &speakers, first, last);
    (!why.is_empty()).then(|| Published { when: Interval::within_days(first, last), basis: Basis::Inferred, why })
}

/// The days that come into question.
fn days(case: &Case<'_>, speakers: &[(&Neighbour, Interval)]) -> BTreeSet<Date> {
    let mut days = BTreeSet::new();
    for (_, when) in speakers {
        for n in -REACH..=REACH + when.n_days() - 1 {
            days.insert(shift::days(when.first_day(), n));
        }
    }
    // A day that the article gives without its year, in the years that its words and its neighbours speak of.
    let years: BTreeSet<i32> = {
        let said = case.clues.iter().filter_map(|it| if let Clue::Day(day, _) = it.clue { Some(day.year()) } else { None });
        let last = said.max();
        let spoken = speakers.iter().map(|it| it.1.first_day().year());
        spoken.flat_map(|it| it - 1..=it + 1).chain(last.into_iter().flat_map(|it| it..=it + 5)).collect()
    };
    for said in case.clues {
        if let Clue::Written(year, month, day) = said.clue {
            days.extend(
                year.map(|_| year)
                    .into_iter()
                    .flatten()
                    .chain(years.iter().copied())
                    .filter_map(|it| Date::from_ymd_opt(it, month, day)),
            );
        }
    }
    days
}

/// How much is told around a day of what the article tells, 0 to 1.
fn density(speakers: &[(&Neighbour, Interval)], day: Date) -> f64 {
    let weight = |it: &Neighbour| it.strength().min(1.0).powi(2);
    let all: f64 = speakers.iter().map(|it| weight(it.0)).sum();
    let near = |when: &Interval| {
        let far = (when.first_day() - day).num_days().max((day - when.last_day()).num_days()).max(0);
        (-(far as f64) / DECAY).exp()
    };
    if all > 0.0 { speakers.iter().map(|it| weight(it.0) * near(&it.1)).sum::<f64>() / all } else { 0.0 }
}

/// The first and last of the `n` days in a row that are together the most likely, where that is sure enough.
fn window(likely: &BTreeMap<Date, f64>, n: i64, sure: f64) -> Option<(Date, Date)> {
    let sums = likely.keys().map(|&first| {
        let last = shift::days(first, n - 1);
        (first, last, likely.range(first..=last).map(|it| it.1).sum::<f64>())
    });
    // Of equals the earliest.
    let best = sums.fold(None, |best: Option<(Date, Date, f64)>, it| match best {
        Some(best) if best.2 >= it.2 => Some(best),
        _ => Some(it),
    })?;
    (best.2 >= sure).then_some((best.0, best.1))
}

/// The evidence in words.
fn why(case: &Case<'_>, analyses: &[&Analysis], speakers: &[(&Neighbour, Interval)], first: Date, last: Date) -> String {
    let (from, to) = (shift::days(first, -2), shift::days(last, 2));
    let mut parts = Vec::new();
    let near = speakers.iter().filter(|it| from <= it.1.last_day() && it.1.first_day() <= to).take(2);
    for (neighbour, when) in near {
        let other = analyses[neighbour.article];
        let name = other.document.source.title.as_deref().unwrap_or(&other.document.source.id);
        let shared = shared_words(case.analysis, other, 3).join(", ");
        let quote = if neighbour.n_shared > 2 { ", some of it word for word" } else { "" };
        let shared = if shared.is_empty() { String::new() } else { format!(" ({shared})") };
        parts.push(format!("it tells what “{name}” of {} tells{shared}{quote}", when.first_day()));
    }
    let document = &case.analysis.document;
    for said in case.clues {
        let words = document.quote(said.range);
        let part = match said.clue {
            Clue::Written(_, month, day) if words.is_empty() => format!("its date line names day {day} of month {month}"),
            Clue::Written(..) | Clue::WrittenOn(_) => format!("it says “{words}”"),
            Clue::Saved(day) => format!("the page was saved on {day}"),
            Clue::Day(..) | Clue::MonthDay(..) | Clue::Weekday(..) | Clue::Weekend(_) | Clue::EarlierThisWeek => {
                if parts.len() >= 5 || said.clue.likelihood(first).max(said.clue.likelihood(last)) < -2.0 {
                    continue;
                }
                format!("“{words}” fits")
            }
        };
        parts.push(part);
    }
    parts.join("; ")
}
