//! Numbers of units that are no lengths of time: ages, speeds, titles, shares.

use crate::temporal::expr::{Count, Hedge, Unit};
use crate::temporal::lexicon::Class;
use crate::temporal::shape::{Lexeme, Words};
use crate::temporal::tag::Draft;
use crate::temporal::tag::refine::is_distance;
use crate::text::token::TokenKind;

/// "40 years old", "a 40-year-old".
pub(super) fn is_age(words: Words<'_, '_>, after: usize) -> bool {
    let joined = if words.is_hyphen(after) { after + 1 } else { after };
    words.value(joined, Class::Age) == Some(0)
        || (words.value(after, Class::Prep) == Some(3) && words.value(after + 1, Class::Age) == Some(1))
        || (words.value(after, Class::Prep) == Some(16) && words.value(after + 1, Class::Age) == Some(0))
}

/// Whether a number and its unit are no length of time.
pub(super) fn is_false_friend(words: Words<'_, '_>, draft: &Draft, count: Count, unit: Unit) -> bool {
    let after = draft.end;
    if is_age(words, after) {
        return true;
    }
    let first = words.word(draft.start);
    let before = draft.start.checked_sub(1);
    // "aged 40 years", "at the age of 40 years"
    if before.is_some_and(|it| matches!(words.word(it), "aged" | "Aged")) {
        return true;
    }
    // "the Seven Years' War", "a sub-four-minute mile"
    let is_number_capital = (draft.start..after - 1).any(|it| words.is_capital(it) || words.is(it, Class::Digits));
    let is_name = words.is_capital(after - 1) && (words.is_apostrophe(after) || words.is_capital(after)) && is_number_capital;
    let is_part_of_word = words.touches(draft.start) && before.is_some_and(|it| words.is_hyphen(it) && words.touches(it));
    if is_name || (is_part_of_word && before.is_some_and(|it| it > 0 && words.word(it - 1) == "sub")) {
        return true;
    }
    // "60 Minutes", a broadcast
    let is_title = |it: usize| words.is_mark(it, b'"') || matches!(words.word(it), "“" | "”") || words.is_apostrophe(it);
    if words.is_capital(after - 1)
        && before.is_some_and(is_title)
        && words.at(after).is_some_and(|it| it.token.kind == TokenKind::Mark)
    {
        return true;
    }
    if matches!(draft.row.name, "stretch" | "stretch-some" | "ordinal-some") && is_verb_last(words, draft.start) {
        return true;
    }
    // "a year seven pupil", "five year nine girls"
    if words.is(after - 1, Class::Unit) && !words.is_hyphen(after.wrapping_sub(2)) && words.is(after, Class::Cardinal) {
        return true;
    }
    match draft.row.name {
        "length" => {
            // "the third in as many weeks"
            if count == Count::Some && before.is_some_and(|it| words.word(it) == "as") {
                return true;
            }
            // "the 2013 fiscal year"
            if unit == Unit::Year && (draft.start..after).any(|it| words.is(it, Class::Fiscal)) && count.n() > Some(1900) {
                return true;
            }
            // "three quarters of the men", "in some quarters"
            let is_share = count.n() == Some(3) && words.value(after, Class::Prep) == Some(3);
            if unit == Unit::Quarter && (is_share || draft.hedge == Hedge::About) {
                return true;
            }
            // A singular unit wants a hyphen or "one": "two day" is said, "5 second" is not.
            let is_singular = words.is(after - 1, Class::Unit) && !words.is(after - 1, Class::Units);
            let is_one = count.n() == Some(1);
            let hyphened = words.is_hyphen(after.wrapping_sub(2));
            if is_singular && unit == Unit::Quarter && !is_one {
                return true;
            }
            if unit == Unit::Quarter && words.is_hyphen(after.wrapping_sub(2)) {
                return true;
            }
            if is_singular && !is_one && !hyphened {
                return unit <= Unit::Minute || words.is_capital(after - 1);
            }
            if is_one && words.is_capital(draft.start) && words.is_capital(after - 1) {
                return true;
            }
            // "24/7 days", "$5 months"
            words.touches(draft.start) && before.is_some_and(|it| matches!(words.word(it), "$" | "£" | "€" | "/" | ":" | "."))
        }
        "one" => {
            if words.is_hyphen(after) && words.touches(after) {
                return true;
            }
            // "sixty miles an hour" is a speed.
            if unit == Unit::Hour && before.is_some_and(|it| is_distance(words.word(it))) {
                return true;
            }
            // "a second man", "a quarter of", "a day laborer", "a minute"
            (matches!(unit, Unit::Second | Unit::Quarter)) || (unit == Unit::Minute && first == "A")
        }
        "some" => unit == Unit::Quarter || !some_is_led(words, draft),
        // "over the years", "in the years since", but not "the years of hunger"
        "the-some" => {
            let is_since = words.value(after - 1, Class::Prep) == Some(7);
            let led = before.and_then(|it| words.value(it, Class::Prep));
            !(matches!(led, Some(12 | 13)) || is_since && led == Some(0))
                || words.at(after).is_some_and(|it| !is_mark_or_verb(it))
        }
        _ => false,
    }
}

/// What cannot belong to a noun before it.
fn is_mark_or_verb(lexeme: &Lexeme<'_>) -> bool {
    lexeme.token.kind == TokenKind::Mark
        || lexeme.classes & (Class::PastVerb.bit() | Class::Be.bit() | Class::FutureVerb.bit()) != 0
}

/// A bare plural is a length only where the words around make it one.
fn some_is_led(words: Words<'_, '_>, draft: &Draft) -> bool {
    let after = draft.end;
    // "months of talks", "it has been years", "in just minutes"
    let before = draft.start.checked_sub(1);
    let is_of = words.value(after, Class::Prep) == Some(3)
        && (super::begins_sentence(words, draft.start) || before.is_some_and(|it| words.is(it, Class::PastVerb)));
    let follows_been = before.is_some_and(|it| {
        words.word(it) == "been" || words.value(it, Class::Hedge) == Some(11) && it > 0 && words.is(it - 1, Class::Prep)
    });
    if is_of || follows_been {
        return true;
    }
    if words.value(after, Class::Prep) == Some(6) || words.is(after, Class::Later) || words.is(after, Class::Earlier) {
        return true;
    }
    if draft.hedge != Hedge::None {
        return true;
    }
    let Some(before) = draft.start.checked_sub(1) else { return false };
    matches!(words.value(before, Class::Prep), Some(0 | 10 | 11 | 13 | 18)) || words.value(before, Class::Beside) == Some(4)
}

/// "it may last months", "will only last seven days", "begins at nine and last two hours": no word that picks.
pub(super) fn is_verb_last(words: Words<'_, '_>, at: usize) -> bool {
    let governs = |it: usize| {
        words.value(it, Class::FutureVerb) == Some(0)
            || matches!(words.value(it, Class::Prep), Some(14 | 16))
            || matches!(words.word(it), "did" | "not" | "only")
    };
    words.value(at, Class::Which) == Some(3) && at.checked_sub(1).is_some_and(governs)
}
