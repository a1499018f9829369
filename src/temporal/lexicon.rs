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
    /// The rows of the grammar, in order of precedence.
    pub(super) rows: Vec<&'static Row>,
    /// For each class the rows that can begin with it, as a set of bits.
    rows_of_class: Vec<u128>,
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
        let indexed = indexed_rows();
        let triggers = indexed.iter().fold(0, |all, it| all | it.1);
        let of_class = |class: usize| {
            let begins = indexed.iter().enumerate().filter(|(_, it)| it.1 & (1 << class) != 0);
            begins.fold(0, |set, (row, _)| set | (1_u128 << row))
        };
        let rows_of_class = (0..64).map(of_class).collect();
        let rows = indexed.iter().map(|it| it.0).collect();
        Lexicon { table, feasts, rows, rows_of_class, triggers }
    }

    /// The rows that can begin with a word of these classes, as a set of bits.
    pub(super) fn rows_of(&self, classes: u64) -> u128 {
        let (mut set, mut left) = (0, classes & self.triggers);
        while left != 0 {
            set |= self.rows_of_class.get(left.trailing_zeros() as usize).copied().unwrap_or(0);
            left &= left - 1;
        }
        set
    }

    /// What is known of a word, whatever its case.
    pub fn look_up(&self, word: &str) -> Option<&Entry> {
        self.table.get(word)
    }
}
