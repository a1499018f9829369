//! What one word tells of the time that a sentence looks to.

use super::{AND, FOR, OF, ON, OR, TO, ends_sentence, follows_from, opens_clause, place};
use crate::temporal::expr::Tense;
use crate::temporal::lexicon::{Class, Role};
use crate::temporal::shape::Words;
use crate::text::token::{Gap, TokenKind};

/// The time that a word tells of, if it does.
pub(super) fn cue(words: Words<'_, '_>, i: usize) -> Option<Tense> {
    let lexeme = words.at(i)?;
    if lexeme.token.kind != TokenKind::Word {
        return None;
    }
    // "as planned", "than expected" tell nothing; "as announced" does.
    let is_plan = words.is(i, Class::FutureVerb);
    if i.checked_sub(1).is_some_and(|it| words.word(it) == "than" || words.word(it) == "as" && is_plan) {
        return None;
    }
    let range = place(words, i)?;
    // "won't"
    if words.word(i) == "won" && words.is_apostrophe(i + 1) && words.word(i + 2) == "t" {
        return Some(Tense::Future(range));
    }
    if let Some(value) = words.value(i, Class::FutureVerb)
        && let Some(is_plan) = plan(words, i, value)
    {
        return Some(if is_plan { Tense::Future(range) } else { Tense::Past(range) });
    }
    let before = |n: usize| i.checked_sub(n);
    // "to be held", "is now held", "will remain closed": no past
    let be_before = auxiliary(words, i).is_some_and(|it| words.does(it, Role::Be));
    // "is to meet", "are to vote", "to be published"
    if words.value(i, Class::Prep) == Some(TO) {
        // "who was to marry in May" tells of a plan that came to nothing.
        let is_relative = before(2).is_some_and(|it| words.does(it, Role::Relative));
        // "to be published", but not "seemed to be referring", "said to be in Rome"
        let is_passive = words.does(i + 1, Role::Be) && is_participle(words, i + 2);
        let is_to = is_passive
            || before(1).is_some_and(|it| match words.value(it, Class::Be) {
                Some(1) => words.does(it, Role::Was) && !is_relative,
                be => be.is_some(),
            });
        return (is_to && is_infinitive(words, i)).then_some(Tense::Future(range));
    }
    // "will have lasted"
    let will_have =
        before(1).is_some_and(|it| words.does(it, Role::Have)) && before(2).is_some_and(|it| words.is(it, Class::FutureVerb));
    (!be_before && !will_have && is_past(words, i) && !is_bare(words, i)).then_some(Tense::Past(range))
}

/// Whether a word is a verb of the past by its form.
pub(super) fn is_past(words: Words<'_, '_>, i: usize) -> bool {
    words.is(i, Class::PastVerb) && !owns(words, i)
        || is_regular_past(words, i) && !is_attribute(words, i)
        || heads_sentence(words, i)
}

/// "published", "taken", "held"
fn is_participle(words: Words<'_, '_>, i: usize) -> bool {
    let word = words.word(i);
    let word = if word.ends_with("ly") { words.word(i + 1) } else { word };
    ["ed", "en", "wn", "ung"].iter().any(|it| word.ends_with(it)) || words.is(i, Class::PastVerb)
}

/// "has doses", "has a meeting": what somebody has now.
fn owns(words: Words<'_, '_>, i: usize) -> bool {
    let next = words.word(i + 1);
    let is_noun = next.ends_with('s') && !words.is(i + 1, Class::PastVerb);
    let is_led = [Class::A, Class::The, Class::Digits, Class::Cardinal].into_iter().any(|it| words.is(i + 1, it));
    let is_his = words.does(i + 1, Role::Owner) || words.does(i + 1, Role::Denial);
    words.does(i, Role::Has) && (is_noun || is_led || is_his)
}

/// The word before a verb, over an adverb: "will be officially released".
fn auxiliary(words: Words<'_, '_>, i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let is_adverb = words.word(before).ends_with("ly") || words.does(before, Role::Adverb);
    if is_adverb { before.checked_sub(1) } else { Some(before) }
}

/// "will hit", "to cut": a verb whose past looks like its infinitive; the word before it tells.
fn is_bare(words: Words<'_, '_>, i: usize) -> bool {
    let not = i.checked_sub(1).filter(|it| words.does(*it, Role::Adverb));
    let Some(before) = not.unwrap_or(i).checked_sub(1) else { return false };
    let is_modal = words.value(before, Class::FutureVerb) == Some(0) && !words.is_capital(before);
    is_modal && !is_regular_past(words, i) || words.value(before, Class::Prep) == Some(TO)
}

/// Whether a word that can tell of a plan does: true for what lies ahead, false for a plan of the past, `None` for neither.
fn plan(words: Words<'_, '_>, i: usize, value: i32) -> Option<bool> {
    let word = |at: usize| words.word(at);
    let before = |n: usize| i.checked_sub(n);
    let is_had = || before(1).is_some_and(|it| words.does(it, Role::Had));
    let is_of_past = || is_had() || [2, 3].into_iter().filter_map(before).any(|it| words.value(it, Class::Be) == Some(1));
    let leads = || {
        words.value(i + 1, Class::Prep) == Some(FOR) || is_infinitive(words, i + 1)
            || words.does(i + 1, Role::Is)
            // "snow is likely on Friday"
            || words.does(i, Role::Likely) && words.value(i + 1, Class::Prep) == Some(ON)
    };
    // "is expected to have risen"
    if is_infinitive(words, i + 1) && words.does(i + 2, Role::Have) {
        return Some(false);
    }
    match value {
        // "to meet demand": the verb before it tells.
        0 if before(1).is_some_and(|it| words.value(it, Class::Prep) == Some(TO)) => None,
        // "could not be reached", "would have left"; "May" is a month.
        0 => {
            let is_not = words.does(i + 1, Role::Not);
            let has_have = words.does(i + 1, Role::Have) || is_not && words.does(i + 2, Role::Have);
            let is_denied = words.does(i, Role::Deniable) && (is_not || denies(words, i));
            let is_month = words.is(i, Class::Month) && words.is_capital(i);
            (!is_month).then_some(!(is_denied || has_have && words.does(i, Role::Modal)))
        }
        // "due to the storm" is a cause.
        1 if words.does(i, Role::Cause) && words.value(i + 1, Class::Prep) == Some(TO) && !is_infinitive(words, i + 1) => None,
        // "it had been due to", "was scheduled to" is a plan of the past.
        1 => Some(!is_of_past()),
        // "unveiled its plans for the town in March": what is done with a plan tells.
        2 if before(2).is_some_and(|it| is_past(words, it)) && before(1).is_some_and(|it| is_owner(words, it)) => None,
        // "set to leave", but not "set a record"; "plans to leave", but not "a plan".
        2 | 4 => leads().then(|| !is_of_past()),
        // "until" at the head of its sentence is told of: "Until Friday nobody had come."
        // "from Monday until Friday" is a stretch of either time.
        3 => (!opens_clause(words, i) && !follows_from(words, i)).then_some(true),
        // "plays on Friday", but not "the plays", "to play", "did not play".
        5 => {
            let led = Class::The.bit() | Class::A.bit() | Class::Digits.bit() | Class::Cardinal.bit() | Class::Plural.bit();
            let is_noun = before(1).is_none_or(|it| {
                words.lexemes[it].classes & led != 0
                    || words.value(it, Class::Prep).is_some_and(|it| !matches!(it, AND))
                    || words.value(it, Class::FutureVerb) == Some(0)
                    || NOT_ITS_SUBJECT.into_iter().any(|role| words.does(it, role))
                    || words.is_hyphen(it)
            });
            // "the sides play on Friday", but not "foul play on Friday"
            let is_many = |it: usize| {
                let is_word = words.at(it).is_some_and(|it| it.token.kind == TokenKind::Word);
                let is_joined = !is_word || words.value(it, Class::Prep) == Some(AND);
                is_joined || words.is_capital(it) || word(it).ends_with('s') || words.does(it, Role::Subject)
            };
            let agrees = word(i).ends_with('s') || before(1).is_none_or(is_many);
            let is_noun = is_noun || before(1).is_some_and(|it| word(it) == "t");
            (!is_noun && agrees && words.value(i + 1, Class::Prep) != Some(OF)).then_some(true)
        }
        // "is meeting them on Friday"
        6 => auxiliary(words, i).is_some_and(|it| words.does(it, Role::Is)).then_some(true),
        _ => None,
    }
}

/// What no verb of the present follows: "his plays", "is open", "did not play".
const NOT_ITS_SUBJECT: [Role; 4] = [Role::Adverb, Role::Owner, Role::Helper, Role::Be];

/// "Nobody could be reached": no plan.
fn denies(words: Words<'_, '_>, i: usize) -> bool {
    let denial = |it: &usize| words.does(*it, Role::Denial);
    (i.saturating_sub(AN_SUBJECT)..i).rev().take_while(|it| !ends_sentence(words, *it)).any(|it| denial(&it))
}

/// How long a subject may be, in words.
const AN_SUBJECT: usize = 8;

/// "to meet", but not "to a meeting", "to Rome", "to reporters".
pub(super) fn is_infinitive(words: Words<'_, '_>, at: usize) -> bool {
    let verb = words.word(at + 1);
    let is_plural = verb.ends_with('s') && !verb.ends_with("ss") && verb != "focus";
    words.value(at, Class::Prep) == Some(TO)
        && words.at(at + 1).is_some_and(|it| {
            it.token.kind == TokenKind::Word && it.classes & (Class::The.bit() | Class::A.bit()) == 0 && !words.is_capital(at + 1)
        })
        && !is_plural
}

fn is_owner(words: Words<'_, '_>, i: usize) -> bool {
    words.is(i, Class::The) || words.does(i, Role::Owner)
}

/// "a still unspecified date", "for invited guests": a participle that stands before its noun.
fn is_attribute(words: Words<'_, '_>, i: usize) -> bool {
    let is_article = |at: Option<usize>| at.is_some_and(|it| words.is(it, Class::A) || is_owner(words, it));
    // "is set to meet embattled leaders", "will meet embattled leaders"
    let plans = |at: usize| words.is(at, Class::FutureVerb);
    if i >= 2 && (words.value(i - 2, Class::FutureVerb) == Some(0) || i >= 3 && is_infinitive(words, i - 2) && plans(i - 3)) {
        return true;
    }
    let is_adverb = i.checked_sub(1).is_some_and(|it| words.does(it, Role::Adverb) || words.word(it).ends_with("ly"));
    let is_object = i.checked_sub(1).and_then(|it| words.value(it, Class::Prep)).is_some_and(|it| !matches!(it, AND | OR | TO));
    let is_led = is_object || is_article(i.checked_sub(1)) || (is_adverb && is_article(i.checked_sub(2)));
    is_led && words.at(i + 1).is_some_and(|it| it.token.kind == TokenKind::Word && it.classes & Class::Prep.bit() == 0)
}

/// "Asked on Monday whether he would run": a participle with a capital, and no name.
fn heads_sentence(words: Words<'_, '_>, i: usize) -> bool {
    let word = words.word(i);
    let is_head = i == 0 || ends_sentence(words, i - 1) || words.at(i).is_some_and(|it| it.token.gap >= Gap::Line);
    let leads = words.is(i + 1, Class::Prep) || words.does(i + 1, Role::Asks);
    let is_past = word.ends_with("ed") && !word.ends_with("med") && !words.does(i, Role::NeverPast);
    is_head && leads && word.len() > 4 && is_past
}

/// "-ed", but not "need", "Ahmed" or "United".
fn is_regular_past(words: Words<'_, '_>, i: usize) -> bool {
    let word = words.word(i);
    word.len() > 3
        && word.ends_with("ed")
        && !words.is_capital(i)
        && (!word.ends_with("eed") || words.does(i, Role::PastInEed))
        && !words.does(i, Role::NeverPast)
}
