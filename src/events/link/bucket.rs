//! One bucket: the mentions of one span of days, or those without any, clustered by themselves.

use super::centroid::Centroid;
use super::cluster::{agglomerate, pairs_by_key};
use super::facts::{Facts, Folder};
use super::mix;
use super::score::{Wants, compare, counts_apart, strength};

/// With how many earlier holders of a word a mention is compared.
const REACH: usize = 32;
/// How many of a mention's heaviest words propose pairs.
const KEYS: usize = 8;

/// What two mentions of the same days must share: the day vouches for them, so a kindred deed will do.
pub(crate) const SAME_DAY: Wants = Wants {
    at_least: 0.16,
    words: 0.02,
    nameless: 0.1,
    per_deed: 0.2,
    per_both: 0.3,
    per_day: 0.2,
    per_named: 0.1,
    per_name: 0.03,
    story: 0.25,
    unlike: 0.0,
    per_story: 0.6,
    supporting: 0.03,
};
/// What two mentions of one story must share that no day of their own holds apart.
pub(crate) const SAME_STORY: Wants = Wants {
    at_least: 0.15,
    words: 0.04,
    nameless: 0.04,
    per_deed: 0.3,
    per_both: 0.05,
    per_day: 0.0,
    per_named: 0.1,
    per_name: 0.0,
    story: 0.2,
    unlike: 0.3,
    per_story: 0.4,
    supporting: 0.06,
};
/// What an undated cluster must share with a dated one: the day is not known, so more of the rest.
pub(crate) const ATTACH: Wants = Wants {
    at_least: 0.4,
    words: 0.12,
    nameless: 0.12,
    per_both: 0.4,
    per_day: 0.0,
    per_named: 0.0,
    unlike: 0.3,
    supporting: 0.12,
    ..SAME_DAY
};
/// What an undated cluster must share with one of which its own article tells as the same deed: an article seldom tells two
/// things so alike, and names the second time least.
pub(crate) const HOME: Wants = Wants { at_least: 0.2, words: 0.0, nameless: 0.0, per_both: 0.4, supporting: 0.0, ..SAME_DAY };

/// How alike articles must be for their story to vouch for what no day holds together.
const VOUCHES: f32 = 0.29;

/// How far the same must be done for the two tell one deed.
const ONE_DEED: f32 = 0.4;

/// How far the same must be done at least where only one side says its day.
const SOME_DEED: f32 = 0.1;

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
    let whole = second.into_iter().map(|(_, parts)| {
        let mut out: Cluster = parts.iter().flat_map(|&it| members[it as usize].iter().copied()).collect();
        out.sort_unstable();
        out
    });
    let mut whole: Vec<Cluster> = whole.collect();
    // Collected in the place of the sums, it would hold their room for as long as it lives.
    whole.shrink_to_fit();
    whole
}

/// How strongly two clusters hang together; below zero they stay apart.
pub(crate) fn judge(a: &Centroid, b: &Centroid, wants: &Wants) -> f32 {
    if counts_apart(a, b) || !a.days.allow(&b.days) {
        return -1.0;
    }
    if spoken_by_others(a, b) {
        return -1.0;
    }
    let guarded = if a.main == 0.0 || b.main == 0.0 { wants.supporting } else { 0.0 };
    let Some(parts) = compare(a, b, &[wants, &SAME_STORY]) else { return -1.0 };
    // A plan and a deed are one event only where the same is planned as is done.
    let plan_and_deed = (a.planned == a.n && b.planned == 0.0) || (b.planned == b.n && a.planned == 0.0);
    if plan_and_deed && parts.deed < ONE_DEED {
        return -1.0;
    }
    // No day holds an undated side to a dated one: what is done must.
    if a.days.said.is_some() != b.days.said.is_some() && parts.deed < SOME_DEED && !parts.quote {
        return -1.0;
    }
    let plain = strength(&parts, wants) - guarded;
    // What no words of its own date leans on its article: one story vouches for it as a day would.
    let leans = a.days.said.is_none() || b.days.said.is_none();
    let leans = leans && parts.story.is_some_and(|it| it >= VOUCHES);
    if leans { plain.max(strength(&parts, &SAME_STORY)) } else { plain }
}

/// Whether both are words more than anything else, and of different people who share no quotation.
fn spoken_by_others(a: &Centroid, b: &Centroid) -> bool {
    let spoken = |it: &Centroid| 2.0 * it.speakers.0.iter().map(|it| it.1).sum::<f32>() >= it.n;
    let shared = a.quotes.iter().any(|it| b.quotes.binary_search(it).is_ok());
    spoken(a) && spoken(b) && a.speakers.dot(&b.speakers) == 0.0 && !shared
}

fn keys(it: &Facts, folder: &Folder, dated: bool) -> Vec<u64> {
    let mut out = it.words.heaviest(KEYS);
    out.extend(it.names.0.iter().map(|it| it.0));
    out.extend(it.quotes.iter().take(KEYS));
    if it.recalled {
        out.extend(it.deeds.0.iter().map(|it| mix(8, it.0)));
    }
    if !dated {
        let story = folder.stories[it.article as usize].heaviest(KEYS);
        out.extend(story.iter().map(|&word| mix(4, word)));
    }
    out.sort_unstable();
    out.dedup();
    out
}
