//! Numbers as slots read them: how many, days of the month, years, clock times, in digits or in words.

use super::expr::{Clock, Count};
use super::lexicon::Class;
use super::shape::Words;

impl Words<'_, '_> {
    /// How many, and where the words of it end.
    pub(super) fn count(&self, at: usize) -> Option<(usize, Count)> {
        if self.is(at, Class::Few) {
            return Some((at + 1, Count::Some));
        }
        if let Some(n) = self.value(at, Class::Couple) {
            let end = if self.value(at + 1, Class::Prep) == Some(3) { at + 2 } else { at + 1 };
            return Some((end, Count::whole(n as u32)));
        }
        if self.is(at, Class::A) && (self.is(at + 1, Class::Few) || self.is(at + 1, Class::Couple)) {
            return self.count(at + 1);
        }
        if self.is(at, Class::Digits) { self.digit_count(at) } else { self.spelled(at).map(|(end, n)| (end, Count::whole(n))) }
    }

    fn digit_count(&self, at: usize) -> Option<(usize, Count)> {
        let mut n = self.digits(at)?;
        let mut end = at + 1;
        while self.is_mark(end, b',') && self.touches(end) && self.touches(end + 1) && self.word(end + 1).len() == 3 {
            n = n.checked_mul(1000)?.checked_add(self.digits(end + 1)?)?;
            end += 2;
        }
        let whole = n;
        let mut count = u64::from(n) * 1000;
        if self.is_mark(end, b'.') && self.touches(end) && self.touches(end + 1) && self.is(end + 1, Class::Digits) {
            let digits = self.word(end + 1);
            let tenths: u64 = digits.get(..digits.len().min(3))?.parse().ok()?;
            count = count.checked_add(tenths * 10_u64.pow(3 - digits.len().min(3) as u32))?;
            end += 2;
        } else if let Some(fraction) = self.fraction(end) {
            if fraction == 500 {
                return Some((end + 3, Count::AndHalf(whole)));
            }
            count = count.checked_add(u64::from(fraction))?;
            end += 3;
        } else if let Some(fraction) = self.fraction(at) {
            return Some((at + 3, if fraction == 500 { Count::AndHalf(0) } else { Count::Exactly(u64::from(fraction)) }));
        } else if self.word(end) == "½" {
            return Some((end + 1, Count::AndHalf(whole)));
        }
        if let Some(scale) = self.value(end, Class::Scale) {
            count = count.checked_mul(scale as u64)?;
            end += 1;
        }
        Some((end, Count::Exactly(count)))
    }

    /// "1/2", in thousandths.
    fn fraction(&self, at: usize) -> Option<u32> {
        let (over, under) = (self.digits(at)?, self.digits(at + 2)?);
        let joined = self.is_mark(at + 1, b'/') && self.touches(at + 1) && self.touches(at + 2);
        (joined && 0 < over && over < under && under <= 10).then(|| over * 1000 / under)
    }

    /// A number in words: "a hundred and fifty", "twenty-four", "two thousand".
    pub(super) fn spelled(&self, at: usize) -> Option<(usize, u32)> {
        let (mut end, mut total, mut part) = (at, 0_u32, 0_u32);
        let mut seen = false;
        if self.is(at, Class::A) && self.is(at + 1, Class::Scale) {
            part = 1;
            end += 1;
        }
        for _ in 0..8 {
            if let Some(n) = self.value(end, Class::Cardinal) {
                let n = n as u32;
                let fits = !seen || part == 0 || (part % 100 == 0) || (part % 10 == 0 && part % 100 >= 20 && n < 10);
                if !fits {
                    break;
                }
                part += n;
                end += 1;
                seen = true;
                if self.is_hyphen(end) && self.touches(end) && part % 100 >= 20 && part % 10 == 0 {
                    match self.value(end + 1, Class::Cardinal) {
                        Some(unit) if unit < 10 => {
                            part += unit as u32;
                            end += 2;
                        }
                        _ => {}
                    }
                }
            } else if let Some(scale) = self.value(end, Class::Scale).filter(|_| seen || part == 1) {
                let scale = scale as u32;
                if scale >= 1000 {
                    total = total.checked_add(part.checked_mul(scale)?)?;
                    part = 0;
                } else {
                    part = part.checked_mul(scale)?;
                }
                end += 1;
                seen = true;
            } else if seen && self.value(end, Class::Prep) == Some(16) && (part >= 100 || total > 0) && part % 100 == 0 {
                match self.value(end + 1, Class::Cardinal) {
                    Some(_) => end += 1,
                    None => break,
                }
            } else {
                break;
            }
        }
        seen.then_some((end, total.checked_add(part)?))
    }

    /// A day of the month.
    pub(super) fn day(&self, at: usize) -> Option<(usize, i32)> {
        if let Some(n) = self.digits(at).filter(|it| (1..=31).contains(it)) {
            if self.word(at).len() > 2 {
                return None;
            }
            let suffixed = self.touches(at + 1) && self.is(at + 1, Class::Suffix);
            return Some((if suffixed { at + 2 } else { at + 1 }, n as i32));
        }
        let (end, n) = self.ordinal(at)?;
        (1..=31).contains(&n).then_some((end, n))
    }

    /// "third", "twenty-first", "21st".
    pub(super) fn ordinal(&self, at: usize) -> Option<(usize, i32)> {
        if let Some(n) = self.digits(at) {
            return (self.touches(at + 1) && self.is(at + 1, Class::Suffix)).then_some((at + 2, i32::try_from(n).ok()?));
        }
        if let Some(n) = self.value(at, Class::Ordinal) {
            return Some((at + 1, n));
        }
        let tens = self.value(at, Class::Cardinal).filter(|it| *it >= 20)?;
        let next = if self.is_hyphen(at + 1) { at + 2 } else { at + 1 };
        let ones = self.value(next, Class::Ordinal).filter(|it| *it < 10)?;
        Some((next + 1, tens + ones))
    }

    /// The name of a month; English and German write it with a capital, and "May" must not be "may".
    pub(super) fn month(&self, at: usize) -> Option<(usize, i32)> {
        let month = self.value(at, Class::Month)?;
        if self.wants_capital(at) && !self.is_capital(at) {
            return None;
        }
        Some((self.after_stop(at), month))
    }

    /// The name of a weekday.
    pub(super) fn weekday(&self, at: usize) -> Option<(usize, i32)> {
        let weekday = self.value(at, Class::Weekday)?;
        if self.wants_capital(at) && !self.is_capital(at) {
            return None;
        }
        let end = self.after_stop(at);
        // "sun", "sat", "mon" are words and names of their own: only with a stop or a date beside them.
        let is_short = self.word(at).len() <= 3 && self.word(at).is_ascii();
        // "round the Sun."
        if is_short && at.checked_sub(1).is_some_and(|it| self.is(it, Class::The)) {
            return None;
        }
        if is_short && end == at + 1 && !self.is(end, Class::Month) && !self.is(end, Class::Digits) {
            return None;
        }
        Some((end, weekday))
    }

    fn wants_capital(&self, at: usize) -> bool {
        self.at(at).and_then(|it| it.entry).is_some_and(|it| it.capital)
    }

    /// The end of an abbreviation, its full stop included.
    fn after_stop(&self, at: usize) -> usize {
        let short = self.is(at, Class::Abbreviation);
        if short && self.is_mark(at + 1, b'.') && self.touches(at + 1) { at + 2 } else { at + 1 }
    }

    /// A year: four digits, "nineteen ninety-six", "two thousand".
    pub(super) fn year(&self, at: usize) -> Option<(usize, i32)> {
        if self.is(at, Class::Digits) {
            let year = self.digits(at)? as i32;
            let four = self.word(at).len() == 4 && (1000..2200).contains(&year);
            let part_of_number = self.touches(at + 1)
                && ((self.is_mark(at + 1, b',') || self.is_mark(at + 1, b'.'))
                    && self.touches(at + 2)
                    && self.is(at + 2, Class::Digits));
            let after_mark = at > 0
                && self.touches(at)
                && (self.is_mark(at - 1, b',')
                    || self.is_mark(at - 1, b'.')
                    || self.is_mark(at - 1, b'$')
                    || self.is_mark(at - 1, b'#'));
            return (four && !part_of_number && !after_mark).then_some((at + 1, year));
        }
        let first = self.value(at, Class::Cardinal)?;
        if first == 19 || first == 18 {
            let (end, rest) = self.spelled(at + 1)?;
            return (10..100).contains(&rest).then_some((end, first * 100 + rest as i32));
        }
        None
    }

    /// A time on the clock and where it ends; an hour alone wants its half of the day.
    pub(super) fn clock(&self, at: usize) -> Option<(usize, Clock)> {
        let (end, hour) = match self.digits(at) {
            Some(n) if self.word(at).len() <= 2 && n <= 24 => (at + 1, u8::try_from(n).ok()?),
            Some(_) => return None,
            None => (at + 1, self.value(at, Class::Cardinal).filter(|it| *it <= 12).and_then(|it| u8::try_from(it).ok())?),
        };
        let (after_minute, minute) = self.sixtieth(end).map_or((end, None), |(after, n)| (after, Some(n)));
        let is_colon = minute.is_some() && self.is_mark(end, b':');
        let (end, second) = match self.sixtieth(after_minute).filter(|_| is_colon) {
            Some((after, n)) => (after, Some(n)),
            None => (after_minute, None),
        };
        let clock = |hour: u8| Clock { hour, minute, second, is_utc: false };
        if let Some((after, add)) = self.meridiem(end) {
            // "00:14 am", "14:07 PM": the hours of a clock of 24, and their half of the day said over.
            let is_of_24 = minute.is_some() && (hour == 0 && add == 0 || (13..24).contains(&hour) && add == 12);
            return match hour {
                1..=12 => Some((after, clock(hour % 12 + add))),
                _ => is_of_24.then(|| (after, clock(hour))),
            };
        }
        // "17.04 BST"
        let is_zoned = minute.is_some() && self.is(end, Class::Zone) && self.is_capital(end);
        ((is_colon || is_zoned) && self.is(at, Class::Digits)).then(|| (end, clock(hour)))
    }

    /// ":30", ".30": the minutes after an hour, the seconds after minutes.
    fn sixtieth(&self, at: usize) -> Option<(usize, u8)> {
        // "6: 00 p.m.", as some pages are set
        let is_spaced = self.is_mark(at, b':') && self.touches(at) && self.meridiem(at + 2).is_some();
        let is_joined =
            is_spaced || (self.is_mark(at, b':') || self.is_mark(at, b'.')) && self.touches(at) && self.touches(at + 1);
        let n = self.digits(at + 1).filter(|it| is_joined && *it < 60 && self.word(at + 1).len() == 2)?;
        Some((at + 2, u8::try_from(n).ok()?))
    }

    /// "a.m.", "pm", "p. m."
    pub(super) fn meridiem(&self, at: usize) -> Option<(usize, u8)> {
        if let Some(add) = self.value(at, Class::Meridiem) {
            // "10 am" and "10am"; "I am" has no number before it.
            return Some((at + 1, u8::try_from(add).ok()?));
        }
        let add = match self.word(at) {
            "a" | "A" => 0,
            "p" | "P" => 12,
            _ => return None,
        };
        let dotted = self.is_mark(at + 1, b'.') && matches!(self.word(at + 2), "m" | "M");
        if !dotted {
            return None;
        }
        Some((if self.is_mark(at + 3, b'.') && self.touches(at + 3) { at + 4 } else { at + 3 }, add))
    }
}
