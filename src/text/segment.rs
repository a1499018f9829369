//! Paragraphs into sentences: sentences that a saved page broke in two are joined again, datelines, cross-heads and the
//! names of the makers are left out of them.

mod abbreviation;
mod boundary;
mod lead;

use super::furniture::Cues;
use super::{Kind, Paragraph, Sentence, TextRange};

/// How many bytes a sentence has at most; what has no end for so long is a list or a table.
const LONGEST: usize = 2_400;

/// The sentences of titles, headings and bodies, in order.
pub fn sentences(text: &str, paragraphs: &[Paragraph]) -> Vec<Sentence> {
    let cues = Cues::builtin();
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut first = 0;
    let mut n_body = 0;
    while first < paragraphs.len() {
        let mut last = first;
        while last + 1 < paragraphs.len() && is_broken(text, &paragraphs[last], &paragraphs[last + 1]) {
            last += 1;
        }
        let kind = paragraphs[first].kind;
        if matches!(kind, Kind::Title | Kind::Body | Kind::Heading) {
            let (start, end) = (paragraphs[first].range.start as usize, paragraphs[last].range.end as usize);
            let slice = text.get(start..end).unwrap_or("");
            n_body += usize::from(kind == Kind::Body);
            let is_head = kind == Kind::Body && n_body <= 6;
            for (from, to) in of_slice(slice, kind, is_head, cues) {
                push(&mut sentences, paragraphs, first, TextRange::new(start + from, start + to));
            }
        }
        first = last + 1;
    }
    sentences
}

fn push(sentences: &mut Vec<Sentence>, paragraphs: &[Paragraph], first: usize, range: TextRange) {
    let paragraph = first + paragraphs[first..].partition_point(|it| it.range.start <= range.start).saturating_sub(1);
    let number = match sentences.last() {
        Some(it) if paragraphs[it.paragraph as usize].number == paragraphs[paragraph].number => it.number + 1,
        _ => 1,
    };
    sentences.push(Sentence { range, paragraph: u32::try_from(paragraph).unwrap_or(u32::MAX), number });
}

/// Whether the second goes on with a sentence that the first began.
fn is_broken(text: &str, one: &Paragraph, two: &Paragraph) -> bool {
    if one.kind != Kind::Body || two.kind != Kind::Body {
        return false;
    }
    let (one, two) = (one.range.of(text), two.range.of(text));
    if ends(one) {
        return false;
    }
    let goes_on = two.chars().next().is_some_and(|c| c.is_lowercase() || ",;)–—-".contains(c));
    let hangs = one.ends_with(['(', ',', '-', '–', '—']) || abbreviation::hangs(one.rsplit(' ').next().unwrap_or(""));
    // Cells of a table are no sentence.
    (goes_on && !one.contains(" | ")) || hangs
}

fn ends(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»)]".contains(c));
    bare.ends_with(['.', '!', '?', '…', ':'])
}

/// The sentences of one paragraph, or of several that were joined, as byte ranges of it.
fn of_slice(slice: &str, kind: Kind, is_head: bool, cues: &Cues) -> Vec<(usize, usize)> {
    let lead = if is_head { lead::end(slice, cues) } else { None };
    let has_small = slice.chars().any(char::is_lowercase);
    let mut found = Vec::new();
    for (from, to) in boundary::split(slice) {
        let mut from = match lead {
            // What stands before the dateline in its sentence is headline, byline or caption run together.
            Some(at) if from < at && at < to => at,
            Some(at) if to <= at && !slice[..to].trim_end().ends_with(['.', '!', '?', '"', '”']) => continue,
            _ => from,
        };
        if kind == Kind::Body {
            from += lead::cross_head(&slice[from..to]);
        }
        let (from, to) = trim(slice, from, to);
        let words = &slice[from..to];
        let is_shout = kind == Kind::Body && has_small && !words.chars().any(char::is_lowercase);
        if !words.chars().any(char::is_alphabetic) || is_shout || cues.is_credit(words) {
            continue;
        }
        cut(slice, from, to, &mut found);
    }
    found
}

/// Without white space and bullets around.
fn trim(slice: &str, from: usize, to: usize) -> (usize, usize) {
    let words = &slice[from..to];
    let bare = words.trim_start_matches(|c: char| c.is_whitespace() || "*•·▪●■>\\|–—-".contains(c));
    let from = from + (words.len() - bare.len());
    (from, from + bare.trim_end().len())
}

/// In pieces of bearable length, parted at blanks.
fn cut(slice: &str, from: usize, to: usize, found: &mut Vec<(usize, usize)>) {
    let mut from = from;
    while to - from > LONGEST {
        let window = slice.as_bytes()[from..from + LONGEST].iter().rposition(|it| *it == b' ');
        let Some(at) = window
            .filter(|it| *it > 0)
            .map(|it| from + it)
            .or_else(|| (from + LONGEST..to).find(|it| slice.is_char_boundary(*it)))
        else {
            break;
        };
        found.push(trim(slice, from, at));
        from = at;
    }
    let last = trim(slice, from, to);
    if last.0 < last.1 {
        found.push(last);
    }
}
