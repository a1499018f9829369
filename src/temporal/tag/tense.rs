//! Which way a sentence looks from an expression, told from the verbs around it; no part-of-speech tagger is needed.

use super::Draft;
use crate::temporal::expr::Tense;
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;
use crate::text::TextRange;
use crate::text::token::{Gap, TokenKind};

/// How far a cue can govern, in words.
const REACH: usize = 25;

/// The nearest cue to the left in the sentence; where there is none, the first to the right.
pub(super) fn tense(words: Words<'_, '_>, draft: &Draft) -> Tense {
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
    for i in (floor..draft.start).rev() {
        if ends_sentence(words, i) {
            break;
        }
        if let Some(tense) = cue(words, i) {
            return tense;
        }
    }
    for i in draft.end..(draft.end + REACH).min(words.lexemes.len()) {
        if ends_sentence(words, i) {
            break;
        }
        if let Some(tense) = cue(words, i) {
            return tense;
        }
    }
    Tense::Untold
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

fn ends_sentence(words: Words<'_, '_>, i: usize) -> bool {
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
    let range = TextRange { start: lexeme.token.start, end: lexeme.token.end };
    let before = |n: usize| i.checked_sub(n);
    let was = |n: usize| before(n).is_some_and(|it| words.value(it, Class::Be) == Some(1));
    if lexeme.classes & Class::FutureVerb.bit() != 0 {
        // "it had been due to", "was scheduled to": a plan of the past.
        let is_participle = words.value(i, Class::FutureVerb) == Some(1);
        if is_participle && (was(2) || was(3)) {
            return Some(Tense::Past(range));
        }
        return Some(Tense::Future(range));
    }
    let be_before = before(1).is_some_and(|it| matches!(words.word(it), "be" | "being"));
    // "is to meet", "are to vote", "to be published"
    if words.value(i, Class::Prep) == Some(14) {
        let is_to = before(1).is_some_and(|it| words.value(it, Class::Be) == Some(0)) || words.word(i + 1) == "be";
        let is_verb = words.at(i + 1).is_some_and(|it| it.classes & (Class::The.bit() | Class::A.bit()) == 0);
        return (is_to && is_verb).then_some(Tense::Future(range));
    }
    // "will have lasted"
    let will_have =
        before(1).is_some_and(|it| words.word(it) == "have") && before(2).is_some_and(|it| words.is(it, Class::FutureVerb));
    if !be_before && !will_have && (lexeme.classes & Class::PastVerb.bit() != 0 || is_regular_past(words.word(i))) {
        return Some(Tense::Past(range));
    }
    None
}

/// "-ed", but not "need", "Ahmed" or "United".
fn is_regular_past(word: &str) -> bool {
    word.len() > 3
        && word.ends_with("ed")
        && !word.starts_with(|c: char| c.is_ascii_uppercase())
        && (!word.ends_with("eed") || matches!(word, "agreed" | "freed" | "guaranteed" | "refereed"))
        && !matches!(word, "hundred" | "sacred" | "naked" | "wicked" | "biased" | "red" | "kindred" | "hatred")
}
