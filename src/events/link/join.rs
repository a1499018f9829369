//! Clusters of different buckets brought together: a day known only from the day of an article with the day said elsewhere,
//! a week with the day in it, and what is undated with what is dated.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

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
    let groups: Vec<Centroid> = clusters.par_iter().map(|it| group(it, folder)).collect();
    let told: Vec<Vec<u64>> = clusters.par_iter().map(|it| told(it, folder)).collect();
    let mut fits = fitting(&groups, &told);
    leave_doubtful(&mut fits, &groups);
    let pairs: Vec<(u32, u32)> = fits.iter().map(|it| it.pair).collect();
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
    let mut mentions = cluster.iter().map(|&it| Centroid::of(&folder.facts[it as usize], folder));
    let mut centroid = mentions.next().unwrap_or_default();
    mentions.for_each(|it| centroid.add(&it));
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

/// Two clusters, the lower first, that may be one event, and how strongly they hang together.
struct Fit {
    pair: (u32, u32),
    strength: f32,
}

/// Takes out what leads from an undated cluster to dated ones where it might as well be told of another day: in a folder of
/// one story many a sentence fits two days equally, and tells of neither.
fn leave_doubtful(all: &mut Vec<Fit>, groups: &[Centroid]) {
    let is_undated = |it: u32| groups[it as usize].days.said.is_none();
    let undated = |(a, b): (u32, u32)| (is_undated(a) != is_undated(b)).then(|| if is_undated(a) { (a, b) } else { (b, a) });
    let mut fits: BTreeMap<u32, Vec<(f32, u32)>> = BTreeMap::new();
    for it in &*all {
        if let Some((undated, dated)) = undated(it.pair) {
            fits.entry(undated).or_default().push((it.strength, dated));
        }
    }
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
    all.retain(|it| undated(it.pair).is_none_or(|it| !fits.contains_key(&it.0)));
}

/// Pairs of clusters that share a heavy word, or a deed in one article, may share a day, and fit. `told` is parallel to
/// `groups`. Each is judged as it is proposed: of the many hardly any is worth keeping.
fn fitting(groups: &[Centroid], told: &[Vec<u64>]) -> Vec<Fit> {
    let keys = |(it, told): (&Centroid, &Vec<u64>)| {
        let mut keys = it.words.heaviest(KEYS);
        keys.extend(it.names.heaviest(KEYS));
        keys.extend(it.quotes.iter().take(KEYS));
        keys.extend(told);
        keys.sort_unstable();
        keys.dedup();
        keys
    };
    let keys: Vec<Vec<u64>> = groups.par_iter().zip(told).map(keys).collect();
    // By first day, the undated last: so they stand in each list of holders.
    let days = |it: u32| &groups[it as usize].days;
    let mut order: Vec<u32> = (0..groups.len() as u32).collect();
    order.sort_by_key(|&it| (days(it).first().is_none(), days(it).first(), it));
    let mut place: Vec<u32> = vec![0; groups.len()];
    let mut holders: HashMap<u64, Vec<u32>> = HashMap::new();
    for (n, &it) in (0..).zip(&order) {
        place[it as usize] = n;
        keys[it as usize].iter().for_each(|&key| holders.entry(key).or_default().push(it));
    }
    let proposed = |a: u32, key: &u64, out: &mut Vec<u32>| {
        let list = &holders[key];
        let dated = &list[..list.partition_point(|&it| days(it).first().is_some())];
        match days(a).first().zip(days(a).last()) {
            None if dated.len() <= CAP => out.extend(dated),
            None => {}
            Some((first, last)) if last - first >= WIDE => {}
            Some((_, last)) => {
                let later = &dated[dated.partition_point(|&it| place[it as usize] <= place[a as usize])..];
                let near = later.iter().take_while(|&&b| days(b).first().is_some_and(|it| it <= last + REPORTED));
                out.extend(near.filter(|&&b| days(a).allow(days(b))).take(REACH));
            }
        }
    };
    let fitting = |a: u32| {
        let mut others: Vec<u32> = Vec::new();
        keys[a as usize].iter().for_each(|key| proposed(a, key, &mut others));
        others.sort_unstable();
        others.dedup();
        others.into_iter().filter_map(move |b| {
            let pair = (a.min(b), a.max(b));
            let strength = judge_groups(&groups[pair.0 as usize], &groups[pair.1 as usize]);
            (strength >= 0.0).then_some(Fit { pair, strength })
        })
    };
    (0..groups.len() as u32).into_par_iter().flat_map_iter(fitting).collect()
}
