//! One file a screen, named as in `app::screen`.

pub(super) mod article;
pub(super) mod bars;
pub(super) mod evidence;
pub(super) mod list;
pub(super) mod popup;
pub(super) mod sources;
