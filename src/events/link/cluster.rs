//! Average link by centroid sums over proposed pairs: the strongest pair first, until none is strong enough.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap, HashMap};

use rayon::prelude::*;

/// So many pairs are worth a thread of their own.
const MANY: usize = 256;

/// A pair with its strength as it was when the two had these versions.
struct Edge {
    strength: f32,
    a: u32,
    b: u32,
    versions: (u32, u32),
}

impl PartialEq for Edge {
    fn eq(&self, other: &Edge) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Edge {}
impl PartialOrd for Edge {
    fn partial_cmp(&self, other: &Edge) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Edge {
    fn cmp(&self, other: &Edge) -> Ordering {
        let by_strength = self.strength.total_cmp(&other.strength);
        by_strength.then(other.a.cmp(&self.a)).then(other.b.cmp(&self.b)).then(self.versions.cmp(&other.versions))
    }
}

/// Brings clusters together, the strongest pair first; returns them with the indices of what each was made of, both in the
/// order of their first member.
///
/// `judge` gives the strength of two clusters, below zero where they stay apart. An average never rises above the larger
/// of the two it was made from, so a strength computed before a merge is an upper bound after it and need be computed
/// again only when its turn comes.
pub(crate) fn agglomerate<T: Send + Sync>(
    items: Vec<T>,
    pairs: &[(u32, u32)],
    judge: impl Fn(&T, &T) -> f32 + Sync,
    absorb: impl Fn(&mut T, &T),
) -> Vec<(T, Vec<u32>)> {
    let mut members: Vec<Vec<u32>> = (0..items.len() as u32).map(|it| vec![it]).collect();
    let edge = |&(a, b): &(u32, u32)| Edge { strength: judge(&items[a as usize], &items[b as usize]), a, b, versions: (0, 0) };
    let edges = pairs.par_iter().with_min_len(MANY).map(edge).filter(|it| it.strength >= 0.0);
    let mut heap = BinaryHeap::from(edges.collect::<Vec<Edge>>());
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let mut root: Vec<u32> = (0..items.len() as u32).collect();
    let mut version: Vec<u32> = vec![0; items.len()];
    let mut current: HashMap<(u32, u32), (u32, u32)> = HashMap::new();
    let strength = |items: &[Option<T>], a: u32, b: u32| match (&items[a as usize], &items[b as usize]) {
        (Some(a), Some(b)) => judge(a, b),
        (Some(_), None) | (None, Some(_)) | (None, None) => -1.0,
    };
    while let Some(edge) = heap.pop() {
        let (a, b) = (find(&mut root, edge.a), find(&mut root, edge.b));
        let (a, b) = (a.min(b), a.max(b));
        if a == b {
            continue;
        }
        let versions = (version[a as usize], version[b as usize]);
        if (a, b) != (edge.a, edge.b) || versions != edge.versions {
            if current.insert((a, b), versions) == Some(versions) {
                continue;
            }
            let strength = strength(&items, a, b);
            if strength >= 0.0 {
                heap.push(Edge { strength, a, b, versions });
            }
            continue;
        }
        let Some(taken) = items[b as usize].take() else { continue };
        if let Some(kept) = &mut items[a as usize] {
            absorb(kept, &taken);
        }
        let moved = std::mem::take(&mut members[b as usize]);
        members[a as usize].extend(moved);
        root[b as usize] = a;
        version[a as usize] += 1;
    }
    let whole = items.into_iter().zip(members).filter_map(|(it, members)| it.map(|it| (it, members)));
    whole
        .map(|(it, mut members)| {
            members.sort_unstable();
            (it, members)
        })
        .collect()
}

fn find(root: &mut [u32], mut it: u32) -> u32 {
    while root[it as usize] != it {
        root[it as usize] = root[root[it as usize] as usize];
        it = root[it as usize];
    }
    it
}

/// Pairs that share a key, each once, the lower first: every holder of a key with the last `reach` before it, so that the
/// number of pairs grows with the holders and not with their square.
pub(crate) fn pairs_by_key(keys: &[Vec<u64>], reach: usize) -> Vec<(u32, u32)> {
    let mut holders: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
    for (i, keys) in keys.iter().enumerate() {
        for &key in keys {
            holders.entry(key).or_default().push(i as u32);
        }
    }
    let mut out = Vec::new();
    for list in holders.values() {
        for (i, &b) in list.iter().enumerate() {
            out.extend(list[i.saturating_sub(reach)..i].iter().filter(|&&a| a != b).map(|&a| (a, b)));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}
