//! A chronology to paste into a memo: dates, titles, and under each the sentences behind it with file and line.

use std::io::{self, Write};

use super::{Selection, plain};
use crate::calendar::{Datelike, notation};
use crate::timeline::trail;

/// Writes a heading a month, a bullet an event, a quote a source.
pub fn write(selection: &Selection, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "# Chronology")?;
    if !selection.query.is_empty() {
        writeln!(out, "\nQuery: `{}`", selection.query.replace('`', "'"))?;
    }
    let mut month = None;
    for event in selection.events() {
        let this = event.when.as_ref().map(|it| if it.open_start() { it.last_day() } else { it.first_day() });
        let this = this.map(|it| (it.year(), it.month()));
        if month != Some(this) {
            month = Some(this);
            match this {
                Some((year, month)) => writeln!(out, "\n## {year:04}-{month:02}\n")?,
                None => writeln!(out, "\n## Undated\n")?,
            }
        }
        write!(out, "- **{}** {}", notation::write_or_undated(event.when.as_ref()), escaped(&event.title))?;
        match plain::shown_status(event) {
            "" => writeln!(out)?,
            status => writeln!(out, " _({status})_")?,
        }
        for it in trail::evidence(selection.timeline, event) {
            let quote = trail::quote(selection.timeline, &it);
            let outlet = trail::outlet(selection.timeline, it.article);
            let (quote, outlet) = (escaped(&quote), escaped(&outlet));
            writeln!(out, "  - {quote} ({outlet}, `{}`)", trail::file_line(selection.timeline, &it).replace('`', "'"))?;
        }
    }
    Ok(())
}

/// Text whose signs Markdown would take for marks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        if matches!(it, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            out.push('\\');
        }
        out.push(it);
    }
    out
}
