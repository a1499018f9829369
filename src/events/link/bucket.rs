//! One bucket: the mentions of one span of days, or those without any, clustered by themselves.

use super::centroid::Centroid;
use super::cluster::{agglomerate, pairs_by_key};
use super::facts::{Facts, Folder};
use super::score::{Wants, compare, counts_apart, strength};
use super::{mix, story};

/// With how many earlier holders of a word a mention is compared.
const REACH: usize = 16;
/// How many of a mention's heaviest words propose pairs.
const KEYS: usize = 8;

/// What two mentions of the same days must share.
pub(crate) const SAME_DAY: Wants = Wants {
    at_least: 0.21,
    words: 0.1,
    per_trigger: 0.2,
    per_name: 0.03,
    story: 0.25,
    unlike: 0.0,
    per_story: 0.6,
    supporting: 0.1,
};
/// What two undated mentions of one story must share.
pub(crate) const SAME_STORY: Wants = Wants {
    at_least: 0.12,
    words: 0.0,
    per_trigger: 0.1,
    per_name: 0.0,
    story: 0.2,
    unlike: 0.3,
    per_story: 0.4,
    supporting: 0.08,
};
/// What an undated cluster must share with a dated one: the day is not known, so more of the rest.
pub(crate) const ATTACH: Wants = Wants { at_least: 0.3, words: 0.12, unlike: 0.3, ..SAME_DAY };

/// The share of pairs with a trigger of one class from which the two tell one deed.
const ONE_DEED: f32 = 0.4;

/// A cluster with the positions of its mentions in the bucket.
pub(crate) type Cluster = Vec<u32>;

/// Clusters the mentions of one bucket: main mentions first, supporting ones then join them or one another.
pub(crate) fn cluster(mentions: &[&Facts], folder: &Folder, wants: &Wants) -> Vec<Cluster> {
    let dated = mentions.first().is_some_and(|it| it.bucket_days().is_some());
    let keys: Vec<Vec<u64>> = mentions.iter().map(|it| keys(it, folder, dated)).collect();
    let pairs = pairs_by_key(&keys, REACH);
    let items: Vec<Centroid> = mentions.iter().map(|it| Centroid::of(it, folder)).collect();
    let first = agglomerate(items, &pairs, |a, b| if a.main + b.main == 0.0 { -1.0 } else { judge(a, b, wants) }, Centroid::add);
    let alone: Vec<bool> = first.iter().map(|it| it.0.main == 0.0).collect();
    let mut at = vec![0_u32; mentions.len()];
    for (i, (_, members)) in first.iter().enumerate() {
        members.iter().for_each(|&it| at[it as usize] = i as u32);
    }
    let left: Vec<(u32, u32)> = pairs
        .iter()
        .map(|it| (at[it.0 as usize], at[it.1 as usize]))
        .filter(|it| alone[it.0 as usize] && alone[it.1 as usize] && it.0 != it.1)
        .map(|(a, b)| (a.min(b), a.max(b)))
        .collect();
    let (items, members): (Vec<Centroid>, Vec<Cluster>) = first.into_iter().unzip();
    let second = agglomerate(items, &left, |a, b| judge(a, b, wants), Centroid::add);
    second
        .into_iter()
        .map(|(_, parts)| {
            let mut out: Cluster = parts.iter().flat_map(|&it| members[it as usize].iter().copied()).collect();
            out.sort_unstable();
            out
        })
        .collect()
}

/// How strongly two clusters hang together; below zero they stay apart.
pub(crate) fn judge(a: &Centroid, b: &Centroid, wants: &Wants) -> f32 {
    if counts_apart(a, b) {
        return -1.0;
    }
    let guarded = if a.main == 0.0 || b.main == 0.0 { wants.supporting } else { 0.0 };
    let parts = compare(a, b);
    // A plan and a deed are one event only where the same is planned as is done.
    let plan_and_deed = (a.planned == a.n && b.planned == 0.0) || (b.planned == b.n && a.planned == 0.0);
    if plan_and_deed && parts.trigger < ONE_DEED {
        return -1.0;
    }
    let plain = strength(&parts, wants) - guarded;
    // What no words of its own date leans on its article: one story vouches for it as a day would.
    let leans = a.said == 0.0 && b.said == 0.0 && parts.story.is_some_and(|it| it >= story::ALIKE);
    if leans { plain.max(strength(&parts, &SAME_STORY)) } else { plain }
}

fn keys(it: &Facts, folder: &Folder, dated: bool) -> Vec<u64> {
    let mut out = it.words.heaviest(KEYS);
    out.extend(it.names.0.iter().map(|it| it.0));
    out.extend(it.quotes.iter().take(KEYS));
    if !dated {
        let story = folder.stories[it.article as usize].heaviest(KEYS);
        out.extend(story.iter().map(|&word| mix(4, word)));
    }
    out.sort_unstable();
    out.dedup();
    out
}
