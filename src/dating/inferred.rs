//! The day of writing where the page does not state it: what dated articles that tell the same make likely, and what the
//! article's own words allow. Doubt widens the answer, or leaves it out.

use std::collections::{BTreeMap, BTreeSet};

use super::archive::{Archive, Case};
use super::clue::{Clue, Said};
use super::likeness::{Neighbour, shared_run};
use super::phrase::around;
use super::{Basis, Published};
use crate::calendar::{Date, Datelike, Interval, shift};

/// How many dated neighbours speak.
const N_SPEAKERS: usize = 20;
/// An article known to more days than this tells nothing of the day of another.
pub(super) const SPEAKS: i64 = 3;
/// How many runs of words an article shares with a chronicle that is taken from it whole.
const COPIED: u32 = 40;
/// How many it shares with one that has a sentence from the same source.
const SAME_SENTENCE: u32 = 6;
/// How much each kind of evidence counts: fitted by logistic regression over the days that come into question, on two stories.
const NEIGHBOURS: f64 = 1.55;
const WORDS: f64 = 0.65;
const PHRASES: f64 = 0.064;
const MEANT: f64 = 0.21;
/// How much one counts that is itself inferred, where it shares no sentence.
const INFERRED: f64 = 0.6;
/// What speaks for a day of which no neighbour tells, and for one without news.
const NO_NEIGHBOUR: f64 = 0.02;
const NO_NEWS: f64 = 0.1;
/// How far from its neighbours an article may have been written, in days: like stories happen every year.
const FRAME: i64 = 183;
/// What must be left of certainty for an answer of one or two days, of three, and of more.
const SURE: f64 = 0.96;
const SURE_OF_THREE: f64 = 0.75;
/// The same of three where no neighbour shares a run of words: like things happen every year.
const SURE_OF_ALIKE: f64 = 0.95;
const SURE_OF_YEAR: f64 = 0.67;
const SURE_WIDE: f64 = 0.98;
/// A day at the end of an answer is left out that is less likely than this share of the likeliest.
const SLIGHT: f64 = 0.01;
/// So is one less likely than this against which the article's own words speak so much more than against another, as a logarithm.
const DOUBTED: f64 = 0.20;
const SPOKEN_AGAINST: f64 = 3.0;

/// A neighbour whose day is known.
type Speaker<'a> = (&'a Neighbour, Interval);

/// The day of writing as far as the evidence narrows it. `days` are those of the articles that are dated without this one;
/// `sharpness` tells how far the evidence is to be trusted.
pub(super) fn infer(case: &Case, archive: &Archive<'_>, days: &[Option<Interval>], sharpness: f64) -> Option<Published> {
    let speakers = speakers(case, archive, days);
    // Without neighbours nothing repeats what the words say.
    let sharpness = if speakers.is_empty() { 1.0 } else { sharpness };
    let likely = likely(weigh(case, archive, &speakers), sharpness);
    // Without neighbours only the year of a date line is open.
    let of_three = match speakers.iter().map(|it| it.0.n_shared).max() {
        None => SURE_OF_YEAR,
        Some(0) => SURE_OF_ALIKE,
        Some(_) => SURE_OF_THREE,
    };
    let steps = [(1, SURE), (2, SURE), (3, of_three)].into_iter();
    let wider = [5, 7, 10, 14, 21, 31, 45, 62, 92].map(|n| (n, SURE_WIDE));
    let (first, last) = steps.chain(wider).find_map(|(n, sure)| window(&likely, n, sure))?;
    let (first, last) = trim(case, &likely, first, last);
    let why = why(case, archive, &speakers, first, last);
    (!why.is_empty()).then(|| Published { when: Interval::within_days(first, last), basis: Basis::Inferred, why })
}

/// What the evidence says of each day that comes into question, as the logarithm of a likelihood.
pub(super) fn weighed(case: &Case, archive: &Archive<'_>, days: &[Option<Interval>]) -> BTreeMap<Date, f64> {
    weigh(case, archive, &speakers(case, archive, days))
}

/// The neighbours that are dated and tell of a day of their own.
fn speakers<'a>(case: &'a Case, archive: &Archive<'_>, days: &[Option<Interval>]) -> Vec<Speaker<'a>> {
    let speaks = |it: &&Neighbour| !archive.is_chronicle[it.article] || it.n_shared >= COPIED;
    let speakers = case.neighbours.iter().filter(speaks).filter_map(|it| Some((it, days[it.article]?)));
    speakers.take(N_SPEAKERS).collect()
}

fn weigh(case: &Case, archive: &Archive<'_>, speakers: &[Speaker<'_>]) -> BTreeMap<Date, f64> {
    let mut density: BTreeMap<Date, f64> = BTreeMap::new();
    for (neighbour, when) in speakers {
        let is_sure = archive.news.is_dated(neighbour.article) || neighbour.n_shared >= SAME_SENTENCE;
        let strength = neighbour.strength() * if is_sure { 1.0 } else { INFERRED };
        around(when).for_each(|(day, it)| *density.entry(day).or_default() += strength * it);
    }
    // Without neighbours only the years of a date line come into question, and nothing repeats what the words say.
    let trust = if speakers.is_empty() { 1.0 } else { WORDS };
    let score = |day: Date| {
        let density = density.get(&day).copied().unwrap_or(0.0);
        NEIGHBOURS * (density + NO_NEIGHBOUR).ln()
            + archive.news.weight() * (archive.news.amount(day) + NO_NEWS).ln()
            + PHRASES * archive.news.likelihood(&case.told, day)
            + trust * words(case, day)
            + MEANT * case.meant.iter().map(|it| it.likelihood(day)).sum::<f64>()
    };
    days(case, speakers).into_iter().map(|it| (it, score(it))).collect()
}

/// How likely each day is; together they are certain.
fn likely(mut weighed: BTreeMap<Date, f64>, sharpness: f64) -> BTreeMap<Date, f64> {
    let top = weighed.values().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = weighed.values().map(|it| (sharpness * (it - top)).exp()).sum();
    weighed.values_mut().for_each(|it| *it = (sharpness * (*it - top)).exp() / sum);
    weighed
}

/// The days that come into question, in order.
fn days(case: &Case, speakers: &[Speaker<'_>]) -> Vec<Date> {
    let mut firsts: Vec<Date> = speakers.iter().map(|it| it.1.first_day()).collect();
    firsts.sort_unstable();
    let mut days: Vec<Date> = Vec::new();
    for first in firsts {
        let from = shift::days(first, -FRAME);
        let from = days.last().map_or(from, |it| from.max(shift::days(*it, 1)));
        let n = (shift::days(first, FRAME) - from).num_days();
        days.extend((0..=n).map(|it| shift::days(from, it)));
    }
    if !days.is_empty() {
        return days;
    }
    // A day that the article gives without its year, in the years that its words speak of.
    let said = case.clues.iter().filter_map(|it| if let Clue::Day(day, _) = it.clue { Some(day.year()) } else { None });
    let years: Vec<i32> = said.max().into_iter().flat_map(|it| it..=it + 5).collect();
    let mut days: BTreeSet<Date> = BTreeSet::new();
    for said in &case.clues {
        if let Clue::Written(year, month, day) = said.clue {
            let years = year.into_iter().chain(years.iter().copied());
            days.extend(years.filter_map(|it| Date::from_ymd_opt(it, month, day)));
        }
    }
    days.into_iter().collect()
}

/// The first and last of the `n` days in a row that are together the most likely, where that is sure enough.
fn window(likely: &BTreeMap<Date, f64>, n: i64, sure: f64) -> Option<(Date, Date)> {
    let days: Vec<(Date, f64)> = likely.iter().map(|it| (*it.0, *it.1)).collect();
    let (mut sum, mut end) = (0.0, 0);
    let mut best: Option<(Date, f64)> = None;
    for (first, share) in &days {
        while end < days.len() && (days[end].0 - *first).num_days() < n {
            sum += days[end].1;
            end += 1;
        }
        // Of equals the earliest.
        if best.is_none_or(|it| sum > it.1 + 1e-12) {
            best = Some((*first, sum));
        }
        sum -= share;
    }
    best.filter(|it| it.1 >= sure).map(|it| (it.0, shift::days(it.0, n - 1)))
}

/// The window without the days at its ends that hardly come into question beside the others. A wider answer than of three days
/// stays as it is: its ends lie among days that are alike.
fn trim(case: &Case, likely: &BTreeMap<Date, f64>, first: Date, last: Date) -> (Date, Date) {
    if (last - first).num_days() >= SPEAKS {
        return (first, last);
    }
    let days: Vec<(Date, f64, f64)> = likely.range(first..=last).map(|it| (*it.0, *it.1, words(case, *it.0))).collect();
    let top = days.iter().map(|it| it.1).fold(0.0, f64::max);
    let best = days.iter().map(|it| it.2).fold(f64::NEG_INFINITY, f64::max);
    let stays = |it: &(Date, f64, f64)| it.1 >= top * if it.2 < best - SPOKEN_AGAINST { DOUBTED } else { SLIGHT };
    let (Some(start), Some(end)) = (days.iter().position(stays), days.iter().rposition(stays)) else {
        return (first, last);
    };
    // A day alone must be as sure as one that was found alone; else the likelier of its neighbours stays too.
    if start < end || days[start].1 >= SURE {
        return (days[start].0, days[end].0);
    }
    let before = start.checked_sub(1).map(|it| days[it]);
    match (before, days.get(end + 1)) {
        (Some(before), Some(after)) if before.1 >= after.1 => (before.0, days[end].0),
        (_, Some(after)) => (days[start].0, after.0),
        (Some(before), None) => (before.0, days[end].0),
        (None, None) => (days[start].0, days[end].0),
    }
}

/// How well a day agrees with the article's own words.
fn words(case: &Case, day: Date) -> f64 {
    case.clues.iter().map(|it| it.weight * it.clue.likelihood(day)).sum()
}

/// The evidence in words: the nearest neighbour, a day that it means, and the clues that narrow it the most.
fn why(case: &Case, archive: &Archive<'_>, speakers: &[Speaker<'_>], first: Date, last: Date) -> String {
    let (from, to) = (shift::days(first, -2), shift::days(last, 2));
    let analysis = archive.articles.analyses[case.article];
    let document = &analysis.document;
    let mut parts = Vec::new();
    for said in &case.clues {
        let words = document.quote(said.range);
        match said.clue {
            Clue::Written(_, month, day) if words.is_empty() => parts.push(format!("its date line names {day}/{month}")),
            Clue::Written(..) | Clue::WrittenOn(_) => parts.push(format!("it says “{words}”")),
            Clue::Saved(..) | Clue::Day(..) | Clue::MonthDay(..) | Clue::Weekday(..) => {}
            Clue::OtherWeekday(..) | Clue::SaidOn(_) | Clue::Weekend(_) | Clue::EarlierThisWeek => {}
        }
    }
    let near = speakers.iter().find(|it| from <= it.1.last_day() && it.1.first_day() <= to);
    if let Some((neighbour, when)) = near.filter(|_| parts.len() < 2) {
        let other = archive.articles.analyses[neighbour.article];
        let name = other.document.source.title.as_deref().unwrap_or(&other.document.source.id);
        let name = short(name, 48);
        let shared = match shared_run(analysis, other) {
            Some(run) => format!("“{}” word for word", short(&run, 60)),
            None => archive.articles.index.telling((case.article, document), neighbour.article, 3).join(", "),
        };
        if !shared.is_empty() {
            parts.push(format!("it shares {shared} with “{name}” of {}", when.first_day()));
        }
    }
    let mut meant = case.meant.iter().filter_map(|it| Some((it.range, it.day(first).or_else(|| it.day(last))?)));
    if let Some((range, day)) = meant.next()
        && parts.len() < 2
    {
        parts.push(format!("“{}” dates what others tell of {day}", document.quote(range)));
    }
    let mut clues: Vec<(&Said, f64)> = case
        .clues
        .iter()
        .filter(|it| !it.range.is_empty() && it.range.end - it.range.start < 40)
        .filter(|it| !matches!(it.clue, Clue::Written(..) | Clue::WrittenOn(_)))
        .map(|it| (it, it.clue.likelihood(first).max(it.clue.likelihood(last))))
        .filter(|it| it.1 > -2.0)
        .collect();
    clues.sort_by(|a, b| (b.1 * b.0.weight).total_cmp(&(a.1 * a.0.weight)).then(a.0.range.cmp(&b.0.range)));
    let n_more = 3usize.saturating_sub(parts.len()).min(2);
    let words: Vec<String> = clues.iter().take(n_more).map(|it| format!("“{}”", document.quote(it.0.range))).collect();
    match words.len() {
        0 => {}
        1 if !parts.is_empty() => parts.push(format!("{} fits", words[0])),
        _ if !parts.is_empty() => parts.push(format!("{} fit", words.join(", "))),
        _ => {}
    }
    parts.join("; ")
}

/// The beginning of a text, up to so many letters.
fn short(text: &str, n: usize) -> String {
    match text.char_indices().nth(n) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
