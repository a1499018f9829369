//! Days and spans of days: the values that every date in the program is made of. The only home of chrono.

pub mod feast;
pub mod interval;
pub mod notation;
pub mod shift;

pub use chrono::{Datelike, NaiveDate as Date, NaiveDateTime as Moment, NaiveTime as Time, Timelike, Weekday};
pub use interval::{Interval, Precision};

/// The day of a moment of the system's clock, in the local zone.
pub fn local_day(moment: std::time::SystemTime) -> Date {
    chrono::DateTime::<chrono::Local>::from(moment).date_naive()
}

/// A moment of the system's clock in the local zone, to the second, ISO 8601.
pub fn local_moment(moment: std::time::SystemTime) -> String {
    chrono::DateTime::<chrono::Local>::from(moment).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}
