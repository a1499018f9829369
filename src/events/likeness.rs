//! Why these are one event: how alike mentions are, in parts that can be shown.

use std::collections::BTreeMap;

use super::link::facts::Folder;
use super::{Article, Entity, Likeness, Mention};
use crate::calendar::Interval;

/// How many names a likeness lists.
const NAMES: usize = 5;
/// The share of an event's mentions that must hold what is called shared.
const SHARED: f32 = 0.5;
/// The fewest words of a quote that counts as one.
const QUOTED: usize = 6;

/// What the mentions of an event share, and how alike their words are on average.
pub(crate) fn of_event(
    ids: &[u32],
    when: Option<Interval>,
    folder: &Folder,
    articles: &[Article],
    mentions: &[Mention],
    entities: &[Entity],
) -> Likeness {
    let told: Vec<&Mention> = ids.iter().map(|&it| &mentions[it as usize]).collect();
    if told.len() < 2 {
        return Likeness { day: when, ..Likeness::default() };
    }
    let enough = (SHARED * told.len() as f32).max(2.0);
    let mut triggers: BTreeMap<&str, u32> = BTreeMap::new();
    for it in told.iter().filter_map(|it| it.trigger.as_ref()) {
        *triggers.entry(if it.class.is_empty() { &it.stem } else { it.class }).or_default() += 1;
    }
    let trigger = triggers.into_iter().max_by_key(|it| (it.1, std::cmp::Reverse(it.0))).filter(|it| it.1 as f32 >= enough);
    let mut names: BTreeMap<u32, u32> = BTreeMap::new();
    told.iter().flat_map(|it| &it.entities).for_each(|&it| *names.entry(it).or_default() += 1);
    let mut names: Vec<(u32, u32)> = names.into_iter().filter(|it| it.1 as f32 >= enough).collect();
    names.sort_by_key(|it| (std::cmp::Reverse(it.1), it.0));
    Likeness {
        trigger: trigger.map(|it| it.0.to_owned()),
        names: names.into_iter().take(NAMES).map(|it| entities[it.0 as usize].name.clone()).collect(),
        day: when,
        words: mean_cosine(ids, folder),
        quote: shared_quote(&told, articles),
    }
}

/// The mean over all pairs, from the sum alone: (|sum|^2 - n) / (n^2 - n) for vectors of length one.
fn mean_cosine(ids: &[u32], folder: &Folder) -> f32 {
    let mut sum = super::link::sparse::Sparse::default();
    ids.iter().for_each(|&it| sum.add(&folder.facts[it as usize].words));
    let n = ids.iter().filter(|&&it| !folder.facts[it as usize].words.0.is_empty()).count() as f32;
    if n < 2.0 { 0.0 } else { ((sum.dot(&sum) - n) / (n * n - n)).clamp(0.0, 1.0) }
}

/// The longest quoted passage that stands word for word in two articles.
fn shared_quote(told: &[&Mention], articles: &[Article]) -> Option<String> {
    let mut seen: BTreeMap<String, (u32, String)> = BTreeMap::new();
    let mut best: Option<String> = None;
    for it in told {
        let document = articles[it.document as usize].document();
        let Some(sentence) = document.sentences.get(it.sentence as usize) else { continue };
        for part in quoted(&document.quote(sentence.range)) {
            let words: Vec<String> = words(&part);
            if words.len() < QUOTED {
                continue;
            }
            match seen.entry(words.join(" ")) {
                std::collections::btree_map::Entry::Vacant(entry) => {
                    entry.insert((it.document, part));
                }
                std::collections::btree_map::Entry::Occupied(entry) => {
                    let (document, text) = entry.get();
                    if *document != it.document && best.as_ref().is_none_or(|it| it.len() < text.len()) {
                        best = Some(text.clone());
                    }
                }
            }
        }
    }
    best
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

/// The passages of a sentence that stand within quotation marks.
pub(crate) fn quoted(sentence: &str) -> Vec<String> {
    let plain = sentence.replace("``", "\"").replace("''", "\"");
    let parts = plain.split(['"', '“', '”', '«', '»', '„']).enumerate();
    parts.filter(|it| it.0 % 2 == 1).map(|it| it.1.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}
