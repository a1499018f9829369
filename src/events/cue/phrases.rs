//! Words and phrases by what they tell of a clause: its status, a move of prices.

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
