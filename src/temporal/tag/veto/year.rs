//! Numbers of four digits that are no years.

use crate::temporal::expr::Hedge;
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;
use crate::temporal::tag::Draft;
use crate::text::token::{Gap, TokenKind};

/// Whether a number is no year: what it counts, or what it numbers, stands beside it.
pub(super) fn is_false_friend(words: Words<'_, '_>, draft: &Draft, year: i32) -> bool {
    if draft.row.name == "era-year" && !super::is_all_capitals(words.word(draft.start)) {
        return true;
    }
    let is_said = words.lexemes[draft.start].classes
        & (Class::Unit.bit() | Class::The.bit() | Class::Era.bit() | Class::Fiscal.bit() | Class::Filler.bit())
        != 0;
    if is_said || draft.row.name.starts_with("year-era") || draft.hedge != Hedge::None {
        return false;
    }
    let after = draft.end;
    let before = draft.start.checked_sub(1);
    // "19 January, 1815 GMT" is a time of day.
    let counts = |at: usize| {
        words.value(at, Class::Beside) == Some(0)
            || words.is(at, Class::Zone)
            || words.is(at, Class::Unit)
            || words.is(at, Class::Units)
            || words.is(at, Class::Scale)
            || words.is_mark(at, b'%')
            || (words.is_mark(at, b'/') && words.touches(at) && !is_next_year(words, at + 1, year))
            || (words.is_mark(at, b':') && words.touches(at) && words.touches(at + 1) && words.is(at + 1, Class::Digits))
    };
    // A hyphen in between: "2000-pound".
    let joined = words.is_hyphen(after) && words.touches(after) && words.touches(after + 1);
    if counts(after) && !words.is_apostrophe(after) || (joined && (counts(after + 1))) {
        return true;
    }
    if words.at(after).is_some_and(|it| it.token.gap == Gap::None && it.token.kind == TokenKind::Word) {
        return true;
    }
    let Some(before) = before else { return !(1600..2100).contains(&year) };
    let is_joined_before = words.touches(draft.start);
    let mark = words.word(before);
    if is_joined_before && matches!(mark, "$" | "#" | "£" | "€" | "¥" | "+" | "@" | "=" | ":" | "*") {
        return true;
    }
    if is_joined_before && words.at(before).is_some_and(|it| it.token.kind == TokenKind::Word) {
        return true;
    }
    // "Flight 1977-800", "No. 1990", "Rs 2000", "page 1984".
    if is_joined_before && words.is_hyphen(before) && before > 0 && words.touches(before) {
        let first = words.year(before - 1).map(|it| it.1);
        let is_range = first.is_some_and(|it| it < year && year - it < 200);
        if !is_range && words.at(before - 1).is_some_and(|it| it.token.kind == TokenKind::Number) {
            return true;
        }
    }
    if words.is_mark(before, b'.') && before > 0 && matches!(words.word(before - 1), "No" | "no" | "Nos" | "p" | "pp" | "Rs") {
        return true;
    }
    let is_numbering = match words.value(before, Class::Beside) {
        Some(1) => true,
        Some(7) => words.is_capital(before),
        _ => false,
    };
    if is_numbering || words.value(after + 1, Class::Beside) == Some(2) && words.is_capital(after) {
        return true;
    }
    let opens = |class: Class| words.is(before, class);
    let is_led = opens(Class::Prep) || opens(Class::The) || opens(Class::Hedge) || opens(Class::Season) || opens(Class::Month);
    // "It fell over 2000 metres", "1990 points", "the 2015 passengers".
    let next = words.word(after);
    let counts_plural = next.len() > 3
        && next.ends_with('s')
        && !next.ends_with("ss")
        && words.at(after).is_some_and(|it| it.token.gap == Gap::Space && it.classes == 0)
        && !words.is_capital(after);
    let is_said = matches!(words.value(before, Class::Prep), Some(0 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 18))
        || opens(Class::The)
        || opens(Class::Month)
        || opens(Class::Season);
    // "the 1967 and 1973 wars"
    let is_listed = (opens(Class::Prep) || words.is_mark(before, b',')) && before > 0 && words.year(before - 1).is_some();
    let is_own =
        words.is_apostrophe(before) || (before > 0 && words.is_apostrophe(before - 1)) || is_possessive(words.word(before));
    if counts_plural && !is_said && !is_own && !is_listed {
        return true;
    }
    // "UN Resolution 1973", "Office 2013": a name and its number.
    let is_numbered = words.is_capital(before)
        && words.at(before).is_some_and(|it| it.token.kind == TokenKind::Word && it.classes == 0)
        && !super::begins_sentence(words, before)
        && words.at(draft.start).is_some_and(|it| it.token.gap == Gap::Space)
        && !words.is_hyphen(after)
        && !is_led;
    if is_numbered {
        return true;
    }
    if opens(Class::Hedge) || words.word(before) == "than" {
        return words
            .at(after)
            .is_some_and(|it| it.token.kind == TokenKind::Word && it.classes & (Class::Prep.bit() | Class::Be.bit()) == 0);
    }
    if (1900..2100).contains(&year) || ((1600..1900).contains(&year) && year % 100 != 0) {
        return false;
    }
    // Other numbers are years only where a word says so.
    let is_led = matches!(words.value(before, Class::Prep), Some(0 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12 | 14 | 15 | 16 | 18))
        || words.is(before, Class::Hedge)
        || words.is(before, Class::Season)
        || words.is_mark(before, b'(')
        || (words.is_hyphen(before) && before > 0 && words.year(before - 1).is_some())
        || words.is(before, Class::Month);
    !is_led
        || !super::closes(words, after)
        || (2200..).contains(&year)
        || (year % 100 == 0 && words.value(before, Class::Prep) == Some(3))
}

/// "12" in "2011/12".
fn is_next_year(words: Words<'_, '_>, at: usize, year: i32) -> bool {
    words.touches(at)
        && words.word(at).len() == 2
        && words.digits(at).and_then(|it| i32::try_from(it).ok()) == Some((year + 1) % 100)
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "its" | "his" | "her" | "their" | "our" | "my" | "your")
}
