//! What the interactive program is doing, as values: model, messages, effects. No terminal, file, thread or clock.

pub mod cite;
pub mod command;
pub mod filter;
pub mod keymap;
pub mod layout;
pub mod message;
pub mod model;
pub mod prompt;
pub mod screen;
pub mod strip;
pub mod update;
pub mod wrap;

pub use command::{Command, Place};
pub use layout::Size;
pub use message::{Effect, Key, Msg, Progress};
pub use model::{Model, Pane, Snapshot, View};
pub use update::update;
