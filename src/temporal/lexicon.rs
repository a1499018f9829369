//! Words of time by class, read from `data/lexicon`, and named days, from `data/feasts`; one hash look-up a word, whatever
//! its case.

mod feasts;
mod role;
mod table;

pub use feasts::Feast;
pub use role::Role;
pub use table::{Class, Entry};

use super::rules::opening::{Need, Openings, Places, mark};
use super::rules::{Row, rows};
use crate::text::token::TokenKind;
use table::Table;

/// The words of one or more languages, the named days, and the rows of the grammar by the words they open with.
#[derive(Clone, Default)]
pub struct Lexicon {
    table: Table,
    /// Named days, those that begin with one word beside each other.
    pub(super) feasts: Vec<Feast>,
    /// The rows of the grammar, in order of precedence.
    pub(super) rows: Vec<&'static Row>,
    /// Where in a row a number may stand, a word that the lexicon does not hold, and each mark.
    number: Places,
    unknown: Places,
    marks: Vec<Places>,
    /// The same behind the last word.
    pub(super) nowhere: Places,
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
        let openings = Openings::of_rows();
        table.place(&openings);
        Lexicon {
            table,
            feasts,
            rows: rows().collect(),
            number: openings.places(&[Need::Class(Class::Digits)]),
            unknown: openings.places(&[Need::Letters]),
            marks: (0..128).map(|it| openings.places(&[Need::Mark(it)])).collect(),
            nowhere: openings.places(&[]),
        }
    }

    /// Where in a row a token may stand of which this is known.
    pub(super) fn places<'l>(&'l self, word: &str, kind: TokenKind, entry: Option<&'l Entry>) -> &'l Places {
        match kind {
            TokenKind::Number => &self.number,
            TokenKind::Word => entry.map_or(&self.unknown, |it| &it.places),
            TokenKind::Mark => &self.marks[usize::from(mark(word))],
        }
    }

    /// What is known of a word, whatever its case.
    pub fn look_up(&self, word: &str) -> Option<&Entry> {
        self.table.get(word)
    }
}
