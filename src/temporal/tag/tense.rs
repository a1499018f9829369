//! Which way a sentence looks from an expression, told from the verbs around it.

use crate::temporal::expr::{Expr, Tense};
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;
use crate::text::TextRange;

/// How far to the left a cue can govern, in words.
const REACH: usize = 20;

/// The nearest cue to the left in the sentence.
pub(super) fn tense(words: Words<'_, '_>, start: usize, _end: usize, _expr: &Expr) -> Tense {
    let floor = start.saturating_sub(REACH);
    for i in (floor..start).rev() {
        let range = words.at(i).map_or(TextRange::default(), |it| TextRange { start: it.token.start, end: it.token.end });
        if words.is_mark(i, b'.') && words.word(i.saturating_sub(1)).len() > 3 {
            break;
        }
        if words.is(i, Class::FutureVerb) {
            return Tense::Future(range);
        }
        if words.is(i, Class::PastVerb) || words.word(i).ends_with("ed") {
            return Tense::Past(range);
        }
    }
    Tense::Untold
}
