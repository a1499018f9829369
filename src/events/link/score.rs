//! How alike two clusters of mentions are, in named parts, and whether that is enough to be one event.

use super::centroid::Centroid;

/// The parts, each an average over all pairs of a mention here and a mention there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Parts {
    /// Cosine of words.
    pub(crate) words: f32,
    /// Cosine of what the articles are about; pairs of one article left out, `None` where there is no other.
    pub(crate) story: Option<f32>,
    /// Share of pairs with a trigger of one class.
    pub(crate) trigger: f32,
    /// How many rare names the two share.
    pub(crate) names: u32,
    /// Whether they share a run of quoted words.
    pub(crate) quote: bool,
}

/// Weight from which a name is rare: it stands in one of 16 articles or fewer.
const RARE: f32 = 4.0;
/// A count this many times another is of something else.
const APART: f32 = 3.0;

/// Compares two clusters.
pub(crate) fn compare(a: &Centroid, b: &Centroid) -> Parts {
    let pairs = a.n * b.n;
    let same_article = a.articles.dot(&b.articles);
    let others = pairs - same_article;
    let story = (others >= 1.0).then(|| ((a.story.dot(&b.story) - same_article) / others).max(0.0));
    Parts {
        words: a.words.dot(&b.words) / pairs,
        story,
        trigger: a.triggers.dot(&b.triggers) / pairs,
        names: shared_names(a, b),
        quote: shares(&a.quotes, &b.quotes),
    }
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

fn shares(a: &[u64], b: &[u64]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.iter().any(|it| long.binary_search(it).is_ok())
}

/// How strongly the two hang together; at 0 and above they are one event.
pub(crate) fn strength(parts: &Parts, wants: &Wants) -> f32 {
    let story = parts.story.unwrap_or(wants.story);
    if parts.words < wants.words && !parts.quote {
        return -1.0;
    }
    let mut sum =
        parts.words + wants.per_trigger * parts.trigger + wants.per_story * (story - wants.story).clamp(-wants.unlike, 0.4);
    sum += wants.per_name * parts.names.min(2) as f32;
    if parts.quote {
        sum += 0.25;
    }
    sum - wants.at_least
}

/// What is asked for before two clusters are one event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wants {
    /// The sum that is enough.
    pub(crate) at_least: f32,
    /// The cosine of words below which nothing else helps but a shared quote.
    pub(crate) words: f32,
    /// What a shared trigger adds.
    pub(crate) per_trigger: f32,
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
