//! Fuzzy find over a chronology: query in, events out, with the letters that matched. The only home of fuzzy_matcher.
//!
//! Each query word is matched inside single words (titles, names, outlets, then the words of the evidence), so that noise
//! across words does not count. Names are found in any spelling: by their romanised letters and by their consonants.

pub mod key;

use std::collections::BTreeMap;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::query::{Ask, Query, Term};
use super::{Timeline, trail};
use crate::calendar::{Interval, Precision};
use crate::events::{EntityKind, Event};
use crate::text::TextRange;

/// An event that a query finds.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Hit {
    /// Index of the event.
    pub event: u32,
    /// The bytes of its title that matched, ascending.
    pub marks: Vec<TextRange>,
    /// Why it matched, where the title does not show it.
    pub why: Option<String>,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Title,
    Name,
    Outlet,
    Text,
}

/// A distinct word and the events that hold it.
#[derive(Debug, Default)]
struct Posting {
    letters: u64,
    skeleton: String,
    events: BTreeMap<u32, Field>,
}

/// The words of a chronology, made once for each of its snapshots.
#[derive(Debug, Default)]
pub struct Index {
    words: BTreeMap<String, Posting>,
}

impl Index {
    /// Collects the words of every event.
    pub fn build(timeline: &Timeline) -> Index {
        let mut index = Index::default();
        for (event_idx, event) in (0u32..).zip(&timeline.events) {
            index.add(event_idx, Field::Title, &event.title);
            for &entity in &event.entities {
                for spelling in timeline.entities.get(entity as usize).iter().flat_map(|it| &it.spellings) {
                    index.add(event_idx, Field::Name, spelling);
                }
            }
            for mention in event.mentions.iter().filter_map(|&it| timeline.mentions.get(it as usize)) {
                index.add(event_idx, Field::Outlet, &trail::outlet(timeline, mention.document));
                let document = timeline.articles.get(mention.document as usize).map(|it| it.document());
                let sentence = trail::sentence(timeline, mention);
                index.add(event_idx, Field::Text, document.map(|it| sentence.of(&it.text)).unwrap_or_default());
            }
        }
        for (word, posting) in &mut index.words {
            posting.letters = key::letters(word);
            posting.skeleton = key::skeleton(word);
        }
        index
    }

    fn add(&mut self, event: u32, field: Field, text: &str) {
        for range in key::words(text) {
            let posting = self.words.entry(key::fold(range.of(text))).or_default();
            let best = posting.events.entry(event).or_insert(field);
            *best = field.min(*best);
        }
    }

    /// The events that the query finds, in the order of the chronology.
    pub fn find(&self, timeline: &Timeline, query: &Query) -> Vec<Hit> {
        let finders: Vec<Finder> = query.terms.iter().map(|it| Finder::new(self, it)).collect();
        let found = (0u32..).zip(&timeline.events).filter_map(|(event_idx, event)| {
            let mut hit = Hit { event: event_idx, ..Hit::default() };
            finders.iter().all(|it| it.holds(timeline, event, &mut hit)).then(|| {
                hit.marks.sort_unstable();
                hit.marks = joined(&hit.marks);
                hit
            })
        });
        found.collect()
    }

    /// The events that hold a word like the one asked for, each with the best field and the word that matched there.
    fn like(&self, asked: &str) -> BTreeMap<u32, (Field, &str)> {
        let asked = Asked::new(asked);
        let mut found: BTreeMap<u32, (Field, &str)> = BTreeMap::new();
        for (word, posting) in &self.words {
            let Some(closeness) = asked.closeness(word, posting.letters, &posting.skeleton) else { continue };
            for (&event, &field) in &posting.events {
                // Running text is too rich for guesses: there the word must begin as asked.
                if field == Field::Text && closeness > Closeness::Prefix {
                    continue;
                }
                let best = found.entry(event).or_insert((field, word));
                if field < best.0 {
                    *best = (field, word);
                }
            }
        }
        found
    }
}

/// How close a word comes to what was asked; less is closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Closeness {
    Same,
    Prefix,
    Inside,
    Sounds,
    Fuzzy,
}

/// A query word, made ready.
struct Asked {
    word: String,
    letters: u64,
    skeleton: String,
    matcher: SkimMatcherV2,
}

impl Asked {
    fn new(word: &str) -> Asked {
        let word = key::fold(word);
        Asked {
            letters: key::letters(&word),
            skeleton: key::skeleton(&word),
            matcher: SkimMatcherV2::default().ignore_case(),
            word,
        }
    }

    fn closeness(&self, word: &str, letters: u64, skeleton: &str) -> Option<Closeness> {
        if word == self.word {
            return Some(Closeness::Same);
        }
        if word.starts_with(&self.word) {
            return Some(Closeness::Prefix);
        }
        // One or two letters say too little for anything but a beginning.
        if self.word.len() < 3 {
            return None;
        }
        if word.contains(&self.word) {
            return Some(Closeness::Inside);
        }
        if self.skeleton.len() >= 3 && self.word.len() >= 5 && skeleton == self.skeleton {
            return Some(Closeness::Sounds);
        }
        if letters & self.letters != self.letters {
            return None;
        }
        self.indices(word).map(|_| Closeness::Fuzzy)
    }

    /// The letters of a word that answer the query in order, close together and from the first letter on.
    fn indices(&self, word: &str) -> Option<Vec<usize>> {
        if word.bytes().next() != self.word.bytes().next() {
            return None;
        }
        let (_, indices) = self.matcher.fuzzy_indices(word, &self.word)?;
        let span = indices.last()? - indices.first()? + 1;
        (span <= self.word.len() + 1 + self.word.len() / 3).then_some(indices)
    }
}

/// A term of the query with its postings looked up.
struct Finder<'a> {
    term: &'a Term,
    words: Vec<BTreeMap<u32, (Field, &'a str)>>,
}

impl<'a> Finder<'a> {
    fn new(index: &'a Index, term: &'a Term) -> Finder<'a> {
        let words = term.any.iter().map(|ask| match ask {
            Ask::Word(word) if !key::is_literal(word) => index.like(word),
            _ => BTreeMap::new(),
        });
        Finder { term, words: words.collect() }
    }

    fn holds(&self, timeline: &Timeline, event: &Event, hit: &mut Hit) -> bool {
        let mut any = false;
        for (ask, words) in self.term.any.iter().zip(&self.words) {
            let found = match ask {
                Ask::Word(word) if !key::is_literal(word) => found_word(word, words, event, hit),
                _ => found_literal(timeline, ask, event, hit),
            };
            any |= found;
        }
        any != self.term.negated
    }
}

fn found_word(word: &str, words: &BTreeMap<u32, (Field, &str)>, event: &Event, hit: &mut Hit) -> bool {
    let Some(&(field, matched)) = words.get(&hit.event) else { return false };
    match field {
        Field::Title => hit.marks.extend(title_marks(&event.title, word)),
        Field::Name => hit.why = Some(format!("name {matched}")),
        Field::Outlet => hit.why = Some(format!("source {matched}")),
        Field::Text => hit.why = Some(format!("text {matched}")),
    }
    true
}

/// The letters of a title that answer a query word.
fn title_marks(title: &str, word: &str) -> Vec<TextRange> {
    let asked = Asked::new(word);
    let mut marks = Vec::new();
    for range in key::words(title) {
        let text = range.of(title);
        let folded = key::fold(text);
        let Some(closeness) = asked.closeness(&folded, key::letters(&folded), &key::skeleton(&folded)) else { continue };
        let indices: Vec<usize> = match closeness {
            Closeness::Same | Closeness::Prefix => (0..asked.word.len()).collect(),
            Closeness::Inside => {
                let at = folded.find(&asked.word).unwrap_or(0);
                (at..at + asked.word.len()).collect()
            }
            Closeness::Sounds => (0..folded.len()).collect(),
            Closeness::Fuzzy => asked.indices(&folded).unwrap_or_default(),
        };
        if folded.len() != text.chars().count() {
            // Romanised letters do not stand one to one for those shown: the word as a whole is marked.
            marks.push(range);
            continue;
        }
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        for (at, letter) in indices.iter().filter_map(|&it| letters.get(it)) {
            let start = range.start as usize + at;
            marks.push(TextRange::new(start, start + letter.len_utf8()));
        }
    }
    marks
}

fn found_literal(timeline: &Timeline, ask: &Ask, event: &Event, hit: &mut Hit) -> bool {
    match ask {
        Ask::Word(word) => found_text(timeline, event, hit, |text| find_starting(text, word)),
        Ask::Exact(word) => found_text(timeline, event, hit, |text| {
            key::words(text).into_iter().find(|it| it.of(text) == word || key::fold(it.of(text)) == *word)
        }),
        Ask::Phrase(phrase) => found_text(timeline, event, hit, |text| find_phrase(text, phrase)),
        Ask::Starts(start) => {
            let starts = event.title.to_lowercase().starts_with(&start.to_lowercase());
            if starts {
                hit.marks.push(TextRange::new(0, event.title.len().min(start.len())));
            }
            starts
        }
        Ask::When(interval) => event.when.is_some_and(|it| it.overlaps(interval)),
        Ask::Within(interval) => event.when.is_some_and(|it| it.within(interval)),
        Ask::Published(interval) => {
            documents(timeline, event).any(|it| published(timeline, it).is_some_and(|it| it.overlaps(interval)))
        }
        Ask::Outlet(outlet) => {
            let asked = key::squeezed(outlet);
            documents(timeline, event).any(|it| key::squeezed(&trail::outlet(timeline, it)).contains(&asked))
        }
        Ask::File(pattern) => documents(timeline, event)
            .any(|it| timeline.articles.get(it as usize).is_some_and(|it| key::glob(pattern, &it.document().source.path))),
        Ask::Language(language) => documents(timeline, event).any(|it| {
            let source = timeline.articles.get(it as usize).map(|it| &it.document().source);
            source.and_then(|it| it.language.as_deref()).unwrap_or("en").eq_ignore_ascii_case(language)
        }),
        Ask::Who(name) => named(timeline, event, name, |it| it != EntityKind::Place),
        Ask::Where(name) => named(timeline, event, name, |it| it == EntityKind::Place || it == EntityKind::Other),
        Ask::Status(status) => event.status == *status,
        Ask::Sources(lo, hi) => *lo <= event.independent && event.independent <= *hi,
        Ask::Conflict => event.in_conflict(),
        Ask::Single => event.independent <= 1,
        Ask::Undated => event.when.is_none(),
        Ask::Inferred => documents(timeline, event).any(|it| {
            let published = timeline.published.get(it as usize).and_then(Option::as_ref);
            published.is_some_and(|it| it.basis == crate::dating::Basis::Inferred)
        }),
        Ask::DayExact => event.when.is_some_and(|it| it.precision <= Precision::Day),
    }
}

/// Looks in the title first, then in the evidence.
fn found_text(timeline: &Timeline, event: &Event, hit: &mut Hit, find: impl Fn(&str) -> Option<TextRange>) -> bool {
    if let Some(range) = find(&event.title) {
        hit.marks.push(range);
        return true;
    }
    let mentions = event.mentions.iter().filter_map(|&it| timeline.mentions.get(it as usize));
    let mut quotes = mentions.filter_map(|it| {
        let document = timeline.articles.get(it.document as usize)?.document();
        Some(document.quote(trail::sentence(timeline, it)))
    });
    let found = quotes.any(|it| find(&it).is_some());
    if found {
        hit.why = Some("in the evidence".to_owned());
    }
    found
}

fn find_starting(text: &str, word: &str) -> Option<TextRange> {
    key::words(text)
        .into_iter()
        .find(|it| it.of(text).starts_with(word))
        .map(|it| TextRange::new(it.start as usize, it.start as usize + word.len()))
}

/// A phrase, whatever its capitals and the kind of its apostrophes.
fn find_phrase(text: &str, phrase: &str) -> Option<TextRange> {
    let plain = |it: char| match it {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        it => it.to_lowercase().next().unwrap_or(it),
    };
    let phrase: Vec<char> = phrase.chars().map(plain).collect();
    let letters: Vec<(usize, char)> = text.char_indices().map(|(at, it)| (at, plain(it))).collect();
    let n = phrase.len();
    let at = (n > 0).then(|| letters.windows(n).position(|it| it.iter().map(|it| it.1).eq(phrase.iter().copied())))??;
    let end = letters.get(at + n).map_or(text.len(), |it| it.0);
    Some(TextRange::new(letters.get(at)?.0, end))
}

fn documents<'a>(timeline: &'a Timeline, event: &'a Event) -> impl Iterator<Item = u32> + 'a {
    event.mentions.iter().filter_map(|&it| timeline.mentions.get(it as usize)).map(|it| it.document)
}

fn published(timeline: &Timeline, document: u32) -> Option<Interval> {
    timeline.published.get(document as usize)?.as_ref().map(|it| it.when)
}

fn named(timeline: &Timeline, event: &Event, name: &str, is_kind: impl Fn(EntityKind) -> bool) -> bool {
    let asked = Asked::new(&key::squeezed(name));
    let entities = event.entities.iter().filter_map(|&it| timeline.entities.get(it as usize)).filter(|it| is_kind(it.kind));
    let mut keys = entities
        .flat_map(|it| &it.spellings)
        .flat_map(|it| key::words(it).into_iter().map(move |word| key::fold(word.of(it))).chain([key::squeezed(it)]));
    keys.any(|it| asked.closeness(&it, key::letters(&it), &key::skeleton(&it)).is_some_and(|it| it < Closeness::Fuzzy))
}

fn joined(marks: &[TextRange]) -> Vec<TextRange> {
    let mut out: Vec<TextRange> = Vec::new();
    for &mark in marks {
        match out.last_mut().filter(|it| mark.start <= it.end) {
            Some(last) => last.end = last.end.max(mark.end),
            None => out.push(mark),
        }
    }
    out
}
