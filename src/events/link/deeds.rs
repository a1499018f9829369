//! What is done in a mention: deeds that are told with different words ("met", "received", "the talks") fall together.

use std::collections::{BTreeMap, HashMap, HashSet};

use frostem::{Algorithm, Stemmer};
use serde::Deserialize;

use super::sparse::Sparse;
use super::{hash, mix};
use crate::events::{Article, Entity, EntityKind, Mention, Trigger};
use crate::text::TextRange;

const ENGLISH: &str = include_str!("../../../data/cues/en.toml");

/// Classes of verbs that tell of telling: what is told must link, or who tells.
const LIGHT: [&str; 5] = ["say", "announce", "report", "speak", "publish"];

/// What the deed of a verb weighs that leaves the telling to its object.
const LED: f32 = 0.4;
/// What a deed weighs of which another word of the clause speaks.
const OTHER: f32 = 0.2;
/// Among so many words at the head of a clause stands what its subject names.
const SUBJECT: usize = 4;
/// What the deed weighs of which the day itself is said, where the verb tells another.
const OF_DAY: f32 = 0.6;
/// Among so many words after a day stands the noun whose day it is.
const DESCRIBED: usize = 4;
/// What it weighs who speaks.
const SPOKEN: f32 = 0.5;

#[derive(Deserialize, Default)]
struct Whole {
    deeds: File,
}

#[derive(Deserialize, Default)]
struct File {
    leading: String,
    empty: String,
    deed: BTreeMap<String, String>,
}

/// The deeds by the stems of the words that tell them.
pub(crate) struct Deeds {
    stemmer: Stemmer,
    by_stem: HashMap<u64, Vec<u64>>,
    /// Stems of verbs that leave the telling to their object: "sent troops", "ordered an invasion".
    leading: HashSet<u64>,
    /// Stems of verbs that tell no deed.
    empty: HashSet<u64>,
}

impl Deeds {
    /// What is built into the program.
    pub(crate) fn builtin() -> Deeds {
        let stemmer = Stemmer::new(Algorithm::English);
        let mut deeds: HashMap<u64, Vec<u64>> = HashMap::new();
        let file = toml::from_str::<Whole>(ENGLISH).unwrap_or_default().deeds;
        for (name, words) in file.deed {
            for word in words.split_whitespace() {
                let (verb, particle) = word.split_once('-').unwrap_or((word, ""));
                let stem = stemmer.stem(verb);
                let key = if particle.is_empty() { hash(&stem) } else { hash(&format!("{stem}-{particle}")) };
                let list = deeds.entry(key).or_default();
                if list.last() != Some(&mix(5, hash(&name))) {
                    list.push(mix(5, hash(&name)));
                }
            }
        }
        let stems = |words: &str| words.split_whitespace().map(|it| hash(&stemmer.stem(it))).collect();
        let (leading, empty) = (stems(&file.leading), stems(&file.empty));
        Deeds { stemmer, by_stem: deeds, leading, empty }
    }

    /// What is done in a mention, at length one. `words` are the stems of its clause, `of_day` what the day itself belongs to.
    pub(crate) fn of(
        &self,
        mention: &Mention,
        article: &Article,
        entities: &[Entity],
        names: &[u64],
        words: &[(u64, f32)],
        of_day: &Sparse,
    ) -> Sparse {
        let told = [&mention.trigger, &mention.content].into_iter().flatten().find(|it| !LIGHT.contains(&it.class));
        let mut done: BTreeMap<u64, f32> = BTreeMap::new();
        let mut add = |deed: u64, weight: f32| {
            let kept = done.entry(deed).or_default();
            *kept = kept.max(weight);
        };
        let leads = told.is_some_and(|it| self.leading.contains(&hash(&it.stem)));
        let (own, other) = if leads { (LED, 1.0) } else { (1.0, OTHER) };
        if let Some(told) = told {
            self.by(told, article).into_iter().for_each(|it| add(it, own));
        }
        if let Some(speaker) = speaker_of(mention, article, entities) {
            add(mix(6, names[speaker as usize]), SPOKEN);
        }
        // "Tuesday's earthquake left thousands dead": the day is that of what it names.
        of_day.0.iter().for_each(|it| add(it.0, OF_DAY));
        // "The arrest of ... will not affect ...": of what the subject names the clause tells, too.
        let before = told.map_or("", |it| {
            let start = mention.clause.start;
            TextRange { start, end: it.range.start.max(start) }.of(&article.document().text)
        });
        for word in before.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).take(SUBJECT) {
            let stem = hash(&self.stemmer.stem(&word.to_lowercase()));
            self.by_stem.get(&stem).into_iter().flatten().for_each(|&it| add(it, 1.0));
        }
        for word in words.iter().filter(|it| it.1 >= 1.0) {
            self.by_stem.get(&word.0).into_iter().flatten().for_each(|&it| add(it, other));
        }
        Sparse(done.into_iter().collect()).unit()
    }

    /// What is told by the noun whose own day is said, at length one: "Tuesday's vote".
    pub(crate) fn of_day(&self, mention: &Mention, article: &Article) -> Sparse {
        let told = || {
            let timex = article.analysis.timexes.get(mention.timex? as usize)?;
            let text = article.document().text.as_str();
            let after = text.get(timex.range.end as usize..)?;
            let own = after.strip_prefix("'s ").or_else(|| after.strip_prefix("\u{2019}s "))?;
            let words = own.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).take(DESCRIBED);
            words.filter_map(|it| self.by_stem.get(&hash(&self.stemmer.stem(&it.to_lowercase())))).next()
        };
        let told = told().into_iter().flatten();
        Sparse::from_pairs(told.map(|&it| (it, 1.0)).collect()).unit()
    }

    fn by(&self, trigger: &Trigger, article: &Article) -> Vec<u64> {
        // "set off" tells what "set" does not.
        let text = &article.document().text;
        let after = text.get(trigger.range.end as usize..).unwrap_or("").trim_start();
        let particle = after.split(|it: char| !it.is_alphabetic()).next().unwrap_or("");
        let phrasal = self.by_stem.get(&hash(&format!("{}-{particle}", trigger.stem)));
        let stem = hash(&trigger.stem);
        match phrasal.or_else(|| self.by_stem.get(&stem)) {
            Some(deeds) => deeds.clone(),
            None if trigger.class.is_empty() && self.empty.contains(&stem) => Vec::new(),
            None if trigger.class.is_empty() => vec![stem],
            None => vec![mix(2, hash(trigger.class))],
        }
    }
}

/// Who says what a mention tells, where it is an act of speech.
pub(crate) fn speaker_of(mention: &Mention, article: &Article, entities: &[Entity]) -> Option<u32> {
    mention.trigger.as_ref().filter(|it| it.class == "say").and_then(|it| speaker(mention, it, article, entities))
}

/// Who says it: of the people named in the clause the one nearest before the word of saying, else the first after it.
fn speaker(mention: &Mention, said: &Trigger, article: &Article, entities: &[Entity]) -> Option<u32> {
    let names = &article.analysis.names;
    let lo = names.partition_point(|it| it.range.start < mention.clause.start);
    let within = names[lo..].iter().take_while(|it| it.range.end <= mention.clause.end);
    let named: Vec<(TextRange, u32)> = within
        .filter(|it| it.kind == EntityKind::Person)
        .filter_map(|name| {
            let of = |it: &&u32| entities[**it as usize].spellings.contains(&name.full);
            mention.entities.iter().find(of).map(|&it| (name.range, it))
        })
        .collect();
    let before = named.iter().rev().find(|it| it.0.end <= said.range.start);
    before.or(named.first()).map(|it| it.1)
}
