//! Rows for what recurs.

use super::super::expr::{Count, Expr, Recurring};
use super::super::lexicon::Class;
use super::super::shape::Slot::*;
use super::{Left, Row, found_unit, found_weekday};

/// Sets.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "every-unit",
        finds: "every day",
        shape: &[Word(Class::Every), Word(Class::Unit)],
        build: |found| Some(Expr::Every(Recurring::Unit(Count::whole(1), found_unit(found)?))),
        left: Left::Bare,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "every-weekday",
        finds: "every Thursday",
        shape: &[Word(Class::Every), Weekday],
        build: |found| Some(Expr::Every(Recurring::Weekday(found_weekday(found)?))),
        left: Left::Bare,
        examples: &[],
        friends: &[],
    },
];
