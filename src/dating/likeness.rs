//! Which articles tell the same: by the rare words and numbers they share, and by sentences they share word for word.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::shared::keep_shared;
use crate::calendar::Interval;
use crate::events::Analysis;
use crate::text::{Document, TextRange};

/// A word in more articles than this tells nothing of a day, and its list is too long to walk.
const LONGEST_LIST: usize = 600;
/// How many of its rarest words an article is compared by.
const N_WORDS: usize = 90;
/// How many neighbours an article keeps.
const N_NEIGHBOURS: usize = 60;
/// How much more a neighbour counts that is more alike.
const KINSHIP: f64 = 1.5;
/// How much it counts that runs of words are shared, by how often their number doubles: of dated news that shares four runs nine in
/// ten pairs lie within a week, of such as share a hundred nearly all, and most of them within a day.
const WORD_FOR_WORD: f64 = 0.02;
/// Beyond these the number tells no more: a long passage may be one that stands below every article of its author.
const MOST_DOUBLINGS: f64 = 4.5;
/// How many words in a row make a piece that two articles share only where one has it from the other or from one source.
const SHINGLE: usize = 6;
/// A run in more articles than this is a turn of the page or of the language.
const MOST_BEARERS: usize = 12;
/// How many days lie at most between the dated articles of a run that tells of a day; what is repeated for longer is a turn of the
/// page or of the language.
const OF_ONE_DAY: i64 = 3;

/// How many articles of the world outside are taken to lack a name, less three for each article that is there.
const WORLD: f64 = 150.0;

/// How often a word stands in an article, and how often as a name: with a capital inside a sentence.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    times: u32,
    as_name: u32,
}

/// The words of an article, ascending, each once.
type Counts = Vec<(u64, Count)>;

/// The words of an article with their weight, the rarest first.
type Weighed = Vec<(u64, f64)>;

/// An article that tells the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Neighbour {
    /// Its index.
    pub(super) article: usize,
    /// How alike the words are, 0 to about 1.
    pub(super) likeness: f64,
    /// How many runs of words the two share.
    pub(super) n_shared: u32,
}

/// The words of all articles, by article and by word.
pub(super) struct Index {
    /// For each article.
    words: Vec<Weighed>,
    /// For each word the articles that have it, with its weight there.
    lists: HashMap<u64, Vec<(u32, f64)>>,
    /// For each article the runs of words that few articles share.
    shared: Vec<Vec<u64>>,
}

/// The runs of words that tell of a day, each with the articles that share it.
pub(super) struct Runs(HashMap<u64, Vec<u32>>);

pub(super) fn hash(word: &str) -> u64 {
    // FNV-1a: the same in every run and on every machine.
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |it, b| (it ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// A run of words as one number.
pub(super) fn run(words: &[u64]) -> u64 {
    words.iter().fold(0u64, |it, word| (it.rotate_left(7) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// The hash of a word in lower case.
pub(super) fn hash_lower(word: &str) -> u64 {
    if !word.is_ascii() {
        return hash(&word.to_lowercase());
    }
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |it, b| (it ^ u64::from(b.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3))
}

/// The words of an article's sentences, each with the hash of it in lower case, sentence by sentence.
pub(super) fn sentences(analysis: &Analysis) -> impl Iterator<Item = (Vec<&str>, Vec<u64>)> {
    let document = &analysis.document;
    document.sentences.iter().map(|it| {
        let words = it.range.of(&document.text).split(|c: char| !c.is_alphanumeric());
        words.filter(|it| !it.is_empty()).map(|it| (it, hash_lower(it))).unzip()
    })
}

impl Index {
    pub(super) fn build(analyses: &[&Analysis]) -> Index {
        let (counted, mut shared): (Vec<Counts>, Vec<Vec<u64>>) = analyses.par_iter().map(|it| count(it)).unzip();
        keep_shared(&mut shared, MOST_BEARERS);
        let mut n_with: HashMap<u64, Count> = HashMap::new();
        for (word, count) in counted.iter().flatten() {
            let all = n_with.entry(*word).or_default();
            all.times += 1;
            all.as_name += u32::from(count.as_name > 0);
        }
        let n = analyses.len() as f64;
        let weigh = |words: Counts| {
            let mut words: Vec<(u64, f64)> = words
                .iter()
                .map(|(word, count)| {
                    let all = &n_with[word];
                    // A name is rare in the world, even where all articles of a small folder bear it.
                    let beyond = if all.as_name * 2 >= all.times { (WORLD - 3.0 * n).max(1.0) } else { 1.0 };
                    let rarity = ((n + beyond) / (f64::from(all.times) + 0.5)).ln().max(0.0);
                    (*word, (1.0 + f64::from(count.times).ln()) * rarity)
                })
                .collect();
            let norm = words.iter().map(|it| it.1 * it.1).sum::<f64>().sqrt().max(1e-9);
            words.iter_mut().for_each(|it| it.1 /= norm);
            words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            words
        };
        let words: Vec<Weighed> = counted.into_par_iter().map(weigh).collect();
        let mut lists: HashMap<u64, Vec<(u32, f64)>> = HashMap::new();
        for (i, article) in (0u32..).zip(&words) {
            for (word, weight) in article {
                let n = n_with[word].times as usize;
                if (2..=LONGEST_LIST).contains(&n) {
                    lists.entry(*word).or_insert_with(|| Vec::with_capacity(n)).push((i, *weight));
                }
            }
        }
        Index { words, lists, shared }
    }

    /// The runs that tell of a day; `days` are those of the dated articles.
    pub(super) fn runs(&self, days: &[Option<Interval>]) -> Runs {
        let mut runs: HashMap<u64, Vec<u32>> = HashMap::new();
        for (i, article) in (0u32..).zip(&self.shared) {
            article.iter().for_each(|it| runs.entry(*it).or_default().push(i));
        }
        runs.retain(|_, bearers| {
            let dated: Vec<Interval> = bearers.iter().filter_map(|it| days[*it as usize]).collect();
            let (first, last) = (dated.iter().map(Interval::first_day).min(), dated.iter().map(Interval::last_day).max());
            first.zip(last).is_none_or(|it| (it.1 - it.0).num_days() <= OF_ONE_DAY)
        });
        Runs(runs)
    }

    /// The articles most like one, the most alike first; `order` breaks ties.
    pub(super) fn neighbours(&self, article: usize, runs: &Runs, order: &[usize]) -> Vec<Neighbour> {
        let mut found: Vec<(f64, u32)> = vec![(0.0, 0); self.words.len()];
        for (word, weight) in self.words[article].iter().take(N_WORDS) {
            for (other, there) in self.lists.get(word).into_iter().flatten() {
                found[*other as usize].0 += weight * there;
            }
        }
        for run in &self.shared[article] {
            for other in runs.0.get(run).into_iter().flatten() {
                found[*other as usize].1 += 1;
            }
        }
        let found = found.into_iter().enumerate().filter(|(other, it)| *other != article && *it != (0.0, 0));
        let mut neighbours: Vec<(f64, Neighbour)> = found
            .map(|(article, (likeness, n_shared))| Neighbour { article, likeness, n_shared })
            .map(|it| (it.strength(), it))
            .collect();
        let nearer =
            |a: &(f64, Neighbour), b: &(f64, Neighbour)| b.0.total_cmp(&a.0).then(order[a.1.article].cmp(&order[b.1.article]));
        if neighbours.len() > N_NEIGHBOURS {
            neighbours.select_nth_unstable_by(N_NEIGHBOURS, nearer);
            neighbours.truncate(N_NEIGHBOURS);
        }
        neighbours.sort_unstable_by(nearer);
        neighbours.into_iter().map(|it| it.1).collect()
    }

    /// The words that make two articles most alike, as the first writes them.
    pub(super) fn telling(&self, (one, document): (usize, &Document), two: usize, n: usize) -> Vec<String> {
        let weights = |article: usize| self.words[article].iter().copied().collect::<HashMap<u64, f64>>();
        let (here, there) = (weights(one), weights(two));
        let weight = |word: &str| {
            let word = hash(word);
            here.get(&word).zip(there.get(&word)).map_or(0.0, |it| it.0 * it.1)
        };
        let mut found: BTreeMap<String, &str> = BTreeMap::new();
        for sentence in &document.sentences {
            for word in sentence.range.of(&document.text).split(|c: char| !c.is_alphanumeric()).filter(|it| it.len() > 3) {
                found.entry(word.to_lowercase()).or_insert(word);
            }
        }
        let found = found.into_iter().map(|(lower, word)| (weight(&lower), word));
        let mut found: Vec<(f64, &str)> = found.filter(|it| it.0 > 0.0).collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        found.into_iter().take(n).map(|it| it.1.to_owned()).collect()
    }
}

/// The longest run of words that two articles share, from [`SHINGLE`] words on, as the first writes it.
pub(super) fn shared_run(one: &Analysis, two: &Analysis) -> Option<String> {
    let there = count(two).1;
    let document = &one.document;
    let mut best: Option<(usize, TextRange)> = None;
    for sentence in &document.sentences {
        let text = sentence.range.of(&document.text);
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        let hashes: Vec<u64> = words.iter().map(|it| hash_lower(it)).collect();
        let mut n = 0;
        for (at, window) in hashes.windows(SHINGLE).enumerate() {
            n = if there.binary_search(&run(window)).is_ok() { n + 1 } else { 0 };
            if n > best.map_or(0, |it| it.0) {
                let offset = |word: &str| (word.as_ptr() as usize - text.as_ptr() as usize) as u32 + sentence.range.start;
                let last = words[at + SHINGLE - 1];
                let range = TextRange { start: offset(words[at + 1 - n]), end: offset(last) + last.len() as u32 };
                best = Some((n, range));
            }
        }
    }
    best.map(|it| document.quote(it.1))
}

impl Neighbour {
    /// How much it tells of the day: likeness of the words, and what is shared word for word.
    pub(super) fn strength(&self) -> f64 {
        let doublings = f64::from(self.n_shared + 1).log2().min(MOST_DOUBLINGS);
        self.likeness.powf(KINSHIP) + WORD_FOR_WORD * doublings * doublings
    }
}

/// "Editor's note: Karsen is a senior analyst": what stands below whatever its author writes tells of no day.
fn is_about_author(sentence: &[&str]) -> bool {
    sentence.windows(3).any(|it| it.iter().zip(["editor", "s", "note"]).all(|(word, it)| word.eq_ignore_ascii_case(it)))
}

/// How often each word stands in an article, and its runs of words, each once and ascending; nothing where a third of its words are single
/// letters: damaged text, whose pieces tell of nothing.
fn count(analysis: &Analysis) -> (Counts, Vec<u64>) {
    let mut words: Counts = Vec::new();
    let mut runs = Vec::new();
    let (mut n, mut n_single) = (0, 0);
    for (sentence, hashes) in sentences(analysis) {
        for (at, (word, hash)) in sentence.iter().zip(&hashes).enumerate() {
            let n_letters = word.chars().flat_map(char::to_lowercase).take(3).count();
            n += 1;
            n_single += usize::from(n_letters == 1);
            if n_letters >= 3 || (word.len() == 2 && word.bytes().all(|it| it.is_ascii_digit())) {
                let as_name = u32::from(at > 0 && word.starts_with(char::is_uppercase));
                words.push((*hash, Count { times: 1, as_name }));
            }
        }
        if !is_about_author(&sentence) {
            runs.extend(hashes.windows(SHINGLE).map(run));
        }
    }
    if n_single * 3 > n {
        return (Vec::new(), Vec::new());
    }
    words.sort_unstable_by_key(|it| it.0);
    words.dedup_by(|it, kept| {
        let same = it.0 == kept.0;
        if same {
            kept.1.times += it.1.times;
            kept.1.as_name += it.1.as_name;
        }
        same
    });
    words.shrink_to_fit();
    runs.sort_unstable();
    runs.dedup();
    (words, runs)
}
