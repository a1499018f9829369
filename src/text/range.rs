//! A range of bytes of a cleaned text: how every later stage points at words.

use std::ops::Range;

/// Half-open byte range of [`Document::text`](super::Document::text).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TextRange {
    /// The first byte inside.
    pub start: u32,
    /// The first byte after.
    pub end: u32,
}

impl TextRange {
    /// The range `[start, end)`; texts are under 4 GiB, longer offsets are held at the limit.
    pub fn new(start: usize, end: usize) -> TextRange {
        let held = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        TextRange { start: held(start), end: held(end.max(start)) }
    }

    /// As a range of indices.
    pub fn span(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words themselves; empty where the range does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.span()).unwrap_or("")
    }

    /// Whether nothing lies inside.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: TextRange) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the other lies wholly inside.
    pub fn holds(self, other: TextRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
