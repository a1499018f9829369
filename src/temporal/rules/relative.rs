//! Rows for dates that lean on the day of writing or on the date last mentioned.

use super::super::expr::{Count, Expr, Toward, Unit, Vague, Which};
use super::super::lexicon::Class;
use super::super::shape::{Found, Slot::*};
use super::{AND, COMMA, IN, Left, OF, OR, OR_SO, Row, THE, UNIT, UP_TO, WHICH, found_unit, found_weekday, found_which};

fn weekday(found: &Found) -> Option<Expr> {
    Some(Expr::Weekday { weekday: found_weekday(found)?, which: found_which(found) })
}

/// "Friday of last week": the word belongs to the week.
fn weekday_of_week(found: &Found) -> Option<Expr> {
    Some(Expr::WeekdayOf { weekday: found_weekday(found)?, week: found_which(found) })
}

fn toward(found: &Found) -> Toward {
    if found.has(Class::Ago) {
        Toward::Ago
    } else if found.has(Class::Earlier) {
        Toward::Earlier
    } else if found.has(Class::Now) {
        Toward::Hence
    } else {
        Toward::Later
    }
}

fn offset(found: &Found) -> Option<Expr> {
    Some(Expr::Offset { count: found.count.unwrap_or(Count::whole(1)), unit: found_unit(found)?, toward: toward(found) })
}

/// "years ago": nobody says how many.
fn vague_offset(found: &Found) -> Option<Expr> {
    Some(Expr::Offset { count: Count::Some, unit: found_unit(found)?, toward: toward(found) })
}

fn nth(found: &Found) -> Option<Expr> {
    let (unit, which) = (found_unit(found)?, found_which(found));
    // "the last decade" is the ten years behind us, "the last fortnight" the two weeks, "the last hour" no hour of the clock.
    let is_ahead_or_behind = matches!(which, Which::Last | Which::Past | Which::Next | Which::Coming);
    // "the next day or two" is a length, "the next year or so" that year.
    let count = found.count.or((unit >= Unit::Decade || matches!(unit, Unit::Fortnight | Unit::Hour)).then_some(Count::whole(1)));
    if let (Some(count), true) = (count, is_ahead_or_behind) {
        return Some(Expr::Stretch { count, unit, which });
    }
    // "at the last minute" is no minute of the clock.
    let is_told = unit > Unit::Hour || unit == Unit::Hour && which == Which::Previous;
    is_told.then_some(Expr::Nth { unit, which })
}

/// Relative dates.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "deixis",
        finds: "today, yesterday, tomorrow",
        shape: &[Word(Class::Deixis)],
        build: |found| Some(Expr::Today(i8::try_from(found.get(Class::Deixis)?).ok()?)),
        left: Left::Phase,
        examples: &[
            ("He left [yesterday].", "2025-12-19"),
            ("We know it [today].", "2025-12-20"),
            ("They vote [tomorrow].", "2025-12-21"),
            ("It closed [late yesterday].", "2025-12-19"),
        ],
        friends: &["USA TODAY wrote so."],
    },
    Row {
        name: "day-beyond",
        finds: "the day before yesterday, the day after tomorrow",
        shape: &[
            Opt(&[THE]),
            Is(Class::Unit, 3),
            Any(&[All(&[Is(Class::Earlier, 1), Is(Class::Deixis, -1)]), All(&[Word(Class::Later), Is(Class::Deixis, 1)])]),
        ],
        build: |found| Some(Expr::Today(if found.has(Class::Later) { 2 } else { -2 })),
        left: Left::Bare,
        examples: &[("He left [the day before yesterday].", "2025-12-18"), ("They vote [the day after tomorrow].", "2025-12-22")],
        friends: &["The day before he left."],
    },
    Row {
        name: "weekday",
        finds: "Friday",
        shape: &[Weekday],
        build: weekday,
        left: Left::Phase,
        examples: &[
            ("He said so on [Friday].", "2025-12-19"),
            ("The court will meet on [Monday].", "2025-12-22"),
            ("It burned [early Tuesday].", "2025-12-16"),
        ],
        friends: &["The sun set.", "He sat down."],
    },
    Row {
        name: "which-weekday",
        finds: "last Friday, this coming Sunday",
        shape: &[WHICH, Weekday],
        build: weekday,
        left: Left::ThePhase,
        examples: &[
            ("They left [last Tuesday].", "2025-12-16"),
            ("It was worse than [the previous Friday].", "2025-12-19"),
            ("It opens [next Friday].", "2025-12-26"),
        ],
        friends: &["This sun is hot."],
    },
    Row {
        name: "weekday-of-week",
        finds: "Friday of last week",
        shape: &[Weekday, Opt(&[COMMA]), Opt(&[OF]), Word(Class::Which), Is(Class::Unit, 4)],
        build: weekday_of_week,
        left: Left::Phase,
        examples: &[("They met on [Tuesday of last week].", "2025-12-09"), ("They meet on [Monday next week].", "2025-12-22")],
        friends: &["On Tuesday the week began."],
    },
    Row {
        name: "which-unit",
        finds: "this week, last month, next year, the same day",
        shape: &[WHICH, Opt(&[Word(Class::Fiscal)]), Word(Class::Unit), OR_SO],
        build: nth,
        left: Left::ThePhase,
        examples: &[
            ("It rained [this week].", "2025-W51"),
            ("He died [last month].", "2025-11"),
            ("It opens [early next year].", "2026"),
            ("It opens in [the next month or so].", "2026-01"),
            ("On 3 March he fled; [the following day] he was caught.", "2025-03-04"),
            ("In March 1998 she wed; [that year] she left.", "1998"),
        ],
        friends: &["That second was long.", "This minute detail."],
    },
    Row {
        name: "week-later-in",
        finds: "later in the year, early in 2012's month",
        shape: &[Word(Class::Hedge), IN, THE, Word(Class::Unit)],
        build: |found| {
            let phase = found.get(Class::Hedge).is_some_and(|it| (4..=8).contains(&it));
            (phase).then_some(Expr::Nth { unit: found_unit(found)?, which: Which::The })
        },
        left: Left::Bare,
        examples: &[("She left [later in the year].", "2025")],
        friends: &["About in the year of the king."],
    },
    Row {
        name: "the-unit",
        finds: "the year, the quarter, the week, the day last spoken of",
        shape: &[THE, Opt(&[Any(&[Is(Class::Filler, 0), Word(Class::Fiscal)])]), Word(Class::Unit)],
        build: |found| {
            let unit = found_unit(found)?;
            let is_long = !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight | Unit::Millennium);
            is_long.then_some(Expr::Nth { unit, which: Which::The })
        },
        left: Left::Phase,
        examples: &[
            ("He was ill at [the end of the month].", "2025-12"),
            ("They met over [the weekend].", "2025-W51-WE"),
            ("In 1998 she was glad; [the year] had been good.", "1998"),
        ],
        friends: &["The second was long.", "The day laborer fell."],
    },
    Row {
        name: "straight-day",
        finds: "the third straight day, a second day",
        shape: &[Any(&[THE, Word(Class::A)]), Ordinal, Opt(&[Is(Class::Filler, 1)]), Is(Class::Unit, 3)],
        build: |_| Some(Expr::Nth { unit: Unit::Day, which: Which::The }),
        left: Left::Bare,
        examples: &[
            ("It rained for [the third straight day].", "2025-12-20"),
            ("They marched for [a second day].", "2025-12-20"),
        ],
        friends: &["The third straight line.", "On the second day he left."],
    },
    Row {
        name: "this-time",
        finds: "this time last year",
        shape: &[Is(Class::Which, 2), Is(Class::Times, 9), Any(&[Is(Class::Which, 3), Is(Class::Which, 6)]), Word(Class::Unit)],
        build: |found| {
            let unit = found_unit(found).filter(|it| *it >= Unit::Day)?;
            Some(Expr::Nth { unit, which: found_which(found) })
        },
        left: Left::Bare,
        examples: &[("Prices are lower than [this time last year].", "2024")],
        friends: &["This time they won."],
    },
    Row {
        name: "ago",
        finds: "two days ago, three weeks later, a year earlier",
        shape: &[
            Any(&[All(&[Count, UP_TO]), Word(Class::A)]),
            Opt(&[Word(Class::Filler)]),
            UNIT,
            Opt(&[OR, Any(&[So, All(&[Count])])]),
            Any(&[
                Word(Class::Ago),
                Word(Class::Earlier),
                Word(Class::Later),
                All(&[Is(Class::Prep, 8), Word(Class::Now)]),
                Is(Class::Now, 1),
            ]),
        ],
        build: offset,
        left: Left::Hedge,
        examples: &[
            ("He left [two days ago].", "2025-12-18"),
            ("She wed [three months ago].", "2025-09"),
            ("On 3 March he fled; [two days later] he was caught.", "2025-03-05"),
            ("It began [about ten years ago].", "2015"),
            ("It ends [two weeks from now].", "2026-W01"),
        ],
        friends: &["Two days earlier than planned.", "Three days after he left."],
    },
    Row {
        name: "half-ago",
        finds: "half an hour later, a year and a half ago",
        shape: &[
            Any(&[
                All(&[Word(Class::Half), Word(Class::A), Word(Class::Unit)]),
                All(&[Word(Class::A), Word(Class::Half), Hyphen, Word(Class::Unit)]),
                All(&[Word(Class::A), Word(Class::Unit), AND, Word(Class::A), Word(Class::Half)]),
            ]),
            Any(&[Word(Class::Ago), Is(Class::Earlier, 0), Is(Class::Later, 0), Is(Class::Now, 1)]),
        ],
        build: |found| {
            // "half a year" and "a half-year" begin with the half, "a year and a half" ends with it.
            let whole = u32::from(found.follows_unit(Class::Half));
            Some(Expr::Offset { count: Count::AndHalf(whole), unit: found_unit(found)?, toward: toward(found) })
        },
        left: Left::Hedge,
        examples: &[
            ("He left [half a century ago].", "1975"),
            ("He left [a half century ago].", "1975"),
            ("She wed [a year and a half ago].", "2024-06"),
        ],
        friends: &["Half a century is long."],
    },
    Row {
        name: "some-time-ago",
        finds: "years ago, months later",
        shape: &[Word(Class::Units), Any(&[Word(Class::Ago), Is(Class::Earlier, 0), Is(Class::Later, 0)])],
        build: vague_offset,
        left: Left::Hedge,
        examples: &[("We met [years ago].", "PAST_REF"), ("He had left [weeks earlier].", "PAST_REF")],
        friends: &["The days after he left."],
    },
    Row {
        name: "beyond-next",
        finds: "the week after next, the year before last",
        shape: &[
            THE,
            Word(Class::Unit),
            Any(&[All(&[Is(Class::Later, 1), Is(Class::Which, 6)]), All(&[Is(Class::Earlier, 1), Is(Class::Which, 3)])]),
        ],
        build: |found| {
            let toward = if found.has(Class::Later) { Toward::Hence } else { Toward::Ago };
            Some(Expr::Offset { count: Count::whole(2), unit: found_unit(found)?, toward })
        },
        left: Left::Bare,
        examples: &[("It opens [the week after next].", "2026-W01"), ("It shut [the year before last].", "2023")],
        friends: &["The week after he left."],
    },
    Row {
        name: "other-day",
        finds: "the other day",
        shape: &[THE, Is(Class::Other, 2), Is(Class::Unit, 3)],
        build: |_| Some(Expr::Vague(Vague::Past)),
        left: Left::Bare,
        examples: &[("I saw him [the other day].", "PAST_REF")],
        friends: &["The other days were dull."],
    },
    Row {
        name: "the-unit-before",
        finds: "the day before, the week after",
        shape: &[THE, Word(Class::Unit), Any(&[Word(Class::Earlier), Word(Class::Later)])],
        build: offset,
        left: Left::Bare,
        examples: &[
            ("On 3 March he fled; he had wept [the day before].", "2025-03-02"),
            ("In 1998 she wed; she left [the year after].", "1999"),
        ],
        friends: &["The day after he left he wept."],
    },
];
