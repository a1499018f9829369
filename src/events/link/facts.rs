//! What linking reads of a mention, free of indices into the folder, so that the same mention is the same run after run.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::deeds::Deeds;
use super::sparse::Sparse;
use super::weights::Weights;
use super::{hash, mix};
use crate::calendar::{Date, Datelike, Interval};
use crate::events::{Article, Basis, Entity, Mention, Status, Weight};
use crate::text::TextRange;

/// How many sentences from the top stand for what an article is about.
const LEAD: usize = 7;
/// What a word of the sentence outside the mention's own clause weighs.
const AROUND: f32 = 0.4;
/// How the weight of a word grows with how often the lead has it: slower than the count, faster than its logarithm, so that
/// whom a story is about weighs most.
const REPEATED: f32 = 0.65;
/// A date so many days before the day of writing is recalled, and no news.
const LONG_AGO: i32 = 60;
/// A date of fewer days is a day that a sentence says.
const SHORT: i32 = 3;
/// Words in a row within quotation marks that make a shared quote.
const QUOTED: usize = 5;
/// One mention as linking sees it.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    /// Index among the mentions.
    pub(crate) mention: u32,
    /// Index of the article.
    pub(crate) article: u32,
    /// Index of the sentence.
    pub(crate) sentence: u32,
    /// Index of the article of which this one is a copy; its own where it is none.
    pub(crate) origin: u32,
    /// First and last day as numbers; `None` is undated.
    pub(crate) days: Option<(i32, i32)>,
    /// Whether its days are those of one night, which is told of as on the day on which it began.
    pub(crate) night: bool,
    /// Whether only the day of the article dates it.
    pub(crate) soft: bool,
    /// Whether it is told as lying ahead.
    pub(crate) planned: bool,
    /// Whether it may join an event but never found one.
    pub(crate) supporting: bool,
    /// Its words, at length one.
    pub(crate) words: Sparse,
    /// What is done in it, at length one; empty where that tells nothing.
    pub(crate) deeds: Sparse,
    /// What the noun tells that the day itself belongs to, at length one.
    pub(crate) of_day: Sparse,
    /// Who says it, where it is an act of speech.
    pub(crate) speaker: Option<u64>,
    /// Whether it says a date long before its article was written.
    pub(crate) recalled: bool,
    /// When its article was written, as far as that is known.
    pub(crate) written: Option<(i32, i32)>,
    /// Where it has no day itself: the days that its sentence says of something else.
    pub(crate) beside: Option<(i32, i32)>,
    /// Whether its days lean on a day of writing that is only inferred.
    pub(crate) leans: bool,
    /// Its names by weight, not at length one.
    pub(crate) names: Sparse,
    /// Runs of quoted words.
    pub(crate) quotes: Vec<u64>,
    /// What it counts.
    pub(crate) figures: Vec<(u64, f32)>,
    /// A hash of all of this but the indices.
    pub(crate) stamp: u64,
}

impl Facts {
    /// The days whose bucket it falls in; none where no day is said: then its article's story must vouch for it.
    pub(crate) fn bucket_days(&self) -> Option<(i32, i32)> {
        let (first, last) = self.days.filter(|_| !self.soft)?;
        Some((first, if self.night { first } else { last }))
    }
}

/// All mentions and what their articles are about.
pub(crate) struct Folder {
    /// Parallel to the mentions.
    pub(crate) facts: Vec<Facts>,
    /// For each article the words of its lead, at length one.
    pub(crate) stories: Vec<Arc<Sparse>>,
    /// How alike any two of its articles are, beyond what articles of unlike stories are: in a folder of one story that all
    /// are about it says nothing of two sentences.
    pub(crate) usual: f32,
}

/// The mean cosine of articles in a folder of many stories.
const UNLIKE: f32 = 0.05;
/// What is usual is known to so much, so that one article more seldom changes it.
const STEP: f32 = 0.05;

/// See [`Folder::usual`].
fn usual(stories: &[Arc<Sparse>]) -> f32 {
    let n = stories.iter().filter(|it| !it.0.is_empty()).count() as f32;
    if n < 2.0 {
        return 0.0;
    }
    let sum = Sparse::from_pairs(stories.iter().flat_map(|it| it.0.iter().copied()).collect());
    let mean = (sum.dot(&sum) - n) / (n * (n - 1.0));
    ((mean - UNLIKE) / STEP).floor().max(0.0) * STEP
}

/// A day as a number, held at what fits.
pub(crate) fn number(day: Date) -> i32 {
    day.num_days_from_ce()
}

/// Reads the folder: words, weights, names.
pub(crate) fn read(weights: &mut Weights, articles: &[Article], mentions: &[Mention], entities: &[Entity]) -> Folder {
    let deeds = Deeds::builtin();
    let (leads, mut with): (Vec<Vec<u64>>, Vec<Vec<u64>>) = articles.par_iter().map(|it| stems(weights, it)).unzip();
    let names: Vec<u64> = entities.iter().map(|it| mix(1, hash(&it.name))).collect();
    for it in mentions {
        with[it.document as usize].extend(it.entities.iter().map(|&entity| names[entity as usize]));
    }
    let mut articles_with: HashMap<u64, u32> = HashMap::new();
    for mut words in with {
        words.sort_unstable();
        words.dedup();
        words.iter().for_each(|&word| *articles_with.entry(word).or_default() += 1);
    }
    weights.count(articles.len(), &articles_with);
    let weights = &*weights;
    let stories: Vec<Arc<Sparse>> = leads.par_iter().map(|it| Arc::new(story(weights, it))).collect();
    let usual = usual(&stories);
    let stamps = articles.iter().zip(&stories).map(|(it, story)| mix(stamp_of(it, story), u64::from(usual.to_bits())));
    let stamps: Vec<u64> = stamps.collect();
    let mut facts: Vec<Facts> = mentions
        .par_iter()
        .enumerate()
        .map(|(i, it)| facts(weights, &deeds, i as u32, it, articles, entities, &names, stamps[it.document as usize]))
        .collect();
    look_beside(&mut facts, mentions);
    Folder { facts, stories, usual }
}

/// What is told without a day within somebody's words is said by them, and of no other day than its sentence says of what
/// is done.
fn look_beside(facts: &mut [Facts], mentions: &[Mention]) {
    let sentence = |it: &Mention| (it.document, it.sentence);
    let mut start = 0;
    for same in mentions.chunk_by(|a, b| sentence(a) == sentence(b)) {
        for (n, it) in same.iter().enumerate().filter(|it| it.1.when.is_none()) {
            let around = same.iter().position(|other| other.clause != it.clause && other.clause.holds(it.clause));
            let speaker = facts[start + n].speaker.or(around.and_then(|it| facts[start + it].speaker));
            let said = |it: &&Facts| !it.soft && !it.planned && it.days.is_some_and(|it| it.1 - it.0 < SHORT);
            let beside = facts[start..start + same.len()].iter().find(said).and_then(|it| it.days);
            let it = &mut facts[start + n];
            (it.speaker, it.beside) = (speaker, beside);
            let (from, to) = beside.unwrap_or_default();
            for part in [speaker.unwrap_or(0), from as u64, to as u64] {
                it.stamp = mix(it.stamp, part);
            }
        }
        start += same.len();
    }
}

/// The stems of an article's lead, in order, and all of it, each once.
fn stems(weights: &Weights, article: &Article) -> (Vec<u64>, Vec<u64>) {
    let document = article.document();
    let mut lead: Vec<u64> = document.source.title.iter().flat_map(|it| weights.stems(it)).collect();
    let sentences: Vec<Vec<u64>> = document.sentences.iter().map(|it| weights.stems(it.range.of(&document.text))).collect();
    let already = document.sentences.first().zip(document.source.title.as_ref());
    let skip = usize::from(already.is_some_and(|(it, title)| document.quote(it.range) == *title));
    lead.extend(sentences.iter().skip(skip).take(LEAD).flatten());
    // Names tell stories apart better than other words: they count twice.
    let end = document.sentences.get(LEAD + skip).map_or(u32::MAX, |it| it.range.start);
    let named = article.analysis.names.iter().filter(|it| it.range.end <= end);
    lead.extend(named.flat_map(|it| weights.stems(it.range.of(&document.text))));
    let mut all: Vec<u64> = lead.iter().chain(sentences.iter().flatten()).copied().collect();
    all.sort_unstable();
    all.dedup();
    all.shrink_to_fit();
    (lead, all)
}

/// Words by the logarithm of how often they stand there, times their weight, at length one.
fn vector(weights: &Weights, words: impl Iterator<Item = (u64, f32)>) -> Sparse {
    let mut it = Sparse::from_pairs(words.collect());
    it.0.iter_mut().for_each(|it| it.1 = (if it.1 >= 1.0 { 1.0 + it.1.ln() } else { it.1 }) * weights.of(it.0));
    it.unit()
}

fn story(weights: &Weights, lead: &[u64]) -> Sparse {
    let mut it = Sparse::from_pairs(lead.iter().map(|&word| (word, 1.0)).collect());
    it.0.iter_mut().for_each(|it| it.1 = it.1.powf(REPEATED) * weights.of(it.0));
    it.unit()
}

fn stamp_of(article: &Article, story: &Sparse) -> u64 {
    let source = &article.document().source;
    let it = mix(hash(&source.id), hash(&source.sha256));
    story.0.iter().fold(it, |sum, it| mix(mix(sum, it.0), u64::from(it.1.to_bits())))
}

#[expect(clippy::too_many_arguments, reason = "what a mention is read from is much")]
fn facts(
    weights: &Weights,
    deeds: &Deeds,
    index: u32,
    mention: &Mention,
    articles: &[Article],
    entities: &[Entity],
    names: &[u64],
    stamp: u64,
) -> Facts {
    let article = &articles[mention.document as usize];
    let document = article.document();
    let sentence = document.sentences.get(mention.sentence as usize).map_or(mention.clause, |it| it.range);
    let times: Vec<TextRange> = article.analysis.timexes.iter().map(|it| it.range).filter(|it| it.overlaps(sentence)).collect();
    let of = |range: TextRange, weight: f32| -> Vec<(u64, f32)> {
        let mut out = Vec::new();
        let mut at = range.start;
        for time in times.iter().filter(|it| it.overlaps(range)) {
            out.extend(weights.stems(TextRange { start: at, end: time.start.max(at) }.of(&document.text)));
            at = time.end.max(at);
        }
        out.extend(weights.stems(TextRange { start: at, end: range.end.max(at) }.of(&document.text)));
        out.into_iter().map(|it| (it, weight)).collect()
    };
    // Where no day tells the clauses of a sentence apart, it is taken whole.
    let around = if mention.when.is_some() && mention.basis != Basis::ArticleDay { AROUND } else { 1.0 };
    let mut words = of(mention.clause, 1.0);
    if sentence.start < mention.clause.start {
        words.extend(of(TextRange { start: sentence.start, end: mention.clause.start }, around));
    }
    if mention.clause.end < sentence.end {
        words.extend(of(TextRange { start: mention.clause.end, end: sentence.end }, around));
    }
    let of_day = deeds.of_day(mention, article);
    let done = deeds.of(mention, article, entities, names, &words, &of_day);
    let named = mention.entities.iter().map(|&it| names[it as usize]).map(|it| (it, weights.of(it))).collect();
    let mut it = Facts {
        mention: index,
        article: mention.document,
        sentence: mention.sentence,
        origin: article.copy_of.unwrap_or(mention.document),
        days: mention.when.filter(|it| !it.open_start() && !it.open_end()).map(|it| days(&it)),
        night: mention.when.is_some_and(|it| it.precision.has_time() && it.n_days() == 2),
        soft: mention.basis == Basis::ArticleDay,
        planned: mention.status == Status::Planned,
        supporting: supporting(mention),
        words: vector(weights, words.into_iter()),
        deeds: done,
        of_day,
        speaker: super::deeds::speaker_of(mention, article, entities).map(|it| names[it as usize]),
        recalled: false,
        written: article.published.map(|it| days(&it)),
        beside: None,
        leans: article.inferred && leans(mention, article),
        names: Sparse::from_pairs(named),
        quotes: quotes(sentence.of(&document.text)),
        figures: mention.figures.iter().map(|it| (hash(&it.what), it.value as f32)).collect(),
        stamp: 0,
    };
    it.recalled = it.days.zip(it.written).is_some_and(|(days, written)| written.0 - days.1 > LONG_AGO);
    it.stamp = [&it.words, &it.names, &it.deeds, &it.of_day]
        .iter()
        .flat_map(|it| &it.0)
        .fold(stamp, |sum, it| mix(mix(sum, it.0), it.1.to_bits().into()));
    it.stamp = it.quotes.iter().fold(it.stamp, |sum, &it| mix(sum, it));
    it.stamp = it.figures.iter().fold(it.stamp, |sum, it| mix(mix(sum, it.0), it.1.to_bits().into()));
    let flags = u64::from(it.soft)
        | u64::from(it.supporting) << 1
        | u64::from(it.days.is_some()) << 2
        | u64::from(it.planned) << 3
        | u64::from(it.leans) << 4
        | u64::from(it.night) << 5;
    let (first, last) = it.days.unwrap_or_default();
    let (from, to) = it.written.unwrap_or_default();
    for part in [from as u64, to as u64, flags, first as u64, last as u64, mention.sentence.into(), mention.clause.start.into()] {
        it.stamp = mix(it.stamp, part);
    }
    it
}

/// Whether a date hangs on the day of writing.
fn leans(mention: &Mention, article: &Article) -> bool {
    let dated = mention.timex.and_then(|it| article.dated.get(it as usize));
    mention.when.is_some() && dated.is_none_or(|it| it.reason.anchor.is_some())
}

fn days(when: &Interval) -> (i32, i32) {
    (number(when.first_day()), number(when.last_day()))
}

/// Hashes of every run of [`QUOTED`] words within quotation marks, ascending, each once.
fn quotes(sentence: &str) -> Vec<u64> {
    let mut out = Vec::new();
    let plain = sentence.replace("``", "\"").replace("''", "\"");
    for (i, part) in plain.split(['"', '“', '”', '«', '»', '„']).enumerate() {
        if i % 2 == 0 {
            continue;
        }
        let words: Vec<u64> =
            part.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(|it| hash(&it.to_lowercase())).collect();
        out.extend(words.windows(QUOTED).map(|it| it.iter().fold(3, |sum, &it| mix(sum, it))));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Whether a mention may only join what others found.
pub(crate) fn supporting(mention: &Mention) -> bool {
    mention.weight == Weight::Supporting
}
