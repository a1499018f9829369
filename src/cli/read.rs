//! Paths or the built-in sample become a chronology, whole, before anything is printed.

use std::path::PathBuf;
use std::sync::Arc;

use etcetera::BaseStrategy;
use rayon::prelude::*;

use super::args::Reading;

use crate::calendar::Date;
use crate::pipeline::{self, Knowledge};
use crate::store;
use crate::text::Raw;
use crate::timeline::correction::{Correction, Corrections, History};
use crate::timeline::{Problem, Timeline};

/// The chronology of files and folders, of the current folder where none is named, with what the reader set right.
pub fn articles(reading: &Reading) -> Timeline {
    let paths = paths(reading);
    let mut raws = Vec::new();
    let mut problems = store::read(&paths, &mut |_, some| raws.extend(some));
    let (history, _, more) = history(reading);
    problems.extend(more);
    problems.extend(unknown(reading, &raws));
    timeline(raws, &history.now, problems)
}

/// The ids of `--written` that no article has.
fn unknown(reading: &Reading, raws: &[Raw]) -> Vec<Problem> {
    let is_unknown = |id: &&String| !raws.iter().any(|it| it.source.id == **id);
    let ids = reading.known.written.iter().map(|it| &it.0).filter(is_unknown);
    let what = "no article has this id, so --written changes nothing; `dateline scan` prints the ids";
    ids.map(|it| Problem { path: it.clone(), line: None, what: what.to_owned() }).collect()
}

/// The chronology of the sample that is in the program.
pub fn sample() -> Timeline {
    let (raws, problems) = store::sample::read();
    timeline(raws, &Corrections::default(), problems)
}

fn timeline(raws: Vec<Raw>, corrections: &Corrections, problems: Vec<Problem>) -> Timeline {
    let knowledge = Knowledge::builtin();
    let analyses: Vec<_> = raws.into_par_iter().map(|it| Arc::new(pipeline::analyse(&it, &knowledge))).collect();
    pipeline::assemble(&analyses, corrections, problems, &knowledge)
}

/// The paths to read: those named, or the current folder.
pub fn paths(reading: &Reading) -> Vec<PathBuf> {
    if reading.paths.is_empty() { vec![PathBuf::from(".")] } else { reading.paths.clone() }
}

/// What the reader set right: the journal of these paths, then the flags; the journal's path, and what is wrong with it.
pub fn history(reading: &Reading) -> (History, Option<PathBuf>, Vec<Problem>) {
    let path = journal(reading);
    let (corrections, problems) = path.as_deref().map(store::journal::read).unwrap_or_default();
    let mut history = History::of(&corrections);
    for (article, when) in &reading.known.written {
        history.now.apply(&Correction::Written { article: article.clone(), when: Some(*when) });
    }
    (history, path, problems)
}

/// Where the corrections of these paths are kept; `None` where the system names no place for such files.
pub fn journal(reading: &Reading) -> Option<PathBuf> {
    if let Some(path) = &reading.known.project {
        return Some(path.clone());
    }
    let state = etcetera::choose_base_strategy().ok()?.state_dir()?;
    Some(store::journal::place(&state, &paths(reading)))
}

/// The day on which the program runs.
pub fn today() -> Date {
    crate::shell::clock::today()
}
