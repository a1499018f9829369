//! What is in the news on which days: runs of words that few articles share, and the dated articles that have them.

use std::collections::{BTreeMap, HashMap};

use super::likeness::{hash, sentences};
use crate::calendar::{Date, Interval, shift};
use crate::events::Analysis;

/// How many words in a row make a phrase.
const WORDS: usize = 3;
/// A phrase in more articles than this is a turn of the language.
const COMMON: usize = 60;
/// How fast a story grows old: the days in which its share in the news falls to a third.
pub(super) const DECAY: f64 = 1.5;
/// How far from its day an article is felt.
pub(super) const REACH: i64 = 8;
/// How much the amounts of news count where few articles are dated, and where many are; how many are few.
const OF_FEW: f64 = 0.6;
const OF_MANY: f64 = 0.87;
const FEW: f64 = 20.0;
/// How many articles a day must bring before the lack of a phrase on it says something.
const MANY: f64 = 3.0;

/// How much of what is told on the days `when` is told on `day`.
pub(super) fn nearness(when: &Interval, day: Date) -> f64 {
    let far = (when.first_day() - day).num_days().max((day - when.last_day()).num_days()).max(0);
    (-(far as f64) / DECAY).exp()
}

/// The days on which something of an article is felt.
pub(super) fn around(when: &Interval, reach: i64) -> impl Iterator<Item = Date> {
    let first = when.first_day();
    (-reach..reach + when.n_days()).map(move |it| shift::days(first, it))
}

/// For each article its phrases that others have too, and the number of all its phrases.
pub(super) struct Phrases(Vec<(Vec<u64>, usize)>);

impl Phrases {
    pub(super) fn build(analyses: &[&Analysis]) -> Phrases {
        let all: Vec<Vec<u64>> = analyses.iter().map(|it| phrases(it)).collect();
        let mut n_with: HashMap<u64, u32> = HashMap::new();
        all.iter().flatten().for_each(|it| *n_with.entry(*it).or_default() += 1);
        let is_shared = |it: &u64| (2..=COMMON).contains(&(n_with[it] as usize));
        let shared = all.into_iter().map(|it| {
            let n = it.len();
            (it.into_iter().filter(is_shared).collect(), n)
        });
        Phrases(shared.collect())
    }
}

/// The articles whose day is known at the beginning, and their phrases.
pub(super) struct News<'a> {
    days: &'a [Option<Interval>],
    phrases: &'a Phrases,
    /// How much news there is around each day; a day that is not in it has none.
    amount: BTreeMap<Date, f64>,
    /// How many articles are dated.
    n_dated: f64,
    /// For each phrase the dated articles that have it.
    bearers: HashMap<u64, Vec<u32>>,
}

/// What the phrases of one article say of each day.
pub(super) struct Told {
    /// By how much they speak for a day.
    gain: BTreeMap<Date, f64>,
    /// How many phrases speak.
    n: f64,
    scale: f64,
}

impl<'a> News<'a> {
    pub(super) fn build(phrases: &'a Phrases, days: &'a [Option<Interval>]) -> News<'a> {
        let mut bearers: HashMap<u64, Vec<u32>> = HashMap::new();
        let mut amount: BTreeMap<Date, f64> = BTreeMap::new();
        let mut n_dated = 0.0;
        for ((i, (article, _)), when) in (0u32..).zip(&phrases.0).zip(days) {
            let Some(when) = when else { continue };
            n_dated += 1.0;
            around(when, REACH).for_each(|it| *amount.entry(it).or_default() += nearness(when, it));
            article.iter().for_each(|it| bearers.entry(*it).or_default().push(i));
        }
        News { days, phrases, amount, n_dated, bearers }
    }

    /// Whether the day of an article is known at the beginning.
    pub(super) fn is_dated(&self, article: usize) -> bool {
        self.days[article].is_some()
    }

    /// How much news there is around a day, in articles.
    pub(super) fn amount(&self, day: Date) -> f64 {
        self.amount.get(&day).copied().unwrap_or(0.0)
    }

    /// How much the amounts of news count: of a few dated articles they say little that the neighbours do not say themselves.
    pub(super) fn weight(&self) -> f64 {
        OF_FEW + (OF_MANY - OF_FEW) * self.n_dated / (self.n_dated + FEW)
    }

    /// What the phrases of an article say, which is not among the dated.
    pub(super) fn told(&self, article: usize) -> Told {
        let (phrases, n_all) = &self.phrases.0[article];
        let mut told = Told { gain: BTreeMap::new(), n: 0.0, scale: (*n_all as f64 + 20.0).sqrt() };
        for bearers in phrases.iter().filter_map(|it| self.bearers.get(it)) {
            let share = MANY * bearers.len() as f64 / self.n_dated;
            let mut here: BTreeMap<Date, f64> = BTreeMap::new();
            for when in bearers.iter().filter_map(|it| self.days[*it as usize].as_ref()) {
                around(when, REACH).for_each(|it| *here.entry(it).or_default() += nearness(when, it));
            }
            here.into_iter().for_each(|(day, it)| *told.gain.entry(day).or_default() += (1.0 + it / share).ln());
            told.n += 1.0;
        }
        told
    }

    /// How well a day agrees with what the phrases say: the logarithm of a likelihood, in the manner of a naive Bayes classifier
    /// (de Jong, Rode, Hiemstra 2005), made small because phrases of one story come together.
    pub(super) fn likelihood(&self, told: &Told, day: Date) -> f64 {
        let gain = told.gain.get(&day).copied().unwrap_or(0.0);
        (gain - told.n * (1.0 + self.amount(day) / MANY).ln()) / told.scale
    }
}

/// The phrases of an article, each once.
fn phrases(analysis: &Analysis) -> Vec<u64> {
    let mut phrases: Vec<u64> = Vec::new();
    for sentence in sentences(analysis) {
        let hashes: Vec<u64> = sentence.iter().map(|it| hash(&it.0)).collect();
        phrases.extend(hashes.windows(WORDS).map(super::likeness::run));
    }
    phrases.sort_unstable();
    phrases.dedup();
    phrases
}
