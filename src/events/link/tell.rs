//! A cluster of mentions told as an event: its name across runs, when it was, how it is put, who is in it.

use std::collections::{BTreeMap, BTreeSet};

use super::bucket::Cluster;
use super::facts::{Facts, Folder, supporting};
use super::sparse::Sparse;
use super::{hash, mix};
use crate::calendar::Interval;
use crate::events::copies::origin;
use crate::events::{Article, Basis, Conflict, Entity, Event, EventKey, Mention, Status, conflict, likeness};

/// How many of its entities an event keeps.
const ENTITIES: usize = 12;

/// Of so many articles one alone is believed the hour of what they tell.
const FEW: usize = 4;

/// How alike two articles are at least that count the same thing.
const STORY: f32 = 0.1;

/// The events, in the order of their earliest mention among the articles.
pub(crate) fn tell(
    clusters: &[Cluster],
    folder: &Folder,
    articles: &[Article],
    mentions: &[Mention],
    entities: &[Entity],
) -> Vec<Event> {
    let mut order: Vec<&Cluster> = clusters.iter().filter(|it| is_worth_telling(it, articles, mentions)).collect();
    order.sort_by_key(|it| it.first().copied());
    let mut keys = BTreeSet::new();
    let mut events: Vec<Event> = order
        .into_iter()
        .map(|cluster| {
            let mut event = event(cluster, folder, articles, mentions, entities);
            while !keys.insert(event.key) {
                event.key = EventKey(mix(event.key.0, 5));
            }
            event
        })
        .collect();
    let one_story = |a: u32, b: u32| folder.stories[a as usize].dot(&folder.stories[b as usize]) >= STORY;
    conflict::left::set(&mut events, articles, mentions, one_story);
    super::outcome::link_plans(&mut events, folder);
    events
}

/// Whether somebody tells it as an event, or two articles hold it worth a word.
fn is_worth_telling(cluster: &Cluster, articles: &[Article], mentions: &[Mention]) -> bool {
    let of = |it: u32| &mentions[it as usize];
    cluster.iter().any(|&it| !supporting(of(it)))
        || cluster.iter().map(|&it| origin(articles, of(it).document)).collect::<BTreeSet<u32>>().len() >= 2
}

fn event(cluster: &Cluster, folder: &Folder, articles: &[Article], mentions: &[Mention], entities: &[Entity]) -> Event {
    let told: Vec<&Mention> = cluster.iter().map(|&it| &mentions[it as usize]).collect();
    let mut ordered = cluster.clone();
    let best = best_told(cluster, folder, mentions);
    let status = status(&told, articles);
    ordered.sort_by_key(|&it| (it != best, telling(it, cluster, status, mentions)));
    let conflicts = conflict::conflicts(articles, mentions, &ordered);
    let (ordered, conflicts) = each_sentence_once(&ordered, conflicts, mentions);
    let best = &mentions[best as usize];
    let title = articles[best.document as usize].document().quote(best.clause);
    let mut count: BTreeMap<u32, u32> = BTreeMap::new();
    told.iter().flat_map(|it| &it.entities).for_each(|&it| *count.entry(it).or_default() += 1);
    let mut named: Vec<(u32, u32)> = count.into_iter().collect();
    named.sort_by_key(|it| (std::cmp::Reverse(it.1), it.0));
    let documents: BTreeSet<u32> = told.iter().map(|it| it.document).collect();
    let independent: BTreeSet<u32> = told.iter().map(|it| origin(articles, it.document)).collect();
    let when = when(&told, articles);
    Event {
        key: key(&told, articles),
        title,
        when,
        status,
        why: likeness::of_event(&ordered, when, folder, articles, mentions, entities),
        conflicts,
        mentions: ordered,
        entities: named.into_iter().take(ENTITIES).map(|it| it.0).collect(),
        salience: 0.0,
        articles: documents.len() as u32,
        independent: independent.len() as u32,
        linked: None,
    }
}

/// How much a mention is there to tell the event; the first tells best.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Telling {
    /// Its sentence tells the event, with its day.
    Dated,
    /// Its sentence tells it as lying ahead, or tells something else first and comes to it in passing.
    Passing,
    /// Nothing says when, or it only names it.
    Named,
}

fn telling(of: u32, cluster: &Cluster, status: Status, mentions: &[Mention]) -> Telling {
    let it = &mentions[of as usize];
    if it.when.is_none() || supporting(it) {
        return Telling::Named;
    }
    let same = |other: &&Mention| (other.document, other.sentence) == (it.document, it.sentence);
    let before = mentions[..of as usize].iter().rev().take_while(same);
    let is_other = |(n, other): (usize, &Mention)| !supporting(other) && cluster.binary_search(&(of - 1 - n as u32)).is_err();
    let ahead = it.status == Status::Planned && status != Status::Planned;
    if ahead || before.enumerate().any(is_other) { Telling::Passing } else { Telling::Dated }
}

/// A sentence is evidence once, however many of its clauses tell the event; what it says in any of them stays in dispute.
fn each_sentence_once(ordered: &[u32], mut conflicts: Vec<Conflict>, mentions: &[Mention]) -> (Vec<u32>, Vec<Conflict>) {
    let rank = |it: &Mention| (!matches!(it.basis, Basis::Said | Basis::Context), it.weight);
    let mut place: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let mut kept: Vec<u32> = Vec::new();
    let mut now_at: Vec<u32> = Vec::new();
    for &it in ordered {
        let mention = &mentions[it as usize];
        let at = *place.entry((mention.document, mention.sentence)).or_insert(kept.len() as u32);
        now_at.push(at);
        match kept.get_mut(at as usize) {
            None => kept.push(it),
            // What says its day stands before what only the article's day dates, then the weightier.
            Some(before) if rank(mention) < rank(&mentions[*before as usize]) => *before = it,
            Some(_) => {}
        }
    }
    for stated in conflicts.iter_mut().flat_map(|it| &mut it.values) {
        stated.mentions.iter_mut().for_each(|it| *it = now_at.get(*it as usize).copied().unwrap_or(0));
        stated.mentions.sort_unstable();
        stated.mentions.dedup();
    }
    (kept, conflicts)
}

/// A hash of the earliest mention's article and quote, so that it stays when later articles tell the event again.
fn key(told: &[&Mention], articles: &[Article]) -> EventKey {
    let earliest = told.iter().min_by_key(|it| {
        let article = &articles[it.document as usize];
        let published = article.published.map(|it| it.first_day());
        (published.is_none(), published, article.copy_of.is_some(), &article.document().source.id, it.sentence, it.clause)
    });
    EventKey(earliest.map_or(0, |it| {
        let document = articles[it.document as usize].document();
        mix(hash(&document.source.id), hash(&document.quote(it.clause)))
    }))
}

/// The mention that tells it best: one that founds it, says its day, stands high in its article and is most like the others.
fn best_told(cluster: &Cluster, folder: &Folder, mentions: &[Mention]) -> u32 {
    let facts: Vec<&Facts> = cluster.iter().map(|&it| &folder.facts[it as usize]).collect();
    let mut sum = Sparse::default();
    facts.iter().for_each(|it| sum.add(&it.words));
    let n = facts.len() as f32;
    let score = |it: &Facts| {
        let mention = &mentions[it.mention as usize];
        let high = 0.2 / (1.0 + mention.sentence as f32 / 4.0);
        let main = if it.supporting { 0.0 } else { 0.5 };
        let dated = if it.days.is_some() { 0.2 } else { 0.0 };
        it.words.dot(&sum) / n + high + main + dated
    };
    facts
        .iter()
        .copied()
        .reduce(|kept, it| if score(it).total_cmp(&score(kept)).is_gt() { it } else { kept })
        .map_or(0, |it| it.mention)
}

/// When it was, from what is said before what the day of an article suggests; never narrower than somebody says.
///
/// Of said dates the one that most independent articles can agree with stands, then the finest; a finer one inside it that
/// is said (an hour of that day) is taken, an hour where it is not one of many who says it. Where nobody says a day, it is the first on which an article reports it.
pub(crate) fn when(told: &[&Mention], articles: &[Article]) -> Option<Interval> {
    let said: Vec<(Interval, u32)> = told
        .iter()
        .filter(|it| matches!(it.basis, Basis::Said | Basis::Context))
        .filter_map(|it| Some((it.when?, origin(articles, it.document))))
        .collect();
    let backing = |when: &Interval| {
        said.iter().filter(|it| it.0.within(when) || when.within(&it.0)).map(|it| it.1).collect::<BTreeSet<u32>>().len()
    };
    let exactly = |when: &Interval| said.iter().filter(|it| it.0 == *when).map(|it| it.1).collect::<BTreeSet<u32>>().len();
    let mut choices: Vec<Interval> = said.iter().map(|it| it.0).collect();
    choices.sort();
    choices.dedup();
    let day_or_more = |it: &Interval| !it.precision.has_time() && !it.open_start() && !it.open_end();
    let rank =
        |it: &Interval| (day_or_more(it), backing(it), std::cmp::Reverse(it.precision), exactly(it), std::cmp::Reverse(*it));
    if let Some(chosen) = choices.iter().max_by_key(|it| rank(it)) {
        let tellers = said.iter().map(|it| it.1).collect::<BTreeSet<u32>>().len();
        // One of many may give the hour of something else of that day.
        let is_told = |it: &&Interval| !it.precision.has_time() || tellers <= FEW || exactly(it) > 1;
        let finer = choices.iter().filter(|it| it.precision < chosen.precision && it.within(chosen)).filter(is_told);
        return Some(
            *finer.max_by_key(|it| (exactly(it), std::cmp::Reverse(it.precision), std::cmp::Reverse(**it))).unwrap_or(chosen),
        );
    }
    told.iter().filter(|it| it.basis == Basis::ArticleDay).filter_map(|it| it.when).min_by_key(|it| (it.n_days(), *it))
}

/// How it is put, over all who tell it: what happened outweighs its plan, and a denial or a calling-off must be told by more.
pub(crate) fn status(told: &[&Mention], articles: &[Article]) -> Status {
    let mains = told.iter().any(|it| !supporting(it));
    let count = |status: Status| {
        let of = told.iter().filter(|it| it.status == status && (!mains || !supporting(it)));
        of.map(|it| origin(articles, it.document)).collect::<BTreeSet<u32>>().len()
    };
    let happened = count(Status::Happened);
    let ranked = [Status::Cancelled, Status::Denied, Status::Claimed];
    let most = ranked.into_iter().max_by_key(|&it| (count(it), std::cmp::Reverse(it))).unwrap_or(Status::Claimed);
    if happened > 0 && happened >= count(most) {
        return Status::Happened;
    }
    if count(Status::Cancelled) > 0 && count(Status::Cancelled) >= happened {
        return Status::Cancelled;
    }
    if count(Status::Planned) >= count(most) { Status::Planned } else { most }
}
