//! Why an expression means what it means, in words a reader understands.

use super::mean::{Leans, Reading};
use crate::calendar::{Date, Interval};
use crate::temporal::expr::{Tense, Timex};

/// Why an expression means what it means, in parts; [`Reason::text`] says it in a line.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Reason {
    /// The expression as said.
    pub expression: String,
    /// The interval it leans on, where it leans on one, and what that is ("published", "the date before").
    pub anchor: Option<(Interval, &'static str)>,
    /// The rule in words a reader understands.
    pub rule: String,
    /// What came of it, as TIMEX3 writes it.
    pub result: String,
    /// Readings rejected, and why.
    pub rejected: Vec<String>,
}

impl Reason {
    /// The reason in one line: expression + anchor = result; readings rejected.
    pub fn text(&self) -> String {
        let mut text = format!("\"{}\"", self.expression);
        if let Some((interval, what)) = &self.anchor {
            text.push_str(&format!(" + {what} {}", spoken(interval)));
        }
        text.push_str(if self.result.is_empty() { " = unknown" } else { " = " });
        text.push_str(&self.result);
        for it in &self.rejected {
            text.push_str("; ");
            text.push_str(it);
        }
        text
    }
}

/// "Sat 20 Dec 2025", or the two ends of it.
fn spoken(interval: &Interval) -> String {
    let day = |it: Date| it.format("%a %-d %b %Y").to_string();
    match interval.single_day() {
        Some(date) => day(date),
        None if interval.open_start() || interval.open_end() => "some day".to_string(),
        None => format!("{} to {}", day(interval.first_day()), day(interval.last_day())),
    }
}

/// The reason of one reading.
pub(super) fn reason(text: &str, timex: &Timex, reading: &Reading, value: &str, published: Option<Interval>) -> Reason {
    let anchor = match reading.leans {
        Leans::Alone => None,
        Leans::Published(day) => Some((published.unwrap_or(Interval::day(day)), "published")),
        Leans::Mentioned(day) => Some((Interval::day(day), "the date before")),
    };
    let cue = match timex.tense {
        // The dash or colon behind the date of an entry.
        Tense::Past(range) if !range.of(text).contains(char::is_alphanumeric) => "it opens an entry of what happened".to_string(),
        Tense::Past(range) => format!("past tense \"{}\"", range.of(text)),
        Tense::Future(range) | Tense::Likely(range) => format!("a plan, \"{}\"", range.of(text)),
        Tense::Untold => "nothing tells of a plan".to_string(),
    };
    let rejected = reading.rejected.as_ref().map(|it| {
        let is_later = it.interval().zip(reading.meaning.interval()).is_some_and(|(other, this)| other.start > this.start);
        // Told as past, and yet not of the past one: "a deal was struck early on Monday", dated Sunday; told as a plan, and yet not of
        // the coming one: "said he would speak on Tuesday", written on Wednesday.
        let is_against = if is_later { timex.tense.is_plan() } else { matches!(timex.tense, Tense::Past(_)) };
        let cue = if is_against { "the other is nearer to the day of writing" } else { cue.as_str() };
        format!("the {} one, {}, rejected: {cue}", if is_later { "coming" } else { "past" }, it.value())
    });
    Reason {
        expression: timex.range.of(text).split_whitespace().collect::<Vec<_>>().join(" "),
        anchor,
        rule: timex.rule.replace('-', " "),
        result: value.to_string(),
        rejected: rejected.into_iter().collect(),
    }
}
