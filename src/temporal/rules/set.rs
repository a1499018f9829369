//! Rows for what recurs.

use super::super::expr::{Count, Expr, Recurring, Unit};
use super::super::lexicon::Class;
use super::super::shape::{Found, Slot::*};
use super::{Left, OF, OR, Row, UNIT, UP_TO, found_part, found_season, found_u8, found_unit, found_weekday};

fn unit(found: &Found) -> Option<Expr> {
    let (count, unit) = (found.count.unwrap_or(Count::whole(1)), found_unit(found)?);
    let is_weekend = unit == Unit::Weekend && count == Count::whole(1);
    Some(Expr::Every(if is_weekend { Recurring::Weekend } else { Recurring::Unit(count, unit) }))
}

/// Sets.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "every-unit",
        finds: "every day, each year, every two weeks",
        shape: &[Is(Class::Every, 1), Opt(&[Count, UP_TO]), UNIT],
        build: unit,
        left: Left::Bare,
        examples: &[
            ("He swims [every day].", "P1D"),
            ("They meet [every two weeks].", "P2W"),
            ("It floods [every three to five years].", "P3Y"),
        ],
        friends: &["Every second man fell."],
    },
    Row {
        name: "every-other",
        finds: "every other week, every other Friday",
        shape: &[Is(Class::Every, 1), Is(Class::Other, 2), Any(&[Word(Class::Unit), Weekday])],
        build: |found| {
            let weekday = found_weekday(found).map(Recurring::Weekday);
            Some(Expr::Every(weekday.or_else(|| Some(Recurring::Unit(Count::whole(2), found_unit(found)?)))?))
        },
        left: Left::Bare,
        examples: &[("They meet [every other week].", "P2W"), ("They meet [every other Friday].", "XXXX-WXX-5")],
        friends: &["Every other man fell."],
    },
    Row {
        name: "every-weekday",
        finds: "every Thursday",
        shape: &[Is(Class::Every, 1), Weekday, Opt(&[Word(Class::Part)])],
        build: |found| {
            let weekday = found_weekday(found)?;
            Some(Expr::Every(found_part(found).map_or(Recurring::Weekday(weekday), |it| Recurring::WeekdayPart(weekday, it))))
        },
        left: Left::Bare,
        examples: &[("They meet [every Thursday].", "XXXX-WXX-4"), ("They meet [each Friday night].", "XXXX-WXX-5TNI")],
        friends: &["Every man left on Thursday."],
    },
    Row {
        name: "weekdays",
        finds: "Mondays, Tuesday nights",
        shape: &[Any(&[Word(Class::Weekdays), All(&[Weekday, Word(Class::Parts)])])],
        build: |found| {
            let weekday = found_weekday(found)?;
            Some(Expr::Every(found_part(found).map_or(Recurring::Weekday(weekday), |it| Recurring::WeekdayPart(weekday, it))))
        },
        left: Left::Bare,
        examples: &[("They meet on [Mondays].", "XXXX-WXX-1"), ("They meet on [Tuesday nights].", "XXXX-WXX-2TNI")],
        friends: &["They met on Tuesday."],
    },
    Row {
        name: "weekends",
        finds: "on weekends",
        shape: &[Is(Class::Units, 5)],
        build: |_| Some(Expr::Every(Recurring::Weekend)),
        left: Left::Bare,
        examples: &[("They meet on [weekends].", "XXXX-WXX-WE")],
        friends: &["The weekender opens."],
    },
    Row {
        name: "working-days",
        finds: "on weekdays",
        shape: &[Is(Class::Weekdays, 8)],
        build: |_| Some(Expr::Every(Recurring::Workday)),
        left: Left::Bare,
        examples: &[("The road is shut on [weekdays].", "XXXX-WXX-WD")],
        friends: &["A weekday market."],
    },
    Row {
        name: "every-part",
        finds: "every morning",
        shape: &[Is(Class::Every, 1), Word(Class::Part)],
        build: |found| Some(Expr::Every(Recurring::Part(found_part(found)?))),
        left: Left::Bare,
        examples: &[("He swims [every morning].", "XXXX-XX-XXTMO")],
        friends: &["Every nightclub closed."],
    },
    Row {
        name: "every-month-name",
        finds: "each July",
        shape: &[Is(Class::Every, 1), Month],
        build: |found| Some(Expr::Every(Recurring::Month(found_u8(found, Class::Month)?))),
        left: Left::Bare,
        examples: &[("They race [each July].", "XXXX-07")],
        friends: &["Each may leave."],
    },
    Row {
        name: "nth-of-every",
        finds: "the first Tuesday of every month",
        shape: &[
            Any(&[Ordinal, Is(Class::Which, 3)]),
            Any(&[Weekday, Is(Class::Unit, 3)]),
            OF,
            Is(Class::Every, 1),
            Any(&[Is(Class::Unit, 7), Month]),
        ],
        build: |found| {
            let month = found_u8(found, Class::Month).map(Recurring::Month);
            Some(Expr::Every(month.unwrap_or(Recurring::Unit(Count::whole(1), Unit::Month))))
        },
        left: Left::ThePhase,
        examples: &[
            ("They meet on [the first Tuesday of every month].", "P1M"),
            ("They meet on [the second Monday of each January].", "XXXX-01"),
        ],
        friends: &["The first man of every month."],
    },
    Row {
        name: "every-season",
        finds: "every summer",
        shape: &[Is(Class::Every, 1), Word(Class::Season)],
        build: |found| Some(Expr::Every(Recurring::Season(found_season(found)?))),
        left: Left::Bare,
        examples: &[("They race [every summer].", "XXXX-SU")],
        friends: &["Every springboard broke."],
    },
    Row {
        name: "adverb",
        finds: "daily, hourly, annually",
        shape: &[Word(Class::Adverb)],
        build: |found| Some(Expr::Every(Recurring::Unit(Count::whole(1), super::unit(found.get(Class::Adverb)?)))),
        left: Left::Bare,
        examples: &[("The trains run [daily].", "P1D")],
        friends: &["The Daily Mail wrote so."],
    },
    Row {
        name: "times-a",
        finds: "twice a week, three times per year, once every four years",
        shape: &[
            Any(&[All(&[Word(Class::Times), Opt(&[OR, Word(Class::Times)])]), All(&[Count, UP_TO, Is(Class::Times, 0)])]),
            Any(&[
                All(&[Is(Class::Every, 1), Count, UP_TO, Word(Class::Units)]),
                All(&[Any(&[Word(Class::A), Word(Class::Every)]), Word(Class::Unit)]),
                Word(Class::Adverb),
            ]),
        ],
        build: |found| {
            // "three times a day", but "once every four years"
            let (units, one) = (found.get(Class::Units), found.get(Class::Unit).or(found.get(Class::Adverb)));
            let count = found.count.filter(|_| units.is_some()).unwrap_or(Count::whole(1));
            Some(Expr::Every(Recurring::Unit(count, units.or(one).map(super::unit)?)))
        },
        left: Left::Bare,
        examples: &[
            ("He swims [twice a week].", "P1W"),
            ("They vote [once every four years].", "P4Y"),
            ("He swims [once or twice a month].", "P1M"),
        ],
        friends: &["Once a king, always a king."],
    },
    Row {
        name: "per",
        finds: "per day",
        shape: &[Is(Class::Every, 2), Word(Class::Unit)],
        build: |found| {
            let unit = found_unit(found)?;
            (unit >= Unit::Day).then_some(Expr::Every(Recurring::Unit(Count::whole(1), unit)))
        },
        left: Left::Bare,
        examples: &[("It costs $5 [per day].", "P1D")],
        friends: &["Fifty miles per hour."],
    },
];
