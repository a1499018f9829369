//! A second date in a clause: the same deed on another day, or what was to be done then.

use super::date::Date;
use super::read::{Reader, Seen};
use super::{Mention, Status, Weight};
use crate::events::word::Tag;

impl Reader<'_> {
    /// What a clause tells on its other days, after what it tells on its first.
    pub(super) fn others(&mut self, seen: &Seen, n: usize, best: &Date, own: &[&Date]) {
        let clause = seen.clauses.all[n];
        let Some(first) = self.found.last().filter(|it| it.timex == Some(best.timex)).cloned() else { return };
        for date in own {
            let apart = date.when.zip(best.when).is_some_and(|(a, b)| !a.overlaps(&b));
            if !apart || self.is_bound(seen, date) || first.weight == Weight::Supporting {
                continue;
            }
            let start = own.iter().map(|it| it.end).filter(|&it| it <= date.first).max().unwrap_or(clause.start);
            let verb = (start..date.first).find(|&it| matches!(seen.words[it].tag, Tag::Finite | Tag::Participle));
            let trigger = verb.filter(|_| start > clause.start).and_then(|it| self.trigger(seen, it)).or(first.trigger.clone());
            // "On Monday the board reversed a decision to reopen on Friday": what was to be done was not told as done.
            let from = start.max(clause.deed + 1);
            let to = (from..date.first).rev().find(|&it| seen.words[it].tag == Tag::Infinitive);
            // "after failing to agree on Friday": it had been tried.
            let to = to.filter(|&it| !seen.words[from..it].iter().any(|it| it.tag == Tag::Ing));
            let to = to.and_then(|it| self.trigger(seen, it));
            let ahead = self.lies_ahead(date);
            self.found.push(Mention {
                timex: Some(date.timex),
                when: date.when,
                weight: if to.is_some() && !ahead { Weight::Supporting } else { Weight::Light },
                status: if ahead || to.is_some() { Status::Planned } else { first.status },
                trigger: to.or(trigger),
                ..first.clone()
            });
        }
    }
}
