//! The dates said in a sentence that can be the date of an event.

use super::read::{Reader, Seen};
use crate::calendar::{Interval, Precision, shift};
use crate::events::cue::holds;
use crate::temporal::{Expr, TimexType};

/// A date said in the sentence.
pub(super) struct Date {
    pub(super) timex: u32,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) when: Option<Interval>,
}

impl Reader<'_> {
    /// The dates said in the sentence that can be the date of an event.
    pub(super) fn dates(&self, seen: &Seen) -> Vec<Date> {
        let timexes = &self.article.analysis.timexes;
        let lo = timexes.partition_point(|it| it.range.start < seen.sentence.range.start);
        let mut dates = Vec::new();
        for (n, timex) in timexes.iter().enumerate().skip(lo).take_while(|(_, it)| it.range.end <= seen.sentence.range.end) {
            let Some(dated) = self.article.dated.get(n) else { continue };
            let vague = matches!(timex.expr, Expr::Vague(_))
                || matches!(dated.kind, TimexType::Duration | TimexType::Set) && dated.when.is_none();
            let undated = dated.when.is_none() && self.article.published.is_some();
            let first = seen.words.iter().position(|it| it.range.end > timex.range.start);
            let Some(first) = first.filter(|_| !vague && !undated) else { continue };
            let end = seen.words.iter().position(|it| it.range.start >= timex.range.end).unwrap_or(seen.words.len());
            let timex = u32::try_from(n).unwrap_or(u32::MAX);
            if self.joined.iter().any(|it| it.last == timex) && dates.last().is_some_and(|it: &Date| it.timex + 1 == timex) {
                continue;
            }
            let range =
                self.joined.iter().find(|it| it.first == timex && timexes[it.last as usize].range.end <= seen.sentence.range.end);
            let until = range.map_or(timex, |it| it.last) as usize;
            let end = seen.words.iter().position(|it| it.range.start >= timexes[until].range.end).unwrap_or(end);
            dates.push(Date { timex, first, end, when: range.map(|it| it.interval).or(dated.when) });
        }
        pair(seen, &mut dates);
        dates
    }

    /// Whether the date only bounds the deed: "since Monday", "until Friday".
    pub(super) fn is_bound(&self, seen: &Seen, date: &Date) -> bool {
        // "from 2014 to 2018" has both its ends.
        if self.joined.iter().any(|it| it.first == date.timex) {
            return false;
        }
        // "with effect from 1 July"
        if date.first >= 2 && seen.words[date.first - 2].of(seen.text) == "effect" {
            return false;
        }
        // "until Easter, 20 April" is bound as a whole.
        let from = self.restated(seen, date).unwrap_or(date.first);
        let before = from.checked_sub(1).map_or("", |it| seen.words[it].of(seen.text));
        let first = seen.words[from].of(seen.text);
        let bounds = &self.cues.day.bounds;
        holds(bounds, before) || holds(bounds, first)
    }
}

impl Reader<'_> {
    /// The day of a time of day that only bounds the deed: "before dawn today" is today.
    pub(super) fn at_time(&self, date: &Date) -> Option<Date> {
        let when = date.when.filter(|it| it.precision < Precision::Day && !(it.open_start() && it.open_end()))?;
        let day = if when.open_start() { when.last_day() } else { when.first_day() };
        Some(Date { when: Some(Interval::day(day)), ..*date })
    }
}

/// "On Monday and Tuesday", "on Saturday and again on Sunday", "in 2026 and 2027": two in a row are one stretch.
fn pair(seen: &Seen, dates: &mut Vec<Date>) {
    let mut n = 1;
    while n < dates.len() {
        let (a, b) = (&dates[n - 1], &dates[n]);
        let between = seen.words[a.end.min(b.first)..b.first].iter().map(|it| it.of(seen.text));
        let joined =
            between.clone().any(|it| it == "and") && between.clone().all(|it| matches!(it, "and" | "again" | "on" | "then"));
        let span = a.when.zip(b.when).filter(|_| joined).and_then(|(from, to)| {
            let days = from.precision <= Precision::Day && to.precision <= Precision::Day;
            let named = from.precision == to.precision
                && matches!(from.precision, Precision::Month | Precision::Quarter | Precision::Year | Precision::Decade);
            let in_a_row = shift::days(from.last_day(), 1) == to.first_day()
                && (!days || from.single_day().is_some() && to.single_day().is_some());
            ((days || named) && in_a_row).then(|| Interval::span(from.first_day(), to.last_day()))
        });
        if span.is_some() {
            let end = b.end;
            (dates[n - 1].when, dates[n - 1].end) = (span, end);
            dates.remove(n);
        } else {
            n += 1;
        }
    }
}
