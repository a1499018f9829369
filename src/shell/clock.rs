//! The only place that asks what day it is.

use crate::calendar::Date;

/// The day on which the program runs, in the reader's zone.
pub fn today() -> Date {
    crate::calendar::local_day(std::time::SystemTime::now())
}
