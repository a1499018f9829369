//! The only place that asks what day and what time it is.

use crate::calendar::Date;

/// The day on which the program runs, in the reader's zone.
pub fn today() -> Date {
    crate::calendar::local_day(std::time::SystemTime::now())
}

/// This moment in the reader's zone, ISO 8601.
pub fn now() -> String {
    crate::calendar::local_moment(std::time::SystemTime::now())
}
