//! What was said, before we ask when.

use crate::text::TextRange;

/// The name of the row that found an expression.
pub type RuleName = &'static str;

/// What was said. (First sketch: the tagger's author owns and widens it.)
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Expr {
    /// A day named in full.
    Day(crate::calendar::Date),
}

/// One expression of time in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Its place in the text.
    pub range: TextRange,
    /// What was said.
    pub expr: Expr,
    /// The row that found it.
    pub rule: RuleName,
}
