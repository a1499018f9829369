//! Clusters of different buckets brought together: a day known only from the day of an article with the day said elsewhere,
//! a week with the day in it, and what is undated with what is dated.

use std::collections::BTreeMap;

use super::bucket::{ATTACH, Cluster, HOME, SAME_DAY, judge};
use super::centroid::Centroid;
use super::cluster::agglomerate;
use super::facts::{Facts, Folder};
use super::score::Wants;
use super::{mix, whole};

/// With how many later holders of a word a cluster is compared.
const REACH: usize = 16;
/// How many of a cluster's heaviest words propose pairs.
const KEYS: usize = 12;
/// A word held by more dated clusters than this leads from no undated cluster to them.
const CAP: usize = 64;
/// How many days a span may have for a day in it to be the same event's.
const WIDE: i32 = 31;
/// So many days more than one make a stretch.
const LONG: i32 = 2;
/// How many days after a day an article may be written that reports it.
const REPORTED: i32 = 10;

/// So many days before an article was written its news happened at most.
const NEWS: i32 = 2;

/// A deed of this weight is what a mention is about.
const HALF: f32 = 0.5;
/// From here on two clusters tell the same deed.
const SAME_DEED: f32 = 0.3;

/// By how much an undated cluster must fit the event of one day better than that of another.
const DOUBT: f32 = 0.1;

/// What clusters of neighbouring days must share, more than on one day.
const NEAR: Wants = Wants { at_least: 0.35, per_day: 0.0, ..SAME_DAY };

/// What an article of that very day must share with a said day.
const REPORTS: Wants = Wants { at_least: 0.22, ..ATTACH };

/// What a said day and a said span around it must share, lest the span be narrowed to a day of something else.
const INSIDE: Wants = Wants { at_least: 0.45, per_day: 0.0, ..SAME_DAY };

/// Joins clusters of mentions, each given as indices into the folder's facts; returns the joined ones.
pub(crate) fn join(clusters: &[Cluster], folder: &Folder) -> Vec<Cluster> {
    let groups: Vec<Centroid> = clusters.iter().map(|it| group(it, folder)).collect();
    let told: Vec<Vec<u64>> = clusters.iter().map(|it| told(it, folder)).collect();
    let mut pairs = proposed(&groups, &told);
    leave_doubtful(&mut pairs, &groups);
    let joined = agglomerate(groups, &pairs, judge_groups, Centroid::add);
    whole::unite(joined)
        .into_iter()
        .map(|parts| {
            let mut out: Cluster = parts.iter().flat_map(|&it| clusters[it as usize].iter().copied()).collect();
            out.sort_unstable();
            out
        })
        .collect()
}

/// What each article of a cluster tells as done in it.
fn told(cluster: &Cluster, folder: &Folder) -> Vec<u64> {
    let of = |it: &Facts| {
        let article = u64::from(it.article);
        it.deeds.0.iter().filter(|it| it.1 >= HALF).map(move |deed| mix(7, mix(article, deed.0))).collect::<Vec<u64>>()
    };
    cluster.iter().flat_map(|&it| of(&folder.facts[it as usize])).collect()
}

fn group(cluster: &Cluster, folder: &Folder) -> Centroid {
    let mut centroid = Centroid::default();
    cluster.iter().for_each(|&it| centroid.add(&Centroid::of(&folder.facts[it as usize], folder)));
    centroid
}

fn judge_groups(a: &Centroid, b: &Centroid) -> f32 {
    // An article that says two dates means two things.
    let two_dates = a.days.said.zip(b.days.said).is_some_and(|(a, b)| a != b && !one_night(a, b));
    let apart = two_dates || is_background(a, b) || is_background(b, a) || is_stale(a, b) || is_stale(b, a);
    if apart && a.articles.dot(&b.articles) > 0.0 {
        return -1.0;
    }
    // Two spans that only overlap are no two ways to say one: one must lie in the other.
    if a.days.said.zip(b.days.said).is_some_and(|(a, b)| !nested(a, b)) {
        return -1.0;
    }
    let wants = match (a.days.said, b.days.said) {
        (Some(_), Some(_)) if a.days.leans || b.days.leans => &NEAR,
        (Some(_), Some(_)) => &INSIDE,
        (None, _) | (_, None) if comes_home(a, b) => &HOME,
        (None, _) | (_, None) if same_deed(a, b) && (a.days.reports(&b.days) || b.days.reports(&a.days)) => &REPORTS,
        (None, _) | (_, None) => &ATTACH,
    };
    judge(a, b, wants)
}

/// Whether one article tells in both what seems one deed, the one of them undated and nobody's words.
fn comes_home(a: &Centroid, b: &Centroid) -> bool {
    let undated = if a.days.said.is_none() { a } else { b };
    undated.speakers.0.is_empty() && a.articles.dot(&b.articles) > 0.0 && same_deed(a, b)
}

fn same_deed(a: &Centroid, b: &Centroid) -> bool {
    a.deeds.dot(&b.deeds) / (a.n * b.n) >= SAME_DEED
}

/// Whether the two are a day and the night that begins on it: "on Friday", "on Friday night".
fn one_night(a: (i32, i32), b: (i32, i32)) -> bool {
    let begins = |night: (i32, i32), day: (i32, i32)| day == (night.0, night.0) && night.1 == night.0 + 1;
    begins(a, b) || begins(b, a)
}

/// Whether `a` says a day too long past for `b`, the news of an article's own day.
fn is_stale(a: &Centroid, b: &Centroid) -> bool {
    let own = b.days.reported.filter(|_| b.days.said.is_none());
    a.days.said.zip(own).is_some_and(|(said, own)| own.0.min(own.1) - said.1 > NEWS)
}

/// Whether `a` says a stretch of days, as what is told beside the news does, and `b` is the news of an article's own day.
fn is_background(a: &Centroid, b: &Centroid) -> bool {
    let is_long = |it: (i32, i32)| it.1 - it.0 >= LONG;
    a.days.said.is_some_and(is_long) && b.days.said.is_none() && b.days.reported.is_some()
}

/// Whether one of two spans lies in the other, give or take a day: weeks begin on Sunday or on Monday.
fn nested(a: (i32, i32), b: (i32, i32)) -> bool {
    let holds = |outer: (i32, i32), inner: (i32, i32)| outer.0 - 1 <= inner.0 && inner.1 <= outer.1 + 1;
    holds(a, b) || holds(b, a)
}

/// Takes out what leads from an undated cluster to dated ones where it might as well be told of another day: in a folder of
/// one story many a sentence fits two days equally, and tells of neither.
fn leave_doubtful(pairs: &mut Vec<(u32, u32)>, groups: &[Centroid]) {
    let is_undated = |it: u32| groups[it as usize].days.said.is_none();
    let mut fits: BTreeMap<u32, Vec<(f32, u32)>> = BTreeMap::new();
    // What does not fit at all is not judged again.
    pairs.retain(|&(a, b)| {
        if is_undated(a) == is_undated(b) {
            return true;
        }
        let strength = judge_groups(&groups[a as usize], &groups[b as usize]);
        let (undated, dated) = if is_undated(a) { (a, b) } else { (b, a) };
        if strength >= 0.0 {
            fits.entry(undated).or_default().push((strength, dated));
        }
        strength >= 0.0
    });
    let is_doubtful = |fits: &Vec<(f32, u32)>| {
        let Some(&(most, best)) = fits.iter().max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))) else { return false };
        let best = &groups[best as usize];
        fits.iter().any(|&(strength, other)| most - strength < DOUBT && !best.days.allow(&groups[other as usize].days))
    };
    // What its own article tells it comes home to.
    let at_home = |it: u32, fits: &[(f32, u32)]| {
        fits.iter().any(|other| groups[other.1 as usize].articles.dot(&groups[it as usize].articles) > 0.0)
    };
    fits.retain(|&undated, it| is_doubtful(it) && !at_home(undated, it));
    pairs.retain(|&(a, b)| is_undated(a) == is_undated(b) || !fits.contains_key(if is_undated(a) { &a } else { &b }));
}

/// Pairs of clusters that share a heavy word, or a deed in one article, and may share a day. `told` is parallel to `groups`.
fn proposed(groups: &[Centroid], told: &[Vec<u64>]) -> Vec<(u32, u32)> {
    let mut holders: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
    for (i, it) in groups.iter().enumerate() {
        let mut keys = it.words.heaviest(KEYS);
        keys.extend(it.names.heaviest(KEYS));
        keys.extend(it.quotes.iter().take(KEYS));
        keys.extend(&told[i]);
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| holders.entry(key).or_default().push(i as u32));
    }
    let mut out = Vec::new();
    for list in holders.values_mut() {
        list.sort_by_key(|&it| (groups[it as usize].days.first().is_none(), groups[it as usize].days.first(), it));
        let n_dated = list.partition_point(|&it| groups[it as usize].days.first().is_some());
        let (dated, undated) = list.split_at(n_dated);
        for (i, &a) in dated.iter().enumerate() {
            let (first, last) = (groups[a as usize].days.first().unwrap_or(0), groups[a as usize].days.last().unwrap_or(0));
            if last - first >= WIDE {
                continue;
            }
            let near =
                dated[i + 1..].iter().take_while(|&&b| groups[b as usize].days.first().is_some_and(|it| it <= last + REPORTED));
            let proposed = near.filter(|&&b| groups[a as usize].days.allow(&groups[b as usize].days)).take(REACH);
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
