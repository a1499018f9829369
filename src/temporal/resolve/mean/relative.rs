//! Weekdays, units, offsets and quarters: what leans on the day of writing or on a date before.

use super::super::context::{Context, last_quarter, quarter_of};
use super::super::{TimexType, is_known};
use super::{Leans, Reading, leans_on, mentioned};
use crate::calendar::{Date, Datelike, Weekday, shift};
use crate::temporal::expr::{Count, Lead, Tense, Toward, Unit, Vague, Which, YearSaid};
use crate::temporal::meaning::{Meaning, step};

pub(super) fn fraction(n: u8, unit: Unit, year: YearSaid, tense: Tense, context: &Context) -> Option<Reading> {
    let of = |year: i32, n: u8| if unit == Unit::HalfYear { Meaning::Half(year, n) } else { Meaning::Quarter(year, n) };
    if n == 0 {
        return same_period(unit, year, context);
    }
    match year {
        YearSaid::Number(year) => return Some(Reading::alone(of(year, n))),
        YearSaid::Relative(by) => return Some(Reading::on(leans_on(context)?, of(context.anchor()?.year() + i32::from(by), n))),
        YearSaid::Mentioned => return Some(Reading::on(mentioned(context)?, of(context.year?, n))),
        YearSaid::Unsaid => {}
    }
    if context.is_narrative && context.has_mention {
        return Some(Reading::on(mentioned(context)?, of(context.year?, n)));
    }
    let published = context.published?;
    let (this, now) = match unit {
        Unit::HalfYear => (published.year(), (published.month0() / 6 + 1) as u8),
        _ => (published.year(), quarter_of(published)),
    };
    let is_future = tense.is_plan();
    let year = if n > now && !is_future {
        this - 1
    } else if n < now && is_future && now - n >= 2 {
        this + 1
    } else {
        this
    };
    Some(Reading::on(Leans::Published(published), of(year, n)))
}

/// "the 1988 period", "the same month a year ago": the quarter or month last mentioned, in that year. Nothing is compared with
/// itself: in January "the same quarter last year" is that of the year before.
fn same_period(unit: Unit, year: YearSaid, context: &Context) -> Option<Reading> {
    let is_relative = matches!(year, YearSaid::Relative(_));
    let year = match year {
        YearSaid::Number(year) => year,
        YearSaid::Relative(n) => context.anchor()?.year() + i32::from(n),
        YearSaid::Unsaid | YearSaid::Mentioned => context.year?,
    };
    let month = context.month.filter(|_| context.has_mention && (unit == Unit::Month || context.day.is_none()));
    let other_than = |mentioned: i32| if is_relative && mentioned == year { year - 1 } else { year };
    Some(Reading::alone(match (context.quarter.filter(|_| unit == Unit::Quarter), month) {
        (Some((mentioned, n)), _) => Meaning::Quarter(other_than(mentioned), n),
        (None, Some((mentioned, month))) => Meaning::Month(other_than(mentioned), month),
        (None, None) => Meaning::Year(context.year.filter(|_| context.has_mention).map_or(year, other_than)),
    }))
}

/// "the year-earlier quarter": the quarter last mentioned, less a year; where none was, the year before.
pub(super) fn year_before(context: &Context) -> Option<Reading> {
    if let Some((year, n)) = context.quarter {
        return Some(Reading::on(mentioned(context)?, Meaning::Quarter(year - 1, n)));
    }
    let day = context.anchor()?;
    Some(Reading::on(leans_on(context)?, Meaning::Year(day.year() - 1)))
}

pub(super) fn weekday_of(weekday: Weekday, which: Which, (tense, lead): (Tense, Lead), context: &Context) -> Option<Reading> {
    let is_anaphoric = matches!(which, Which::Previous | Which::Following | Which::That | Which::Same);
    let Some(leans) = (if is_anaphoric { mentioned(context) } else { leans_on(context) }) else {
        return Some(Reading::alone(Meaning::SomeWeekday(weekday)));
    };
    let anchor = match leans {
        Leans::Published(day) => day,
        Leans::Mentioned(_) => match context.day {
            Some(day) => day,
            None => return Some(Reading::alone(Meaning::SomeWeekday(weekday))),
        },
        Leans::Alone => return None,
    };
    let on_or_before = shift::weekday_on_or_before(anchor, weekday);
    let before = shift::weekday_on_or_before(shift::days(anchor, -1), weekday);
    let after = shift::weekday_after(anchor, weekday);
    let (day, other) = match which {
        Which::Last | Which::Past | Which::Previous => (before, None),
        Which::Next | Which::Coming | Which::Following => (after, None),
        Which::This => {
            let in_week = shift::days(shift::week_start(anchor), i64::from(weekday.num_days_from_monday()));
            (in_week, None)
        }
        Which::Same | Which::That => (on_or_before, None),
        Which::Bare | Which::The | Which::Latest => match tense {
            _ if on_or_before == anchor => (on_or_before, Some(after)),
            // "said she would speak on Tuesday", written on Wednesday: of a day six days away nobody says so little.
            Tense::Likely(_)
                if after == shift::days(anchor, 6) && !matches!(lead, Lead::By | Lead::Until | Lead::Before | Lead::From) =>
            {
                (on_or_before, Some(after))
            }
            Tense::Future(_) | Tense::Likely(_) => (after, Some(on_or_before)),
            _ if context.is_carried_on && which == Which::Bare && after == shift::days(anchor, 1) => (after, Some(on_or_before)),
            Tense::Past(_) | Tense::Untold => (on_or_before, Some(after)),
        },
    };
    Some(Reading { rejected: other.map(Meaning::Day), ..Reading::on(leans, Meaning::Day(day)) })
}

pub(super) fn nth(unit: Unit, which: Which, tense: Tense, context: &Context) -> Option<Reading> {
    let anaphoric = matches!(which, Which::The | Which::Previous | Which::Following | Which::Same | Which::That);
    let by_published = |n: i32| {
        // "next week" is the writer's even in a narrative; "this year" may be the one told of.
        let is_own = which == Which::Next || unit == Unit::Week;
        let (leans, day) = match context.published.filter(|_| is_own) {
            Some(day) => (Leans::Published(day), day),
            None => (leans_on(context)?, context.anchor()?),
        };
        Some(Reading::on(leans, whole(day, unit, n)?))
    };
    let last = match unit {
        Unit::Week | Unit::Weekend => context.week,
        // No day of it was named: the first of a month is not meant. In news "the day" is then that of writing.
        Unit::Day if which == Which::The && !context.is_narrative => context.near_day().or(context.published),
        Unit::Day => context.day,
        _ => context.mentioned(),
    };
    let by_mentioned = |n: i32| Some(Reading::on(mentioned(context)?, whole(last?, unit, n)?));
    if unit == Unit::Quarter && which == Which::Previous {
        let (year, n) = context.quarter.or(context.published.map(last_quarter))?;
        let before = if n > 1 { (year, n - 1) } else { (year - 1, 4) };
        return Some(Reading::on(mentioned(context)?, Meaning::Quarter(before.0, before.1)));
    }
    if unit == Unit::Quarter && matches!(which, Which::The | Which::Latest | Which::That | Which::Same) {
        let published = context.published;
        let (year, n) = match which {
            Which::Latest => published.map(last_quarter).or(context.quarter)?,
            _ => context.quarter.or(published.map(last_quarter))?,
        };
        return Some(Reading::on(mentioned(context)?, Meaning::Quarter(year, n)));
    }
    if unit == Unit::Weekend && !anaphoric_weekend(which) && !context.is_narrative {
        let day = context.published?;
        let is_early = day.weekday().num_days_from_monday() <= 2;
        let n = match which {
            Which::Last | Which::Past => -1,
            Which::Next | Which::Coming => 1,
            Which::The | Which::Bare | Which::Latest if is_early && !tense.is_plan() => -1,
            _ => 0,
        };
        return Some(Reading::on(Leans::Published(day), step(day, unit, n)?));
    }
    match which {
        // In January the coming year is this one.
        Which::Coming if unit == Unit::Year && context.anchor().is_some_and(|it| it.month() <= 2) => by_published(0),
        Which::Bare | Which::This | Which::Latest => by_published(0),
        Which::Last | Which::Past => by_published(-1),
        Which::Next | Which::Coming => by_published(1),
        Which::The if !context.is_narrative && unit != Unit::Day && !context.is_about_year(unit) => by_published(0),
        Which::The | Which::Same | Which::That => by_mentioned(0),
        Which::Previous => by_mentioned(-1),
        // "He called her the next day": a day that nobody told, not tomorrow.
        Which::Following if !context.has_mention && matches!(tense, Tense::Past(_)) => None,
        Which::Following => by_mentioned(1),
    }
    .filter(|it| is_known(&it.meaning) || anaphoric)
    // "They met last week; the next day he left": nobody told the day, so it is not tomorrow.
    .filter(|it| which != Which::Following || unit != Unit::Day || context.tells_news || !context.is_told_ahead(it, tense))
}

/// The unit of the calendar itself: "the previous decade" is ten years, where "a decade earlier" is one.
fn whole(from: Date, unit: Unit, n: i32) -> Option<Meaning> {
    let years = match unit {
        Unit::Decade => 10,
        Unit::Century => 100,
        _ => return step(from, unit, n),
    };
    let year = from.year().checked_add(n.checked_mul(years)?)?;
    Some(if unit == Unit::Decade { Meaning::Decade(year) } else { Meaning::Century((year - 1).div_euclid(100) + 1) })
}

fn anaphoric_weekend(which: Which) -> bool {
    matches!(which, Which::Previous | Which::Following | Which::Same | Which::That)
}

/// What is counted in so many units lies before all calendars.
const AN_AGE: u32 = 100_000;

/// "a week from Monday", "two years ago today": from a day a day, from a week the week.
pub(super) fn from(count: Count, unit: Unit, toward: Toward, base: Reading) -> Option<Reading> {
    let n = i32::try_from(count.n()?).ok()?;
    let n = if toward == Toward::Ago { n.checked_neg()? } else { n };
    let moved = |day: Date| {
        Some(match unit {
            Unit::Day => shift::days(day, i64::from(n)),
            Unit::Week => shift::days(day, i64::from(n) * 7),
            Unit::Fortnight => shift::days(day, i64::from(n) * 14),
            Unit::Month => shift::months(day, n),
            Unit::Year => shift::months(day, n.checked_mul(12)?),
            Unit::Decade => shift::months(day, n.checked_mul(120)?),
            _ => return None,
        })
    };
    let meaning = match base.meaning {
        Meaning::Day(day) => Meaning::Day(moved(day)?),
        Meaning::Week(day) => Meaning::Week(moved(day)?),
        Meaning::Month(year, month) => {
            let day = moved(Date::from_ymd_opt(year, u32::from(month), 1)?)?;
            Meaning::Month(day.year(), day.month() as u8)
        }
        _ => return None,
    };
    Some(base.moved(meaning))
}

/// "the week of Oct. 15", "Labor Day weekend": the weekend nearest to the day.
pub(super) fn unit_of(unit: Unit, day: Reading) -> Option<Reading> {
    let date = day.meaning.interval()?.single_day()?;
    let meaning = match unit {
        Unit::Weekend => Meaning::Weekend(shift::days(date, -3)),
        _ => Meaning::Week(date),
    };
    Some(day.moved(meaning))
}

/// "two days later"; what is told of as past and would lie ahead of the day of writing leans on a date that was not told.
pub(super) fn offset(count: Count, unit: Unit, toward: Toward, tense: Tense, context: &Context) -> Option<Reading> {
    let reading = offset_from(count, unit, toward, context)?;
    let is_told = toward == Toward::Later && context.is_told_ahead(&reading, tense);
    Some(if is_told { Reading::alone(Meaning::Length(count, unit)) } else { reading })
}

fn offset_from(count: Count, unit: Unit, toward: Toward, context: &Context) -> Option<Reading> {
    let vague = match toward {
        Toward::Ago | Toward::Earlier => Vague::Past,
        Toward::Hence | Toward::Later => Vague::Future,
    };
    let n = match count {
        // "minutes later" is no more of the future than the minutes before it.
        Count::Some if unit <= Unit::Hour => return Some(Reading::alone(Meaning::Length(count, unit))),
        Count::Some => return Some(Reading::alone(Meaning::Vague(vague))),
        // "66 million years ago" is on no calendar.
        Count::Exactly(_) if count.n().is_some_and(|it| it >= AN_AGE) => return Some(Reading::alone(Meaning::Vague(vague))),
        Count::Exactly(_) => i32::try_from(count.n()?).ok()?,
        Count::AndHalf(whole) | Count::And(whole, _) => i32::try_from(whole).ok()?,
    };
    let is_half = matches!(count, Count::AndHalf(_));
    let is_back = matches!(toward, Toward::Ago | Toward::Earlier);
    // "two days later" leans on a date before it; the day of writing is none, so only the length is known.
    if toward == Toward::Later && !context.has_mention {
        return Some(Reading::alone(Meaning::Length(count, unit)));
    }
    let (leans, n) = match toward {
        Toward::Ago => (leans_on(context)?, n.checked_neg()?),
        Toward::Hence => (leans_on(context)?, n),
        Toward::Earlier => (mentioned(context)?, n.checked_neg()?),
        Toward::Later => (mentioned(context)?, n),
    };
    let anchor = match leans {
        Leans::Published(day) | Leans::Mentioned(day) => day,
        Leans::Alone => return None,
    };
    if n == -1 && unit == Unit::Year && !context.is_narrative && context.quarter.is_some() {
        return year_before(context);
    }
    if let (Unit::Quarter, Leans::Mentioned(_), Some((year, quarter))) = (unit, leans, context.quarter) {
        let first = Date::from_ymd_opt(year, u32::from(quarter) * 3 - 2, 1)?;
        return Some(Reading::on(leans, step(first, unit, n)?));
    }
    // "two and a half years ago" is known to the half year.
    if is_half && unit == Unit::Year {
        let months = n.checked_mul(12)?.checked_add(if is_back { -6 } else { 6 })?;
        return Some(Reading::on(leans, step(anchor, Unit::Month, months)?));
    }
    // "two years and three months ago" is known to the month.
    if let (Count::And(_, months), Unit::Year) = (count, unit) {
        let months = i32::try_from(months).ok()?;
        let months = n.checked_mul(12)?.checked_add(if is_back { -months } else { months })?;
        return Some(Reading::on(leans, step(anchor, Unit::Month, months)?));
    }
    if is_half && matches!(unit, Unit::Decade | Unit::Century) {
        let half = if unit == Unit::Decade { 5 } else { 50 };
        let years = n.checked_mul(2 * half)?.checked_add(if is_back { -half } else { half })?;
        return Some(Reading::on(leans, step(anchor, Unit::Year, years)?));
    }
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
        return Some(Reading::alone(Meaning::Length(count, unit)));
    }
    let is_precise = context.day.is_some() || matches!(leans, Leans::Published(_)) || unit >= Unit::Month;
    if !is_precise && matches!(unit, Unit::Day | Unit::Week | Unit::Fortnight) {
        return Some(Reading::on(leans, Meaning::Unknown(TimexType::Date)));
    }
    Some(Reading::on(leans, step(anchor, unit, n)?))
}
