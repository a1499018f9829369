//! What a mention may do for the chronology: found an event, found one of little weight, or only back one.

use super::read::{Reader, Seen};
use super::{Basis, Mention, Weight};
use crate::calendar::Precision;
use crate::events::clause::{Hold, lemma};
use crate::events::word::Tag;
use crate::events::{EntityKind, reference, title};

/// How well a line must name an event at least.
const FIT: f32 = 0.25;

impl Reader<'_> {
    /// What neither its own line nor its sentence can name stands as no event of its own.
    pub(super) fn weigh(&mut self, seen: &Seen, n: usize) {
        let mention = &self.found[n];
        if mention.weight == Weight::Supporting || mention.basis == Basis::ArticleDay || mention.trigger.is_none() {
            return;
        }
        let line = title::line(self.article, &seen.words, &seen.clauses, mention, self.cues);
        let weight = if title::fitness_of(&line, self.article, mention, self.cues) >= FIT {
            mention.weight
        } else if mention.when.is_some() && self.is_explained(seen, mention) {
            Weight::Light
        } else {
            Weight::Supporting
        };
        let light = weight == Weight::Main && (self.is_market_move(seen, n) || is_background(seen, mention));
        self.found[n].weight = if light { Weight::Light } else { weight };
    }

    /// Whether the sentence itself makes a line, or what it points to was named just before.
    fn is_explained(&self, seen: &Seen, mention: &Mention) -> bool {
        // Over it stands a date that can only be its own; or somebody known by name says it.
        let stands = self.stand.now.is_some() && mention.basis == Basis::Context;
        if stands || mention.trigger.as_ref().is_some_and(|it| it.class == "say") && self.names_person(mention) {
            return true;
        }
        let brief = mention.when.is_some_and(|it| it.precision <= Precision::Week);
        let trigger = mention.trigger.as_ref().and_then(|it| seen.words.iter().position(|word| word.range == it.range));
        // "The weekend talks" is its own name.
        let is_noun = trigger.is_some_and(|it| seen.words[it].tag == Tag::Noun);
        let named = is_noun && mention.weight == Weight::Light;
        let mut at = trigger.map(|it| seen.clauses.owner[it]);
        while let Some(n) = at {
            let clause = &seen.clauses.all[n];
            let aside = clause.hold == Hold::Relative && !(brief && clause.set_off);
            if aside || clause.hold == Hold::Condition || seen.words[clause.verb].quoted {
                return false;
            }
            at = clause.parent;
        }
        named
            || title::has_line(self.article, &seen.words, &seen.clauses, self.cues)
            || reference::is_anchored(self.article, seen.sentence.range)
    }

    fn names_person(&self, mention: &Mention) -> bool {
        let names = &self.article.analysis.names;
        let lo = names.partition_point(|it| it.range.start < mention.clause.start);
        names[lo..].iter().take_while(|it| it.range.end <= mention.clause.end).any(|it| it.kind == EntityKind::Person)
    }

    /// Whether it tells no more than how prices moved.
    fn is_market_move(&self, seen: &Seen, n: usize) -> bool {
        let Some(trigger) = &self.found[n].trigger else { return false };
        let Some(at) = seen.words.iter().position(|it| it.range == trigger.range) else { return false };
        let moves = lemma(&seen.words, at, self.cues).is_some_and(|it| self.cues.market.moves.contains(&it.word));
        let clause = self.found[n].clause;
        let inside = seen.words.iter().filter(|it| clause.holds(it.range));
        moves
            && inside.filter(|it| matches!(it.tag, Tag::Noun | Tag::Name)).any(|it| {
                let said = it.of(seen.text).to_lowercase();
                self.cues.market.things.contains(&said)
                    || said.strip_suffix('s').is_some_and(|it| self.cues.market.things.contains(it))
            })
    }
}

/// "The bank, founded in 1899, ...": a year that an aside tells of something else.
fn is_background(seen: &Seen, mention: &Mention) -> bool {
    let trigger = mention.trigger.as_ref().and_then(|it| seen.words.iter().position(|word| word.range == it.range));
    let aside = trigger.is_some_and(|it| seen.clauses.all[seen.clauses.owner[it]].hold == Hold::Relative);
    aside && mention.when.is_some_and(|it| it.precision >= Precision::Year)
}
