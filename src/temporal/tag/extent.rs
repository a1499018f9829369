//! What belongs to an expression besides its core: words to its left that hedge it, and a neighbour that completes it.

use super::Draft;
use crate::temporal::expr::{Expr, Hedge};
use crate::temporal::lexicon::Class;
use crate::temporal::rules::Left;
use crate::temporal::shape::Words;

/// No hedge is longer, in words.
const REACH: usize = 6;

/// Takes in the words to the left that belong to each expression.
pub(super) fn widen(words: Words<'_, '_>, drafts: &mut [Draft]) {
    let mut wall = 0;
    for draft in drafts {
        if draft.row.left != Left::Bare {
            let floor = wall.max(draft.start.saturating_sub(REACH));
            while let Some((start, hedge)) = step_left(words, draft, floor) {
                draft.start = start;
                if hedge != Hedge::None && draft.hedge == Hedge::None {
                    draft.hedge = hedge;
                }
            }
        }
        wall = draft.end;
    }
}

fn hedge(value: i32) -> Hedge {
    match value {
        1 => Hedge::About,
        2 => Hedge::More,
        3 => Hedge::Less,
        4 => Hedge::Early,
        5 => Hedge::Mid,
        6 => Hedge::Late,
        7 => Hedge::Earlier,
        8 => Hedge::Later,
        _ => Hedge::None,
    }
}

fn step_left(words: Words<'_, '_>, draft: &Draft, floor: usize) -> Option<(usize, Hedge)> {
    let before = |n: usize| draft.start.checked_sub(n).filter(|it| *it >= floor);
    let one = before(1)?;
    if words.is(one, Class::The) && !words.is(draft.start, Class::The) {
        return Some((one, Hedge::None));
    }
    if let Some(two) = before(2) {
        // "more than", "less than"
        if words.word(one).eq_ignore_ascii_case("than") && words.is(two, Class::Than) {
            return Some((two, hedge(words.value(two, Class::Than)?)));
        }
        // "at least", "up to"
        let pair = (words.word(two), words.word(one));
        if pair.0.eq_ignore_ascii_case("at") && pair.1 == "least" {
            return Some((two, Hedge::More));
        }
        if (pair.0.eq_ignore_ascii_case("at") && pair.1 == "most") || (pair.0.eq_ignore_ascii_case("up") && pair.1 == "to") {
            return Some((two, Hedge::Less));
        }
        // "the end of"
        if pair.1 == "of"
            && let Some(value) = words.value(two, Class::Bound)
        {
            return Some((two, hedge(value)));
        }
        // "mid-1996"
        if words.is_hyphen(one) && words.touches(one) && words.is(two, Class::Hedge) {
            return Some((two, hedge(words.value(two, Class::Hedge)?)));
        }
    }
    let value = words.value(one, Class::Hedge)?;
    let is_phase = value >= 4;
    (is_phase || draft.row.left == Left::Hedge).then(|| (one, hedge(value)))
}

/// Joins a time of day with the day beside it.
pub(super) fn compose(words: Words<'_, '_>, drafts: &mut Vec<Draft>) {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts.drain(..) {
        if let Some(before) = joined.last_mut()
            && let Some(expr) = together(words, before, &draft)
        {
            before.expr = expr;
            before.end = draft.end;
            continue;
        }
        joined.push(draft);
    }
    *drafts = joined;
}

fn is_day(expr: &Expr) -> bool {
    matches!(expr, Expr::Today(_) | Expr::Date { .. } | Expr::Weekday { .. } | Expr::Feast { .. })
}

fn together(words: Words<'_, '_>, a: &Draft, b: &Draft) -> Option<Expr> {
    let between = b.start.checked_sub(a.end)?;
    let joins = match between {
        0 => true,
        1 => words.is_mark(a.end, b',') || matches!(words.value(a.end, Class::In), Some(1 | 2 | 3)),
        _ => false,
    };
    if !joins {
        return None;
    }
    match (&a.expr, &b.expr) {
        (Expr::At { clock, day: None }, day) if is_day(day) => Some(Expr::At { clock: *clock, day: Some(Box::new(day.clone())) }),
        (day, Expr::At { clock, day: None }) if is_day(day) => Some(Expr::At { clock: *clock, day: Some(Box::new(day.clone())) }),
        _ => None,
    }
}
