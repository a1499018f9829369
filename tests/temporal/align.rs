//! Pairs expressions of the gold with those found, one to one: those of the same extent first, then those that overlap.

/// The pairs, what has no partner in the gold's eyes, and what has none in the tagger's.
pub(crate) struct Aligned<'a, G, S> {
    pub(crate) pairs: Vec<(&'a G, &'a S)>,
    pub(crate) missed: Vec<&'a G>,
    pub(crate) spurious: Vec<&'a S>,
}

/// The measure of TempEval-3: both sides in order of place, each expression used once.
pub(crate) fn align<'a, G, S>(
    gold: &'a [G],
    found: &'a [S],
    gold_range: impl Fn(&G) -> (usize, usize),
    found_range: impl Fn(&S) -> (usize, usize),
) -> Aligned<'a, G, S> {
    let mut partner: Vec<Option<usize>> = vec![None; gold.len()];
    let mut used = vec![false; found.len()];
    for exact in [true, false] {
        for (i, wanted) in gold.iter().enumerate() {
            if partner[i].is_some() {
                continue;
            }
            let (start, end) = gold_range(wanted);
            let fits = |it: &S| {
                let range = found_range(it);
                if exact { range == (start, end) } else { range.0 < end && start < range.1 }
            };
            if let Some(j) = (0..found.len()).find(|&j| !used[j] && fits(&found[j])) {
                partner[i] = Some(j);
                used[j] = true;
            }
        }
    }
    Aligned {
        pairs: gold.iter().zip(&partner).filter_map(|(it, j)| j.map(|j| (it, &found[j]))).collect(),
        missed: gold.iter().zip(&partner).filter(|(_, j)| j.is_none()).map(|(it, _)| it).collect(),
        spurious: found.iter().zip(&used).filter(|(_, used)| !**used).map(|(it, _)| it).collect(),
    }
}

#[test]
fn the_same_extent_is_preferred_to_an_overlap() {
    let gold = [(0, 10), (12, 16), (20, 24)];
    let found = [(0, 4), (0, 10), (13, 20), (30, 31)];
    let aligned = align(&gold, &found, |it| *it, |it| *it);
    assert_eq!(aligned.pairs, [(&(0, 10), &(0, 10)), (&(12, 16), &(13, 20))]);
    assert_eq!((aligned.missed, aligned.spurious), (vec![&(20, 24)], vec![&(0, 4), &(30, 31)]));
}
