//! One event whole, for a terminal or a pipe.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use super::args::{Known, Reading};
use super::{Exit, read};
use crate::calendar::notation;
use crate::events::Event;
use crate::export::{self, Selection};
use crate::timeline::{Timeline, trail};

/// Prints the events of the ids that end the arguments; what comes before them are paths.
pub fn run(paths_and_ids: &[String], known: Known, json: bool) -> anyhow::Result<Exit> {
    let n_ids = paths_and_ids.iter().rev().take_while(|it| is_id(it)).count();
    let (paths, ids) = paths_and_ids.split_at(paths_and_ids.len() - n_ids);
    if ids.is_empty() {
        eprintln!("dateline: show what? give an event's id last, as `dateline list --tsv` prints it");
        return Ok(Exit::Usage);
    }
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    let timeline = read::articles(&Reading { paths, known });
    let mut found = Vec::new();
    for id in ids {
        match (0u32..).zip(&timeline.events).find(|(_, it)| it.key.to_string() == *id) {
            Some((event, _)) => found.push(event),
            None => eprintln!("dateline: no event {id}; `dateline list --tsv` prints the ids"),
        }
    }
    let mut out = BufWriter::new(io::stdout().lock());
    if json {
        export::json::write_lines(&Selection { timeline: &timeline, events: &found, query: "" }, &mut out)?;
    } else {
        for &event in &found {
            write(&timeline, &timeline.events[event as usize], &mut out)?;
        }
    }
    out.flush()?;
    Ok(super::ended(&timeline, found.len()))
}

fn is_id(argument: &str) -> bool {
    argument.len() == 13 && argument.starts_with('e') && argument.bytes().skip(1).all(|it| it.is_ascii_hexdigit())
}

/// Writes one event in labelled lines.
fn write(timeline: &Timeline, event: &Event, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", event.title)?;
    let precision = event.when.map_or("undated", |it| it.precision.name());
    writeln!(out, "  id      {}", event.key)?;
    writeln!(out, "  when    {}   precision {precision}", notation::write_or_undated(event.when.as_ref()))?;
    writeln!(out, "  status  {}", event.status.name())?;
    writeln!(out, "  told by {} articles, {} independent", event.articles, event.independent)?;
    let names: Vec<&str> =
        event.entities.iter().filter_map(|&it| timeline.entities.get(it as usize)).map(|it| it.name.as_str()).collect();
    if !names.is_empty() {
        writeln!(out, "  names   {}", names.join(", "))?;
    }
    if let Some(linked) = event.linked.and_then(|it| timeline.find(it)).map(|it| &timeline.events[it]) {
        let role = if event.is_planned() { "outcome" } else { "plan" };
        writeln!(out, "  {role:7} {}  {} ({})", notation::write_or_undated(linked.when.as_ref()), linked.title, linked.key)?;
    }
    for conflict in &event.conflicts {
        let values: Vec<String> =
            conflict.values.iter().map(|it| format!("{} ({})", it.value, givers(timeline, event, it))).collect();
        writeln!(out, "  differ  {}: {}", conflict.what, values.join(" / "))?;
    }
    for it in trail::evidence(timeline, event) {
        let status = timeline.mentions.get(it.mention as usize).map_or("", |it| it.status.name());
        writeln!(out)?;
        let (outlet, published) = (trail::outlet(timeline, it.article), trail::published(timeline, it.article));
        writeln!(out, "  {outlet} · {published} · {} · {status}", trail::file_line(timeline, &it))?;
        writeln!(out, "    {}", trail::quote(timeline, &it))?;
        writeln!(out, "    why: {}", it.why)?;
        if !it.copies.is_empty() {
            writeln!(out, "    and {} more with the same text", it.copies.len())?;
        }
    }
    writeln!(out)
}

/// The outlets that give a value.
fn givers(timeline: &Timeline, event: &Event, stated: &crate::events::Stated) -> String {
    let mentions = stated.mentions.iter().filter_map(|&it| event.mentions.get(it as usize));
    let mut outlets: Vec<String> =
        mentions.filter_map(|&it| timeline.mentions.get(it as usize)).map(|it| trail::outlet(timeline, it.document)).collect();
    outlets.dedup();
    outlets.join(", ")
}
