//! The entities of a folder: the names of all its articles, with the spellings of each brought together.

use std::collections::{BTreeMap, BTreeSet};

use super::{pairs, parts, same};
use crate::events::{Analysis, Entity, EntityKind};

/// What is known of one full name over all articles.
#[derive(Default)]
struct Tally {
    kinds: [u32; 4],
    spellings: BTreeSet<String>,
}

impl Tally {
    fn count(&self) -> u32 {
        self.kinds.iter().sum()
    }

    fn kind(&self) -> EntityKind {
        match self.kinds {
            [0, 0, 0, _] => EntityKind::Other,
            [person, place, body, _] if person >= place && person >= body => EntityKind::Person,
            [_, place, body, _] if place >= body => EntityKind::Place,
            _ => EntityKind::Organisation,
        }
    }
}

/// The entities that the articles name, by name, and for each article the entity of each of its names.
pub fn entities(analyses: &[&Analysis]) -> (Vec<Entity>, Vec<Vec<u32>>) {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for analysis in analyses {
        for name in &analysis.names {
            let it = tallies.entry(&name.full).or_default();
            it.kinds[name.kind as usize] += 1;
            let said = analysis.document.quote(name.range);
            if !it.spellings.contains(&said) {
                it.spellings.insert(said);
            }
        }
    }
    let fulls: Vec<&str> = tallies.keys().copied().collect();
    let kinds: Vec<EntityKind> = tallies.values().map(Tally::kind).collect();
    let groups = group(&fulls, &kinds);

    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, &leader) in groups.iter().enumerate() {
        members.entry(leader).or_default().push(n);
    }
    let tally = |n: usize| &tallies[fulls[n]];
    let mut entities: Vec<(Entity, Vec<usize>)> = members
        .into_values()
        .map(|group| {
            let mut kinds = [0; 4];
            for &n in &group {
                for (sum, it) in kinds.iter_mut().zip(tally(n).kinds) {
                    *sum += it;
                }
            }
            let kind = Tally { kinds, ..Tally::default() }.kind();
            let is_full = |n: usize| kind != EntityKind::Person || fulls[n].contains(' ');
            // The most used; of those, the first by letters.
            let best = group.iter().copied().rev().max_by_key(|&n| (is_full(n), tally(n).count())).unwrap_or(group[0]);
            let spellings: BTreeSet<&str> =
                group.iter().flat_map(|&n| tally(n).spellings.iter().map(String::as_str).chain([fulls[n]])).collect();
            let spellings = spellings.into_iter().map(str::to_owned).collect();
            (Entity { name: fulls[best].to_owned(), kind, spellings }, group)
        })
        .collect();
    entities.sort_by(|a, b| (&a.0.name, a.0.kind).cmp(&(&b.0.name, b.0.kind)));

    let mut entity_of: BTreeMap<&str, u32> = BTreeMap::new();
    for (index, (_, group)) in entities.iter().enumerate() {
        for &n in group {
            entity_of.insert(fulls[n], u32::try_from(index).unwrap_or(u32::MAX));
        }
    }
    let of_names = analyses
        .iter()
        .map(|it| it.names.iter().map(|name| entity_of.get(name.full.as_str()).copied().unwrap_or(u32::MAX)).collect())
        .collect();
    (entities.into_iter().map(|it| it.0).collect(), of_names)
}

/// For each name the least name that stands for the same.
fn group(fulls: &[&str], kinds: &[EntityKind]) -> Vec<usize> {
    let mut leader: Vec<usize> = (0..fulls.len()).collect();
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, full) in fulls.iter().enumerate() {
        for key in pairs::whole_keys(full) {
            blocks.entry(format!("w {key}")).or_default().push(n);
        }
        let parts = parts(full);
        if parts.len() > 1
            && matches!(kinds[n], EntityKind::Person | EntityKind::Other)
            && let Some(last) = parts.last()
        {
            for key in pairs::last_keys(last) {
                blocks.entry(format!("l {key}")).or_default().push(n);
            }
        }
    }
    for block in blocks.values() {
        for (at, &a) in block.iter().enumerate() {
            for &b in block.iter().skip(at + 1).take(64) {
                if find(&leader, a) != find(&leader, b) && may_join(kinds[a], kinds[b]) && same(fulls[a], fulls[b]) {
                    join(&mut leader, a, b);
                }
            }
        }
    }
    // A surname alone joins the one person who bears it.
    let mut bearers: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (n, full) in fulls.iter().enumerate() {
        let parts = parts(full);
        if kinds[n] == EntityKind::Person
            && parts.len() > 1
            && let Some(last) = parts.last()
        {
            for key in pairs::last_keys(last) {
                bearers.entry(key).or_default().insert(find(&leader, n));
            }
        }
    }
    for (n, full) in fulls.iter().enumerate() {
        if full.contains(' ') || full.chars().count() < 4 || !matches!(kinds[n], EntityKind::Person | EntityKind::Other) {
            continue;
        }
        let of: BTreeSet<usize> =
            pairs::last_keys(full).iter().filter_map(|key| bearers.get(key)).flatten().map(|&it| find(&leader, it)).collect();
        if let (1, Some(&one)) = (of.len(), of.first()) {
            join(&mut leader, one, n);
        }
    }
    (0..fulls.len()).map(|n| find(&leader, n)).collect()
}

/// A place is no person; a name of which no more is known may be either.
fn may_join(a: EntityKind, b: EntityKind) -> bool {
    a == b || a == EntityKind::Other || b == EntityKind::Other
}

fn find(leader: &[usize], mut n: usize) -> usize {
    while leader[n] != n {
        n = leader[n];
    }
    n
}

fn join(leader: &mut [usize], a: usize, b: usize) {
    let (a, b) = (find(leader, a), find(leader, b));
    let (lo, hi) = (a.min(b), a.max(b));
    leader[hi] = lo;
}
