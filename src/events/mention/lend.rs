//! The day of a clause that another clause of its sentence says.

use super::Status;
use super::date::Date;
use super::read::{Reader, Seen, Tells};
use crate::events::clause::Hold;
use crate::events::cue::holds;
use crate::events::status;
use crate::events::word::Tag;

impl Reader<'_> {
    /// The day that a clause without one takes from what is told of its nouns.
    pub(super) fn lent<'d>(&self, seen: &Seen, n: usize, dated: &[(usize, &'d Date)]) -> Option<&'d Date> {
        self.planned_for(seen, n, dated).or_else(|| self.written_on(seen, n, dated).map(|it| it.1))
    }

    /// "The strike planned for Monday was called off": the day on which what is called off was to be.
    fn planned_for<'d>(&self, seen: &Seen, n: usize, dated: &[(usize, &'d Date)]) -> Option<&'d Date> {
        let status = || status::status(seen.text, &seen.words, &seen.clauses, n, self.cues);
        let arranged = &self.cues.titles.arranged;
        let of_subject = |it: usize| {
            let clause = &seen.clauses.all[it];
            let planned = clause.group.is_some_and(|it| arranged.contains(seen.words[it.0].of(seen.text)));
            clause.parent == Some(n) && planned && clause.subject == seen.clauses.all[n].subject
        };
        dated.iter().find(|it| of_subject(it.0)).map(|it| it.1).filter(|_| status() == Status::Cancelled)
    }

    /// "In an email dated 5 May, Karsen asked", "said in remarks published on 5 May", "images taken on 5 May show": the day of
    /// what it is done or seen in, with the clause that says it.
    pub(super) fn written_on<'d>(&self, seen: &Seen, n: usize, dated: &[(usize, &'d Date)]) -> Option<(usize, &'d Date)> {
        let clause = &seen.clauses.all[n];
        let words = &self.cues.day;
        let opens = |it: usize| {
            let inner = &seen.clauses.all[it];
            if inner.parent != Some(n) {
                return false;
            }
            let led = inner.subject.is_some_and(|it| it.0 > 0 && seen.words[it.0 - 1].tag == Tag::Preposition);
            let before = clause.subject.is_some_and(|it| inner.end <= it.0);
            let follows = clause.group.zip(inner.subject).is_some_and(|(group, subject)| group.1 + 1 == subject.0);
            let made = seen.words[inner.start].of(seen.text);
            let shows = holds(&words.showing, seen.words[clause.verb].of(seen.text));
            let seen_in = holds(&words.taken, made) && inner.subject == clause.subject && shows;
            // "Figures published on 5 May showed that prices had risen"
            let content = seen.clauses.all.iter().any(|it| it.parent == Some(n) && it.hold == Hold::Content);
            let says = inner.subject == clause.subject && content && (shows || self.tells(seen, clause) == Some(Tells::Saying));
            holds(&words.written, made) && ((before || follows) && led || says) || seen_in
        };
        dated.iter().find(|it| opens(it.0)).copied()
    }
}

/// "They stopped in Lima on Friday, where the minister signed the pact": the clause whose day is also that of another.
pub(super) fn told_of(seen: &Seen, n: usize) -> Option<usize> {
    let clause = &seen.clauses.all[n];
    let is_where = clause.set_off && seen.words[clause.start].of(seen.text) == "where";
    clause.parent.filter(|&it| is_where && seen.clauses.all[it].group.is_some_and(|it| it.0 < clause.start))
}
