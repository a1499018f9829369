//! The grammar: a table of rows, each a shape over classes of words and the meaning it builds.

mod clock;
mod date;
mod duration;
#[cfg(test)]
mod examples;
mod fraction;
pub(super) mod opening;
mod period;
mod relative;
mod set;
mod vague;

use super::expr::{Expr, Part, RuleName, Season, Unit, Which, YearSaid};
use super::lexicon::Class;
use super::shape::{Found, Slot};
use crate::calendar::Weekday;

/// Which words to the left of a match belong to its extent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// None.
    Bare,
    /// Phases: "early", "the end of", "earlier".
    Phase,
    /// Phases, and "the".
    ThePhase,
    /// Hedges of a length: "about", "nearly", "more than", "at least".
    Hedge,
    /// Hedges, and "the".
    TheHedge,
}

/// One row of the grammar.
pub(super) struct Row {
    pub(super) name: RuleName,
    /// What it finds, in a few words.
    pub(super) finds: &'static str,
    pub(super) shape: &'static [Slot],
    pub(super) build: fn(&Found) -> Option<Expr>,
    pub(super) left: Left,
    /// Sentences with the expression in brackets, and its TIMEX3 value when published on Saturday, 20 December 2025.
    pub(super) examples: &'static [(&'static str, &'static str)],
    /// Sentences in which it finds nothing.
    pub(super) friends: &'static [&'static str],
}

/// The tables by what they find, in the order of precedence among matches of one length.
pub(super) const TABLES: [(&str, &[Row]); 8] = [
    ("Dates", date::ROWS),
    ("Years and seasons", period::ROWS),
    ("Quarters and halves", fraction::ROWS),
    ("Relative dates", relative::ROWS),
    ("Times of day", clock::ROWS),
    ("Lengths", duration::ROWS),
    ("Sets", set::ROWS),
    ("Words without bounds", vague::ROWS),
];

/// The table as a document: what each row finds, with its examples; `docs/RULES.md` is this text.
pub fn document() -> String {
    let mut text = String::from(HEAD);
    for (title, rows) in TABLES {
        text.push_str(&format!("\n## {title}\n"));
        for row in rows {
            text.push_str(&format!("\n### {}\nFinds {}.\n\n", row.name, row.finds));
            for (sentence, value) in row.examples {
                text.push_str(&format!("- {} → `{value}`\n", sentence.replace(['[', ']'], "**")));
            }
            for friend in row.friends {
                text.push_str(&format!("- not: {friend}\n"));
            }
        }
    }
    text
}

const HEAD: &str = "# The rules of time

This document is made from the table in `src/temporal/rules`; a test keeps it fresh. Each row finds one shape of words. Its
examples show the expression in bold and the TIMEX3 value it has in an article published on Saturday, 20 December 2025; below
them stand sentences in which the row finds nothing.
";

/// Every row.
pub(super) fn rows() -> impl Iterator<Item = &'static Row> {
    TABLES.into_iter().flat_map(|it| it.1)
}

// Prepositions, by their numbers in the lexica.
const IN: Slot = Slot::Is(Class::Prep, 0);
const OF: Slot = Slot::Is(Class::Prep, 3);
const TO: Slot = Slot::Is(Class::Prep, 14);
const AND: Slot = Slot::Is(Class::Prep, 16);
const OR: Slot = Slot::Is(Class::Prep, 17);
const COMMA: Slot = Slot::Mark(b',');
const THE: Slot = Slot::Is(Class::The, 1);
/// "last", "this past", "that same".
const WHICH: Slot = Slot::Any(&[
    Slot::All(&[Slot::Is(Class::Which, 2), Slot::Word(Class::Which)]),
    Slot::All(&[Slot::Is(Class::Which, 10), Slot::Is(Class::Which, 9)]),
    Slot::Word(Class::Which),
]);
/// "to three", "or three", "-3" behind the number that counts.
const UP_TO: Slot = Slot::Opt(&[Slot::Any(&[TO, OR, Slot::Mark(b'-')]), Slot::Count]);
/// "or so", "or two".
const OR_SO: Slot = Slot::Opt(&[OR, Slot::Any(&[Slot::So, Slot::Count])]);
/// A unit in the singular or the plural.
const UNIT: Slot = Slot::Any(&[Slot::Word(Class::Units), Slot::Word(Class::Unit)]);
const YEAR_UNIT: Slot = Slot::Is(Class::Unit, 10);
/// "1998", "of 1998", ", 1998".
const OF_YEAR: Slot = Slot::Opt(&[
    Slot::Any(&[Slot::All(&[COMMA, Slot::Year]), Slot::All(&[OF, Slot::Year]), Slot::Year]),
    Slot::Opt(&[Slot::Word(Class::YearWord)]),
]);
/// The same without a comma.
const OF_YEAR_NEAR: Slot = Slot::Opt(&[Slot::Opt(&[OF]), Slot::Year]);
/// "last year", "of that year", "of the year".
const SOME_YEAR: Slot = Slot::Any(&[SOME_YEAR_OF, SOME_YEAR_NEAR]);
const SOME_YEAR_OF: Slot = Slot::All(&[OF, Slot::Opt(&[THE]), Slot::Word(Class::Which), YEAR_UNIT]);
const SOME_YEAR_NEAR: Slot = Slot::All(&[Slot::Word(Class::Which), YEAR_UNIT]);

/// The unit that a lexicon's number stands for.
pub(super) fn unit(value: i32) -> Unit {
    use Unit::*;
    const UNITS: [Unit; 14] =
        [Second, Minute, Hour, Day, Week, Weekend, Fortnight, Month, Quarter, HalfYear, Year, Decade, Century, Millennium];
    usize::try_from(value).ok().and_then(|it| UNITS.get(it).copied()).unwrap_or(Day)
}

/// The unit among what a shape found, singular or plural.
fn found_unit(found: &Found) -> Option<Unit> {
    found.get(Class::Unit).or(found.get(Class::Units)).map(unit)
}

/// A small number among what a shape found.
fn found_u8(found: &Found, class: Class) -> Option<u8> {
    found.get(class).and_then(|it| u8::try_from(it).ok())
}

/// Which of them, as a shape found it; the last word counts in "this past", "that same".
fn found_which(found: &Found) -> Which {
    use Which::*;
    const ALL: [Which; 12] = [Bare, The, This, Last, Past, Previous, Next, Coming, Following, Same, That, Latest];
    let value = found.last(Class::Which).unwrap_or(if found.has(Class::The) { 1 } else { 0 });
    usize::try_from(value).ok().and_then(|it| ALL.get(it).copied()).unwrap_or(Bare)
}

/// The year among what a shape found: a number, or a word before "year".
fn found_year(found: &Found) -> YearSaid {
    if let Some(year) = found.get(Class::Year) {
        return YearSaid::Number(year);
    }
    match found_which(found) {
        which if found.has(Class::Unit) && which != Which::Bare => relative_year(which),
        _ => YearSaid::Unsaid,
    }
}

/// The year that a word before "year" picks.
fn relative_year(which: Which) -> YearSaid {
    match which {
        Which::This | Which::Latest => YearSaid::Relative(0),
        Which::Last | Which::Past => YearSaid::Relative(-1),
        Which::Next | Which::Coming => YearSaid::Relative(1),
        Which::Previous | Which::Following | Which::The | Which::That | Which::Same | Which::Bare => YearSaid::Mentioned,
    }
}

/// The weekday among what a shape found.
fn found_weekday(found: &Found) -> Option<Weekday> {
    weekday(found.get(Class::Weekday).or(found.get(Class::Weekdays))?)
}

/// The weekday of an ISO number, Monday 1.
pub(super) fn weekday(iso: i32) -> Option<Weekday> {
    Weekday::try_from(u8::try_from(iso - 1).ok()?).ok()
}

/// The season among what a shape found.
fn found_season(found: &Found) -> Option<Season> {
    season(found.get(Class::Season)?)
}

/// The season that a lexicon's number stands for.
fn season(value: i32) -> Option<Season> {
    Some(match value {
        0 => Season::Spring,
        1 => Season::Summer,
        2 => Season::Autumn,
        3 => Season::Winter,
        _ => return None,
    })
}

/// The part of day among what a shape found.
fn found_part(found: &Found) -> Option<Part> {
    Some(match found.get(Class::Part).or(found.get(Class::Parts))? {
        0 => Part::Morning,
        1 => Part::Midday,
        2 => Part::Afternoon,
        3 => Part::Evening,
        4 => Part::Night,
        5 => Part::Dawn,
        _ => return None,
    })
}
