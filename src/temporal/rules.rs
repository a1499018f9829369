//! The grammar: a table of rows, each a shape over classes of words and the meaning it builds.

mod absolute;
mod clock;
mod duration;
mod relative;
mod set;
mod vague;

use super::expr::{Expr, Part, RuleName, Season, Unit, Which};
use super::lexicon::Class;
use super::shape::{Found, Slot};
use crate::calendar::Weekday;

/// Which words to the left of a match belong to its extent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// None.
    Bare,
    /// "early", "the end of", "earlier": phases of a date.
    Phase,
    /// "the", "about", "nearly", "more than", "at least": hedges of a length, and phases.
    Hedge,
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

/// Every row, in the order of precedence among matches of one length.
pub(super) const TABLES: [&[Row]; 6] = [absolute::ROWS, relative::ROWS, clock::ROWS, duration::ROWS, set::ROWS, vague::ROWS];

/// Every row.
pub(super) fn rows() -> impl Iterator<Item = &'static Row> {
    TABLES.into_iter().flatten()
}

/// The classes with which a shape can begin, as a set of bits.
pub(super) fn first_classes(shape: &[Slot]) -> u64 {
    let digits = Class::Digits.bit();
    let number = digits | Class::Cardinal.bit() | Class::Ordinal.bit();
    let Some((slot, rest)) = shape.split_first() else { return 0 };
    match slot {
        Slot::Word(class) | Slot::Is(class, _) => class.bit(),
        Slot::Mark(_) => 0,
        Slot::Hyphen => first_classes(rest),
        Slot::Count => number | Class::Few.bit() | Class::Couple.bit() | Class::A.bit(),
        Slot::Day | Slot::Year | Slot::Clock => number,
        Slot::Month => Class::Month.bit(),
        Slot::Weekday => Class::Weekday.bit(),
        Slot::Opt(inner) => first_classes(inner) | first_classes(rest),
        Slot::Any(choices) => choices.iter().fold(0, |all, it| all | first_classes(std::slice::from_ref(it))),
    }
}

/// The unit that a lexicon's number stands for.
pub(super) fn unit(value: i32) -> Unit {
    use Unit::*;
    const UNITS: [Unit; 14] =
        [Second, Minute, Hour, Day, Week, Weekend, Fortnight, Month, Quarter, HalfYear, Year, Decade, Century, Millennium];
    usize::try_from(value).ok().and_then(|it| UNITS.get(it).copied()).unwrap_or(Day)
}

/// The unit among what a shape found, singular or plural.
pub(super) fn found_unit(found: &Found) -> Option<Unit> {
    found.get(Class::Unit).or(found.get(Class::Units)).map(unit)
}

/// Which of them, as a shape found it.
pub(super) fn found_which(found: &Found) -> Which {
    use Which::*;
    const ALL: [Which; 12] = [Bare, The, This, Last, Past, Previous, Next, Coming, Following, Same, That, Latest];
    let value = found.get(Class::Which).unwrap_or(if found.has(Class::The) { 1 } else { 0 });
    usize::try_from(value).ok().and_then(|it| ALL.get(it).copied()).unwrap_or(Bare)
}

/// The weekday among what a shape found.
pub(super) fn found_weekday(found: &Found) -> Option<Weekday> {
    weekday(found.get(Class::Weekday).or(found.get(Class::Weekdays))?)
}

/// The weekday of an ISO number, Monday 1.
pub(super) fn weekday(iso: i32) -> Option<Weekday> {
    Weekday::try_from(u8::try_from(iso - 1).ok()?).ok()
}

/// The season among what a shape found.
pub(super) fn found_season(found: &Found) -> Option<Season> {
    Some(match found.get(Class::Season)? {
        0 => Season::Spring,
        1 => Season::Summer,
        2 => Season::Autumn,
        _ => Season::Winter,
    })
}

/// The part of day that a lexicon's number stands for.
pub(super) fn part(value: i32) -> Part {
    match value {
        0 => Part::Morning,
        1 => Part::Midday,
        2 => Part::Afternoon,
        3 => Part::Evening,
        5 => Part::Dawn,
        _ => Part::Night,
    }
}
