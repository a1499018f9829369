//! Easter and what hangs on it.

use super::Date;

/// Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature, 1876); `None` before 1583.
pub fn easter(year: i32) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Easter Sunday of the eastern churches as a Gregorian date, by Meeus' Julian algorithm; `None` before 1583.
pub fn orthodox_easter(year: i32) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let (a, b, c) = (year % 4, year % 7, year % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let (month, day) = ((d + e + 114) / 31, (d + e + 114) % 31 + 1);
    let julian = Date::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
    let century = year / 100;
    Some(super::shift::days(julian, i64::from(century - century / 4 - 2)))
}
