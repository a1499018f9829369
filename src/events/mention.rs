//! A mention: one sentence that tells of something that happened, is planned, or is claimed, with its date.

mod attach;
mod build;
mod carry;
mod date;
mod deadline;
mod lend;
mod noun;
mod read;
mod row;
mod second;
mod standing;
mod weigh;

pub use read::mentions;
pub(crate) use row::told as told_in_row;

use crate::calendar::Interval;
use crate::text::TextRange;

/// The stem of what tells a deadline, which no one word names.
const DEADLINE: &str = "deadline";

/// How the words put it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Told as fact.
    Happened,
    /// Told as lying ahead.
    Planned,
    /// Told as somebody's claim.
    Claimed,
    /// Told as not so.
    Denied,
    /// Told as called off.
    Cancelled,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 5] = [Status::Happened, Status::Planned, Status::Claimed, Status::Denied, Status::Cancelled];

    /// The word that stands for it on the screen and in exports.
    pub fn name(self) -> &'static str {
        match self {
            Status::Happened => "happened",
            Status::Planned => "planned",
            Status::Claimed => "claimed",
            Status::Denied => "denied",
            Status::Cancelled => "cancelled",
        }
    }
}

/// What a mention's date rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The sentence says it.
    Said,
    /// The sentence continues one that says it.
    Context,
    /// The day that the article reports on.
    ArticleDay,
    /// Nothing: it stays undated.
    Nothing,
}

/// The word that tells that something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// Its place in the text.
    pub range: TextRange,
    /// Its stem.
    pub stem: String,
    /// The class of words that tell the same ("kill" for die, slay, death), empty where it stands alone.
    pub class: &'static str,
}

/// A counted thing: "eight people killed".
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its place in the text.
    pub range: TextRange,
    /// How many.
    pub value: f64,
    /// What is counted ("killed", "wounded", "drones").
    pub what: String,
}

/// What a mention may do for the chronology.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// It may stand as an event of its own.
    Main,
    /// The same, but of little weight: what was so on a day, how a price moved, what no clause of its own names.
    Light,
    /// It may only back an event that others tell.
    Supporting,
}

/// One sentence of one article that bears an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Index of the article.
    pub document: u32,
    /// Index of the sentence among the article's sentences.
    pub sentence: u32,
    /// Index of the expression that dates it among the article's timexes.
    pub timex: Option<u32>,
    /// When.
    pub when: Option<Interval>,
    /// What the date rests on.
    pub basis: Basis,
    /// How the words put it.
    pub status: Status,
    /// The word that tells it.
    pub trigger: Option<Trigger>,
    /// Where the trigger is a word of saying: the word that tells what is said to have happened.
    pub content: Option<Trigger>,
    /// Indices of the entities it names, ascending, each once.
    pub entities: Vec<u32>,
    /// What it counts.
    pub figures: Vec<Figure>,
    /// The part of the sentence that tells this event (the whole sentence where it tells one).
    pub clause: TextRange,
    /// Whether it may be an event of its own.
    pub weight: Weight,
}

impl Mention {
    /// Whether it tells until when something is to be done.
    pub(crate) fn is_deadline(&self) -> bool {
        self.trigger.as_ref().is_some_and(|it| it.stem == DEADLINE)
    }
}
