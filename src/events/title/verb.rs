//! Verbs as a headline has them: "said" is "says", "was arrested" is "arrested", where that is surely right.

use crate::events::clause::{Clause, Hold};
use crate::events::cue::{Cues, Part, form, sense};
use crate::events::word::{Tag, Word, is_plural};

/// How many the subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    One,
    Many,
    Unknown,
}

/// The number of the words of a subject.
pub(super) fn number(text: &str, words: &[Word], (start, end): (usize, usize), is_name: bool, cues: &Cues) -> Number {
    let piece = &words[start..end];
    if piece.iter().any(|it| it.tag == Tag::Conjunction && it.of(text) == "and") {
        return Number::Many;
    }
    let head = (start..end).take_while(|&n| words[n].is_nominal() || matches!(words[n].tag, Tag::Time | Tag::Adverb));
    let Some(head) = head.filter(|&n| words[n].tag != Tag::Adverb).last() else {
        return Number::Unknown;
    };
    if is_name {
        return Number::One;
    }
    if is_plural(text, words, head, cues) {
        return Number::Many;
    }
    let one = match words[head].tag {
        Tag::Name if words[head].of(text).ends_with('s') => return by_its_verbs(text, words[head].of(text)),
        Tag::Name => true,
        Tag::Noun if words[head].of(text).eq_ignore_ascii_case("news") => true,
        Tag::Noun => {
            matches!(words[head].form.part, Part::Open | Part::Preposition)
                && !words[head].of(text).ends_with('s')
                && !words[head].caps
        }
        Tag::Pronoun => matches!(words[head].of(text).to_lowercase().as_str(), "he" | "she" | "it"),
        _ => false,
    };
    // "20 ships", but "a 20-seat council"
    let sized = |it: &str| it.starts_with(|c: char| c.is_ascii_digit()) && it.ends_with(char::is_alphabetic) && it.contains('-');
    let counts = |it: &str| !matches!(it.to_lowercase().as_str(), "one" | "1") && !sized(it);
    let counted = words[start..=head].iter().any(|it| it.tag == Tag::Number && counts(it.of(text)));
    match one {
        true if counted => Number::Unknown,
        true => Number::One,
        false => Number::Unknown,
    }
}

/// How many a name in -s is by the verbs that the text has after it: "Norvik Yards is", "the Danes are".
fn by_its_verbs(text: &str, name: &str) -> Number {
    let count = |verbs: &[&str]| {
        let after = text.match_indices(name).filter_map(|(at, _)| text[at + name.len()..].strip_prefix(' '));
        after.filter(|rest| verbs.iter().any(|it| rest.strip_prefix(it).is_some_and(|it| it.starts_with(' ')))).count()
    };
    match (count(&["is", "was", "has", "says", "itself"]), count(&["are", "were", "have", "say", "themselves"])) {
        (one, many) if one > many => Number::One,
        (one, many) if many > one => Number::Many,
        _ => Number::Unknown,
    }
}

/// The verb group of a clause as a headline has it, word by word; a word may be left out or changed.
pub(super) fn group(text: &str, words: &[Word], clause: &Clause, number: Number, cues: &Cues) -> Vec<(usize, String)> {
    let Some((start, end)) = clause.group else { return Vec::new() };
    let is_kept = |n: &usize| match words[*n].tag {
        Tag::Time | Tag::Preposition => false,
        Tag::Adverb => is_meaningful(words[*n].of(text), cues),
        _ => true,
    };
    let kept: Vec<usize> = (start..end).filter(is_kept).collect();
    let plain = || kept.iter().map(|&n| (n, words[n].of(text).to_owned())).collect::<Vec<_>>();
    let is_not = kept.iter().any(|&n| words[n].tag == Tag::Not);
    let Some(&first) = kept.first() else { return Vec::new() };
    let lower = words[first].of(text).to_lowercase();
    let rest = || kept[1..].iter().map(|&n| (n, words[n].of(text).to_owned()));
    let verb = words[clause.verb];
    let be = match number {
        Number::One => Some("is"),
        Number::Many => Some("are"),
        Number::Unknown => None,
    };
    // "talks held in Oslo", "Smith, elected in May"
    if words[first].tag == Tag::Participle {
        return plain();
    }
    if let Some(plan) = plan(text, words, clause, cues).filter(|_| !is_not) {
        return plan.into_iter().map(|n| (n, words[n].of(text).to_owned())).collect();
    }
    if is_reported_plan(text, words, clause, cues) && kept.len() == 2 && !is_not {
        return [(first, "to".to_owned())].into_iter().chain(rest()).collect();
    }
    match words[first].form.part {
        Part::Be if matches!(lower.as_str(), "was" | "were") && !is_not => match verb.tag {
            Tag::Participle if clause.verb != first && stands_alone(text, words, clause, cues) => rest().collect(),
            Tag::Ing => {
                let Some(be) = be else { return plain() };
                [(first, be.to_owned())].into_iter().chain(rest()).collect()
            }
            _ => plain(),
        },
        Part::Have if matches!(lower.as_str(), "has" | "have" | "had") && !is_not => {
            let direct = kept.len() == 2 && verb.tag == Tag::Participle && !verb.is_auxiliary();
            match (direct, present(text, verb, number, cues)) {
                (true, Some(said)) => vec![(clause.verb, said)],
                // "had been quiet" is "was quiet".
                _ if lower == "had" && kept.get(1).is_some_and(|&n| words[n].of(text) == "been") && be.is_some() => {
                    let was = if number == Number::Many { "were" } else { "was" };
                    [(kept[1], was.to_owned())]
                        .into_iter()
                        .chain(kept[2..].iter().map(|&n| (n, words[n].of(text).to_owned())))
                        .collect()
                }
                _ if kept.get(1).is_some_and(|&n| words[n].of(text) == "been")
                    && verb.tag == Tag::Participle
                    && kept.len() > 2
                    && stands_alone(text, words, clause, cues) =>
                {
                    kept[2..].iter().map(|&n| (n, words[n].of(text).to_owned())).collect()
                }
                _ => plain(),
            }
        }
        Part::Open
            if words[first].form.verb & form::PAST != 0
                && kept.len() == 1
                && (is_only_verb(words, clause) || is_surely_past(text, words, first, cues)) =>
        {
            match present(text, words[first], number, cues) {
                Some(said) => vec![(first, said)],
                None => plain(),
            }
        }
        _ => plain(),
    }
}

/// What a headline keeps of a verb group that only says that something is arranged: nothing of "was to [meet]" and of "is
/// scheduled to [meet]", the participle of "was expected to [meet]".
fn plan(text: &str, words: &[Word], clause: &Clause, cues: &Cues) -> Option<Vec<usize>> {
    let (start, end) = clause.group?;
    let tag = |n: usize| words.get(n).map(|it| it.tag);
    let is_to = |n: usize| tag(n) == Some(Tag::To);
    if words[start].form.part != Part::Be {
        return None;
    }
    // "was expected in Riga"
    let there = clause.verb == start + 1 && words[clause.verb].of(text) == "expected" && tag(end) == Some(Tag::Preposition);
    if there {
        return Some(vec![clause.verb]);
    }
    if clause.deed == clause.verb {
        return None;
    }
    if clause.verb == start {
        let arranged = |n: usize| words.get(n).is_some_and(|it| cues.titles.arranged.contains(it.of(text)));
        return (is_to(end) || arranged(end) && is_to(end + 1)).then(Vec::new);
    }
    let said = words[clause.verb].of(text);
    match clause.verb == start + 1 && is_to(end) {
        true if cues.titles.arranged.contains(said) => Some(Vec::new()),
        true if said == "expected" => Some(vec![clause.verb]),
        _ => None,
    }
}

/// Whether a clause only says that its deed is to be: "was due to meet", "expected to meet", "will travel".
pub(super) fn is_arranged(text: &str, words: &[Word], clause: &Clause, cues: &Cues) -> bool {
    let Some((first, end)) = clause.group else { return false };
    if clause.deed == clause.verb {
        let will = end == first + 2 && matches!(words[first].of(text), "will" | "would") && !words[clause.verb].quoted;
        return will && cues.verb(words[clause.verb].form).is_some_and(|it| cues.titles.planned.contains(it.class));
    }
    let said = words[first].of(text);
    let which = words[first].tag == Tag::Participle && first + 1 == end;
    let not = words[first..clause.deed].iter().any(|it| it.tag == Tag::Not);
    !not && (which && (said == "expected" || cues.titles.arranged.contains(said)) || plan(text, words, clause, cues).is_some())
}

/// The deed of a plan as done: "meets", "held".
pub(super) fn done(text: &str, words: &[Word], clause: &Clause, number: Number, cues: &Cues) -> Option<String> {
    let verb = words[clause.verb];
    if verb.tag != Tag::Participle {
        return present(text, verb, number, cues);
    }
    let said = verb.of(text);
    match number {
        _ if stands_alone(text, words, clause, cues) => Some(said.to_owned()),
        Number::One => Some(format!("is {said}")),
        Number::Many => Some(format!("are {said}")),
        Number::Unknown => None,
    }
}

/// "The ministry said Holm would travel": what is told of as arranged, where nothing hangs on an "if".
fn is_reported_plan(text: &str, words: &[Word], clause: &Clause, cues: &Cues) -> bool {
    let verb = words[clause.verb];
    let would = clause.group.is_some_and(|it| words[it.0].of(text) == "would");
    let named = clause.subject.is_some_and(|it| words[it.0..it.1].iter().any(|it| it.tag == Tag::Name));
    let known = cues.verb(verb.form).is_some_and(|it| cues.titles.planned.contains(it.class));
    let conditional = words.iter().any(|it| cues.conditions.iter().any(|word| it.of(text).eq_ignore_ascii_case(word)));
    clause.hold == Hold::Content && would && named && known && !verb.quoted && verb.tag == Tag::Infinitive && !conditional
}

/// The present of a verb for a subject of that number; none where the verb or the number is not surely known.
pub(super) fn present(text: &str, verb: Word, number: Number, cues: &Cues) -> Option<String> {
    let third = cues.third_person(verb.form)?;
    let base = &cues.verb(verb.form)?.word;
    // "cut", "hit", "put": nothing tells the past from the present, and the lemma is sure.
    if base == "be" || verb.of(text).contains('-') {
        return None;
    }
    match number {
        Number::One => Some(third.to_owned()),
        Number::Many => Some(base.clone()),
        Number::Unknown => None,
    }
}

/// Whether the verb of the sentence's own matter has no other beside it that it could be a participle for: "promised not to".
fn is_only_verb(words: &[Word], clause: &Clause) -> bool {
    clause.hold == Hold::Main && words.iter().filter(|it| it.tag == Tag::Finite).count() == 1
}

/// Whether a form that may be both past and participle is surely the past: "imposed a levy", but not "imposed to avert a run".
fn is_surely_past(text: &str, words: &[Word], n: usize, cues: &Cues) -> bool {
    let verb = words[n];
    if verb.form.verb & form::PARTICIPLE == 0 {
        return true;
    }
    let Some(lemma) = cues.verb(verb.form) else { return false };
    // "who stormed", "when she burst": nothing else stands there.
    let by_pronoun = n.checked_sub(1).is_some_and(|it| {
        words[it].tag == Tag::Relative
            || words[it].tag == Tag::Pronoun && !matches!(words[it].of(text), "it" | "them" | "him" | "her")
    });
    if by_pronoun {
        return true;
    }
    // "set off", where the verb needs no object together with its particle.
    let phrasal = words.get(n + 1).is_some_and(|it| cues.titles.alone.contains(&format!("{}-{}", lemma.word, it.of(text))));
    if phrasal {
        return true;
    }
    // "paid about $6,500"
    let counted = |it: usize| words.get(it).is_some_and(|it| it.tag == Tag::Number);
    if counted(n + 1) || counted(n + 2) && !matches!(words[n + 1].of(text), "by" | "in" | "to" | "from" | "at" | "on") {
        return true;
    }
    // "promised not to", "decided on Monday to"
    let dated = |it: usize| words[it].tag == Tag::Preposition && words.get(it + 1).is_some_and(|it| it.tag == Tag::Time);
    let next = (n + 1..words.len())
        .find(|&it| {
            !matches!(words[it].tag, Tag::Time | Tag::Adverb | Tag::Not)
                && !dated(it)
                && !cues.titles.particles.contains(words[it].of(text))
        })
        .map(|it| &words[it]);
    let Some(next) = next else { return cues.titles.alone.contains(&lemma.word) };
    match next.tag {
        Tag::Determiner | Tag::Name | Tag::Number | Tag::Pronoun | Tag::Noun | Tag::That | Tag::OpenQuote => true,
        Tag::To => {
            let moves = matches!(lemma.class, "rise" | "fall" | "travel") && cues.titles.alone.contains(&lemma.word);
            (moves || cues.titles.to.contains(&lemma.word) || lemma.sense & sense::SAYING != 0)
                && !matches!(lemma.word.as_str(), "ask" | "tell" | "order" | "expect" | "force" | "use")
        }
        Tag::Preposition => {
            next.of(text) != "by" && (cues.titles.alone.contains(&lemma.word) || lemma.sense & sense::SAYING != 0)
        }
        _ => cues.titles.alone.contains(&lemma.word) || lemma.sense & sense::SAYING != 0,
    }
}

/// Whether "was arrested" may lose its "was" and still not read as a deed of its subject.
fn stands_alone(text: &str, words: &[Word], clause: &Clause, cues: &Cues) -> bool {
    let Some((_, end)) = clause.group else { return false };
    let by_agent = words.get(end).is_none_or(|it| {
        matches!(it.tag, Tag::Preposition | Tag::Stop | Tag::Comma | Tag::Time | Tag::Conjunction | Tag::To | Tag::CloseQuote)
    });
    let participle_only = words[clause.verb].form.verb & form::PAST != 0;
    let actor = clause.subject.is_some_and(|(start, end)| {
        words[start..end]
            .iter()
            .take_while(|it| it.tag != Tag::Preposition)
            .any(|it| it.tag == Tag::Name || cues.plurals.iter().any(|people| people == it.of(text)))
    });
    // Nobody takes "soldiers killed in a clash" for a deed of theirs.
    let suffers = cues
        .verb(words[clause.verb].form)
        .is_some_and(|it| matches!(it.class, "kill" | "wound" | "arrest" | "free" | "sentence"));
    by_agent && participle_only && (!actor || suffers)
}

/// Whether a clause without the adverb would tell something else.
pub(super) fn is_meaningful(adverb: &str, cues: &Cues) -> bool {
    cues.titles.meaning.contains(&adverb.to_lowercase())
}

/// The verb group of what is said: "had captured" is "has captured", "was heading" is "is heading", "would" is "will",
/// "expected" is "expects", "was convinced" is "is convinced".
pub(super) fn said(word: &Word, text: &str, next: Option<&Word>, number: Number, cues: &Cues) -> Option<String> {
    let lower = word.of(text).to_lowercase();
    let minds = cues.verb(word.form).is_some_and(|it| cues.titles.mind.contains(&it.word));
    if minds && word.form.part == Part::Open && word.form.verb & form::PAST != 0 && word.tag == Tag::Finite {
        return present(text, *word, number, cues);
    }
    let goes_on = next.is_some_and(|it| it.tag == Tag::Ing || cues.titles.mood.contains(it.of(text)));
    let said = match (lower.as_str(), number) {
        ("had", Number::One) => "has",
        ("had", Number::Many) => "have",
        ("was", Number::One) if goes_on => "is",
        ("were", Number::Many) if goes_on => "are",
        ("would", _) if next.is_none_or(|it| it.form.part != Part::Have) => "will",
        _ => return None,
    };
    Some(said.to_owned())
}
