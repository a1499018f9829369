//! The day an article was written: stated by the page, or inferred from what is said, never guessed.

mod address;
mod archive;
mod calibration;
mod clue;
mod happened;
mod inferred;
mod likeness;
mod phrase;
mod shared;
mod stamp;
mod stated;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::calendar::Interval;
use crate::events::{Analysis, Cues};
use archive::{Archive, Articles, Case};
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

/// How many days an answer may span, in the order in which answers are taken: the surest first.
const STEPS: [i64; 3] = [2, 3, i64::MAX];

/// When each article was written, parallel to the articles; `None` where nothing tells. `corrected` holds the days that
/// the reader set, by the article's id. The same for the same articles, in whatever order they come.
///
/// An article is dated once, by articles that were dated before it: no evidence goes round in a circle.
pub fn date(analyses: &[Arc<Analysis>], corrected: &BTreeMap<String, Interval>, cues: &Cues) -> Vec<Option<Published>> {
    let analyses: Vec<&Analysis> = analyses.iter().map(Arc::as_ref).collect();
    let stated: Vec<Stated> = analyses.par_iter().map(|it| stated::stated(it)).collect();
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
    let speaks = |it: &Option<Published>| it.as_ref().map(|it| it.when).filter(|it| it.n_days() <= inferred::SPEAKS);
    let at_first: Vec<Option<Interval>> = known.iter().map(speaks).collect();
    let articles = Articles::read(&analyses, cues);
    let sharpness = calibration::sharpness(&articles, &at_first);
    let archive = Archive::build(&articles, &at_first);
    let cases: Vec<Case> = open.par_iter().map(|&it| archive.case(it, &stated[it])).collect();
    let mut days = at_first.clone();
    // What an article's evidence gives, as long as no more of its neighbours are dated.
    let mut found: Vec<Option<Published>> = vec![None; open.len()];
    let mut is_new: Vec<bool> = vec![true; analyses.len()];
    for round in 0..ROUNDS {
        cases.par_iter().zip(&mut found).for_each(|(case, found)| {
            let is_touched = round == 0 || case.neighbours.iter().any(|it| is_new[it.article]);
            if known[case.article].is_none() && is_touched {
                *found = inferred::infer(case, &archive, &days, sharpness);
            }
        });
        // The surest are taken first and help to date the others.
        let widths =
            open.iter().zip(&found).filter(|it| known[*it.0].is_none()).filter_map(|it| Some(it.1.as_ref()?.when.n_days()));
        let widths: Vec<i64> = widths.collect();
        let Some(widest) = STEPS.into_iter().find(|step| widths.iter().any(|it| it <= step)) else { break };
        is_new.fill(false);
        for (&article, found) in open.iter().zip(&found) {
            if known[article].is_none() && found.as_ref().is_some_and(|it| it.when.n_days() <= widest) {
                known[article].clone_from(found);
                days[article] = speaks(found);
                is_new[article] = true;
            }
        }
    }
    known
}
