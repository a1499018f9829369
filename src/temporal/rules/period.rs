//! Rows for years, decades, centuries and seasons.

use super::super::expr::{Expr, Unit, Which, YearSaid};
use super::super::lexicon::Class;
use super::super::shape::{
    Found,
    Slot::{self, *},
};
use super::{Left, OF, Row, SOME_YEAR, THE, WHICH, YEAR_UNIT, found_season, found_which, found_year};

/// The full year that two digits stand for: within the sixty years before 2030, as newsrooms shorten them.
pub(super) fn full_year(digits: i32) -> i32 {
    if digits < 30 { 2000 + digits } else { 1900 + digits }
}

fn season(found: &Found) -> Option<Expr> {
    let season = found_season(found)?;
    let which = found_which(found);
    Some(match found_year(found) {
        _ if found.has(Class::Unit) => Expr::Season { season, which: Which::Bare, year: found_year(found) },
        YearSaid::Number(year) => Expr::Season { season, which: Which::Bare, year: YearSaid::Number(year) },
        YearSaid::Unsaid | YearSaid::Relative(_) | YearSaid::Mentioned => Expr::Season { season, which, year: YearSaid::Unsaid },
    })
}

fn era(found: &Found) -> Option<i32> {
    Some(found.get(Class::Digits)? * found.get(Class::Era)?)
}

/// "-25" in "the winter of 2024-25".
const NEXT_YEAR: Slot = Opt(&[Any(&[Mark(b'-'), Mark(b'/')]), TwoDigits]);

/// Years and what is longer, and seasons.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "year",
        finds: "a year",
        shape: &[Opt(&[Opt(&[THE]), Opt(&[Is(Class::Filler, 0), Hyphen]), YEAR_UNIT]), Year, Opt(&[Word(Class::YearWord)])],
        build: |found| Some(Expr::Year(found.get(Class::Year)?)),
        left: Left::Phase,
        examples: &[
            ("He was born in [1998].", "1998"),
            ("It ended in [late 2012].", "2012"),
            ("We speak of [the year 2000].", "2000"),
            ("It sees a loss for [full-year 2024].", "2024"),
            ("In [nineteen ninety-six] all was well.", "1996"),
        ],
        friends: &["It cost $1998.", "They counted 1,998 birds.", "Some 2000 people came.", "Room 1500 is free."],
    },
    Row {
        name: "year-in-words",
        finds: "the year two thousand",
        shape: &[Opt(&[THE]), YEAR_UNIT, Count],
        build: |found| found.count?.n().filter(|it| (1000..2200).contains(it)).map(|it| Expr::Year(it as i32)),
        left: Left::Phase,
        examples: &[("By [the year two thousand] it was gone.", "2000")],
        friends: &["This year two thousand came."],
    },
    Row {
        name: "year-short",
        finds: "a shortened year",
        shape: &[Apostrophe, TwoDigits],
        build: |found| Some(Expr::Year(full_year(found.get(Class::Digits)?))),
        left: Left::Phase,
        examples: &[("That was in ['96] already.", "1996")],
        friends: &["He said '12 men came'."],
    },
    Row {
        name: "year-era",
        finds: "a year before or after Christ",
        shape: &[Word(Class::Digits), Word(Class::Era)],
        build: |found| era(found).map(Expr::Year),
        left: Left::Phase,
        examples: &[("The city fell in [480 BC].", "BC0480"), ("Built in [70 CE] by slaves.", "0070")],
        friends: &["The 480 men fell."],
    },
    Row {
        name: "year-era-dotted",
        finds: "the same with stops",
        shape: &[Word(Class::Digits), EraDotted],
        build: |found| era(found).map(Expr::Year),
        left: Left::Phase,
        examples: &[("The city fell in [480 B.C.] to Rome.", "BC0480")],
        friends: &["The 480 b. men fell."],
    },
    Row {
        name: "era-year",
        finds: "AD 70",
        shape: &[Is(Class::Era, 1), Word(Class::Digits)],
        build: |found| found.get(Class::Digits).map(Expr::Year),
        left: Left::Phase,
        examples: &[("It burned in [AD 70].", "0070")],
        friends: &["An ad 70 seconds long."],
    },
    Row {
        name: "decade",
        finds: "the 1990s, the '90s",
        shape: &[Year, Opt(&[Possessive]), Opt(&[Word(Class::Plural)])],
        build: |found| {
            let year = found.get(Class::Year)?;
            // "the 1800s" are a century, "the 1900s" may be ten years.
            let is_century = year % 100 == 0 && year < 1900;
            (found.has(Class::Plural) && year % 10 == 0).then_some(if is_century {
                Expr::Century(year / 100 + 1)
            } else {
                Expr::Decade(year)
            })
        },
        left: Left::ThePhase,
        examples: &[
            ("She sang in [the late 1990s].", "199"),
            ("[The 1980s] were loud.", "198"),
            ("It was built in [the early 1800s].", "18"),
        ],
        friends: &["He left in 1990."],
    },
    Row {
        name: "decade-era",
        finds: "the 470s BC",
        shape: &[Word(Class::Digits), Word(Class::Plural), Word(Class::Era)],
        build: |found| era(found).filter(|it| it % 10 == 0).map(Expr::Decade),
        left: Left::ThePhase,
        examples: &[("The city was rich in [the 470s BC].", "BC047")],
        friends: &["The 470s were bad."],
    },
    Row {
        name: "decade-short",
        finds: "the '80s",
        shape: &[Opt(&[Apostrophe]), TwoDigits, Word(Class::Plural)],
        build: |found| found.get(Class::Digits).filter(|it| it % 10 == 0).map(|it| Expr::Decade(full_year(it))),
        left: Left::ThePhase,
        examples: &[("He was famous in [the '80s].", "198")],
        friends: &["He bowled 85s."],
    },
    Row {
        name: "decade-in-words",
        finds: "the nineties",
        shape: &[THE, Opt(&[Word(Class::Hedge), Hyphen]), Opt(&[Is(Class::Cardinal, 19), Hyphen]), Word(Class::Decades)],
        build: |found| found.get(Class::Decades).map(|it| Expr::Decade(1900 + it)),
        left: Left::ThePhase,
        examples: &[("It was the music of [the nineties].", "199")],
        friends: &["A man in his nineties."],
    },
    Row {
        name: "century",
        finds: "the 20th century",
        shape: &[Ordinal, Hyphen, Any(&[Is(Class::Unit, 12), Is(Class::Units, 12)]), Opt(&[Word(Class::Era)])],
        build: |found| {
            let n = found.get(Class::Ordinal).filter(|it| (1..=30).contains(it))?;
            Some(Expr::Century(n * found.get(Class::Era).unwrap_or(1)))
        },
        left: Left::ThePhase,
        examples: &[("A church of [the 12th century].", "11"), ("A [nineteenth-century] mill.", "18")],
        friends: &["The century began."],
    },
    Row {
        name: "fiscal-year",
        finds: "fiscal 1989, the fiscal year",
        shape: &[Opt(&[Word(Class::Which)]), Word(Class::Fiscal), Any(&[All(&[YEAR_UNIT, Year]), Year, TwoDigits, YEAR_UNIT])],
        build: |found| match found.get(Class::Year).or(found.get(Class::Digits).map(full_year)) {
            Some(_) if found.has(Class::Digits) && found.get(Class::Fiscal) != Some(1) => None,
            Some(year) => Some(Expr::Year(year)),
            None if found.get(Class::Fiscal) == Some(1) => None,
            None => {
                Some(Expr::Nth { unit: Unit::Year, which: if found.has(Class::Which) { found_which(found) } else { Which::The } })
            }
        },
        left: Left::ThePhase,
        examples: &[
            ("Sales fell in [fiscal 1989].", "1989"),
            ("Sales fell in [FY13].", "2013"),
            ("In [the current fiscal year] they rose.", "2025"),
        ],
        friends: &["The fiscal cliff is near."],
    },
    Row {
        name: "year-fiscal",
        finds: "the 2013 fiscal year",
        shape: &[Year, Word(Class::Fiscal), YEAR_UNIT],
        build: |found| found.get(Class::Year).map(Expr::Year),
        left: Left::ThePhase,
        examples: &[("Sales fell in [the 2013 fiscal year].", "2013")],
        friends: &["In 2013 the fiscal year ended late."],
    },
    Row {
        name: "new-year",
        finds: "the new year",
        shape: &[THE, Is(Class::Other, 3), YEAR_UNIT],
        build: |_| Some(Expr::Nth { unit: Unit::Year, which: Which::Coming }),
        left: Left::Phase,
        examples: &[("It is put off until [the new year].", "2026")],
        friends: &["The New Year Islands are far.", "The new year group is large."],
    },
    Row {
        name: "year-end",
        finds: "year-end, year's end",
        shape: &[YEAR_UNIT, Any(&[Possessive, Hyphen]), Is(Class::Bound, 6), Opt(&[Year])],
        build: |found| Some(Expr::UnitEnd { unit: Unit::Year, year: found_year(found) }),
        left: Left::Hedge,
        examples: &[("The work is done by [year-end].", "2025"), ("It closes at [year's end].", "2025")],
        friends: &["They end the year well."],
    },
    Row {
        name: "unit-end",
        finds: "month's end, week's end",
        shape: &[Word(Class::Unit), Any(&[Possessive, Mark(b'-')]), Is(Class::Bound, 6)],
        build: |found| {
            let unit = super::found_unit(found)?;
            matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Decade | Unit::Century)
                .then_some(Expr::Nth { unit, which: Which::This })
        },
        left: Left::Hedge,
        examples: &[("He leaves by [month's end].", "2025-12")],
        friends: &["A month to end the war."],
    },
    Row {
        name: "season-year",
        finds: "the winter of 1994, summer 2012",
        shape: &[Word(Class::Season), Any(&[All(&[OF, Year, NEXT_YEAR]), All(&[Year, NEXT_YEAR]), SOME_YEAR])],
        build: season,
        left: Left::ThePhase,
        examples: &[
            ("He wrote it in [the winter of 1994-95].", "1994-WI"),
            ("The floods of [summer 2012] were worse.", "2012-SU"),
        ],
        friends: &["Prices fall 1994 points."],
    },
    Row {
        name: "season-era",
        finds: "a season of a year before Christ",
        shape: &[Word(Class::Season), Opt(&[OF]), Word(Class::Digits), Word(Class::Era)],
        build: |found| {
            Some(Expr::Season { season: found_season(found)?, which: Which::Bare, year: YearSaid::Number(era(found)?) })
        },
        left: Left::ThePhase,
        examples: &[("They met in [the spring of 480 BC] at Corinth.", "BC0480-SP")],
        friends: &["In spring 480 men crossed."],
    },
    Row {
        name: "seasons-ago",
        finds: "two summers ago",
        shape: &[Count, Word(Class::Parts), Word(Class::Ago)],
        build: |found| {
            let season = super::season(found.get(Class::Parts)? - 10)?;
            let years = i8::try_from(found.count?.n()?).ok()?.checked_neg()?;
            Some(Expr::Season { season, which: Which::Bare, year: YearSaid::Relative(years) })
        },
        left: Left::Hedge,
        examples: &[("They married [two summers ago].", "2023-SU")],
        friends: &["Two springs of water.", "Three nights ago."],
    },
    Row {
        name: "which-season",
        finds: "last spring, this past fall",
        shape: &[WHICH, Word(Class::Season)],
        build: season,
        left: Left::ThePhase,
        examples: &[("They married [last spring].", "2025-SP"), ("It opens [next summer].", "2026-SU")],
        friends: &["The last falls broke his hip."],
    },
    Row {
        name: "season",
        finds: "in summer, the early winter",
        shape: &[Word(Class::Season)],
        build: season,
        left: Left::ThePhase,
        examples: &[("It was rebuilt in [the summer].", "2025-SU")],
        friends: &["Prices fall again.", "A spring of water.", "The Arab Spring began."],
    },
];
