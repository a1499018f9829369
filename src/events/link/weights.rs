//! How much a word tells: the rarer in news at large and in this folder, the more.

use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};

use crate::events::link::hash;

/// Words found in one of 2^n articles of news, n at the head of each line.
const COMMON: &str = include_str!("../../../data/words/common-en.txt");
/// How many articles of news at large the table weighs beside the folder's own.
const BACKGROUND: f32 = 18.0;
/// The octave of the rarest words: one in 64 articles or fewer.
const RAREST: u8 = 6;
/// Words of this octave or below tell nothing (articles, prepositions, "said").
const SILENT: u8 = 1;

/// Stems words and weighs them.
pub(crate) struct Weights {
    stemmer: Stemmer,
    common: HashMap<u64, u8>,
    folder: HashMap<u64, u8>,
}

impl Weights {
    /// Weights by the table of news at large alone.
    pub(crate) fn background() -> Weights {
        let stemmer = Stemmer::new(Algorithm::English);
        let mut common: HashMap<u64, u8> = HashMap::new();
        for line in COMMON.lines().filter(|it| !it.starts_with('#')) {
            let mut words = line.split_whitespace();
            let Some(octave) = words.next().and_then(|it| it.parse::<u8>().ok()) else { continue };
            for word in words {
                let kept = common.entry(hash(&stemmer.stem(word))).or_insert(octave);
                *kept = octave.min(*kept);
            }
        }
        Weights { stemmer, common, folder: HashMap::new() }
    }

    /// The stems of a text, hashed, in order, silent words left out. Digits stay: a number is a strong word.
    pub(crate) fn stems(&self, text: &str) -> Vec<u64> {
        let mut out = Vec::new();
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|it| !it.is_empty()) {
            let lower = word.to_lowercase();
            let bare = lower.trim_matches(['\'', '’']);
            let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
            if bare.len() < 2 && !bare.starts_with(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let stem = hash(&self.stemmer.stem(bare));
            if self.common.get(&stem).is_none_or(|&it| it > SILENT) {
                out.push(stem);
            }
        }
        out
    }

    /// Takes in how many of the folder's articles hold each word.
    ///
    /// Kept as whole octaves, so that one article more seldom changes the weight of a word and so seldom touches what was
    /// linked before.
    pub(crate) fn count(&mut self, n_articles: usize, articles_with: &HashMap<u64, u32>) {
        self.folder.clear();
        for (&word, &n) in articles_with {
            let common = self.common.get(&word).copied().unwrap_or(RAREST + 1);
            let share = (n as f32 + BACKGROUND * (-f32::from(common)).exp2()) / (n_articles as f32 + BACKGROUND);
            let octave = (-share.log2()).floor().clamp(0.0, f32::from(RAREST)) as u8;
            if octave < RAREST {
                self.folder.insert(word, octave);
            }
        }
    }

    /// The weight of a word.
    pub(crate) fn of(&self, word: u64) -> f32 {
        let octave = self.folder.get(&word).copied().unwrap_or(RAREST);
        f32::from(octave).max(0.1) + 0.5
    }
}
