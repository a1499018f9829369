//! What the words around an expression say of it: its bounds, its preposition, the tense of its sentence.

use crate::text::TextRange;

/// What the words around an expression say of its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Hedge {
    /// Nothing.
    #[default]
    None,
    /// "about", "around", "nearly".
    About,
    /// "more than", "at least".
    More,
    /// "less than", "at most".
    Less,
    /// "early", "the beginning of".
    Early,
    /// "mid", "the middle of".
    Mid,
    /// "late", "the end of".
    Late,
    /// "earlier".
    Earlier,
    /// "later".
    Later,
    /// "another", "an additional".
    Another,
}

/// The preposition before an expression, where it says something of the bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs)]
pub enum Lead {
    #[default]
    None,
    In,
    By,
    Before,
    Until,
    Since,
    From,
    To,
    Between,
    And,
    After,
}

/// Which way the sentence looks from the expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Tense {
    /// No cue.
    #[default]
    Untold,
    /// A past tense governs it; the range is the word that tells.
    Past(TextRange),
    /// A plan governs it; the range is the word that tells.
    Future(TextRange),
    /// A word tells of a plan that may not be this one: it follows, or is of a kind that governs less ("agreed to", "until").
    Likely(TextRange),
}

impl Tense {
    /// Whether the sentence looks ahead.
    pub fn is_plan(self) -> bool {
        matches!(self, Tense::Future(_) | Tense::Likely(_))
    }
}
