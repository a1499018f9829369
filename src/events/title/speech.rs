//! Lines for what somebody says, where the words said stand before the speaker or in quotation marks.

use super::page::{LONGEST, Page, Piece, WIDEST, finished, joined, trim_opening};
use super::verb::Number;
use crate::events::Mention;
use crate::events::clause::{Clause, Hold};
use crate::events::cue::Part;
use crate::events::word::Tag;
use crate::text::TextRange;

impl Page<'_> {
    /// "Smith says: “...”", where the words said are no clause that could follow "says".
    pub(super) fn quotation(&self, n: usize, subject: Vec<Piece>, verbs: Vec<Piece>) -> String {
        let content = self
            .clauses
            .all
            .iter()
            .position(|it| it.hold == Hold::Content && it.group.is_some() && self.words[it.start].tag == Tag::OpenQuote);
        let spoken = |it: usize| {
            self.clauses.all[it].subject.is_some_and(|it| !matches!(self.said(it.0), "I" | "We" | "we" | "You" | "My" | "Our"))
        };
        if let Some(content) = content.filter(|&it| it != n && spoken(it)) {
            let told = self.clause(content);
            let mut line: Vec<Piece> = subject.clone();
            line.extend(verbs.iter().cloned());
            if !told.is_empty() {
                let line = format!("{} {}", joined(&line), lower_first(&told, self.starts_with_name(content)));
                if line.chars().count() <= LONGEST {
                    return finished(&line);
                }
            }
        }
        let verb = self.clauses.all[n].verb;
        let Some(open) = (verb + 1..self.words.len()).find(|&it| self.words[it].tag == Tag::OpenQuote) else {
            return String::new();
        };
        let end = (open + 1..self.words.len())
            .find(|&it| matches!(self.words[it].tag, Tag::CloseQuote | Tag::Stop | Tag::Comma))
            .unwrap_or(self.words.len());
        let tells = (open + 1..end).any(|it| self.words[it].tag == Tag::Finite) && self.words[end - 1].tag != Tag::Finite;
        let Some(first) = self.words.get(open + 1).map(|it| it.tag) else { return String::new() };
        if end < open + 4 || !tells || !(first == Tag::Noun || first == Tag::Name || first == Tag::Determiner) {
            return String::new();
        }
        let (first, last) = (self.words[open + 1].range.start, self.words[end - 1].range.end);
        let said = TextRange { start: first, end: last }.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let line = format!("{}: “{said}”", joined(&subject));
        if line.chars().count() <= LONGEST { finished(&line) } else { String::new() }
    }

    /// Whether the words before the speaker and the verb are in quotation marks.
    pub(super) fn follows_quote(&self, n: usize) -> bool {
        let clause = &self.clauses.all[n];
        let start = clause.subject.zip(clause.group).map(|(subject, group)| subject.0.min(group.0));
        start.and_then(|it| it.checked_sub(1)).is_some_and(|it| self.words[it].tag == Tag::CloseQuote)
    }

    /// "Smith posts “Next stop: Oslo”", where a few words in quotation marks stand before the speaker.
    pub(super) fn posting(&self, n: usize, subject: &[Piece], verbs: &[Piece]) -> String {
        let clause = &self.clauses.all[n];
        let start = clause.subject.zip(clause.group).map_or(clause.start, |(subject, group)| subject.0.min(group.0));
        let close = start.saturating_sub(1);
        let Some(open) = (0..close).rev().find(|&it| self.words[it].tag == Tag::OpenQuote) else { return String::new() };
        let said = TextRange { start: self.words[open].range.end, end: self.words[close].range.start }.of(self.text);
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = said.trim_end_matches([',', '.', ' ']);
        let line = format!("{} {} “{said}”", joined(subject), joined(verbs));
        if said.contains(' ') && line.chars().count() <= LONGEST { finished(&line) } else { String::new() }
    }

    /// "had put it more bluntly": how it is said, not what.
    pub(super) fn puts_it(&self, n: usize) -> bool {
        let clause = &self.clauses.all[n];
        let it = clause.group.and_then(|it| self.words.get(it.1)).is_some_and(|it| it.of(self.text) == "it");
        it && self.lemma(clause.verb).is_some_and(|it| it.word == "put")
            && (clause.verb + 2..self.words.len())
                .any(|it| self.words[it].tag == Tag::OpenQuote && matches!(self.words[it - 1].tag, Tag::Break | Tag::Comma))
    }

    /// "Smith says “No deal”", where the words said stand at the end.
    pub(super) fn saying_after(&self, n: usize, subject: &[Piece], number: Number) -> String {
        let from = self.clauses.all[n].verb;
        let Some(open) = (from..self.words.len()).find(|&it| self.words[it].tag == Tag::OpenQuote) else { return String::new() };
        let close = (open + 1..self.words.len()).find(|&it| matches!(self.words[it].tag, Tag::CloseQuote | Tag::Stop));
        let said = TextRange {
            start: self.words[open].range.end,
            end: close.map_or(self.words[self.words.len() - 1].range.end, |it| self.words[it].range.start),
        };
        let said = said.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let line = format!("{} {} “{}”", joined(subject), says(number), said.trim_end_matches([',', '.', ' ']));
        if said.contains(' ') && line.chars().count() <= LONGEST { finished(&line) } else { String::new() }
    }

    /// "“No comment.” Anna Holm, at the door.": a quotation whose sentence ends before its speaker is named.
    pub(super) fn attributed(&self, mention: &Mention) -> Option<String> {
        let document = self.article.document();
        let sentence = document.sentences.get(mention.sentence as usize)?;
        let before = document.sentences.get((mention.sentence as usize).checked_sub(1)?)?;
        let quote = document.quote(before.range);
        let said = quote.trim().strip_prefix(['"', '“'])?.strip_suffix(['"', '”'])?.trim_end_matches(['.', ',', ' ']);
        let names = &self.article.analysis.names;
        let speaker = mention.trigger.as_ref().filter(|it| it.class == "say")?.range;
        let name = names.get(names.partition_point(|it| it.range.start < speaker.start)).filter(|it| it.range == speaker)?;
        let speaks = before.paragraph == sentence.paragraph;
        let line = format!("{} says “{said}”", name.full);
        let fits = said.contains(' ') && !said.contains(['"', '“', '”']) && line.chars().count() <= LONGEST;
        (speaks && fits).then(|| finished(&line))
    }

    /// What the press reports of others, without the press: "Reuters reported that the bank had closed".
    pub(super) fn reported(&self, n: usize) -> Option<String> {
        let clause = &self.clauses.all[n];
        let (start, end) = clause.subject?;
        let outlet = (start..end).all(|it| self.words[it].is_nominal())
            && (start..end).any(|it| self.titles().outlets.contains(&self.lower(it)));
        let reports = self.lemma(clause.verb).is_some_and(|it| it.word == "report");
        let content = self.clauses.all.iter().position(|it| it.parent == Some(n) && it.hold == Hold::Content)?;
        (outlet && reports).then(|| self.clause(content)).filter(|it| !it.is_empty())
    }

    /// Whether a pronoun stands here that a line has a name for.
    fn is_personal(&self, n: usize) -> bool {
        matches!(self.lower(n).as_str(), "he" | "she" | "his" | "her")
    }

    pub(super) fn starts_with_name(&self, n: usize) -> bool {
        let Some((start, end)) = self.clauses.all[n].subject else { return true };
        // "The Americans" opens with the name once its article is gone.
        let article = self.words[start].tag == Tag::Determiner && start + 1 < end;
        if self.words[start + usize::from(article)].tag == Tag::Name || self.is_personal(start) {
            return true;
        }
        let at = self.words[start].range.start;
        let of_whom = self.lower(self.clauses.all[n].start) == "whose";
        of_whom || self.article.analysis.names.iter().any(|it| it.range.start == at)
    }

    /// A line for what a speaker named at the end of the sentence says of it.
    pub(super) fn speech(&self, n: usize) -> String {
        let is_told = |(it, clause): (usize, &Clause)| (it != n && clause.group.is_some()).then_some(it);
        let told = self.clauses.all.iter().enumerate().find_map(is_told);
        let plain = told.map(|it| self.clause(it)).unwrap_or_default();
        let Some(told) = told.filter(|_| !plain.is_empty()) else { return self.clause(n) };
        let first = self.clauses.all[told].group.map(|it| self.words[it.0]);
        let open = first.is_some_and(|it| it.quoted || it.form.part != Part::Open && it.form.part != Part::Have);
        if !open || plain.is_empty() {
            return plain;
        }
        let Some((mut subject, number)) = self.subject(n) else { return plain };
        trim_opening(&mut subject);
        let says = says(number);
        let speaker = joined(&subject);
        let own = self.clauses.all[told].subject.filter(|it| self.is_personal(it.0)).map(|it| self.lower(it.0));
        // "Smith says he will", not "Smith says Smith will".
        let rest = plain.strip_prefix(&speaker).map(|it| it.strip_prefix("'s").unwrap_or(it));
        let said = match own.zip(rest) {
            Some((pronoun, rest)) => format!("{pronoun}{rest}"),
            None => lower_first(&plain, self.starts_with_name(told)),
        };
        let line = format!("{speaker} {says} {said}");
        // What may be is nothing without who says so.
        let longest = if first.is_some_and(|it| it.form.part == Part::Modal) { WIDEST } else { LONGEST };
        if line.chars().count() <= longest { finished(&line) } else { plain }
    }
}

/// "says", as many as say it.
pub(super) fn says(number: Number) -> &'static str {
    match number {
        Number::One => "says",
        Number::Many => "say",
        Number::Unknown => "said",
    }
}

fn lower_first(line: &str, is_name: bool) -> String {
    let mut chars = line.chars();
    match chars.next() {
        Some(first) if !is_name && !chars.as_str().starts_with(char::is_uppercase) => first.to_lowercase().chain(chars).collect(),
        _ => line.to_owned(),
    }
}
