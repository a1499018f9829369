//! Rows that would say twice, under two dates, what one sentence says once: "The summit ended on Sunday with warm words and,
//! by Monday, a quarrel."

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Event, Mention, Weight};

/// Unmarks, of the events marked to be kept, those of one article that say what another row says of the same sentence under
/// the same title.
pub fn drop_echoes(events: &mut [(Event, bool)], mentions: &[Mention]) {
    let mut told: BTreeMap<(u32, u32, &str), Vec<usize>> = BTreeMap::new();
    for (event_idx, (event, _)) in events.iter().enumerate().filter(|it| it.1.1) {
        for mention in event.told(mentions) {
            let tellers = told.entry((mention.document, mention.sentence, &event.title)).or_default();
            if tellers.last() != Some(&event_idx) {
                tellers.push(event_idx);
            }
        }
    }
    let mut echoes: Vec<usize> = Vec::new();
    for ((document, sentence, _), tellers) in told {
        let rank = |&it: &usize| {
            let event = &events[it].0;
            let own = event.told(mentions).filter(|it| (it.document, it.sentence) == (document, sentence));
            let earliest = own.map(|it| (it.weight == Weight::Main, Reverse(it.trigger.as_ref().map(|it| it.range.start)))).max();
            (event.independent, event.when.is_some(), earliest, Reverse(it))
        };
        let best = tellers.iter().copied().max_by_key(rank);
        // Who says no day of it does not bear a second date out.
        let of_one = |it: usize| {
            let told = events[it].0.told(mentions).filter(|it| it.when.is_some());
            told.map(|it| it.document).all(|it| it == document)
        };
        echoes.extend(tellers.into_iter().filter(|&it| Some(it) != best && of_one(it)));
    }
    for it in echoes {
        events[it].1 = false;
    }
}
