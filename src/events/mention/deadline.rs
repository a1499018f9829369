//! Until when somebody has time: "gave her until Friday to answer" tells a day that lies ahead of the giving.

use super::date::Date;
use super::read::{Reader, Seen};
use super::{Basis, DEADLINE, Status, Trigger, Weight};
use crate::calendar::{Interval, Precision};
use crate::events::clause::lemma;
use crate::events::cue::holds;
use crate::events::word::Tag;
use crate::temporal::Expr;

impl Reader<'_> {
    /// The deadlines that a sentence sets, each at its own day.
    pub(super) fn deadlines(&mut self, seen: &Seen, dates: &[Date]) {
        for (n, date) in dates.iter().enumerate() {
            let due = self.due(seen, date);
            let date = due.as_ref().unwrap_or(date);
            let brief = date.when.is_some_and(|it| it.precision <= Precision::Week);
            let Some(until) = self.until(seen, dates, n).filter(|_| brief) else { continue };
            // "until Easter, 20 April": the last of them says it best.
            if dates.get(n + 1).is_some_and(|_| self.until(seen, dates, n + 1) == Some(until)) {
                continue;
            }
            let owner = seen.clauses.owner[until];
            let clause = &seen.clauses.all[owner];
            let Some((_, from)) = clause.group else { continue };
            let verb = lemma(&seen.words, clause.verb, self.cues).map_or("", |it| it.word.as_str());
            let task = seen.words[date.end..clause.end.max(date.end)].iter().take(2).any(|it| it.tag == Tag::To);
            let gives = holds(&self.cues.day.giving, verb) && from < until;
            let has = matches!(verb, "have" | "get") && task && from == until;
            if !gives && !has {
                continue;
            }
            let trigger = Some(Trigger { range: seen.words[until].range, stem: DEADLINE.to_owned(), class: "" });
            let whole = (clause.subject.map_or(clause.start, |it| it.0.min(clause.start)), clause.end);
            let deadline = self.build(seen, whole, trigger, None, Basis::Said, Some(date), Weight::Light, Status::Planned);
            self.found.push(deadline);
        }
    }

    /// The day by which something is to be done: "must answer by Friday" tells of Friday.
    pub(super) fn due(&self, seen: &Seen, date: &Date) -> Option<Date> {
        let when = date.when.filter(|it| it.open_start() && !it.open_end())?;
        let timex = self.article.analysis.timexes.get(date.timex as usize)?;
        let before = date.first.checked_sub(1).map_or("", |it| seen.words[it].of(seen.text));
        let is_day = matches!(
            timex.expr,
            Expr::Today(_)
                | Expr::Date { .. }
                | Expr::DayOfMonth(_)
                | Expr::Weekday { .. }
                | Expr::WeekdayOf { .. }
                | Expr::Feast { .. }
        );
        let day = Some(Interval::day(when.last_day()));
        (is_day && !before.eq_ignore_ascii_case("before")).then_some(Date { when: day, ..*date })
    }

    /// The "until" that leads to a date, or to the one that it only says again.
    fn until(&self, seen: &Seen, dates: &[Date], n: usize) -> Option<usize> {
        let date = &dates[n];
        let said = |it: usize| seen.words[it].of(seen.text);
        let is_until = |it: usize| matches!(said(it), "until" | "till");
        if is_until(date.first) {
            return Some(date.first);
        }
        let before = date.first.checked_sub(1)?;
        if is_until(before) {
            return Some(before);
        }
        self.restated(seen, date)?;
        self.until(seen, dates, n.checked_sub(1)?)
    }

    /// The first word of the date that this one says again: "until Easter, 20 April".
    pub(super) fn restated(&self, seen: &Seen, date: &Date) -> Option<usize> {
        let comma = date.first.checked_sub(1).filter(|&it| seen.words[it].tag == Tag::Comma)?;
        let timex = (date.timex as usize).checked_sub(1)?;
        let before = self.article.analysis.timexes.get(timex)?;
        let ends = comma.checked_sub(1).is_some_and(|it| seen.words[it].range.end == before.range.end);
        let same = self.article.dated.get(timex)?.when?.overlaps(&date.when?);
        let first = seen.words.iter().position(|it| it.range.end > before.range.start)?;
        (ends && same).then_some(first)
    }
}
