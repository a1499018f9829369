//! Commas and other marks after a verb: which close an aside, which part a list, which end what matters.

use super::page::Page;
use crate::events::EntityKind;
use crate::events::clause::Hold;
use crate::events::cue::Part;
use crate::events::word::Tag;

impl Page<'_> {
    /// Whether a mark, a conjunction or a speaker's word stands before a word.
    pub(super) fn marked(&self, n: usize) -> bool {
        let before = (0..n).rev().find(|&it| !self.gone[it] && !matches!(self.words[it].tag, Tag::Adverb | Tag::Not));
        before.is_none_or(|it| {
            matches!(
                self.words[it].tag,
                Tag::Comma | Tag::Conjunction | Tag::Break | Tag::CloseQuote | Tag::OpenQuote | Tag::Relative | Tag::Stop
            )
        })
    }

    /// Whether what stands here can be the object of the form in -ing before it.
    pub(super) fn opens_object(&self, n: usize) -> bool {
        self.words
            .get(n)
            .is_some_and(|it| matches!(it.tag, Tag::Determiner | Tag::Name | Tag::Number | Tag::Pronoun | Tag::That | Tag::To))
    }

    /// Whether the aside that opens with a comma closes before a verb.
    pub(super) fn closes_before_verb(&self, comma: usize) -> bool {
        let close = (comma + 1..self.words.len().min(comma + 18)).find(|&it| self.words[it].tag == Tag::Comma);
        let next =
            close.and_then(|it| (it + 1..self.words.len()).find(|&it| !self.gone[it] && self.words[it].tag != Tag::Adverb));
        next.is_some_and(|it| self.words[it].tag == Tag::Finite)
    }

    /// Where an aside that opens after a comma ends, if the clause goes on after it: ", offered by the West, is",
    /// ", the minister, in Oslo".
    pub(super) fn aside_end(&self, n: usize, comma: usize, end: usize) -> Option<usize> {
        let owner = *self.clauses.owner.get(comma + 1)?;
        let inner = &self.clauses.all[owner];
        if owner != n
            && inner.start == comma + 1
            && inner.set_off
            && inner.hold == Hold::Relative
            && self.clauses.lies_in(owner, n)
        {
            let close = inner.end + usize::from(self.words.get(inner.end).is_some_and(|it| it.tag == Tag::Comma));
            return (close + 1 < end).then_some(close);
        }
        let close = (comma + 1..end.min(comma + 14)).find(|&it| self.words[it].tag == Tag::Comma)?;
        let plain = (comma + 1..close).all(|it| {
            self.words[it].is_nominal() && self.words[it].tag != Tag::Pronoun
                || matches!(self.words[it].tag, Tag::Preposition | Tag::Time | Tag::Adverb)
        });
        let opens = matches!(self.words[comma + 1].tag, Tag::Determiner | Tag::Noun | Tag::Name);
        let after = self.words.get(close + 1).filter(|_| close + 1 < end)?;
        let goes_on = matches!(after.tag, Tag::Preposition | Tag::To | Tag::That)
            && after.of(self.text) != "including"
            && after.of(self.text) != "according";
        (plain && opens && goes_on && !self.is_place(comma + 1)).then_some(close + 1)
    }

    fn is_place(&self, n: usize) -> bool {
        let start = self.words[n].range.start;
        let names = &self.article.analysis.names;
        let at = names.partition_point(|it| it.range.start < start);
        names.get(at).is_some_and(|it| it.kind == EntityKind::Place && it.range.start == start)
    }

    /// Whether a comma stands inside a list ("A, B and C") and not before a new thought.
    pub(super) fn goes_on(&self, n: usize, comma: usize) -> bool {
        let end = self.clauses.all[n].end.min(self.words.len());
        let Some(next) = self.words.get(comma + 1).filter(|_| comma + 1 < end) else { return false };
        // A place in its country or state: "Austin, Texas,".
        if self.words[comma - 1].tag == Tag::Name && next.tag == Tag::Name && self.is_place(comma + 1) {
            return true;
        }
        let nominal = matches!(next.tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Determiner | Tag::Conjunction)
            || next.tag == Tag::Participle && next.form.part == Part::Open;
        let mut seen_and = next.tag == Tag::Conjunction;
        for (n, word) in self.words[comma + 1..end].iter().enumerate().take(16) {
            match word.tag {
                // ", the minister, together with": an aside, no list.
                Tag::Adverb | Tag::Preposition if n > 0 && self.words[comma + n].tag == Tag::Comma => break,
                Tag::Conjunction => seen_and = true,
                Tag::Finite | Tag::Relative | Tag::Subordinator | Tag::That | Tag::Ing | Tag::Break | Tag::To => break,
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

    /// Whether a finite verb comes next, inside quotation marks or not.
    pub(super) fn leads_to_verb(&self, n: usize) -> bool {
        let next = self.words[n.min(self.words.len())..].iter().find(|it| !matches!(it.tag, Tag::Adverb | Tag::OpenQuote));
        next.is_some_and(|it| it.tag == Tag::Finite)
    }
}
