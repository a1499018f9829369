//! Rows for words of time without bounds.

use super::super::expr::{Expr, Vague};
use super::super::lexicon::Class;
use super::super::shape::Slot::*;
use super::{Left, Row};

/// Vague words.
pub(super) const ROWS: &[Row] = &[Row {
    name: "vague",
    finds: "recently, now",
    shape: &[Word(Class::Vague)],
    build: |found| {
        Some(Expr::Vague(match found.get(Class::Vague)? {
            0 => Vague::Past,
            1 => Vague::Present,
            _ => Vague::Future,
        }))
    },
    left: Left::Bare,
    examples: &[],
    friends: &[],
}];
