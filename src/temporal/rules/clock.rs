//! Rows for times of day.

use super::super::expr::{Clock as Time, Expr, Part, Which};
use super::super::lexicon::Class;
use super::super::shape::Slot::*;
use super::{Left, Row, found_which, part};

/// Times of day.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "clock",
        finds: "8:30 p.m.",
        shape: &[Clock, Opt(&[Word(Class::Zone)])],
        build: |found| {
            let hour = u8::try_from(found.get(Class::ClockHour)?).ok()?;
            let minute = found.get(Class::ClockMinute).and_then(|it| u8::try_from(it).ok());
            Some(Expr::At { clock: Time { hour, minute }, day: None })
        },
        left: Left::Hedge,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "noon",
        finds: "noon, midnight",
        shape: &[Word(Class::Noon)],
        build: |found| {
            let hour = u8::try_from(found.get(Class::Noon)?).ok()?;
            Some(Expr::At { clock: Time { hour, minute: None }, day: None })
        },
        left: Left::Bare,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "which-part",
        finds: "this morning, last night",
        shape: &[Word(Class::Which), Word(Class::Part)],
        build: |found| Some(Expr::DayPart { part: part(found.get(Class::Part)?), which: found_which(found), day: None }),
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "overnight",
        finds: "overnight, tonight",
        shape: &[Word(Class::Tonight)],
        build: |_| Some(Expr::DayPart { part: Part::Night, which: Which::This, day: None }),
        left: Left::Bare,
        examples: &[],
        friends: &[],
    },
];
