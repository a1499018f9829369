//! False friends: what looks like an expression of time and is none, told from the words around it.

mod clock;
mod idiom;
mod length;
mod year;

use super::Draft;
use crate::temporal::expr::{Expr, Hedge, Recurring, Unit, Vague, Which, YearSaid};
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;
use crate::text::token::{Gap, TokenKind};

/// Whether a match is a false friend.
pub(super) fn is_false_friend(words: Words<'_, '_>, draft: &Draft) -> bool {
    let after = draft.end;
    // "the raid following Tuesday's quake": a preposition, no word that picks.
    if words.word(draft.start) == "following" {
        return true;
    }
    if idiom::is_false_friend(words, draft) {
        return true;
    }
    match &draft.expr {
        Expr::Fraction { year: YearSaid::Unsaid, .. } => is_of_game(words, draft),
        Expr::Year(year) => year::is_false_friend(words, draft, *year),
        Expr::Month { which: Which::Bare, year: YearSaid::Unsaid, .. } => bare_month(words, draft),
        Expr::Length { count, unit } => length::is_false_friend(words, draft, *count, *unit),
        Expr::Stretch { .. } => length::is_age(words, after) || length::is_verb_last(words, draft.start),
        Expr::Vague(_) if draft.row.name == "stretch-some" && length::is_verb_last(words, draft.start) => true,
        Expr::Offset { .. } if draft.row.name == "beyond-next" => false,
        Expr::Offset { .. } => is_followed_by_clause(words, draft) || words.word(after) == "than",
        Expr::Season { which: Which::Bare | Which::The, year: YearSaid::Unsaid, .. } => bare_season(words, draft),
        Expr::DayOfMonth(_) => {
            let of = if words.value(after, Class::Prep) == Some(3) { after + 1 } else { after };
            // "the 5th and 6th divisions"
            let is_listed = words.value(after, Class::Prep) == Some(16)
                && words.is(after + 2, Class::Suffix)
                && !words.is(after + 3, Class::Units);
            !closes(words, after) || words.is(of, Class::Month) || is_listed && !closes(words, after + 3)
        }
        // "This time, they won": not the time spoken of.
        Expr::Vague(_) if draft.row.name == "that-time" => {
            begins_sentence(words, draft.start) && !words.is(draft.start, Class::The)
                || draft.start.checked_sub(1).is_some_and(|it| words.is_mark(it, b','))
        }
        Expr::Vague(_) if matches!(draft.row.name, "term" | "time-being") => {
            // "in the near term prices fall", "for the time being he stays"
            let led = draft.start.checked_sub(1).and_then(|it| words.value(it, Class::Prep));
            let is_compound = words.is_hyphen(after.saturating_sub(2));
            !closes(words, after) && (is_compound || !matches!(led, Some(0 | 3 | 10 | 13)))
        }
        Expr::Vague(_) if draft.row.name == "in-future" => {
            let is_led = draft.start.checked_sub(1).is_some_and(|it| words.value(it, Class::Prep) == Some(0));
            !is_led || !(closes(words, after) || begins_noun_or_clause(words, after))
        }
        Expr::Vague(_) if draft.row.name == "long-ago" => false,
        Expr::Vague(vague) => vague_word(words, draft, *vague),
        // "for a second day", but not "on the second day"
        Expr::Nth { .. } if draft.row.name == "straight-day" => {
            let is_led = draft.start.checked_sub(1).is_some_and(|it| words.value(it, Class::Prep) == Some(10));
            let is_second = is_led && words.is(draft.start, Class::A) && closes(words, after);
            !(is_second || words.is(draft.end - 2, Class::Filler))
        }
        // "the 2025-26 financial year"
        Expr::Nth { .. }
            if draft.row.name == "fiscal-year" && draft.start.checked_sub(1).is_some_and(|it| words.is(it, Class::Digits)) =>
        {
            true
        }
        Expr::Nth { .. } if draft.row.name == "new-year" => {
            !closes(words, after) || words.is_capital(draft.end - 1) && words.is_capital(after)
        }
        Expr::Nth { unit, which } => unit_noun(words, draft, *unit, *which),
        // "since New Year's", but not "a New Year's speech"
        Expr::Feast { .. } if words.is(after - 1, Class::Plural) => !closes(words, after),
        Expr::Feast { year: YearSaid::Unsaid, .. } => is_name(words, after),
        Expr::Every(Recurring::Unit(_, Unit::Second)) => !closes(words, after),
        Expr::Every(_) if draft.row.name == "adverb" && is_newspaper(words, draft) => true,
        Expr::Every(_) => {
            words.is_capital(draft.start)
                && !begins_sentence(words, draft.start)
                && !words.is(draft.start, Class::Weekdays)
                && !words.is(draft.start, Class::Weekday)
        }
        // German "Morgen" is the morning, "morgen" tomorrow.
        Expr::Today(1) if words.word(draft.start) == "Morgen" => true,
        // "USA Today", "the Today programme"
        Expr::Today(_) => {
            let before = draft.start.checked_sub(1).filter(|_| words.is_capital(draft.start));
            before.is_some_and(|it| {
                is_all_capitals(words.word(it)) || !begins_sentence(words, draft.start) && !closes(words, after)
            })
        }
        Expr::Date { day, month, .. } => {
            let says_i = draft.row.name == "day-prep-month" && draft.start > 1 && words.word(draft.start - 2) == "I";
            // "in May the Second Squadron left"
            let last = draft.end - 1;
            let is_number_of_name = words.is(last, Class::Ordinal) && words.is_capital(last) && words.is_capital(after);
            *day > last_day(*month) || says_i || is_number_of_name
        }
        Expr::Season { year: YearSaid::Number(_), .. } => words.value(after, Class::Beside) == Some(0),
        Expr::At { .. } => clock::is_false_friend(words, draft),
        // "In the morning the roof fell", but not "the night the roof fell", "the night he died".
        Expr::DayPart { which: Which::The, day: None, .. } => {
            // "the early hours of the war"
            if draft.row.name == "ordinal-some" && words.value(after, Class::Prep) == Some(3) {
                return true;
            }
            let is_led = draft.start.checked_sub(1).is_some_and(|it| matches!(words.value(it, Class::Prep), Some(0 | 4)));
            let closes = closes(words, after) && (is_led || !is_subject(words, after));
            !(closes || is_led && begins_noun_or_clause(words, after))
        }
        Expr::DayPart { day: None, .. } if draft.row.name == "part-before" => is_followed_by_clause(words, draft),
        // "on a Monday": nobody says which.
        Expr::Weekday { which: Which::Bare, .. } => {
            let is_any = draft.start.checked_sub(1).is_some_and(|it| words.is(it, Class::A)) && closes(words, after);
            is_any || is_weekday_of_a_name(words, draft)
        }
        Expr::Decade(_) => {
            // "the 70s and 80s", but not "in their 50s and 60s"
            let is_told = |it: usize| words.is_apostrophe(it) || words.is(it, Class::The) || it > 0 && has_the(words, it - 1);
            let is_listed = draft.start > 3
                && words.is(draft.start - 2, Class::Plural)
                && words.is(draft.start - 1, Class::Prep)
                && is_told(draft.start - 4);
            let is_said = is_listed || words.is_apostrophe(draft.end.saturating_sub(3)) || has_the(words, draft.start);
            draft.row.name == "decade-short" && !is_said
        }
        _ => false,
    }
}

/// "They scored ten points in the third quarter."
fn is_of_game(words: Words<'_, '_>, draft: &Draft) -> bool {
    let near = draft.start.saturating_sub(A_GAME)..draft.end + A_GAME;
    near.into_iter().any(|it| words.value(it, Class::Beside) == Some(9))
}

/// How far the words of a game stand from its quarter.
const A_GAME: usize = 9;

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
    words.at(at).is_none_or(|it| it.token.kind == TokenKind::Mark || it.token.gap >= Gap::Line || is_verb_or_prep(words, at))
}

/// What belongs to no noun before it; "deadline" and "meeting", by which plans are told too, do.
fn is_verb_or_prep(words: Words<'_, '_>, at: usize) -> bool {
    let is_plan = words.value(at, Class::FutureVerb).is_some_and(|it| !matches!(it, 4 | 6));
    is_plan || words.is(at, Class::Prep) || words.is(at, Class::PastVerb) || words.is(at, Class::Be)
}

/// "in the past he sang", "into the future if need be": the noun before is whole.
fn begins_noun_or_clause(words: Words<'_, '_>, at: usize) -> bool {
    words.at(at).is_some_and(|it| it.classes & (Class::Clause.bit() | Class::The.bit() | Class::A.bit()) != 0)
}

/// "the daily Le Monde", "the party weekly Der Ruf", but not "the daily White House briefing".
fn is_newspaper(words: Words<'_, '_>, draft: &Draft) -> bool {
    let is_name = |at: usize| {
        words.is_capital(at)
            && words.at(at).is_some_and(|it| it.token.gap == Gap::Space && it.classes & Class::Weekday.bit() == 0)
    };
    let is_led = draft.start.checked_sub(1).is_some_and(|it| words.is(it, Class::The) || words.is_capital(it));
    let end = (draft.end..draft.end + 4).find(|it| !is_name(*it)).unwrap_or(draft.end + 4);
    is_led && end > draft.end && closes(words, end)
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
    let is_joined = before.is_some_and(|it| matches!(words.value(it, Class::Prep), Some(16 | 17)));
    if is_all_capitals(month) && (!is_led || is_joined) {
        return true;
    }
    // "Women's March on Versailles", "the March to the sea"
    let is_walk = before.is_some_and(|it| words.is(it, Class::The) || words.is(it, Class::Plural));
    // "the March vote"
    let names_noun = !is_verb_or_prep(words, draft.end)
        && words.at(draft.end).is_some_and(|it| it.token.kind == TokenKind::Word && it.token.gap == Gap::Space);
    if month == "March" && is_walk && !names_noun {
        return true;
    }
    let next_is_capital = words.is_capital(draft.end) && words.at(draft.end).is_some_and(|it| it.token.gap == Gap::Space);
    let before_is_name = before.is_some_and(|it| {
        words.is_capital(it) && !begins_sentence(words, it) && words.at(draft.start).is_some_and(|it| it.token.gap == Gap::Space)
    });
    // "and Jan Kavan": a first name, whatever leads it
    let is_span = words.is_hyphen(draft.end) && words.month(draft.end + 1).is_some()
        || before.is_some_and(|it| it > 0 && words.is_hyphen(it) && words.is(it - 1, Class::Month));
    if is_span {
        return false;
    }
    if words.is(core, Class::Abbreviation) && !words.is(core, Class::Prep) && month != "Sept" && (!is_led || next_is_capital) {
        return true;
    }
    // "the annual March for Life"
    if month == "March"
        && !is_led
        && matches!(words.value(draft.end, Class::Prep), Some(1 | 10 | 14))
        && words.is_capital(draft.end + 1)
    {
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

/// "he", "they": the subject of a clause that says more of the noun before it.
fn is_subject(words: Words<'_, '_>, at: usize) -> bool {
    matches!(words.word(at), "he" | "she" | "it" | "they" | "we" | "you" | "I")
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
    // "the year before that"
    let is_that = draft.row.name == "the-unit-before"
        && words.word(draft.end) == "that"
        && words.at(draft.end + 1).is_none_or(|it| it.token.kind == TokenKind::Mark);
    // "the day before in a speech"
    let is_led = matches!(words.value(draft.end, Class::Prep), Some(0..=2 | 4 | 8 | 10 | 16));
    !is_pluperfect
        && !is_led
        && !is_that
        && !words.at(draft.end).is_none_or(|it| it.token.kind == TokenKind::Mark || it.token.gap >= Gap::Line)
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
    // "in summer", "they spent the spring", "the fall and winter"
    let is_listed = prep == Some(16) && before > 0 && words.is(before - 1, Class::Season);
    let is_spent = words.value(before, Class::Beside) == Some(4);
    let is_led = (matches!(prep, Some(0 | 4 | 5 | 6 | 7 | 8 | 9 | 12 | 14 | 18)) || is_listed || is_spent)
        && words.at(draft.start).is_some_and(|it| it.token.gap != Gap::None);
    let name = words.word(core).to_ascii_lowercase();
    let is_word = matches!(name.as_str(), "fall" | "spring");
    if is_word {
        let is_deed = words.value(draft.end, Class::Prep) == Some(3);
        return is_deed || !(is_led && (has_the || matches!(prep, Some(0 | 4 | 16))) && closes(words, draft.end));
    }
    !(is_led || has_the)
}

fn vague_word(words: Words<'_, '_>, draft: &Draft, vague: Vague) -> bool {
    let (core, after) = (draft.end - 1, draft.end);
    let word = words.word(core);
    let before = draft.start.checked_sub(1);
    if words.is(core, Class::VagueNoun) && words.is(draft.start, Class::The) {
        // "the past", but not "the past president": nothing may be named.
        return vague == Vague::Present || !(closes(words, after) || begins_noun_or_clause(words, after));
    }
    match word.to_ascii_lowercase().as_str() {
        // "now that", "until now", "by now" stay; "Now," at the beginning is a way of speaking.
        "now" => begins_sentence(words, draft.start) && words.is_mark(after, b','),
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
            // "the day he died", "the day of the vote": another day.
            Unit::Day => {
                // "Oct. 12, the day before the crash" tells of the day it stands beside.
                let is_beside = draft.start.checked_sub(1).is_some_and(|it| words.is_mark(it, b','));
                let is_of_event = match words.value(draft.end, Class::Prep) {
                    Some(3) => true,
                    Some(6 | 18) => !is_beside,
                    _ => false,
                };
                // "It gets worse by the day."
                let is_idiom = draft.start.checked_sub(1).is_some_and(|it| words.value(it, Class::Prep) == Some(4));
                !closes(words, draft.end) || is_subject(words, draft.end) || is_of_event || is_idiom
            }
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
