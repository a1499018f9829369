//! How the words put it: happened, planned, claimed, denied, cancelled.

use super::clause::{Clause, Clauses, Hold, lemma};
use super::cue::{Cues, Part, form, sense};
use super::mention::Status;
use super::word::{Tag, Word};

/// The status of what one clause tells.
pub(crate) fn status(text: &str, words: &[Word], clauses: &Clauses, n: usize, cues: &Cues) -> Status {
    let clause = &clauses.all[n];
    let (own, said) = own(text, words, clauses, n);
    // Few clauses hold any of the phrases: only those are looked at word by word.
    let has = |phrases: &[String]| phrases.iter().any(|it| said.contains(it.as_str()) && tells(text, words, &own, it));
    if has(&cues.status.cancelled) && !negated(words, clause) {
        return Status::Cancelled;
    }
    if has(&cues.status.denied) {
        return Status::Denied;
    }
    let verb = lemma(words, clause.verb, cues).filter(|_| clause.group.is_some());
    if verb.is_some_and(|it| it.sense & sense::CLAIM != 0) || has(&cues.status.claimed) {
        return Status::Claimed;
    }
    let mut told = None;
    let mut at = clause.parent;
    if clause.hold == Hold::Content {
        while let Some(parent) = at {
            told = lemma(words, clauses.all[parent].verb, cues);
            if told.is_some_and(|it| it.sense & (sense::CLAIM | sense::DENIAL) != 0) {
                break;
            }
            at = clauses.all[parent].parent.filter(|_| clauses.all[parent].hold == Hold::Content);
        }
    }
    match told.map(|it| it.sense) {
        Some(bits) if bits & sense::DENIAL != 0 => return Status::Denied,
        Some(bits) if bits & sense::CLAIM != 0 => return Status::Claimed,
        _ => {}
    }
    if let Some(status) = of_rumour(text, words, clauses, n, cues) {
        return status;
    }
    if boasts(text, words, clauses, n, cues) || is_told_by_side(text, words, clauses, n, cues) {
        return Status::Claimed;
    }
    if is_planned(text, words, clause, &said, cues) {
        return Status::Planned;
    }
    Status::Happened
}

/// The words of a clause without those of the clauses inside it, and what they say in small letters.
fn own(text: &str, words: &[Word], clauses: &Clauses, n: usize) -> (Vec<usize>, String) {
    let clause = &clauses.all[n];
    let own: Vec<usize> = (clause.start..clause.end).filter(|&it| clauses.owner[it] == n).collect();
    let said = own.iter().map(|&it| words[it].of(text)).collect::<Vec<_>>().join(" ").to_lowercase();
    (own, said)
}

/// Whether a word is one of a list, or the plural of one.
fn is_one_of(word: &str, list: &[String]) -> bool {
    let said = word.to_lowercase();
    list.iter().any(|it| *it == said || said.strip_suffix('s') == Some(it))
}

/// "Reports that the mayor had fled": a claim, and no truth where the sentence says so.
fn of_rumour(text: &str, words: &[Word], clauses: &Clauses, n: usize, cues: &Cues) -> Option<Status> {
    let clause = &clauses.all[n];
    let noun = clause.start.checked_sub(1).filter(|_| words[clause.start].tag == Tag::That)?;
    if words[noun].tag != Tag::Noun || !is_one_of(words[noun].of(text), &cues.status.rumours) {
        return None;
    }
    let teller = clause.parent?;
    let (_, said) = own(text, words, clauses, teller);
    let denied = cues.status.denied.iter().any(|it| holds(&said, it))
        || lemma(words, clauses.all[teller].verb, cues)
            .is_some_and(|it| it.sense & sense::DENIAL != 0 || matches!(it.word.as_str(), "reject" | "dismiss"));
    Some(if denied { Status::Denied } else { Status::Claimed })
}

/// Whether a side of a fight alone says who fought: ", the rebels said", "according to the rebels".
fn is_told_by_side(text: &str, words: &[Word], clauses: &Clauses, n: usize, cues: &Cues) -> bool {
    let clause = &clauses.all[n];
    if !lemma(words, clause.deed, cues).is_some_and(|it| cues.status.fighting.contains(&it.word)) {
        return false;
    }
    let is_side = |(start, end): (usize, usize)| {
        words[start..end].iter().any(|it| cues.status.sides.iter().any(|side| it.of(text).eq_ignore_ascii_case(side)))
    };
    let according = (clause.start..clause.end.saturating_sub(1)).find(|&it| {
        words[it].of(text).eq_ignore_ascii_case("according") && words[it + 1].of(text) == "to" && clauses.owner[it] == n
    });
    let source = according.map(|it| {
        let end = (it + 2..clause.end).find(|&it| !words[it].is_nominal()).unwrap_or(clause.end);
        (it + 2, end)
    });
    let speech = clauses.all.iter().find(|it| it.hold == Hold::Speech).and_then(|it| it.subject);
    let teller = clause.parent.filter(|_| clause.hold == Hold::Content).and_then(|it| clauses.all[it].subject);
    [source, speech, teller].into_iter().flatten().any(is_side)
}

/// Whether the words of a clause hold a phrase. Where its first word may be a verb it must be one there: "was disputed", not "a
/// disputed percentage".
fn tells(text: &str, words: &[Word], own: &[usize], phrase: &str) -> bool {
    let wanted = || phrase.split(' ');
    let n_wanted = wanted().count();
    own.windows(n_wanted).any(|at| {
        let same = at.iter().zip(wanted()).all(|(&it, wanted)| words[it].of(text).eq_ignore_ascii_case(wanted));
        let first = words[at[0]];
        let is_verb = matches!(first.tag, Tag::Finite | Tag::Participle | Tag::Infinitive | Tag::Ing);
        let attributive = at[0] > 0 && words[at[0] - 1].tag == Tag::Determiner;
        same && (first.form.part != Part::Open || first.form.verb == 0 && !attributive || is_verb)
    })
}

fn holds(said: &str, phrase: &str) -> bool {
    let mut from = 0;
    while let Some(at) = said.get(from..).and_then(|rest| rest.find(phrase)) {
        let (start, end) = (from + at, from + at + phrase.len());
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        if edge(said[..start].chars().next_back()) && edge(said[end..].chars().next()) {
            return true;
        }
        from = end;
    }
    false
}

fn negated(words: &[Word], clause: &Clause) -> bool {
    clause.group.is_some_and(|(start, end)| words[start..end].iter().any(|it| it.tag == Tag::Not))
}

/// Whether the verb group itself, and not a noun somewhere in the clause, lies ahead.
fn is_planned(text: &str, words: &[Word], clause: &Clause, said: &str, cues: &Cues) -> bool {
    let Some((start, end)) = clause.group else {
        return cues.status.planned.iter().any(|it| holds(said, it));
    };
    let first = words[start];
    if first.form.part == Part::Modal {
        let modal = first.of(text).to_lowercase();
        let perfect = words[start..end].iter().any(|it| it.form.part == Part::Have);
        return matches!(modal.as_str(), "will" | "shall" | "wo" | "ll" | "may" | "might" | "would" | "should" | "could" | "can")
            && !perfect;
    }
    // "is to meet", "are scheduled to meet", "plans to meet", "agreed to meet".
    let light = clause.deed != clause.verb;
    let begun = lemma(words, clause.verb, cues).is_some_and(|it| {
        matches!(
            it.word.as_str(),
            "begin" | "start" | "continue" | "manage" | "resume" | "go" | "have" | "help" | "try" | "seek" | "attempt"
        )
    });
    if light && !begun {
        return true;
    }
    let group: String =
        words[start..words.len().min(end + 2)].iter().map(|it| it.of(text)).collect::<Vec<_>>().join(" ").to_lowercase();
    let verb = lemma(words, clause.verb, cues);
    // "was expected in Riga", "had been expected": nobody says that she came.
    let is_passive = words[start..end].iter().any(|it| it.form.part == Part::Be);
    if is_passive && words[clause.verb].of(text) == "expected" {
        return true;
    }
    let tense_open = first.form.verb & (form::THIRD | form::BASE) != 0 || first.form.part == Part::Be;
    (tense_open
        && verb.is_some_and(|it| it.sense & sense::PROMISE != 0 && it.sense & sense::SAYING == 0)
        && words.get(end).is_some_and(|it| it.tag == Tag::To))
        || ["scheduled", "due", "slated", "planned"].iter().any(|it| holds(&group, it))
        || holds(&group, "going to") && light
}

/// Whether a side of a fight tells of its own success: "the army announced it had captured two villages". What is boasted of
/// is as much a claim as the boast.
fn boasts(text: &str, words: &[Word], clauses: &Clauses, n: usize, cues: &Cues) -> bool {
    let saying = |n: usize| lemma(words, clauses.all[n].verb, cues).is_some_and(|it| it.sense & sense::SAYING != 0);
    if saying(n) {
        return clauses.all.iter().any(|it| it.parent == Some(n) && is_boast(text, words, &clauses.all[n], it, cues));
    }
    let clause = &clauses.all[n];
    clause.parent.is_some_and(|it| saying(it) && is_boast(text, words, &clauses.all[it], clause, cues))
}

/// Whether a clause is what a speaker of a fight says of its own deeds.
fn is_boast(text: &str, words: &[Word], speech: &Clause, content: &Clause, cues: &Cues) -> bool {
    let deed = lemma(words, content.deed, cues).is_some_and(|it| cues.status.fighting.contains(&it.word));
    let Some((start, end)) = content.subject.filter(|_| deed && content.hold == Hold::Content) else { return false };
    if matches!(words[start].of(text), "it" | "its" | "they" | "their") {
        return true;
    }
    let any = |(start, end): (usize, usize), list: &[String]| words[start..end].iter().any(|it| is_one_of(it.of(text), list));
    speech.subject.is_some_and(|it| any(it, &cues.status.fighters)) && any((start, end), &cues.status.arms)
}
