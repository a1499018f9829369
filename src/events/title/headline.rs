//! A headline as a line: without what its page put around it, in sentence case.

use std::collections::HashMap;

use super::page::LONGEST;
use crate::events::Article;
use crate::events::cue::{Cues, Part, form};
use crate::events::word::{self, Tag};
use crate::text::TextRange;

/// What a headline makes as a line; empty where it tells of no one event.
pub(super) fn headline(article: &Article, said: &str, cues: &Cues) -> String {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(said) = bare(&said, cues) else { return String::new() };
    let line = in_sentence_case(article, said, cues);
    let line = line.trim_end_matches(['.', ' ', ':']).to_owned();
    let first = line.split(' ').next().unwrap_or_default().to_lowercase();
    if line.chars().count() > LONGEST || line.split(' ').count() < 4 || cues.titles.asking.contains(&first) || !tells(&line, cues)
    {
        return String::new();
    }
    line
}

/// The headline without "UPDATE 2-" before it and the outlet behind it; none where its label says it is no news.
fn bare<'a>(said: &'a str, cues: &Cues) -> Option<&'a str> {
    let mut rest = said.split(" | ").next().unwrap_or(said).trim();
    // "UPDATE 2-", "EXCLUSIVE:", "FACTBOX-".
    while let Some(at) = rest.find(['-', ':']).filter(|&at| at < 40) {
        let label = &rest[..at];
        let capitals = label.chars().any(char::is_uppercase) && !label.chars().any(char::is_lowercase);
        let first = label.split([' ', '/']).next().unwrap_or_default().to_uppercase();
        if cues.titles.labels.contains(&first) {
            return None;
        }
        let known = cues.titles.prefixes.contains(&first) && (capitals || rest[at..].starts_with(':'));
        let unknown = capitals && label.contains(' ') && rest[at..].starts_with('-');
        if !(known || unknown) {
            break;
        }
        if !known {
            return None;
        }
        rest = rest[at + 1..].trim_start();
    }
    // "... - The Daily News".
    for dash in [" - ", " – ", " — "] {
        if let Some((line, outlet)) = rest.rsplit_once(dash) {
            let named = outlet.split(' ').count() <= 4
                && outlet
                    .split(' ')
                    .all(|it| it.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || it == "of" || it == "the");
            if named && line.split(' ').count() >= 4 {
                rest = line;
            }
        }
    }
    let marred = rest.contains(['?', ':', '!', '(', '|', ';'])
        || rest.starts_with(['"', '“', '‘', '\''])
        || [" - ", " – ", " — "].iter().any(|it| rest.contains(it));
    (!marred).then_some(rest)
}

/// Whether a verb tells what happens, and a subject stands before it.
fn tells(line: &str, cues: &Cues) -> bool {
    let words = word::words(line, TextRange::new(0, line.len()), &[], cues);
    let verb = words.iter().position(|it| it.tag == Tag::Finite);
    let verb = verb.or_else(|| {
        // "Ferry sinks", "two held in raid": a headline's verb may look like a noun.
        words
            .iter()
            .enumerate()
            .skip(1)
            .position(|(n, it)| {
                !it.caps
                    && it.form.part == Part::Open
                    && it.form.verb & (form::THIRD | form::PAST) != 0
                    && matches!(words[n - 1].tag, Tag::Noun | Tag::Name | Tag::Number)
            })
            .map(|it| it + 1)
    });
    verb.is_some_and(|it| {
        it > 0
            && !words[..it].iter().any(|it| matches!(it.tag, Tag::Subordinator | Tag::Relative) || it.of(line) == "as")
            && words[..it].iter().any(|it| matches!(it.tag, Tag::Noun | Tag::Name | Tag::Number))
    })
}

/// Whether a headline tells of what is to be done: "Fleet to sail on Monday", but not "Fleet agrees to sail".
pub(super) fn is_plan(line: &str, cues: &Cues) -> bool {
    let words = word::words(line, TextRange::new(0, line.len()), &[], cues);
    let to = (1..words.len())
        .find(|&it| words[it].tag == Tag::To && words.get(it + 1).is_some_and(|it| it.form.verb & form::BASE != 0));
    to.is_some_and(|to| {
        let leads = cues.verb(words[to - 1].form).is_some_and(|it| cues.titles.to.contains(&it.word))
            || cues.titles.infinitive.contains(words[to - 1].of(line))
            || cues.titles.purpose.contains(words[to - 1].of(line));
        matches!(words[to - 1].tag, Tag::Noun | Tag::Name) && !leads && !words[..to].iter().any(|it| it.tag == Tag::Finite)
    })
}

/// Words of a Title Case headline in small letters, except names.
fn in_sentence_case(article: &Article, said: &str, cues: &Cues) -> String {
    let long = || said.split(' ').skip(1).filter(|it| it.chars().count() > 3 && it.starts_with(char::is_alphabetic));
    let capitals = long().filter(|it| it.starts_with(char::is_uppercase)).count();
    if long().count() < 3 || capitals * 10 < long().count() * 7 {
        return said.to_owned();
    }
    let usage = usage(article);
    let words: Vec<String> = said
        .split(' ')
        .enumerate()
        .map(|(n, word)| {
            if n == 0 || !word.starts_with(char::is_uppercase) || word.chars().filter(|it| it.is_uppercase()).count() > 1 {
                return word.to_owned();
            }
            let core: String =
                word.trim_matches(|c: char| !c.is_alphanumeric()).trim_end_matches("'s").trim_end_matches("’s").to_owned();
            let lower = core.to_lowercase();
            let (small, capital) = usage.get(&lower).copied().unwrap_or_default();
            let is_name = cues.names.demonyms.contains_key(&core)
                || cues.names.places.contains(&core)
                || cues.names.first.contains(&core) && small == 0
                || capital > small
                || capital == 0
                    && small == 0
                    && !is_common(&lower, cues)
                    && cues.form(&lower).part == Part::Open
                    && cues.form(&lower).verb == 0
                    && cues.form(&lower).noun == 0;
            if is_name { word.to_owned() } else { word.to_lowercase() }
        })
        .collect();
    words.join(" ")
}

/// Whether a word is no name by its looks: a common one, or one with the ending of a common one.
fn is_common(word: &str, cues: &Cues) -> bool {
    let common = &cues.titles.common;
    let stem =
        ["s", "es", "ed", "ing", "er", "ers", "ly"].iter().filter_map(|it| word.strip_suffix(it)).any(|it| common.contains(it));
    let ending = ["makers", "ments", "tions", "tion", "ists", "ings", "ers", "ness", "ships"].iter().any(|it| word.ends_with(it));
    common.contains(word) || stem || ending
}

/// How often the text writes a word in small letters, and how often with a capital inside a sentence.
fn usage(article: &Article) -> HashMap<String, (u32, u32)> {
    let document = article.document();
    let mut usage: HashMap<String, (u32, u32)> = HashMap::new();
    for sentence in document
        .sentences
        .iter()
        .filter(|it| document.paragraphs.get(it.paragraph as usize).is_some_and(|it| it.kind == crate::text::Kind::Body))
    {
        let said = sentence.range.of(&document.text);
        for (n, word) in said.split(|c: char| !(c.is_alphanumeric() || "'’-.".contains(c))).enumerate() {
            let word = word.trim_matches(['\'', '’', '.', '-']).trim_end_matches("'s").trim_end_matches("’s");
            if word.is_empty() || n == 0 {
                continue;
            }
            let it = usage.entry(word.to_lowercase()).or_default();
            if word.starts_with(char::is_uppercase) { it.1 += 1 } else { it.0 += 1 }
        }
    }
    usage
}
