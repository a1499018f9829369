//! What an expression means once its anchor is known, and how TIMEX3 writes that.

use super::expr::{Clock, Count, Part, Recurring, Season, Unit, Vague};
use super::resolve::TimexType;
use crate::calendar::{Date, Datelike, Interval, Precision, Weekday, shift};

/// A place on the calendar, a length, or a word without bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Day(Date),
    /// A month and day of no known year.
    YearlessDay(u8, u8),
    /// A weekday of no known week.
    SomeWeekday(Weekday),
    Week(Date),
    Weekend(Date),
    Month(i32, u8),
    YearlessMonth(u8),
    Quarter(i32, u8),
    Half(i32, u8),
    Season(i32, Season),
    YearlessSeason(Season),
    Year(i32),
    Decade(i32),
    Century(i32),
    /// A time of day; the day is `None` where it is unknown.
    At(Option<Date>, Clock),
    Part(Option<Date>, Part),
    Length(Count, Unit),
    Every(Recurring),
    Vague(Vague),
    /// What leans on a day that is not known.
    Unknown(TimexType),
}

impl Meaning {
    pub(super) fn kind(&self) -> TimexType {
        match self {
            Meaning::At(..) | Meaning::Part(..) => TimexType::Time,
            Meaning::Length(..) => TimexType::Duration,
            Meaning::Every(_) => TimexType::Set,
            Meaning::Unknown(kind) => *kind,
            Meaning::Day(_)
            | Meaning::YearlessDay(..)
            | Meaning::SomeWeekday(_)
            | Meaning::Week(_)
            | Meaning::Weekend(_)
            | Meaning::Month(..)
            | Meaning::YearlessMonth(_)
            | Meaning::Quarter(..)
            | Meaning::Half(..)
            | Meaning::Season(..)
            | Meaning::YearlessSeason(_)
            | Meaning::Year(_)
            | Meaning::Decade(_)
            | Meaning::Century(_)
            | Meaning::Vague(_) => TimexType::Date,
        }
    }

    /// The value as TIMEX3 writes it.
    pub(super) fn value(&self) -> String {
        match self {
            Meaning::Day(date) => day(*date),
            Meaning::YearlessDay(month, day) => format!("XXXX-{month:02}-{day:02}"),
            Meaning::SomeWeekday(weekday) => format!("XXXX-WXX-{}", weekday.number_from_monday()),
            Meaning::Week(date) => week(*date),
            Meaning::Weekend(date) => format!("{}-WE", week(*date)),
            Meaning::Month(y, month) => format!("{}-{month:02}", year(*y)),
            Meaning::YearlessMonth(month) => format!("XXXX-{month:02}"),
            Meaning::Quarter(y, n) => format!("{}-Q{n}", year(*y)),
            Meaning::Half(y, n) => format!("{}-H{n}", year(*y)),
            Meaning::Season(y, s) => format!("{}-{}", year(*y), season(*s)),
            Meaning::YearlessSeason(s) => format!("XXXX-{}", season(*s)),
            Meaning::Year(y) => year(*y),
            Meaning::Decade(y) if *y < 0 => format!("BC{:03}", y.unsigned_abs() / 10),
            Meaning::Decade(y) => format!("{:03}", y / 10),
            Meaning::Century(n) if *n < 0 => format!("BC{:02}", n.unsigned_abs().saturating_sub(1)),
            Meaning::Century(n) => format!("{:02}", n.saturating_sub(1)),
            Meaning::At(date, clock) => {
                let day = date.map_or("XXXX-XX-XX".to_string(), day);
                let zone = if clock.is_utc { "Z" } else { "" };
                let second = clock.second.map_or(String::new(), |it| format!(":{it:02}"));
                format!("{day}T{:02}:{:02}{second}{zone}", clock.hour, clock.minute.unwrap_or(0))
            }
            Meaning::Part(date, it) => format!("{}T{}", date.map_or("XXXX-XX-XX".to_string(), day), part(*it)),
            Meaning::Length(count, unit) => length(*count, *unit),
            Meaning::Every(recurring) => every(*recurring),
            Meaning::Vague(Vague::Past) => "PAST_REF".to_string(),
            Meaning::Vague(Vague::Present) => "PRESENT_REF".to_string(),
            Meaning::Vague(Vague::Future) => "FUTURE_REF".to_string(),
            Meaning::Unknown(_) => String::new(),
        }
    }

    /// When, for the chronology.
    pub(super) fn interval(&self) -> Option<Interval> {
        match self {
            Meaning::Day(date) => Some(Interval::day(*date)),
            Meaning::Week(date) => Some(Interval::week_of(*date)),
            Meaning::Weekend(date) => {
                let saturday = shift::days(shift::week_start(*date), 5);
                Some(Interval::days(saturday, shift::days(saturday, 1), Precision::Weekend))
            }
            Meaning::Month(year, month) => Interval::month(calendar_year(*year), u32::from(*month)),
            Meaning::Quarter(year, n) => months(*year, u32::from(*n) * 3 - 2, 3, Precision::Quarter),
            Meaning::Half(year, n) => months(*year, u32::from(*n) * 6 - 5, 6, Precision::Half),
            Meaning::Season(year, season) => match season {
                Season::Spring => months(*year, 3, 3, Precision::Season),
                Season::Summer => months(*year, 6, 3, Precision::Season),
                Season::Autumn => months(*year, 9, 3, Precision::Season),
                // "the winter of 1994" may mean its beginning or its end.
                Season::Winter => months(*year, 1, 14, Precision::Season),
            },
            Meaning::Year(year) => Interval::year(calendar_year(*year)),
            Meaning::Decade(year) if *year < 0 => None,
            Meaning::Decade(year) => years(year / 10 * 10, 10, Precision::Decade),
            Meaning::Century(n) if *n <= 0 => None,
            Meaning::Century(n) => years(n.checked_sub(1)?.checked_mul(100)?.checked_add(1)?, 100, Precision::Century),
            Meaning::At(date, clock) => match clock.minute {
                Some(minute) => Interval::minute((*date)?, u32::from(clock.hour), u32::from(minute)),
                None => Interval::hours((*date)?, u32::from(clock.hour), u32::from(clock.hour) + 1, Precision::Hour),
            },
            Meaning::Part(date, part) => {
                let (from, to) = match part {
                    Part::Morning => (6, 12),
                    Part::Midday => (11, 14),
                    Part::Afternoon => (12, 18),
                    Part::Evening => (18, 24),
                    Part::Night => (18, 30),
                    Part::Dawn => (4, 8),
                };
                Interval::hours((*date)?, from, to, Precision::Part)
            }
            Meaning::YearlessDay(..)
            | Meaning::SomeWeekday(_)
            | Meaning::YearlessMonth(_)
            | Meaning::YearlessSeason(_)
            | Meaning::Length(..)
            | Meaning::Every(_)
            | Meaning::Vague(_)
            | Meaning::Unknown(_) => None,
        }
    }
}

/// There is no year 0: the year 1 before Christ is the calendar's year 0.
fn calendar_year(year: i32) -> i32 {
    if year < 0 { year + 1 } else { year }
}

fn months(year: i32, first: u32, n: i32, precision: Precision) -> Option<Interval> {
    let start = Date::from_ymd_opt(calendar_year(year), first, 1)?;
    Some(Interval::days(start, shift::days(shift::months(start, n), -1), precision))
}

fn years(first: i32, n: i32, precision: Precision) -> Option<Interval> {
    let start = Date::from_ymd_opt(first, 1, 1)?;
    Some(Interval::days(start, shift::days(shift::months(start, n * 12), -1), precision))
}

fn year(year: i32) -> String {
    if year < 0 { format!("BC{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
}

fn day(date: Date) -> String {
    format!("{}-{:02}-{:02}", year(date.year()), date.month(), date.day())
}

fn week(date: Date) -> String {
    let week = date.iso_week();
    format!("{}-W{:02}", year(week.year()), week.week())
}

fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Morning => "MO",
        Part::Midday => "MI",
        Part::Afternoon => "AF",
        Part::Evening => "EV",
        Part::Night => "NI",
        Part::Dawn => "DT",
    }
}

fn length(count: Count, unit: Unit) -> String {
    // Decades and centuries count as years, a weekend as one.
    let (factor, letter, is_clock) = match unit {
        Unit::Second => (1, "S", true),
        Unit::Minute => (1, "M", true),
        Unit::Hour => (1, "H", true),
        Unit::Day => (1, "D", false),
        Unit::Week => (1, "W", false),
        Unit::Weekend => (1, "WE", false),
        Unit::Fortnight => (2, "W", false),
        Unit::Month => (1, "M", false),
        Unit::Quarter => (1, "Q", false),
        Unit::HalfYear => (6, "M", false),
        Unit::Year => (1, "Y", false),
        Unit::Decade => (10, "Y", false),
        Unit::Century => (100, "Y", false),
        Unit::Millennium => (1000, "Y", false),
    };
    let prefix = if is_clock { "PT" } else { "P" };
    match count {
        Count::Exactly(thousandths) => {
            let all = thousandths.saturating_mul(factor);
            let (whole, rest) = (all / 1000, all % 1000);
            if rest == 0 {
                return format!("{prefix}{whole}{letter}");
            }
            let decimals = format!("{rest:03}");
            format!("{prefix}{whole}.{}{letter}", decimals.trim_end_matches('0'))
        }
        Count::AndHalf(whole) => {
            let half = match unit {
                Unit::Year => Some((prefix, 6, "M")),
                Unit::Hour => Some((prefix, 30, "M")),
                Unit::Minute => Some((prefix, 30, "S")),
                Unit::Day if whole == 0 => Some(("PT", 12, "H")),
                Unit::Decade | Unit::Century | Unit::Millennium => Some((prefix, factor / 2 + factor * u64::from(whole), "Y")),
                _ => None,
            };
            match half {
                Some((prefix, n, half_letter)) if whole == 0 || factor > 1 => format!("{prefix}{n}{half_letter}"),
                Some((prefix, n, half_letter)) => format!("{prefix}{whole}{letter}{n}{half_letter}"),
                None => format!("{prefix}{whole}.5{letter}"),
            }
        }
        Count::And(whole, rest) => {
            let smaller = unit.smaller().map_or(String::new(), |it| length(Count::whole(rest), it));
            let rest = if is_clock { smaller.trim_start_matches("PT") } else { smaller.trim_start_matches('P') };
            format!("{prefix}{whole}{letter}{rest}")
        }
        Count::Some => match unit {
            Unit::Decade => "PXY".to_string(),
            Unit::Century => "PXC".to_string(),
            _ => format!("{prefix}X{letter}"),
        },
    }
}

fn every(recurring: Recurring) -> String {
    match recurring {
        Recurring::Unit(count, unit) => length(count, unit),
        Recurring::Weekday(weekday) => format!("XXXX-WXX-{}", weekday.number_from_monday()),
        Recurring::WeekdayPart(weekday, it) => format!("XXXX-WXX-{}T{}", weekday.number_from_monday(), part(it)),
        Recurring::Part(it) => format!("XXXX-XX-XXT{}", part(it)),
        Recurring::Month(month) => format!("XXXX-{month:02}"),
        Recurring::Season(it) => format!("XXXX-{}", season(it)),
        Recurring::Weekend => "XXXX-WXX-WE".to_string(),
        Recurring::Workday => "XXXX-WXX-WD".to_string(),
        Recurring::Quarter(n) => format!("XXXX-Q{n}"),
    }
}

/// The unit of the calendar that holds the day `n` units on.
pub(super) fn step(from: Date, unit: Unit, n: i32) -> Option<Meaning> {
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => return None,
        Unit::Day => Meaning::Day(shift::days(from, i64::from(n))),
        Unit::Week => Meaning::Week(shift::days(from, 7 * i64::from(n))),
        Unit::Fortnight => Meaning::Week(shift::days(from, 14 * i64::from(n))),
        Unit::Weekend => Meaning::Weekend(shift::days(from, 7 * i64::from(n))),
        Unit::Month => {
            let it = shift::months(from, n);
            Meaning::Month(it.year(), it.month() as u8)
        }
        Unit::Quarter => {
            let it = shift::months(from, n.checked_mul(3)?);
            Meaning::Quarter(it.year(), (it.month0() / 3 + 1) as u8)
        }
        Unit::HalfYear => {
            let it = shift::months(from, n.checked_mul(6)?);
            Meaning::Half(it.year(), (it.month0() / 6 + 1) as u8)
        }
        Unit::Year => Meaning::Year(from.year().checked_add(n)?),
        // "a decade ago" is a year, "this decade" ten.
        Unit::Decade if n != 0 => Meaning::Year(from.year().checked_add(n.checked_mul(10)?)?),
        Unit::Decade => Meaning::Decade(from.year()),
        Unit::Century if n != 0 => Meaning::Year(from.year().checked_add(n.checked_mul(100)?)?),
        Unit::Century => Meaning::Century((from.year().checked_add(n.checked_mul(100)?)? - 1).div_euclid(100) + 1),
    })
}
