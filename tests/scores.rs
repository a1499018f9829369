//! How good the tagger is over all corpora of our own, in the measures of TempEval-3; the floors in `tests/scores.toml` only rise.

use std::path::Path;

use dateline::temporal::Lexicon;

use crate::temporal::align::align;
use crate::temporal::found;
use crate::temporal::gold::{Mark, Marked, corpora};

/// A score may lie this much above its floor before the floor has to follow.
const SLACK: f64 = 0.5;

#[derive(Default)]
struct Tally {
    wanted: usize,
    found: usize,
    relaxed: usize,
    strict: usize,
    value: usize,
}

impl Tally {
    fn f1(&self, hits: usize) -> f64 {
        if self.wanted + self.found == 0 { 0.0 } else { 200.0 * hits as f64 / (self.wanted + self.found) as f64 }
    }

    /// Relaxed F1 times the share of pairs whose value is right, which is the F1 of those pairs.
    fn scores(&self) -> [(&'static str, f64); 3] {
        [("relaxed", self.f1(self.relaxed)), ("strict", self.f1(self.strict)), ("value", self.f1(self.value))]
    }
}

fn tally() -> Tally {
    let lexicon = Lexicon::builtin();
    let mut tally = Tally::default();
    for article in corpora() {
        let found = found(&article, &lexicon);
        let wanted: Vec<&Mark> = article.marks.iter().filter(|it| it.is_timex()).collect();
        let aligned = align(&wanted, &found, |mark| (mark.start, mark.end), |found| (found.start, found.end));
        tally.wanted += wanted.len();
        tally.found += found.len();
        tally.relaxed += aligned.pairs.len();
        for (mark, found) in aligned.pairs {
            let Marked::Timex { value, .. } = &mark.marked else { continue };
            tally.strict += usize::from((mark.start, mark.end) == (found.start, found.end));
            tally.value += usize::from(value == "*" || *value == found.value);
        }
    }
    tally
}

#[test]
fn the_tagger_keeps_its_scores() {
    let floors = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scores.toml")).unwrap();
    let floors: toml::Table = floors.parse().unwrap();
    let tally = tally();
    let mut report = String::new();
    for (name, score) in tally.scores() {
        let floor = floors["temporal"][name].as_float().unwrap();
        if score < floor {
            report.push_str(&format!("{name} F1 {score:.2} is below its floor of {floor}\n"));
        } else if score > floor + SLACK {
            report.push_str(&format!("{name} F1 {score:.2} has left its floor of {floor} behind: write {name} = {score:.1}\n"));
        }
    }
    assert!(report.is_empty(), "{} wanted, {} found\n{report}", tally.wanted, tally.found);
}
