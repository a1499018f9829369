//! Words of time by class, read from `data/lexicon`; one hash look-up a word, whatever its case.

mod table;

pub use table::{Class, Entry};

use super::rules::Row;
use super::tag::indexed_rows;
use table::Table;

/// The words of one or more languages, and the rows indexed by the class they begin with.
#[derive(Clone, Default)]
pub struct Lexicon {
    table: Table,
    /// The rows of the grammar with the classes they can begin with.
    pub(super) rows: Vec<(&'static Row, u64)>,
    /// The classes with which any row can begin.
    pub(super) triggers: u64,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").finish_non_exhaustive()
    }
}

impl Lexicon {
    /// The words that are built into the program.
    pub fn builtin() -> Lexicon {
        let mut table = Table::default();
        for source in [include_str!("../../data/lexicon/en.toml")] {
            table.read(source);
        }
        let rows = indexed_rows();
        let triggers = rows.iter().fold(0, |all, it| all | it.1);
        Lexicon { table, rows, triggers }
    }

    /// What is known of a word, whatever its case.
    pub fn look_up(&self, word: &str) -> Option<&Entry> {
        self.table.get(word)
    }
}
