//! Words of time by class, read from `data/lexicon`.

/// The words of one or more languages.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The words that are built into the program.
    pub fn builtin() -> Lexicon {
        Lexicon {}
    }
}
