//! Browsing: the environment and the flags become options, the paths a source that reports while it reads.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use rayon::prelude::*;

use super::args::{Browse, Color, Reading, Theme as Chosen};
use super::{Exit, read};
use crate::app::Progress;
use crate::pipeline::{self, Knowledge};
use crate::shell::{self, BrowseOptions, End, Report};
use crate::store;
use crate::text::Raw;
use crate::ui::Theme;

/// Opens the chronology on the terminal.
///
/// # Errors
/// Where the terminal cannot be taken, or is gone.
pub fn run(asked: &Browse, is_demo: bool) -> anyhow::Result<Exit> {
    let paths = read::paths(&asked.reading);
    let options = BrowseOptions {
        place: if is_demo { "demo".to_owned() } else { place(&paths) },
        root: root(&paths, is_demo),
        query: asked.query.clone(),
        ascii: asked.ascii,
        theme: theme(asked),
        editor: ["VISUAL", "EDITOR"].iter().filter_map(|it| env::var(it).ok()).find(|it| !it.trim().is_empty()),
        panic: cfg!(debug_assertions) && env::var_os("DATELINE_TEST_PANIC").is_some(),
    };
    let reading = asked.reading.clone();
    let source = move |report: &mut dyn FnMut(Report)| if is_demo { demo(report) } else { folder(&reading, report) };
    let end = shell::browse(options, source).context("could not use the terminal")?;
    Ok(match end {
        End::Quit => Exit::Done,
        End::Signal(_) => Exit::Interrupted,
    })
}

/// The paths for the title line, the home folder as `~`.
fn place(paths: &[PathBuf]) -> String {
    let shown = |path: &PathBuf| {
        let whole = if path.as_os_str() == "." { env::current_dir().unwrap_or_else(|_| path.clone()) } else { path.clone() };
        let home = env::var_os("HOME").map(PathBuf::from).filter(|it| it.parent().is_some());
        match home.and_then(|home| whole.strip_prefix(home).ok().map(|it| it.display().to_string())) {
            Some(rest) if rest.is_empty() => "~".to_owned(),
            Some(rest) => format!("~/{rest}"),
            None => whole.display().to_string(),
        }
    };
    let more = paths.len().saturating_sub(1);
    let first = paths.first().map(shown).unwrap_or_default();
    if more > 0 { format!("{first} and {more} more") } else { first }
}

/// The folder that every path begins with.
fn root(paths: &[PathBuf], is_demo: bool) -> String {
    match paths {
        _ if is_demo => "data/sample".to_owned(),
        [only] => store::shown(only),
        _ => String::new(),
    }
}

fn theme(asked: &Browse) -> Theme {
    let is_plain = match asked.color {
        Color::Always => false,
        Color::Never => true,
        Color::Auto => env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty()) || env::var("TERM").is_ok_and(|it| it == "dumb"),
    };
    match asked.theme {
        _ if is_plain => Theme::Plain,
        Chosen::Dark => Theme::Dark,
        Chosen::Light => Theme::Light,
        Chosen::Auto => ground(env::var("COLORFGBG").ok().as_deref()),
    }
}

/// The theme for what terminals say of their colours ("15;0": letters, ground); dark where they say nothing.
fn ground(colors: Option<&str>) -> Theme {
    match colors.and_then(|it| it.rsplit(';').next()).and_then(|it| it.parse::<u8>().ok()) {
        Some(7 | 9..=15) => Theme::Light,
        _ => Theme::Dark,
    }
}

fn demo(report: &mut dyn FnMut(Report)) {
    report(Report::Timeline(Box::new(read::sample())));
}

/// Reads a folder; the first chronology goes out after a handful of articles, then each time their number has doubled.
fn folder(reading: &Reading, report: &mut dyn FnMut(Report)) {
    let (corrections, mut problems) = read::corrections(reading);
    let knowledge = Knowledge::builtin();
    let mut analyses = Vec::new();
    let mut waiting: Vec<Raw> = Vec::new();
    let mut generation = 0;
    let mut next_at = 8;
    problems.extend(store::read(&read::paths(reading), &mut |it, raws| {
        waiting.extend(raws);
        if waiting.len() >= 64 || it.done == it.total || analyses.len() + waiting.len() >= next_at {
            analyses.par_extend(waiting.par_drain(..).map(|raw| Arc::new(pipeline::analyse(&raw, &knowledge))));
        }
        report(Report::Progress(Progress { done: it.done, total: it.total, problems: 0 }));
        if analyses.len() >= next_at && it.done < it.total {
            generation += 1;
            next_at = analyses.len() * 2;
            let mut timeline = pipeline::assemble(&analyses, &corrections, Vec::new(), &knowledge);
            timeline.generation = generation;
            report(Report::Timeline(Box::new(timeline)));
        }
    }));
    analyses.par_extend(waiting.into_par_iter().map(|raw| Arc::new(pipeline::analyse(&raw, &knowledge))));
    let mut timeline = pipeline::assemble(&analyses, &corrections, problems, &knowledge);
    timeline.generation = generation + 1;
    report(Report::Timeline(Box::new(timeline)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ground_is_read_from_what_the_terminal_says() {
        assert_eq!(ground(Some("15;0")), Theme::Dark);
        assert_eq!(ground(Some("0;default;15")), Theme::Light);
        assert_eq!(ground(Some("nonsense")), Theme::Dark);
        assert_eq!(ground(None), Theme::Dark);
    }
}
