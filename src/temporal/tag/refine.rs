//! What stands beside an expression can change what it says: "$5 million a year", "he will one day be king".

use super::Draft;
use crate::temporal::expr::{Count, Expr, Recurring, Unit, Vague, Which, YearSaid};
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;
use crate::text::token::TokenKind;

/// Takes in what the words beside an expression say of it.
pub(super) fn refine(words: Words<'_, '_>, draft: &mut Draft) {
    if let Some(expr) = said_beside(words, draft) {
        draft.expr = expr;
    }
    // "25 August, 1815 GMT": the time of that day, and no year.
    if let Expr::Date { year, .. } = &mut draft.expr
        && matches!(year, YearSaid::Number(_))
        && words.is(draft.end, Class::Zone)
        && words.is_mark(draft.end - 2, b',')
    {
        *year = YearSaid::Unsaid;
        draft.end -= 2;
    }
    // "a several-year term": the article belongs to the term.
    let is_compound = (draft.start..draft.end).any(|it| words.is_hyphen(it) && words.touches(it));
    if draft.row.name == "length" && is_compound && words.is(draft.start, Class::A) && words.is(draft.start + 1, Class::Few) {
        draft.start += 1;
    }
}

fn said_beside(words: Words<'_, '_>, draft: &Draft) -> Option<Expr> {
    let is_two_words = draft.end - draft.start == 2;
    match draft.expr {
        Expr::Length { count, unit } if draft.row.name == "one" && unit >= Unit::Hour => {
            let follows = matches!(words.value(draft.end, Class::Prep), Some(6 | 18));
            (is_two_words && !follows && is_rate(words, draft.start)).then_some(Expr::Every(Recurring::Unit(count, unit)))
        }
        // "he will one day be king"
        Expr::Length { count, unit: Unit::Day } if draft.row.name == "length" && count == Count::whole(1) => {
            let follows_modal = draft.start.checked_sub(1).is_some_and(|it| words.value(it, Class::FutureVerb) == Some(0));
            (is_two_words && follows_modal).then_some(Expr::Vague(Vague::Future))
        }
        // The attacks of 2001 are known by their day alone.
        Expr::Date { year: YearSaid::Unsaid, month: 9, day: 11, weekday } => {
            let year = YearSaid::Number(2001);
            is_attacks(words, draft.end).then_some(Expr::Date { year, month: 9, day: 11, weekday })
        }
        // "the last week of the war", "the final month": no week of the calendar.
        Expr::Nth { unit: unit @ (Unit::Week | Unit::Month | Unit::Year), which: Which::Last } => {
            let has_the = draft.start.checked_sub(1).is_some_and(|it| words.is(it, Class::The));
            let is_owned = words.is(draft.end + 1, Class::The) && !words.is(draft.end + 2, Class::Unit);
            let is_part = has_the && words.value(draft.end, Class::Prep) == Some(3) && is_owned;
            (is_part || words.word(draft.start) == "final").then_some(Expr::Length { count: Count::whole(1), unit })
        }
        // "the year ended March 31", "the year to June", "the decade since the war"
        Expr::Nth { unit: unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade), which: Which::The } => {
            is_bounded(words, draft.end).then_some(Expr::Length { count: Count::whole(1), unit })
        }
        _ => None,
    }
}

/// "ended March 31", "to June", "since the war".
fn is_bounded(words: Words<'_, '_>, at: usize) -> bool {
    match words.value(at, Class::Prep) {
        Some(7) => true,
        // "the week before her death": nobody says which.
        Some(6 | 18) => words.word(at + 1) != "that",
        Some(12 | 14) => {
            // "to June", "to 30 June", "to the end of June"
            let is_end = words.is(at + 1, Class::The) && words.is(at + 2, Class::Bound);
            let first = if is_end { at + 4 } else { at + 1 };
            let month = if words.is(first, Class::Digits) { first + 1 } else { first };
            words.month(month).is_some()
        }
        _ => words.is(at, Class::Ended),
    }
}

/// "attacks", "terrorist attacks", "hijackers".
fn is_attacks(words: Words<'_, '_>, at: usize) -> bool {
    let at = if matches!(words.word(at), "terrorist" | "terror" | "terrorism") { at + 1 } else { at };
    matches!(words.word(at), "attacks" | "hijackings" | "hijackers" | "Commission")
}

/// What is counted by the hour in a speed.
pub(super) fn is_distance(word: &str) -> bool {
    matches!(word, "miles" | "kilometers" | "kilometres" | "km" | "knots")
}

/// No sum in brackets is longer, in words: "($1.5 billion)".
const A_SUM: usize = 7;

/// "30 trucks a day", "$5 million a year": so much in each.
fn is_rate(words: Words<'_, '_>, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else { return false };
    // "six cups of tea a day", but "a rate of 15 a day"
    if before > 2 && words.value(before - 1, Class::Prep) == Some(3) && !words.is(before, Class::Digits) {
        before -= 2;
    }
    // "777 million pesos ($57m) a day"
    if words.is_mark(before, b')') {
        let open = (before.saturating_sub(A_SUM)..before).rev().find(|it| words.is_mark(*it, b'('));
        return open.is_some_and(|it| (it..before).any(|it| words.is(it, Class::Digits)));
    }
    let Some(lexeme) = words.at(before) else { return false };
    let word = words.word(before);
    if is_distance(word) {
        return false;
    }
    // "dozens of letters a day"
    if words.value(before, Class::Beside) == Some(8) {
        return true;
    }
    // "an hour a day"
    if words.is(before, Class::Unit) && before > 0 && words.is(before - 1, Class::A) {
        return true;
    }
    let known = Class::Units.bit() | Class::Beside.bit() | Class::Times.bit() | Class::ClockWord.bit();
    let is_plural = lexeme.classes & !known == 0
        && lexeme.token.kind == TokenKind::Word
        && (word.len() > 2 && word.ends_with('s') && !word.ends_with("ss")
            || matches!(word, "people" | "children" | "men" | "women"));
    // "six nights a week"
    if words.is(before, Class::Parts)
        && before > 0
        && words.lexemes[before - 1].classes & (Class::Digits.bit() | Class::Cardinal.bit()) != 0
    {
        return true;
    }
    let is_number = lexeme.classes & (Class::Digits.bit() | Class::Scale.bit()) != 0;
    let counts = Class::Digits.bit() | Class::Cardinal.bit() | Class::Scale.bit();
    let is_counted = (at.saturating_sub(5)..before)
        .any(|it| words.lexemes[it].classes & counts != 0 || words.value(it, Class::Beside) == Some(8));
    is_number || (is_plural && is_counted)
}
