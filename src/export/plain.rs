//! One event a line for a pipe: date, count of independent sources, title, status; all of it data that screens show too.

use std::io::{self, Write};

use super::Selection;
use crate::calendar::notation;
use crate::events::{Event, Status};

/// The status as shown: nothing for what happened.
pub fn shown_status(event: &Event) -> &'static str {
    if event.status == Status::Happened { "" } else { event.status.name() }
}

/// Writes a line an event: date, sources, title, and its status in brackets where it did not simply happen.
pub fn write(selection: &Selection, out: &mut impl Write) -> io::Result<()> {
    let dates: Vec<String> = selection.events().map(|it| notation::write_or_undated(it.when.as_ref())).collect();
    let width = dates.iter().map(String::len).max().unwrap_or(0);
    for (event, date) in selection.events().zip(&dates) {
        let mark = if event.in_conflict() { '!' } else { ' ' };
        write!(out, "{date:width$}  {:>3}{mark}  {}", event.independent, event.title)?;
        match shown_status(event) {
            "" => writeln!(out)?,
            status => writeln!(out, "  [{status}]")?,
        }
    }
    Ok(())
}

/// Writes tab-separated values under a head: date, start, end, precision, status, sources, title, id.
pub fn write_tsv(selection: &Selection, out: &mut impl Write) -> io::Result<()> {
    super::csv::write_with(selection, out, '\t')
}
