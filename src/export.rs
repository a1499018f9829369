//! A chronology as text for other programs and for people: the same articles give the same bytes.

pub mod csv;
pub mod json;
pub mod markdown;
pub mod plain;

use crate::timeline::Timeline;

/// What is exported: a chronology and the events of it that a query left.
#[derive(Clone, Copy, Debug)]
pub struct Selection<'a> {
    /// The chronology.
    pub timeline: &'a Timeline,
    /// Indices of the events, in the order of the chronology.
    pub events: &'a [u32],
    /// The query as typed.
    pub query: &'a str,
}

impl<'a> Selection<'a> {
    /// The selected events.
    pub fn events(&self) -> impl Iterator<Item = &'a crate::events::Event> + '_ {
        self.events.iter().filter_map(|&it| self.timeline.events.get(it as usize))
    }
}
