//! What one paragraph is, by its own looks.

use super::cues::{Cues, DateWord};
use crate::text::Kind;

/// Lower case, single blanks, no punctuation around: how lines are compared.
pub(super) fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != ')');
    let bare = if bare.is_empty() { lower.trim() } else { bare };
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether it reads as text of an article: long, with a finished sentence.
pub(super) fn is_long(text: &str) -> bool {
    text.len() > 200 && ends_sentence(text)
}

/// Whether it ends as a sentence does, closing quotes aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»)]".contains(c));
    bare.ends_with(['.', '!', '?', '…'])
}

/// Whether it reads as the beginning of an article: a finished sentence of some length.
pub(super) fn is_prose(text: &str) -> bool {
    ends_sentence(text) && n_words(text) > 10
}

fn n_words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Furniture, caption, byline or date line; `None` where it may be the article.
pub(super) fn kind(text: &str, has_body: bool, cues: &Cues) -> Option<Kind> {
    let folded = fold(text);
    let lower = text.to_lowercase();
    let (bare, n_words) = (!text.chars().any(char::is_alphanumeric), n_words(text));
    if bare && text.chars().all(|c| "()[]-–—.,;:\"'".contains(c)) {
        // A splinter of a broken line: whether it belongs to a sentence is told when sentences are joined.
        return None;
    }
    if bare || cues.is_line(&folded) {
        return Some(Kind::Furniture);
    }
    if let Some(kind) = date_line(text, cues) {
        return Some(kind);
    }
    if is_address(text) || is_weather(text) || is_advert(text) {
        return Some(Kind::Furniture);
    }
    if !has_body && cues.is_section(&folded) {
        return Some(Kind::Furniture);
    }
    let unfinished = !ends_sentence(text) || n_words <= 12;
    if n_words <= 40 && unfinished && is_caption(text, &lower, cues) {
        return Some(Kind::Caption);
    }
    if n_words <= 40 && cues.starts_furniture(lower.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©')) {
        return Some(Kind::Furniture);
    }
    if n_words <= 30 && (cues.holds_furniture(&lower) || is_menu(text, cues)) {
        return Some(Kind::Furniture);
    }
    if is_byline(text, cues) || (n_words <= 60 && cues.is_credit(text)) {
        return Some(Kind::Byline);
    }
    None
}

/// A line that is a date and nothing else; a line that only announces one is furniture.
fn date_line(text: &str, cues: &Cues) -> Option<Kind> {
    if text.len() > 120 {
        return None;
    }
    let lower = text.to_lowercase();
    let (mut months, mut weekdays, mut numbers, mut numeric_dates) = (0, 0, 0, 0);
    for word in lower.split(|c: char| c.is_whitespace() || ",|•·()[]—–;".contains(c)) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        let digits = word.chars().filter(char::is_ascii_digit).count();
        if digits > 0 {
            let rest: String = word.chars().filter(|c| !c.is_ascii_digit()).collect();
            if !["", "st", "nd", "rd", "th", "am", "pm", "h", "z"]
                .contains(&rest.trim_matches(&['-', '/', '.', ':', '+', 't'][..]))
            {
                return None;
            }
            if digits >= 4 && ["--", "//", ".."].iter().any(|it| rest.starts_with(it)) {
                numeric_dates += 1;
            }
            numbers += 1;
            continue;
        }
        match cues.date_word(word) {
            Some(DateWord::Month) => months += 1,
            Some(DateWord::Weekday) => weekdays += 1,
            Some(DateWord::Other) => {}
            None => return None,
        }
    }
    let is_date = numeric_dates > 0 || (numbers > 0 && (months > 0 || weekdays > 0));
    if is_date {
        return Some(Kind::DateLine);
    }
    // "Published:" with nothing after it, "10:15 GMT", "Updated 2 hours ago".
    (numbers > 0 && months == 0 && n_words(text) > 1 && weekdays == 0).then_some(Kind::Furniture)
}

fn is_address(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    (n_words(text) <= 3 || text.len() < 200 && text.contains(" / "))
        && (first.starts_with("http:") || first.starts_with("https:") || first.starts_with("www."))
}

/// "-2.4 C", "12°", "54 °F".
fn is_weather(text: &str) -> bool {
    // What the sky is like may follow: "5 C Light rain".
    let text = match text.match_indices(' ').nth(1) {
        Some((at, _)) if n_words(text) <= 5 => &text[..at],
        _ => text,
    };
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || "+-−.,° ".contains(c));
    text.len() < 16 && unit.len() < text.len() && text.chars().any(|c| c.is_ascii_digit()) && {
        let has_sign = text.contains(['°', 'C', 'F', 'c', 'f']);
        has_sign && ["", "c", "f", "celsius", "fahrenheit"].contains(&unit.to_lowercase().as_str())
    }
}

/// Buttons in a row ("Sign in  Mail  Print"), a trail of sections ("Home > World"), "0 comments".
fn is_menu(text: &str, cues: &Cues) -> bool {
    if text.contains(" > ") || text.contains(" » ") {
        return true;
    }
    let mut words = text.split(|c: char| c.is_whitespace() || "|/·•".contains(c)).map(fold).filter(|it| !it.is_empty());
    let is_number = |it: &String| it.bytes().all(|it| it.is_ascii_digit());
    let (mut n_words, mut has_word) = (0, false);
    // No more is read of what is none than its beginning.
    let mut next: Vec<String> = words.by_ref().take(3).collect();
    while !next.is_empty() {
        let taken = (1..=next.len()).rev().find(|n| {
            let phrase = next[..*n].join(" ");
            cues.is_line(&phrase) || cues.is_section(&phrase) || (*n == 1 && is_number(&next[0]))
        });
        let Some(n) = taken else { return false };
        n_words += n;
        has_word |= next.drain(..n).any(|it| !is_number(&it));
        next.extend(words.by_ref().take(n));
    }
    n_words > 1 && has_word
}

/// Whether a line before the headline is the page's: its name in capitals, a town, a section.
pub(super) fn is_page_name(text: &str, next: Option<&str>) -> bool {
    let is_shout = !text.chars().any(char::is_lowercase);
    let splinter = text.contains(['(', ')', '|', '.']) || text.ends_with([',', '-', '–', '—', ':']);
    let is_short = n_words(text) <= 2 || (is_shout && n_words(text) <= 4);
    is_short && !splinter && !ends_sentence(text) && next.is_some_and(|it| !ends_sentence(it) || it.len() < 60)
}

/// One or two words between dashes: "- Advertisement -", in whatever language.
fn is_advert(text: &str) -> bool {
    let dash = |c: char| "-–—―*=~".contains(c);
    text.starts_with(dash) && text.ends_with(dash) && n_words(text.trim_matches(|c: char| dash(c) || c.is_whitespace())) <= 3
}

fn is_caption(text: &str, lower: &str, cues: &Cues) -> bool {
    if cues.starts_caption(lower) {
        return true;
    }
    // A name of an agency after the last slash, bracket or bar: "Name Surname / AGENCY", "(Name/AGENCY)".
    let bare = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    let Some(at) = bare.rfind(['/', '|', '©']) else {
        return false;
    };
    let after = bare[at..].trim_matches(|c: char| !c.is_alphanumeric());
    cues.is_agency(after) && !text.contains("://")
}

fn is_byline(text: &str, cues: &Cues) -> bool {
    let Some(rest) = cues.after_byline(text) else {
        return false;
    };
    // "By Name | Outlet | Date": the name stands before the first bar.
    let rest = rest.split(['|', '•', '·']).next().unwrap_or(rest).trim();
    let words: Vec<&str> = rest.split_whitespace().collect();
    let capital = |word: &&str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let small = ["and", "in", "for", "of", "the", "at", "de", "van", "von", "al", "el", "bin", "with"];
    let is_name = |word: &&str| capital(word) || small.contains(&word.to_lowercase().as_str());
    let unfinished = !ends_sentence(text) || rest.len() < 24;
    words.len() <= 12 && words.first().is_some_and(capital) && words.iter().all(is_name) && unfinished
}

/// Who wrote it, from an author line.
pub(super) fn author(byline: &str, cues: &Cues) -> Option<String> {
    let name = cues.after_byline(byline)?.split(['|', '•', '·']).next()?.trim().trim_end_matches(['.', ',', ';']);
    (!name.is_empty() && n_words(name) <= 12).then(|| name.to_owned())
}

/// Whether the first paragraph of text is the headline.
pub(super) fn may_be_title(text: &str, next: Option<&str>, said: Option<Kind>) -> bool {
    if said == Some(Kind::Heading) {
        return true;
    }
    let Some(next) = next else { return false };
    n_words(text) <= 30
        && text.len() <= 220
        && !text.contains('|')
        && (!ends_sentence(text) || text.ends_with(['?', '!']))
        && !text.ends_with([',', ';', ':', '-', '(', '…'])
        && !goes_on(next)
}

/// Whether a paragraph between others heads what follows.
pub(super) fn may_be_heading(text: &str, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    let unfinished = !text.ends_with(['.', ',', ';', ':', '-', '–', '—', '(', ')', '…', '!']) && !ends_sentence(text);
    let begins = text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric() || "\"'“‘”«".contains(c));
    let words = text.chars().any(char::is_alphabetic) && !text.contains(" | ");
    words && n_words(text) <= 10 && text.len() <= 80 && unfinished && begins && !goes_on(next) && next.len() > text.len()
}

/// Whether it goes on with a sentence begun before: no capital, no digit, no opening quote.
fn goes_on(next: &str) -> bool {
    next.chars().next().is_some_and(|c| c.is_lowercase() || ",.;:)-–—…".contains(c))
}
