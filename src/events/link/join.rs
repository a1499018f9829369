//! Clusters of different buckets brought together: a day known only from the day of an article with the day said elsewhere,
//! a week with the day in it, and what is undated with what is dated.

use std::collections::BTreeMap;

use super::bucket::{ATTACH, Cluster, SAME_DAY, judge};
use super::centroid::Centroid;
use super::cluster::agglomerate;
use super::facts::{Facts, Folder};
use super::score::Wants;

/// With how many later holders of a word a cluster is compared.
const REACH: usize = 16;
/// How many of a cluster's heaviest words propose pairs.
const KEYS: usize = 12;
/// A word held by more dated clusters than this leads from no undated cluster to them.
const CAP: usize = 64;
/// How many days a span may have for a day in it to be the same event's.
const WIDE: i32 = 31;
/// How many days after what it tells an article may be written and still report it as its news.
const REPORTED: i32 = 2;

/// What clusters of neighbouring days must share, more than on one day.
const NEAR: Wants = Wants { at_least: 0.25, ..SAME_DAY };

/// What a said day and a said span around it must share, lest the span be narrowed to a day of something else.
const INSIDE: Wants = Wants { at_least: 0.45, ..SAME_DAY };

/// A cluster with the days it may lie on.
pub(crate) struct Group {
    pub(crate) centroid: Centroid,
    /// What all its said dates share, if any is said.
    said: Option<(i32, i32)>,
    /// Of the articles that alone date some of it: the latest that one must have been written, at the earliest, and the
    /// earliest that one must have been written, at the latest.
    reported: Option<(i32, i32)>,
}

impl Group {
    fn first(&self) -> Option<i32> {
        self.said.or(self.reported).map(|it| it.0.min(it.1))
    }
    fn last(&self) -> Option<i32> {
        self.said.or(self.reported).map(|it| it.0.max(it.1))
    }
}

/// Joins clusters of mentions, each given as indices into the folder's facts; returns the joined ones.
pub(crate) fn join(clusters: &[Cluster], folder: &Folder) -> Vec<Cluster> {
    let groups: Vec<Group> = clusters.iter().map(|it| group(it, folder)).collect();
    let pairs = proposed(&groups);
    let joined = agglomerate(groups, &pairs, judge_groups, |kept, taken| {
        kept.said = shared(kept.said, taken.said);
        kept.reported = shared(kept.reported, taken.reported);
        kept.centroid.add(&taken.centroid);
    });
    joined
        .into_iter()
        .map(|(_, parts)| {
            let mut out: Cluster = parts.iter().flat_map(|&it| clusters[it as usize].iter().copied()).collect();
            out.sort_unstable();
            out
        })
        .collect()
}

fn group(cluster: &Cluster, folder: &Folder) -> Group {
    let facts: Vec<&Facts> = cluster.iter().map(|&it| &folder.facts[it as usize]).collect();
    let mut centroid = Centroid::default();
    facts.iter().for_each(|it| centroid.add(&Centroid::of(it, folder)));
    let said = facts.iter().filter(|it| !it.soft).fold(None, |sum, it| shared(sum, it.days));
    let reported = facts.iter().filter(|it| it.soft).fold(None, |sum, it| shared(sum, it.days));
    Group { centroid, said, reported }
}

fn shared(a: Option<(i32, i32)>, b: Option<(i32, i32)>) -> Option<(i32, i32)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.max(b.0), a.1.min(b.1))),
        (it, None) | (None, it) => it,
    }
}

/// Whether one event can have all these days.
fn days_allow(a: &Group, b: &Group) -> bool {
    let said = shared(a.said, b.said);
    let reported = shared(a.reported, b.reported);
    if said.is_some_and(|it| it.0 > it.1) {
        return false;
    }
    match (said, reported) {
        (Some(said), Some(reported)) => reported.1 >= said.0 && reported.0 - said.1 <= REPORTED,
        (None, Some(reported)) => reported.0 - reported.1 <= 1,
        (Some(_), None) | (None, None) => true,
    }
}

fn judge_groups(a: &Group, b: &Group) -> f32 {
    if !days_allow(a, b) {
        return -1.0;
    }
    // An article that says two dates means two things.
    let two_dates = a.said.is_some() && b.said.is_some() && a.said != b.said;
    if two_dates && a.centroid.articles.dot(&b.centroid.articles) > 0.0 {
        return -1.0;
    }
    let wants = match (a.first(), b.first()) {
        (Some(_), Some(_)) if a.said.is_some() && b.said.is_some() => &INSIDE,
        (Some(_), Some(_)) => &NEAR,
        (None, _) | (_, None) => &ATTACH,
    };
    judge(&a.centroid, &b.centroid, wants)
}

/// Pairs of clusters that share a heavy word and may share a day.
fn proposed(groups: &[Group]) -> Vec<(u32, u32)> {
    let mut holders: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
    for (i, it) in groups.iter().enumerate() {
        let mut keys = it.centroid.words.heaviest(KEYS);
        keys.extend(it.centroid.names.heaviest(KEYS));
        keys.extend(it.centroid.quotes.iter().take(KEYS));
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| holders.entry(key).or_default().push(i as u32));
    }
    let mut out = Vec::new();
    for list in holders.values_mut() {
        list.sort_by_key(|&it| (groups[it as usize].first().is_none(), groups[it as usize].first(), it));
        let n_dated = list.partition_point(|&it| groups[it as usize].first().is_some());
        let (dated, undated) = list.split_at(n_dated);
        for (i, &a) in dated.iter().enumerate() {
            let (first, last) = (groups[a as usize].first().unwrap_or(0), groups[a as usize].last().unwrap_or(0));
            if last - first >= WIDE {
                continue;
            }
            let near = dated[i + 1..].iter().take_while(|&&b| groups[b as usize].first().is_some_and(|it| it <= last + REPORTED));
            let proposed = near.filter(|&&b| days_allow(&groups[a as usize], &groups[b as usize])).take(REACH);
            out.extend(proposed.map(|&b| (a.min(b), a.max(b))));
        }
        if dated.len() <= CAP {
            out.extend(undated.iter().flat_map(|&a| dated.iter().map(move |&b| (a.min(b), a.max(b)))));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}
