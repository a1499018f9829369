//! The day of a clause that another clause of its sentence says.

use super::Status;
use super::date::Date;
use super::read::{Reader, Seen};
use crate::events::status;
use crate::events::word::Tag;

impl Reader<'_> {
    /// The day that a clause without one takes from what is told of its nouns.
    pub(super) fn lent<'d>(&self, seen: &Seen, n: usize, dated: &[(usize, &'d Date)]) -> Option<&'d Date> {
        self.planned_for(seen, n, dated).or_else(|| written_on(seen, n, dated))
    }

    /// "The strike planned for Monday was called off": the day on which what is called off was to be.
    fn planned_for<'d>(&self, seen: &Seen, n: usize, dated: &[(usize, &'d Date)]) -> Option<&'d Date> {
        let status = || status::status(seen.text, &seen.words, &seen.clauses, n, self.cues);
        let of_subject = |it: usize| {
            let clause = &seen.clauses.all[it];
            let planned = clause
                .group
                .is_some_and(|it| matches!(seen.words[it.0].of(seen.text), "planned" | "scheduled" | "set" | "due" | "slated"));
            clause.parent == Some(n) && planned && clause.subject == seen.clauses.all[n].subject
        };
        dated.iter().find(|it| of_subject(it.0)).map(|it| it.1).filter(|_| status() == Status::Cancelled)
    }
}

/// "In an email dated 5 May, Karsen asked", "images taken on 5 May show": the day of what it is done or seen in.
fn written_on<'d>(seen: &Seen, n: usize, dated: &[(usize, &'d Date)]) -> Option<&'d Date> {
    let clause = &seen.clauses.all[n];
    let opens = |it: usize| {
        let (words, inner) = (&seen.words, &seen.clauses.all[it]);
        let led = inner.subject.is_some_and(|it| it.0 > 0 && words[it.0 - 1].tag == Tag::Preposition);
        let before = clause.subject.is_some_and(|it| inner.end <= it.0) && inner.parent == Some(n);
        let made = words[inner.start].of(seen.text);
        let seen_in = matches!(made, "taken" | "filmed" | "recorded" | "captured" | "dated")
            && inner.subject == clause.subject
            && inner.parent == Some(n)
            && matches!(words[clause.verb].of(seen.text), "show" | "shows" | "showed" | "reveal" | "reveals" | "revealed");
        before && led && made == "dated" || seen_in
    };
    dated.iter().find(|it| opens(it.0)).map(|it| it.1)
}

/// "They stopped in Lima on Friday, where the minister signed the pact": the clause whose day is also that of another.
pub(super) fn told_of(seen: &Seen, n: usize) -> Option<usize> {
    let clause = &seen.clauses.all[n];
    let is_where = clause.set_off && seen.words[clause.start].of(seen.text) == "where";
    clause.parent.filter(|&it| is_where && seen.clauses.all[it].group.is_some_and(|it| it.0 < clause.start))
}
