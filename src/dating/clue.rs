//! What an article's own words allow of the day it was written: weekdays, dates behind it, plans ahead of it.

use super::stated::{Stated, said};
use crate::calendar::{Date, Datelike, Interval, Weekday, shift};
use crate::events::cue::{form, sense};
use crate::events::{Analysis, Cues};
use crate::temporal::expr::{Hedge, Tense, Unit, Which, YearSaid};
use crate::temporal::{Expr, Timex};
use crate::text::TextRange;

/// Which way an expression looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// Back: it lies behind the day of writing.
    Back,
    /// Ahead: a plan.
    Ahead,
}

/// One thing that the words say of the day of writing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Clue {
    /// "on Friday": the nearest Friday behind, or ahead.
    Weekday(Weekday, Look),
    /// The same in an article that calls its own day "today": hardly that day itself.
    OtherWeekday(Weekday, Look),
    /// "22 December": the nearest one.
    MonthDay(u32, u32, Look),
    /// A day with its year that lies behind, or ahead.
    Day(Date, Look),
    /// "said on Friday".
    SaidOn(Weekday),
    /// "over the weekend".
    Weekend(Look),
    /// "earlier this week".
    EarlierThisWeek,
    /// "tomorrow, 19 December": the day of writing itself, its year perhaps not said.
    Written(Option<i32>, u32, u32),
    /// "yesterday (Tuesday)": the weekday of writing itself.
    WrittenOn(Weekday),
    /// The page was saved on the day, so it was written by then.
    Saved(Date),
}

/// A clue with the words that give it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Said {
    pub(super) clue: Clue,
    pub(super) range: TextRange,
    /// How much it counts: the first weekday of an article tells its day better than the tenth.
    pub(super) weight: f64,
}

/// How many days behind a weekday lies that is named in news, set by hand after rough counts on dated news: 0 is the day itself.
const BEHIND: [f64; 7] = [0.40, 0.31, 0.12, 0.07, 0.04, 0.03, 0.03];
/// How many days ahead a weekday lies that is planned for.
const AHEAD: [f64; 7] = [0.22, 0.25, 0.17, 0.12, 0.09, 0.07, 0.08];
/// How many days behind somebody said something.
const SAID: [f64; 7] = [0.65, 0.27, 0.04, 0.02, 0.005, 0.005, 0.01];
/// The same where the day of writing is called "today".
const BEHIND_TODAY: [f64; 7] = [0.16, 0.49, 0.17, 0.09, 0.05, 0.03, 0.01];
const AHEAD_TODAY: [f64; 7] = [0.05, 0.25, 0.24, 0.17, 0.11, 0.09, 0.09];
/// On which weekday, from Monday, a weekend behind is spoken of, and one ahead.
const WEEKEND_BEHIND: [f64; 7] = [0.38, 0.14, 0.06, 0.04, 0.04, 0.015, 0.325];
const WEEKEND_AHEAD: [f64; 7] = [0.08, 0.09, 0.11, 0.15, 0.35, 0.19, 0.03];
/// On which weekday, from Monday, "earlier this week" is said.
const LATE_IN_WEEK: [f64; 7] = [0.02, 0.09, 0.16, 0.22, 0.27, 0.18, 0.06];
/// A day that a clue rules out, as the logarithm of a likelihood.
const RULED_OUT: f64 = -18.0;

impl Clue {
    /// How well the clue agrees with a day of writing, as the logarithm of a likelihood.
    pub(super) fn likelihood(self, day: Date) -> f64 {
        let weekday = day.weekday().num_days_from_monday() as usize;
        match self {
            Clue::Weekday(named, look) | Clue::OtherWeekday(named, look) => {
                let behind = (7 + weekday - named.num_days_from_monday() as usize) % 7;
                let (back, ahead) = if matches!(self, Clue::Weekday(..)) { (BEHIND, AHEAD) } else { (BEHIND_TODAY, AHEAD_TODAY) };
                match look {
                    Look::Back => back[behind].ln(),
                    Look::Ahead => ahead[(7 - behind) % 7].ln(),
                }
            }
            Clue::SaidOn(named) => SAID[(7 + weekday - named.num_days_from_monday() as usize) % 7].ln(),
            Clue::MonthDay(month, of_month, look) => {
                let behind = days_behind(day, month, of_month);
                match (look, behind) {
                    (Look::Back, -1) | (Look::Ahead, 1) => -1.5,
                    (Look::Back, it) if it < 0 => -2.5,
                    (Look::Ahead, it) if it > 0 => -2.5,
                    // The nearer, the more likely; but no day is spoken of only while it is near.
                    (_, it) => -0.03 * it.unsigned_abs().min(30) as f64,
                }
            }
            // Pages grow: a comment or a list of later news may name a later day.
            Clue::Day(named, Look::Back) if day < named => -3.0,
            Clue::Day(named, Look::Ahead) if day > named => -2.0,
            Clue::Day(..) => 0.0,
            Clue::Weekend(Look::Back) => WEEKEND_BEHIND[weekday].ln(),
            Clue::Weekend(Look::Ahead) => WEEKEND_AHEAD[weekday].ln(),
            Clue::EarlierThisWeek => LATE_IN_WEEK[weekday].ln(),
            Clue::Written(year, month, of_month) => {
                let fits = day.month() == month && day.day() == of_month && year.is_none_or(|it| it == day.year());
                if fits { 0.0 } else { RULED_OUT }
            }
            Clue::WrittenOn(named) => {
                if named == day.weekday() {
                    0.0
                } else {
                    -5.0
                }
            }
            Clue::Saved(saved) => {
                if day <= saved {
                    0.0
                } else {
                    RULED_OUT
                }
            }
        }
    }
}

/// How many days the nearest such day of the year lies behind; negative where it lies ahead.
pub(super) fn days_behind(day: Date, month: u32, of_month: u32) -> i64 {
    let year = day.year();
    let near = (year - 1..=year + 1).filter_map(|it| Date::from_ymd_opt(it, month, of_month));
    near.map(|it| day.signed_duration_since(it).num_days()).min_by_key(|it| it.abs()).unwrap_or(0)
}

/// The clues of an article in the order of its words, each once.
pub(super) fn clues(analysis: &Analysis, stated: &Stated, cues: &Cues) -> Vec<Said> {
    let document = &analysis.document;
    let mut found: Vec<Said> = Vec::new();
    let mut add = |clue: Clue, range: TextRange, weight: f64| {
        if !found.iter().any(|it| it.clue == clue) {
            found.push(Said { clue, range, weight });
        }
    };
    let says_today = analysis.timexes.iter().any(|it| matches!(base(&it.expr), Expr::Today(-1..=0)));
    let mut n_weekdays = 0;
    let mut sentences = document.sentences.iter().peekable();
    for (i, timex) in analysis.timexes.iter().enumerate() {
        while sentences.next_if(|it| it.range.end <= timex.range.start).is_some() {}
        let in_sentence = sentences.peek().is_some_and(|it| it.range.overlaps(timex.range));
        if !in_sentence {
            continue;
        }
        let look = match timex.tense {
            Tense::Future(_) | Tense::Likely(_) => Look::Ahead,
            Tense::Past(_) | Tense::Untold => Look::Back,
        };
        let next = analysis.timexes.get(i + 1).filter(|it| touches(&document.text, timex, it));
        if let (Expr::Today(n), Some(next)) = (base(&timex.expr), next)
            && let Some(clue) = today(i64::from(*n), &next.expr)
        {
            add(clue, TextRange { start: timex.range.start, end: next.range.end }, 1.0);
            continue;
        }
        match base(&timex.expr) {
            Expr::Weekday { weekday, which: Which::Bare | Which::This | Which::The } => {
                let possessive = document.text[timex.range.end as usize..].starts_with(['\'', '’']);
                let weight = if possessive {
                    0.3
                } else if n_weekdays < 3 {
                    1.0
                } else {
                    0.4
                };
                n_weekdays += 1;
                let clue = if look == Look::Back && !possessive && is_told(&document.text, timex.range, cues) {
                    Clue::SaidOn(*weekday)
                } else if says_today {
                    Clue::OtherWeekday(*weekday, look)
                } else {
                    Clue::Weekday(*weekday, look)
                };
                add(clue, timex.range, weight);
            }
            Expr::Date { .. } => match said(&timex.expr) {
                Some((Some(year), month, day)) => {
                    if let Some(day) = Date::from_ymd_opt(year, month, day) {
                        add(Clue::Day(day, look), timex.range, 1.0);
                    }
                }
                Some((None, month, day)) if timex.hedge == Hedge::None => {
                    // A day without a verb of the past may lie ahead.
                    let weight = if look == Look::Back && timex.tense == Tense::Untold { 0.5 } else { 1.0 };
                    add(Clue::MonthDay(month, day, look), timex.range, weight);
                }
                Some(_) | None => {}
            },
            Expr::Month { month, year: YearSaid::Number(year), .. } if look == Look::Back => {
                if let Some(first) = Date::from_ymd_opt(*year, u32::from(*month), 1) {
                    add(Clue::Day(first, Look::Back), timex.range, if timex.tense == Tense::Untold { 0.4 } else { 1.0 });
                }
            }
            Expr::Year(year) if matches!(timex.tense, Tense::Past(_)) => {
                if let Some(first) = Date::from_ymd_opt(*year, 1, 1) {
                    add(Clue::Day(first, Look::Back), timex.range, 0.5);
                }
            }
            Expr::Nth { unit: Unit::Weekend, which: Which::The | Which::This | Which::Bare } => {
                add(Clue::Weekend(look), timex.range, 1.0)
            }
            Expr::Nth { unit: Unit::Week, which: Which::This } if timex.hedge == Hedge::Earlier => {
                add(Clue::EarlierThisWeek, timex.range, 1.0);
            }
            _ => {}
        }
    }
    let head = TextRange::default();
    if let Some((month, day, _)) = &stated.yearless {
        add(Clue::Written(None, *month, *day), head, 1.0);
    }
    if let Some(saved) = stated.saved {
        add(Clue::Saved(saved), head, 1.0);
    }
    found
}

/// How many days long past an article names that tells the course of things.
const CHRONICLE: usize = 6;

/// Whether an article of a known day tells of many days before it, each more than a week behind.
pub(super) fn is_chronicle(analysis: &Analysis, when: &Interval) -> bool {
    let written = when.first_day();
    let mut days: Vec<i64> = Vec::new();
    for (year, month, day) in analysis.timexes.iter().filter_map(|it| said(&it.expr)) {
        let behind = match year {
            Some(year) => Date::from_ymd_opt(year, month, day).map(|it| (written - it).num_days()),
            None => Some(days_behind(written, month, day)),
        };
        days.extend(behind.filter(|it| (8..366).contains(it)));
    }
    days.sort_unstable();
    days.dedup();
    days.len() >= CHRONICLE
}

/// How near a verb of saying stands to the day on which it was said, in bytes.
const NEAR: usize = 30;

/// Whether a day is the one on which somebody said something: "said on Friday", "in a statement on Friday".
fn is_told(text: &str, day: TextRange, cues: &Cues) -> bool {
    let says = |word: &str| {
        let form = cues.form(&word.to_lowercase());
        let told = cues.verb(form).filter(|_| form.verb & (form::PAST | form::THIRD) != 0);
        told.or_else(|| cues.event_noun(form)).is_some_and(|it| it.sense & sense::SAYING != 0)
    };
    let before = &text[..day.start as usize];
    let from = before.char_indices().rev().map(|it| it.0).find(|it| before.len() - it >= NEAR).unwrap_or(0);
    let before = &before[from..];
    let ends = ['.', '!', '?', '\n'];
    let words = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    // A day at the head of its sentence is that of the verb after it; else only the next word's: "died on Friday, police said".
    let opens = before.contains(ends) || from == 0;
    let before = before.rsplit(ends).next().unwrap_or_default();
    let after = &text[day.end as usize..];
    let after = after.char_indices().nth(NEAR).map_or(after, |it| &after[..it.0]);
    let after = words(after.split(ends).next().unwrap_or_default());
    words(before).iter().any(|it| says(it)) || after.iter().take(if opens { 3 } else { 1 }).any(|it| says(it))
}

/// The day within a time of day.
pub(super) fn base(expr: &Expr) -> &Expr {
    match expr {
        Expr::At { day: Some(day), .. } | Expr::DayPart { day: Some(day), .. } => base(day),
        it => it,
    }
}

/// Whether the two stand in apposition: "tomorrow, 19 December", "yesterday (Tuesday)".
fn touches(text: &str, one: &Timex, two: &Timex) -> bool {
    let gap = text.get(one.range.end as usize..two.range.start as usize).unwrap_or("-");
    [",", ", ", " (", " ", "", " - ", " – ", ", on "].contains(&gap)
}

/// The day of writing from "today" moved by so many days and the day that is said to be.
fn today(n: i64, expr: &Expr) -> Option<Clue> {
    match base(expr) {
        Expr::Weekday { weekday, .. } => {
            let back = (7 - n.rem_euclid(7)) % 7;
            let mut day = *weekday;
            for _ in 0..back {
                day = day.succ();
            }
            Some(Clue::WrittenOn(day))
        }
        it => {
            let (year, month, day) = said(it)?;
            // The last day of a month has no neighbour without its year; a year of 366 days keeps 29 February.
            let there = shift::days(Date::from_ymd_opt(year.unwrap_or(2000), month, day)?, -n);
            Some(Clue::Written(year.map(|_| there.year()), there.month(), there.day()))
        }
    }
}
