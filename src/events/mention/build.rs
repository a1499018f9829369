//! Puts a mention together: its trigger, what is said in it, whom it names, what it counts.

use super::date::Date;
use super::read::{Reader, Seen, Tells};
use super::{Basis, Mention, Status, Trigger, Weight};
use crate::events::clause::{Clause, Hold, lemma};
use crate::events::cue::{Part, sense};
use crate::events::word::Tag;
use crate::events::{Name, figure, reference};
use crate::text::TextRange;

/// Among so many words at its head a clause names its subject.
const OPENING: usize = 4;

impl Reader<'_> {
    /// The full name of who speaks in a clause.
    pub(super) fn speaker_of(&self, seen: &Seen, clause: &Clause) -> Option<String> {
        let (start, end) = clause.subject?;
        let range = TextRange { start: seen.words[start].range.start, end: seen.words[end - 1].range.end };
        if seen.words[start].tag == Tag::Pronoun && end == start + 1 {
            return reference::pronoun(self.article, range.start).map(|it| it.full.clone());
        }
        let names = &self.article.analysis.names;
        let lo = names.partition_point(|it| it.range.start < range.start);
        names[lo..].iter().take_while(|it| it.range.end <= range.end).last().map(|it| it.full.clone())
    }

    pub(super) fn trigger(&self, seen: &Seen, n: usize) -> Option<Trigger> {
        let word = seen.words.get(n)?;
        let (stem, class) = match word.tag {
            Tag::Noun | Tag::Name => self.cues.event_noun(word.form).map(|it| (it.stem.clone(), it.class))?,
            _ => match self.cues.verb(word.form) {
                Some(it) => (it.stem.clone(), it.class),
                None => (self.cues.stem(&word.of(seen.text).to_lowercase()), ""),
            },
        };
        Some(Trigger { range: word.range, stem, class })
    }

    /// The word that tells what a clause is about: its verb, or the noun that a light verb leaves it to.
    pub(super) fn telling(&self, seen: &Seen, n: usize) -> usize {
        let clause = &seen.clauses.all[n];
        let light = seen.words[clause.deed].form.part != Part::Open
            || lemma(&seen.words, clause.deed, self.cues).is_some_and(|it| self.cues.light.contains(&it.word));
        if !light {
            return clause.deed;
        }
        (clause.deed + 1..clause.end.min(clause.deed + 7))
            .take_while(|&it| !matches!(seen.words[it].tag, Tag::Comma | Tag::Break | Tag::Relative | Tag::Conjunction))
            .find(|&it| {
                seen.words[it].tag == Tag::Noun
                    && self.cues.event_noun(seen.words[it].form).is_some_and(|it| it.sense & sense::EVENT != 0)
            })
            .unwrap_or(clause.deed)
    }

    pub(super) fn mention(
        &self,
        seen: &Seen,
        n: usize,
        basis: Basis,
        date: Option<&Date>,
        weight: Weight,
        status: Status,
    ) -> Mention {
        let clause = &seen.clauses.all[n];
        let mut content = None;
        if self.tells(seen, clause) == Some(Tells::Saying) {
            let told =
                seen.clauses.all.iter().position(|it| it.parent == Some(n) && it.hold == Hold::Content && it.group.is_some());
            let told =
                told.or_else(|| (clause.hold == Hold::Speech).then_some(0)).filter(|&it| seen.clauses.all[it].group.is_some());
            let told = told.filter(|&it| self.tells(seen, &seen.clauses.all[it]) != Some(Tells::State));
            content = told.and_then(|it| self.trigger(seen, self.telling(seen, it)));
            // "claimed to have destroyed", "promised not to force"
            content = content.or_else(|| {
                let to = (clause.deed + 1..clause.end.min(clause.deed + 3)).find(|&it| seen.words[it].tag == Tag::To)?;
                let verb = (to + 1..clause.end)
                    .take_while(|&it| matches!(seen.words[it].tag, Tag::Infinitive | Tag::Participle | Tag::Adverb))
                    .last()?;
                self.trigger(seen, verb)
            });
            content = content.or_else(|| {
                (clause.deed + 1..clause.end)
                    .find(|&it| {
                        seen.words[it].tag == Tag::Noun
                            && self.cues.event_noun(seen.words[it].form).is_some_and(|it| it.sense & sense::EVENT != 0)
                    })
                    .and_then(|it| self.trigger(seen, it))
            });
        }
        let trigger = self.trigger(seen, self.telling(seen, n));
        let mut start = clause.start;
        if let Some((subject, _)) = clause.subject {
            start = start.min(subject);
        }
        if clause.hold == Hold::Speech {
            start = 0;
        }
        self.build(seen, (start, clause.end), trigger, content, basis, date, weight, status)
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a mention are many")]
    pub(super) fn build(
        &self,
        seen: &Seen,
        (start, end): (usize, usize),
        trigger: Option<Trigger>,
        content: Option<Trigger>,
        basis: Basis,
        date: Option<&Date>,
        weight: Weight,
        status: Status,
    ) -> Mention {
        let end = end.max(start + 1).min(seen.words.len());
        let last = if end > start + 1 && matches!(seen.words[end - 1].tag, Tag::Stop | Tag::Comma) { end - 2 } else { end - 1 };
        let clause = TextRange { start: seen.words[start].range.start, end: seen.words[last].range.end };
        Mention {
            document: self.article_idx,
            sentence: u32::try_from(seen.n).unwrap_or(u32::MAX),
            timex: date.map(|it| it.timex),
            when: date.and_then(|it| it.when),
            basis,
            status,
            trigger,
            content,
            entities: self.with_meant(seen, (start, end), self.entities(clause)),
            figures: figure::figures(seen.text, &seen.words[start..end]),
            clause,
            weight,
        }
    }

    /// The entities named, and whom "he" or "the two" means where the words open so.
    fn with_meant(&self, seen: &Seen, (start, end): (usize, usize), mut entities: Vec<u32>) -> Vec<u32> {
        let names = &self.article.analysis.names;
        let entity = |name: &Name| {
            let n = names.partition_point(|it| it.range.start < name.range.start);
            self.entity_of_name.get(n).copied()
        };
        let opening = || seen.words[start..end.min(start + OPENING)].iter();
        let he = opening().find(|it| it.tag == Tag::Pronoun && matches!(it.of(seen.text), "he" | "she" | "He" | "She"));
        let two = opening()
            .zip(opening().skip(1))
            .find(|(the, two)| the.of(seen.text).eq_ignore_ascii_case("the") && two.of(seen.text) == "two");
        entities.extend(he.and_then(|it| reference::pronoun(self.article, it.range.start)).and_then(entity));
        if let Some((a, b)) = two.and_then(|it| reference::the_two(self.article, it.0.range.start)) {
            entities.extend([a, b].into_iter().filter_map(entity));
        }
        entities.sort_unstable();
        entities.dedup();
        entities
    }

    pub(super) fn entities(&self, range: TextRange) -> Vec<u32> {
        let names = &self.article.analysis.names;
        let lo = names.partition_point(|it| it.range.start < range.start);
        let within = names.iter().enumerate().skip(lo).take_while(|(_, it)| it.range.end <= range.end);
        let mut entities: Vec<u32> = within.filter_map(|(n, _)| self.entity_of_name.get(n).copied()).collect();
        entities.sort_unstable();
        entities.dedup();
        entities
    }
}
