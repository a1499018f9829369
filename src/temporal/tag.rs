//! Finds the expressions of time in a text: lays the table of rows over its words, paragraph by paragraph.

mod compose;
mod extent;
mod hours;
mod range;
mod refine;
mod tense;
mod veto;

use super::expr::{Expr, Hedge, Lead, Timex, Which, YearSaid};
use super::lexicon::{Class, Lexicon};
use super::resolve::is_narrative;
use super::rules::Row;
use super::shape::{Found, Lexeme, Slot, Words, lexeme};
use crate::text::TextRange;
use crate::text::token::{Gap, tokens};

/// All expressions of time in the text, in order, without overlap. Knows no anchor: it is a function of the text alone.
pub fn tag(text: &str, lexicon: &Lexicon) -> Vec<Timex> {
    let mut timexes = Vec::new();
    let mut lexemes: Vec<Lexeme<'_>> = Vec::new();
    for token in tokens(text) {
        if token.gap == Gap::Paragraph && !lexemes.is_empty() {
            tag_paragraph(Words { text, lexicon, lexemes: &lexemes }, &mut timexes);
            lexemes.clear();
        }
        lexemes.push(lexeme(text, token, lexicon));
    }
    tag_paragraph(Words { text, lexicon, lexemes: &lexemes }, &mut timexes);
    if !is_narrative(&timexes, None) {
        timexes.retain(|it| it.rule != "that-time");
    }
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

fn tag_paragraph(words: Words<'_, '_>, timexes: &mut Vec<Timex>) {
    let mut drafts: Vec<Draft> = Vec::new();
    let (mut at, mut wall) = (0, 0);
    while at < words.lexemes.len() {
        match longest(words, at, wall) {
            Some(draft) => {
                at = draft.end;
                wall = at;
                drafts.push(draft);
            }
            None => at += 1,
        }
    }
    if drafts.is_empty() {
        return;
    }
    let mut drafts = compose::compose(words, range::complete(words, drafts));
    lend_on(words, &mut drafts);
    for draft in drafts {
        let (first, last) = (words.lexemes[draft.start].token, words.lexemes[draft.end - 1].token);
        timexes.push(Timex {
            range: TextRange { start: first.start, end: last.end },
            tense: tense::tense(words, &draft),
            lead: if tense::is_deadline(words, draft.end) { Lead::By } else { lead(words, draft.start) },
            is_frame: tense::opens_sentence(words, draft.start),
            expr: draft.expr,
            rule: draft.row.name,
            hedge: draft.hedge,
        });
    }
}

/// "In 1998 the club lost every match from March to June": the year that opens a sentence is that of its months and days;
/// "for most of the 20th century and into the 21st".
fn lend_on(words: Words<'_, '_>, drafts: &mut [Draft]) {
    let (mut frame, mut century) = (None, None);
    let mut at = 0;
    for i in 0..drafts.len() {
        let next_year = drafts.get(i + 1).and_then(|next| match next.expr {
            Expr::Year(year) if next.start == drafts[i].end + 1 && lead(words, next.start) == Lead::In => Some(year),
            _ => None,
        });
        let draft = &mut drafts[i];
        if (at..draft.start).any(|it| tense::ends_sentence(words, it)) {
            (frame, century) = (None, None);
        }
        at = draft.end;
        match &mut draft.expr {
            // "two weeks before Christmas in 1987"
            Expr::Feast { year: year @ YearSaid::Unsaid, which: Which::Bare, .. } if next_year.is_some() => {
                *year = next_year.map_or(YearSaid::Unsaid, YearSaid::Number);
            }
            Expr::Century(n) => century = Some(*n),
            Expr::DayOfMonth(n) if century.is_some_and(|it| (it - i32::from(*n)).abs() == 1) => {
                draft.expr = Expr::Century(i32::from(*n));
            }
            Expr::Year(year) => {
                let is_frame = tense::opens_sentence(words, draft.start) && lead(words, draft.start) == Lead::In;
                frame = is_frame.then_some(*year);
            }
            Expr::Date { year: year @ YearSaid::Unsaid, .. }
            | Expr::Month { which: Which::Bare, year: year @ YearSaid::Unsaid, .. } => {
                if let Some(said) = frame {
                    *year = YearSaid::Number(said);
                }
            }
            _ => {}
        }
    }
}

/// The longest match that begins at a word and is no false friend; the earlier row among equals.
fn longest(words: Words<'_, '_>, at: usize, wall: usize) -> Option<Draft> {
    let mut best: Option<Draft> = None;
    let mut left = words.rows_at(at);
    while left != 0 {
        let row = words.lexicon.rows[left.trailing_zeros() as usize];
        left &= left - 1;
        let mut found = Found::new();
        let Some(end) = words.fit(row.shape, at, &mut found) else { continue };
        if best.as_ref().is_some_and(|it| end <= it.end) {
            continue;
        }
        let Some(expr) = (row.build)(&found) else { continue };
        // A word that only tells the language stays outside.
        let start = if matches!(row.shape.first(), Some(Slot::Word(Class::DayPrep))) { at + 1 } else { at };
        let mut draft = Draft { start, end, expr, row, hedge: Hedge::None };
        refine::refine(words, &mut draft);
        extent::widen(words, &mut draft, wall);
        if !veto::is_false_friend(words, &draft) {
            best = Some(draft);
        }
    }
    best
}

/// The preposition before a word.
fn lead(words: Words<'_, '_>, start: usize) -> Lead {
    let is_prior = start.checked_sub(2).is_some_and(|it| matches!(words.word(it), "prior" | "Prior"));
    match start.checked_sub(1).and_then(|it| words.value(it, Class::Prep)) {
        Some(14) if is_prior => Lead::Before,
        Some(0) => Lead::In,
        Some(4) => Lead::By,
        Some(5) => Lead::Until,
        Some(6) => Lead::Before,
        Some(7) => Lead::Since,
        Some(8) => Lead::From,
        Some(12 | 14) => Lead::To,
        Some(15) => Lead::Between,
        Some(16) => Lead::And,
        Some(18) => Lead::After,
        _ => Lead::None,
    }
}
