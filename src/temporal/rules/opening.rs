//! Which words may stand at the first places of a row: most rows are ruled out by them and never laid over a text.

use std::collections::HashMap;

use super::rows;
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Slot;

/// How many places are looked at.
pub(in crate::temporal) const N_PLACES: usize = 3;

/// For each of the first places the rows, as sets of bits, that a word may stand at.
pub(in crate::temporal) type Places = [u128; N_PLACES];

/// What is asked of the word at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::temporal) enum Need {
    /// Nothing; there need not even be a word.
    Nothing,
    /// Letters.
    Letters,
    /// A class of words.
    Class(Class),
    /// A class of words and the value in it.
    Value(Class, i32),
    /// A mark, as [`mark`] folds it.
    Mark(u8),
}

/// The rows by what they ask for at each place.
pub(in crate::temporal) struct Openings(HashMap<(usize, Need), u128>);

impl Openings {
    /// Of all rows, each with the bit of its number.
    pub(in crate::temporal) fn of_rows() -> Openings {
        let mut rows_with: HashMap<(usize, Need), u128> = HashMap::new();
        for (i, row) in rows().enumerate() {
            for place in 0..N_PLACES {
                let mut take = |need| *rows_with.entry((place, need)).or_default() |= 1 << i;
                needs(&Left { slots: row.shape, behind: None }, place, &mut take);
            }
        }
        Openings(rows_with)
    }

    /// Where a word may stand that fulfils these.
    pub(in crate::temporal) fn places(&self, fulfilled: &[Need]) -> Places {
        let rows_with = |place: usize, need: &Need| self.0.get(&(place, *need)).copied().unwrap_or(0);
        let of_place = |place| fulfilled.iter().fold(rows_with(place, &Need::Nothing), |all, it| all | rows_with(place, it));
        std::array::from_fn(of_place)
    }
}

/// A mark as one byte: those that stand for an apostrophe or for a hyphen as one of them, others beyond ASCII as 0.
pub(in crate::temporal) fn mark(mark: &str) -> u8 {
    match mark {
        "’" | "‘" | "`" => b'\'',
        "‑" | "–" => b'-',
        _ if mark.is_ascii() => mark.bytes().next().unwrap_or(0),
        _ => 0,
    }
}

/// Slots that are still to be laid, and those behind them.
struct Left<'a> {
    slots: &'a [Slot],
    behind: Option<&'a Left<'a>>,
}

/// What the slots ask for at a place, or more than that.
fn needs(left: &Left<'_>, place: usize, take: &mut dyn FnMut(Need)) {
    let Some((slot, rest)) = left.slots.split_first() else {
        return match left.behind {
            Some(it) => needs(it, place, take),
            None => take(Need::Nothing),
        };
    };
    let rest = Left { slots: rest, behind: left.behind };
    match slot {
        Slot::All(inner) => needs(&Left { slots: inner, behind: Some(&rest) }, place, take),
        Slot::Opt(inner) => {
            needs(&Left { slots: inner, behind: Some(&rest) }, place, take);
            needs(&rest, place, take);
        }
        Slot::Any(choices) => {
            for slots in choices.chunks(1) {
                needs(&Left { slots, behind: Some(&rest) }, place, take);
            }
        }
        _ => {
            let (first, more) = words(*slot);
            if matches!(slot, Slot::Hyphen) {
                needs(&rest, place, take);
            }
            if place == 0 {
                return first.iter().copied().for_each(take);
            }
            more.iter().copied().for_each(&mut *take);
            let longest = if more.is_empty() { 1 } else { place };
            for n_words in 1..=longest {
                needs(&rest, place - n_words, take);
            }
        }
    }
}

/// What a slot asks of its first word and of those after it, if it may hold several.
fn words(slot: Slot) -> (Vec<Need>, &'static [Need]) {
    use Need::{Letters, Mark, Nothing};
    const DIGITS: Need = Need::Class(Class::Digits);
    const CARDINAL: Need = Need::Class(Class::Cardinal);
    const SCALE: Need = Need::Class(Class::Scale);
    const PREP: Need = Need::Class(Class::Prep);
    const A: Need = Need::Class(Class::A);
    const FEW: Need = Need::Class(Class::Few);
    const COUPLE: Need = Need::Class(Class::Couple);
    const ORDINAL: Need = Need::Class(Class::Ordinal);
    const SUFFIX: Need = Need::Class(Class::Suffix);
    const MERIDIEM: Need = Need::Class(Class::Meridiem);
    const PLURAL: Need = Need::Class(Class::Plural);
    const IN_COUNT: &[Need] =
        &[DIGITS, CARDINAL, SCALE, PREP, FEW, COUPLE, Mark(b','), Mark(b'.'), Mark(b'/'), Mark(b'-'), Mark(0)];
    match slot {
        Slot::Word(class) => (vec![Need::Class(class)], &[]),
        Slot::Is(class, value) => (vec![Need::Value(class, value)], &[]),
        Slot::Mark(it) => (vec![Mark(it)], &[]),
        Slot::Hyphen => (vec![Mark(b'-')], &[]),
        Slot::Apostrophe => (vec![Mark(b'\'')], &[]),
        Slot::TwoDigits | Slot::FourDigitHour => (vec![DIGITS], &[]),
        Slot::So => (vec![Letters], &[]),
        Slot::Count => (vec![DIGITS, CARDINAL, FEW, COUPLE, A], IN_COUNT),
        Slot::Day | Slot::Ordinal => (vec![DIGITS, ORDINAL, CARDINAL], &[SUFFIX, ORDINAL, Mark(b'-')]),
        Slot::Month => (vec![Need::Class(Class::Month)], &[Mark(b'.')]),
        Slot::Weekday => (vec![Need::Class(Class::Weekday)], &[Mark(b'.')]),
        Slot::Year => (vec![DIGITS, CARDINAL], &[CARDINAL, SCALE, A, PREP, Mark(b'-')]),
        Slot::Clock => (vec![DIGITS, CARDINAL], &[DIGITS, MERIDIEM, Letters, Mark(b':'), Mark(b'.')]),
        Slot::Feast => (vec![Need::Class(Class::Feast)], &[Nothing]),
        Slot::Possessive => (vec![Mark(b'\'')], &[PLURAL]),
        Slot::EraDotted => (vec![Letters], &[Letters, Mark(b'.')]),
        Slot::QuarterLetter => (vec![Need::Class(Class::QuarterLetter)], &[DIGITS]),
        Slot::OClock => (vec![Letters], &[Letters, Mark(b'\'')]),
        Slot::TimeOfPlace => (vec![Letters], &[Letters]),
        Slot::All(_) | Slot::Opt(_) | Slot::Any(_) => (vec![Nothing], &[Nothing]),
    }
}
