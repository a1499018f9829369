//! Puts a clause together as a line: what to keep of it, whom its names and pronouns mean, and where it may be cut.

use super::verb::{self, Number};
use crate::events::clause::{Clauses, Hold, lemma};
use crate::events::cue::{Cues, Part, sense};
use crate::events::word::{Tag, Word};
use crate::events::{Article, EntityKind, Name, reference};
use crate::text::TextRange;

/// The longest line, in characters.
pub(super) const LONGEST: usize = 90;

/// A sentence opened for its titles.
pub(super) struct Page<'a> {
    pub(super) article: &'a Article,
    pub(super) text: &'a str,
    pub(super) words: Vec<Word>,
    pub(super) clauses: Clauses,
    pub(super) cues: &'a Cues,
}

/// One word of the line to be.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    said: String,
    /// The word of the sentence that it comes from.
    at: usize,
    /// Whether it follows the piece before without a blank.
    glued: bool,
}

impl Page<'_> {
    /// The person named by the words from `n` on, with the word after the name.
    fn person_at(&self, n: usize) -> Option<(&Name, usize)> {
        let start = self.words[n].range.start;
        let names = &self.article.analysis.names;
        let name = names.get(names.partition_point(|it| it.range.start < start))?;
        if name.range.start != start || name.kind != EntityKind::Person {
            return None;
        }
        let end = (n..self.words.len()).find(|&it| self.words[it].range.start >= name.range.end).unwrap_or(self.words.len());
        Some((name, end))
    }

    fn said(&self, n: usize) -> &str {
        self.words[n].of(self.text)
    }

    fn glued(&self, n: usize) -> bool {
        n > 0 && self.words[n].range.start == self.words[n - 1].range.end
    }

    fn piece(&self, n: usize) -> Piece {
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
            if word.tag == Tag::Time {
                let run = all[at..].iter().take_while(|&&it| self.words[it].tag == Tag::Time).count();
                let next = all.get(at + run).copied();
                at += run;
                self.drop_date_lead(&mut pieces);
                // The 's of "Friday's".
                if next.is_some_and(|it| self.words[it].tag == Tag::Genitive) {
                    at += 1;
                }
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
                pieces.push(self.piece(n));
            }
            at += 1;
        }
        pieces
    }

    /// Takes back what led to a date: "on", "in early", "over", "late", "during".
    fn drop_date_lead(&self, pieces: &mut Vec<Piece>) {
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
            if !the {
                break;
            }
        }
    }

    /// The subject of a clause; none where nobody can tell whom it means.
    pub(super) fn subject(&self, n: usize) -> Option<(Vec<Piece>, Number)> {
        let clause = &self.clauses.all[n];
        let (start, end) = clause.subject?;
        let start = (start..end).find(|&it| !matches!(self.words[it].tag, Tag::OpenQuote | Tag::CloseQuote))?;
        let at = self.words[start].range.start;
        let first = self.said(start).to_lowercase();
        let alone = end - start <= 2;
        if self.words[start].tag == Tag::Pronoun
            || matches!(
                first.as_str(),
                "both" | "his" | "her" | "its" | "their" | "our" | "my" | "your" | "this" | "these" | "those" | "such" | "that"
            )
        {
            if matches!(first.as_str(), "he" | "she") && alone {
                let name = reference::pronoun(self.article, at)?;
                return Some((vec![Piece { said: name.full.clone(), at: start, glued: false }], Number::One));
            }
            return None;
        }
        if first == "the" && end == start + 2 {
            let role = self.said(start + 1).to_lowercase();
            if role == "two" || role == "pair" {
                let (a, b) = reference::the_two(self.article, at)?;
                let said = format!("{} and {}", a.full, b.full);
                return Some((vec![Piece { said, at: start, glued: false }], Number::Many));
            }
            if let Some(name) = reference::role(self.article, &role, self.cues) {
                return Some((vec![Piece { said: name.full.clone(), at: start, glued: false }], Number::One));
            }
        }
        let number = verb::number(self.text, &self.words, (start, end), self.ends_in_person(start, end), self.cues);
        let mine = (start..end)
            .filter(|&it| self.clauses.owner[it] == n || self.clauses.all[n].subject.is_some_and(|it| it.0 < clause.start));
        let mut pieces = self.phrase(mine);
        self.close_apposition(n, end, &mut pieces);
        (!pieces.is_empty()).then_some((pieces, number))
    }

    fn ends_in_person(&self, start: usize, end: usize) -> bool {
        (start..end).any(|n| self.person_at(n).is_some_and(|it| it.1 == end))
    }

    /// "Putin's envoy, Kirill Dmitriev, said": the name set off by commas is the better subject.
    fn close_apposition(&self, n: usize, end: usize, pieces: &mut Vec<Piece>) {
        let verb = self.clauses.all[n].group.map_or(end, |it| it.0);
        if self.words.get(end).is_none_or(|it| it.tag != Tag::Comma) || end + 1 >= verb {
            return;
        }
        let has_person = pieces
            .iter()
            .any(|it| self.article.analysis.names.iter().any(|name| name.kind == EntityKind::Person && name.full == it.said));
        if let Some((name, after)) = self.person_at(end + 1)
            && !has_person
            && self.words.get(after).is_some_and(|it| it.tag == Tag::Comma)
        {
            *pieces = vec![Piece { said: name.full.clone(), at: after - 1, glued: false }];
        }
    }

    /// What follows the verb of a clause, up to where it stops to matter.
    pub(super) fn complement(&self, n: usize, number: Number) -> Vec<Piece> {
        let clause = &self.clauses.all[n];
        let Some((_, from)) = clause.group else { return Vec::new() };
        let mut kept = Vec::new();
        let mut replaced: Vec<(usize, &'static str)> = Vec::new();
        let mut quote = 0i32;
        let mut at = from;
        while at < clause.end.min(self.words.len()) {
            let owner = self.clauses.owner[at];
            let word = self.words[at];
            let inner = &self.clauses.all[owner];
            if owner != n {
                let content = inner.hold == Hold::Content
                    || (inner.hold == Hold::Relative && !inner.set_off)
                    || inner.hold == Hold::Condition;
                let nested = self.clauses.lies_in(owner, n);
                if !content || !nested {
                    if nested && inner.end > at && inner.end < clause.end && inner.hold == Hold::Relative {
                        at = inner.end;
                        if self.words.get(at).is_some_and(|it| it.tag == Tag::Comma) {
                            at += 1;
                        }
                        continue;
                    }
                    break;
                }
                // "that" after a verb of saying is not needed, and what is said moves to the present.
                if word.tag == Tag::That && at == inner.start {
                    at += 1;
                    continue;
                }
                if inner.hold == Hold::Content && inner.group.is_some_and(|it| it.0 == at) && !word.quoted {
                    let of = inner.subject.map_or(number, |it| {
                        let first = self.words[it.0].of(self.text).to_lowercase();
                        if matches!(first.as_str(), "he" | "she" | "it") {
                            Number::One
                        } else if first == "they" {
                            Number::Many
                        } else {
                            verb::number(self.text, &self.words, it, false, self.cues)
                        }
                    });
                    let next = self.words[at + 1..].iter().find(|it| !matches!(it.tag, Tag::Adverb | Tag::Not));
                    if let Some(now) = verb::said(&word, self.text, next, of) {
                        replaced.push((at, now));
                    }
                }
            }
            match word.tag {
                Tag::OpenQuote => quote += 1,
                Tag::CloseQuote => quote -= 1,
                Tag::Comma if !self.goes_on(n, at) => break,
                Tag::Break if matches!(self.said(at), "(" | "[") => {
                    while at < clause.end && !matches!(self.said(at), ")" | "]") {
                        at += 1;
                    }
                    at += 1;
                    continue;
                }
                Tag::Break => break,
                Tag::Stop => break,
                Tag::Subordinator if owner == n => break,
                _ => {}
            }
            kept.push(at);
            at += 1;
        }
        // Quotation marks come in pairs or not at all.
        let balanced = quote == 0;
        let kept = kept.into_iter().filter(|&it| balanced || !matches!(self.words[it].tag, Tag::OpenQuote | Tag::CloseQuote));
        let mut pieces = self.phrase(kept);
        for (at, now) in replaced {
            for piece in pieces.iter_mut().filter(|it| it.at == at) {
                piece.said = now.to_owned();
            }
        }
        pieces
    }

    /// Whether a comma stands inside a list ("A, B and C") and not before a new thought.
    fn goes_on(&self, n: usize, comma: usize) -> bool {
        let end = self.clauses.all[n].end.min(self.words.len());
        let Some(next) = self.words.get(comma + 1) else { return false };
        // A place in its country or state: "Austin, Texas,".
        if self.words[comma - 1].tag == Tag::Name
            && next.tag == Tag::Name
            && self.article.analysis.names.iter().any(|it| it.kind == EntityKind::Place && it.range.start == next.range.start)
        {
            return true;
        }
        // "Putin's envoy, Kirill Dmitriev" at the end of the clause.
        let nominal = matches!(next.tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Determiner | Tag::Conjunction)
            || next.tag == Tag::Participle && next.form.part == Part::Open;
        let mut seen_and = next.tag == Tag::Conjunction;
        for word in self.words[comma + 1..end].iter().take(16) {
            match word.tag {
                Tag::Conjunction => seen_and = true,
                Tag::Finite | Tag::Relative | Tag::Subordinator | Tag::That | Tag::Ing | Tag::Break => break,
                _ => {}
            }
            if seen_and {
                break;
            }
        }
        let verb_follows =
            self.words[comma + 1..end].iter().take_while(|it| !matches!(it.tag, Tag::Comma)).any(|it| it.tag == Tag::Finite);
        nominal && seen_and && !verb_follows
    }

    /// The line from its pieces, held to the longest length; empty where nothing whole fits.
    pub(super) fn line(&self, pieces: &[Piece], at_least: usize) -> String {
        let mut end = pieces.len();
        while end > 0 {
            let line = joined(&pieces[..end]);
            if line.chars().count() <= LONGEST && self.ends_well(&pieces[..end]) {
                return finished(&line);
            }
            // Back to the start of the last phrase.
            let cut = (at_least..end).rev().find(|&it| it > 0 && self.may_cut(pieces, it));
            match cut {
                Some(cut) => end = cut,
                None => return String::new(),
            }
        }
        String::new()
    }

    /// Whether what comes before the piece is whole without it.
    fn may_cut(&self, pieces: &[Piece], it: usize) -> bool {
        let (before, here) = (&pieces[it - 1], &pieces[it]);
        let (tag, before_tag) = (self.words[here.at].tag, self.words[before.at].tag);
        let opens = matches!(
            tag,
            Tag::Preposition
                | Tag::To
                | Tag::Relative
                | Tag::Subordinator
                | Tag::Ing
                | Tag::Comma
                | Tag::OpenQuote
                | Tag::Participle
                | Tag::That
        ) || (tag == Tag::Conjunction && !here.said.eq("or"));
        let of = here.said == "of";
        let whole = matches!(before_tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Time | Tag::Adverb | Tag::CloseQuote)
            || (before_tag == Tag::Participle && tag == Tag::Preposition);
        opens && whole && !of
    }

    fn ends_well(&self, pieces: &[Piece]) -> bool {
        let Some(last) = pieces.last() else { return false };
        !matches!(
            self.words[last.at].tag,
            Tag::Preposition
                | Tag::To
                | Tag::Determiner
                | Tag::Conjunction
                | Tag::Relative
                | Tag::That
                | Tag::Subordinator
                | Tag::Comma
                | Tag::Genitive
        ) || matches!(last.said.as_str(), "down" | "up" | "off" | "out" | "over" | "in")
    }

    /// A whole clause as a line.
    pub(super) fn clause(&self, n: usize) -> String {
        let clause = &self.clauses.all[n];
        let Some((subject, number)) = self.subject(n) else { return String::new() };
        let verbs = verb::group(self.text, &self.words, clause, number, self.cues);
        let complement = self.complement(n, number);
        let mut pieces = subject;
        trim_opening(&mut pieces);
        let from_verb = pieces.len() + verbs.len();
        pieces.extend(verbs.into_iter().map(|(at, said)| Piece {
            said,
            at,
            glued: self.words[at].tag == Tag::Not && self.glued(at),
        }));
        pieces.extend(complement);
        self.line(&pieces, from_verb)
    }

    /// An event noun with what hangs on it as a line.
    pub(super) fn noun(&self, range: TextRange) -> String {
        let start = self.words.iter().position(|it| it.range.start >= range.start);
        let Some(start) = start else { return String::new() };
        let end = self.words.iter().position(|it| it.range.start >= range.end).unwrap_or(self.words.len());
        let end = (start..end).find(|&n| matches!(self.words[n].tag, Tag::Finite | Tag::Comma | Tag::Stop)).unwrap_or(end);
        let mut pieces = self.phrase(start..end);
        trim_opening(&mut pieces);
        if pieces.len() < 2 {
            return String::new();
        }
        self.line(&pieces, 1)
    }

    /// Whether the clause's verb leaves its matter to what somebody says.
    pub(super) fn is_saying(&self, n: usize) -> bool {
        lemma(&self.words, self.clauses.all[n].verb, self.cues).is_some_and(|it| it.sense & sense::SAYING != 0)
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

/// Leaves out an opening article, "But", a stray mark.
fn trim_opening(pieces: &mut Vec<Piece>) {
    while pieces.first().is_some_and(|it| {
        matches!(
            it.said.as_str(),
            "The" | "the" | "But" | "And" | "but" | "and" | "," | "“" | "\"" | "also" | "a" | "an" | "A" | "An"
        ) && pieces.len() > 1
    }) {
        pieces.remove(0);
    }
}

fn joined(pieces: &[Piece]) -> String {
    let mut line = String::new();
    let mut after_open = false;
    for piece in pieces {
        let closes = matches!(piece.said.as_str(), "," | "”" | "’" | "»" | "'s" | "’s" | "%");
        if !line.is_empty() && !closes && !after_open && !piece.glued {
            line.push(' ');
        }
        after_open = matches!(piece.said.as_str(), "“" | "‘" | "«" | "``")
            || (piece.said == "\"" && line.matches('"').count().is_multiple_of(2));
        line.push_str(&piece.said);
    }
    line
}

fn finished(line: &str) -> String {
    let line = line.trim().trim_end_matches(['.', ',', ';', ':', '—', '–', '-']).trim();
    let mut chars = line.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
