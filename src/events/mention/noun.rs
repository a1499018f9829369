//! Mentions that a noun tells: "talks in Berlin earlier this week".

use super::date::Date;
use super::read::{Reader, Seen};
use super::{Basis, Status, Weight};
use crate::calendar::Precision;
use crate::events::clause::is_past;
use crate::events::cue::{holds, sense};
use crate::events::word::Tag;

/// Nouns of these classes name words, not what they tell of.
pub(super) const LIGHT: [&str; 2] = ["say", "publish"];

impl Reader<'_> {
    /// A mention that a noun tells: "talks in Berlin earlier this week".
    pub(super) fn noun(&mut self, seen: &Seen, noun: usize, date: Option<&Date>, weight: Weight) {
        let words = &seen.words;
        let mut start = noun;
        while start > 0
            && (words[start - 1].is_nominal()
                || words[start - 1].tag == Tag::Time
                || words[start - 1].tag == Tag::Participle && start < noun)
            && words[start - 1].tag != Tag::Pronoun
        {
            start -= 1;
            if words[start].tag == Tag::Determiner {
                break;
            }
        }
        let mut end = noun + 1;
        let owner = seen.clauses.owner[noun];
        while end < words.len()
            && seen.clauses.owner[end] == owner
            && words[end].of(seen.text) != "as"
            && !matches!(
                words[end].tag,
                Tag::Finite
                    | Tag::Break
                    | Tag::Stop
                    | Tag::Comma
                    | Tag::Subordinator
                    | Tag::That
                    | Tag::Relative
                    | Tag::OpenQuote
                    | Tag::CloseQuote
            )
        {
            end += 1;
        }
        let bare = (start..end).filter(|&it| matches!(words[it].tag, Tag::Noun | Tag::Name | Tag::Number)).count() < 2;
        // "The weekend talks", "Sunday's vote": the date itself tells which.
        let told_by_date = date.is_some_and(|it| it.end <= noun && it.when.is_some_and(|it| it.precision <= Precision::Week));
        let weight = match (bare, told_by_date) {
            (false, _) => weight,
            (true, true) => weight.max(Weight::Light),
            (true, false) => Weight::Supporting,
        };
        let said: String = words[start..end].iter().map(|it| it.of(seen.text)).collect::<Vec<_>>().join(" ").to_lowercase();
        let expected = said.split(' ').any(|it| holds(&self.cues.day.ahead, it));
        let ahead = date.is_some_and(|it| self.lies_ahead(it));
        let status = if expected || ahead { Status::Planned } else { Status::Happened };
        let trigger = self.trigger(seen, noun);
        let basis = if date.is_some() { Basis::Said } else { Basis::Nothing };
        let mention = self.build(seen, (start, end), trigger, None, basis, date, weight, status);
        self.found.push(mention);
    }

    /// "Despite his arrest", "the death of": what a sentence names in passing backs what others tell.
    pub(super) fn named_deeds(&mut self, seen: &Seen, start: usize) {
        for n in 0..seen.words.len() {
            // One undated mention stands for its sentence.
            if self.found[start..].iter().any(|it| it.when.is_none()) {
                return;
            }
            let word = &seen.words[n];
            let is_event = word.tag == Tag::Noun
                && self.cues.event_noun(word.form).is_some_and(|it| it.sense & sense::EVENT != 0 && !LIGHT.contains(&it.class));
            let told = || self.found[start..].iter().any(|it| it.trigger.as_ref().is_some_and(|it| it.range == word.range));
            if !is_event || told() {
                continue;
            }
            self.noun(seen, n, None, Weight::Supporting);
            // A date within belongs to it, and told of it already where it could.
            let timexes = &self.article.analysis.timexes;
            if let Some(named) = self.found.last() {
                let lo = timexes.partition_point(|it| it.range.end <= named.clause.start);
                if timexes.get(lo).is_some_and(|it| it.range.start < named.clause.end) {
                    self.found.pop();
                }
            }
        }
    }

    /// A sentence whose verbs tell nothing may still name an event.
    pub(super) fn any_noun(&mut self, seen: &Seen) {
        let past = seen.clauses.all.iter().any(|it| is_past(&seen.words, it));
        let noun = seen
            .words
            .iter()
            .position(|it| it.tag == Tag::Noun && self.cues.event_noun(it.form).is_some_and(|it| it.sense & sense::EVENT != 0));
        if let Some(noun) = noun.filter(|_| past) {
            self.noun(seen, noun, None, Weight::Supporting);
        }
    }
}
