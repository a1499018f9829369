//! Finds the expressions of time in a text.

use super::{Lexicon, Timex};

/// All expressions of time in the text, in order, without overlap. Knows no anchor: it is a function of the text alone.
pub fn tag(_text: &str, _lexicon: &Lexicon) -> Vec<Timex> {
    Vec::new()
}
