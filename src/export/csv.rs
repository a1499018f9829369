//! Rows for a spreadsheet (RFC 4180): an event a row.

use std::io::{self, Write};

use super::{Selection, json};
use crate::calendar::notation;
use crate::timeline::trail;

const HEAD: [&str; 11] =
    ["date", "start", "end", "precision", "status", "title", "independent_sources", "articles", "conflicts", "evidence", "id"];

/// Writes comma-separated values under a head.
pub fn write(selection: &Selection, out: &mut impl Write) -> io::Result<()> {
    write_with(selection, out, ',')
}

/// Writes the rows with another sign between the fields.
pub(super) fn write_with(selection: &Selection, out: &mut impl Write, between: char) -> io::Result<()> {
    row(out, between, HEAD.iter().map(|it| (*it).to_owned()))?;
    for event in selection.events() {
        let when = event.when.as_ref();
        let places = trail::evidence(selection.timeline, event);
        let places: Vec<String> = places.iter().map(|it| trail::file_line(selection.timeline, it)).collect();
        let fields = [
            notation::write_or_undated(when),
            when.filter(|it| !it.open_start()).map(json::first).unwrap_or_default(),
            when.filter(|it| !it.open_end()).map(json::last).unwrap_or_default(),
            when.map(|it| it.precision.name().to_owned()).unwrap_or_default(),
            event.status.name().to_owned(),
            event.title.clone(),
            event.independent.to_string(),
            event.articles.to_string(),
            event.conflicts.len().to_string(),
            places.join(" "),
            event.key.to_string(),
        ];
        row(out, between, fields.into_iter())?;
    }
    Ok(())
}

fn row(out: &mut impl Write, between: char, fields: impl Iterator<Item = String>) -> io::Result<()> {
    for (n, field) in fields.enumerate() {
        if n > 0 {
            write!(out, "{between}")?;
        }
        write!(out, "{}", quoted(&field, between))?;
    }
    writeln!(out)
}

/// A field in quotes where it needs them. A leading sign that a spreadsheet takes for a formula is defused.
fn quoted(field: &str, between: char) -> String {
    let field = if field.starts_with(['=', '+', '@']) { format!("'{field}") } else { field.to_owned() };
    if field.contains([between, '"', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}
