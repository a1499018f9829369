//! Lines for what somebody says, where the words said stand before the speaker or in quotation marks.

use super::page::{LONGEST, Page, Piece, finished, joined, trim_opening};
use super::verb::Number;
use crate::events::clause::Hold;
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

    pub(super) fn starts_with_name(&self, n: usize) -> bool {
        let Some((start, _)) = self.clauses.all[n].subject else { return true };
        let at = self.words[start].range.start;
        self.article.analysis.names.iter().any(|it| it.range.start == at)
    }

    /// A line for what a speaker named at the end of the sentence says of it.
    pub(super) fn speech(&self, n: usize) -> String {
        let told = self.clauses.all.iter().position(|it| it.hold != Hold::Speech && it.group.is_some());
        let Some(told) = told else { return String::new() };
        let plain = self.clause(told);
        let first = self.clauses.all[told].group.map(|it| self.words[it.0]);
        let open = first.is_some_and(|it| it.form.part != Part::Open && it.form.part != Part::Have);
        if !open || plain.is_empty() {
            return plain;
        }
        let Some((mut subject, number)) = self.subject(n) else { return plain };
        trim_opening(&mut subject);
        let says = match number {
            Number::One => "says",
            Number::Many => "say",
            Number::Unknown => "said",
        };
        let line = format!("{} {says} {}", joined(&subject), lower_first(&plain, self.starts_with_name(told)));
        if line.chars().count() <= LONGEST { finished(&line) } else { plain }
    }
}

fn lower_first(line: &str, is_name: bool) -> String {
    let mut chars = line.chars();
    match chars.next() {
        Some(first) if !is_name && !chars.as_str().starts_with(char::is_uppercase) => first.to_lowercase().chain(chars).collect(),
        _ => line.to_owned(),
    }
}
