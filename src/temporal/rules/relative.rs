//! Rows for dates that lean on the day of writing or on the date last mentioned.

use super::super::expr::{Count, Expr, Toward};
use super::super::lexicon::Class;
use super::super::shape::{Found, Slot::*};
use super::{Left, Row, found_unit, found_weekday, found_which};

fn weekday(found: &Found) -> Option<Expr> {
    Some(Expr::Weekday { weekday: found_weekday(found)?, which: found_which(found) })
}

fn offset(found: &Found) -> Option<Expr> {
    let toward = if found.has(Class::Ago) {
        Toward::Ago
    } else if found.has(Class::Earlier) {
        Toward::Earlier
    } else {
        Toward::Later
    };
    Some(Expr::Offset { count: found.count.unwrap_or(Count::whole(1)), unit: found_unit(found)?, toward })
}

/// Relative dates.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "deixis",
        finds: "today, yesterday, tomorrow",
        shape: &[Word(Class::Deixis)],
        build: |found| Some(Expr::Today(i8::try_from(found.get(Class::Deixis)?).ok()?)),
        left: Left::Phase,
        examples: &[("He left [yesterday].", "2025-12-19")],
        friends: &[],
    },
    Row {
        name: "weekday",
        finds: "Friday, last Friday",
        shape: &[Opt(&[Word(Class::Which)]), Weekday],
        build: weekday,
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "which-unit",
        finds: "this week, last month, next year",
        shape: &[Word(Class::Which), Word(Class::Unit)],
        build: |found| Some(Expr::Nth { unit: found_unit(found)?, which: found_which(found) }),
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "the-weekend",
        finds: "the weekend",
        shape: &[Word(Class::The), Is(Class::Unit, 5)],
        build: |_| Some(Expr::Nth { unit: super::Unit::Weekend, which: super::Which::The }),
        left: Left::Bare,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "ago",
        finds: "two days ago, three weeks later",
        shape: &[
            Any(&[Count, Word(Class::A)]),
            Any(&[Word(Class::Units), Word(Class::Unit)]),
            Any(&[Word(Class::Ago), Word(Class::Earlier), Word(Class::Later)]),
        ],
        build: offset,
        left: Left::Hedge,
        examples: &[],
        friends: &[],
    },
];
