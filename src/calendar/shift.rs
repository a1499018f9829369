//! The day before, the nth weekday, the month after: steps from one day to another that never leave the calendar.

use super::{Date, Datelike, Weekday};

/// The day `n` days later (earlier where negative), held at the calendar's ends.
pub fn days(date: Date, n: i64) -> Date {
    let end = if n < 0 { Date::MIN } else { Date::MAX };
    chrono::TimeDelta::try_days(n).and_then(|delta| date.checked_add_signed(delta)).unwrap_or(end)
}

/// The same day of the month `n` months later, the last of the month where it is shorter.
pub fn months(date: Date, n: i32) -> Date {
    let step = chrono::Months::new(n.unsigned_abs());
    let (moved, end) =
        if n < 0 { (date.checked_sub_months(step), Date::MIN) } else { (date.checked_add_months(step), Date::MAX) };
    moved.unwrap_or(end)
}

/// The Monday of the ISO week that holds the day.
pub fn week_start(date: Date) -> Date {
    days(date, -i64::from(date.weekday().num_days_from_monday()))
}

/// The latest such weekday on or before the day.
pub fn weekday_on_or_before(date: Date, weekday: Weekday) -> Date {
    let back = (7 + date.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
    days(date, -i64::from(back))
}

/// The first such weekday after the day.
pub fn weekday_after(date: Date, weekday: Weekday) -> Date {
    days(weekday_on_or_before(date, weekday), 7)
}

/// The nth such weekday of a month, `n` from 1, or from the end where negative (-1 is the last).
pub fn nth_weekday(year: i32, month: u32, weekday: Weekday, n: i8) -> Option<Date> {
    if n > 0 {
        return Date::from_weekday_of_month_opt(year, month, weekday, n.unsigned_abs());
    }
    let first = Date::from_ymd_opt(year, month, 1)?;
    let last = days(months(first, 1), -1);
    let day = days(weekday_on_or_before(last, weekday), 7 * (i64::from(n) + 1));
    (n < 0 && day >= first).then_some(day)
}
