//! When an expression means: expression and anchor become an interval and the reason for it.

use super::{Lexicon, Timex};
use crate::calendar::Interval;

/// How a text tells time: news leans on the day of publication, a narrative on the date before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Genre {
    /// Told from the text.
    #[default]
    Auto,
    /// Leans on the day of publication.
    News,
    /// Leans on the date before.
    Narrative,
}

/// What relative dates of a text lean on.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Anchor {
    /// The day of writing as far as it is known; `None` leaves relative dates said but undated.
    pub published: Option<Interval>,
    /// How the text tells time.
    pub genre: Genre,
}

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexType {
    /// A day or anything longer that stands on the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// Why an expression means what it means, in parts; [`Reason::text`] says it in a line.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Reason {
    /// The expression as said.
    pub expression: String,
    /// The interval it leans on, where it leans on one, and what that is ("published", "the date before").
    pub anchor: Option<(Interval, &'static str)>,
    /// The rule in words a reader understands.
    pub rule: String,
    /// Readings rejected, and why.
    pub rejected: Vec<String>,
}

impl Reason {
    /// The reason in one line: expression + anchor = result.
    pub fn text(&self) -> String {
        self.rule.clone()
    }
}

/// An expression with the time it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// Index of the expression among the text's [`Timex`]es.
    pub timex: u32,
    /// When, for the chronology; `None` for lengths, sets, vague words, and what leans on an unknown day.
    pub when: Option<Interval>,
    /// Its type, for exchange.
    pub kind: TimexType,
    /// TIMEX3 value, for exchange; empty where an unknown anchor leaves none.
    pub value: String,
    /// Why.
    pub reason: Reason,
}

/// When each expression of a text means: one [`Dated`] a timex, in the same order.
///
/// An anchor of several days gives intervals that hold whatever each of these days would give.
pub fn resolve(_text: &str, timexes: &[Timex], _anchor: &Anchor, _lexicon: &Lexicon) -> Vec<Dated> {
    let _ = timexes;
    Vec::new()
}
