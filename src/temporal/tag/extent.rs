//! What belongs to an expression besides its core: words to its left that hedge it.

use super::Draft;
use crate::temporal::expr::{Expr, Hedge, Which};
use crate::temporal::lexicon::Class;
use crate::temporal::rules::Left;
use crate::temporal::shape::Words;

/// No hedge is longer, in words.
const REACH: usize = 7;

/// Takes in the words to the left that belong to an expression; `wall` is where the one before it ends.
pub(super) fn widen(words: Words<'_, '_>, draft: &mut Draft, wall: usize) {
    if draft.row.left == Left::Bare {
        return;
    }
    let floor = wall.max(draft.start.saturating_sub(REACH));
    let mut has_phase = false;
    // "the four-day trip": the article belongs to the trip.
    let core = draft.start..draft.end;
    let is_compound = core.clone().skip(1).all(|it| words.touches(it)) && core.clone().any(|it| words.is_hyphen(it));
    while let Some(step) = step_left(words, draft, floor, (has_phase, is_compound)) {
        draft.start = step.start;
        if step.hedge != Hedge::None && draft.hedge == Hedge::None {
            draft.hedge = step.hedge;
        }
        if step.is_the && !has_phase {
            // "the next year" leans on the date last mentioned, "next year" and "the end of next year" on the day of writing.
            if let Expr::Nth { which: which @ Which::Next, .. } = &mut draft.expr {
                *which = Which::Following;
            }
        }
        has_phase |= step.is_phase;
    }
}

/// What begins a number.
const OF_NUMBER: u64 = Class::Digits.bit() | Class::Cardinal.bit() | Class::A.bit();

struct Step {
    start: usize,
    hedge: Hedge,
    is_phase: bool,
    is_the: bool,
}

fn hedge(value: i32) -> Hedge {
    match value {
        1 | 14 => Hedge::About,
        2 | 12 => Hedge::More,
        3 | 13 => Hedge::Less,
        4 => Hedge::Early,
        5 => Hedge::Mid,
        6 => Hedge::Late,
        7 => Hedge::Earlier,
        8 => Hedge::Later,
        10 => Hedge::Another,
        _ => Hedge::None,
    }
}

fn left_of(draft: &Draft) -> Left {
    draft.row.left
}

fn step_left(words: Words<'_, '_>, draft: &Draft, floor: usize, (has_phase, is_compound): (bool, bool)) -> Option<Step> {
    let before = |n: usize| draft.start.checked_sub(n).filter(|it| *it >= floor);
    // "the end of March", but in "the early March vote" the article belongs to the vote.
    let adjective = |start: usize, hedge: Hedge| {
        Some(Step { start, hedge, is_phase: matches!(left_of(draft), Left::ThePhase | Left::TheHedge), is_the: false })
    };
    let step = |start: usize, hedge: Hedge| Some(Step { start, hedge, is_phase: false, is_the: false });
    let phase = |start: usize, hedge: Hedge| Some(Step { start, hedge, is_phase: true, is_the: false });
    let one = before(1)?;
    let left = draft.row.left;
    let takes_the = has_phase || matches!(left, Left::ThePhase | Left::TheHedge);
    if words.is(one, Class::The) && takes_the && (!is_compound || has_phase) && !words.is(draft.start, Class::The) {
        return Some(Step { start: one, hedge: Hedge::None, is_phase: false, is_the: true });
    }
    let takes_hedge = matches!(left, Left::Hedge | Left::TheHedge);
    if let Some(two) = before(2) {
        if takes_hedge {
            // "more than", "less than", "at least", "up to"
            if words.word(one).eq_ignore_ascii_case("than") && words.is(two, Class::Than) {
                let no = two.checked_sub(1).filter(|it| *it >= floor && words.word(*it).eq_ignore_ascii_case("no"));
                return step(no.unwrap_or(two), hedge(words.value(two, Class::Than)?));
            }
            let is_at = words.value(two, Class::Prep) == Some(2);
            match words.word(one) {
                "least" if is_at => return step(two, Hedge::More),
                "most" if is_at => return step(two, Hedge::Less),
                "to" if words.word(two).eq_ignore_ascii_case("up") => return step(two, Hedge::Less),
                _ => {}
            }
        }
        // "the end of", "early in"
        if words.value(one, Class::Prep) == Some(3)
            && let Some(value) = words.value(two, Class::Bound).filter(|it| !matches!(it, 15 | 16))
        {
            return phase(two, hedge(value));
        }
        // "early in June", "late on Friday"
        let is_day = matches!(draft.expr, Expr::Weekday { .. } | Expr::Date { .. });
        let is_led = words.value(one, Class::Prep) == Some(0) || (is_day && words.value(one, Class::Prep) == Some(1));
        if is_led
            && !takes_hedge
            && let Some(value) = words.value(two, Class::Hedge).filter(|it| (4..=8).contains(it))
        {
            return phase(two, hedge(value));
        }
        // "mid-1996"
        if words.is_hyphen(one)
            && words.touches(one)
            && let Some(value) = words.value(two, Class::Hedge).filter(|it| (4..=6).contains(it))
        {
            return adjective(two, hedge(value));
        }
    }
    match words.value(one, Class::Hedge)? {
        value @ (4..=6 | 9) => adjective(one, hedge(value)),
        value @ (7 | 8) if !takes_hedge => adjective(one, hedge(value)),
        14 if takes_hedge || matches!(draft.expr, Expr::Date { .. }) => step(one, Hedge::About),
        // "a further two years"
        10 if takes_hedge && before(2).is_some_and(|it| words.is(it, Class::A)) => step(one - 1, Hedge::Another),
        value @ (1..=3 | 10) if takes_hedge => step(one, hedge(value)),
        11 if takes_hedge && words.lexemes[draft.start].classes & Class::Few.bit() == 0 && draft.hedge != Hedge::None => {
            step(one, Hedge::None)
        }
        // "for over a year", but not "over the past year", "six hours over two days".
        12 if takes_hedge && words.lexemes[draft.start].classes & OF_NUMBER != 0 => {
            let led = Class::Prep.bit() | Class::Hedge.bit() | Class::Be.bit();
            let is_of = words.value(draft.end, Class::Prep) == Some(3) || matches!(draft.expr, Expr::Offset { .. });
            let is_more = is_of
                || before(2).is_some_and(|it| {
                    words.lexemes[it].classes & led != 0
                        || words.value(it, Class::Beside) == Some(4)
                        || matches!(words.word(it), "well" | "little")
                });
            is_more.then_some(Step { start: one, hedge: Hedge::More, is_phase: false, is_the: false })
        }
        1 if words.word(one).starts_with(['c', 'C']) => step(one, Hedge::About),
        _ => None,
    }
}
