//! A line for until when somebody has time: "Deadline for Smith to answer".

use super::page::{LONGEST, Page, Piece, finished, joined};
use crate::events::word::Tag;

impl Page<'_> {
    /// The line for the bound at the word `at`: "gave her until Friday to answer", "have until Friday to answer".
    pub(super) fn deadline(&self, at: usize) -> String {
        let n = self.clauses.owner[at];
        let Some((_, from)) = self.clauses.all[n].group else { return String::new() };
        // Whoever is given time stands behind the verb, whoever has it before.
        let receiver: Vec<usize> = (from..at).filter(|&it| self.words[it].is_nominal()).collect();
        let is_person = receiver.iter().all(|&it| self.words[it].tag != Tag::Pronoun)
            || self.phrase(from..at).iter().all(|it| it.said.contains(' '));
        let mut who: Vec<Piece> =
            if receiver.is_empty() { self.subject(n).map(|it| it.0).unwrap_or_default() } else { self.phrase(from..at) };
        if who.is_empty() || !is_person {
            return String::new();
        }
        // "for the yard", but "for Anna Holm".
        let first = &mut who[0].said;
        if matches!(first.as_str(), "The" | "A" | "An") {
            *first = first.to_lowercase();
        }
        let closes = |it: &usize| matches!(self.words[*it].tag, Tag::Comma | Tag::Stop | Tag::Break | Tag::Subordinator);
        let to = (at..self.clauses.all[n].end.min(self.words.len())).find(|&it| self.words[it].tag == Tag::To);
        let end = to.map(|to| (to..self.words.len()).find(closes).unwrap_or(self.words.len()));
        let task = to.zip(end).map(|(to, end)| joined(&self.phrase(to..end))).unwrap_or_default();
        let line = format!("Deadline for {} {task}", joined(&who));
        if line.chars().count() <= LONGEST { finished(&line) } else { finished(&format!("Deadline for {}", joined(&who))) }
    }
}
