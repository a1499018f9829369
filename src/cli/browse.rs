//! Starts the interactive program: which colours the terminal bears, which editor the reader has, what is read.

use std::env;
use std::sync::Arc;

use rayon::prelude::*;

use super::args::{Browse, Color, Reading, Theme};
use super::{Exit, read};
use crate::app::Progress;
use crate::events::Analysis;
use crate::pipeline::{self, Knowledge};
use crate::shell::{self, BrowseOptions, End, Report};
use crate::store;
use crate::text::Raw;
use crate::timeline::correction::Corrections;
use crate::timeline::{Problem, Timeline};
use crate::ui;

/// Opens the chronology of files and folders, or of the built-in sample.
pub fn run(asked: &Browse, demo: bool) -> anyhow::Result<Exit> {
    let paths = read::paths(&asked.reading);
    let named: Vec<String> = paths.iter().map(|it| store::shown(it)).collect();
    let options = BrowseOptions {
        place: if demo { "the sample dossier".to_owned() } else { place(&named) },
        root: match named.as_slice() {
            _ if demo => "data/sample".to_owned(),
            [only] => only.clone(),
            _ => String::new(),
        },
        query: asked.query.clone(),
        ascii: asked.ascii,
        theme: theme(asked),
        editor: ["VISUAL", "EDITOR"].iter().find_map(|it| env::var(it).ok()).filter(|it| !it.trim().is_empty()),
        panic: cfg!(debug_assertions) && env::var_os("DATELINE_TEST_PANIC").is_some(),
    };
    let reading = asked.reading.clone();
    let end = shell::browse(options, move |report| if demo { sample(report) } else { articles(&reading, report) })?;
    Ok(match end {
        End::Quit => Exit::Done,
        End::Signal(_) => Exit::Interrupted,
    })
}

/// The paths for the title line: the current folder by its name, the home folder as `~`.
fn place(named: &[String]) -> String {
    let here = env::current_dir().map(|it| store::shown(&it)).unwrap_or_default();
    let home = env::var("HOME").ok().filter(|it| it.len() > 1);
    let shown = |path: &String| {
        let path = if path == "." && !here.is_empty() { here.as_str() } else { path.as_str() };
        match home.as_deref().and_then(|home| path.strip_prefix(home)) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => format!("~{rest}"),
            _ => path.to_owned(),
        }
    };
    named.iter().map(shown).collect::<Vec<_>>().join(" ")
}

/// Whether the terminal wants colour, and which.
fn theme(asked: &Browse) -> ui::Theme {
    let refused = env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty()) || env::var("TERM").is_ok_and(|it| it == "dumb");
    let forced = env::var("CLICOLOR_FORCE").is_ok_and(|it| it != "0");
    match (asked.color, asked.theme) {
        (Color::Never, _) => ui::Theme::Plain,
        (Color::Auto, _) if refused && !forced => ui::Theme::Plain,
        (_, Theme::Light) => ui::Theme::Light,
        (_, Theme::Dark) => ui::Theme::Dark,
        (_, Theme::Auto) if is_light() => ui::Theme::Light,
        (_, Theme::Auto) => ui::Theme::Dark,
    }
}

/// Whether the terminal says that its ground is light: `COLORFGBG` ends in the number of the ground's colour.
fn is_light() -> bool {
    let ground = env::var("COLORFGBG").ok().and_then(|it| it.rsplit(';').next().and_then(|it| it.parse::<u8>().ok()));
    ground.is_some_and(|it| it == 7 || it == 15)
}

/// Reads files one after the other, and reports a chronology whenever there is twice as much as before.
fn articles(reading: &Reading, report: &mut dyn FnMut(Report)) {
    let (corrections, mut problems) = read::corrections(reading);
    let mut growing = Growing::new(corrections);
    problems.extend(store::read(&read::paths(reading), &mut |progress, raws| {
        growing.add(raws);
        report(Report::Progress(Progress { done: progress.done, total: progress.total, problems: 0 }));
        if growing.is_due() {
            growing.report(Vec::new(), report);
        }
    }));
    growing.report(problems, report);
}

fn sample(report: &mut dyn FnMut(Report)) {
    let (raws, problems) = store::sample::read();
    let mut growing = Growing::new(Corrections::default());
    growing.add(raws);
    growing.report(problems, report);
}

/// A chronology that grows with every file.
struct Growing {
    knowledge: Knowledge,
    corrections: Corrections,
    waiting: Vec<Raw>,
    analyses: Vec<Arc<Analysis>>,
    next: usize,
    generation: u64,
}

/// After how many articles the first chronology is shown.
const FIRST: usize = 16;

impl Growing {
    fn new(corrections: Corrections) -> Growing {
        Growing {
            knowledge: Knowledge::builtin(),
            corrections,
            waiting: Vec::new(),
            analyses: Vec::new(),
            next: FIRST,
            generation: 0,
        }
    }

    fn add(&mut self, raws: Vec<Raw>) {
        self.waiting.extend(raws);
        if self.waiting.len() >= FIRST {
            self.analyse();
        }
    }

    fn analyse(&mut self) {
        let knowledge = &self.knowledge;
        self.analyses.par_extend(self.waiting.par_drain(..).map(|it| Arc::new(pipeline::analyse(&it, knowledge))));
    }

    /// Whether there is twice as much as at the last report.
    fn is_due(&self) -> bool {
        self.analyses.len() >= self.next
    }

    fn report(&mut self, problems: Vec<Problem>, report: &mut dyn FnMut(Report)) {
        self.analyse();
        self.generation += 1;
        self.next = self.analyses.len() * 2;
        let timeline = pipeline::assemble(&self.analyses, &self.corrections, problems, &self.knowledge);
        report(Report::Timeline(Box::new(Timeline { generation: self.generation, ..timeline })));
    }
}
