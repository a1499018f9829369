//! An event: what several mentions tell, with its title, its date, and what its sources disagree on.

use super::{Mention, Status, mention};
use crate::calendar::Interval;

/// Names an event across runs: a hash of its earliest mention's article and quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EventKey(pub u64);

impl std::fmt::Display for EventKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "e{:012x}", self.0 & 0xffff_ffff_ffff)
    }
}

/// How alike two mentions are, or why those of an event were joined, in parts that can be shown.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Likeness {
    /// The trigger they share.
    pub trigger: Option<String>,
    /// The names they share.
    pub names: Vec<String>,
    /// The day they share.
    pub day: Option<Interval>,
    /// Cosine of their words, 0 to 1.
    pub words: f32,
    /// A quote they share word for word.
    pub quote: Option<String>,
}

/// What a conflict is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// When it was.
    Date,
    /// How many.
    Figure,
}

/// One of the values that sources give.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// The value as shown.
    pub value: String,
    /// Indices into the event's mentions that give it.
    pub mentions: Vec<u32>,
}

/// What the sources of one event disagree on, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What it is about.
    pub of: ConflictKind,
    /// What is counted, or "date".
    pub what: String,
    /// The values, each with who gives it.
    pub values: Vec<Stated>,
}

/// One thing that happened, was planned, or is claimed.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name across runs.
    pub key: EventKey,
    /// One clear clause: who did what, where.
    pub title: String,
    /// When; `None` is undated.
    pub when: Option<Interval>,
    /// How the words put it.
    pub status: Status,
    /// Its mentions as indices into the chronology's mentions: the best told first, then by article.
    pub mentions: Vec<u32>,
    /// Why these are one event.
    pub why: Likeness,
    /// What its sources disagree on.
    pub conflicts: Vec<Conflict>,
    /// Indices of its entities, the most named first.
    pub entities: Vec<u32>,
    /// How much it matters within the chronology, 0 to 1.
    pub salience: f32,
    /// How many articles tell it.
    pub articles: u32,
    /// How many of them are independent: copies of one wire story count once.
    pub independent: u32,
    /// For a plan, the key of what came of it; for an outcome, the key of its plan.
    pub linked: Option<EventKey>,
}

impl Event {
    /// Its mentions, given the chronology's.
    pub fn told<'a>(&'a self, mentions: &'a [Mention]) -> impl Iterator<Item = &'a Mention> {
        self.mentions.iter().filter_map(|&it| mentions.get(it as usize))
    }

    /// Whether its sources disagree.
    pub fn in_conflict(&self) -> bool {
        !self.conflicts.is_empty()
    }

    /// Whether it lies ahead in the words of its sources.
    pub fn is_planned(&self) -> bool {
        self.status == mention::Status::Planned
    }
}
