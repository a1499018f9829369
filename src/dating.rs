//! The day an article was written: stated by the page, or inferred from what is said, never guessed.

mod address;
mod stated;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::Interval;
use crate::events::Analysis;
use stated::stated;

/// What a day of writing rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The article's own date line, byline or dateline.
    Stated,
    /// The metadata of the format.
    Metadata,
    /// A date in its address.
    Url,
    /// A date in the file's name.
    FileName,
    /// What its words, or articles that tell the same, allow.
    Inferred,
    /// The reader set it.
    Corrected,
}

impl Basis {
    /// The word that stands for it in exports.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Metadata => "metadata",
            Basis::Url => "url",
            Basis::FileName => "file-name",
            Basis::Inferred => "inferred",
            Basis::Corrected => "corrected",
        }
    }
}

/// When an article was written, and how that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// When.
    pub when: Interval,
    /// What it rests on.
    pub basis: Basis,
    /// Why, in words a reader understands.
    pub why: String,
}

/// When each article was written, parallel to the articles; `None` where nothing tells. `corrected` holds the days that
/// the reader set, by the article's id. The same for the same articles, in whatever order they come.
pub fn date(analyses: &[Arc<Analysis>], corrected: &BTreeMap<String, Interval>) -> Vec<Option<Published>> {
    let known = analyses.iter().map(|it| {
        if let Some(when) = corrected.get(&it.document.source.id) {
            return Some(Published { when: *when, basis: Basis::Corrected, why: "set by the reader".to_owned() });
        }
        stated(it).day.map(|(when, basis, why)| Published { when, basis, why })
    });
    known.collect()
}
