//! The sample dossier, built into the program: the same articles as in `data/sample`.

use crate::text::Raw;
use crate::timeline::Problem;

macro_rules! sample {
    ($($name:literal),* $(,)?) => {
        /// The files of the sample by name, in order.
        pub const FILES: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("../../data/sample/", $name)))),*];
    };
}

sample![
    "2025-12-19-putin-year-end-marathon.txt",
    "a-three-way-table.txt",
    "berlin-two-days.md",
    "december-wire.jsonl",
    "envoy-heads-for-miami.txt",
    "eu-summit-night.html",
    "florida-again-on-sunday.txt",
    "four-hours-at-shell-bay.txt",
    "geneva-redraft.txt",
    "how-we-got-here-a-chronology.txt",
    "odesa-first-reports-2025-12-19.txt",
    "odessa-toll-rises.txt",
    "productive-but-no-breakthrough.txt",
    "saved-kremlin-envoy-in-florida.txt",
    "the-submarine-that-was-or-was-not-hit.txt",
    "the-week-in-quotes.txt",
    "two-posts-from-florida.txt",
    "why-the-map-is-the-hard-part.txt",
    "yermak-is-gone.txt",
];

/// The folder that it stands for.
const ROOT: &str = "data/sample";

/// Its articles, as if read from `data/sample`.
pub fn read() -> (Vec<Raw>, Vec<Problem>) {
    let mut raws = Vec::new();
    let mut problems = Vec::new();
    for (name, bytes) in FILES {
        let (mut some, wrong) = super::read_one(&format!("{ROOT}/{name}"), bytes);
        some.iter_mut().for_each(|it| super::name_within(Some(ROOT), it));
        raws.extend(some);
        problems.extend(wrong);
    }
    (raws, problems)
}
