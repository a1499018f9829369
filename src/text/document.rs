//! A cleaned article: its text, paragraphs and sentences, and the way from any range back to the file.

use super::TextRange;

/// Where an article comes from, and what its metadata says of it, as said.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Source {
    /// The article's own id (JSON Lines), else one made from the path.
    pub id: String,
    /// The path of the file as the reader gave it.
    pub path: String,
    /// The headline.
    pub title: Option<String>,
    /// The outlet.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// ISO 639 code.
    pub language: Option<String>,
    /// The date of publication as the metadata writes it.
    pub published: Option<String>,
    /// Tags of the metadata.
    pub tags: Vec<String>,
    /// SHA-256 of the article's bytes in the file, in hexadecimal.
    pub sha256: String,
}

/// What a paragraph is within its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The headline.
    Title,
    /// Text of the article.
    Body,
    /// A heading between paragraphs.
    Heading,
    /// What stands under a picture.
    Caption,
    /// Who wrote it, and the date line that states the day of writing.
    Byline,
    /// A date that stands alone on its line: of writing or of saving, for `dating` to judge.
    DateLine,
    /// What is around an article and is not the article.
    Furniture,
}

/// One paragraph as it stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its place in the text.
    pub range: TextRange,
    /// Its number among the article's paragraphs in the file, from 1, furniture included.
    pub number: u32,
    /// What it is.
    pub kind: Kind,
}

/// One sentence; may run over the end of a paragraph that a saved page broke in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its place in the text, without surrounding white space.
    pub range: TextRange,
    /// The index of the paragraph in which it begins.
    pub paragraph: u32,
    /// Its number in that paragraph, from 1.
    pub number: u32,
}

/// Where in the file a range of the text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// The half-open byte range of the file; `None` in formats where there is none.
    pub bytes: Option<(u64, u64)>,
}

/// A run of the clean text with the bytes of the file from which it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it begins in the text.
    pub text: u32,
    /// How long it is there.
    pub len: u32,
    /// Where it begins in the file.
    pub file: u32,
    /// How long it is there.
    pub file_len: u32,
    /// Whether the two correspond byte for byte; an entity, another encoding, folded white space only do as a whole.
    pub exact: bool,
}

/// Leads any range of the clean text back to lines and bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OriginMap {
    /// The runs of the text that stand in the file, ascending.
    pub runs: Vec<Run>,
    /// For each paragraph, the line of the file on which it begins.
    pub paragraph_lines: Vec<u32>,
    /// Where each line of the file begins; empty where ranges lead to no bytes.
    pub line_starts: Vec<u32>,
}

/// A cleaned article. Everything later points into `text` by range.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Document {
    /// Where it comes from.
    pub source: Source,
    /// The clean text; paragraphs are parted by a blank line (`\n\n`).
    pub text: String,
    /// The paragraphs in order, furniture included.
    pub paragraphs: Vec<Paragraph>,
    /// The sentences of titles, bodies and headings in order; furniture, captions, bylines and date lines have none.
    pub sentences: Vec<Sentence>,
    /// The way back to the file.
    pub origin: OriginMap,
}

impl Document {
    /// Where in the file a range stands.
    pub fn place(&self, range: TextRange) -> Place {
        let paragraph = self.paragraph_at(range.start);
        let paragraph_line = self.origin.paragraph_lines.get(paragraph).copied().unwrap_or(1);
        let bytes = self.file_offset(range.start, false).zip(self.file_offset(range.end, true)).filter(|(a, b)| a <= b);
        let line = match bytes {
            Some((start, _)) if !self.origin.line_starts.is_empty() => {
                self.origin.line_starts.partition_point(|&it| u64::from(it) <= start) as u32
            }
            _ => paragraph_line,
        };
        Place { line, bytes }
    }

    /// The index of the paragraph that holds the offset, the nearest before it between two.
    pub fn paragraph_at(&self, offset: u32) -> usize {
        self.paragraphs.partition_point(|it| it.range.start <= offset).saturating_sub(1)
    }

    /// The text of a range with every run of white space as one blank.
    pub fn quote(&self, range: TextRange) -> String {
        range.of(&self.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn file_offset(&self, offset: u32, is_end: bool) -> Option<u64> {
        let runs = &self.origin.runs;
        let n = if is_end {
            runs.partition_point(|it| it.text < offset)
        } else {
            runs.partition_point(|it| it.text + it.len <= offset)
        };
        let run = runs.get(if is_end { n.checked_sub(1)? } else { n })?;
        let within = offset.saturating_sub(run.text);
        let file = if run.exact && within <= run.len {
            run.file + within
        } else if is_end {
            run.file + run.file_len
        } else {
            run.file
        };
        Some(u64::from(file))
    }
}
