//! Words of time by class, read from `data/lexicon`, and named days, from `data/feasts`; one hash look-up a word, whatever
//! its case.

mod feasts;
mod table;

pub use feasts::Feast;
pub use table::{Class, Entry};

use super::rules::{Row, indexed_rows};
use table::Table;

/// The words of one or more languages, the named days, and the rows of the grammar by the classes they begin with.
#[derive(Clone, Default)]
pub struct Lexicon {
    table: Table,
    /// Named days, those that begin with one word beside each other.
    pub(super) feasts: Vec<Feast>,
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

/// The order is that of precedence where languages share a word.
const SOURCES: [&str; 3] = [
    include_str!("../../data/lexicon/en.toml"),
    include_str!("../../data/lexicon/de.toml"),
    include_str!("../../data/lexicon/ru.toml"),
];

impl Lexicon {
    /// The words that are built into the program.
    pub fn builtin() -> Lexicon {
        let mut table = Table::default();
        for source in SOURCES {
            table.read(source);
        }
        let feasts = feasts::read(include_str!("../../data/feasts/en.toml"));
        for (i, feast) in feasts.iter().enumerate().rev() {
            // The first value given to a word stands; going backwards it must be the first of its group.
            if i == 0 || feasts[i - 1].first_word() != feast.first_word() {
                table.add(feast.first_word(), Class::Feast, i32::try_from(i).unwrap_or(0), true);
            }
        }
        let rows = indexed_rows();
        let triggers = rows.iter().fold(0, |all, it| all | it.1);
        Lexicon { table, feasts, rows, triggers }
    }

    /// What is known of a word, whatever its case.
    pub fn look_up(&self, word: &str) -> Option<&Entry> {
        self.table.get(word)
    }
}
