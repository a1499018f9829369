//! An article as a format hands it over: decoded blocks of text, not yet cleaned, with the way back to the file's bytes.

use super::Source;

/// A run of a block's characters: block bytes `[at, at + len)` come from file bytes `[file, file + file_len)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins in the block's text, in bytes.
    pub at: usize,
    /// Where it begins in the file, in bytes.
    pub file: usize,
    /// How long it is in the block, in bytes.
    pub len: usize,
    /// How long it is in the file, in bytes.
    pub file_len: usize,
    /// Whether the two correspond byte for byte, and not only as a whole.
    pub exact: bool,
}

/// One paragraph as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Block {
    /// Its text, decoded but not cleaned.
    pub text: String,
    /// The way back to the file, ascending; empty where a range of the text is no range of the file (JSON Lines).
    pub stretches: Vec<Stretch>,
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// What the format itself says of it: a heading, a caption, furniture; `None` where it says nothing.
    pub kind: Option<super::Kind>,
    /// Whether it stands in the same paragraph of the file as the block before, on a line of its own, and so shares its
    /// number.
    pub same_paragraph: bool,
}

/// An article before it is cleaned.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Raw {
    /// Where it comes from and what its metadata says.
    pub source: Source,
    /// Its paragraphs in the order of the file, furniture included.
    pub blocks: Vec<Block>,
    /// Where each line of the file begins, in bytes; empty where ranges lead to no bytes.
    pub line_starts: Vec<u32>,
}
