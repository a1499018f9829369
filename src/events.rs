//! Dated sentences become mentions, and mentions of one thing, within and across articles, become one event.

mod clause;
pub mod cue;
mod word;

pub mod alias;
pub mod entity;

pub mod analysis;
pub mod echo;
pub mod entitle;
pub mod event;
pub mod figure;
pub mod gather;
pub mod mention;
pub mod quote;
pub mod reference;
pub mod status;
mod supposed;
pub mod title;
pub mod worth;

pub mod conflict;
pub mod copies;
pub mod likeness;
pub mod link;

pub use analysis::{Analysis, Article};
pub use copies::copies;
pub use cue::Cues;
pub use echo::drop_echoes;
pub use entitle::{Named, entitle};
pub use entity::{Entity, EntityKind, Name};
pub use event::{Conflict, ConflictKind, Event, EventKey, Likeness, Stated};
pub use gather::gather;
pub use link::link;
pub use mention::{Basis, Figure, Mention, Status, Trigger, Weight};
pub use quote::join_quotations;
pub use worth::is_worth_showing;
