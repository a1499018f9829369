//! The whole job in two pure functions: [`analyse`] one article, [`assemble`] all of them.

use std::sync::Arc;

use crate::events::{Analysis, Article};
use crate::temporal::{self, Anchor, Genre, Lexicon};
use crate::text::{Raw, clean};
use crate::timeline::{Problem, Timeline};

/// What the job needs beside the articles: words and cues, read once.
#[derive(Clone, Debug)]
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
    let document = clean::clean(raw);
    let timexes = temporal::tag(&document.text, &knowledge.lexicon);
    Analysis { document, timexes, ..Analysis::default() }
}

/// Brings all articles together into one chronology: the same for the same articles, in whatever order they come.
pub fn assemble(analyses: &[Arc<Analysis>], problems: Vec<Problem>, knowledge: &Knowledge) -> Timeline {
    let articles = analyses.iter().map(|it| {
        let anchor = Anchor { published: None, genre: Genre::Auto };
        let dated = temporal::resolve(&it.document.text, &it.timexes, &anchor, &knowledge.lexicon);
        Article { analysis: Arc::clone(it), published: None, dated, copy_of: None }
    });
    let articles: Vec<Article> = articles.collect();
    let published = vec![None; articles.len()];
    Timeline { articles, published, problems, ..Timeline::default() }
}
