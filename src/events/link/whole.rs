//! Two rows of one event: clusters of the same days that are alike as wholes, though few of their mentions are alike one by
//! one, because each tells something else of what everybody knows ("the quake left", "the quake killed", "the quake was").

use super::centroid::Centroid;
use super::cluster::{agglomerate, pairs_by_key};
use super::mix;
use super::score::RARE;
use super::sparse::Sparse;
use crate::calendar::{Date, Datelike};

/// From how many articles on a cluster is a whole that can be compared.
const ARTICLES: usize = 3;
/// With how many earlier clusters of the same days and deed one is compared.
const REACH: usize = 24;
/// The cosine of all that is done from which the same is done.
const SAME_DEED: f32 = 0.77;
/// The cosine of all words from which the same is told.
const SAME_WORDS: f32 = 0.15;

/// The same where the days of the one only lie in those of the other.
const WITHIN_WORDS: f32 = 0.4;
/// Days of fewer than so many may be told more exactly elsewhere.
const MONTH: i32 = 31;

/// Brings together what of `clusters`, each with what it was made of, is one event told twice.
pub(crate) fn unite(clusters: Vec<(Centroid, Vec<u32>)>) -> Vec<Vec<u32>> {
    let keys: Vec<Vec<u64>> = clusters.iter().map(|it| keys(&it.0)).collect();
    let (groups, parts): (Vec<Centroid>, Vec<Vec<u32>>) = clusters.into_iter().unzip();
    let united = agglomerate(groups, &pairs_by_key(&keys, REACH), likeness, Centroid::add);
    united.into_iter().map(|it| it.1.iter().flat_map(|&at| parts[at as usize].iter().copied()).collect()).collect()
}

/// The month of a cluster with each thing that is done in it; none where it is no whole.
fn keys(it: &Centroid) -> Vec<u64> {
    let day = it.days.said.filter(|_| it.articles.0.len() >= ARTICLES).and_then(|it| Date::from_num_days_from_ce_opt(it.0));
    let Some(day) = day else { return Vec::new() };
    let month = mix(day.year() as u64, day.month().into());
    it.deeds.heaviest(2).into_iter().map(|deed| mix(month, deed)).collect()
}

/// How much alike two wholes are in what is done and told; below zero where that is too little.
fn likeness(a: &Centroid, b: &Centroid) -> f32 {
    let Some((said, other)) = a.days.said.zip(b.days.said).filter(|_| a.days.allow(&b.days)) else { return -1.0 };
    let within = |outer: (i32, i32), inner: (i32, i32)| outer.0 <= inner.0 && inner.1 <= outer.1 && outer.1 - outer.0 < MONTH;
    let (least_deed, least_words) = match said == other {
        true => (SAME_DEED, SAME_WORDS),
        // "He died in June", "he died on 25 June"
        false if within(said, other) || within(other, said) => (SAME_DEED, WITHIN_WORDS),
        false => return -1.0,
    };
    alike(a, b, least_deed, least_words)
}

/// How much a plan and what was done are alike as wholes; below zero where that is too little.
pub(crate) fn fulfils(plan: &Centroid, done: &Centroid) -> f32 {
    let are_wholes = [plan, done].iter().all(|it| it.articles.0.len() >= ARTICLES);
    if are_wholes { alike(plan, done, SAME_DEED, SAME_WORDS) } else { -1.0 }
}

fn alike(a: &Centroid, b: &Centroid, least_deed: f32, least_words: f32) -> f32 {
    let (deeds, words) = (cosine(&a.deeds, &b.deeds), cosine(&a.words, &b.words));
    let enough = deeds >= least_deed && words >= least_words;
    if enough && !(names_another(a, b) && names_another(b, a)) { deeds + words } else { -1.0 }
}

/// Whether much of what tells `a` names somebody rare whom hardly anything in `b` names.
fn names_another(a: &Centroid, b: &Centroid) -> bool {
    let share =
        |it: &Centroid, name: u64| it.names.0.binary_search_by_key(&name, |it| it.0).map_or(0.0, |at| it.names.0[at].1 / it.n);
    a.names.0.iter().any(|&(name, _)| share(a, name) >= RARE / 3.0 && share(b, name) < RARE / 8.0)
}

fn cosine(a: &Sparse, b: &Sparse) -> f32 {
    let lengths = (a.dot(a) * b.dot(b)).sqrt();
    if lengths > 0.0 { a.dot(b) / lengths } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A cluster of so many articles that do the deed 1 and say the words.
    fn told(articles: u64, words: &[u64]) -> Centroid {
        let sparse = |it: &[u64]| Sparse(it.iter().map(|&it| (it, 1.0)).collect());
        let articles: Vec<u64> = (0..articles).collect();
        Centroid { n: 3.0, articles: sparse(&articles), deeds: sparse(&[1]), words: sparse(words), ..Centroid::default() }
    }

    #[test]
    fn a_plan_of_several_articles_is_fulfilled_by_the_same_deed_in_like_words() {
        assert!(fulfils(&told(3, &[1, 2, 3]), &told(3, &[3, 4, 5])) > 0.0);
        assert!(fulfils(&told(3, &[1, 2, 3]), &told(3, &[4, 5, 6])) < 0.0);
        assert!(fulfils(&told(2, &[1, 2, 3]), &told(3, &[1, 2, 3])) < 0.0);
    }
}
