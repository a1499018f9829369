//! A sentence opened for its lines: its words without their dates, people by their fullest names.

use super::dates;
use super::lexicon::TitleWords;
use super::recast::Recast;
use crate::events::clause::{Clauses, lemma};
use crate::events::cue::{Cues, Lemma};
use crate::events::word::{Tag, Word};
use crate::events::{Article, EntityKind, Name, reference};

/// The longest line, in characters.
pub(super) const LONGEST: usize = 90;
/// The same where nothing shorter is whole.
pub(super) const WIDEST: usize = 110;

/// A sentence opened for its lines.
pub(super) struct Page<'a> {
    pub(super) article: &'a Article,
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) clauses: &'a Clauses,
    pub(super) cues: &'a Cues,
    /// The words of dates, and what led to them: they stand beside the line.
    pub(super) gone: Vec<bool>,
    /// The clause that tells the mention, and how its verb is put.
    pub(super) recast: Option<(usize, Recast)>,
}

/// One word of the line to be, or a whole name.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) said: String,
    /// The word of the sentence that it comes from; of a name the last.
    pub(super) at: usize,
    /// Whether it follows the piece before without a blank.
    pub(super) glued: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(article: &'a Article, words: &'a [Word], clauses: &'a Clauses, cues: &'a Cues) -> Page<'a> {
        let text = article.document().text.as_str();
        let gone = dates::gone(article, text, words, clauses, cues);
        Page { article, text, words, clauses, cues, gone, recast: None }
    }

    pub(super) fn titles(&self) -> &TitleWords {
        &self.cues.titles
    }

    pub(super) fn said(&self, n: usize) -> &str {
        self.words[n].of(self.text)
    }

    pub(super) fn lower(&self, n: usize) -> String {
        self.said(n).to_lowercase()
    }

    pub(super) fn lemma(&self, n: usize) -> Option<&Lemma> {
        lemma(self.words, n, self.cues)
    }

    pub(super) fn glued(&self, n: usize) -> bool {
        n > 0 && self.words[n].range.start == self.words[n - 1].range.end
    }

    /// The person named by the words from `n` on, with the word after the name.
    pub(super) fn person_at(&self, n: usize) -> Option<(&'a Name, usize)> {
        let start = self.words.get(n)?.range.start;
        let names = &self.article.analysis.names;
        let name = names.get(names.partition_point(|it| it.range.start < start))?;
        if name.range.start != start || name.kind != EntityKind::Person {
            return None;
        }
        let end = (n..self.words.len()).find(|&it| self.words[it].range.start >= name.range.end).unwrap_or(self.words.len());
        Some((name, end))
    }

    /// Words as they stand, with people by their fullest name, titles and dates left out.
    pub(super) fn phrase(&self, range: impl Iterator<Item = usize>) -> Vec<Piece> {
        let all: Vec<usize> = range.collect();
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = 0;
        while at < all.len() {
            let n = all[at];
            if matches!(self.said(n), "(" | "[") {
                while at < all.len() && !matches!(self.said(all[at]), ")" | "]") {
                    at += 1;
                }
                at += 1;
                continue;
            }
            if self.gone[n] {
                at += 1;
                // "after Friday's talks" is "after the talks".
                if self.words[n].tag == Tag::Genitive && pieces.last().is_none_or(|it| self.words[it.at].tag != Tag::Determiner) {
                    pieces.push(Piece { said: "the".to_owned(), at: n, glued: false });
                }
                continue;
            }
            if let Some((name, end)) = self.person_at(n) {
                let genitive = self.words.get(end).is_some_and(|it| it.tag == Tag::Genitive);
                let named = pieces.iter().any(|it| it.said == name.full || it.said.starts_with(&name.full));
                self.drop_titles(&mut pieces, n);
                let last = name.full.rsplit(' ').next().unwrap_or(&name.full);
                let said = if genitive || named { last.to_owned() } else { name.full.clone() };
                pieces.push(Piece { said, at: end - 1, glued: false });
                while at < all.len() && all[at] < end {
                    at += 1;
                }
                continue;
            }
            if let Some(said) = self.meant(n) {
                pieces.push(Piece { said, at: n, glued: false });
                at += 1;
                continue;
            }
            let placing = self.words[n].tag == Tag::Adverb && self.titles().placing.contains(&self.lower(n));
            if !placing {
                let glued = self.glued(n) && pieces.last().is_none_or(|it| it.at + 1 == n);
                pieces.push(Piece { said: self.said(n).replace(" - ", "-"), at: n, glued });
            }
            at += 1;
        }
        settle_articles(&mut pieces);
        pieces
    }

    /// The name for "his", "her" or "him" where it means somebody outside the sentence, or another than the clause's subject;
    /// "the" for "its" where a person is all that stands before it: "Smith opened its doors".
    fn meant(&self, n: usize) -> Option<String> {
        let lower = self.lower(n);
        if lower == "its" && !self.words[n].quoted {
            let clause = &self.clauses.all[self.clauses.owner[n]];
            let (subject, group) = clause.subject.zip(clause.group)?;
            let person = self.person_at(subject.0).is_some_and(|it| it.1 >= subject.1);
            let thing = (group.1..n).any(|it| matches!(self.words[it].tag, Tag::Noun | Tag::Name));
            return (person && !thing).then(|| "the".to_owned());
        }
        if self.words[n].quoted || !matches!(lower.as_str(), "his" | "her" | "him") {
            return None;
        }
        let at = self.words[n].range.start;
        let subject = self.clauses.all[self.clauses.owner[n]].subject?;
        let possessive = lower == "his" || lower == "her" && self.words.get(n + 1).is_some_and(|it| it.is_nominal());
        if possessive {
            let head = self.words[subject.1 - 1];
            let thing = head.tag == Tag::Noun && !head.caps;
            let inside = !thing
                || (0..n).any(|it| self.person_at(it).is_some() || matches!(self.lower(it).as_str(), "he" | "she" | "who"));
            let name = (!inside).then(|| reference::pronoun(self.article, at)).flatten()?;
            return Some(format!("{}'s", name.full));
        }
        let pronoun = matches!(self.lower(subject.0).as_str(), "he" | "she");
        let named = (subject.0..subject.1).find_map(|it| self.person_at(it)).map(|it| it.0);
        let named = if pronoun { Some(reference::pronoun(self.article, self.words[subject.0].range.start)?) } else { named };
        reference::object(self.article, at, named.map_or("", |it| &it.full)).map(|it| it.full.clone())
    }

    /// "Russian President Vladimir Putin's special envoy Kirill Dmitriev" is "Kirill Dmitriev": what stands before a person's
    /// name in the same phrase is a title, where it ends in a word for one.
    fn drop_titles(&self, pieces: &mut Vec<Piece>, n: usize) {
        let names = &self.cues.names;
        // The comma before a name set off goes with its title.
        let comma = n > 0 && self.words[n - 1].tag == Tag::Comma && pieces.last().is_some_and(|it| it.at + 2 == n);
        let n = if comma { n - 1 } else { n };
        let last = n.checked_sub(1).map(|it| self.said(it));
        // "Secretary of State Marco Rubio": what somebody is the secretary of goes with it.
        let of = n >= 3 && self.said(n - 2) == "of" && self.words[n - 1].caps;
        let last = if of && names.offices.contains(self.said(n - 3)) { Some(self.said(n - 3)) } else { last };
        if !last
            .is_some_and(|it| names.offices.contains(it) || names.roles.contains(it) || it == "Dr" || it == "Mr." || it == "Mrs.")
        {
            return;
        }
        let mut expected = n;
        while let Some(last) = pieces.last() {
            let tag = self.words[last.at].tag;
            let adjacent = last.at + 1 == expected;
            let joins = matches!(tag, Tag::Noun | Tag::Name | Tag::Determiner | Tag::Genitive | Tag::Adverb);
            let before = last.at.checked_sub(1).map_or("", |it| self.said(it));
            let and = tag == Tag::Conjunction && names.roles.contains(before);
            let of = last.said == "of" && before.starts_with(char::is_uppercase);
            if !adjacent || !(joins || and || of) || last.said.contains(' ') && tag != Tag::Name {
                break;
            }
            expected = last.at;
            // A name of several words came in as one piece.
            if let Some(width) = last.said.split(' ').count().checked_sub(1) {
                expected = expected.saturating_sub(width);
            }
            pieces.pop();
        }
    }
}

/// "an overnight strike" without its date is "a strike".
fn settle_articles(pieces: &mut [Piece]) {
    for n in 1..pieces.len() {
        let vowel = pieces[n].said.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
        if pieces[n].at == pieces[n - 1].at + 1 {
            continue;
        }
        match pieces[n - 1].said.as_str() {
            "an" if !vowel => pieces[n - 1].said = "a".to_owned(),
            "a" if vowel => pieces[n - 1].said = "an".to_owned(),
            _ => {}
        }
    }
}

/// Leaves out an opening conjunction, a stray mark, and the article where a name or several words follow it.
pub(super) fn trim_opening(pieces: &mut Vec<Piece>) {
    while pieces.len() > 1 && matches!(pieces[0].said.to_lowercase().as_str(), "but" | "and" | "," | "“" | "\"" | "also" | "so")
    {
        pieces.remove(0);
    }
    if pieces.len() > 1 && matches!(pieces[0].said.to_lowercase().as_str(), "the" | "a" | "an") {
        pieces.remove(0);
    }
}

pub(super) fn joined(pieces: &[Piece]) -> String {
    let mut line = String::new();
    let mut after_open = false;
    for piece in pieces {
        let closes = matches!(piece.said.as_str(), "," | "”" | "’" | "»" | "'s" | "’s" | "%" | "''");
        if !line.is_empty() && !closes && !after_open && !piece.glued {
            line.push(' ');
        }
        after_open = matches!(piece.said.as_str(), "“" | "‘" | "«" | "``")
            || (piece.said == "\"" && line.matches('"').count().is_multiple_of(2));
        line.push_str(&piece.said);
    }
    line
}

/// The line without marks at its ends, its quotation marks in pairs or not at all, with a capital.
pub(super) fn finished(line: &str) -> String {
    let line = line.replace("``", "“").replace("''", "”").replace("'`", "‘").replace(" ”", "”").replace("“ ", "“");
    let line = line.trim().trim_start_matches([',', ';', ':', '–', '—', '-', '.']).trim_start();
    let line = line
        .strip_prefix("'s ")
        .or_else(|| line.strip_prefix("’s "))
        .unwrap_or(line)
        .trim_end_matches(['.', ',', ';', ':', '—', '–', '-', ' '])
        .trim();
    let count = |mark: char| line.matches(mark).count();
    let paired = count('“') == count('”') && count('"').is_multiple_of(2) && count('‘') <= count('’');
    let line = if paired { line.to_owned() } else { line.replace(['“', '”', '"', '‘'], "") };
    let line = line.replace(" ,", ",").replace(",,", ",").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = line.trim().chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
