//! What a verb still needs before a line may stop: its object, what is said, the phrase that goes with it.

use super::page::Page;
use crate::events::clause::{Clause, Hold};
use crate::events::cue::{Part, sense};
use crate::events::word::Tag;

/// What the verb last met still needs.
pub(super) struct Need {
    pub(super) verb: usize,
    pub(super) passive: bool,
    /// How many words that can be its object or complement have come.
    pub(super) n_nominal: usize,
    pub(super) n_phrases: usize,
    /// The content clause whose verb is still to come, or the saying that still needs one.
    pub(super) content_due: bool,
    pub(super) quotes: i32,
    pub(super) paired: bool,
    /// "it was the minister | who": nothing before the relative clause.
    pub(super) cleft: bool,
    /// Whether the sentence itself ends here.
    pub(super) done: bool,
    /// Whether the clause is the sentence's own, so that no object stands before it.
    pub(super) main: bool,
}

impl Page<'_> {
    /// Whether a verb group has the passive.
    pub(super) fn is_passive(&self, verb: usize, first: usize) -> bool {
        self.words[verb].tag == Tag::Participle
            && (self.words[first].form.part != Part::Have || verb > first + 1 && (first..verb).any(|it| self.said(it) == "been"))
    }

    /// Whether a verb of saying leads to what is said and is nothing without it.
    pub(super) fn must_say(&self, clause: &Clause, end: usize) -> bool {
        let Some(lemma) = self.lemma(clause.verb) else { return false };
        let says = self.titles().saying.contains(&lemma.word);
        // "acknowledged the loss", "warned of floods": a deed done by words.
        let next = (clause.verb + 1..end).find(|&it| !self.gone[it] && self.words[it].tag != Tag::Adverb);
        let deed = lemma.sense & (sense::ACT | sense::EVENT) != 0
            && !matches!(lemma.word.as_str(), "say" | "tell" | "add" | "note" | "state" | "insist" | "remind")
            && next.is_some_and(|it| {
                matches!(
                    self.words[it].tag,
                    Tag::Noun | Tag::Name | Tag::Determiner | Tag::Number | Tag::To | Tag::Preposition | Tag::Ing
                ) && self.clauses.owner[it] == self.clauses.owner[clause.verb]
            });
        // "told the court about the night"
        let about = matches!(lemma.word.as_str(), "tell" | "inform" | "remind" | "write" | "testify" | "warn" | "assure")
            && (clause.verb + 1..end.min(clause.verb + 8)).any(|it| matches!(self.said(it), "about" | "of"))
            && !self.clauses.all.iter().any(|it| it.hold == Hold::Content && it.start > clause.verb);
        says && !deed && !about
    }

    /// Whether a line may stop before a preposition.
    pub(super) fn may_stop_before(&self, need: &Need, preposition: &str) -> bool {
        if matches!(preposition, "of" | "than" | "per" | "like" | "between" | "versus")
            || preposition == "as" && need.n_nominal == 0
        {
            return false;
        }
        let lemma = self.lemma(need.verb);
        let titles = self.titles();
        if need.n_phrases > 0 {
            return true;
        }
        if lemma.is_some_and(|it| titles.phrase.contains(&it.word)) && !need.passive {
            return false;
        }
        // "were focused on", "agreed on": the phrase right after the verb is most often its own.
        let tight = matches!(
            preposition,
            "on" | "to" | "with" | "for" | "into" | "about" | "against" | "from" | "over" | "upon" | "among" | "at" | "by"
        );
        let alone = lemma.is_some_and(|it| titles.alone.contains(&it.word));
        need.n_nominal > 0 || !tight || alone && !matches!(lemma.map(|it| it.class), Some("rise" | "fall" | "travel"))
    }

    /// "declared the search over.": what nothing follows leads to nothing.
    pub(super) fn is_particle(&self, n: usize) -> bool {
        let ends = self.words.get(n + 1).is_none_or(|it| matches!(it.tag, Tag::Stop | Tag::Comma));
        ends && self.titles().particles.contains(self.said(n))
    }

    /// Whether the verb last met has what it needs, and the last word kept can be the last of a line.
    pub(super) fn is_met(&self, need: &Need, kept: &[usize], over: bool) -> bool {
        if need.content_due || need.cleft {
            return false;
        }
        let verb = self.words[need.verb];
        let lemma = self.lemma(need.verb).map_or("", |it| it.word.as_str());
        let titles = self.titles();
        let last = kept.iter().rev().find(|&&it| self.words[it].tag != Tag::CloseQuote).copied();
        let ends_well = match last {
            None => true,
            Some(it) => match self.words[it].tag {
                Tag::Noun => !matches!(self.said(it), "than" | "as" | "not"),
                Tag::Name | Tag::Number | Tag::Time | Tag::Infinitive | Tag::Participle => true,
                Tag::Ing => over,
                Tag::Finite => !self.words[it].is_auxiliary(),
                Tag::Pronoun if over => !matches!(self.said(it), "he" | "she" | "they" | "we" | "I" | "you" | "who"),
                Tag::Pronoun => {
                    matches!(self.said(it), "it" | "them" | "him" | "itself" | "himself" | "herself" | "themselves" | "nothing")
                }
                Tag::Adverb => {
                    titles.particles.contains(self.said(it))
                        || self.said(it) == "again"
                        || over && !matches!(self.said(it), "about" | "around" | "nearly" | "almost" | "only" | "even" | "just")
                }
                // "a mistake that we will pay for”"
                Tag::Preposition if over && self.words.get(it + 1).is_some_and(|it| it.tag == Tag::CloseQuote) => true,
                Tag::Preposition => titles.particles.contains(self.said(it)) && (it == need.verb + 1 || self.is_particle(it)),
                _ => false,
            },
        };
        let of = last.is_some_and(|it| self.words[it].tag == Tag::Name && self.cues.names.demonyms.contains_key(self.said(it)))
            && self.words.get(last.unwrap_or(0) + 1).is_some_and(|it| matches!(it.tag, Tag::Noun | Tag::Name));
        if !ends_well || of || verb.form.part == Part::Modal {
            return false;
        }
        if verb.form.part == Part::Be {
            return need.n_nominal + need.n_phrases > 0
                && !matches!(last.map(|it| self.words[it].tag), Some(Tag::Infinitive | Tag::Finite));
        }
        if need.passive {
            if titles.phrase.contains(lemma) && !titles.giving.contains(lemma) {
                return need.n_phrases > 0;
            }
            return !(titles.to.contains(lemma) && !titles.chosen.contains(lemma)
                || titles.saying.contains(lemma)
                || titles.light.contains(lemma))
                || need.n_nominal + need.n_phrases > 0;
        }
        let phrasal = kept.iter().any(|&it| it == need.verb + 1 && titles.particles.contains(self.said(it)));
        if titles.alone.contains(lemma) || phrasal && titles.alone.contains(&format!("{lemma}-{}", self.said(need.verb + 1))) {
            return true;
        }
        let leads_on = [&titles.phrase, &titles.light, &titles.saying].iter().any(|it| it.contains(lemma));
        // "came down", where the clause ends there by itself.
        need.n_nominal > 0
            || over && need.main && (phrasal || need.done && !leads_on)
            || over && lemma == "come" && verb.tag == Tag::Infinitive
            || over && matches!(lemma, "go" | "stay" | "agree" | "refuse" | "help")
    }
}
