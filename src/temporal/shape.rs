//! The shapes that rows are made of, and the matcher that lays one over the words of a paragraph.

use super::expr::Count;
use super::lexicon::{Class, Entry, Lexicon};
use super::rules::opening::{N_PLACES, Places};
use crate::text::token::{Gap, Token, TokenKind};

/// A token with what the lexicon knows of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme<'l> {
    pub(super) token: Token,
    /// The classes it belongs to, as a set of bits.
    pub(super) classes: u64,
    pub(super) entry: Option<&'l Entry>,
    /// Where in a row of the grammar it may stand.
    places: &'l Places,
}

/// The words of one paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a, 'l> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'l Lexicon,
    pub(super) lexemes: &'a [Lexeme<'l>],
}

/// Looks a token up.
pub(super) fn lexeme<'l>(text: &str, token: Token, lexicon: &'l Lexicon) -> Lexeme<'l> {
    let entry = match token.kind {
        TokenKind::Word => lexicon.look_up(token.of(text)),
        TokenKind::Number | TokenKind::Mark => None,
    };
    let classes = match token.kind {
        TokenKind::Number => Class::Digits.bit(),
        TokenKind::Word | TokenKind::Mark => entry.map_or(0, |it| it.classes),
    };
    Lexeme { token, classes, entry, places: lexicon.places(token.of(text), token.kind, entry) }
}

/// One place in a row's shape.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slot {
    /// A word of the class; its value is kept under the class.
    Word(Class),
    /// A word of the class with this value.
    Is(Class, i32),
    /// A mark that touches nothing, or touches what it joins.
    Mark(u8),
    /// How many: "two", "2 1/2", "several", "a couple of"; the first of a row is its count.
    Count,
    /// A day of the month: "12", "12th", "twelfth".
    Day,
    /// The name of a month, abbreviated or not.
    Month,
    /// The name of a weekday.
    Weekday,
    /// A year of four digits, or in words.
    Year,
    /// A time on the clock: "8", "8:30", with "a.m." or "p.m." or 24 hours.
    Clock,
    /// A named day, kept as its index among the lexicon's feasts.
    Feast,
    /// An ordinal: "third", "21st".
    Ordinal,
    /// A hyphen that joins, or nothing.
    Hyphen,
    /// An apostrophe with or without an s: "year's".
    Possessive,
    /// An apostrophe that stands for what is left out: "'96".
    Apostrophe,
    /// Two digits.
    TwoDigits,
    /// "B.C.", "A.D.", kept as an era.
    EraDotted,
    /// "Q3", kept as digits.
    QuarterLetter,
    /// "so", as in "two years or so".
    So,
    /// "1530" as hour and minute.
    FourDigitHour,
    /// "o'clock".
    OClock,
    /// "local time", "Moscow time", "New York time".
    TimeOfPlace,
    /// All of these.
    All(&'static [Slot]),
    /// All of these, or nothing.
    Opt(&'static [Slot]),
    /// The first of these that fits.
    Any(&'static [Slot]),
}

const N_KEPT: usize = 10;

/// What a shape found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    kept: [(Class, i32); N_KEPT],
    n_kept: usize,
    pub(super) count: Option<Count>,
}

impl Found {
    pub(super) fn new() -> Found {
        Found { kept: [(Class::Month, 0); N_KEPT], n_kept: 0, count: None }
    }

    /// The first value kept under a class.
    pub(super) fn get(&self, class: Class) -> Option<i32> {
        self.kept[..self.n_kept].iter().find(|it| it.0 == class).map(|it| it.1)
    }

    /// The last value kept under a class.
    pub(super) fn last(&self, class: Class) -> Option<i32> {
        self.kept[..self.n_kept].iter().rev().find(|it| it.0 == class).map(|it| it.1)
    }

    /// The nth value kept under a class, from 0.
    pub(super) fn nth(&self, class: Class, n: usize) -> Option<i32> {
        self.kept[..self.n_kept].iter().filter(|it| it.0 == class).nth(n).map(|it| it.1)
    }

    /// Whether a class was found behind the unit: "a year and a half".
    pub(super) fn follows_unit(&self, class: Class) -> bool {
        let at = |class: Class| self.kept[..self.n_kept].iter().rposition(|it| it.0 == class);
        at(class) > at(Class::Unit)
    }

    pub(super) fn has(&self, class: Class) -> bool {
        self.get(class).is_some()
    }

    /// What to go back to where a way through a shape leads nowhere.
    fn mark(&self) -> (usize, Option<Count>) {
        (self.n_kept, self.count)
    }

    fn go_back(&mut self, (n_kept, count): (usize, Option<Count>)) {
        (self.n_kept, self.count) = (n_kept, count);
    }

    fn keep(&mut self, class: Class, value: i32) {
        if self.n_kept < N_KEPT {
            self.kept[self.n_kept] = (class, value);
            self.n_kept += 1;
        }
    }
}

impl<'a, 'l> Words<'a, 'l> {
    pub(super) fn at(&self, i: usize) -> Option<&'a Lexeme<'l>> {
        self.lexemes.get(i)
    }

    pub(super) fn word(&self, i: usize) -> &'a str {
        self.at(i).map_or("", |it| it.token.of(self.text))
    }

    pub(super) fn is(&self, i: usize, class: Class) -> bool {
        self.at(i).is_some_and(|it| it.classes & class.bit() != 0)
    }

    pub(super) fn value(&self, i: usize, class: Class) -> Option<i32> {
        let it = self.at(i)?;
        if it.classes & class.bit() == 0 {
            return None;
        }
        it.entry?.value(class)
    }

    pub(super) fn is_mark(&self, i: usize, mark: u8) -> bool {
        self.at(i).is_some_and(|it| it.token.kind == TokenKind::Mark && it.token.of(self.text).as_bytes() == [mark])
    }

    /// Whether the token touches the one before it.
    pub(super) fn touches(&self, i: usize) -> bool {
        self.at(i).is_some_and(|it| it.token.gap == Gap::None)
    }

    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.word(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// The value of a run of at most nine digits.
    pub(super) fn digits(&self, i: usize) -> Option<u32> {
        if !self.is(i, Class::Digits) || self.word(i).len() > 9 {
            return None;
        }
        self.word(i).parse().ok()
    }

    /// The rows that may begin at a word, as a set of bits: those that its classes and those of the next words do not rule out.
    pub(super) fn rows_at(&self, at: usize) -> u128 {
        let places = |n: usize| self.at(at + n).map_or(self.lexicon.nowhere[n], |it| it.places[n]);
        (0..N_PLACES).fold(u128::MAX, |rows, n| if rows == 0 { 0 } else { rows & places(n) })
    }

    /// Lays slots over the words from `at` on; where they end.
    pub(super) fn fit(&self, slots: &[Slot], at: usize, found: &mut Found) -> Option<usize> {
        let Some((slot, rest)) = slots.split_first() else { return Some(at) };
        match slot {
            Slot::Opt(inner) => {
                let before = found.mark();
                if let Some(mid) = self.fit(inner, at, found)
                    && let Some(end) = self.fit(rest, mid, found)
                {
                    return Some(end);
                }
                found.go_back(before);
                self.fit(rest, at, found)
            }
            Slot::All(inner) => {
                let mid = self.fit(inner, at, found)?;
                self.fit(rest, mid, found)
            }
            Slot::Any(choices) => {
                let before = found.mark();
                for choice in *choices {
                    if let Some(mid) = self.fit(std::slice::from_ref(choice), at, found)
                        && let Some(end) = self.fit(rest, mid, found)
                    {
                        return Some(end);
                    }
                    found.go_back(before);
                }
                None
            }
            _ => {
                let mid = self.fit_one(*slot, at, found)?;
                self.fit(rest, mid, found)
            }
        }
    }

    fn fit_one(&self, slot: Slot, at: usize, found: &mut Found) -> Option<usize> {
        match slot {
            Slot::Word(Class::Digits) => {
                found.keep(Class::Digits, i32::try_from(self.digits(at)?).ok()?);
                Some(at + 1)
            }
            Slot::Word(class) => {
                let value = self.value(at, class)?;
                found.keep(class, value);
                Some(at + 1)
            }
            Slot::Is(class, wanted) => {
                if self.value(at, class)? != wanted {
                    return None;
                }
                if matches!(
                    class,
                    Class::Unit
                        | Class::The
                        | Class::Earlier
                        | Class::Later
                        | Class::Vague
                        | Class::Which
                        | Class::Times
                        | Class::Hedge
                ) {
                    found.keep(class, wanted);
                }
                Some(at + 1)
            }
            Slot::Mark(mark) => self.is_mark(at, mark).then_some(at + 1),
            Slot::Hyphen => Some(if self.is_hyphen(at) && self.touches(at) { at + 1 } else { at }),
            Slot::Count => {
                let (end, count) = self.count(at)?;
                let first = *found.count.get_or_insert(count);
                // "jailed in 2006 to seven years" is no range.
                if first.n().zip(count.n()).is_some_and(|(first, last)| last < first) {
                    return None;
                }
                Some(end)
            }
            Slot::Day => {
                let (end, day) = self.day(at)?;
                found.keep(Class::Day, day);
                Some(end)
            }
            Slot::Month => {
                let (end, month) = self.month(at)?;
                found.keep(Class::Month, month);
                Some(end)
            }
            Slot::Weekday => {
                let (end, weekday) = self.weekday(at)?;
                found.keep(Class::Weekday, weekday);
                Some(end)
            }
            Slot::Year => {
                let (end, year) = self.year(at)?;
                found.keep(Class::Year, year);
                Some(end)
            }
            Slot::Clock => {
                let (end, clock) = self.clock(at)?;
                found.keep(Class::ClockHour, clock.hour.into());
                for (class, value) in [(Class::ClockMinute, clock.minute), (Class::ClockSecond, clock.second)] {
                    if let Some(value) = value {
                        found.keep(class, value.into());
                    }
                }
                Some(end)
            }
            Slot::Feast => {
                let (end, feast) = self.feast(at)?;
                found.keep(Class::Feast, feast);
                Some(end)
            }
            Slot::Ordinal => {
                let (end, n) = self.ordinal(at)?;
                found.keep(Class::Ordinal, n);
                Some(end)
            }
            Slot::Possessive => {
                if !self.is_apostrophe(at) || !self.touches(at) {
                    return None;
                }
                Some(if self.touches(at + 1) && self.is(at + 1, Class::Plural) { at + 2 } else { at + 1 })
            }
            Slot::Apostrophe => (self.is_apostrophe(at) && self.touches(at + 1)).then_some(at + 1),
            Slot::TwoDigits => {
                let n = self.digits(at).filter(|_| self.word(at).len() == 2)?;
                found.keep(Class::Digits, i32::try_from(n).ok()?);
                Some(at + 1)
            }
            Slot::EraDotted => {
                let era = match self.word(at) {
                    "B" => -1,
                    "A" => 1,
                    _ => return None,
                };
                let second = if era < 0 { "C" } else { "D" };
                if !self.is_mark(at + 1, b'.') || !self.touches(at + 1) || self.word(at + 2) != second {
                    return None;
                }
                found.keep(Class::Era, era);
                Some(if self.is_mark(at + 3, b'.') && self.touches(at + 3) { at + 4 } else { at + 3 })
            }
            Slot::QuarterLetter => {
                let n = self.digits(at + 1).filter(|it| (1..=4).contains(it) && self.word(at) == "Q" && self.touches(at + 1))?;
                found.keep(Class::Digits, i32::try_from(n).ok()?);
                Some(at + 2)
            }
            Slot::So => (self.word(at) == "so").then_some(at + 1),
            Slot::FourDigitHour => {
                let n = self.digits(at).filter(|it| self.word(at).len() == 4 && *it < 2400 && *it % 100 < 60)?;
                found.keep(Class::ClockHour, i32::try_from(n / 100).ok()?);
                found.keep(Class::ClockMinute, i32::try_from(n % 100).ok()?);
                Some(at + 1)
            }
            Slot::TimeOfPlace => {
                let is_place = self.is_capital(at) || self.value(at, Class::ClockWord) == Some(1);
                let end = if self.is_capital(at) && self.is_capital(at + 1) { at + 2 } else { at + 1 };
                (is_place && self.value(end, Class::Times) == Some(9)).then_some(end + 1)
            }
            Slot::OClock => {
                let is = matches!(self.word(at), "o" | "O")
                    && self.is_apostrophe(at + 1)
                    && self.word(at + 2).eq_ignore_ascii_case("clock");
                is.then_some(at + 3)
            }
            Slot::All(_) | Slot::Opt(_) | Slot::Any(_) => self.fit(&[slot], at, found),
        }
    }

    /// The longest named day that begins at a word.
    fn feast(&self, at: usize) -> Option<(usize, i32)> {
        let first = usize::try_from(self.value(at, Class::Feast)?).ok()?;
        if !self.is_capital(at) {
            return None;
        }
        let mut best = None;
        for (i, feast) in self.lexicon.feasts.iter().enumerate().skip(first) {
            if feast.first_word() != self.lexicon.feasts[first].first_word() {
                break;
            }
            let end = at + feast.words.len();
            let fits = feast
                .words
                .iter()
                .enumerate()
                .skip(1)
                .all(|(n, word)| self.word(at + n).eq_ignore_ascii_case(word) || (word == "'" && self.is_apostrophe(at + n)));
            if fits && best.is_none_or(|(longest, _)| end > longest) {
                best = Some((end, i32::try_from(i).ok()?));
            }
        }
        best
    }

    pub(super) fn is_hyphen(&self, i: usize) -> bool {
        self.at(i).is_some_and(|it| it.token.kind == TokenKind::Mark && matches!(it.token.of(self.text), "-" | "‑" | "–"))
    }

    pub(super) fn is_apostrophe(&self, i: usize) -> bool {
        self.at(i).is_some_and(|it| it.token.kind == TokenKind::Mark && matches!(it.token.of(self.text), "'" | "’" | "‘" | "`"))
    }
}
