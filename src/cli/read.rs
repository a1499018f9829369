//! Paths or the built-in sample become a chronology, whole, before anything is printed.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::calendar::Date;
use crate::pipeline::{self, Knowledge};
use crate::store;
use crate::text::Raw;
use crate::timeline::correction::Corrections;
use crate::timeline::{Problem, Timeline};

/// The chronology of files and folders; of the current folder where none is named.
pub fn articles(paths: &[PathBuf]) -> Timeline {
    let here = [PathBuf::from(".")];
    let mut raws = Vec::new();
    let problems = store::read(if paths.is_empty() { &here } else { paths }, &mut |_, some| raws.extend(some));
    timeline(&raws, problems)
}

/// The chronology of the sample that is in the program.
pub fn sample() -> Timeline {
    let (raws, problems) = store::sample::read();
    timeline(&raws, problems)
}

fn timeline(raws: &[Raw], problems: Vec<Problem>) -> Timeline {
    let knowledge = Knowledge::builtin();
    let analyses: Vec<_> = raws.par_iter().map(|it| Arc::new(pipeline::analyse(it, &knowledge))).collect();
    pipeline::assemble(&analyses, &Corrections::default(), problems, &knowledge)
}

/// The day on which the program runs.
pub fn today() -> Date {
    crate::shell::clock::today()
}
