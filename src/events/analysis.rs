//! What one article says, before and after its day of writing is known.

use std::sync::Arc;

use super::Name;
use crate::calendar::Interval;
use crate::temporal::{Dated, Timex};
use crate::text::Document;

/// One article, read on its own: it knows no other article, and not its own day.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Analysis {
    /// The clean text.
    pub document: Document,
    /// The expressions of time in it.
    pub timexes: Vec<Timex>,
    /// The names in it.
    pub names: Vec<Name>,
}

/// One article with its day of writing, and so with its dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The article as read.
    pub analysis: Arc<Analysis>,
    /// When it was written, as far as that is known.
    pub published: Option<Interval>,
    /// Whether that day is only inferred: what leans on it may be off by as much.
    pub inferred: bool,
    /// When each expression of time means; parallel to `analysis.timexes`.
    pub dated: Vec<Dated>,
    /// The index of the article of which this is a copy.
    pub copy_of: Option<u32>,
}

impl Article {
    /// The clean text.
    pub fn document(&self) -> &Document {
        &self.analysis.document
    }
}
