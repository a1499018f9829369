//! `dateline digest`: the chronology in short, for reading or as JSON.

use std::io::{self, Write};

use super::{Exit, ended};
use crate::timeline::Timeline;
use crate::timeline::digest::{Ask, digest};

/// Prints the days that matter most, each with its sentences.
pub fn run(timeline: &Timeline, ask: &Ask, json: bool) -> anyhow::Result<Exit> {
    let days = digest(timeline, ask);
    let mut out = io::stdout().lock();
    if json {
        let object: serde_json::Map<String, serde_json::Value> =
            days.iter().map(|(day, sentences)| (day.to_string(), sentences.clone().into())).collect();
        serde_json::to_writer_pretty(&mut out, &object)?;
        writeln!(out)?;
    } else {
        for (day, sentences) in &days {
            writeln!(out, "{day}")?;
            for sentence in sentences {
                writeln!(out, "  {sentence}")?;
            }
        }
    }
    Ok(ended(timeline, days.len()))
}
