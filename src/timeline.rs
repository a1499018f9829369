//! Events in order: the chronology that every view and export reads.

pub mod correction;
pub mod density;
pub mod digest;
pub mod gap;
pub mod order;
pub mod query;
pub mod salience;
pub mod search;
pub mod trail;

use crate::dating::Published;
use crate::events::{Article, Entity, Event, EventKey, Mention};

/// Something that could not be read, said so that a person can act on it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub path: String,
    /// The line, from 1, where one is to blame.
    pub line: Option<u32>,
    /// What is wrong and what to try.
    pub what: String,
}

/// The chronology of a folder.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Counts up with every new snapshot.
    pub generation: u64,
    /// The articles, by path, then by place in the file.
    pub articles: Vec<Article>,
    /// The day of writing of each article, parallel to `articles`.
    pub published: Vec<Option<Published>>,
    /// People, places and organisations.
    pub entities: Vec<Entity>,
    /// The mentions that the events point to.
    pub mentions: Vec<Mention>,
    /// The events in the order of the chronology; undated ones last.
    pub events: Vec<Event>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Timeline {
    /// The index of the event of that key.
    pub fn find(&self, key: EventKey) -> Option<usize> {
        self.events.iter().position(|it| it.key == key)
    }
}
