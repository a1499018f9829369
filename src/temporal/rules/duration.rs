//! Rows for lengths of time.

use super::super::expr::Expr;
use super::super::lexicon::Class;
use super::super::shape::Slot::*;
use super::{Left, Row, found_unit, found_which};

/// Lengths.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "length",
        finds: "two weeks, four-day",
        shape: &[Count, Hyphen, Any(&[Word(Class::Units), Word(Class::Unit)])],
        build: |found| Some(Expr::Length { count: found.count?, unit: found_unit(found)? }),
        left: Left::Hedge,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "stretch",
        finds: "the past three days",
        shape: &[Word(Class::Which), Count, Any(&[Word(Class::Units), Word(Class::Unit)])],
        build: |found| Some(Expr::Stretch { count: found.count?, unit: found_unit(found)?, which: found_which(found) }),
        left: Left::Hedge,
        examples: &[],
        friends: &[],
    },
];
