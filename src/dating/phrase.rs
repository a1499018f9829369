//! What is in the news on which days: runs of words that few articles share, and the dated articles that have them.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::likeness::sentences;
use super::shared::keep_shared;
use crate::calendar::{Date, Interval, shift};
use crate::events::Analysis;

/// How many words in a row make a phrase.
const WORDS: usize = 3;
/// A phrase in more articles than this is a turn of the language.
const COMMON: usize = 60;
/// How fast a story grows old: the days in which its share in the news falls to a third.
const DECAY: f64 = 1.5;
/// How far from its day an article is felt.
const REACH: i64 = 8;
/// How much the amounts of news count where few articles are dated, and where many are; how many are few.
const OF_FEW: f64 = 0.6;
const OF_MANY: f64 = 0.87;
const FEW: f64 = 20.0;
/// How many articles a day must bring before the lack of a phrase on it says something.
const MANY: f64 = 3.0;

/// How much of what is told on the days `when` is told on each day, in order, on which it is felt.
pub(super) fn around(when: &Interval) -> impl Iterator<Item = (Date, f64)> + use<> {
    let nearness: [f64; REACH as usize + 1] = std::array::from_fn(|n_days| (-(n_days as f64) / DECAY).exp());
    let (first, n_days) = (when.first_day(), when.n_days());
    let far = move |it: i64| (-it).max(it + 1 - n_days).max(0) as usize;
    (-REACH..REACH + n_days).map(move |it| (shift::days(first, it), nearness[far(it)]))
}

/// For each article its phrases that others have too, and the number of all its phrases.
pub(super) struct Phrases(Vec<(Vec<u64>, usize)>);

impl Phrases {
    pub(super) fn build(analyses: &[&Analysis]) -> Phrases {
        let mut all: Vec<Vec<u64>> = analyses.par_iter().map(|it| phrases(it)).collect();
        let n_of: Vec<usize> = all.iter().map(Vec::len).collect();
        keep_shared(&mut all, COMMON);
        Phrases(all.into_iter().zip(n_of).collect())
    }
}

/// The articles whose day is known at the beginning, and their phrases.
pub(super) struct News<'a> {
    phrases: &'a Phrases,
    /// How much news there is around each day, in order; a day that is not in it has none.
    amount: Vec<(Date, f64)>,
    /// For each article that is dated the days on which it is felt, by their place in `amount`, and how much.
    felt: Vec<Option<(usize, Vec<f64>)>>,
    /// How many articles are dated.
    n_dated: f64,
    /// For each phrase the dated articles that have it.
    bearers: HashMap<u64, Vec<u32>>,
}

/// What the phrases of one article say of each day.
pub(super) struct Told {
    /// By how much they speak for a day, in order.
    gain: Vec<(Date, f64)>,
    /// How many phrases speak.
    n: f64,
    scale: f64,
}

impl<'a> News<'a> {
    pub(super) fn build(phrases: &'a Phrases, days: &[Option<Interval>]) -> News<'a> {
        let mut bearers: HashMap<u64, Vec<u32>> = HashMap::new();
        let mut amount: BTreeMap<Date, f64> = BTreeMap::new();
        let mut n_dated = 0.0;
        for ((i, (article, _)), when) in (0u32..).zip(&phrases.0).zip(days) {
            let Some(when) = when else { continue };
            n_dated += 1.0;
            around(when).for_each(|(day, it)| *amount.entry(day).or_default() += it);
            article.iter().for_each(|it| bearers.entry(*it).or_default().push(i));
        }
        let amount: Vec<(Date, f64)> = amount.into_iter().collect();
        let felt = |when: &Interval| {
            let first = around(when).next().map_or(0, |(day, _)| amount.partition_point(|it| it.0 < day));
            (first, around(when).map(|it| it.1).collect())
        };
        let felt = days.iter().map(|it| it.as_ref().map(felt)).collect();
        News { phrases, amount, felt, n_dated, bearers }
    }

    /// Whether the day of an article is known at the beginning.
    pub(super) fn is_dated(&self, article: usize) -> bool {
        self.felt[article].is_some()
    }

    /// How much news there is around a day, in articles.
    pub(super) fn amount(&self, day: Date) -> f64 {
        on(&self.amount, day)
    }

    /// How much the amounts of news count: of a few dated articles they say little that the neighbours do not say themselves.
    pub(super) fn weight(&self) -> f64 {
        OF_FEW + (OF_MANY - OF_FEW) * self.n_dated / (self.n_dated + FEW)
    }

    /// What the phrases of an article say, which is not among the dated.
    pub(super) fn told(&self, article: usize) -> Told {
        let (phrases, n_all) = &self.phrases.0[article];
        let mut n = 0.0;
        let (mut gain, mut here) = (vec![0.0; self.amount.len()], vec![0.0; self.amount.len()]);
        let mut places: Vec<usize> = Vec::new();
        for bearers in phrases.iter().filter_map(|it| self.bearers.get(it)) {
            let share = MANY * bearers.len() as f64 / self.n_dated;
            for (first, felt) in bearers.iter().filter_map(|it| self.felt[*it as usize].as_ref()) {
                for (place, it) in (*first..here.len()).zip(felt) {
                    if here[place] == 0.0 {
                        places.push(place);
                    }
                    here[place] += it;
                }
            }
            for place in places.drain(..) {
                gain[place] += (1.0 + here[place] / share).ln();
                here[place] = 0.0;
            }
            n += 1.0;
        }
        let gain = self.amount.iter().zip(gain).filter(|it| it.1 != 0.0).map(|(it, gain)| (it.0, gain));
        Told { gain: gain.collect(), n, scale: (*n_all as f64 + 20.0).sqrt() }
    }

    /// How well a day agrees with what the phrases say: the logarithm of a likelihood, in the manner of a naive Bayes classifier
    /// (de Jong, Rode, Hiemstra 2005), made small because phrases of one story come together.
    pub(super) fn likelihood(&self, told: &Told, day: Date) -> f64 {
        let gain = on(&told.gain, day);
        (gain - told.n * (1.0 + self.amount(day) / MANY).ln()) / told.scale
    }
}

/// What there is on a day.
fn on(days: &[(Date, f64)], day: Date) -> f64 {
    days.binary_search_by_key(&day, |it| it.0).map_or(0.0, |at| days[at].1)
}

/// The phrases of an article, each once.
fn phrases(analysis: &Analysis) -> Vec<u64> {
    let mut phrases: Vec<u64> = Vec::new();
    for (_, hashes) in sentences(analysis) {
        phrases.extend(hashes.windows(WORDS).map(super::likeness::run));
    }
    phrases.sort_unstable();
    phrases.dedup();
    phrases
}
