//! One quotation in two articles is one utterance: whoever carries it tells of the event in which it was said.

use std::collections::{BTreeMap, BTreeSet};

use super::copies::origin;
use super::{Article, Entity, EntityKind, Event, Mention};

/// The fewest words of a quotation that is told apart from a phrase.
const SHORTEST: usize = 12;
/// How many words in a row are compared.
const RUN: usize = 5;
/// The share of runs that two translations of one quotation have in common at least.
const ALIKE: f64 = 0.3;
/// How many sentences back the one stands that tells who speaks and when.
const REACH: u32 = 8;

/// How many sentences before a quotation its day may be said.
const BEFORE: u32 = 4;

/// A quotation: the mention that says it, and its runs of words.
struct Quotation {
    mention: u32,
    runs: BTreeSet<Vec<String>>,
}

/// Adds to each event that is told with a quotation the mentions of other articles that carry the same one.
pub fn join_quotations(events: &mut [Event], articles: &[Article], mentions: &[Mention], entities: &[Entity]) {
    let quotations = quotations(articles, mentions);
    let mut holders: BTreeMap<&Vec<String>, Vec<usize>> = BTreeMap::new();
    for (n, quotation) in quotations.iter().enumerate() {
        quotation.runs.iter().for_each(|it| holders.entry(it).or_default().push(n));
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for held in holders.values().filter(|it| it.len() <= 16) {
        for (i, &a) in held.iter().enumerate() {
            held[i + 1..].iter().for_each(|&b| *shared.entry((a, b)).or_default() += 1);
        }
    }
    let mut owner: BTreeMap<u32, usize> = BTreeMap::new();
    for (n, event) in events.iter().enumerate() {
        owner.extend(event.mentions.iter().map(|&it| (it, n)));
    }
    for ((a, b), n_shared) in shared {
        let (one, two) = (&quotations[a], &quotations[b]);
        let alike = n_shared as f64 / one.runs.len().min(two.runs.len()).max(1) as f64;
        if alike < ALIKE || mentions[one.mention as usize].document == mentions[two.mention as usize].document {
            continue;
        }
        for (told, bare) in [(one, two), (two, one)] {
            let Some(event) = frame(told.mention, &owner, events, mentions) else { continue };
            if owner.get(&bare.mention).is_some_and(|&it| events[it].when.is_some()) {
                continue;
            }
            let speakers = speakers(&events[event], entities);
            let more = [told.mention, bare.mention].into_iter().chain(introduction(bare.mention, mentions, &speakers));
            for it in more.filter(|it| !owner.contains_key(it)).collect::<Vec<_>>() {
                let sentence = |it: u32| (mentions[it as usize].document, mentions[it as usize].sentence);
                if events[event].mentions.iter().any(|&other| sentence(other) == sentence(it)) {
                    continue;
                }
                events[event].mentions.push(it);
                owner.insert(it, event);
            }
            recount(&mut events[event], articles, mentions);
        }
    }
}

/// The quotations of all mentions that say something, in order.
fn quotations(articles: &[Article], mentions: &[Mention]) -> Vec<Quotation> {
    let saying = (0u32..).zip(mentions).filter(|it| is_saying(it.1));
    let found = saying.filter_map(|(mention, it)| {
        let document = articles.get(it.document as usize)?.document();
        let quote = document.quote(document.sentences.get(it.sentence as usize)?.range);
        let quoted = quote.split(['"', '\u{201c}', '\u{201d}']).nth(1)?;
        let words: Vec<String> =
            quoted.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect();
        (words.len() >= SHORTEST).then(|| Quotation { mention, runs: words.windows(RUN).map(<[String]>::to_vec).collect() })
    });
    found.collect()
}

fn is_saying(mention: &Mention) -> bool {
    mention.trigger.as_ref().is_some_and(|it| it.class == "say")
}

/// The event in which a quotation is told: its own, or that of the dated saying just before it that it goes on from.
fn frame(mention: u32, owner: &BTreeMap<u32, usize>, events: &[Event], mentions: &[Mention]) -> Option<usize> {
    let of = &mentions[mention as usize];
    let before = (0..=mention).rev().map(|it| (it, &mentions[it as usize])).take_while(|it| it.1.document == of.document);
    let near = before.filter(|it| it.1.sentence + BEFORE >= of.sentence && it.1.when.is_some() && is_saying(it.1));
    near.filter_map(|it| owner.get(&it.0).copied()).find(|&it| events[it].when.is_some())
}

/// The sayings before a quotation that name the same speaker and stand in no event of their own.
fn introduction(mention: u32, mentions: &[Mention], speakers: &[u32]) -> Vec<u32> {
    let of = &mentions[mention as usize];
    let before = (0..mention).rev().take_while(|&it| mentions[it as usize].document == of.document);
    let found = before.filter(|&it| {
        let it = &mentions[it as usize];
        let named = it.entities.iter().any(|it| speakers.contains(it));
        it.sentence + REACH >= of.sentence && it.when.is_none() && is_saying(it) && named
    });
    found.collect()
}

/// The people of an event, the most named first: one of them speaks.
fn speakers(event: &Event, entities: &[Entity]) -> Vec<u32> {
    let people = event.entities.iter().copied();
    people.filter(|&it| entities.get(it as usize).is_some_and(|it| it.kind == EntityKind::Person)).collect()
}

fn recount(event: &mut Event, articles: &[Article], mentions: &[Mention]) {
    let documents: BTreeSet<u32> = event.mentions.iter().map(|&it| mentions[it as usize].document).collect();
    let independent: BTreeSet<u32> = documents.iter().map(|&it| origin(articles, it)).collect();
    event.articles = u32::try_from(documents.len()).unwrap_or(u32::MAX);
    event.independent = u32::try_from(independent.len()).unwrap_or(u32::MAX);
}
