//! Cuts a sentence into words and marks: possessives and contractions apart, figures and abbreviations whole.

use super::{Tag, Word};
use crate::events::cue::{Cues, Form};
use crate::text::TextRange;

/// The words of a sentence, before their parts are settled.
pub(crate) fn split(text: &str, sentence: TextRange, cues: &Cues) -> Vec<Word> {
    let (base, inside) = (sentence.start as usize, sentence.of(text));
    let mut words: Vec<Word> = Vec::with_capacity(inside.len() / 5);
    let mut lower = String::new();
    let mut quoted = false;
    let mut chars = inside.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        if c.is_alphanumeric() || matches!(c, '$' | '€' | '£') {
            let mut end = at + c.len_utf8();
            while let Some(&(next_at, next)) = chars.peek() {
                let joins = next.is_alphanumeric()
                    || (matches!(next, '-' | '.' | ',' | '\'' | '’' | '&')
                        && inside[next_at + next.len_utf8()..].chars().next().is_some_and(|after| match next {
                            ',' => inside[..next_at].ends_with(|it: char| it.is_ascii_digit()) && after.is_ascii_digit(),
                            '.' => after.is_alphanumeric(),
                            _ => after.is_alphanumeric(),
                        }));
                let shortened = next == '.' && is_abbreviation(&inside[at..next_at]);
                if !joins && !shortened {
                    break;
                }
                end = next_at + next.len_utf8();
                chars.next();
            }
            // "pro - European", "a 20 - year - old": hyphens of a text whose words were set apart.
            while let Some(tail) = parted_compound(inside, at, end) {
                while chars.peek().is_some_and(|it| it.0 < tail) {
                    chars.next();
                }
                end = tail;
            }
            push_word(&mut words, text, base + at, base + end, quoted, &mut lower, cues);
            continue;
        }
        let rest = &inside[at..];
        let mut end = at + c.len_utf8();
        let tag = match c {
            ',' => Tag::Comma,
            '“' | '«' | '„' => Tag::OpenQuote,
            '”' | '»' => Tag::CloseQuote,
            '"' if quoted => Tag::CloseQuote,
            '"' => Tag::OpenQuote,
            '`' if rest.starts_with("``") => {
                chars.next();
                end += 1;
                Tag::OpenQuote
            }
            '\'' if rest.starts_with("''") => {
                chars.next();
                end += 1;
                Tag::CloseQuote
            }
            '‘' => Tag::OpenQuote,
            '’' | '\'' if quoted => Tag::CloseQuote,
            '\'' if rest[1..].starts_with(char::is_alphabetic) => Tag::OpenQuote,
            '’' | '\'' => Tag::Genitive,
            '.' | '!' | '?' | '…' => Tag::Stop,
            _ => Tag::Break,
        };
        match tag {
            Tag::OpenQuote => quoted = true,
            Tag::CloseQuote => quoted = false,
            _ => {}
        }
        let range = TextRange::new(base + at, base + end);
        words.push(Word { range, tag, form: Form::default(), caps: false, quoted });
    }
    words
}

/// Where a word goes on after " - ", if what stands before cannot stand alone or the next word is hung on in the same way.
fn parted_compound(inside: &str, at: usize, end: usize) -> Option<usize> {
    const FIRST: &[&str] = &[
        "anti", "co", "counter", "ex", "inter", "mid", "multi", "non", "post", "pre", "pro", "re", "self", "semi", "sub",
        "ultra", "vice",
    ];
    const LAST: &[&str] = &[
        "year", "month", "week", "day", "hour", "minute", "old", "led", "backed", "based", "style", "wide", "fire", "mile",
        "member", "strong", "foot", "point", "fly", "term", "scale", "profile", "owned", "century", "person", "man",
    ];
    let rest = inside.get(end..)?.strip_prefix(" - ")?;
    let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let (next, after) = (rest.get(..length)?, rest.get(length..)?);
    let word = inside.get(at..end)?;
    let first = word.rsplit(' ').next().unwrap_or(word).to_lowercase();
    let chain = after.starts_with(" - ") && after.get(3..).is_some_and(|it| it.starts_with(char::is_alphanumeric))
        || word.contains(" - ");
    let hangs = FIRST.contains(&first.as_str())
        || LAST.contains(&next)
        || chain && next.len() <= 4
        || word.contains(" - ") && first.len() <= 3;
    (length > 0 && hangs).then_some(end + 3 + length)
}

/// "U.S" before its last full stop, "Mr", "St".
fn is_abbreviation(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "St"
            | "Gen"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Lt"
            | "Col"
            | "Sgt"
            | "Jr"
            | "Sr"
            | "Inc"
            | "Corp"
            | "Co"
            | "No"
            | "Prof"
            | "Capt"
            | "Rev"
    ) || (word.len() <= 5 && word.split('.').all(|it| it.len() == 1 && it.chars().all(char::is_uppercase)))
}

fn push_word(words: &mut Vec<Word>, text: &str, start: usize, end: usize, quoted: bool, lower: &mut String, cues: &Cues) {
    let word = text.get(start..end).unwrap_or("");
    let caps = word.starts_with(char::is_uppercase);
    let mut add = |start: usize, end: usize, tag: Tag| {
        lower.clear();
        let it = text.get(start..end).unwrap_or("");
        lower.extend(it.chars().flat_map(char::to_lowercase));
        let form = cues.form(lower);
        words.push(Word { range: TextRange::new(start, end), tag, form, caps, quoted });
    };
    let bytes = word.len();
    for (suffix, tag) in [("'s", Tag::Genitive), ("’s", Tag::Genitive), ("n't", Tag::Not), ("n’t", Tag::Not)] {
        if word.ends_with(suffix) && bytes > suffix.len() {
            add(start, end - suffix.len(), Tag::Noun);
            add(end - suffix.len(), end, tag);
            return;
        }
    }
    for suffix in ["'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d", "'m", "’m"] {
        if word.ends_with(suffix) && bytes > suffix.len() {
            let mark = suffix.chars().next().map_or(1, char::len_utf8);
            add(start, end - suffix.len(), Tag::Noun);
            add(end - suffix.len() + mark, end, Tag::Noun);
            return;
        }
    }
    add(start, end, Tag::Noun);
}
