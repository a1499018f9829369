//! Mentions brought together: what several sentences, in one article or many, tell of one thing becomes one event.

pub mod assembly;
mod bucket;
mod centroid;
mod cluster;
mod days;
mod deeds;
pub(crate) mod facts;
mod join;
mod outcome;
mod score;
pub(crate) mod sparse;
mod story;
mod tell;
mod weights;
mod whole;

pub use assembly::{Assembly, Touched};

use super::{Article, Entity, Event, Mention};

/// The events that the mentions tell, in the order of their earliest mention.
///
/// The same for the same articles whatever was linked before: [`Assembly`] only saves work.
pub fn link(articles: &[Article], mentions: &[Mention], entities: &[Entity]) -> Vec<Event> {
    Assembly::default().link(articles, mentions, entities)
}

/// FNV-1a, so that a word is the same number run after run and no table of words is kept.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// One hash of two, in order (the finaliser of SplitMix64).
pub(crate) fn mix(a: u64, b: u64) -> u64 {
    let mut it = a.rotate_left(23).wrapping_add(b).wrapping_add(0x9e37_79b9_7f4a_7c15);
    it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    it ^ (it >> 31)
}
