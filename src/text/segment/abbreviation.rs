//! What does not end a sentence though a full stop follows it, and what does not end one at all.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a full stop after a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A sentence never ends there.
    Never,
    /// Not before a number.
    BeforeWord,
    /// Where a word follows with which sentences begin.
    BeforeStarter,
}

struct Words {
    stops: HashMap<&'static str, Stop>,
    starters: HashSet<&'static str>,
    sayings: HashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words { stops: HashMap::new(), starters: HashSet::new(), sayings: HashSet::new() };
    for line in include_str!("../../../data/abbreviations/en.txt").lines() {
        if let Some(rest) = line.strip_prefix('>') {
            words.starters.extend(rest.split_whitespace());
        } else if let Some(rest) = line.strip_prefix('"') {
            words.sayings.extend(rest.split_whitespace());
        } else if !line.starts_with('#') {
            for word in line.split_whitespace() {
                let bare = word.trim_end_matches(['?', '#']);
                let stop = match &word[bare.len()..] {
                    "?" => Stop::BeforeStarter,
                    "#" => Stop::BeforeWord,
                    _ => Stop::Never,
                };
                words.stops.entry(bare).or_insert(stop);
            }
        }
    }
    words
});

/// What a full stop after the word means, where it is an abbreviation.
pub(super) fn stop(word: &str) -> Option<Stop> {
    let lower = word.to_lowercase();
    if let Some(stop) = WORDS.stops.get(lower.as_str()) {
        return Some(*stop);
    }
    let mut parts = lower.split('.');
    let letters = parts.all(|it| it.chars().count() == 1 && it.chars().all(char::is_alphabetic));
    (letters && !word.is_empty()).then_some(Stop::BeforeStarter)
}

/// Whether sentences begin with the word.
pub(super) fn is_starter(word: &str) -> bool {
    WORDS.starters.contains(word.to_lowercase().as_str())
}

/// Whether the word tells that somebody says something.
pub(super) fn is_saying(word: &str) -> bool {
    WORDS.sayings.contains(word)
}

/// Whether no sentence ends with the word: an article, a preposition, an auxiliary.
pub(super) fn hangs(word: &str) -> bool {
    const HANGING: [&str; 47] = [
        "a", "an", "the", "of", "to", "and", "or", "but", "with", "from", "by", "at", "for", "into", "than", "that", "which",
        "who", "whose", "may", "might", "must", "could", "would", "should", "shall", "is", "are", "was", "were", "been", "be",
        "has", "have", "had", "his", "their", "its", "our", "my", "your", "as", "if", "because", "on", "in", "during",
    ];
    HANGING.contains(&word)
}
