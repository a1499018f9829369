//! Weekdays, units, offsets and quarters: what leans on the day of writing or on a date before.

use super::super::context::{Context, last_quarter, quarter_of};
use super::super::{TimexType, is_known};
use super::{Leans, Reading, leans_on, mentioned};
use crate::calendar::{Date, Datelike, Weekday, shift};
use crate::temporal::expr::{Count, Tense, Toward, Unit, Vague, Which, YearSaid};
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
    let is_future = matches!(tense, Tense::Future(_));
    let year = if n > now && !is_future {
        this - 1
    } else if n < now && is_future && now - n >= 2 {
        this + 1
    } else {
        this
    };
    Some(Reading::on(Leans::Published(published), of(year, n)))
}

/// "the 1988 period", "the same month a year ago": the quarter or month last mentioned, in that year.
fn same_period(unit: Unit, year: YearSaid, context: &Context) -> Option<Reading> {
    let year = match year {
        YearSaid::Number(year) => year,
        YearSaid::Relative(n) => context.anchor()?.year() + i32::from(n),
        YearSaid::Unsaid | YearSaid::Mentioned => context.year?,
    };
    let month = context.month.filter(|_| context.has_mention && (unit == Unit::Month || context.day.is_none()));
    Some(Reading::alone(match (context.quarter.filter(|_| unit == Unit::Quarter), month) {
        (Some((_, n)), _) => Meaning::Quarter(year, n),
        (None, Some((_, month))) => Meaning::Month(year, month),
        (None, None) => Meaning::Year(year),
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

pub(super) fn weekday_of(weekday: Weekday, which: Which, tense: Tense, context: &Context) -> Option<Reading> {
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
            Tense::Future(_) => (after, Some(on_or_before)),
            Tense::Past(_) | Tense::Untold => (on_or_before, Some(after)),
        },
    };
    Some(Reading { rejected: other.map(Meaning::Day), ..Reading::on(leans, Meaning::Day(day)) })
}

pub(super) fn nth(unit: Unit, which: Which, tense: Tense, context: &Context) -> Option<Reading> {
    let anaphoric = matches!(which, Which::The | Which::Previous | Which::Following | Which::Same | Which::That);
    let by_published = |n: i32| {
        let day = context.anchor()?;
        Some(Reading::on(leans_on(context)?, whole(day, unit, n)?))
    };
    let last = match unit {
        Unit::Week | Unit::Weekend => context.week,
        // No day of it was named: the first of a month is not meant. In news "the day" is then that of writing.
        Unit::Day if which == Which::The && !context.is_narrative => context.day.or(context.published),
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
            Which::The | Which::Bare | Which::Latest if is_early && !matches!(tense, Tense::Future(_)) => -1,
            _ => 0,
        };
        return Some(Reading::on(Leans::Published(day), step(day, unit, n)?));
    }
    match which {
        Which::Bare | Which::This | Which::Latest => by_published(0),
        Which::Last | Which::Past => by_published(-1),
        Which::Next | Which::Coming => by_published(1),
        Which::The if !context.is_narrative && unit != Unit::Day && !context.is_about_year(unit) => by_published(0),
        Which::The | Which::Same | Which::That => by_mentioned(0),
        Which::Previous => by_mentioned(-1),
        Which::Following => by_mentioned(1),
    }
    .filter(|it| is_known(&it.meaning) || anaphoric)
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

pub(super) fn offset(count: Count, unit: Unit, toward: Toward, context: &Context) -> Option<Reading> {
    let vague = match toward {
        Toward::Ago | Toward::Earlier => Vague::Past,
        Toward::Hence | Toward::Later => Vague::Future,
    };
    let n = match count {
        // "minutes later" is no more of the future than the minutes before it.
        Count::Some if unit <= Unit::Hour => return Some(Reading::alone(Meaning::Length(count, unit))),
        Count::Some => return Some(Reading::alone(Meaning::Vague(vague))),
        Count::Exactly(_) => i32::try_from(count.n()?).ok()?,
        Count::AndHalf(whole) => i32::try_from(whole).ok()?,
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
    // "two and a half years ago" is known to the half year.
    if is_half && unit == Unit::Year {
        let months = n.checked_mul(12)?.checked_add(if is_back { -6 } else { 6 })?;
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
