//! What happened on which day, as dated articles tell it: the words beside "on Tuesday" or "two weeks after" tell which day an
//! article without a date means, and so when it was written.

use std::collections::{BTreeMap, HashMap};

use super::clue::{base, days_behind};
use super::likeness::hash_lower;
use super::stated::said;
use crate::calendar::{Date, Datelike, Interval, Weekday, shift};
use crate::events::Analysis;
use crate::temporal::expr::{Toward, Unit, Which};
use crate::temporal::{Expr, Timex};
use crate::text::TextRange;

/// How many words on either side of an expression of time tell what it dates.
const BESIDE: usize = 9;
/// A word beside more days than this is a turn of the language.
const COMMON: usize = 150;
/// How much one word counts: words that stand together say the same thing.
const ONE_OF_MANY: f64 = 0.5;
/// How likely it is that no dated article tells of what is dated, before a word is read.
const UNTOLD: f64 = 0.5;
/// How often a day named agrees with a day of writing by chance, and how often it is misread.
const BY_CHANCE: f64 = 0.2;
const MISREAD: f64 = 0.05;
/// What speaks for a day long after "two weeks after", which the words only rule out before.
const LONG_AFTER: f64 = 0.3;
/// How many expressions must mean a known day before the words beside them tell anything: of a few articles each word is rare.
const ENOUGH: f64 = 300.0;
/// Words after a length of time that count it from what happened.
const FROM_THEN: [&str; 5] = ["after ", "since ", "on from ", "following ", "into "];

/// How far before the day of writing lies what an expression dates.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Behind {
    /// From so many to so many days.
    Days(i64, i64),
    /// In the week before: "last week's".
    LastWeek,
    /// So many days at least, and most likely not many more than the second: "two weeks after".
    AtLeast(i64, i64),
}

/// What one expression of an article says of its day of writing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Meant {
    /// The expression.
    pub(super) range: TextRange,
    behind: Behind,
    /// The days that it may mean, with how likely each is.
    days: Vec<(Date, f64)>,
    /// How likely it is that it means another.
    other: f64,
}

/// The words beside the days of dated articles.
pub(super) struct Happened {
    /// For each word the days beside which it stands, ascending, each with the number of its articles.
    words: HashMap<u64, Vec<(Date, f64)>>,
    /// How many expressions mean each day, each weekday, and any day.
    by_day: HashMap<Date, f64>,
    by_weekday: [f64; 7],
    all: f64,
}

impl Happened {
    pub(super) fn build(analyses: &[&Analysis], days: &[Option<Interval>]) -> Happened {
        let mut words: HashMap<u64, BTreeMap<Date, f64>> = HashMap::new();
        let mut happened = Happened { words: HashMap::new(), by_day: HashMap::new(), by_weekday: [0.0; 7], all: 0.0 };
        for (analysis, written) in analyses.iter().zip(days) {
            let Some(written) = written.and_then(|it| it.single_day()) else { continue };
            let mut seen: Vec<(u64, Date)> = Vec::new();
            for (timex, sentence) in in_sentences(analysis) {
                let Some(day) = day_of(timex, written) else { continue };
                seen.extend(beside(analysis, timex, sentence).into_iter().map(|it| (it, day)));
                *happened.by_day.entry(day).or_default() += 1.0;
                happened.by_weekday[day.weekday().num_days_from_monday() as usize] += 1.0;
                happened.all += 1.0;
            }
            seen.sort_unstable();
            seen.dedup();
            seen.into_iter().for_each(|(word, day)| *words.entry(word).or_default().entry(day).or_default() += 1.0);
        }
        let words = words.into_iter().filter(|it| it.1.len() <= COMMON);
        happened.words = words.map(|(word, days)| (word, days.into_iter().collect())).collect();
        happened
    }

    /// What the expressions of an article mean that is not among the dated.
    pub(super) fn meant(&self, analysis: &Analysis) -> Vec<Meant> {
        if self.all < ENOUGH {
            return Vec::new();
        }
        let found = in_sentences(analysis).filter_map(|(timex, sentence)| {
            let (behind, weekday) = behind(&analysis.document.text, timex)?;
            let (days, other) = self.days(&beside(analysis, timex, sentence), weekday)?;
            Some(Meant { range: timex.range, behind, days, other })
        });
        found.collect()
    }

    /// Which days words stand beside: a naive Bayes classifier whose classes are the days that dated articles tell of. `None`
    /// where no word tells.
    fn days(&self, words: &[u64], weekday: Option<Weekday>) -> Option<(Vec<(Date, f64)>, f64)> {
        let all = weekday.map_or(self.all, |it| self.by_weekday[it.num_days_from_monday() as usize]);
        let mut scores: BTreeMap<Date, f64> = BTreeMap::new();
        let mut other = 0.0;
        for list in words.iter().filter_map(|it| self.words.get(it)) {
            let mut n = 0.0;
            for (day, count) in list.iter().filter(|it| weekday.is_none_or(|weekday| it.0.weekday() == weekday)) {
                let share = self.by_day[day] / all;
                *scores.entry(*day).or_insert_with(|| share.ln()) += ONE_OF_MANY * ((count + share) / share).ln();
                n += count;
            }
            other += ONE_OF_MANY * (n + 1.0).ln();
        }
        let top = scores.values().copied().fold(other, f64::max);
        let other = UNTOLD * (other - top).exp();
        let sum = other + scores.values().map(|it| (it - top).exp()).sum::<f64>();
        let days = scores.into_iter().map(|it| (it.0, (it.1 - top).exp() / sum));
        let days: Vec<(Date, f64)> = days.filter(|it| it.1 > 0.01).collect();
        (!days.is_empty()).then_some((days, other / sum))
    }
}

impl Meant {
    /// How well it agrees with a day of writing, as the logarithm of a likelihood.
    pub(super) fn likelihood(&self, written: Date) -> f64 {
        let agrees: f64 = self.days.iter().map(|it| it.1 * self.behind.agrees(it.0, written)).sum();
        (agrees + BY_CHANCE * self.other + MISREAD).ln()
    }

    /// The day that it means, where that is as good as sure and agrees with a day of writing.
    pub(super) fn day(&self, written: Date) -> Option<Date> {
        let sure = self.days.iter().find(|it| it.1 > 0.8).map(|it| it.0)?;
        (self.behind.agrees(sure, written) == 1.0).then_some(sure)
    }
}

impl Behind {
    /// How well the day that is meant agrees with the day of writing.
    fn agrees(self, meant: Date, written: Date) -> f64 {
        let n = (written - meant).num_days();
        match self {
            Behind::Days(from, to) => f64::from(u8::from(from <= n && n <= to)),
            Behind::LastWeek => f64::from(u8::from(shift::week_start(written) == shift::days(shift::week_start(meant), 7))),
            Behind::AtLeast(from, _) if n < from => 0.0,
            Behind::AtLeast(_, to) => {
                if n <= to {
                    1.0
                } else {
                    LONG_AFTER
                }
            }
        }
    }
}

/// The expressions that stand in a sentence, each with the range of it.
fn in_sentences(analysis: &Analysis) -> impl Iterator<Item = (&Timex, TextRange)> {
    let sentences = &analysis.document.sentences;
    analysis.timexes.iter().filter_map(|timex| {
        let n = sentences.partition_point(|it| it.range.end <= timex.range.start);
        let sentence = sentences.get(n).filter(|it| it.range.start <= timex.range.start)?;
        Some((timex, sentence.range))
    })
}

/// The words beside an expression, each once; after a length of time only those that follow: "two weeks after the quake".
fn beside(analysis: &Analysis, timex: &Timex, sentence: TextRange) -> Vec<u64> {
    let words = |from: u32, to: u32| {
        let text = analysis.document.text.get(from as usize..to as usize).unwrap_or("");
        text.split(|c: char| !c.is_alphanumeric()).filter(|it| it.len() > 2).map(hash_lower)
    };
    let mut beside: Vec<u64> = words(timex.range.end, sentence.end).take(BESIDE).collect();
    if !matches!(timex.expr, Expr::Length { .. }) {
        let before: Vec<u64> = words(sentence.start, timex.range.start).collect();
        beside.extend(before.into_iter().rev().take(BESIDE));
    }
    beside.sort_unstable();
    beside.dedup();
    beside
}

fn is_ahead(timex: &Timex) -> bool {
    timex.tense.is_plan()
}

/// The day that an expression means in an article of a known day.
fn day_of(timex: &Timex, written: Date) -> Option<Date> {
    match base(&timex.expr) {
        Expr::Weekday { weekday, which: Which::Bare | Which::This | Which::The } => {
            let behind = i64::from(written.weekday().days_since(*weekday));
            Some(shift::days(written, if is_ahead(timex) { (7 - behind) % 7 } else { -behind }))
        }
        Expr::Today(n) => Some(shift::days(written, i64::from(*n))),
        Expr::Offset { count, unit: Unit::Day, toward: Toward::Ago } => Some(shift::days(written, -i64::from(count.n()?))),
        it => match said(it)? {
            (Some(year), month, day) => Date::from_ymd_opt(year, month, day),
            (None, month, day) => Some(shift::days(written, -days_behind(written, month, day))),
        },
    }
}

/// How far behind lies what an expression dates, and on which weekday.
fn behind(text: &str, timex: &Timex) -> Option<(Behind, Option<Weekday>)> {
    let behind = match base(&timex.expr) {
        Expr::Weekday { weekday, which: Which::Bare | Which::This | Which::The } => {
            let behind = if is_ahead(timex) { Behind::Days(-6, 0) } else { Behind::Days(0, 6) };
            return Some((behind, Some(*weekday)));
        }
        Expr::Weekday { weekday, which: Which::Last } => return Some((Behind::Days(1, 13), Some(*weekday))),
        Expr::Today(n) => Behind::Days(-i64::from(*n), -i64::from(*n)),
        Expr::Nth { unit: Unit::Week, which: Which::Last } => Behind::LastWeek,
        Expr::Offset { count, unit, toward: Toward::Ago } => {
            let n = i64::from(count.n()?);
            match unit {
                Unit::Day => Behind::Days(n, n),
                Unit::Week => Behind::Days(7 * n - 2, 7 * n + 5),
                _ => return None,
            }
        }
        Expr::Length { count, unit } => {
            let after = text.get(timex.range.end as usize..)?.trim_start();
            let n = i64::from(count.n().filter(|_| FROM_THEN.iter().any(|it| after.starts_with(it)))?);
            match unit {
                Unit::Day => Behind::AtLeast(n - 1, n + 1),
                Unit::Week => Behind::AtLeast(7 * n - 1, 7 * n + 5),
                Unit::Month => Behind::AtLeast(30 * n - 3, 30 * n + 20),
                _ => return None,
            }
        }
        _ => return None,
    };
    Some((behind, None))
}
