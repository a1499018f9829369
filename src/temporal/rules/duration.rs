//! Rows for lengths of time.

use super::super::expr::{Count, Expr, Part, Unit, Vague, Which};
use super::super::lexicon::Class;
use super::super::shape::{Found, Slot::*};
use super::{AND, Left, OF, OR, OR_SO, Row, THE, UNIT, UP_TO, found_unit, found_which};

fn length(found: &Found) -> Option<Expr> {
    Some(Expr::Length { count: found.count?, unit: found_unit(found)? })
}

fn one(found: &Found) -> Option<Expr> {
    let unit = found_unit(found)?;
    // "another day of talks" is that day, "another year" a length.
    (found.has(Class::A) || unit >= Unit::Week).then_some(Expr::Length { count: Count::whole(1), unit })
}

fn some(found: &Found) -> Option<Expr> {
    Some(Expr::Length { count: Count::Some, unit: found_unit(found)? })
}

/// "the first days", "the early years"; "the early hours" are those of a day.
fn first_some(found: &Found) -> Option<Expr> {
    match found.last(Class::Hedge) {
        Some(4 | 17) if found_unit(found)? == Unit::Hour => {
            Some(Expr::DayPart { part: Part::Morning, which: Which::The, day: None })
        }
        Some(17) => None,
        _ => some(found),
    }
}

/// "a year and a half": one and a half of it.
fn and_a_half(found: &Found) -> Option<Expr> {
    let whole = found.count.unwrap_or(Count::whole(1)).n()?;
    Some(Expr::Length { count: Count::AndHalf(whole), unit: found_unit(found)? })
}

/// "three quarters of an hour", "a quarter-century".
fn quarter_of(found: &Found) -> Option<Expr> {
    let n = found.count.unwrap_or(Count::whole(1)).n().filter(|it| *it < 4)?;
    Some(match found.last(Class::Unit).map(super::unit)? {
        Unit::Hour => Expr::Length { count: Count::whole(15 * n), unit: Unit::Minute },
        _ => Expr::Length { count: Count::whole(25 * n), unit: Unit::Year },
    })
}

fn stretch(found: &Found) -> Option<Expr> {
    let count = found.count?;
    // "that one day" and "this one year" are no stretch.
    Some(Expr::Stretch { count, unit: found_unit(found)?, which: found_which(found) })
}

/// "recent weeks": near words keep their unit, longer ones are only past or future.
fn stretch_some(found: &Found) -> Option<Expr> {
    let unit = found_unit(found)?;
    let is_near = matches!(unit, Unit::Day | Unit::Week | Unit::Month) || (unit == Unit::Year && found.has(Class::Vague));
    let is_future = match found_which(found) {
        Which::This | Which::That | Which::Same => return None,
        Which::Next | Which::Coming | Which::Following => true,
        Which::Bare | Which::The | Which::Last | Which::Past | Which::Previous | Which::Latest => false,
    };
    Some(if is_near {
        Expr::Length { count: Count::Some, unit }
    } else {
        Expr::Vague(if is_future { Vague::Future } else { Vague::Past })
    })
}

/// Lengths.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "length",
        finds: "two weeks, four-day, two to three weeks, eight trading days",
        shape: &[Count, UP_TO, Hyphen, Opt(&[Word(Class::Filler)]), UNIT, Opt(&[Hyphen, Word(Class::LongTail)]), Opt(&[OR, So])],
        build: length,
        left: Left::TheHedge,
        examples: &[
            ("He slept for [two weeks].", "P2W"),
            ("The [four-day] trip was dull.", "P4D"),
            ("It took [nearly 24 hours].", "PT24H"),
            ("It lasted [more than 2.5 years].", "P2.5Y"),
            ("They stayed [several months].", "PXM"),
            ("It takes [two or three weeks].", "P2W"),
            ("In [the nine months] it grew.", "P9M"),
        ],
        friends: &["He is 5 years old.", "A six-year-old boy sang."],
    },
    Row {
        name: "one",
        finds: "a year, an hour",
        shape: &[
            Any(&[Word(Class::A), Is(Class::Hedge, 10)]),
            Hyphen,
            Opt(&[Any(&[Word(Class::Filler), Word(Class::Hedge)])]),
            Word(Class::Unit),
            OR_SO,
        ],
        build: one,
        left: Left::Hedge,
        examples: &[
            ("It took [a year].", "P1Y"),
            ("He slept for [about an hour].", "PT1H"),
            ("He stays for [a day or two].", "P1D"),
            ("He stays for [another year].", "P1Y"),
        ],
        friends: &["A second man came.", "It was another day of talks."],
    },
    Row {
        name: "half",
        finds: "half an hour, a half-century",
        shape: &[
            Any(&[All(&[Word(Class::Half), Word(Class::A)]), All(&[Opt(&[Word(Class::A)]), Word(Class::Half), Hyphen])]),
            Word(Class::Unit),
        ],
        build: |found| Some(Expr::Length { count: Count::AndHalf(0), unit: found_unit(found)? }),
        left: Left::Hedge,
        examples: &[("He slept for [half an hour].", "PT30M"), ("It stood [half a century].", "P50Y")],
        friends: &["Half the hour was lost."],
    },
    Row {
        name: "quarter-of",
        finds: "a quarter of a century, three quarters of an hour",
        shape: &[
            Any(&[All(&[Opt(&[Word(Class::A)]), Is(Class::Unit, 8)]), All(&[Count, Hyphen, Is(Class::Units, 8)])]),
            Any(&[All(&[OF, Word(Class::A)]), Mark(b'-')]),
            Any(&[Is(Class::Unit, 12), Is(Class::Unit, 2)]),
        ],
        build: quarter_of,
        left: Left::Hedge,
        examples: &[("He ruled for [a quarter of a century].", "P25Y"), ("He was [three quarters of an hour] late.", "PT45M")],
        friends: &["A quarter of a cake."],
    },
    Row {
        name: "and-a-half",
        finds: "a year and a half, two and a half years",
        shape: &[Any(&[
            All(&[Any(&[Word(Class::A), Word(Class::Which)]), Word(Class::Unit), AND, Word(Class::A), Word(Class::Half)]),
            All(&[
                Opt(&[Word(Class::Which)]),
                Count,
                Hyphen,
                AND,
                Hyphen,
                Opt(&[Word(Class::A), Hyphen]),
                Word(Class::Half),
                Hyphen,
                UNIT,
            ]),
        ])],
        build: and_a_half,
        left: Left::TheHedge,
        examples: &[
            ("It took [a year and a half].", "P1Y6M"),
            ("It rained in [the past two and a half years].", "P2Y6M"),
            ("It rained for [the past year and a half].", "P1Y6M"),
            ("It took [two and a half hours].", "PT2H30M"),
        ],
        friends: &["A year and a day."],
    },
    Row {
        name: "ordinal-length",
        finds: "the first nine months, the last two weeks",
        shape: &[Ordinal, Count, UNIT],
        build: length,
        left: Left::TheHedge,
        examples: &[("In [the first nine months] it fell.", "P9M")],
        friends: &["The first nine men fell."],
    },
    Row {
        name: "ordinal-some",
        finds: "the first hours, the early years",
        shape: &[
            Any(&[Is(Class::Ordinal, 1), Is(Class::Hedge, 4), Is(Class::Hedge, 17), Is(Class::Which, 3)]),
            Word(Class::Units),
        ],
        build: first_some,
        left: Left::TheHedge,
        examples: &[("In [the first days] nobody slept.", "PXD"), ("A deal was reached in [the early hours].", "2025-12-20TMO")],
        friends: &["The first men fell."],
    },
    Row {
        name: "stretch",
        finds: "the past three days, the next few weeks",
        shape: &[Word(Class::Which), Count, UP_TO, Opt(&[Word(Class::Filler)]), UNIT, Opt(&[OR, So])],
        build: stretch,
        left: Left::TheHedge,
        examples: &[
            ("It rained over [the past three days].", "P3D"),
            ("It will rain for [the next few weeks].", "PXW"),
            ("[The last 18 months] were hard.", "P18M"),
            ("It grows in [the next 12 to 18 months].", "P12M"),
        ],
        friends: &["The last three men left."],
    },
    Row {
        name: "stretch-some",
        finds: "recent weeks, coming months, the past years",
        shape: &[Any(&[Is(Class::Vague, 0), Word(Class::Which)]), Word(Class::Units)],
        build: stretch_some,
        left: Left::ThePhase,
        examples: &[("Rain fell in [recent weeks].", "PXW"), ("Rain will fall in [the coming days].", "PXD")],
        friends: &["Recent events shook him."],
    },
    Row {
        name: "some",
        finds: "for years, within weeks, days before",
        shape: &[Word(Class::Units), Opt(&[OR, Word(Class::Units)])],
        build: some,
        left: Left::Hedge,
        examples: &[("He was away for [years].", "PXY"), ("It may take [weeks or months].", "PXW")],
        friends: &["He minutes the session."],
    },
    Row {
        name: "matter-of",
        finds: "a matter of days",
        shape: &[Word(Class::A), Is(Class::Bound, 16), OF, Word(Class::Units)],
        build: some,
        left: Left::Bare,
        examples: &[("It fell in [a matter of days].", "PXD")],
        friends: &["It is a matter of taste."],
    },
    Row {
        name: "the-some",
        finds: "over the years, in the weeks since",
        shape: &[THE, Word(Class::Units), Opt(&[Is(Class::Prep, 7)])],
        build: some,
        left: Left::Bare,
        examples: &[("Over [the years] it grew.", "PXY"), ("In [the weeks since], nobody came.", "PXW")],
        friends: &["The days of the empire were over.", "He kept the hours."],
    },
    Row {
        name: "some-ahead",
        finds: "the weeks ahead, the months to come",
        shape: &[THE, Word(Class::Units), Any(&[Is(Class::Term, 6), All(&[Is(Class::Prep, 14), Is(Class::Term, 7)])])],
        build: some,
        left: Left::Bare,
        examples: &[("Prices may fall in [the weeks ahead].", "PXW"), ("He will stay for [the years to come].", "PXY")],
        friends: &["The days go ahead of us."],
    },
    Row {
        name: "long",
        finds: "yearlong, month-long, decades-long",
        shape: &[Any(&[Word(Class::Long), All(&[Word(Class::Unit), Hyphen, Word(Class::LongTail)])])],
        build: |found| {
            let unit = found.get(Class::Long).or(found.get(Class::Unit)).map(super::unit)?;
            Some(Expr::Length { count: Count::whole(1), unit })
        },
        left: Left::Bare,
        examples: &[("After a [yearlong] wait he left.", "P1Y"), ("A [month-long] siege began.", "P1M")],
        friends: &["A long day."],
    },
    Row {
        name: "some-long",
        finds: "decades-long",
        shape: &[Word(Class::Units), Mark(b'-'), Word(Class::LongTail)],
        build: some,
        left: Left::Bare,
        examples: &[("The [years-long] feud ended.", "PXY")],
        friends: &["Years long gone."],
    },
];
