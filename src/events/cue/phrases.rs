//! Words and phrases by what they tell of a clause: its status, its day, a move of prices.

use serde::Deserialize;

/// What moves on markets, and how.
#[derive(Clone, Debug, Default)]
pub(crate) struct Market {
    pub(crate) moves: std::collections::BTreeSet<String>,
    pub(crate) things: std::collections::BTreeSet<String>,
}

/// Phrases by the status they tell.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct StatusWords {
    pub(crate) planned: Vec<String>,
    pub(crate) cancelled: Vec<String>,
    pub(crate) denied: Vec<String>,
    pub(crate) claimed: Vec<String>,
    /// Who fights, with what, and what they boast of.
    pub(crate) fighters: Vec<String>,
    pub(crate) arms: Vec<String>,
    pub(crate) fighting: Vec<String>,
    /// Of those who fight, those whose word on any fight is a claim.
    pub(crate) sides: Vec<String>,
    /// Nouns for what may not be so: "rumours that".
    pub(crate) rumours: Vec<String>,
    /// What opens a sentence that goes on on the same day.
    pub(crate) opens_on: Vec<String>,
    /// What ties a sentence to the day before it, wherever it stands.
    pub(crate) ties_to: Vec<String>,
}

/// Words that decide on which day something is told.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct DayWords {
    /// Verbs that give somebody time.
    pub(crate) giving: Vec<String>,
    /// How words are made, on whose day they are said.
    pub(crate) written: Vec<String>,
    /// How pictures are made, on whose day what they show is seen.
    pub(crate) taken: Vec<String>,
    /// Verbs of what pictures show.
    pub(crate) showing: Vec<String>,
    /// What is so "usually" happens on no day.
    pub(crate) habits: Vec<String>,
    /// What makes a bound of a date.
    pub(crate) bounds: Vec<String>,
    /// What puts a noun ahead: "the expected vote".
    pub(crate) ahead: Vec<String>,
    /// Participles of what is put out: "a video posted on Monday".
    pub(crate) put_out: Vec<String>,
    /// Participles of what somebody is called.
    pub(crate) named: Vec<String>,
    /// Participles of what is foreseen.
    pub(crate) foreseen: Vec<String>,
    /// What stands over a table of days to come.
    pub(crate) looking: Vec<String>,
    /// What leads to a thing that has its own day.
    pub(crate) leaning: Vec<String>,
}

/// Whether a list holds a word, in whatever case.
pub(crate) fn holds(list: &[String], word: &str) -> bool {
    list.iter().any(|it| it.eq_ignore_ascii_case(word))
}
