//! Dated sentences become mentions, and mentions of one thing, within and across articles, become one event.

pub mod analysis;
pub mod entity;
pub mod event;
pub mod mention;

pub mod conflict;
pub mod copies;
pub mod likeness;
pub mod link;

pub use analysis::{Analysis, Article};
pub use copies::copies;
pub use entity::{Entity, EntityKind, Name};
pub use event::{Conflict, ConflictKind, Event, EventKey, Likeness, Stated};
pub use link::link;
pub use mention::{Basis, Figure, Mention, Status, Trigger};
