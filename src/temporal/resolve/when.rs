//! The interval of a reading for the chronology: never narrower than what was said.

use super::context::Context;
use super::mean::{Leans, Reading};
use crate::calendar::{Date, Interval, Precision, shift};
use crate::temporal::expr::{Count, Expr, Hedge, Lead, Part, Season, Tense, Timex, Unit, Which, YearSaid};
use crate::temporal::meaning::{Meaning, step};

/// When a reading means.
pub(super) fn when(timex: &Timex, reading: &Reading, context: &Context) -> Option<Interval> {
    if let Expr::Length { count, unit } = &timex.expr {
        return ahead(*count, *unit, timex, context.published.filter(|_| !context.is_narrative)?);
    }
    if let Expr::Stretch { count, unit, which } = &timex.expr {
        return stretch(*count, *unit, *which, context.published?);
    }
    let base = match (&timex.expr, &reading.meaning) {
        // "last winter" is one winter; only "the winter of 1994" may mean its beginning or its end.
        (Expr::Season { season: Season::Winter, year: YearSaid::Unsaid, .. }, Meaning::Season(year, _)) => {
            let december = Date::from_ymd_opt(*year, 12, 1)?;
            Interval::days(december, shift::days(shift::months(december, 3), -1), Precision::Season)
        }
        // The days of "the first week of May" are all in May, whatever the calendar's weeks.
        (Expr::NthOf { .. }, Meaning::Week(middle)) => {
            Interval::days(shift::days(*middle, -3), shift::days(*middle, 3), Precision::Week)
        }
        _ => reading.meaning.interval()?,
    };
    let base = match (&timex.expr, reading.leans) {
        (Expr::Nth { unit, which: Which::This | Which::The }, Leans::Published(day)) => phase(base, *unit, timex, day),
        // "Friday night" is the evening of Friday, "last night" reaches into the day.
        (Expr::DayPart { part: Part::Night, which: Which::Bare, day: Some(_) }, _) => {
            Interval::hours(base.first_day(), 18, 24, Precision::Part).unwrap_or(base)
        }
        _ => base,
    };
    let base = match timex.hedge {
        Hedge::About if base.precision == Precision::Day => Interval { precision: Precision::About, ..base },
        _ => base,
    };
    Some(lead(base, timex, context.published))
}

/// "earlier this week" ends before the day of writing, "later this week" begins after it. A week may begin on Sunday in the
/// calendar of who says it, and end on it in another's, so the week of a word holds both Sundays.
fn phase(base: Interval, unit: Unit, timex: &Timex, day: Date) -> Interval {
    let (first, last) = match unit {
        Unit::Week => (shift::days(base.first_day(), -1), base.last_day()),
        _ => (base.first_day(), base.last_day()),
    };
    match timex.hedge {
        Hedge::Earlier => {
            let before = shift::days(day, -1);
            Interval::days(first, if before < first { day } else { before }, base.precision)
        }
        Hedge::Later => {
            let after = shift::days(day, 1);
            Interval::days(if after > last { day } else { after }, last, base.precision)
        }
        // What is told of this week as past has happened by the day of writing.
        Hedge::None if unit == Unit::Week && matches!(timex.tense, Tense::Past(_)) => Interval::days(first, day, base.precision),
        _ => Interval::days(first, last, base.precision),
    }
}

/// "by Friday" with a plan, "before March", "since 2014".
fn lead(base: Interval, timex: &Timex, published: Option<Date>) -> Interval {
    let is_plan = timex.tense.is_plan();
    match timex.lead {
        Lead::Before if !base.open_start() => Interval::before(base.first_day()),
        Lead::By | Lead::Until if is_plan && !base.open_end() => Interval::before(shift::days(base.last_day(), 1)),
        Lead::Since => match published {
            Some(day) if base.first_day() < day => {
                Interval { precision: Precision::Span, ..Interval::days(base.first_day(), day, Precision::Span) }
            }
            _ => Interval { end: crate::calendar::Moment::MAX, precision: Precision::After, ..base },
        },
        _ => base,
    }
}

/// "will open in two weeks": the verb of the plan stands right before it, so it is no "twice in two weeks".
fn ahead(count: Count, unit: Unit, timex: &Timex, day: Date) -> Option<Interval> {
    let (Tense::Future(cue) | Tense::Likely(cue)) = timex.tense else { return None };
    let is_near = timex.range.start.checked_sub(cue.end).is_some_and(|it| it <= A_VERB);
    if timex.lead != Lead::In || !is_near || unit < Unit::Day {
        return None;
    }
    step(day, unit, i32::try_from(count.n()?).ok()?)?.interval()
}

/// The bytes between a modal and its "in": room for "be open again in".
const A_VERB: u32 = 18;

/// "the past three days": the days that end on the day of writing.
fn stretch(count: Count, unit: Unit, which: Which, day: Date) -> Option<Interval> {
    let n = i64::from(count.n().filter(|it| *it > 0)?);
    let is_past = match which {
        Which::Last | Which::Past | Which::Latest => true,
        Which::Next | Which::Coming => false,
        _ => return None,
    };
    let sign = if is_past { -1 } else { 1 };
    let far = match unit {
        Unit::Day => shift::days(day, sign * (n - 1).max(0)),
        Unit::Week => shift::days(day, sign * n.checked_mul(7)?),
        Unit::Fortnight => shift::days(day, sign * n.checked_mul(14)?),
        Unit::Month => shift::months(day, i32::try_from(sign * n).ok()?),
        Unit::Quarter => shift::months(day, i32::try_from(sign * n.checked_mul(3)?).ok()?),
        Unit::Year => shift::months(day, i32::try_from(sign * n.checked_mul(12)?).ok()?),
        Unit::Decade => shift::months(day, i32::try_from(sign * n.checked_mul(120)?).ok()?),
        _ => return None,
    };
    Some(if is_past { Interval::span(far, day) } else { Interval::span(day, far) })
}

/// What the readings of the several days of an anchor have in common: the value itself, else the month or the year.
pub(super) fn common_value(readings: &[&Reading]) -> String {
    let values: Vec<String> = readings.iter().map(|it| it.meaning.value()).collect();
    let Some(first) = values.first() else { return String::new() };
    let shares = |n: usize| first.get(..n).filter(|prefix| values.iter().all(|it| it.get(..n) == Some(*prefix)));
    if values.iter().all(|it| it == first) {
        return first.clone();
    }
    let is_calendar = |value: &String| value.starts_with(|c: char| c.is_ascii_digit());
    if !values.iter().all(is_calendar) {
        return String::new();
    }
    let is_month = |n: usize| {
        first.as_bytes().get(n - 1).is_some_and(u8::is_ascii_digit) && first.as_bytes().get(5).is_some_and(u8::is_ascii_digit)
    };
    match shares(7) {
        Some(month) if is_month(7) => month.to_string(),
        _ => shares(4).unwrap_or("").to_string(),
    }
}

/// What holds the readings of all days that the anchor may be; `None` where that says next to nothing.
pub(super) fn hull(readings: &[&Reading], published: Option<Interval>) -> Option<Interval> {
    let mut all: Option<Interval> = None;
    for reading in readings {
        let when = reading.when?;
        all = Some(all.map_or(when, |it| it.hull(&when)));
    }
    let all = all?;
    let first = readings.first()?.when?;
    if all == first {
        return Some(all);
    }
    // A hull many times as wide as what was said and as what is known of the day of writing is no knowledge.
    let room = published.map_or(0, |it| it.n_days()) + first.n_days();
    let is_open = all.open_start() || all.open_end();
    if !is_open && all.n_days() > room.saturating_mul(2).saturating_add(7) {
        return None;
    }
    let precision =
        if is_open || all.n_days() <= 7 && first.precision == Precision::Week { first.precision } else { Precision::Within };
    Some(Interval { precision, ..all })
}
