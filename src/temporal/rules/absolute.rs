//! Rows for dates that stand on the calendar by themselves, or lack only the year.

use super::super::expr::{Expr, Unit, Which, YearSaid};
use super::super::lexicon::Class;
use super::super::shape::{
    Found,
    Slot::{self, *},
};
use super::{Left, Row, found_season, found_weekday, found_which};

const YEAR: Slot = Opt(&[Opt(&[Mark(b',')]), Opt(&[Is(Class::In, 3)]), Year]);

fn year_said(found: &Found) -> YearSaid {
    if let Some(year) = found.get(Class::Year) {
        return YearSaid::Number(year);
    }
    match found_which(found) {
        Which::This => YearSaid::Relative(0),
        Which::Last => YearSaid::Relative(-1),
        Which::Next => YearSaid::Relative(1),
        Which::The | Which::That | Which::Same => YearSaid::Mentioned,
        _ => YearSaid::Unsaid,
    }
}

fn date(found: &Found) -> Option<Expr> {
    let (month, day) = (u8::try_from(found.get(Class::Month)?).ok()?, u8::try_from(found.get(Class::Day)?).ok()?);
    Some(Expr::Date { year: year_said(found), month, day, weekday: found_weekday(found) })
}

fn month(found: &Found) -> Option<Expr> {
    Some(Expr::Month { month: u8::try_from(found.get(Class::Month)?).ok()?, which: Which::Bare, year: year_said(found) })
}

fn which_month(found: &Found) -> Option<Expr> {
    Some(Expr::Month { month: u8::try_from(found.get(Class::Month)?).ok()?, which: found_which(found), year: YearSaid::Unsaid })
}

fn season(found: &Found) -> Option<Expr> {
    let season = found_season(found)?;
    Some(match year_said(found) {
        YearSaid::Number(year) => Expr::Season { season, which: Which::Bare, year: YearSaid::Number(year) },
        _ => Expr::Season { season, which: found_which(found), year: YearSaid::Unsaid },
    })
}

fn quarter(found: &Found) -> Option<Expr> {
    let n = u8::try_from(found.get(Class::Ordinal)?).ok().filter(|it| (1..=4).contains(it))?;
    Some(Expr::Fraction { n, unit: Unit::Quarter, which: Which::Bare, year: year_said(found) })
}

/// Dates and their kin.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "iso-date",
        finds: "a date in figures, year first",
        shape: &[Year, Any(&[Mark(b'-'), Mark(b'/')]), Word(Class::Digits), Any(&[Mark(b'-'), Mark(b'/')]), Word(Class::Digits)],
        build: |found| {
            let (month, day) = (found.get(Class::Digits)?, found.last(Class::Digits)?);
            let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
            let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
            fits.then_some(Expr::Date { year: year_said(found), month, day, weekday: None })
        },
        left: Left::Bare,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "month-day",
        finds: "a month and a day, with or without weekday and year",
        shape: &[Opt(&[Weekday, Opt(&[Mark(b',')])]), Month, Day, YEAR],
        build: date,
        left: Left::Phase,
        examples: &[("They met on [March 12, 2014].", "2014-03-12")],
        friends: &[],
    },
    Row {
        name: "day-month",
        finds: "a day and a month, with or without weekday and year",
        shape: &[Opt(&[Weekday, Opt(&[Mark(b',')])]), Day, Opt(&[Is(Class::In, 3)]), Month, YEAR],
        build: date,
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "month-year",
        finds: "a month, with or without its year",
        shape: &[Month, YEAR],
        build: month,
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "month-of-year",
        finds: "a month and a year said by a word",
        shape: &[Month, Opt(&[Is(Class::In, 3)]), Word(Class::Which), Is(Class::Unit, 10)],
        build: month,
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "which-month",
        finds: "last March, next June",
        shape: &[Word(Class::Which), Month],
        build: which_month,
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "year",
        finds: "a year",
        shape: &[Year],
        build: |found| Some(Expr::Year(found.get(Class::Year)?)),
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "decade",
        finds: "the 1990s",
        shape: &[Year, Is(Class::Suffix, 1)],
        build: |found| Some(Expr::Decade(found.get(Class::Year)?)),
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "season",
        finds: "last spring, the winter of 1994",
        shape: &[Any(&[Word(Class::Which), Word(Class::The)]), Word(Class::Season), YEAR],
        build: season,
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
    Row {
        name: "quarter",
        finds: "the third quarter",
        shape: &[Word(Class::Ordinal), Hyphen, Is(Class::Unit, 8), YEAR],
        build: quarter,
        left: Left::Phase,
        examples: &[],
        friends: &[],
    },
];
