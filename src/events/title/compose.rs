//! Puts a clause together as a line: what to keep of it, whom its names and pronouns mean, and where it may be cut.

use super::cut::trim_opening;
use super::verb;
use crate::events::clause::{Clauses, Hold, is_phrasal, lemma};
use crate::events::cue::{Cues, Part, sense};
use crate::events::word::{Tag, Word};
use crate::events::{Article, EntityKind, Name};
use crate::temporal::{Expr, TimexType};
use crate::text::TextRange;

/// The longest line, in characters.
pub(super) const LONGEST: usize = 90;

/// Parts of a time, which go with it: "in the course of Friday".
const PARTS: &[&str] =
    &["course", "start", "beginning", "end", "middle", "morning", "evening", "night", "afternoon", "hours", "weeks", "days"];

/// A sentence opened for its titles.
pub(super) struct Page<'a> {
    pub(super) article: &'a Article,
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) clauses: &'a Clauses,
    pub(super) cues: &'a Cues,
}

/// One word of the line to be.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) said: String,
    /// The word of the sentence that it comes from.
    pub(super) at: usize,
    /// Whether it follows the piece before without a blank.
    pub(super) glued: bool,
}

impl Page<'_> {
    /// The person named by the words from `n` on, with the word after the name.
    pub(super) fn person_at(&self, n: usize) -> Option<(&Name, usize)> {
        let start = self.words[n].range.start;
        let names = &self.article.analysis.names;
        let name = names.get(names.partition_point(|it| it.range.start < start))?;
        if name.range.start != start || name.kind != EntityKind::Person {
            return None;
        }
        let end = (n..self.words.len()).find(|&it| self.words[it].range.start >= name.range.end).unwrap_or(self.words.len());
        Some((name, end))
    }

    /// Whether a word belongs to a date that stands beside the line anyway.
    fn is_date(&self, n: usize) -> bool {
        let timexes = &self.article.analysis.timexes;
        let at = self.words[n].range.start;
        let index = timexes.partition_point(|it| it.range.end <= at);
        let known = self
            .article
            .dated
            .get(index)
            .is_none_or(|it| matches!(it.kind, TimexType::Date | TimexType::Time) || it.when.is_some());
        let vague = timexes.get(index).is_some_and(|it| matches!(it.expr, Expr::Vague(_)));
        let next = self.words[n..].iter().find(|it| it.tag != Tag::Time);
        let names_a_noun = vague && next.is_some_and(|it| matches!(it.tag, Tag::Noun | Tag::Name));
        known && !names_a_noun
    }

    pub(super) fn said(&self, n: usize) -> &str {
        self.words[n].of(self.text)
    }

    pub(super) fn glued(&self, n: usize) -> bool {
        n > 0 && self.words[n].range.start == self.words[n - 1].range.end
    }

    pub(super) fn piece(&self, n: usize) -> Piece {
        Piece { said: self.said(n).to_owned(), at: n, glued: self.glued(n) }
    }

    /// Words as they stand, with people by their fullest name, titles and dates left out.
    pub(super) fn phrase(&self, range: impl Iterator<Item = usize>) -> Vec<Piece> {
        let all: Vec<usize> = range.collect();
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = 0;
        while at < all.len() {
            let n = all[at];
            let word = self.words[n];
            if matches!(self.said(n), "(" | "[") {
                while at < all.len() && !matches!(self.said(all[at]), ")" | "]") {
                    at += 1;
                }
                at += 1;
                continue;
            }
            if let Some((name, end)) = self.person_at(n) {
                let genitive = self.words.get(end).is_some_and(|it| it.tag == Tag::Genitive);
                let named = pieces.iter().any(|it| it.said == name.full || it.said.starts_with(&name.full));
                drop_titles(self, &mut pieces, n);
                let last = name.full.rsplit(' ').next().unwrap_or(&name.full);
                let said = if genitive || named { last.to_owned() } else { name.full.clone() };
                pieces.push(Piece { said, at: end - 1, glued: false });
                while at < all.len() && all[at] < end {
                    at += 1;
                }
                continue;
            }
            if word.tag == Tag::Time && self.is_date(n) {
                let run = all[at..].iter().take_while(|&&it| self.words[it].tag == Tag::Time).count();
                let next = all.get(at + run).copied();
                at += run;
                // "after Friday's talks" is "after the talks".
                if next.is_some_and(|it| self.words[it].tag == Tag::Genitive) {
                    at += 1;
                    if pieces.last().is_none_or(|it| self.words[it.at].tag != Tag::Determiner) {
                        pieces.push(Piece { said: "the".to_owned(), at: n, glued: false });
                    }
                    continue;
                }
                self.drop_date_lead(&mut pieces);
                continue;
            }
            if word.tag == Tag::Time {
                pieces.push(self.piece(n));
                at += 1;
                continue;
            }
            let adverb = word.tag == Tag::Adverb
                && matches!(
                    self.said(n).to_lowercase().as_str(),
                    "also"
                        | "later"
                        | "already"
                        | "however"
                        | "meanwhile"
                        | "earlier"
                        | "then"
                        | "simply"
                        | "therefore"
                        | "recently"
                        | "previously"
                        | "currently"
                        | "now"
                        | "still"
                        | "ago"
                );
            if !adverb {
                let mut piece = self.piece(n);
                piece.glued &= pieces.last().is_none_or(|it| it.at + 1 == n);
                pieces.push(piece);
            }
            at += 1;
        }
        settle_article(&mut pieces);
        pieces
    }

    /// Takes back what led to a date: "on", "in early", "over", "late", "during".
    pub(super) fn drop_date_lead(&self, pieces: &mut Vec<Piece>) {
        while let Some(last) = pieces.last() {
            let said = last.said.to_lowercase();
            let preposition = matches!(
                said.as_str(),
                "on" | "in"
                    | "at"
                    | "during"
                    | "over"
                    | "by"
                    | "since"
                    | "until"
                    | "from"
                    | "for"
                    | "through"
                    | "throughout"
                    | "of"
                    | "around"
                    | "about"
                    | "early"
                    | "late"
                    | "between"
                    | "within"
                    | "before"
                    | "after"
                    | "starting"
                    | "beginning"
                    | "earlier"
                    | "later"
                    | "to"
                    | "the"
                    | "as"
            );
            if !preposition || said == "of" && pieces.len() < 2 {
                break;
            }
            let the = said == "the";
            pieces.pop();
            let dangling = |it: &Piece| {
                matches!(
                    it.said.as_str(),
                    "scheduled"
                        | "planned"
                        | "set"
                        | "due"
                        | "slated"
                        | "expected"
                        | "dated"
                        | "agreed"
                        | "announced"
                        | "released"
                        | "starting"
                ) && it.at > 0
                    && matches!(self.words[it.at - 1].tag, Tag::Noun | Tag::Name | Tag::Comma)
            };
            if pieces.last().is_some_and(dangling) {
                pieces.pop();
            }
            // "in the course of the night", "late on Friday"
            if said == "of" && pieces.last().is_some_and(|it| PARTS.contains(&it.said.as_str())) {
                pieces.pop();
                if pieces.last().is_some_and(|it| matches!(it.said.as_str(), "small" | "early" | "late" | "opening")) {
                    pieces.pop();
                }
                continue;
            }
            if !the && !pieces.last().is_some_and(|it| matches!(it.said.as_str(), "late" | "early")) {
                break;
            }
        }
    }

    /// Whether the clause's verb leaves its matter to what somebody says.
    pub(super) fn is_saying(&self, n: usize) -> bool {
        let verb = self.clauses.all[n].verb;
        !is_phrasal(self.text, self.words, verb)
            && lemma(self.words, verb, self.cues).is_some_and(|it| it.sense & sense::SAYING != 0 && it.sense & sense::EVENT == 0)
    }

    /// A whole clause as a line.
    pub(super) fn clause(&self, n: usize) -> String {
        let clause = &self.clauses.all[n];
        let Some((mut subject, number)) = self.subject(n) else { return String::new() };
        let verbs = verb::group(self.text, self.words, clause, number, self.cues);
        trim_opening(&mut subject);
        if self.is_misread(n)
            || number == verb::Number::One && clause.group.is_some_and(|it| matches!(self.said(it.0), "were" | "are"))
        {
            return String::new();
        }
        let verbs: Vec<Piece> = verbs
            .into_iter()
            .map(|(at, said)| Piece { said, at, glued: self.words[at].tag == Tag::Not && self.glued(at) })
            .collect();
        let complement = self.complement(n, number);
        let active = clause
            .group
            .is_none_or(|it| self.words[clause.verb].tag != Tag::Participle || self.words[it.0].form.part == Part::Have);
        let saying = active && self.is_saying(n);
        if complement.is_empty() && saying {
            return self.quotation(n, subject, verbs);
        }
        // What is said must keep its own verb.
        let inner = self
            .clauses
            .all
            .iter()
            .find(|it| saying && it.parent == Some(n) && it.hold == Hold::Content && it.start >= clause.verb);
        let mut whole = 0;
        if let Some((_, end)) = inner.and_then(|it| it.group)
            && !self.words[inner.map_or(0, |it| it.start)].quoted
        {
            let Some(verb) = complement.iter().position(|it| it.at + 1 >= end) else { return String::new() };
            whole = verb + 1;
        } else if saying {
            whole = 1;
        }
        let bare = complement.len() == 1 && !complement[0].said.starts_with(char::is_uppercase);
        if saying && bare {
            return String::new();
        }
        // "Talks come", "the minister gives": the verb alone tells nothing.
        let empty = lemma(self.words, clause.verb, self.cues).is_some_and(|it| {
            matches!(
                it.word.as_str(),
                "come"
                    | "go"
                    | "get"
                    | "give"
                    | "take"
                    | "put"
                    | "make"
                    | "keep"
                    | "bring"
                    | "set"
                    | "have"
                    | "do"
                    | "use"
                    | "see"
                    | "say"
            )
        });
        let pronoun = matches!(complement.as_slice(), [it] if self.words[it.at].tag == Tag::Pronoun && it.said.starts_with(char::is_lowercase));
        let gone = complement.first().is_some_and(|it| matches!(self.words[it.at].tag, Tag::To | Tag::Preposition))
            && lemma(self.words, clause.verb, self.cues).is_some_and(|it| it.word == "bring");
        if gone && active || empty && (complement.is_empty() || pronoun) {
            return String::new();
        }
        loop {
            let from_verb = subject.len() + verbs.len() + whole;
            let pieces: Vec<Piece> = subject.iter().chain(&verbs).chain(&complement).cloned().collect();
            let line = self.line(&pieces, from_verb.max(1));
            if !line.is_empty() {
                return line;
            }
            // A long subject loses its last phrase: "the death toll in Odesa from a strike on the port".
            let cut = (1..subject.len())
                .rev()
                .find(|&it| self.words[subject[it].at].tag == Tag::Preposition && subject[it].said != "of");
            match cut {
                Some(cut) => subject.truncate(cut),
                None => return String::new(),
            }
        }
    }

    /// An event noun with what hangs on it as a line.
    pub(super) fn noun(&self, range: TextRange) -> String {
        let start = self.words.iter().position(|it| it.range.start >= range.start);
        let Some(start) = start else { return String::new() };
        let end = self.words.iter().position(|it| it.range.start >= range.end).unwrap_or(self.words.len());
        let end = (start..end).find(|&n| matches!(self.words[n].tag, Tag::Finite | Tag::Comma | Tag::Stop)).unwrap_or(end);
        // "a statement issued at the talks | the two sides": another phrase begins.
        let other = |&n: &usize| {
            self.words[n].tag == Tag::Determiner && matches!(self.words[n - 1].tag, Tag::Noun | Tag::Name | Tag::Time)
        };
        let end = (start + 1..end).find(other).unwrap_or(end);
        let mut pieces = self.phrase(start..end);
        trim_opening(&mut pieces);
        let pronoun = pieces.first().is_some_and(|it| {
            self.words[it.at].tag == Tag::Ing
                || matches!(
                    it.said.to_lowercase().as_str(),
                    "its" | "his" | "her" | "their" | "this" | "that" | "these" | "those" | "our" | "no" | "any" | "such"
                )
        });
        if pieces.len() < 2 || pronoun {
            return String::new();
        }
        self.line(&pieces, 1)
    }
}

/// "Russian President Vladimir Putin's special envoy Kirill Dmitriev" is "Kirill Dmitriev": what stands before a person's name
/// in the same phrase is a title.
fn drop_titles(page: &Page<'_>, pieces: &mut Vec<Piece>, n: usize) {
    let mut expected = n;
    while let Some(last) = pieces.last() {
        let tag = page.words[last.at].tag;
        let adjacent = last.at + 1 == expected;
        let joins = matches!(tag, Tag::Noun | Tag::Name | Tag::Determiner | Tag::Genitive | Tag::Adverb);
        let and = tag == Tag::Conjunction && last.at > 0 && page.cues.names.roles.contains(page.said(last.at - 1));
        let of = tag == Tag::Preposition
            && last.said == "of"
            && last.at > 0
            && page.cues.names.offices.contains(page.said(last.at - 1));
        let and = and || of;
        if !adjacent || !(joins || and) || last.said.contains(' ') && tag != Tag::Name {
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

/// "an overnight strike" without its date is "a strike".
fn settle_article(pieces: &mut [Piece]) {
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
