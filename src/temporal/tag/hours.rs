//! Two hours of which the second says what both are: "between 2 and 4 p.m.", "10:30-11:30 a.m.", "1400 to 1600 GMT".

use super::{Draft, range};
use crate::temporal::expr::{Clock, Expr, Part, Which};
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;

/// "2" in "between 2 and 4 p.m.", "9" in "9-11 a.m.".
pub(super) fn hour_before(words: Words<'_, '_>, of: &Draft, wall: usize) -> Option<Draft> {
    let Expr::At { clock: last, day: None } = of.expr else { return None };
    let at = of.start.checked_sub(2).filter(|it| *it >= wall && tells_half(words, of) && joins(words, of.start - 1))?;
    let before = at.checked_sub(1);
    // "at 9 and 11 p.m.", but not "he drank 9 and 11 p.m. came"
    let is_and = words.value(at + 1, Class::Prep) == Some(16);
    if is_and && !before.is_some_and(|it| matches!(words.value(it, Class::Prep), Some(2 | 15))) {
        return None;
    }
    let hour = words.digits(at).and_then(|it| i32::try_from(it).ok()).or(words.value(at, Class::Cardinal))?;
    let hour = u8::try_from(hour).ok().filter(|it| (1..=12).contains(it))?;
    // "1-2-3 p.m." and "7:5-6 p.m." are no hours.
    let is_whole = !words.touches(at) || before.is_none_or(|it| words.is_mark(it, b'('));
    let clock = Clock { minute: None, second: None, ..in_half(hour, last) };
    is_whole.then(|| Draft { start: at, end: at + 1, expr: Expr::At { clock, day: None }, row: of.row, hedge: of.hedge })
}

/// "8" in "at 8 tonight", "until nine on Friday night": the part of the day says which half of it is meant.
pub(super) fn take_hour(words: Words<'_, '_>, of: &mut Draft, wall: usize) {
    let Expr::DayPart { part, which, day } = &of.expr else { return };
    let is_on = of.start > 0 && words.value(of.start - 1, Class::Prep) == Some(1);
    let Some(at) = of.start.checked_sub(if is_on { 2 } else { 1 }).filter(|it| *it >= wall) else { return };
    let is_led = at.checked_sub(1).is_some_and(|it| matches!(words.value(it, Class::Prep), Some(2 | 4..=6 | 8 | 18)));
    let number = words.digits(at).and_then(|it| u8::try_from(it).ok()).or(words.value(at, Class::Cardinal).map(|it| it as u8));
    let Some(hour) = number.filter(|it| is_led && (1..=12).contains(it) && !words.touches(of.start)) else { return };
    let day = match (which, day) {
        (_, Some(day)) => day.clone(),
        (Which::Last, None) => Box::new(Expr::Today(-1)),
        (Which::This, None) => Box::new(Expr::Today(0)),
        _ => return,
    };
    let is_later = match part {
        Part::Afternoon | Part::Evening => hour < 12,
        Part::Night => (6..12).contains(&hour),
        Part::Morning | Part::Midday | Part::Dawn => false,
    };
    let hour = if is_later { hour + 12 } else { hour };
    of.expr = Expr::At { clock: Clock { hour, minute: None, second: None, is_utc: false }, day: Some(day) };
    of.start = at;
}

/// "10:30" in "10:30-11:30 p.m.", "1400" in "1400 to 1600 GMT", which looks like a year.
pub(super) fn lend_half(words: Words<'_, '_>, first: &mut Draft, second: &Draft) {
    let Expr::At { clock: last, day: None } = second.expr else { return };
    if second.start.checked_sub(first.end) != Some(1) || !joins(words, first.end) {
        return;
    }
    let tells = tells_half(words, first);
    match &mut first.expr {
        Expr::At { clock, day: None } if !tells && tells_half(words, second) && clock.hour <= 12 => {
            *clock = Clock { minute: clock.minute, second: clock.second, ..in_half(clock.hour, last) };
        }
        Expr::Year(year) if second.row.name == "hour-zone" => {
            let (hour, minute) = (*year / 100, *year % 100);
            if let (Ok(hour @ 0..24), Ok(minute @ 0..60)) = (u8::try_from(hour), u8::try_from(minute)) {
                first.expr = Expr::At { clock: Clock { hour, minute: Some(minute), ..last }, day: None };
                first.row = second.row;
            }
        }
        _ => {}
    }
}

fn joins(words: Words<'_, '_>, at: usize) -> bool {
    range::joins(words, at) && !words.is_mark(at, b'/')
}

/// Whether "a.m." or "p.m." is said.
fn tells_half(words: Words<'_, '_>, of: &Draft) -> bool {
    (of.start..of.end).any(|it| words.meridiem(it).is_some())
}

/// The hour in the half of the day of the later one, or in the other where it would come after it: "10 to 2 p.m.".
fn in_half(hour: u8, last: Clock) -> Clock {
    let (same, other) = if last.hour >= 12 { (hour % 12 + 12, hour % 12) } else { (hour % 12, hour % 12 + 12) };
    Clock { hour: if same <= last.hour { same } else { other }, ..last }
}
