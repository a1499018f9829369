//! Ranges and lists in which one end completes itself from the other: "March 12-14", "12 and 14 March", "1914-18",
//! "August 6 and 8", "between June and August 1990".

use super::{Draft, hours};
use crate::temporal::expr::{Expr, Hedge, Recurring, Unit, Which, YearSaid};
use crate::temporal::lexicon::Class;
use crate::temporal::rules::Row;
use crate::temporal::shape::Words;
use crate::text::token::{Gap, TokenKind};

/// Whether a word or mark joins the ends of a range or the members of a list.
pub(super) fn joins(words: Words<'_, '_>, at: usize) -> bool {
    words.is_hyphen(at)
        || matches!(words.word(at), "—" | "/")
        || matches!(words.value(at, Class::Prep), Some(5 | 12 | 14 | 16 | 17))
}

/// Adds the ends that a range or a list leaves incomplete, and completes years from the end that has one.
pub(super) fn complete(words: Words<'_, '_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut all: Vec<Draft> = Vec::with_capacity(drafts.len());
    let n = drafts.len();
    let starts: Vec<usize> = drafts.iter().map(|it| it.start).collect();
    for (i, mut draft) in drafts.into_iter().enumerate() {
        let wall = all.last().map_or(0, |it| it.end);
        if draft.start < wall {
            continue;
        }
        let stop = if i + 1 < n { starts[i + 1] } else { usize::MAX };
        let mut ends = Vec::new();
        while let Some(before) = end_before(words, ends.last().unwrap_or(&draft), wall) {
            ends.push(before);
        }
        all.extend(ends.into_iter().rev());
        if let Some(last) = all.last_mut() {
            lend_year(words, last, &mut draft);
            hours::lend_half(words, last, &draft);
        }
        let after = end_after(words, &draft, stop);
        all.push(draft);
        let mut next = after;
        while let Some(mut after) = next {
            if let Some(before) = all.last_mut() {
                lend_year(words, before, &mut after);
            }
            next = end_after(words, &after, stop);
            all.push(after);
        }
    }
    all
}

fn draft(start: usize, end: usize, expr: Expr, row: &'static Row) -> Draft {
    Draft { start, end, expr, row, hedge: Hedge::None }
}

/// "12" in "12-14 March", "12 and 14 March".
fn end_before(words: Words<'_, '_>, of: &Draft, wall: usize) -> Option<Draft> {
    if let Expr::Year(last) = of.expr {
        return year_before(words, of, last, wall);
    }
    if let Expr::Length { unit, .. } = of.expr {
        return count_before(words, of, unit, wall);
    }
    if let Expr::At { .. } = of.expr {
        return hours::hour_before(words, of, wall);
    }
    let Expr::Date { year, month, weekday: None, .. } = of.expr else { return None };
    let at = of.start.checked_sub(2).filter(|it| *it >= wall)?;
    let is_listed = words.is_mark(at + 1, b',') && of.end == of.start + 1;
    if !(joins(words, at + 1) || is_listed) || !starts_with_day(words, of.start) {
        return None;
    }
    let start = if words.is(at, Class::Suffix) { at.checked_sub(1).filter(|it| *it >= wall)? } else { at };
    let (end, day) = words.day(start)?;
    let is_number = words.is(start, Class::Digits);
    (end == at + 1 && is_number).then(|| {
        let expr = Expr::Date { year, month, day: u8::try_from(day).unwrap_or(1), weekday: None };
        draft(start, end, expr, of.row)
    })
}

/// "12" in "between 12 and 18 months", "two" in "two or three days".
fn count_before(words: Words<'_, '_>, of: &Draft, unit: Unit, wall: usize) -> Option<Draft> {
    let at = of.start.checked_sub(2).filter(|it| *it >= wall)?;
    let is_pair = of.row.name == "length" && matches!(words.value(at + 1, Class::Prep), Some(16));
    let is_between = at.checked_sub(1).is_some_and(|it| words.value(it, Class::Prep) == Some(15));
    let (end, count) = words.count(at).filter(|_| is_pair && is_between)?;
    (end == at + 1).then(|| draft(at, end, Expr::Length { count, unit }, of.row))
}

/// "490" in "490-480 BC": before Christ the years run backwards.
fn year_before(words: Words<'_, '_>, of: &Draft, last: i32, wall: usize) -> Option<Draft> {
    let at = of.start.checked_sub(2).filter(|it| *it >= wall && last < 0)?;
    let first = i32::try_from(words.digits(at)?).ok()?.checked_neg()?;
    let fits = joins(words, at + 1) && first < last && first > -4000;
    fits.then(|| draft(at, at + 1, Expr::Year(first), of.row))
}

fn starts_with_day(words: Words<'_, '_>, at: usize) -> bool {
    words.is(at, Class::Digits) && words.day(at).is_some()
}

/// "14" in "March 12-14", "8" in "August 6 and 8", "18" in "1914-18".
fn end_after(words: Words<'_, '_>, of: &Draft, stop: usize) -> Option<Draft> {
    let at = of.end + 1;
    let is_listed = words.is_mark(of.end, b',')
        && words
            .day(at)
            .is_some_and(|(end, _)| (words.is_mark(end, b',') || joins(words, end)) && words.is(end + 1, Class::Digits));
    if at >= stop || !(joins(words, of.end) || is_listed) || !words.is(at, Class::Digits) {
        return None;
    }
    match of.expr {
        Expr::Date { year, month, day: first, .. } => {
            let (end, day) = words.day(at)?;
            let (day, is_last) = (u8::try_from(day).ok()?, end >= stop);
            // "March 12-14" but not "March 12 and 3 others": a year, a mark or nothing may follow.
            let closes = words.at(end).is_none_or(|it| {
                it.token.kind == TokenKind::Mark
                    || matches!(words.value(end, Class::Prep), Some(0..=18))
                    || it.classes & Class::PastVerb.bit() != 0
            });
            let fits = first < day || words.is_mark(of.end, b',');
            if is_last || !fits || !(closes || words.is_hyphen(of.end)) || words.is_mark(end, b'%') || words.is_mark(end, b':') {
                return None;
            }
            // "On 8 March 1965, 3,500 men landed."
            if words.is_mark(end, b',') && words.touches(end + 1) {
                return None;
            }
            // The year behind it belongs to both ends.
            let at_year = if words.is_mark(end, b',') { end + 1 } else { end };
            let (end, year) = match words.year(at_year) {
                Some((after, number)) if stop >= at_year => (after, YearSaid::Number(number)),
                _ => (end, year),
            };
            Some(draft(at, end, Expr::Date { year, month, day, weekday: None }, of.row))
        }
        Expr::Year(first) if (1000..2200).contains(&first) && words.word(at).len() == 2 && of.hedge == Hedge::None => {
            let is_dash = (words.is_hyphen(of.end) || words.is_mark(of.end, b'/')) && words.touches(of.end) && words.touches(at);
            let last = first / 100 * 100 + i32::try_from(words.digits(at)?).ok()?;
            let is_whole = words
                .at(at + 1)
                .is_none_or(|it| it.token.gap > Gap::None || it.token.kind == TokenKind::Mark && !words.is_hyphen(at + 1));
            (is_dash && last > first && is_whole).then(|| draft(at, at + 1, Expr::Year(last), of.row))
        }
        _ => None,
    }
}

/// "June and August 1990", "Monday and Thursday nights": the first end takes its year from the second.
fn lend_year(words: Words<'_, '_>, first: &mut Draft, second: &mut Draft) {
    let between = second.start.saturating_sub(first.end);
    let is_pair = between == 1 && (joins(words, first.end) || words.is_mark(first.end, b','));
    if !is_pair {
        return;
    }
    // "every Monday and Thursday", "Monday and Thursday nights"
    match (&mut first.expr, &mut second.expr) {
        (Expr::Every(Recurring::Weekday(_)), Expr::Weekday { weekday, which: Which::Bare }) => {
            second.expr = Expr::Every(Recurring::Weekday(*weekday));
        }
        // "the 18th and 19th centuries"
        (Expr::DayOfMonth(n), Expr::Century(_)) => first.expr = Expr::Century(i32::from(*n)),
        (Expr::Weekday { weekday, which: Which::Bare }, Expr::Every(Recurring::WeekdayPart(_, part))) => {
            first.expr = Expr::Every(Recurring::WeekdayPart(*weekday, *part));
        }
        _ => {}
    }
    // "the spring and summer of 1979"
    if let (Expr::Season { year: first @ YearSaid::Unsaid, which: Which::Bare | Which::The, .. }, Expr::Season { year, .. }) =
        (&mut first.expr, &second.expr)
    {
        *first = *year;
        return;
    }
    let lent = match second.expr {
        Expr::Date { year: year @ (YearSaid::Number(_) | YearSaid::Relative(_)), month, .. }
        | Expr::Month { year: year @ (YearSaid::Number(_) | YearSaid::Relative(_)), month, .. } => (year, month),
        _ => return,
    };
    let earlier = |year: YearSaid| match year {
        YearSaid::Number(n) => YearSaid::Number(n - 1),
        YearSaid::Relative(n) => YearSaid::Relative(n.saturating_sub(1)),
        other => other,
    };
    match &mut first.expr {
        Expr::Date { year: year @ YearSaid::Unsaid, month, .. }
        | Expr::Month { year: year @ YearSaid::Unsaid, month, which: Which::Bare } => {
            *year = if *month <= lent.1 { lent.0 } else { earlier(lent.0) };
        }
        _ => {}
    }
}
