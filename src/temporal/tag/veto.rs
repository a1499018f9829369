//! False friends: what looks like an expression of time and is none, told from the words around it.

mod year;

use super::Draft;
use crate::temporal::expr::{Count, Expr, Hedge, Recurring, Unit, Vague, Which, YearSaid};
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;
use crate::text::token::{Gap, TokenKind};

/// Whether a match is a false friend.
pub(super) fn is_false_friend(words: Words<'_, '_>, draft: &Draft) -> bool {
    let after = draft.end;
    match &draft.expr {
        Expr::Year(year) => year::is_false_friend(words, draft, *year),
        Expr::Month { which: Which::Bare, year: YearSaid::Unsaid, .. } => bare_month(words, draft),
        Expr::Length { count, unit } => length(words, draft, *count, *unit),
        Expr::Stretch { .. } => is_age(words, after),
        Expr::Offset { .. } if draft.row.name == "beyond-next" => false,
        Expr::Offset { .. } => is_followed_by_clause(words, draft) || words.word(after) == "than",
        Expr::Season { which: Which::Bare | Which::The, year: YearSaid::Unsaid, .. } => bare_season(words, draft),
        Expr::DayOfMonth(_) => {
            let of = if words.value(after, Class::Prep) == Some(3) { after + 1 } else { after };
            !closes(words, after) || words.is(of, Class::Month)
        }
        // "This time, they won": not the time spoken of.
        Expr::Vague(_) if draft.row.name == "that-time" => {
            begins_sentence(words, draft.start) && !words.is(draft.start, Class::The)
                || draft.start.checked_sub(1).is_some_and(|it| words.is_mark(it, b','))
        }
        Expr::Vague(_) if matches!(draft.row.name, "term" | "time-being") => {
            !closes(words, after) && !words.is(after, Class::The) && !words.is(after, Class::A)
        }
        Expr::Vague(vague) => vague_word(words, draft, *vague),
        Expr::Nth { unit, which } => unit_noun(words, draft, *unit, *which),
        Expr::Feast { year: YearSaid::Unsaid, .. } => is_name(words, after),
        Expr::Every(Recurring::Unit(_, Unit::Second)) => !closes(words, after),
        Expr::Every(_) => {
            words.is_capital(draft.start)
                && !begins_sentence(words, draft.start)
                && !words.is(draft.start, Class::Weekdays)
                && !words.is(draft.start, Class::Weekday)
        }
        // German "Morgen" is the morning, "morgen" tomorrow.
        Expr::Today(1) if words.word(draft.start) == "Morgen" => true,
        Expr::Today(_) => is_all_capitals(words.word(draft.start)) && is_all_capitals(words.word(draft.start.wrapping_sub(1))),
        Expr::Date { day, month, .. } => {
            let says_i = draft.row.name == "day-prep-month" && draft.start > 1 && words.word(draft.start - 2) == "I";
            // "in May the Second Squadron left"
            let last = draft.end - 1;
            let is_number_of_name = words.is(last, Class::Ordinal) && words.is_capital(last) && words.is_capital(after);
            *day > last_day(*month) || says_i || is_number_of_name
        }
        Expr::Season { year: YearSaid::Number(_), .. } => words.value(after, Class::Beside) == Some(0),
        Expr::At { .. } => clock_time(words, draft),
        Expr::DayPart { which: Which::The, day: None, .. } => !closes(words, after),
        Expr::DayPart { day: None, .. } if draft.row.name == "part-before" => is_followed_by_clause(words, draft),
        Expr::Weekday { which: Which::Bare, .. } => is_weekday_of_a_name(words, draft),
        Expr::Decade(_) => {
            draft.row.name == "decade-short" && !words.is_apostrophe(draft.end.saturating_sub(3)) && !has_the(words, draft.start)
        }
        _ => false,
    }
}

/// Whether "the" stands in an extent or before it.
fn has_the(words: Words<'_, '_>, start: usize) -> bool {
    words.is(start, Class::The) || start.checked_sub(1).is_some_and(|it| words.is(it, Class::The))
}

/// "Bloody Sunday", "the Sunday Times".
fn is_weekday_of_a_name(words: Words<'_, '_>, draft: &Draft) -> bool {
    let Some(before) = draft.start.checked_sub(1) else { return false };
    let follows_name = words.value(before, Class::Beside) == Some(5) && words.is_capital(before);
    let next_is_name = words.is_capital(draft.end)
        && words
            .at(draft.end)
            .is_some_and(|it| it.token.gap == Gap::Space && it.classes & (Class::Month.bit() | Class::Part.bit()) == 0);
    follows_name || (words.is(before, Class::The) && next_is_name)
}

/// "Midnight Express", "it took 1530 hours".
fn clock_time(words: Words<'_, '_>, draft: &Draft) -> bool {
    let is_led = |led: std::ops::RangeInclusive<i32>| {
        draft.start.checked_sub(1).and_then(|it| words.value(it, Class::Prep)).is_some_and(|it| led.contains(&it))
    };
    match draft.row.name {
        "noon" => {
            words.is_capital(draft.start)
                && words.is_capital(draft.end)
                && !words.is(draft.end, Class::Weekday)
                && !words.is(draft.end, Class::Month)
        }
        "hour-zone" => !words.is(draft.end - 1, Class::Zone) && !is_led(2..=8),
        _ => false,
    }
}

fn last_day(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_all_capitals(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// Whether a word begins its sentence.
fn begins_sentence(words: Words<'_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    words.at(at).is_some_and(|it| it.token.gap >= Gap::Line)
        || words
            .at(before)
            .is_some_and(|it| it.token.kind == TokenKind::Mark && !words.is_mark(before, b',') && !words.is_hyphen(before))
}

/// Whether an expression can end here: a mark, a preposition, or nothing follows.
fn closes(words: Words<'_, '_>, at: usize) -> bool {
    words.at(at).is_none_or(|it| {
        it.token.kind == TokenKind::Mark
            || it.token.gap >= Gap::Line
            || it.classes & (Class::Prep.bit() | Class::PastVerb.bit() | Class::Be.bit() | Class::FutureVerb.bit()) != 0
    })
}

/// Whether a capitalised word follows in the sentence: "Christmas Island", "Easter Rising".
fn is_name(words: Words<'_, '_>, at: usize) -> bool {
    words.is_capital(at) && !words.is(at, Class::Weekday) && !words.is(at, Class::Month)
        || words.value(at, Class::Beside) == Some(3)
}

/// "May" and "March" as words of their own, months as names of people, ships and streets.
fn bare_month(words: Words<'_, '_>, draft: &Draft) -> bool {
    let core = draft.end - 1;
    let month = words.word(core);
    if draft.hedge != Hedge::None {
        return false;
    }
    let before = draft.start.checked_sub(1);
    let is_led = before.is_some_and(|it| words.is(it, Class::Prep) || words.is(it, Class::Hedge) || words.is(it, Class::Which));
    if is_all_capitals(month) && !is_led {
        return true;
    }
    // "Women's March on Versailles", "the March to the sea"
    let is_walk = before.is_some_and(|it| words.is(it, Class::The) || words.is(it, Class::Plural));
    if month == "March" && is_walk {
        return true;
    }
    let next_is_capital = words.is_capital(draft.end) && words.at(draft.end).is_some_and(|it| it.token.gap == Gap::Space);
    let before_is_name = before.is_some_and(|it| {
        words.is_capital(it) && !begins_sentence(words, it) && words.at(draft.start).is_some_and(|it| it.token.gap == Gap::Space)
    });
    if words.is(core, Class::Abbreviation) && !words.is(core, Class::Prep) && month != "Sept" && !is_led {
        return true;
    }
    let follows_first_name = before.is_some_and(|it| words.is_capital(it) && words.at(it).is_some_and(|it| it.classes == 0))
        && words.at(draft.start).is_some_and(|it| it.token.gap == Gap::Space);
    if month == "May" && follows_first_name {
        return true;
    }
    match month {
        // These are words and first names: something must say that a month is meant.
        "May" | "March" | "April" | "June" | "August" | "Mai" | "Juni" | "Juli" => {
            let is_modal = month == "May" && (words.is(draft.end, Class::Be) || begins_sentence(words, draft.start));
            (is_modal && !is_led)
                || (!is_led
                    && (next_is_capital
                        || before_is_name
                        || (begins_sentence(words, draft.start) && month != "June" && month != "April" && month != "August")))
        }
        _ => !is_led && before_is_name && next_is_capital,
    }
}

fn is_age(words: Words<'_, '_>, after: usize) -> bool {
    let joined = if words.is_hyphen(after) { after + 1 } else { after };
    words.value(joined, Class::Age) == Some(0)
        || (words.value(after, Class::Prep) == Some(3) && words.value(after + 1, Class::Age) == Some(1))
        || (words.value(after, Class::Prep) == Some(16) && words.value(after + 1, Class::Age) == Some(0))
}

fn length(words: Words<'_, '_>, draft: &Draft, count: Count, unit: Unit) -> bool {
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
    // "The Seven Years' War", "a sub-four-minute mile"
    let is_name =
        words.is_capital(after - 1) && (words.is_apostrophe(after) || words.is_capital(after)) && words.is_capital(draft.start);
    let is_part_of_word = words.touches(draft.start) && before.is_some_and(|it| words.is_hyphen(it) && words.touches(it));
    if is_name || (is_part_of_word && before.is_some_and(|it| it > 0 && words.word(it - 1) == "sub")) {
        return true;
    }
    match draft.row.name {
        "length" => {
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
            // "a second man", "a quarter of", "a day laborer", "a minute"
            (matches!(unit, Unit::Second | Unit::Quarter)) || (unit == Unit::Minute && first == "A")
        }
        "some" => unit == Unit::Quarter || !some_is_led(words, draft),
        _ => false,
    }
}

/// A bare plural is a length only where the words around make it one.
fn some_is_led(words: Words<'_, '_>, draft: &Draft) -> bool {
    let after = draft.end;
    if words.value(after, Class::Prep) == Some(6) || words.is(after, Class::Later) || words.is(after, Class::Earlier) {
        return true;
    }
    if draft.hedge != Hedge::None {
        return true;
    }
    let Some(before) = draft.start.checked_sub(1) else { return false };
    matches!(words.value(before, Class::Prep), Some(0 | 10 | 11 | 13 | 18)) || words.value(before, Class::Beside) == Some(4)
}

/// "three days after he left": a length, and a clause that says from when.
fn is_followed_by_clause(words: Words<'_, '_>, draft: &Draft) -> bool {
    let last = draft.end - 1;
    let is_open = words.value(last, Class::Later) == Some(1) || words.value(last, Class::Earlier) == Some(1);
    if !is_open {
        return false;
    }
    // "The day before he had sold the house."
    let is_pluperfect = words.word(draft.end) == "had" || words.word(draft.end + 1) == "had";
    !is_pluperfect && !words.at(draft.end).is_none_or(|it| it.token.kind == TokenKind::Mark || it.token.gap >= Gap::Line)
}

fn bare_season(words: Words<'_, '_>, draft: &Draft) -> bool {
    let core = draft.end - 1;
    if words.is_capital(core) && words.is_capital(draft.end) {
        return true;
    }
    if draft.hedge != Hedge::None {
        return false;
    }
    let has_the = words.is(draft.start, Class::The);
    let Some(before) = draft.start.checked_sub(1) else { return true };
    let prep = words.value(before, Class::Prep);
    let is_led = matches!(prep, Some(0 | 4 | 5 | 6 | 7 | 8 | 9 | 12 | 14 | 18))
        && words.at(draft.start).is_some_and(|it| it.token.gap != Gap::None);
    let name = words.word(core).to_ascii_lowercase();
    let is_word = matches!(name.as_str(), "fall" | "spring");
    if is_word {
        let is_deed = words.value(draft.end, Class::Prep) == Some(3);
        return is_deed || !(is_led && (has_the || prep == Some(0) || prep == Some(4)) && closes(words, draft.end));
    }
    !(is_led || has_the)
}

fn vague_word(words: Words<'_, '_>, draft: &Draft, vague: Vague) -> bool {
    let (core, after) = (draft.end - 1, draft.end);
    let word = words.word(core);
    let before = draft.start.checked_sub(1);
    if words.is(core, Class::VagueNoun) && words.is(draft.start, Class::The) {
        // "the past", but not "the past president": nothing may be named.
        return vague == Vague::Present || !closes(words, after);
    }
    match word.to_ascii_lowercase().as_str() {
        // "now that", "until now", "by now" stay; "Now," at the beginning is a way of speaking.
        "now" => words.word(after) == "that" || (begins_sentence(words, draft.start) && words.is_mark(after, b',')),
        "current" => {
            // The sea's and the wire's: a noun, so nothing it could belong to follows.
            let is_noun = closes(words, after);
            is_noun || before.is_some_and(|it| words.is(it, Class::A))
        }
        _ => false,
    }
}

/// "the day laborer", "the week magazine", "that second".
fn unit_noun(words: Words<'_, '_>, draft: &Draft, unit: Unit, which: Which) -> bool {
    let core = draft.end - 1;
    if words.is(draft.end, Class::Age) {
        return true;
    }
    match which {
        Which::The if draft.hedge == Hedge::None => match unit {
            Unit::Day => !closes(words, draft.end),
            Unit::Year | Unit::Quarter | Unit::Week | Unit::Month | Unit::Weekend | Unit::Decade | Unit::Century => {
                // "The Week", "the year 2000"
                words.is_capital(core) || (words.is_hyphen(draft.end) && words.touches(draft.end))
            }
            _ => true,
        },
        Which::That | Which::Same | Which::This if unit <= Unit::Hour => true,
        _ => words.is_capital(core) && words.is_capital(draft.start) && unit == Unit::Week,
    }
}
