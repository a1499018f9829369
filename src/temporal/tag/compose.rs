//! Neighbours that make one expression: a time of day with its day.

use super::Draft;
use crate::temporal::expr::{Clock, Expr, Part, Unit, Which};
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;

/// Joins a time of day with the day beside it; a part that finds no day and stands for nothing by itself is dropped.
pub(super) fn compose(words: Words<'_, '_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        if let Some(before) = joined.last_mut()
            && let Some(expr) = together(words, before, &draft)
        {
            if !is_time(&before.expr) {
                before.row = draft.row;
            }
            before.expr = expr;
            before.end = draft.end;
            continue;
        }
        joined.push(draft);
    }
    joined.retain(|it| match it.expr {
        Expr::PartOf(_) => false,
        // "at night" stands by itself.
        Expr::DayPart { which: Which::Bare, day: None, .. } => {
            it.start > 0 && words.value(it.start - 1, Class::Prep) == Some(2) && it.end - it.start == 1
        }
        _ => true,
    });
    joined
}

/// "four o'clock this afternoon": the part says which half of the day is meant.
fn at_part(clock: Clock, part: &Expr) -> Option<Expr> {
    let Expr::DayPart { part, which, day } = part else { return None };
    let day = match (which, day) {
        (_, Some(day)) => Some(day.clone()),
        (Which::Last, None) => Some(Box::new(Expr::Today(-1))),
        (Which::This, None) => Some(Box::new(Expr::Today(0))),
        _ => None,
    };
    let is_later = match part {
        Part::Afternoon | Part::Evening => clock.hour < 12,
        Part::Night => (6..12).contains(&clock.hour),
        Part::Morning | Part::Midday | Part::Dawn => false,
    };
    Some(Expr::At { clock: Clock { hour: if is_later { clock.hour + 12 } else { clock.hour }, ..clock }, day })
}

fn is_time(expr: &Expr) -> bool {
    matches!(expr, Expr::At { .. } | Expr::DayPart { .. } | Expr::PartOf(_))
}

fn is_day(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Today(_)
            | Expr::Date { .. }
            | Expr::Weekday { .. }
            | Expr::WeekdayOf { .. }
            | Expr::Feast { .. }
            | Expr::DayOfMonth(_)
            | Expr::NthOf { unit: Unit::Day, .. }
    ) || matches!(expr, Expr::Nth { unit: Unit::Day, .. })
}

fn together(words: Words<'_, '_>, a: &Draft, b: &Draft) -> Option<Expr> {
    let between = b.start.checked_sub(a.end)?;
    let is_glued = between == 0;
    let leads_into = between == 1 && words.value(a.end, Class::Prep) == Some(14);
    let is_joined = is_glued
        || leads_into
        || (between == 1 && (words.is_mark(a.end, b',') || matches!(words.value(a.end, Class::Prep), Some(0..=3))))
        || (between == 2 && words.value(a.end, Class::Prep) == Some(0) && words.is(a.end + 1, Class::The));
    if !is_joined {
        return None;
    }
    let boxed = |day: &Expr| Some(Box::new(day.clone()));
    match (&a.expr, &b.expr) {
        (Expr::At { clock, day: None }, day) if is_day(day) && !leads_into => Some(Expr::At { clock: *clock, day: boxed(day) }),
        (day, Expr::At { clock, day: None }) if is_day(day) && !leads_into => Some(Expr::At { clock: *clock, day: boxed(day) }),
        (Expr::PartOf(part), day) if is_day(day) && is_glued => {
            Some(Expr::DayPart { part: *part, which: Which::Bare, day: boxed(day) })
        }
        // "overnight into Friday", "the night to Friday"
        (Expr::DayPart { part: part @ Part::Night, day: None, .. }, day) if is_day(day) && leads_into => {
            Some(Expr::DayPart { part: *part, which: Which::Previous, day: boxed(day) })
        }
        (Expr::DayPart { part, day: None, .. }, day) if is_day(day) && !leads_into => {
            Some(Expr::DayPart { part: *part, which: Which::Bare, day: boxed(day) })
        }
        (day, Expr::DayPart { part, which: Which::Bare | Which::The, day: None })
            if is_day(day) && !leads_into && (is_glued || (between == 1 && !words.is_mark(a.end, b','))) =>
        {
            Some(Expr::DayPart { part: *part, which: Which::Bare, day: boxed(day) })
        }
        (Expr::At { clock, day: None }, part @ Expr::DayPart { .. }) if !leads_into => at_part(*clock, part),
        (part @ Expr::DayPart { .. }, Expr::At { clock, day: None }) if !leads_into => at_part(*clock, part),
        _ => None,
    }
}
