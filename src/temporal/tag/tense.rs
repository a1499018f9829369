//! Which way a sentence looks from an expression, told from the verbs around it; no part-of-speech tagger is needed.

use super::Draft;
use crate::temporal::expr::Tense;
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;
use crate::text::TextRange;
use crate::text::token::{Gap, Token, TokenKind};

/// How far a cue can govern, in words.
const REACH: usize = 25;

/// The nearest cue to the left in the sentence; where there is none, the first to the right.
pub(super) fn tense(words: Words<'_, '_>, draft: &Draft) -> Tense {
    if let Some(happened) = happened(words, draft) {
        return Tense::Past(happened);
    }
    // "on Wednesday he told": the verb that follows at once governs.
    for i in draft.end..draft.end + NEAR {
        if words.at(i).is_none_or(|it| it.token.kind == TokenKind::Mark || it.classes & Class::Prep.bit() != 0) {
            break;
        }
        if words.is(i, Class::PastVerb) && opens_clause(words, draft.start) {
            return cue(words, i).unwrap_or_default();
        }
    }
    let floor = draft.start.saturating_sub(REACH);
    if let Some(ahead) = leads_ahead(words, draft.start) {
        return Tense::Future(ahead);
    }
    let (mut infinitive, mut start) = (draft.start, floor);
    for i in (floor..draft.start).rev() {
        if ends_sentence(words, i) {
            start = i + 1;
            break;
        }
        let is_present = words.value(i, Class::FutureVerb) == Some(5);
        if let Some(tense) = cue(words, i).filter(|_| !is_present || draft.start - i <= A_PREDICATE) {
            return tense;
        }
        // "urged the union to give way before a vote on Tuesday": what is done before it is done by now, and it is not.
        if let Some(ahead) = words.at(i).filter(|_| i + 1 < draft.start && comes_before(words, i)) {
            return Tense::Future(place(ahead.token));
        }
        if is_infinitive(words, i) {
            infinitive = i;
        }
    }
    // "Storm to reach coast Friday": a headline's future.
    if infinitive < draft.start && (start + 1..start + NEAR + 2).contains(&infinitive) {
        return words.at(infinitive + 1).map_or(Tense::Untold, |it| Tense::Future(place(it.token)));
    }
    let mut speech = Tense::Untold;
    let mut ahead = draft.end..(draft.end + REACH).min(words.lexemes.len());
    while let Some(i) = ahead.next() {
        if ends_sentence(words, i) {
            break;
        }
        if let Some(end) = aside_of_speaker(words, draft.end, i) {
            speech = cue(words, i).unwrap_or_default();
            ahead.start = end;
            continue;
        }
        // A plan that is told of after it is another one.
        let is_noun = words.value(i, Class::FutureVerb) == Some(4);
        if let Some(tense) = cue(words, i).filter(|it| !is_noun || matches!(it, Tense::Past(_))) {
            return tense;
        }
    }
    speech
}

/// "before a vote", "ahead of the first meeting", "on the eve of a summit": what is spoken of has not been yet.
fn comes_before(words: Words<'_, '_>, i: usize) -> bool {
    let is_noun = |at: usize| words.is(at, Class::A);
    let is_of = || words.value(i + 1, Class::Prep) == Some(OF) && (is_noun(i + 2) || words.is(i + 2, Class::The));
    match words.word(i) {
        "ahead" | "eve" => is_of(),
        _ => words.value(i, Class::Prep) == Some(BEFORE) && is_noun(i + 1),
    }
}

/// "Monday's ruling" lies behind, whatever will be done about it.
fn happened(words: Words<'_, '_>, draft: &Draft) -> Option<TextRange> {
    let noun = draft.end + 2;
    let is_own = words.is_apostrophe(draft.end) && words.touches(draft.end) && words.is(draft.end + 1, Class::Plural);
    (is_own && words.is(noun, Class::Happened)).then(|| words.at(noun).map(|it| place(it.token)))?
}

/// "In spring, he told farmers, the rain would come": the comma that ends what says who speaks.
fn aside_of_speaker(words: Words<'_, '_>, after: usize, verb: usize) -> Option<usize> {
    let speaks = matches!(words.word(verb), "said" | "says" | "told" | "added" | "warned" | "wrote" | "announced" | "predicted");
    let is_mark = |at: &usize| words.at(*at).is_some_and(|it| it.token.kind == TokenKind::Mark);
    let end = (verb + 1..verb + 1 + AN_ASIDE).find(is_mark)?;
    (speaks && words.is_mark(after, b',') && words.is_mark(end, b',')).then_some(end)
}

/// How long it may be from a verb of speech to its comma, in words.
const AN_ASIDE: usize = 6;

/// How far a present tense tells of a day ahead, in words: "leaves by helicopter on Friday".
const A_PREDICATE: usize = 8;

/// "ahead of Friday", "through Friday" but not "from Monday through Friday"; "the vote is Friday", "is on Friday".
fn leads_ahead(words: Words<'_, '_>, start: usize) -> Option<TextRange> {
    let prep = start.checked_sub(1)?;
    let verb = if matches!(words.value(prep, Class::Prep), Some(IN | ON)) { prep.checked_sub(1)? } else { prep };
    if matches!(words.word(verb), "is" | "are") {
        return Some(place(words.at(verb)?.token));
    }
    let word = match words.value(prep, Class::Prep)? {
        THROUGH if !follows_from(words, prep) && !is_length(words, prep) => prep,
        OF => prep.checked_sub(1).filter(|it| words.word(*it) == "ahead")?,
        _ => return None,
    };
    Some(place(words.at(word)?.token))
}

/// "in the 12 months through January", "this year through August": the end of what has been.
fn is_length(words: Words<'_, '_>, prep: usize) -> bool {
    prep.checked_sub(1).is_some_and(|it| words.is(it, Class::Units) || words.is(it, Class::Unit))
}

/// "from Monday morning through": the far end of a stretch.
fn follows_from(words: Words<'_, '_>, prep: usize) -> bool {
    (prep.saturating_sub(4)..prep).any(|it| words.value(it, Class::Prep) == Some(FROM))
}

fn place(token: Token) -> TextRange {
    TextRange { start: token.start, end: token.end }
}

/// How near a verb stands that follows at once, in words.
const NEAR: usize = 3;

/// Whether an expression opens its clause: "On Wednesday he ..." after a mark.
fn opens_clause(words: Words<'_, '_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return true };
    let before = if words.is(before, Class::Prep) { before.checked_sub(1) } else { Some(before) };
    before.is_none_or(|it| {
        words.at(it).is_some_and(|it| it.token.kind == TokenKind::Mark) || words.value(it, Class::Prep) == Some(16)
    })
}

/// "In 1958,", "Meanwhile, in March": nothing but a connective and a preposition stand before it.
pub(super) fn opens_sentence(words: Words<'_, '_>, start: usize) -> bool {
    let is_prep = |at: usize| words.is(at, Class::Prep);
    let mut at = start;
    while at > 0 && is_prep(at - 1) && !ends_sentence(words, at - 1) {
        at -= 1;
    }
    let is_head = |at: usize| at == 0 || ends_sentence(words, at - 1) || words.at(at).is_some_and(|it| it.token.gap >= Gap::Line);
    is_head(at) || (at >= 2 && words.is_mark(at - 1, b',') && is_head(at - 2))
}

pub(super) fn ends_sentence(words: Words<'_, '_>, i: usize) -> bool {
    if words.is_mark(i, b';') || words.is_mark(i, b'!') || words.is_mark(i, b'?') {
        return true;
    }
    let next = words.at(i + 1);
    let opens = next.is_none_or(|it| it.token.gap > Gap::None);
    words.is_mark(i, b'.')
        && opens
        && (i == 0 || !words.is(i - 1, Class::Abbreviation))
        && (i == 0 || words.word(i - 1).chars().count() > 2)
}

fn cue(words: Words<'_, '_>, i: usize) -> Option<Tense> {
    let lexeme = words.at(i)?;
    if lexeme.token.kind != TokenKind::Word {
        return None;
    }
    // "as planned", "than expected" tell nothing; "as announced" does.
    let is_plan = words.is(i, Class::FutureVerb);
    if i.checked_sub(1).is_some_and(|it| words.word(it) == "than" || words.word(it) == "as" && is_plan) {
        return None;
    }
    let range = place(lexeme.token);
    if let Some(value) = words.value(i, Class::FutureVerb)
        && let Some(is_plan) = plan(words, i, value)
    {
        return Some(if is_plan { Tense::Future(range) } else { Tense::Past(range) });
    }
    let before = |n: usize| i.checked_sub(n);
    // "to be held", "is held", "will remain closed": no past
    let be_before = before(1).is_some_and(|it| matches!(words.word(it), "be" | "being" | "is" | "are" | "remain" | "stay"));
    // "is to meet", "are to vote", "to be published"
    if words.value(i, Class::Prep) == Some(TO) {
        // "who was to marry in May" tells of a plan that came to nothing.
        let is_relative = before(2).is_some_and(|it| matches!(words.word(it), "who" | "which" | "that"));
        let is_to = words.word(i + 1) == "be"
            || before(1).is_some_and(|it| match words.value(it, Class::Be) {
                Some(1) => matches!(words.word(it), "was" | "were") && !is_relative,
                be => be.is_some(),
            });
        return (is_to && is_infinitive(words, i)).then_some(Tense::Future(range));
    }
    // "will have lasted"
    let will_have =
        before(1).is_some_and(|it| words.word(it) == "have") && before(2).is_some_and(|it| words.is(it, Class::FutureVerb));
    let is_past = lexeme.classes & Class::PastVerb.bit() != 0
        || is_regular_past(words.word(i)) && !is_attribute(words, i)
        || heads_sentence(words, i);
    (!be_before && !will_have && is_past && !is_bare(words, i)).then_some(Tense::Past(range))
}

/// "will hit", "to cut": a verb whose past looks like its infinitive; the word before it tells.
fn is_bare(words: Words<'_, '_>, i: usize) -> bool {
    let not = i.checked_sub(1).filter(|it| matches!(words.word(*it), "not" | "also" | "then" | "now"));
    let Some(before) = not.unwrap_or(i).checked_sub(1) else { return false };
    let is_modal = words.value(before, Class::FutureVerb) == Some(0) && !words.is_capital(before);
    is_modal && !is_regular_past(words.word(i)) || words.value(before, Class::Prep) == Some(TO)
}

// Prepositions, by their numbers in the lexica.
const IN: i32 = 0;
const ON: i32 = 1;
const OF: i32 = 3;
const BEFORE: i32 = 6;
const FROM: i32 = 8;
const FOR: i32 = 10;
const THROUGH: i32 = 12;
const TO: i32 = 14;
const AND: i32 = 16;

/// Whether a word that can tell of a plan does: true for what lies ahead, false for a plan of the past, `None` for neither.
fn plan(words: Words<'_, '_>, i: usize, value: i32) -> Option<bool> {
    let word = |at: usize| words.word(at);
    let before = |n: usize| i.checked_sub(n);
    let is_of_past = || [2, 3].into_iter().filter_map(before).any(|it| words.value(it, Class::Be) == Some(1));
    let leads = || {
        words.value(i + 1, Class::Prep) == Some(FOR) || is_infinitive(words, i + 1)
            || word(i + 1) == "is"
            // "snow is likely on Friday"
            || word(i) == "likely" && words.value(i + 1, Class::Prep) == Some(ON)
    };
    // "is expected to have risen"
    if is_infinitive(words, i + 1) && word(i + 2) == "have" {
        return Some(false);
    }
    match value {
        // "to meet demand": the verb before it tells.
        0 if before(1).is_some_and(|it| words.value(it, Class::Prep) == Some(TO)) => None,
        // "could not be reached", "would have left"; "May" is a month.
        0 => {
            let has_have = word(i + 1) == "have" || (word(i + 1) == "not" && word(i + 2) == "have");
            match word(i) {
                "May" => None,
                "could" if word(i + 1) == "not" || denies(words, i) => Some(false),
                "could" | "would" | "might" | "should" | "may" | "must" if has_have => Some(false),
                _ => Some(true),
            }
        }
        // "due to the storm" is a cause.
        1 if word(i) == "due" && words.value(i + 1, Class::Prep) == Some(TO) && !is_infinitive(words, i + 1) => None,
        // "it had been due to", "was scheduled to" is a plan of the past.
        1 => Some(!is_of_past()),
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
                    || matches!(word(it), "not" | "his" | "her" | "their" | "its" | "did")
            });
            (!is_noun && words.value(i + 1, Class::Prep) != Some(OF)).then_some(true)
        }
        _ => None,
    }
}

/// "Nobody could be reached": no plan.
fn denies(words: Words<'_, '_>, i: usize) -> bool {
    let denial =
        |it: &usize| matches!(words.word(*it).to_ascii_lowercase().as_str(), "no" | "none" | "nobody" | "neither" | "nor");
    (i.saturating_sub(AN_SUBJECT)..i).rev().take_while(|it| !ends_sentence(words, *it)).any(|it| denial(&it))
}

/// How long a subject may be, in words.
const AN_SUBJECT: usize = 8;

/// "to meet", but not "to a meeting", "to Rome".
fn is_infinitive(words: Words<'_, '_>, at: usize) -> bool {
    words.value(at, Class::Prep) == Some(TO)
        && words.at(at + 1).is_some_and(|it| {
            it.token.kind == TokenKind::Word && it.classes & (Class::The.bit() | Class::A.bit()) == 0 && !words.is_capital(at + 1)
        })
}

/// "a still unspecified date": a participle that stands before its noun.
fn is_attribute(words: Words<'_, '_>, i: usize) -> bool {
    let is_article = |at: Option<usize>| {
        at.is_some_and(|it| {
            words.is(it, Class::The) || words.is(it, Class::A) || matches!(words.word(it), "its" | "his" | "her" | "their")
        })
    };
    // "is set to meet embattled leaders", "will meet embattled leaders"
    let plans = |at: usize| words.is(at, Class::FutureVerb);
    if i >= 2 && (words.value(i - 2, Class::FutureVerb) == Some(0) || i >= 3 && is_infinitive(words, i - 2) && plans(i - 3)) {
        return true;
    }
    let is_adverb = i.checked_sub(1).is_some_and(|it| words.word(it) == "still" || words.word(it).ends_with("ly"));
    let is_led = is_article(i.checked_sub(1)) || (is_adverb && is_article(i.checked_sub(2)));
    is_led && words.at(i + 1).is_some_and(|it| it.token.kind == TokenKind::Word && it.classes & Class::Prep.bit() == 0)
}

/// "Asked on Monday whether he would run": a participle with a capital, and no name.
fn heads_sentence(words: Words<'_, '_>, i: usize) -> bool {
    let word = words.word(i);
    let is_head = i == 0 || ends_sentence(words, i - 1) || words.at(i).is_some_and(|it| it.token.gap >= Gap::Line);
    let leads = words.is(i + 1, Class::Prep) || matches!(words.word(i + 1), "whether" | "if" | "about" | "why" | "what");
    is_head && leads && word.len() > 4 && word.ends_with("ed") && !word.ends_with("med") && !matches!(word, "United" | "Alfred")
}

/// "-ed", but not "need", "Ahmed" or "United".
fn is_regular_past(word: &str) -> bool {
    word.len() > 3
        && word.ends_with("ed")
        && !word.starts_with(|c: char| c.is_ascii_uppercase())
        && (!word.ends_with("eed") || matches!(word, "agreed" | "freed" | "guaranteed" | "refereed"))
        && !matches!(word, "hundred" | "sacred" | "naked" | "wicked" | "biased" | "red" | "kindred" | "hatred")
}
