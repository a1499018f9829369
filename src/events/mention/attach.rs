//! To what a date belongs: to a clause, or to a noun that itself names an event ("talks on Friday").

use super::noun::LIGHT;
use crate::calendar::{Interval, Precision};
use crate::events::clause::{Clauses, is_past, lemma};
use crate::events::cue::{Cues, Part, holds, sense};
use crate::events::word::{Tag, Word};

/// To what a date belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attached {
    /// To the clause of that index.
    Clause(usize),
    /// To the event noun of that index alone.
    Noun(usize),
    /// To an event noun in the subject of a clause, and so to the clause.
    Both(usize, usize),
    /// To something that is no event: "the 2014 constitution".
    Nothing,
}

/// Where the date that stands on the words `[first, end)` belongs.
pub(super) fn attach(
    text: &str,
    words: &[Word],
    clauses: &Clauses,
    (first, end): (usize, usize),
    when: Option<Interval>,
    cues: &Cues,
) -> Attached {
    let owner = clauses.owner[first];
    let clause = &clauses.all[owner];
    let is_event = |n: usize| {
        words
            .get(n)
            .is_some_and(|it| it.tag == Tag::Noun && cues.event_noun(it.form).is_some_and(|it| it.sense & sense::EVENT != 0))
    };
    let long = when.is_some_and(|it| it.precision >= Precision::Month);

    // "the country's next two years", "this year's meetings": a stretch of time that tells whose or which, not when.
    let owned = first > 0 && words[first - 1].tag == Tag::Genitive;
    let owns = words.get(end).is_some_and(|it| it.tag == Tag::Genitive);
    let length = when.is_some_and(|it| it.n_days() > 200);
    if length && (owned || owns) {
        return Attached::Nothing;
    }

    // "jailed for killing her husband in 2019": what somebody is jailed for was done then.
    if long && follows_gerund(text, words, clauses, owner, first) {
        return Attached::Nothing;
    }

    // "Friday's attack", "the weekend talks"
    let genitive = words.get(end).is_some_and(|it| it.tag == Tag::Genitive);
    let after = if genitive { end + 1 } else { end };
    let modifies = words.get(after).is_some_and(|it| matches!(it.tag, Tag::Noun | Tag::Name) && adjoins(text, words, after))
        && (genitive
            || first == 0
            || matches!(words[first - 1].tag, Tag::Determiner | Tag::Genitive | Tag::Preposition | Tag::Noun)
            || words[first].of(text).eq_ignore_ascii_case("the")
            || words[first].of(text).eq_ignore_ascii_case("overnight"));
    // "On Friday police arrested": what follows is the subject; in "the weekend talks" the date is part of it.
    let within = words[first].of(text).eq_ignore_ascii_case("the") && is_event(after);
    let leads = clause.subject.is_some_and(|it| it.0 == after) && !genitive && !within;
    if modifies && !leads {
        let run = (after..words.len())
            .take_while(|&n| matches!(words[n].tag, Tag::Noun | Tag::Name | Tag::Number))
            .last()
            .unwrap_or(after);
        let head = (after..=run).rev().find(|&n| is_event(n));
        match head {
            Some(_) if long && !genitive => return Attached::Nothing,
            Some(head) => return in_clause(text, words, clauses, owner, head, cues),
            None if long
                && !genitive
                && (words[after].tag == Tag::Noun || is_model(words, first))
                && clauses.owner[after] == owner
                && !matches!(words[first.saturating_sub(1)].tag, Tag::Comma | Tag::Finite) =>
            {
                return Attached::Nothing;
            }
            None if genitive
                || first == 0
                || words[first - 1].tag == Tag::Determiner
                || words[first].of(text).eq_ignore_ascii_case("the") =>
            {
                return Attached::Nothing;
            }
            None => {}
        }
    }

    // "talks in Berlin earlier this week": the nearest event noun to the left, this side of the verb.
    let from = clause.group.map_or(clause.start, |it| if it.1 <= first { it.1 } else { clause.start });
    let noun = (from..first)
        .rev()
        .take_while(|&n| !matches!(words[n].tag, Tag::Comma | Tag::Break | Tag::CloseQuote | Tag::OpenQuote))
        .filter(|&n| clauses.owner[n] == owner)
        .take_while(|&n| !matches!(words[n].tag, Tag::Infinitive | Tag::Finite | Tag::Ing))
        .find(|&n| is_event(n));
    let of = first > 0 && words[first - 1].of(text) == "of";
    match noun {
        Some(_) if of && long => Attached::Nothing,
        Some(noun) if first > 0 && words[first - 1].tag != Tag::Comma => in_clause(text, words, clauses, owner, noun, cues),
        _ if clause.group.is_none() => Attached::Nothing,
        _ => Attached::Clause(told_when(text, words, clauses, owner, end).unwrap_or(owner)),
    }
}

/// Whether the date follows a deed that only tells why: "accused of stealing $4 million in 2019".
fn follows_gerund(text: &str, words: &[Word], clauses: &Clauses, owner: usize, first: usize) -> bool {
    let clause = &clauses.all[owner];
    let from = clause.group.map_or(clause.start, |it| it.1);
    let mut before = (from..first).rev().take_while(|&it| !matches!(words[it].tag, Tag::Comma | Tag::Break | Tag::Time));
    let gerund = before.find(|&it| words[it].tag == Tag::Ing);
    gerund.is_some_and(|it| it > from && matches!(words[it - 1].of(text), "of" | "for" | "over" | "about" | "with"))
}

/// "A silver 2013 Toyota": a year within a phrase.
fn is_model(words: &[Word], first: usize) -> bool {
    first > 0 && matches!(words[first - 1].tag, Tag::Determiner | Tag::Noun)
}

/// "It was noon on Friday when the doors opened": the clause that the time is told of.
fn told_when(text: &str, words: &[Word], clauses: &Clauses, owner: usize, end: usize) -> Option<usize> {
    let clause = &clauses.all[owner];
    let is_empty = clause.subject.is_some_and(|it| it.1 == it.0 + 1 && words[it.0].of(text).eq_ignore_ascii_case("it"));
    if !is_empty || words[clause.verb].form.part != Part::Be {
        return None;
    }
    let next = clauses.all.iter().position(|it| it.parent == Some(owner) && it.start >= end && it.group.is_some())?;
    matches!(words[clauses.all[next].start].of(text), "when" | "that").then_some(next)
}

fn adjoins(text: &str, words: &[Word], n: usize) -> bool {
    n > 0 && !text.get(words[n - 1].range.end as usize..words[n].range.start as usize).unwrap_or("").contains(['(', '-', '\n'])
}

/// "After a meeting on Friday he was left to wait", "under the terms of Friday's decree": what a clause only leans on has its
/// own day.
fn is_past_by(text: &str, words: &[Word], start: usize, noun: usize, cues: &Cues) -> bool {
    let leads = (start..noun)
        .rev()
        .find(|&it| matches!(words[it].tag, Tag::Preposition | Tag::Subordinator) && words[it].of(text) != "of");
    leads.is_some_and(|it| holds(&cues.day.leaning, words[it].of(text)))
}

/// A date on a noun: does it say when the clause came about, too?
fn in_clause(text: &str, words: &[Word], clauses: &Clauses, owner: usize, noun: usize, cues: &Cues) -> Attached {
    let clause = &clauses.all[owner];
    let Some((verb_start, _)) = clause.group else { return Attached::Noun(noun) };
    let bits = lemma(words, clause.deed, cues).map_or(0, |it| it.sense);
    let relating = bits & sense::RELATING != 0;
    if noun < verb_start {
        // "In a post on Saturday he wrote": the noun is no part of the subject.
        if clause.subject.is_some_and(|it| noun < it.0) {
            return if is_past_by(text, words, clause.start, noun, cues) {
                Attached::Noun(noun)
            } else {
                Attached::Clause(owner)
            };
        }
        let result = bits & sense::EVENT != 0 && is_past(words, clause) && !relating;
        return if result { Attached::Both(owner, noun) } else { Attached::Noun(noun) };
    }
    let tells = bits & (sense::EVENT | sense::SAYING) != 0
        || lemma(words, clause.verb, cues).is_some_and(|it| cues.light.contains(&it.word));
    // "put out a statement on Friday": words are of the day on which they are used.
    let of_words = cues.event_noun(words[noun].form).is_some_and(|it| LIGHT.contains(&it.class));
    if (relating || !tells) && !of_words { Attached::Noun(noun) } else { Attached::Clause(owner) }
}
