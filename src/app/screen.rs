//! The state of each screen, and what its commands do to it.

pub mod article;
pub mod bars;
pub mod evidence;
pub mod list;
pub mod popup;
pub mod sources;
