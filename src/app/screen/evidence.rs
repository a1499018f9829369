//! The evidence of one event: its sources, and the one that is looked at.

use crate::events::EventKey;
use crate::timeline::{Timeline, trail, trail::Evidence};

/// The evidence of the focused event.
#[derive(Clone, Debug, Default)]
pub struct EvidencePane {
    /// The event, and the generation of the chronology it was looked up in.
    pub of: Option<(EventKey, u64)>,
    /// Its sources, copies folded.
    pub items: Vec<Evidence>,
    /// The one looked at.
    pub at: usize,
}

impl EvidencePane {
    /// Looks an event up, unless that is done. The source looked at stays with the same event.
    pub fn show(&mut self, timeline: &Timeline, event_idx: Option<u32>) {
        let event = event_idx.and_then(|it| timeline.events.get(it as usize));
        let of = event.map(|it| (it.key, timeline.generation));
        if of == self.of {
            return;
        }
        let is_same_event = of.map(|it| it.0) == self.of.map(|it| it.0);
        let article = self.current().map(|it| it.article);
        self.items = event.map(|it| trail::evidence(timeline, it)).unwrap_or_default();
        let same = self.items.iter().position(|it| Some(it.article) == article).filter(|_| is_same_event);
        self.at = same.unwrap_or(0);
        self.of = of;
    }

    /// The source looked at.
    pub fn current(&self) -> Option<&Evidence> {
        self.items.get(self.at)
    }

    /// Steps to another source, held at the ends.
    pub fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.items.len().saturating_sub(1));
    }
}
