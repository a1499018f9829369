//! The day an article was written: stated by the page, or inferred from what is said, never guessed.

mod address;
mod clue;
mod inferred;
mod likeness;
mod stamp;
mod stated;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::Interval;
use crate::events::Analysis;
use clue::Said;
use inferred::Case;
use likeness::{Index, Neighbour};
use stated::Stated;

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

/// Rounds in which what was dated helps to date more; a longer chain of evidence is worth nothing.
const ROUNDS: usize = 12;

/// When each article was written, parallel to the articles; `None` where nothing tells. `corrected` holds the days that
/// the reader set, by the article's id. The same for the same articles, in whatever order they come.
///
/// An article is dated once, by articles that were dated before it: no evidence goes round in a circle.
pub fn date(analyses: &[Arc<Analysis>], corrected: &BTreeMap<String, Interval>) -> Vec<Option<Published>> {
    let analyses: Vec<&Analysis> = analyses.iter().map(Arc::as_ref).collect();
    let stated: Vec<Stated> = analyses.iter().map(|it| stated::stated(it)).collect();
    let known = analyses.iter().zip(&stated).map(|(it, stated)| {
        if let Some(when) = corrected.get(&it.document.source.id) {
            return Some(Published { when: *when, basis: Basis::Corrected, why: "set by the reader".to_owned() });
        }
        let commented = stated.commented.clone().map(|(when, why)| (when, Basis::Inferred, why));
        stated.day.clone().or(commented).map(|(when, basis, why)| Published { when, basis, why })
    });
    let mut known: Vec<Option<Published>> = known.collect();
    let open: Vec<usize> = (0..known.len()).filter(|it| known[*it].is_none()).collect();
    if open.is_empty() {
        return known;
    }
    let index = Index::build(&analyses);
    let order = order(&analyses);
    let cases: Vec<(usize, Vec<Said>, Vec<Neighbour>)> = open
        .iter()
        .map(|&it| {
            let clues = clue::clues(analyses[it], &stated[it]);
            (it, clues, index.neighbours(it, &order))
        })
        .collect();
    for _ in 0..ROUNDS {
        let round = |widest: i64| {
            let found = cases.iter().filter(|it| known[it.0].is_none()).filter_map(|(it, clues, neighbours)| {
                let case = Case { analysis: analyses[*it], clues, neighbours };
                Some((*it, inferred::infer(&case, &analyses, &known, widest)?))
            });
            let found: Vec<(usize, Published)> = found.collect();
            (!found.is_empty()).then_some(found)
        };
        // The surest are taken first and help to date the others.
        let Some(found) = inferred::WIDEST.into_iter().find_map(round) else { break };
        for (it, published) in found {
            known[it] = Some(published);
        }
    }
    known
}

/// The place of each article in an order that does not hang on the order in which they come.
fn order(analyses: &[&Analysis]) -> Vec<usize> {
    let key = |it: usize| {
        let source = &analyses[it].document.source;
        (&source.path, &source.id, &source.sha256)
    };
    let mut sorted: Vec<usize> = (0..analyses.len()).collect();
    sorted.sort_by(|a, b| key(*a).cmp(&key(*b)));
    let mut order = vec![0; sorted.len()];
    sorted.into_iter().enumerate().for_each(|(n, it)| order[it] = n);
    order
}
