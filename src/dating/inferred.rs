//! The day of writing where the page does not state it: what dated articles that tell the same make likely, and what the
//! article's own words allow. Doubt widens the answer, or leaves it out.

use std::collections::{BTreeMap, BTreeSet};

use super::clue::{Clue, Said, days_behind};
use super::likeness::{Neighbour, shared_words};
use super::{Basis, Published};
use crate::calendar::{Date, Datelike, Interval, shift};
use crate::events::Analysis;

/// How many dated neighbours speak.
const N_SPEAKERS: usize = 12;
/// How fast a story grows old: the days in which its share in the news falls to a third.
const DECAY: f64 = 1.5;
/// How far from a neighbour's day an article may lie.
const REACH: i64 = 6;
/// How much the neighbours count, and the words.
const TRUST: f64 = 2.2;
const WORDS: f64 = 0.9;
/// What speaks for a day of which no neighbour tells.
const FLOOR: f64 = 0.03;
/// What must be left of certainty for an answer of one or two days, of three, and of more. The first and the last are
/// shares; for three days the share is weighed with the likeness of the nearest neighbour.
const SURE: f64 = 0.90;
const SURE_OF_THREE: f64 = 0.68;
const SURE_WIDE: f64 = 0.94;
/// How far an article is to be trusted that names a day near the one in question.
const NAMED: f64 = 0.8;
/// A day at the end of an answer is left out that is less likely than this share of the likeliest.
const SLIGHT: f64 = 0.15;
/// How alike the nearest must be for an answer wider than three days.
const ALIKE: f64 = 0.20;

/// What is known of the article to be dated.
pub(super) struct Case<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) clues: &'a [Said],
    pub(super) neighbours: &'a [Neighbour],
}

/// How many days an answer may span, in the order in which answers are taken: the surest first.
pub(super) const WIDEST: [i64; 3] = [2, 3, 14];

/// The day of writing as far as the evidence narrows it to so many days or fewer; `known` holds the articles that are
/// dated without this one.
pub(super) fn infer(case: &Case<'_>, analyses: &[&Analysis], known: &[Option<Published>], widest: i64) -> Option<Published> {
    let speakers: Vec<(&Neighbour, Interval)> = case
        .neighbours
        .iter()
        .filter_map(|it| Some((it, known[it.article].as_ref()?.when)))
        .filter(|it| it.1.n_days() <= 3)
        .take(N_SPEAKERS)
        .collect();
    let days = days(case, &speakers);
    let held = case.clues.iter().find_map(|it| if let Clue::Between(first, last) = it.clue { Some((first, last)) } else { None });
    // One neighbour tells less of the very day than a dozen do.
    let trust = TRUST * ((speakers.len() as f64 + 4.0) / (N_SPEAKERS as f64 - 2.0)).min(1.0);
    let mut likely: BTreeMap<Date, f64> = BTreeMap::new();
    for day in days.into_iter().filter(|day| held.is_none_or(|it| it.0 <= *day && *day <= it.1)) {
        let words: f64 = WORDS * case.clues.iter().map(|it| it.weight * it.clue.likelihood(day)).sum::<f64>();
        let told = trust * (density(&speakers, day) + FLOOR).ln();
        likely.insert(day, words + told);
    }
    let top = likely.values().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = likely.values().map(|it| (it - top).exp()).sum();
    likely.values_mut().for_each(|it| *it = (*it - top).exp() / sum);
    let alike = confidence(case, &speakers, &likely);
    let needed = SURE_OF_THREE / alike.sqrt().max(0.1);
    let steps = [(1, SURE.max(needed)), (2, SURE.max(needed)), (3, needed)].into_iter();
    let wider = [5, 7, 10, 14].into_iter().map(|n| (n, SURE_WIDE)).filter(|_| alike >= ALIKE);
    let found = steps.chain(wider).filter(|it| it.0 <= widest).find_map(|(n, sure)| window(&likely, n, sure));
    let found = found.map(|it| trim(&likely, it.0, it.1));
    // Days between which the article stands in its file are the answer where they are few, or where nothing narrows them.
    let n_held = held.map(|it| (it.1 - it.0).num_days() + 1);
    let (first, last) = match n_held {
        Some(n) if n <= 3 => held?,
        Some(n) if found.is_none() && widest > 3 && n <= 2 * widest => held?,
        Some(_) | None => found?,
    };
    let why = why(case, analyses, &speakers, first, last);
    (!why.is_empty()).then(|| Published { when: Interval::within_days(first, last), basis: Basis::Inferred, why })
}

/// How far the frame is to be trusted in which the words were weighed, 0 to 1: the likeness of the nearest neighbour, or
/// more where the article itself names a day near by.
fn confidence(case: &Case<'_>, speakers: &[(&Neighbour, Interval)], likely: &BTreeMap<Date, f64>) -> f64 {
    let alike = speakers.first().map_or(0.0, |it| it.0.strength().min(1.0));
    let best = likely.iter().fold(None, |best: Option<(Date, f64)>, (day, it)| match best {
        Some(best) if best.1 >= *it => Some(best),
        _ => Some((*day, *it)),
    });
    let Some((best, _)) = best else { return 0.0 };
    let own = case.clues.iter().map(|it| match it.clue {
        Clue::Between(first, last) if (last - first).num_days() <= 3 => 1.0,
        Clue::Written(..) => 1.0,
        Clue::MonthDay(month, day, _) if days_behind(best, month, day).abs() <= REACH => NAMED * it.weight.max(0.8),
        Clue::Day(day, _) if (best - day).num_days().abs() <= REACH => NAMED * it.weight.max(0.8),
        _ => 0.0,
    });
    own.fold(alike, f64::max)
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
        if let Clue::Between(first, last) = said.clue {
            days.extend((0..=(last - first).num_days().min(120)).map(|n| shift::days(first, n)));
        }
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

/// How much is told around a day of what the article tells.
fn density(speakers: &[(&Neighbour, Interval)], day: Date) -> f64 {
    let near = |when: &Interval| {
        let far = (when.first_day() - day).num_days().max((day - when.last_day()).num_days()).max(0);
        (-(far as f64) / DECAY).exp()
    };
    speakers.iter().map(|it| it.0.strength().min(1.0) * near(&it.1)).sum()
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

/// The window without the days at its ends that hardly come into question beside the likeliest.
fn trim(likely: &BTreeMap<Date, f64>, first: Date, last: Date) -> (Date, Date) {
    let top = likely.range(first..=last).map(|it| *it.1).fold(0.0, f64::max);
    let days: Vec<Date> = likely.range(first..=last).filter(|it| *it.1 >= SLIGHT * top).map(|it| *it.0).collect();
    match (days.first(), days.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => (first, last),
    }
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
            Clue::Between(first, last) => {
                format!("in its file, which is in order of time, it stands between articles of {first} and {last}")
            }
            Clue::Saved(day) => format!("the page was saved on {day}"),
            Clue::Day(..)
            | Clue::MonthDay(..)
            | Clue::Weekday(..)
            | Clue::OtherWeekday(..)
            | Clue::Weekend(_)
            | Clue::EarlierThisWeek => {
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
