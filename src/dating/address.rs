//! Dates written in numbers: in addresses, in names of files, in metadata.

use crate::calendar::{Date, Interval};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day in an address or a name: "/2025/12/20/", "/2013/may/03/", "2025-12-19", "APW19980219".
pub(super) fn day_in(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let in_parts = parts.windows(3).find_map(|it| {
        let year = it[0].parse().ok().filter(|_| it[0].len() == 4)?;
        day(year, month(it[1])?, it[2].parse().ok().filter(|_| it[2].len() <= 2)?)
    });
    let joined = || {
        parts.iter().find_map(|part| {
            let mut runs = part.split(|c: char| !c.is_ascii_digit()).filter(|it| matches!(it.len(), 8 | 12 | 14));
            runs.find_map(|run| day(run[..4].parse().ok()?, run[4..6].parse().ok()?, run[6..8].parse().ok()?))
        })
    };
    in_parts.or_else(joined)
}

fn month(part: &str) -> Option<u32> {
    if part.len() <= 2 {
        return part.parse().ok();
    }
    let lower = part.to_lowercase();
    let n = MONTHS.iter().position(|it| lower.starts_with(it) && lower.len() <= 9)?;
    u32::try_from(n + 1).ok()
}

/// A day that a news article may have been written on.
fn day(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::from_ymd_opt(year, month, day).filter(|_| (1800..2200).contains(&year))
}

/// The date of publication as metadata write it: ISO 8601, or in words ("Mon, 02 Mar 2009 10:00:00 GMT", "May 3, 2013").
pub(super) fn published(text: &str) -> Option<Interval> {
    let text = text.trim();
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    // ISO 8601 first: the time that follows the day holds digits of its own.
    if let Some(day) = text.get(..10).and_then(day_in).or_else(|| day_in(text)) {
        return Some(Interval::day(day));
    }
    if text.len() == 4 && digits(text) {
        return Interval::year(text.parse().ok()?);
    }
    if let Some((year, month)) = text.split_once('-').filter(|it| it.0.len() == 4 && digits(it.0) && it.1.len() == 2) {
        return Interval::month(year.parse().ok()?, month.parse().ok()?);
    }
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let found = parts.windows(3).find_map(|it| {
        let number = |it: &str| it.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok();
        let year = it[2].parse().ok().filter(|_| it[2].len() == 4)?;
        let is_word = |it: &str| it.starts_with(|c: char| c.is_ascii_alphabetic());
        let (month, of_month) = match (is_word(it[0]), is_word(it[1])) {
            (true, false) => (month(it[0])?, number(it[1])?),
            (false, true) => (month(it[1])?, number(it[0])?),
            _ => return None,
        };
        day(year, month, of_month)
    });
    found.map(Interval::day)
}
