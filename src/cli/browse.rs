//! Starts the interactive program: which colours the terminal bears, which editor the reader has, what is read.

use std::env;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use rayon::prelude::*;

use super::args::{Browse, Color, Reading, Theme};
use super::{Exit, read};
use crate::app::Progress;
use crate::events::Analysis;
use crate::pipeline::{self, Knowledge};
use crate::shell::{self, BrowseOptions, End, Report, Wish};
use crate::store;
use crate::text::Raw;
use crate::timeline::correction::History;
use crate::timeline::{Problem, Timeline};
use crate::ui;

/// Opens the chronology of files and folders, or of the built-in sample.
pub fn run(asked: &Browse, demo: bool) -> anyhow::Result<Exit> {
    let paths = read::paths(&asked.reading);
    let named: Vec<String> = paths.iter().map(|it| store::shown(it)).collect();
    let (history, journal, problems) = if demo { Default::default() } else { read::history(&asked.reading) };
    let options = BrowseOptions {
        history: history.clone(),
        journal,
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
    let mut growing = Growing { history, journal_problems: problems, ..Growing::default() };
    let end = shell::browse(options, move |report, wishes| {
        let read = |growing: &mut Growing, report: &mut dyn FnMut(Report)| {
            if demo { sample(growing, report) } else { articles(&reading, growing, report, &wishes) }
        };
        read(&mut growing, report);
        while let Ok(wish) = wishes.recv() {
            match wish {
                Wish::Correct(correction) => {
                    growing.history.make(&correction);
                    growing.take(&wishes);
                    growing.report(report);
                }
                Wish::ReadAgain => {
                    growing.begin_again();
                    read(&mut growing, report);
                }
            }
        }
    })?;
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
fn articles(reading: &Reading, growing: &mut Growing, report: &mut dyn FnMut(Report), wishes: &Receiver<Wish>) {
    let problems = store::read(&read::paths(reading), &mut |progress, raws| {
        growing.add(raws);
        report(Report::Progress(Progress { done: progress.done, total: progress.total, problems: 0 }));
        growing.take(wishes);
        if growing.is_due() {
            growing.report(report);
        }
    });
    growing.end(problems, report);
}

fn sample(growing: &mut Growing, report: &mut dyn FnMut(Report)) {
    let (raws, problems) = store::sample::read();
    growing.add(raws);
    growing.end(problems, report);
}

/// A chronology that grows with every file.
struct Growing {
    knowledge: Knowledge,
    history: History,
    journal_problems: Vec<Problem>,
    problems: Vec<Problem>,
    waiting: Vec<Raw>,
    analyses: Vec<Arc<Analysis>>,
    next: usize,
    generation: u64,
}

/// After how many articles the first chronology is shown.
const FIRST: usize = 16;

impl Default for Growing {
    fn default() -> Growing {
        Growing {
            knowledge: Knowledge::builtin(),
            history: History::default(),
            journal_problems: Vec::new(),
            problems: Vec::new(),
            waiting: Vec::new(),
            analyses: Vec::new(),
            next: FIRST,
            generation: 0,
        }
    }
}

impl Growing {
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

    /// Forgets the articles, to read them again; what is shown stays until there is more.
    fn begin_again(&mut self) {
        (self.problems, self.waiting, self.analyses) = (Vec::new(), Vec::new(), Vec::new());
        self.next = usize::MAX;
    }

    /// Takes in the corrections that wait. A wish to read again is fulfilled by what is read just now.
    fn take(&mut self, wishes: &Receiver<Wish>) {
        for wish in wishes.try_iter() {
            if let Wish::Correct(correction) = wish {
                self.history.make(&correction);
            }
        }
    }

    /// Whether there is twice as much as at the last report.
    fn is_due(&self) -> bool {
        self.analyses.len() >= self.next
    }

    fn end(&mut self, problems: Vec<Problem>, report: &mut dyn FnMut(Report)) {
        self.problems = problems;
        self.problems.extend(self.journal_problems.iter().cloned());
        self.report(report);
        report(Report::Done);
    }

    fn report(&mut self, report: &mut dyn FnMut(Report)) {
        self.analyse();
        self.generation += 1;
        self.next = self.analyses.len() * 2;
        let timeline = pipeline::assemble(&self.analyses, &self.history.now, self.problems.clone(), &self.knowledge);
        report(Report::Timeline(Box::new(Timeline { generation: self.generation, ..timeline })));
    }
}
