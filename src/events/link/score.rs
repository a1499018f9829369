//! How alike two clusters of mentions are, in named parts, and whether that is enough to be one event.

use super::centroid::Centroid;

/// The parts, each an average over all pairs of a mention here and a mention there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Parts {
    /// Cosine of words.
    pub(crate) words: f32,
    /// Cosine of what the articles are about, above what is usual in the folder; pairs of one article left out, `None` where
    /// there is no other.
    pub(crate) story: Option<f32>,
    /// How far the same is done.
    pub(crate) deed: f32,
    /// How far the day itself is the day of the same: "Tuesday's vote".
    pub(crate) of_day: f32,
    /// How much is named on both sides, 0 to 1.
    pub(crate) named: f32,
    /// How many rare names the two share.
    pub(crate) names: u32,
    /// Whether both say a date that is long past: few things of so long ago are still told.
    pub(crate) recalled: bool,
    /// Whether they share a run of quoted words.
    pub(crate) quote: bool,
}

/// Weight from which a name is rare: it stands in one of 16 articles or fewer.
pub(crate) const RARE: f32 = 4.0;
/// The weight of shared names that is as much as can be asked for.
const ENOUGH: f32 = 5.0;
/// How far the same must be done on a day long past for that to add.
const RECALLED_DEED: f32 = 0.3;
/// What it adds that both recall a day long past.
const PER_RECALLED: f32 = 0.1;
/// What a shared quote adds.
const PER_QUOTE: f32 = 0.25;
/// How alike two mentions must be in themselves for the likeness of their articles to count in full.
const OWN: f32 = 0.3;
/// A count this many times another is of something else.
const APART: f32 = 3.0;

/// The most that likeness of articles can be above what neither adds nor takes.
const MOST_STORY: f32 = 0.4;

/// Compares two clusters; `None` where, whatever their articles are about, it is not enough for any of `wants`.
pub(crate) fn compare(a: &Centroid, b: &Centroid, wants: &[&Wants]) -> Option<Parts> {
    let pairs = a.n * b.n;
    let mut parts = Parts {
        words: a.words.dot(&b.words) / pairs,
        story: None,
        deed: a.deeds.dot(&b.deeds) / pairs,
        of_day: a.of_day.dot(&b.of_day) / pairs,
        named: named(a, b),
        names: shared_names(a, b),
        recalled: a.recalled == a.n && b.recalled == b.n,
        quote: shares(&a.quotes, &b.quotes),
    };
    let hopeless = |it: &&Wants| strength(&Parts { story: Some(it.story + MOST_STORY), ..parts }, it) < 0.0;
    if wants.iter().all(hopeless) {
        return None;
    }
    let same_article = a.articles.dot(&b.articles);
    let others = pairs - same_article;
    parts.story = (others >= 1.0).then(|| ((a.story.dot(&b.story) - same_article) / others - a.usual).max(0.0));
    Some(parts)
}

/// Whether what the two count cannot be one count: more than three times apart.
pub(crate) fn counts_apart(a: &Centroid, b: &Centroid) -> bool {
    a.figures.iter().any(|x| {
        let at = b.figures.binary_search_by_key(&x.0, |it| it.0).ok();
        at.is_some_and(|at| x.1 > APART * b.figures[at].2 || b.figures[at].1 > APART * x.2)
    })
}

/// Names that at least a third of the mentions on either side hold, and that are rare.
fn shared_names(a: &Centroid, b: &Centroid) -> u32 {
    let mut n = 0;
    for &(name, weight) in &a.names.0 {
        let Ok(at) = b.names.0.binary_search_by_key(&name, |it| it.0) else { continue };
        let (here, there) = (weight / a.n, b.names.0[at].1 / b.n);
        // The sum is the weight times the share of mentions that hold it; a third of a rare weight will do.
        n += u32::from(here.min(there) >= RARE / 3.0 && here.max(there) >= RARE / 2.0);
    }
    n
}

/// The weight of the names that both sides hold, on average over their mentions, against what is enough.
fn named(a: &Centroid, b: &Centroid) -> f32 {
    let (short, long) = if a.names.0.len() <= b.names.0.len() { (a, b) } else { (b, a) };
    let shared = short.names.0.iter().filter_map(|&(name, weight)| {
        let at = long.names.0.binary_search_by_key(&name, |it| it.0).ok()?;
        Some((weight / short.n).min(long.names.0[at].1 / long.n))
    });
    (shared.sum::<f32>() / ENOUGH).min(1.0)
}

fn shares(a: &[u64], b: &[u64]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.iter().any(|it| long.binary_search(it).is_ok())
}

/// How strongly the two hang together; at 0 and above they are one event.
pub(crate) fn strength(parts: &Parts, wants: &Wants) -> f32 {
    let story = parts.story.unwrap_or(wants.story);
    let both = parts.deed * parts.named;
    let recalled = parts.recalled && parts.deed >= RECALLED_DEED;
    let floor = if parts.named > 0.0 { wants.words } else { wants.nameless };
    if parts.words < floor * (1.0 - both) && !parts.quote && !recalled {
        return -1.0;
    }
    let mut own = parts.words + wants.per_deed * parts.deed + wants.per_both * both + wants.per_named * parts.named;
    own += wants.per_day * parts.of_day;
    own += wants.per_name * parts.names.min(2) as f32;
    if recalled {
        own += PER_RECALLED;
    }
    if parts.quote {
        own += PER_QUOTE;
    }
    // Two articles of one story tell many things: their likeness counts as far as the two mentions are alike themselves.
    let story = wants.per_story * (story - wants.story).clamp(-wants.unlike, MOST_STORY);
    let sum = own + if story > 0.0 { story * (own / OWN).min(1.0) } else { story };
    sum - wants.at_least
}

/// What is asked for before two clusters are one event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wants {
    /// The sum that is enough.
    pub(crate) at_least: f32,
    /// The cosine of words below which nothing else helps but a shared quote.
    pub(crate) words: f32,
    /// The same where the two share no name.
    pub(crate) nameless: f32,
    /// What the same deed adds.
    pub(crate) per_deed: f32,
    /// What the same deed by the same people adds.
    pub(crate) per_both: f32,
    /// What it adds that the day is the day of the same.
    pub(crate) per_day: f32,
    /// What shared names add.
    pub(crate) per_named: f32,
    /// What a shared rare name adds, twice at most.
    pub(crate) per_name: f32,
    /// The likeness of articles at which it neither adds nor takes.
    pub(crate) story: f32,
    /// How far below that it may take; none where a day vouches for the two.
    pub(crate) unlike: f32,
    /// What likeness of articles adds.
    pub(crate) per_story: f32,
    /// What is asked for beyond where one side is only supporting.
    pub(crate) supporting: f32,
}
