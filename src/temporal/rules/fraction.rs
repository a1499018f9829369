//! Rows for quarters and half years, as company reports and budgets speak of them.

use super::super::expr::{Expr, Unit, Which, YearSaid};
use super::super::lexicon::Class;
use super::super::shape::{
    Found,
    Slot::{self, *},
};
use super::{
    IN, Left, OF, OF_YEAR_NEAR, Row, SOME_YEAR, THE, UNIT, YEAR_UNIT, found_u8, found_unit, found_which, found_year,
    relative_year,
};

const QUARTER: Slot = Is(Class::Unit, 8);
/// "year-earlier", "year-ago", "prior-year".
const YEAR_BEFORE: Slot = Any(&[
    All(&[YEAR_UNIT, Hyphen, Any(&[Is(Class::Earlier, 0), Is(Class::Ago, 0)])]),
    All(&[Is(Class::Which, 5), Mark(b'-'), YEAR_UNIT]),
]);
/// "the year before", "a year before", "the previous year".
const THE_YEAR_BEFORE: Slot =
    All(&[Any(&[Word(Class::A), THE]), Any(&[All(&[YEAR_UNIT, Is(Class::Earlier, 1)]), All(&[Is(Class::Which, 5), YEAR_UNIT])])]);

const A_YEAR_AGO: Slot = All(&[Word(Class::A), YEAR_UNIT, Any(&[Word(Class::Ago), Word(Class::Earlier)])]);

fn fraction(n: u8, unit: Unit, year: YearSaid) -> Option<Expr> {
    let most = if unit == Unit::Quarter { 4 } else { 2 };
    (1..=most).contains(&n).then_some(Expr::Fraction { n, unit, which: Which::Bare, year })
}

fn quarter(found: &Found) -> Option<Expr> {
    fraction(found_u8(found, Class::Ordinal)?, Unit::Quarter, found_year(found))
}

fn half(found: &Found) -> Option<Expr> {
    let n = match found.get(Class::Ordinal) {
        Some(n) => u8::try_from(n).ok()?,
        None => 2,
    };
    fraction(
        n,
        Unit::HalfYear,
        if found.has(Class::Year) || found.has(Class::Unit) { found_year(found) } else { YearSaid::Unsaid },
    )
}

/// "last year's third quarter": the word before "year" picks the year.
fn of_some_year(found: &Found) -> Option<Expr> {
    let year = relative_year(found_which(found));
    match found_u8(found, Class::Ordinal) {
        Some(n) => fraction(n, Unit::Quarter, year),
        None => Some(Expr::Fraction { n: 0, unit: Unit::Quarter, which: Which::Same, year }),
    }
}

/// "the same month a year ago": what was last spoken of, in that year.
fn same_period(found: &Found) -> Option<Expr> {
    let year = match found_year(found) {
        _ if found.has(Class::Ago) || found.has(Class::Earlier) || found_which(found) == Which::Previous => {
            YearSaid::Relative(-1)
        }
        year => year,
    };
    let unit = if found.get(Class::Unit) == Some(7) { Unit::Month } else { Unit::Quarter };
    Some(Expr::Fraction { n: 0, unit, which: Which::Same, year })
}

/// Parts of a year.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "quarter",
        finds: "the third quarter, third-quarter, the third quarter of 1990",
        shape: &[
            Opt(&[Word(Class::Fiscal), Hyphen]),
            Ordinal,
            Hyphen,
            Opt(&[Word(Class::Fiscal)]),
            QUARTER,
            Any(&[SOME_YEAR, OF_YEAR_NEAR]),
        ],
        build: quarter,
        left: Left::ThePhase,
        examples: &[
            ("Sales rose in [the third quarter].", "2025-Q3"),
            ("The [third-quarter] loss grew.", "2025-Q3"),
            ("It began in [the second quarter of 1990].", "1990-Q2"),
            ("Profit in [the first quarter of last year] was small.", "2024-Q1"),
        ],
        friends: &["The fifth quarter of the town burned."],
    },
    Row {
        name: "year-quarter",
        finds: "the 1988 third quarter",
        shape: &[Year, Ordinal, Hyphen, QUARTER],
        build: quarter,
        left: Left::ThePhase,
        examples: &[("In [the 1988 third quarter] it fell.", "1988-Q3")],
        friends: &["In 1988 third graders sang."],
    },
    Row {
        name: "short-quarter",
        finds: "Q3 2014",
        shape: &[QuarterLetter, Opt(&[Opt(&[OF]), Year])],
        build: |found| fraction(found_u8(found, Class::Digits)?, Unit::Quarter, found_year(found)),
        left: Left::Bare,
        examples: &[("Margins fell in [Q3 2014].", "2014-Q3"), ("Margins fell in [Q2].", "2025-Q2")],
        friends: &["Question Q7 is hard."],
    },
    Row {
        name: "some-years-quarter",
        finds: "last year's third quarter",
        shape: &[Word(Class::Which), YEAR_UNIT, Possessive, Opt(&[Ordinal, Hyphen]), QUARTER],
        build: of_some_year,
        left: Left::Bare,
        examples: &[("It fell from [last year's third quarter].", "2024-Q3")],
        friends: &["Last year's quarters were small."],
    },
    Row {
        name: "year-before",
        finds: "the year-earlier quarter",
        shape: &[
            YEAR_BEFORE,
            Opt(&[Any(&[All(&[Ordinal, Hyphen, QUARTER]), All(&[Count, UNIT]), QUARTER, Word(Class::Period)])]),
        ],
        build: |found| {
            if let Some(count) = found.count {
                return Some(Expr::Length {
                    count,
                    unit: found.last(Class::Units).or(found.last(Class::Unit)).map(super::unit)?,
                });
            }
            match found_u8(found, Class::Ordinal) {
                Some(n) => fraction(n, Unit::Quarter, YearSaid::Relative(-1)),
                None => Some(Expr::YearBefore),
            }
        },
        left: Left::ThePhase,
        examples: &[("In the third quarter it earned more than in [the year-earlier quarter].", "2024-Q3")],
        friends: &["A year older than she."],
    },
    Row {
        name: "current-quarter",
        finds: "current-quarter, as an adjective",
        shape: &[Any(&[Is(Class::Which, 2), Is(Class::Which, 3), Is(Class::Which, 6)]), Mark(b'-'), Any(&[QUARTER, YEAR_UNIT])],
        build: |found| Some(Expr::Nth { unit: found_unit(found)?, which: found_which(found) }),
        left: Left::Bare,
        examples: &[("Its [current-quarter] sales are weak.", "2025-Q4")],
        friends: &["A last-minute deal.", "Same-day delivery."],
    },
    Row {
        name: "quarter-a-year-ago",
        finds: "the quarter a year ago",
        shape: &[
            THE,
            Any(&[QUARTER, Word(Class::Period)]),
            Word(Class::A),
            YEAR_UNIT,
            Any(&[Word(Class::Ago), Is(Class::Earlier, 0)]),
        ],
        build: |_| Some(Expr::YearBefore),
        left: Left::Bare,
        examples: &[("In the third quarter it earned more than in [the quarter a year ago].", "2024-Q3")],
        friends: &["The quarter of the town is old."],
    },
    Row {
        name: "half-year",
        finds: "the first half of 1990, the second half",
        shape: &[
            Any(&[Ordinal, Word(Class::Which)]),
            Hyphen,
            Word(Class::Half),
            OF,
            Any(&[
                Year,
                All(&[Opt(&[THE]), Word(Class::Fiscal), Year]),
                All(&[Opt(&[THE]), Opt(&[Word(Class::Which)]), YEAR_UNIT]),
            ]),
        ],
        build: half,
        left: Left::ThePhase,
        examples: &[
            ("Exports fell in [the first half of 1990].", "1990-H1"),
            ("They rose in [the second half of last year].", "2024-H2"),
        ],
        friends: &["In the first half of the game he scored.", "Half of 1990 cars were red."],
    },
    Row {
        name: "half-year-compound",
        finds: "first-half, as a company reports it",
        shape: &[Ordinal, Mark(b'-'), Word(Class::Half)],
        build: half,
        left: Left::ThePhase,
        examples: &[("[First-half] profit rose.", "2025-H1")],
        friends: &["The first half of the game was dull."],
    },
    Row {
        name: "final-quarter",
        finds: "the final quarter of 2017",
        shape: &[Is(Class::Which, 3), QUARTER, OF, Any(&[Year, All(&[Word(Class::Which), YEAR_UNIT])])],
        build: |found| fraction(4, Unit::Quarter, found_year(found)),
        left: Left::ThePhase,
        examples: &[("Sales fell in [the final quarter of 2017].", "2017-Q4")],
        friends: &["The final quarter of the game was dull."],
    },
    Row {
        name: "same-quarter",
        finds: "the same quarter last year",
        shape: &[
            Is(Class::Which, 9),
            Any(&[QUARTER, Word(Class::Period), Is(Class::Unit, 7)]),
            Any(&[SOME_YEAR, All(&[Opt(&[Any(&[OF, IN])]), Year]), A_YEAR_AGO, THE_YEAR_BEFORE]),
        ],
        build: same_period,
        left: Left::ThePhase,
        examples: &[
            ("Third-quarter profit was small; [the same quarter last year] brought more.", "2024-Q3"),
            ("Third-quarter profit was small, less than in [the same period a year ago].", "2024-Q3"),
            ("Sales fell in November compared with [the same month a year earlier].", "2024-11"),
            ("Third-quarter profit was small, less than in [the same period the year before].", "2024-Q3"),
        ],
        friends: &["The same quarter of the town burned."],
    },
    Row {
        name: "half-of-decade",
        finds: "the last half of the '80s",
        shape: &[
            Any(&[Ordinal, Word(Class::Which)]),
            Word(Class::Half),
            OF,
            THE,
            Any(&[All(&[Year, Word(Class::Plural)]), All(&[Opt(&[Apostrophe]), TwoDigits, Word(Class::Plural)])]),
        ],
        build: |found| {
            let year = found.get(Class::Year).or(found.get(Class::Digits).map(super::period::full_year))?;
            Some(Expr::Decade(year))
        },
        left: Left::ThePhase,
        examples: &[("Through [the first half of the 1990s] it grew.", "199")],
        friends: &["The first half of the song."],
    },
    Row {
        name: "year-period",
        finds: "the 1988 period, the 1988 quarter",
        shape: &[THE, Year, Any(&[QUARTER, Word(Class::Period)])],
        build: |found| {
            Some(Expr::Fraction {
                n: 0,
                unit: Unit::Quarter,
                which: Which::Same,
                year: YearSaid::Number(found.get(Class::Year)?),
            })
        },
        left: Left::Bare,
        examples: &[("Third-quarter profit fell from that of [the 1988 quarter].", "1988-Q3")],
        friends: &["The period ended in 1988."],
    },
    Row {
        name: "latest-period",
        finds: "the latest period, the corresponding period",
        shape: &[Word(Class::Which), Any(&[Word(Class::Period), All(&[Word(Class::Fiscal), Any(&[QUARTER, YEAR_UNIT])])])],
        build: |found| {
            let unit = found_unit(found).unwrap_or(Unit::Quarter);
            match found_which(found) {
                Which::Latest => Some(Expr::Nth { unit, which: Which::Latest }),
                _ => None,
            }
        },
        left: Left::ThePhase,
        examples: &[("Sales in [the latest period] rose.", "2025-Q3")],
        friends: &["The next period of the game."],
    },
];
