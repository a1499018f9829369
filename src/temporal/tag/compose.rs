//! Neighbours that make one expression: a time of day with its day.

use super::{Draft, hours, range};
use crate::temporal::expr::{Clock, Count, Expr, Hedge, Part, Toward, Unit, Which};
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
    lend_days(words, &mut joined);
    name_day(words, &mut joined);
    let mut wall = 0;
    for draft in &mut joined {
        hours::take_hour(words, draft, wall);
        wall = draft.end;
    }
    joined.retain(|it| match it.expr {
        Expr::PartOf(_) => false,
        // "at night", "by midday", "by evening" stand by themselves.
        Expr::DayPart { part, which: Which::Bare, day: None } => {
            let led = it.start.checked_sub(1).and_then(|before| words.value(before, Class::Prep));
            let is_hour = match part {
                Part::Midday | Part::Dawn => matches!(led, Some(4..=6 | 18)),
                // "by evening", but not "by evening the score"
                Part::Morning | Part::Afternoon | Part::Evening => {
                    led == Some(4) && !words.is(it.end, Class::The) && !words.is(it.end, Class::A)
                }
                Part::Night => false,
            };
            it.end - it.start == 1 && (led == Some(2) || is_hour)
        }
        _ => true,
    });
    joined
}

/// "for a third day on Sunday": the day that follows is the one meant.
fn name_day(words: Words<'_, '_>, drafts: &mut [Draft]) {
    for i in 1..drafts.len() {
        let (left, right) = drafts.split_at_mut(i);
        let (Some(first), Some(second)) = (left.last_mut(), right.first()) else { continue };
        let is_on = second.start == first.end + 1 && words.value(first.end, Class::Prep) == Some(1);
        // "late in the day on Nov. 21"
        let is_named = first.row.name == "straight-day" || matches!(first.expr, Expr::Nth { unit: Unit::Day, which: Which::The });
        if is_named && is_on && is_day(&second.expr) {
            first.expr = second.expr.clone();
        }
    }
}

/// "between 9 and 11 p.m. Friday", "at 5 p.m. (2100 GMT) Monday": the day behind the second time is that of the first too.
fn lend_days(words: Words<'_, '_>, drafts: &mut [Draft]) {
    for i in (1..drafts.len()).rev() {
        let (left, right) = drafts.split_at_mut(i);
        let (Some(first), Some(second)) = (left.last_mut(), right.first()) else { continue };
        let between = second.start.saturating_sub(first.end);
        // "4 a.m. (10 p.m. ET Sunday)": there it was the day before.
        let is_same_day = || match (clock_of(&first.expr), clock_of(&second.expr)) {
            (Some(here), Some(there)) => here.hour.abs_diff(there.hour) < 12,
            _ => true,
        };
        let opens = words.is_mark(first.end, b'(');
        let is_range = between == 1 && (range::joins(words, first.end) || opens && is_same_day());
        // "by noon (on Tuesday)"
        let is_added = opens && between == 2 && words.value(first.end + 1, Class::Prep) == Some(1);
        let is_bracketed = words.is_mark(first.end, b')')
            && (between == 1 || between == 2 && matches!(words.value(first.end + 1, Class::Prep), Some(1)));
        let Expr::At { day: day @ None, .. } = &mut first.expr else { continue };
        *day = match &second.expr {
            Expr::At { day, .. } if is_range => day.clone(),
            day if is_day(day) && (is_bracketed || is_added) => Some(Box::new(day.clone())),
            _ => None,
        };
    }
}

fn clock_of(expr: &Expr) -> Option<&Clock> {
    match expr {
        Expr::At { clock, .. } => Some(clock),
        _ => None,
    }
}

/// "four o'clock this afternoon": the part says which half of the day is meant.
fn at_part(clock: Clock, part: &Expr) -> Option<Expr> {
    let Expr::DayPart { part, which, day } = part else { return None };
    let beside = |which| Some(Box::new(Expr::Nth { unit: Unit::Day, which }));
    let day = match (which, day) {
        (_, Some(day)) => Some(day.clone()),
        (Which::Last, None) => Some(Box::new(Expr::Today(-1))),
        (Which::This, None) => Some(Box::new(Expr::Today(0))),
        (Which::Next | Which::Following, None) => beside(Which::Following),
        (Which::Previous, None) => beside(Which::Previous),
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

/// Two lengths of which the second is told in the next smaller unit: "two hours and 15 minutes".
fn and_rest(words: Words<'_, '_>, a: &Draft, b: &Draft) -> Option<Expr> {
    let Expr::Length { count, unit } = a.expr else { return None };
    let (rest, smaller, toward) = match b.expr {
        Expr::Length { count, unit } => (count.n()?, unit, None),
        Expr::Offset { count, unit, toward } => (count.n()?, unit, Some(toward)),
        _ => return None,
    };
    let between = b.start.checked_sub(a.end)?;
    let is_joined = between == 0
        || between == 1 && (words.is_mark(a.end, b',') || words.value(a.end, Class::Prep) == Some(16))
        || between == 2 && words.is_mark(a.end, b',') && words.value(a.end + 1, Class::Prep) == Some(16);
    let is_plain = matches!(a.row.name, "length" | "one") && b.hedge == Hedge::None && unit.smaller() == Some(smaller);
    let count = Count::And(count.n()?, rest);
    (is_joined && is_plain).then_some(match toward {
        None => Expr::Length { count, unit },
        Some(toward) => Expr::Offset { count, unit, toward },
    })
}

/// "a week from Monday", "two years ago today", "ten years ago on Tuesday", "the week of Oct. 15".
fn counted_from(words: Words<'_, '_>, a: &Draft, b: &Draft) -> Option<Expr> {
    let between = b.start.checked_sub(a.end)?;
    let led = |prep: i32| between == 1 && words.value(a.end, Class::Prep) == Some(prep);
    let is_near = matches!(b.expr, Expr::Today(_) | Expr::Weekday { which: Which::Bare, .. });
    let base = || Box::new(b.expr.clone());
    match a.expr {
        Expr::Length { count, unit } if unit >= Unit::Day && is_near && led(8) => {
            Some(Expr::From { count, unit, toward: Toward::Hence, base: base() })
        }
        // "The last of them is a week on Sunday."
        Expr::Length { count, unit: Unit::Week } if is_near && led(1) && a.row.name == "one" => {
            let is_led = a.start.checked_sub(1).is_some_and(|it| words.is(it, Class::Be));
            is_led.then(|| Expr::From { count, unit: Unit::Week, toward: Toward::Hence, base: base() })
        }
        Expr::Offset { count, unit, toward: Toward::Ago } if unit >= Unit::Week && (between == 0 || led(1)) => {
            let is_this = matches!(b.expr, Expr::Nth { unit: Unit::Week | Unit::Month, which: Which::This });
            (is_near || is_this).then(|| Expr::From { count, unit, toward: Toward::Ago, base: base() })
        }
        Expr::Nth { unit: unit @ (Unit::Week | Unit::Weekend), which: Which::The } if led(3) && is_day(&b.expr) => {
            Some(Expr::UnitOf { unit, day: base() })
        }
        _ => None,
    }
}

fn together(words: Words<'_, '_>, a: &Draft, b: &Draft) -> Option<Expr> {
    if let Some(expr) = and_rest(words, a, b).or_else(|| counted_from(words, a, b)) {
        return Some(expr);
    }
    let between = b.start.checked_sub(a.end)?;
    let is_glued = between == 0;
    // "2014-03-12T14:00"
    let is_stamp = between == 1 && words.word(a.end) == "T" && words.touches(a.end) && words.touches(b.start);
    let leads_into = between == 1 && words.value(a.end, Class::Prep) == Some(14);
    let is_joined = is_glued
        || leads_into
        || is_stamp
        || (between == 2 && words.is_mark(a.end, b',') && words.value(a.end + 1, Class::Prep) == Some(2))
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
        // "the early hours of this morning"
        (Expr::PartOf(part), Expr::DayPart { part: Part::Morning, which: which @ (Which::This | Which::The), day: None })
            if is_glued =>
        {
            Some(Expr::DayPart { part: *part, which: *which, day: None })
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
        // "the early hours of Friday morning"
        (Expr::DayPart { which, day: Some(day), .. }, Expr::DayPart { part, which: Which::Bare, day: None }) if is_glued => {
            Some(Expr::DayPart { part: *part, which: *which, day: Some(day.clone()) })
        }
        (Expr::At { clock, day: None }, part @ Expr::DayPart { .. }) if !leads_into => at_part(*clock, part),
        // "10pm on Friday night"
        (Expr::At { clock, day: Some(day) }, Expr::DayPart { part, which, day: None }) if is_glued => {
            at_part(*clock, &Expr::DayPart { part: *part, which: *which, day: Some(day.clone()) })
        }
        // "this morning at 8", but not "at dawn, at noon"
        (Expr::DayPart { which: Which::Bare, day: None, .. }, Expr::At { .. }) => None,
        (part @ Expr::DayPart { .. }, Expr::At { clock, day: None }) if !leads_into => at_part(*clock, part),
        _ => None,
    }
}
