//! Wire copies and near-duplicate articles, found so that each counts as one independent source.

use std::collections::HashMap;

use rayon::prelude::*;

use super::{Analysis, Article};
use crate::text::Kind;

/// Words in a row that make a shingle.
const SHINGLE: usize = 5;
/// How many of its smallest shingle hashes stand for an article (bottom-k sketch, Broder 1997).
const SKETCH: usize = 256;
/// How much of the shorter article's sketch the two must share.
const SAME: f64 = 0.6;
/// A shingle in more articles than this is boilerplate and proposes no pair.
const CAP: usize = 48;
/// Articles of fewer shingles are too short to be judged by containment; they must be equal.
const SHORT: usize = 12;

/// For each article the first one of which it is a copy: a wire story carried again, shortened or with another headline.
///
/// Only body text is compared, since credit lines and furniture differ from carrier to carrier. The first by index stands
/// for its group, so the order of the articles decides which it is and nothing else.
pub fn copies(analyses: &[&Analysis]) -> Vec<Option<u32>> {
    let sketches: Vec<Sketch> = analyses.par_iter().map(|it| sketch(it)).collect();
    let mut posting: HashMap<u64, Vec<u32>> = HashMap::new();
    for (i, it) in sketches.iter().enumerate() {
        for &hash in &it.smallest {
            posting.entry(hash).or_default().push(i as u32);
        }
    }
    let mut first: Vec<u32> = (0..analyses.len() as u32).collect();
    for i in 0..sketches.len() {
        let mut shared: HashMap<u32, u32> = HashMap::new();
        for hash in &sketches[i].smallest {
            let list = &posting[hash];
            if list.len() <= CAP {
                for &j in list.iter().take_while(|&&j| (j as usize) < i) {
                    *shared.entry(j).or_default() += 1;
                }
            }
        }
        let mut proposed: Vec<u32> = shared.into_iter().filter(|it| it.1 >= 2).map(|it| it.0).collect();
        proposed.sort_unstable();
        if let Some(&j) = proposed.iter().find(|&&j| same(&sketches[i], &sketches[j as usize])) {
            first[i] = first[j as usize];
        }
    }
    first.iter().enumerate().map(|(i, &it)| (it != i as u32).then_some(it)).collect()
}

/// The article that an article of the folder is a copy of, else itself: each is one independent source.
pub(crate) fn origin(articles: &[Article], article: u32) -> u32 {
    articles.get(article as usize).and_then(|it| it.copy_of).unwrap_or(article)
}

struct Sketch {
    /// Ascending, each once.
    smallest: Vec<u64>,
    /// How many shingles the article has.
    n: usize,
}

fn sketch(analysis: &Analysis) -> Sketch {
    let document = &analysis.document;
    let mut window: Vec<u64> = Vec::new();
    let mut hashes: Vec<u64> = Vec::new();
    let body = document.paragraphs.iter().filter(|it| it.kind == Kind::Body);
    for paragraph in body {
        for word in paragraph.range.of(&document.text).split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()) {
            if window.len() == SHINGLE {
                window.remove(0);
            }
            window.push(super::link::hash(&word.to_lowercase()));
            if window.len() == SHINGLE {
                hashes.push(window.iter().fold(0, |sum, &it| super::link::mix(sum, it)));
            }
        }
    }
    hashes.sort_unstable();
    hashes.dedup();
    let n = hashes.len();
    hashes.truncate(SKETCH);
    hashes.shrink_to_fit();
    Sketch { smallest: hashes, n }
}

/// Whether the shorter is, for the most part, held in the longer, and the two are not of quite different length.
fn same(a: &Sketch, b: &Sketch) -> bool {
    let (short, long) = if a.n <= b.n { (a, b) } else { (b, a) };
    if short.n < SHORT {
        return short.n > 0 && short.smallest == long.smallest;
    }
    // Below the smaller of the two largest kept hashes both sketches are complete, so containment can be read there.
    let limit = [short, long].iter().filter(|it| it.n > SKETCH).filter_map(|it| it.smallest.last()).min().copied();
    let seen = |it: &Sketch| match limit {
        Some(limit) => it.smallest.partition_point(|&hash| hash <= limit),
        None => it.smallest.len(),
    };
    let (of_short, of_long) = (&short.smallest[..seen(short)], &long.smallest[..seen(long)]);
    let common = of_short.iter().filter(|it| of_long.binary_search(it).is_ok()).count();
    common as f64 >= SAME * of_short.len() as f64 && short.n * 4 >= long.n && !of_short.is_empty()
}
