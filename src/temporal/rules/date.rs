//! Rows for days and months that stand on the calendar, or lack only the year.

use super::super::expr::{Expr, Unit, Which, YearSaid};
use super::super::lexicon::Class;
use super::super::shape::{
    Found,
    Slot::{self, *},
};
use super::{
    COMMA, IN, Left, OF, OF_YEAR, OF_YEAR_NEAR, Row, SOME_YEAR, THE, WHICH, found_u8, found_weekday, found_which, found_year,
};

fn date(found: &Found) -> Option<Expr> {
    let (month, day) = (found_u8(found, Class::Month)?, found_u8(found, Class::Day)?);
    Some(Expr::Date { year: found_year(found), month, day, weekday: found_weekday(found) })
}

/// A date in figures: the numbers must be a month and a day.
fn figures(year: i32, month: i32, day: i32) -> Option<Expr> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    crate::calendar::Date::from_ymd_opt(year, u32::from(month), u32::from(day))?;
    Some(Expr::Date { year: YearSaid::Number(year), month, day, weekday: None })
}

fn iso(found: &Found) -> Option<Expr> {
    figures(found.get(Class::Year)?, found.get(Class::Digits)?, found.last(Class::Digits)?)
}

/// Which of the two numbers is the month is told only by one of them being over twelve, or by their being the same.
fn slashed(found: &Found) -> Option<Expr> {
    let (a, b, year) = (found.get(Class::Digits)?, found.last(Class::Digits)?, found.get(Class::Year)?);
    if a == b || b > 12 {
        figures(year, a, b)
    } else if a > 12 {
        figures(year, b, a)
    } else {
        None
    }
}

fn dotted(found: &Found) -> Option<Expr> {
    let year = found.nth(Class::Digits, 2).filter(|it| (1000..2200).contains(it))?;
    figures(year, found.nth(Class::Digits, 1)?, found.nth(Class::Digits, 0)?)
}

fn month(found: &Found) -> Option<Expr> {
    Some(Expr::Month { month: found_u8(found, Class::Month)?, which: Which::Bare, year: found_year(found) })
}

fn which_month(found: &Found) -> Option<Expr> {
    Some(Expr::Month { month: found_u8(found, Class::Month)?, which: found_which(found), year: YearSaid::Unsaid })
}

fn month_stop(found: &Found) -> Option<Expr> {
    let month = found_u8(found, Class::MonthStop).or(found_u8(found, Class::Month))?;
    Some(Expr::Date { year: found_year(found), month, day: found_u8(found, Class::Day)?, weekday: found_weekday(found) })
}

fn nth_of_month(found: &Found) -> Option<Expr> {
    let n = match found.get(Class::Ordinal) {
        Some(n) => i8::try_from(n).ok().filter(|it| (1..=5).contains(it))?,
        None => -1,
    };
    let year = found.get(Class::Year).map_or(YearSaid::Unsaid, YearSaid::Number);
    let unit = found.get(Class::Unit).map_or(Unit::Day, super::unit);
    Some(Expr::NthOf { n, weekday: found_weekday(found), unit, month: found_u8(found, Class::Month)?, year })
}

/// "last", "this coming" before a day that needs none of them.
const LAST_OR_THIS: Slot = Any(&[All(&[Is(Class::Which, 2), Is(Class::Which, 7)]), Is(Class::Which, 3), Is(Class::Which, 2)]);

/// Days and months.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "iso-date",
        finds: "a date in figures, year first",
        shape: &[Year, Any(&[Mark(b'-'), Mark(b'/')]), Word(Class::Digits), Any(&[Mark(b'-'), Mark(b'/')]), Word(Class::Digits)],
        build: iso,
        left: Left::Bare,
        examples: &[("The file is dated [2014-03-12].", "2014-03-12"), ("Opened [2014/03/12] in Lyon.", "2014-03-12")],
        friends: &["Call 2014-555-0199 for tickets.", "The ratio was 2014-13-40."],
    },
    Row {
        name: "slash-date",
        finds: "a date in figures, year last, where only one order is possible",
        shape: &[Word(Class::Digits), Mark(b'/'), Word(Class::Digits), Mark(b'/'), Year],
        build: slashed,
        left: Left::Bare,
        examples: &[("Filed on [10/14/2025].", "2025-10-14"), ("Filed on [14/10/2025].", "2025-10-14")],
        friends: &["Filed on 03/04/2025.", "He ate 1/2 of it."],
    },
    Row {
        name: "nine-eleven",
        finds: "9/11, the day of 2001 that is known by its figures",
        shape: &[Word(Class::Digits), Mark(b'/'), Word(Class::Digits)],
        build: |found| (found.get(Class::Digits)? == 9 && found.last(Class::Digits)? == 11).then(|| figures(2001, 9, 11))?,
        left: Left::Bare,
        examples: &[("The [9/11] attacks shook him.", "2001-09-11")],
        friends: &["He ate 9/12 of it."],
    },
    Row {
        name: "dotted-date",
        finds: "a date in figures, day first, with stops",
        shape: &[Word(Class::Digits), Mark(b'.'), Word(Class::Digits), Mark(b'.'), Word(Class::Digits)],
        build: dotted,
        left: Left::Bare,
        examples: &[("Stand: [19.12.2025].", "2025-12-19")],
        friends: &["Version 1.40.2025 is out."],
    },
    Row {
        name: "month-day",
        finds: "a month and a day, with or without weekday and year",
        shape: &[Opt(&[LAST_OR_THIS]), Opt(&[Weekday, Opt(&[COMMA])]), Month, Opt(&[THE]), Day, Any(&[SOME_YEAR, OF_YEAR])],
        build: date,
        left: Left::Phase,
        examples: &[
            ("They met on [March 12, 2014].", "2014-03-12"),
            ("The bridge fell on [Thursday, October 10].", "2025-10-10"),
            ("It opened on [Sept. 3] in Turin.", "2025-09-03"),
            ("She was born [May the 5th] in Cork.", "2025-05-05"),
            ("The law passed on [July 25 of last year].", "2024-07-25"),
            ("He fell ill [last Oct. 23].", "2025-10-23"),
            ("It opens [this coming Sunday, Dec. 21].", "2025-12-21"),
        ],
        friends: &["They march 12 miles.", "It may 3 times fail."],
    },
    Row {
        name: "day-month",
        finds: "a day and a month, with or without weekday and year",
        shape: &[Opt(&[Weekday, Opt(&[COMMA]), Opt(&[THE])]), Day, Opt(&[OF]), Month, Any(&[SOME_YEAR, OF_YEAR])],
        build: date,
        left: Left::ThePhase,
        examples: &[
            ("They met on [12 March 2014].", "2014-03-12"),
            ("[The 25th of August] was cold.", "2025-08-25"),
            ("The truce began on [Monday 3 November].", "2025-11-03"),
            ("Встреча началась [19 декабря 2025 года] в Москве.", "2025-12-19"),
        ],
        friends: &["Only 12 march today.", "In all 40 March fires were counted."],
    },
    Row {
        name: "day-stop-month",
        finds: "a day with a stop and a month, as German writes them",
        shape: &[Opt(&[Weekday, Opt(&[COMMA]), Opt(&[Word(Class::DayPrep)])]), Day, Mark(b'.'), Word(Class::MonthStop), OF_YEAR],
        build: month_stop,
        left: Left::Bare,
        examples: &[
            ("Es war der [19. Dezember 2025] in Bonn.", "2025-12-19"),
            ("Es begann am [Freitag, dem 19. Dezember] in Bonn.", "2025-12-19"),
        ],
        friends: &["It ends in chapter 12. March is next."],
    },
    Row {
        name: "day-prep-month",
        finds: "the same where only the word before the day tells the language",
        shape: &[Word(Class::DayPrep), Day, Mark(b'.'), Month, OF_YEAR],
        build: month_stop,
        left: Left::Bare,
        examples: &[("Er starb am [3. August 1998] in Ulm.", "1998-08-03")],
        friends: &["I am 12. August is near."],
    },
    Row {
        name: "month",
        finds: "a month, with or without its year",
        shape: &[Month, OF_YEAR],
        build: month,
        left: Left::Phase,
        examples: &[
            ("It rained in [March 1998].", "1998-03"),
            ("Prices rose in [early November].", "2025-11"),
            ("The shop closed in [mid-June].", "2025-06"),
            ("Work began at [the end of February of 1940].", "1940-02"),
        ],
        friends: &["They may leave.", "The troops march on.", "May I come in?"],
    },
    Row {
        name: "nth-of-month",
        finds: "the first Monday of June, the last week of March",
        shape: &[
            Any(&[Ordinal, Is(Class::Which, 3)]),
            Any(&[Weekday, Is(Class::Unit, 3), Is(Class::Unit, 4)]),
            Any(&[OF, IN]),
            Month,
            OF_YEAR_NEAR,
        ],
        build: nth_of_month,
        left: Left::ThePhase,
        examples: &[
            ("They met on [the first Monday of June 2013].", "2013-06-03"),
            ("They met on [the third Thursday in November].", "2025-11-20"),
            ("It burned on [the last day of March 1998].", "1998-03-31"),
            ("It rained in [the first week of May 2013].", "2013-W18"),
        ],
        friends: &["The last Monday club of the town met."],
    },
    Row {
        name: "month-era",
        finds: "a month of a year before Christ",
        shape: &[Month, Opt(&[OF]), Word(Class::Digits), Word(Class::Era)],
        build: |found| {
            let year = found.get(Class::Digits)?.checked_mul(found.get(Class::Era)?)?;
            Some(Expr::Month { month: found_u8(found, Class::Month)?, which: Which::Bare, year: YearSaid::Number(year) })
        },
        left: Left::Phase,
        examples: &[("They crossed in [April 480 BC] by a bridge.", "BC0480-04")],
        friends: &["In April 480 men crossed."],
    },
    Row {
        name: "month-some-year",
        finds: "a month whose year is said by a word",
        shape: &[Month, Opt(&[COMMA]), SOME_YEAR],
        build: month,
        left: Left::Phase,
        examples: &[("He left in [June last year].", "2024-06"), ("It ends in [May of next year].", "2026-05")],
        friends: &["They march last."],
    },
    Row {
        name: "which-month",
        finds: "last March, next June",
        shape: &[WHICH, Month],
        build: which_month,
        left: Left::ThePhase,
        examples: &[
            ("He left [last March].", "2025-03"),
            ("She returns [next June].", "2026-06"),
            ("Rain fell [this September].", "2025-09"),
        ],
        friends: &["This may be late.", "The last march was long."],
    },
    Row {
        name: "month-year-short",
        finds: "a month with a shortened year",
        shape: &[Month, Apostrophe, TwoDigits],
        build: |found| {
            let year = super::period::full_year(found.get(Class::Digits)?);
            Some(Expr::Month { month: found_u8(found, Class::Month)?, which: Which::Bare, year: YearSaid::Number(year) })
        },
        left: Left::Phase,
        examples: &[("We met in [June '96].", "1996-06")],
        friends: &["The May '5 ships' film."],
    },
    Row {
        name: "the-day",
        finds: "a day of the month last spoken of",
        shape: &[THE, Any(&[All(&[Word(Class::Digits), Word(Class::Suffix)])])],
        build: |found| found_u8(found, Class::Digits).filter(|it| (1..=31).contains(it)).map(Expr::DayOfMonth),
        left: Left::Bare,
        examples: &[("It was bombed on 12 June and on [the 20th].", "2025-06-20")],
        friends: &["The 20th floor burned.", "It was the 25th largest."],
    },
    Row {
        name: "feast",
        finds: "a named day",
        shape: &[Opt(&[Word(Class::Which)]), Feast, Opt(&[Word(Class::Which), Is(Class::Unit, 10)]), OF_YEAR],
        build: |found| {
            let feast = u16::try_from(found.get(Class::Feast)?).ok()?;
            let year = if found.has(Class::Unit) {
                found_year(found)
            } else {
                found.get(Class::Year).map_or(YearSaid::Unsaid, YearSaid::Number)
            };
            Some(Expr::Feast { feast, which: found_which(found), year })
        },
        left: Left::Phase,
        examples: &[
            ("They marry on [Christmas Eve].", "2025-12-24"),
            ("He fell ill on [Easter Sunday 1998].", "1998-04-12"),
            ("We spoke on [Thanksgiving].", "2025-11-27"),
        ],
        friends: &["The Christmas tree fell.", "Easter Island is far."],
    },
    Row {
        name: "feast-week",
        finds: "the week or weekend of a named day",
        shape: &[Opt(&[Word(Class::Which)]), Feast, Any(&[Is(Class::Unit, 4), Is(Class::Unit, 5)]), OF_YEAR],
        build: |found| {
            let feast = u16::try_from(found.get(Class::Feast)?).ok()?;
            let year = found.get(Class::Year).map_or(YearSaid::Unsaid, YearSaid::Number);
            let day = Box::new(Expr::Feast { feast, which: found_which(found), year });
            Some(Expr::UnitOf { unit: super::found_unit(found)?, day })
        },
        left: Left::ThePhase,
        examples: &[
            ("Roads were full on [Thanksgiving weekend].", "2025-W48-WE"),
            ("It rained in [Easter week].", "2025-W16"),
            ("They met over [the Labor Day weekend].", "2025-W35-WE"),
        ],
        friends: &["The Christmas weekly is dull."],
    },
];
