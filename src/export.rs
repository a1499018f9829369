//! A chronology as text for other programs and for people: the same articles give the same bytes.

pub mod csv;
pub mod json;
pub mod markdown;
pub mod plain;

use std::io::{self, Write};
use std::path::Path;

use crate::timeline::Timeline;

/// A format of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The JSON document.
    Json,
    /// An event a line.
    Jsonl,
    /// Comma-separated values.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// Markdown with quotes.
    Md,
    /// Plain lines.
    Plain,
}

impl Format {
    /// The format that a file's ending names.
    pub fn of_path(path: &Path) -> Option<Format> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "json" => Some(Format::Json),
            "jsonl" | "ndjson" => Some(Format::Jsonl),
            "csv" => Some(Format::Csv),
            "tsv" => Some(Format::Tsv),
            "md" | "markdown" => Some(Format::Md),
            "txt" => Some(Format::Plain),
            _ => None,
        }
    }

    /// Writes a selection in this format.
    ///
    /// # Errors
    /// Where `out` cannot be written.
    pub fn write(self, selection: &Selection, mut out: &mut dyn Write) -> io::Result<()> {
        match self {
            Format::Plain => plain::write(selection, &mut out),
            Format::Json => json::write(selection, &mut out),
            Format::Jsonl => json::write_lines(selection, &mut out),
            Format::Csv => csv::write(selection, &mut out),
            Format::Tsv => plain::write_tsv(selection, &mut out),
            Format::Md => markdown::write(selection, &mut out),
        }
    }
}

/// What is exported: a chronology and the events of it that a query left.
#[derive(Clone, Copy, Debug)]
pub struct Selection<'a> {
    /// The chronology.
    pub timeline: &'a Timeline,
    /// Indices of the events, in the order of the chronology.
    pub events: &'a [u32],
    /// The query as typed.
    pub query: &'a str,
}

impl<'a> Selection<'a> {
    /// The selected events.
    pub fn events(&self) -> impl Iterator<Item = &'a crate::events::Event> + '_ {
        self.events.iter().filter_map(|&it| self.timeline.events.get(it as usize))
    }
}
