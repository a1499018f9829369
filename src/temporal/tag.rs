//! Finds the expressions of time in a text: lays the table of rows over its words, paragraph by paragraph.

mod extent;
mod tense;

use super::expr::{Expr, Hedge, Timex};
use super::lexicon::Lexicon;
use super::rules::{Row, first_classes, rows};
use super::shape::{Found, Lexeme, Words, lexeme};
use crate::text::TextRange;
use crate::text::token::{Gap, tokens};

/// All expressions of time in the text, in order, without overlap. Knows no anchor: it is a function of the text alone.
pub fn tag(text: &str, lexicon: &Lexicon) -> Vec<Timex> {
    let mut timexes = Vec::new();
    let mut lexemes: Vec<Lexeme<'_>> = Vec::new();
    for token in tokens(text) {
        if token.gap == Gap::Paragraph && !lexemes.is_empty() {
            tag_paragraph(Words { text, lexemes: &lexemes }, lexicon, &mut timexes);
            lexemes.clear();
        }
        lexemes.push(lexeme(text, token, lexicon));
    }
    tag_paragraph(Words { text, lexemes: &lexemes }, lexicon, &mut timexes);
    timexes
}

/// An expression as a range of words, while neighbours may still join it.
#[derive(Clone)]
struct Draft {
    start: usize,
    end: usize,
    expr: Expr,
    row: &'static Row,
    hedge: Hedge,
}

fn tag_paragraph(words: Words<'_, '_>, lexicon: &Lexicon, timexes: &mut Vec<Timex>) {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut at = 0;
    while at < words.lexemes.len() {
        let classes = words.lexemes[at].classes;
        if classes & lexicon.triggers == 0 {
            at += 1;
            continue;
        }
        match longest(words, at, lexicon) {
            Some(draft) => {
                at = draft.end;
                drafts.push(draft);
            }
            None => at += 1,
        }
    }
    extent::widen(words, &mut drafts);
    extent::compose(words, &mut drafts);
    for draft in drafts {
        let (first, last) = (words.lexemes[draft.start].token, words.lexemes[draft.end - 1].token);
        timexes.push(Timex {
            range: TextRange { start: first.start, end: last.end },
            tense: tense::tense(words, draft.start, draft.end, &draft.expr),
            expr: draft.expr,
            rule: draft.row.name,
            hedge: draft.hedge,
        });
    }
}

/// The longest match that begins at a word; the earlier row among equals.
fn longest(words: Words<'_, '_>, at: usize, lexicon: &Lexicon) -> Option<Draft> {
    let classes = words.lexemes[at].classes;
    let mut best: Option<Draft> = None;
    for (row, first) in &lexicon.rows {
        if first & classes == 0 {
            continue;
        }
        let mut found = Found::new();
        let Some(end) = words.fit(row.shape, at, &mut found) else { continue };
        if best.as_ref().is_some_and(|it| end <= it.end) {
            continue;
        }
        if let Some(expr) = (row.build)(&found) {
            best = Some(Draft { start: at, end, expr, row, hedge: Hedge::None });
        }
    }
    best
}

/// The rows with the classes they can begin with.
pub(super) fn indexed_rows() -> Vec<(&'static Row, u64)> {
    rows().map(|row| (row, first_classes(row.shape))).collect()
}
