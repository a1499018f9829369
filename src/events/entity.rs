//! People, places and organisations: names as they stand in articles, and the entity behind their spellings.

mod find;
mod lexicon;

pub use find::names;
pub(crate) use lexicon::NameWords;

use crate::text::TextRange;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// Somebody.
    Person,
    /// Somewhere.
    Place,
    /// A body of people.
    Organisation,
    /// A name of which no more is known.
    Other,
}

/// A name as it stands in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Its place in the text.
    pub range: TextRange,
    /// The longest form of it in the article ("Anna Karsen" for "Karsen").
    pub full: String,
    /// What it stands for.
    pub kind: EntityKind,
}

/// One person, place or organisation, in all its spellings.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The spelling most used, for the screen.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Every spelling met, sorted, for search.
    pub spellings: Vec<String>,
}
