//! What follows the verb of a line, up to where it stops to matter.

use super::compose::{Page, Piece};
use super::verb::{self, Number};
use crate::events::EntityKind;
use crate::events::clause::Hold;
use crate::events::cue::Part;
use crate::events::word::Tag;

impl Page<'_> {
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
                if word.tag == Tag::That && at == inner.start && !matches!(self.words[at - 1].tag, Tag::Noun | Tag::Name) {
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
                            verb::number(self.text, self.words, it, false, self.cues)
                        }
                    });
                    let next = self.words[at + 1..].iter().find(|it| !matches!(it.tag, Tag::Adverb | Tag::Not));
                    if let Some(now) = verb::said(&word, self.text, next, of) {
                        replaced.push((at, now));
                    }
                }
            }
            // "a day after ...": what follows the date is another clause.
            if word.tag == Tag::Time && matches!(self.said(at), "after" | "before") {
                break;
            }
            match word.tag {
                Tag::OpenQuote => quote += 1,
                Tag::CloseQuote => quote -= 1,
                Tag::Comma if self.aside_end(n, at).is_some() => {
                    at = self.aside_end(n, at).unwrap_or(at + 1);
                    continue;
                }
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
                Tag::Subordinator if owner == n && !matches!(self.said(at), "whether" | "how" | "why") => break,
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

    /// Where an aside that opens after a comma ends, if the clause goes on after it: ", offered by the West, is".
    fn aside_end(&self, n: usize, comma: usize) -> Option<usize> {
        let owner = *self.clauses.owner.get(comma + 1)?;
        let inner = &self.clauses.all[owner];
        let aside = owner != n
            && inner.start == comma + 1
            && inner.set_off
            && inner.hold == Hold::Relative
            && self.clauses.lies_in(owner, n);
        let end = if self.words.get(inner.end).is_some_and(|it| it.tag == Tag::Comma) { inner.end + 1 } else { inner.end };
        (aside && end + 1 < self.clauses.all[n].end.min(self.words.len())).then_some(end)
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
}
