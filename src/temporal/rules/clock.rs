//! Rows for times of day.

use super::super::expr::{Clock as Time, Expr, Part, Which};
use super::super::lexicon::Class;
use super::super::shape::{
    Found,
    Slot::{self, *},
};
use super::{IN, Left, OF, Row, THE, TO, WHICH, found_part, found_u8, found_which};

fn is_utc(found: &Found) -> bool {
    found.get(Class::Zone) == Some(0)
}

fn clock(found: &Found) -> Option<Expr> {
    Some(Expr::At {
        clock: Time {
            hour: found_u8(found, Class::ClockHour)?,
            minute: found_u8(found, Class::ClockMinute),
            second: found_u8(found, Class::ClockSecond),
            is_utc: is_utc(found),
        },
        day: None,
    })
}

fn part_alone(found: &Found) -> Option<Expr> {
    Some(Expr::DayPart { part: found_part(found)?, which: found_which(found), day: None })
}

/// The hour of "half past seven", "11 in the morning", without its half of the day.
fn told_hour(found: &Found) -> Option<u8> {
    found
        .last(Class::Cardinal)
        .or(found.last(Class::Digits))
        .filter(|it| (1..=12).contains(it))
        .and_then(|it| u8::try_from(it).ok())
}

fn at(hour: u8, minute: Option<u8>) -> Option<Expr> {
    Some(Expr::At { clock: Time { hour, minute, second: None, is_utc: false }, day: None })
}

/// "half past seven", "a quarter to six".
fn past_hour(found: &Found) -> Option<Expr> {
    let hour = told_hour(found)?;
    match (found.has(Class::Half), found.has(Class::Which)) {
        (true, _) => at(hour, Some(30)),
        (false, true) => at(hour, Some(15)),
        (false, false) => at(if hour == 1 { 12 } else { hour - 1 }, Some(45)),
    }
}

/// "11 in the morning", "nine at night": the part says which half of the day.
fn hour_of_part(found: &Found) -> Option<Expr> {
    let hour = told_hour(found)?;
    let is_later = match found_part(found)? {
        Part::Afternoon | Part::Evening => hour < 12,
        Part::Night => (6..12).contains(&hour),
        Part::Morning | Part::Midday | Part::Dawn => false,
    };
    at(if is_later { hour + 12 } else { hour }, None)
}

const PAST: Slot = Is(Class::Which, 4);
const HOUR: Slot = Any(&[Word(Class::Cardinal), Word(Class::Digits)]);

/// Times of day.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "clock",
        finds: "8:30 p.m., 14:00 GMT",
        shape: &[Clock, Opt(&[Any(&[TimeOfPlace, Is(Class::ClockWord, 0)])]), Opt(&[Word(Class::Zone)])],
        build: clock,
        left: Left::Hedge,
        examples: &[
            ("It fell at [8:30 p.m.] there.", "2025-12-20T20:30"),
            ("It fell at [8 a.m. EST] there.", "2025-12-20T08:00"),
            ("It fell at [14:05] there.", "2025-12-20T14:05"),
            ("It fell at [8:00 p.m. Friday].", "2025-12-19T20:00"),
            ("It fell [yesterday at 4 pm].", "2025-12-19T16:00"),
        ],
        friends: &["I am 8 amps strong.", "They won 3-2.", "Verse 25:61 says so."],
    },
    Row {
        name: "hour-zone",
        finds: "1500 GMT, 1630 local time",
        shape: &[FourDigitHour, Any(&[TimeOfPlace, Word(Class::Zone), Is(Class::ClockWord, 0)])],
        build: clock,
        left: Left::Hedge,
        examples: &[("It fell at [1530 GMT] in Rome.", "2025-12-20T15:30Z")],
        friends: &["It took 1530 hours.", "In 1975 GMT was new."],
    },
    Row {
        name: "hour-alone",
        finds: "1100 before its day",
        shape: &[FourDigitHour],
        build: clock,
        left: Left::Bare,
        examples: &[("It fell at [1100 on Friday].", "2025-12-19T11:00"), ("It fell at [0930] sharp.", "2025-12-20T09:30")],
        friends: &["It was sold at 1100 dollars.", "The index stood at 1335 then."],
    },
    Row {
        name: "o-clock",
        finds: "eight o'clock",
        shape: &[HOUR, OClock],
        build: |found| at(told_hour(found)?, None),
        left: Left::Hedge,
        examples: &[("It fell at [eight o'clock] sharp.", "2025-12-20T08:00")],
        friends: &["Eight clocks fell."],
    },
    Row {
        name: "past-hour",
        finds: "half past seven, a quarter to six",
        shape: &[
            Any(&[All(&[Word(Class::Half), PAST]), All(&[Opt(&[Word(Class::A)]), Is(Class::Unit, 8), Any(&[PAST, TO])])]),
            HOUR,
        ],
        build: past_hour,
        left: Left::Hedge,
        examples: &[
            ("They ate at [half past seven].", "2025-12-20T07:30"),
            ("They ate at [a quarter to six].", "2025-12-20T05:45"),
        ],
        friends: &["A quarter to half of them left."],
    },
    Row {
        name: "hour-of-part",
        finds: "11 in the morning, nine at night",
        shape: &[HOUR, Any(&[All(&[IN, THE, Word(Class::Part)]), All(&[Is(Class::Prep, 2), Word(Class::Part)])])],
        build: hour_of_part,
        left: Left::Hedge,
        examples: &[("He left at [11 in the morning].", "2025-12-20T11:00"), ("He left at [nine at night].", "2025-12-20T21:00")],
        friends: &["He saw two in the morning."],
    },
    Row {
        name: "noon",
        finds: "noon, midnight",
        shape: &[Opt(&[Word(Class::Digits)]), Word(Class::Noon), Opt(&[TimeOfPlace]), Opt(&[Word(Class::Zone)])],
        build: |found| {
            let hour = found_u8(found, Class::Noon).filter(|_| found.get(Class::Digits).is_none_or(|it| it == 12))?;
            Some(Expr::At { clock: Time { hour, minute: None, second: None, is_utc: is_utc(found) }, day: None })
        },
        left: Left::Hedge,
        examples: &[
            ("They ate at [noon].", "2025-12-20T12:00"),
            ("It ended at [midnight Friday].", "2025-12-19T24:00"),
            ("It began at [noon Moscow time on Friday].", "2025-12-19T12:00"),
        ],
        friends: &["Midnight Express is a film."],
    },
    Row {
        name: "which-part",
        finds: "this morning, last night, the next morning",
        shape: &[WHICH, Word(Class::Part)],
        build: part_alone,
        left: Left::ThePhase,
        examples: &[
            ("He fell [this morning].", "2025-12-20TMO"),
            ("He fell [last night].", "2025-12-19TNI"),
            ("He fell [early this afternoon].", "2025-12-20TAF"),
        ],
        friends: &["The last nightclub closed."],
    },
    Row {
        name: "part-of",
        finds: "the morning of March 3",
        shape: &[THE, Opt(&[Word(Class::Hedge), Hyphen]), Word(Class::Part), Opt(&[Is(Class::ClockWord, 0)]), OF],
        build: |found| Some(Expr::PartOf(found_part(found)?)),
        left: Left::Phase,
        examples: &[
            ("He fell on [the morning of March 3].", "2025-03-03TMO"),
            ("It burned in [the pre-dawn hours of Thursday].", "2025-12-18TDT"),
        ],
        friends: &["The morning of his life."],
    },
    Row {
        name: "hours-of",
        finds: "the early hours of a day",
        shape: &[THE, Word(Class::Hedge), Is(Class::Units, 2), OF],
        build: |found| match found.get(Class::Hedge)? {
            4 | 17 => Some(Expr::PartOf(Part::Morning)),
            6 => Some(Expr::PartOf(Part::Night)),
            _ => None,
        },
        left: Left::Bare,
        examples: &[
            ("It burned in [the early hours of Thursday].", "2025-12-18TMO"),
            ("It burned in [the small hours of Thursday].", "2025-12-18TMO"),
        ],
        friends: &["The early hours of the war were the worst."],
    },
    Row {
        name: "part-before",
        finds: "the night before, the morning after",
        shape: &[THE, Word(Class::Part), Any(&[Is(Class::Earlier, 1), Is(Class::Later, 1)])],
        build: |found| {
            let which = if found.has(Class::Later) { Which::Following } else { Which::Previous };
            Some(Expr::DayPart { part: found_part(found)?, which, day: None })
        },
        left: Left::Bare,
        examples: &[("On 3 November it burned; he had slept there [the night before].", "2025-11-02TNI")],
        friends: &["The night after he left was cold."],
    },
    Row {
        name: "part-before-last",
        finds: "the night before last",
        shape: &[THE, Word(Class::Part), Is(Class::Earlier, 1), Is(Class::Which, 3)],
        build: |found| Some(Expr::DayPart { part: found_part(found)?, which: Which::Bare, day: Some(Box::new(Expr::Today(-2))) }),
        left: Left::Bare,
        examples: &[("It burned [the night before last].", "2025-12-18TNI")],
        friends: &["The night before she left."],
    },
    Row {
        name: "the-part",
        finds: "the morning, the late evening, mid-afternoon",
        shape: &[Any(&[All(&[THE, Opt(&[Word(Class::Hedge), Hyphen])]), All(&[Is(Class::Hedge, 5), Hyphen])]), Word(Class::Part)],
        build: |found| Some(Expr::DayPart { part: found_part(found)?, which: Which::The, day: None }),
        left: Left::Phase,
        examples: &[
            ("He fell in [the afternoon].", "2025-12-20TAF"),
            ("He fell in [the late evening].", "2025-12-20TEV"),
            ("By [mid-morning] it was gone.", "2025-12-20TMO"),
        ],
        friends: &["A good morning to you."],
    },
    Row {
        name: "part",
        finds: "a part of the day beside its day",
        shape: &[Opt(&[Word(Class::Hedge), Hyphen]), Word(Class::Part)],
        build: |found| Some(Expr::DayPart { part: found_part(found)?, which: Which::Bare, day: None }),
        left: Left::Phase,
        examples: &[("He fell on [Friday evening].", "2025-12-19TEV"), ("He fell [early Monday morning].", "2025-12-15TMO")],
        friends: &["Evening falls.", "Good night."],
    },
    Row {
        name: "overnight",
        finds: "overnight, tonight",
        shape: &[Word(Class::Tonight)],
        build: |found| {
            let which = if found.get(Class::Tonight) == Some(0) { Which::This } else { Which::Past };
            Some(Expr::DayPart { part: Part::Night, which, day: None })
        },
        left: Left::Phase,
        examples: &[("Drones fell [overnight].", "2025-12-19TNI"), ("They sing [tonight].", "2025-12-20TNI")],
        friends: &["An overnighter bag."],
    },
];
