//! Stamps: dates with their hour that no sentence takes in. Below an article they are those of its readers' comments, and the
//! first reader writes on the day of the article or the day after.

use super::stated::said;
use crate::calendar::{Date, Interval, shift};
use crate::events::Analysis;
use crate::temporal::{Expr, Timex};

/// Words after which a date belongs to the sentence that they stand in.
const INTO_THE_SENTENCE: [&str; 18] = [
    "on", "at", "in", "of", "since", "by", "until", "till", "before", "after", "from", "to", "and", "between", "was", "is",
    "the", "for",
];
/// How much of an article stands above its first comment at least, in bytes.
const ARTICLE: u32 = 250;
/// Within how many days most readers write.
const FRESH: i64 = 3;
/// How many stamps a page bears that is much commented on: one of them is of the day itself or the day after.
const MANY: usize = 5;

/// Whether an expression stands by itself: no word before it takes it into a sentence.
pub(super) fn stands_alone(text: &str, timex: &Timex) -> bool {
    let before = text[..timex.range.start as usize].trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !INTO_THE_SENTENCE.contains(&word)
}

/// The days on which an article was written that is commented on, and why.
pub(super) fn commented(analysis: &Analysis) -> Option<(Interval, String)> {
    let document = &analysis.document;
    let first = document.sentences.first()?.range.start;
    let stamps = analysis.timexes.iter().filter(|it| matches!(it.expr, Expr::At { .. }));
    let stamps = stamps.filter(|it| it.range.start >= first + ARTICLE && stands_alone(&document.text, it));
    let days = stamps.filter_map(|it| match said(&it.expr)? {
        (Some(year), month, day) => Date::from_ymd_opt(year, month, day),
        (None, ..) => None,
    });
    let days: Vec<Date> = days.collect();
    let first = *days.iter().min()?;
    let n_fresh = days.iter().filter(|it| **it <= shift::days(first, FRESH)).count();
    if n_fresh < 2 || n_fresh * 2 < days.len() {
        return None;
    }
    let back = if n_fresh >= MANY { 1 } else { 2 };
    let why = format!("the first of the {} comments below it is of {first}", days.len());
    Some((Interval::within_days(shift::days(first, -back), first), why))
}
