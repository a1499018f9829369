//! The whole job in two pure functions: [`analyse`] one article, [`assemble`] all of them.

use std::sync::Arc;

use crate::events::Analysis;
use crate::temporal::Lexicon;
use crate::text::Raw;
use crate::timeline::{Problem, Timeline};

/// What the job needs beside the articles: words and cues, read once.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// Words of time.
    pub lexicon: Lexicon,
}

impl Knowledge {
    /// What is built into the program.
    pub fn builtin() -> Knowledge {
        Knowledge { lexicon: Lexicon::builtin() }
    }
}

/// Reads one article on its own: a function of its text alone.
pub fn analyse(raw: &Raw, knowledge: &Knowledge) -> Analysis {
    let _ = (raw, knowledge);
    Analysis::default()
}

/// Brings all articles together into one chronology: the same for the same articles, in whatever order they come.
pub fn assemble(analyses: &[Arc<Analysis>], problems: Vec<Problem>, knowledge: &Knowledge) -> Timeline {
    let _ = (analyses, knowledge);
    Timeline { problems, ..Timeline::default() }
}
