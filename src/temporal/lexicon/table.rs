//! The hash table behind the lexicon: open addressing, keys folded to lower case as they are hashed.

use super::role::Role;
use crate::temporal::rules::opening::{Need, Openings, Places};

/// Names the classes once, for the table and for the files.
macro_rules! classes {
    ($($name:literal $class:ident,)*) => {
        /// What a word can be in an expression of time.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        #[repr(u8)]
        pub enum Class {
            $($class,)*
            /// The first word of a named day.
            Feast,
            /// A run of digits; not a class of words.
            Digits,
            /// A number read as a year; not a class of words.
            Year,
            /// A number read as a day of the month; not a class of words.
            Day,
            /// An hour of the clock; not a class of words.
            ClockHour,
            /// A minute of the clock; not a class of words.
            ClockMinute,
            /// A second of the clock; not a class of words.
            ClockSecond,
        }

        impl Class {
            /// Every class that a lexicon may name, with its name there.
            const NAMES: &[(&'static str, Class)] = &[$(($name, Class::$class),)*];
        }
    };
}

classes! {
    "month" Month,
    "weekday" Weekday,
    "weekdays" Weekdays,
    "unit" Unit,
    "units" Units,
    "long" Long,
    "long_tail" LongTail,
    "season" Season,
    "part" Part,
    "parts" Parts,
    "cardinal" Cardinal,
    "scale" Scale,
    "ordinal" Ordinal,
    "suffix" Suffix,
    "plural" Plural,
    "decades" Decades,
    "which" Which,
    "the" The,
    "a" A,
    "few" Few,
    "couple" Couple,
    "half" Half,
    "deixis" Deixis,
    "tonight" Tonight,
    "ago" Ago,
    "earlier" Earlier,
    "later" Later,
    "now" Now,
    "vague" Vague,
    "vague_noun" VagueNoun,
    "clause" Clause,
    "degree" Degree,
    "every" Every,
    "other" Other,
    "adverb" Adverb,
    "times" Times,
    "happened" Happened,
    "hedge" Hedge,
    "than" Than,
    "bound" Bound,
    "filler" Filler,
    "fiscal" Fiscal,
    "period" Period,
    "term" Term,
    "meridiem" Meridiem,
    "zone" Zone,
    "clock_word" ClockWord,
    "noon" Noon,
    "era" Era,
    "prep" Prep,
    "beside" Beside,
    "age" Age,
    "be" Be,
    "past_verb" PastVerb,
    "future_verb" FutureVerb,
    "quarter_letter" QuarterLetter,
    "ended" Ended,
    "year_word" YearWord,
    "abbreviation" Abbreviation,
    "month_stop" MonthStop,
    "day_prep" DayPrep,
}

impl Class {
    /// The class as one bit of a set of classes.
    pub const fn bit(self) -> u64 {
        1 << self as u8
    }
}

/// Classes of words are bits of a set; the topmost bit is the apostrophe's.
const _: () = assert!((Class::Digits as u8) < 63);

/// What is known of one word.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    word: String,
    /// The classes it belongs to, as a set of bits.
    pub classes: u64,
    /// Whether months and weekdays are written with a capital where it comes from.
    pub capital: bool,
    values: Vec<(Class, i32)>,
    roles: u32,
    /// Where in a row of the grammar it may stand.
    pub(in crate::temporal) places: Places,
}

impl Entry {
    /// The word's value in a class.
    pub fn value(&self, class: Class) -> Option<i32> {
        self.values.iter().find(|it| it.0 == class).map(|it| it.1)
    }

    /// Whether the word does this beside a verb or a date.
    pub fn does(&self, role: Role) -> bool {
        self.roles & role.bit() != 0
    }
}

/// Words to entries.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    entries: Vec<Entry>,
    /// Index into `entries` plus one, 0 where free; a power of two long.
    slots: Vec<u16>,
}

const N_SLOTS: usize = 4096;
/// No word of the lexicon is longer, in bytes.
const LONGEST: usize = 40;

impl Table {
    /// Takes in the words of one lexicon file. The files are the program's own, so a fault in one is a fault of the program.
    pub(super) fn read(&mut self, source: &str) {
        let root: toml::Table = source.parse().expect("the built-in lexica are valid TOML; a test reads them");
        let capital = root.get("capital").and_then(toml::Value::as_bool).unwrap_or(false);
        for (name, section) in &root {
            let Some(words) = section.as_table() else { continue };
            if name == "role" {
                self.read_roles(words);
                continue;
            }
            let class = Class::NAMES.iter().find(|it| it.0 == name).expect("every section is a class; a test reads them").1;
            for (word, value) in words {
                let value = value.as_integer().and_then(|it| i32::try_from(it).ok()).expect("every value is a small number");
                self.add(word, class, value, capital);
            }
        }
    }

    /// Takes in what the words of one file do: each role with its words.
    fn read_roles(&mut self, roles: &toml::Table) {
        for (name, words) in roles {
            let role = Role::NAMES.iter().find(|it| it.0 == name).expect("every role is known; a test reads them").1;
            for word in words.as_str().expect("the words of a role are one string").split_whitespace() {
                self.entry(word).roles |= role.bit();
            }
        }
    }

    /// The entry of a word, made where there is none.
    fn entry(&mut self, word: &str) -> &mut Entry {
        if self.slots.is_empty() {
            self.slots = vec![0; N_SLOTS];
        }
        let slot = self.slot(word);
        if self.slots[slot] == 0 {
            self.entries.push(Entry { word: word.to_string(), ..Entry::default() });
            self.slots[slot] = u16::try_from(self.entries.len()).expect("a lexicon has some hundred words");
        }
        &mut self.entries[usize::from(self.slots[slot]) - 1]
    }

    /// Adds a class to a word; the first value given stands.
    pub(super) fn add(&mut self, word: &str, class: Class, value: i32, capital: bool) {
        let entry = self.entry(word);
        entry.classes |= class.bit();
        entry.capital |= capital;
        if entry.value(class).is_none() {
            entry.values.push((class, value));
        }
    }

    /// Marks where each word may stand.
    pub(super) fn place(&mut self, openings: &Openings) {
        for entry in &mut self.entries {
            let of_value = |&(class, value): &(Class, i32)| [Need::Class(class), Need::Value(class, value)];
            let fulfilled: Vec<Need> = entry.values.iter().flat_map(of_value).chain([Need::Letters]).collect();
            entry.places = openings.places(&fulfilled);
        }
    }

    pub(super) fn get(&self, word: &str) -> Option<&Entry> {
        if word.len() > LONGEST || self.slots.is_empty() {
            return None;
        }
        let index = self.slots[self.slot(word)];
        (index != 0).then(|| &self.entries[usize::from(index) - 1])
    }

    /// The slot that holds the word, or the free one where it would go.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(word) as usize & mask;
        loop {
            match self.slots[at] {
                0 => return at,
                index if same(&self.entries[usize::from(index) - 1].word, word) => return at,
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// By the last eight bytes in lower case.
fn hash(word: &str) -> u64 {
    let push = |end: u64, byte: u8| (end << 8) | u64::from(byte | 0x20);
    let end = if word.is_ascii() {
        word.bytes().fold(0, push)
    } else {
        let mut buffer = [0; 4];
        let lower = word.chars().flat_map(char::to_lowercase);
        lower.fold(0, |end, c| c.encode_utf8(&mut buffer).bytes().fold(end, push))
    };
    end.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40
}

/// Whether a word of the table, in lower case, and a word of a text are one.
fn same(known: &str, word: &str) -> bool {
    if word.is_ascii() {
        return known.eq_ignore_ascii_case(word);
    }
    known.chars().eq(word.chars().flat_map(char::to_lowercase))
}
