//! The total order of the chronology: by earliest possible moment, then finer before coarser, then by key.

use crate::calendar::{Moment, Precision};
use crate::events::{Event, EventKey};

/// What decides the place of an event: undated ones last; what is only known to be before a day stands at that day.
pub fn place(event: &Event) -> (bool, Moment, Option<Precision>, EventKey) {
    match &event.when {
        Some(when) if when.open_start() => (false, when.end, Some(when.precision), event.key),
        Some(when) => (false, when.start, Some(when.precision), event.key),
        None => (true, Moment::MAX, None, event.key),
    }
}

/// Sorts events into the order of the chronology.
pub fn sort(events: &mut [Event]) {
    events.sort_by_key(place);
}
