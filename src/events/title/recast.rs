//! A plan as its row needs it: "was due to meet" is "meets" once it has come to be, "once the banks reopen" is "to reopen" while
//! it lies ahead, and what somebody agreed to do on another day is told by the infinitive.

use crate::events::clause::{Clauses, lemma};
use crate::events::cue::{Cues, Part, form, sense};
use crate::events::word::{Tag, Word};
use crate::events::{Status, title::verb};

/// How the verb of a line is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Recast {
    /// As the sentence has it.
    Told,
    /// What the sentence plans is done.
    Done,
    /// What the sentence has in the present lies ahead.
    Ahead,
}

/// Makes the verb at `at`, which tells a mention of that status, the verb of its clause `n`, as a row of the status `of` needs
/// it; none where the clause tells another deed.
pub(super) fn recast(
    text: &str,
    words: &[Word],
    clauses: &mut Clauses,
    (n, at): (usize, usize),
    (told, of): (Status, Status),
    cues: &Cues,
) -> Option<Recast> {
    let clause = clauses.all[n];
    let Some((first, end)) = clause.group else { return Some(Recast::Told) };
    if words[at].tag == Tag::Infinitive && at != clause.verb && at != clause.deed && at >= end {
        let to = (end..at).rev().find(|&it| words[it].tag == Tag::To)?;
        let led = lemma(words, clause.verb, cues).is_some_and(|it| cues.titles.to.contains(&it.word));
        let straight = (end..to).all(|it| {
            matches!(words[it].tag, Tag::Time | Tag::Adverb)
                || words[it].tag == Tag::Preposition && words[it + 1].tag == Tag::Time
        });
        let passive = words[first].form.part == Part::Be;
        if !led || !straight || passive {
            return None;
        }
        let clause = &mut clauses.all[n];
        (clause.group, clause.verb, clause.deed) = (Some((to, at + 1)), at, at);
        return Some(Recast::Told);
    }
    let is_open = words.iter().any(|it| cues.conditions.iter().any(|word| it.of(text).eq_ignore_ascii_case(word)));
    match (told, of) {
        (Status::Planned, Status::Happened) if !is_open && verb::is_arranged(text, words, &clause, cues) => {
            let clause = &mut clauses.all[n];
            (clause.group, clause.verb) = (Some((clause.deed, clause.deed + 1)), clause.deed);
            Some(Recast::Done)
        }
        (Status::Planned, Status::Planned) => {
            let form = words[first].form;
            let present =
                first + 1 == end && form.part == Part::Open && words[first].tag == Tag::Finite && form.verb & form::PAST == 0;
            let deed = lemma(words, clause.verb, cues)
                .is_some_and(|it| it.sense & (sense::EVENT | sense::ACT) != 0 && it.sense & (sense::SAYING | sense::STATE) == 0);
            Some(if present && deed { Recast::Ahead } else { Recast::Told })
        }
        _ => Some(Recast::Told),
    }
}
