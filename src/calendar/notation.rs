//! The one written notation of an interval, the same on the screen, in queries and in exports: a subset of EDTF
//! (ISO 8601-2) in plain ASCII, so that what is seen can be typed.
//!
//! | written | means |
//! |---|---|
//! | `2024-03-14 09:40` | known to the minute |
//! | `2024-03-14 09h` | known to the hour |
//! | `2024-03-14` | known to the day |
//! | `2024-03`, `2024`, `1990s` | some time in that month, year, decade |
//! | `2024-03-12..14` | on one day between these; weeks, seasons and quarters are written so too |
//! | `2024-02-19/23` | lasted from, to |
//! | `~2024-03-16`, `~2024-03-16/20` | about that day; lasted, ends not exact |
//! | `<2024-03-14`, `>2024-03-18` | before, after |
//!
//! ```
//! use dateline::calendar::notation::{parse, write};
//! let interval = parse("2024-03-12..14").expect("it is in the notation");
//! assert_eq!(interval.n_days(), 3);
//! assert_eq!(write(&interval), "2024-03-12..14");
//! ```

use super::{Date, Datelike, Interval, Moment, Precision, Timelike, shift};

/// What stands where a date is not known.
pub const UNDATED: &str = "----";

/// The interval as written.
pub fn write(interval: &Interval) -> String {
    let (first, last) = (interval.first_day(), interval.last_day());
    match interval.precision {
        Precision::Minute => format!("{} {:02}:{:02}", day(first), interval.start.hour(), interval.start.minute()),
        Precision::Hour => format!("{} {:02}h", day(first), interval.start.hour()),
        Precision::Before => format!("<{}", before(interval.end.date())),
        Precision::After => format!(">{}", after(shift::days(first, -1))),
        Precision::About => match calendar_unit(first, last) {
            Some(unit) => format!("~{unit}"),
            None => format!("~{}", day(shift::days(first, (interval.n_days() - 1) / 2))),
        },
        Precision::Span => pair(first, last, "/"),
        Precision::AboutSpan => format!("~{}", pair(first, last, "/")),
        Precision::Month | Precision::Year | Precision::Decade => {
            calendar_unit(first, last).unwrap_or_else(|| pair(first, last, ".."))
        }
        Precision::Part
        | Precision::Day
        | Precision::Within
        | Precision::Weekend
        | Precision::Week
        | Precision::Season
        | Precision::Quarter
        | Precision::Half
        | Precision::Century => pair(first, last, ".."),
    }
}

/// The interval as written, or the mark of an undated one.
pub fn write_or_undated(interval: Option<&Interval>) -> String {
    interval.map_or_else(|| UNDATED.to_owned(), write)
}

fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

fn is_month_start(date: Date) -> bool {
    date.day() == 1
}

fn is_month_end(date: Date) -> bool {
    is_month_start(shift::days(date, 1))
}

/// The month, year or decade that the days fill, as written.
fn calendar_unit(first: Date, last: Date) -> Option<String> {
    let after = shift::days(last, 1);
    if !is_month_start(first) || !is_month_start(after) {
        return None;
    }
    if shift::months(first, 1) == after {
        return Some(format!("{:04}-{:02}", first.year(), first.month()));
    }
    if first.month() == 1 && shift::months(first, 12) == after {
        return Some(format!("{:04}", first.year()));
    }
    (first.month() == 1 && first.year() % 10 == 0 && shift::months(first, 120) == after).then(|| format!("{:04}s", first.year()))
}

/// The first day that is too late, by its year alone on New Year's Day.
fn before(turn: Date) -> String {
    if (turn.month(), turn.day()) == (1, 1) { format!("{:04}", turn.year()) } else { day(turn) }
}

/// The last day that is too early, by its year or month alone where it ends one.
fn after(last: Date) -> String {
    match (is_month_end(last), last.month()) {
        (true, 12) => format!("{:04}", last.year()),
        (true, _) => format!("{:04}-{:02}", last.year(), last.month()),
        (false, _) => day(last),
    }
}

/// Two days with what they share written once.
fn pair(first: Date, last: Date, between: &str) -> String {
    if first == last {
        return day(first);
    }
    let whole_months =
        is_month_start(first) && is_month_end(last) && (first.year(), first.month()) != (last.year(), last.month());
    let whole_years = whole_months && first.month() == 1 && last.month() == 12;
    if whole_years {
        return if first.year() == last.year() {
            format!("{:04}-01{between}12", first.year())
        } else {
            format!("{:04}{between}{:04}", first.year(), last.year())
        };
    }
    let same_year = first.year() == last.year();
    match (whole_months, same_year, same_year && first.month() == last.month()) {
        (true, true, _) => format!("{:04}-{:02}{between}{:02}", first.year(), first.month(), last.month()),
        (true, false, _) => format!("{:04}-{:02}{between}{:04}-{:02}", first.year(), first.month(), last.year(), last.month()),
        (false, _, true) => format!("{}{between}{:02}", day(first), last.day()),
        (false, true, false) => format!("{}{between}{:02}-{:02}", day(first), last.month(), last.day()),
        (false, false, _) => format!("{}{between}{}", day(first), day(last)),
    }
}

/// Reads the notation back; `None` where it is not in it.
///
/// What is written in one way for several precisions (a week, a season) comes back as [`Precision::Within`].
pub fn parse(written: &str) -> Option<Interval> {
    let written = written.trim();
    if !written.is_ascii() {
        return None;
    }
    if let Some(rest) = written.strip_prefix('<') {
        return Some(Interval::before(unit(rest)?.first_day()));
    }
    if let Some(rest) = written.strip_prefix('>') {
        return Some(Interval::after(unit(rest)?.last_day()));
    }
    if let Some(rest) = written.strip_prefix('~') {
        return about(rest);
    }
    if let Some((from, to)) = written.split_once("..") {
        let (first, last) = ends(from, to)?;
        return Some(Interval::within_days(first, last));
    }
    if let Some((from, to)) = written.split_once('/') {
        let (first, last) = ends(from, to)?;
        return Some(Interval::span(first, last));
    }
    if let Some((date, time)) = written.split_once([' ', 'T']) {
        return clock(unit(date)?.single_day()?, time);
    }
    unit(written)
}

fn about(written: &str) -> Option<Interval> {
    if let Some((from, to)) = written.split_once('/') {
        let (first, last) = ends(from, to)?;
        return (first < last).then(|| Interval::days(first, last, Precision::AboutSpan));
    }
    let unit = unit(written)?;
    Some(match unit.single_day() {
        Some(day) => Interval::about(day),
        None => Interval { precision: Precision::About, ..unit },
    })
}

fn clock(date: Date, time: &str) -> Option<Interval> {
    if let Some(hour) = time.strip_suffix('h') {
        let hour = number(hour)?;
        return (hour < 24).then(|| Interval::hours(date, hour, hour + 1, Precision::Hour))?;
    }
    let (hour, minute) = time.split_once(':')?;
    Interval::minute(date, number(hour)?, number(minute)?)
}

/// A day, month, year or decade.
fn unit(written: &str) -> Option<Interval> {
    if let Some(decade) = written.strip_suffix('s') {
        let first = year(decade).filter(|it| it % 10 == 0)?;
        let (first, last) = (Date::from_ymd_opt(first, 1, 1)?, Date::from_ymd_opt(first + 9, 12, 31)?);
        return Some(Interval::days(first, last, Precision::Decade));
    }
    let mut parts = written.split('-');
    let year = year(parts.next()?)?;
    match (parts.next(), parts.next(), parts.next()) {
        (None, _, _) => Interval::year(year),
        (Some(month), None, _) => Interval::month(year, number(month)?),
        (Some(month), Some(day), None) => Date::from_ymd_opt(year, number(month)?, number(day)?).map(Interval::day),
        (Some(_), Some(_), Some(_)) => None,
    }
}

/// The ends of a pair, the second completed from the first.
fn ends(from: &str, to: &str) -> Option<(Date, Date)> {
    let n_from = from.split('-').count();
    let n_to = to.split('-').count();
    let whole_to = if to.split('-').next().is_some_and(|it| it.len() == 4) {
        to.to_owned()
    } else {
        let kept: Vec<&str> = from.split('-').take(n_from.checked_sub(n_to)?).collect();
        format!("{}-{to}", kept.join("-"))
    };
    let (first, last) = (unit(from)?.first_day(), unit(&whole_to)?.last_day());
    (first <= last).then_some((first, last))
}

fn year(written: &str) -> Option<i32> {
    (written.len() == 4).then(|| number(written))?.and_then(|it| i32::try_from(it).ok())
}

fn number(written: &str) -> Option<u32> {
    let digits = (1..=4).contains(&written.len()) && written.bytes().all(|it| it.is_ascii_digit());
    digits.then(|| written.parse().ok())?
}

/// A moment as ISO 8601 writes it: the day alone, or with the minute where the precision has a time of day.
pub fn iso(moment: Moment, with_time: bool) -> String {
    if with_time {
        return format!("{}T{:02}:{:02}", day(moment.date()), moment.hour(), moment.minute());
    }
    day(moment.date())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written reads back to an interval that is written the same.
    fn check(written: &str, first: &str, last: &str, precision: Precision) {
        let interval = parse(written).unwrap_or_else(|| panic!("{written} is in the notation"));
        assert_eq!((day(interval.first_day()), day(interval.last_day())), (first.to_owned(), last.to_owned()), "{written}");
        assert_eq!(interval.precision, precision, "{written}");
        assert_eq!(write(&interval), written);
    }

    #[test]
    fn every_form_reads_back_as_written() {
        check("2024-03-14", "2024-03-14", "2024-03-14", Precision::Day);
        check("2024-03-14 09:40", "2024-03-14", "2024-03-14", Precision::Minute);
        check("2024-03-14 23:59", "2024-03-14", "2024-03-14", Precision::Minute);
        check("2024-03-14 09h", "2024-03-14", "2024-03-14", Precision::Hour);
        check("2024-02", "2024-02-01", "2024-02-29", Precision::Month);
        check("2024", "2024-01-01", "2024-12-31", Precision::Year);
        check("1990s", "1990-01-01", "1999-12-31", Precision::Decade);
        check("2024-03-12..14", "2024-03-12", "2024-03-14", Precision::Within);
        check("2024-03-28..04-02", "2024-03-28", "2024-04-02", Precision::Within);
        check("2023-12-28..2024-01-03", "2023-12-28", "2024-01-03", Precision::Within);
        check("2024-04..06", "2024-04-01", "2024-06-30", Precision::Within);
        check("1901..2000", "1901-01-01", "2000-12-31", Precision::Within);
        check("2024-02-19/23", "2024-02-19", "2024-02-23", Precision::Span);
        check("2023-11/2024-02", "2023-11-01", "2024-02-29", Precision::Span);
        check("~2024-03-16/20", "2024-03-16", "2024-03-20", Precision::AboutSpan);
        check("~2024-03", "2024-03-01", "2024-03-31", Precision::About);
    }

    #[test]
    fn about_one_day_holds_its_neighbours() {
        check("~2024-03-16", "2024-03-14", "2024-03-18", Precision::About);
    }

    #[test]
    fn open_ends_read_back() {
        for written in ["<2024-03-14", ">2024-03-18", "<2024", ">2023", ">2024-02"] {
            let interval = parse(written).expect("it is in the notation");
            assert_eq!(write(&interval), written);
            assert!(interval.open_start() != interval.open_end(), "{written}");
        }
    }

    #[test]
    fn what_is_not_in_the_notation_is_refused() {
        for written in
            ["", "today", "2024-13", "2024-02-30", "2024-03-14 25:00", "2024-03-14..12", "24-03-14", "2024-3-1-1", "19ö0s"]
        {
            assert_eq!(parse(written), None, "{written}");
        }
    }
}
