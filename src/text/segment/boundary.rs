//! Where sentences end.

use super::abbreviation::{self, Stop};

const CLOSERS: &str = "\"'”’»)]}";
const OPENERS: &str = "\"'“‘«([`„";

/// The sentences of a text as byte ranges that follow one another without a gap.
pub(super) fn split(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let (mut start, mut skip) = (0, 0);
    for (at, _) in text.match_indices(['.', '!', '?', '…', '。']) {
        if at < skip {
            continue;
        }
        let stops = &text[at..at + text[at..].len() - text[at..].trim_start_matches(['.', '!', '?', '…', '。']).len()];
        let end = after_closers(text, at + stops.len());
        skip = end;
        if ends_at(text, start, at, stops, end) {
            found.push((start, end));
            start = end;
        }
    }
    if start < text.len() {
        found.push((start, text.len()));
    }
    found
}

/// Past the quotes and brackets that close there; a quote may stand alone after a blank where a text was tokenised.
fn after_closers(text: &str, mut at: usize) -> usize {
    loop {
        let rest = &text[at..];
        let mut chars = rest.chars();
        match chars.next() {
            Some(c) if CLOSERS.contains(c) => at += c.len_utf8(),
            Some(' ') => {
                let closes = matches!(chars.next(), Some('"' | '”' | ')')) && chars.next().is_none_or(char::is_whitespace);
                if !closes {
                    return at;
                }
                at += 1;
            }
            _ => return at,
        }
    }
}

fn ends_at(text: &str, start: usize, at: usize, stops: &str, end: usize) -> bool {
    let after = &text[end..];
    let quoted = end > at + stops.len();
    if !after.is_empty() && !after.starts_with(char::is_whitespace) {
        return is_fused(&text[start..at], after);
    }
    let next = after.trim_start().trim_start_matches(|c: char| c.is_whitespace() || OPENERS.contains(c));
    let Some(first) = next.chars().next() else {
        return true;
    };
    if first.is_lowercase() || ",;:)".contains(first) {
        return false;
    }
    let mut words = next.split_whitespace().map(|it| it.trim_matches(|c: char| !c.is_alphanumeric()));
    let next_word = words.next().unwrap_or("");
    if quoted && stops != "." && words.take(2).any(abbreviation::is_saying) {
        return false;
    }
    if stops != "." || quoted {
        return true;
    }
    let word = text[start..at].rsplit(|c: char| c.is_whitespace() || OPENERS.contains(c)).next().unwrap_or("");
    if word.len() == at - start && word.len() <= 3 && word.bytes().all(|it| it.is_ascii_digit()) {
        // "1. First point": the number of an item.
        return false;
    }
    let next_is_number = first.is_ascii_digit();
    match abbreviation::stop(word) {
        None => true,
        Some(Stop::Never) => false,
        Some(Stop::BeforeWord) => !next_is_number,
        Some(Stop::BeforeStarter) => abbreviation::is_starter(next_word),
    }
}

/// "the deal.Officials said": the blank after the full stop was lost.
fn is_fused(before: &str, after: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let mut next = after.chars();
    let begins = next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(|c| c.is_lowercase() || c == ' ');
    begins && word.len() > 2 && word != "www" && word.chars().all(|c| c.is_lowercase() || "'’-”\"".contains(c))
}
