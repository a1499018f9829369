//! What no line of its own can name is told beside the event that it goes on from: "They met again that evening."

use std::collections::{BTreeMap, BTreeSet};

use super::{Event, EventKey, Mention};

/// How many sentences back the event may be told.
const BACK: u32 = 3;

/// By so many days what is told beside an event may be longer than it.
const LONGER: i64 = 7;

/// Keeps the events marked so; the mentions of the others go, where they can, to a kept event that the same article told of
/// the same days just before. A plan or outcome whose other side goes is linked to nothing.
pub fn gather(events: Vec<(Event, bool)>, mentions: &[Mention]) -> Vec<Event> {
    let (kept, left): (Vec<_>, Vec<_>) = events.into_iter().partition(|it| it.1);
    let mut kept: Vec<Event> = kept.into_iter().map(|it| it.0).collect();
    let keys: BTreeSet<EventKey> = kept.iter().map(|it| it.key).collect();
    kept.iter_mut().for_each(|it| it.linked = it.linked.filter(|other| keys.contains(other)));
    let mut told: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    for (event_idx, event) in kept.iter().enumerate() {
        for mention in event.told(mentions) {
            told.entry((mention.document, mention.sentence)).or_default().push(event_idx);
        }
    }
    for mention_idx in left.into_iter().flat_map(|it| it.0.mentions) {
        let Some(mention) = mentions.get(mention_idx as usize) else { continue };
        let Some(when) = mention.when else { continue };
        let sentence = (mention.document, mention.sentence);
        let of_sentence = |it: &u32| mentions.get(*it as usize).is_some_and(|it| (it.document, it.sentence) == sentence);
        // What its sentence only names in passing, or tells of other days, does not tell it.
        let is_told = |it: &usize| {
            let mut same = kept[*it].mentions.iter().filter(|it| of_sentence(it)).filter_map(|&it| mentions.get(it as usize));
            same.any(|it| it.when.is_some_and(|it| it.overlaps(&when)))
        };
        if told.get(&sentence).is_some_and(|it| it.iter().any(is_told)) {
            continue;
        }
        let before = (mention.document, mention.sentence.saturating_sub(BACK))..(mention.document, mention.sentence);
        // "For thirty years he has ...": what is told of so long goes on from nothing that happened on a day of it.
        let is_of_days = |it: &&usize| {
            kept[**it].when.is_some_and(|it| when.within(&it) || it.within(&when) && when.n_days() - it.n_days() < LONGER)
        };
        let found = told.range(before).rev().find_map(|it| it.1.iter().find(is_of_days).copied());
        if let Some(event_idx) = found {
            let event = &mut kept[event_idx];
            match event.mentions.iter().position(of_sentence) {
                Some(at) => event.mentions[at] = mention_idx,
                None => event.mentions.push(mention_idx),
            }
        }
    }
    kept
}
