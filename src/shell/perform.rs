//! Does what the program asks of the world.

use std::io::{self, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::Sender;

use super::terminal::Held;
use super::{Wish, clipboard, clock, editor};
use crate::app::Effect;
use crate::calendar::notation;
use crate::export::{Format, Selection};
use crate::store;
use crate::timeline::Timeline;
use crate::timeline::correction::{Correction, History};

/// What deeds are done with.
pub(super) struct World<'a> {
    /// The reader's editor.
    pub(super) editor: Option<&'a str>,
    /// Where corrections are kept.
    pub(super) journal: Option<&'a Path>,
    /// Who reads the articles.
    pub(super) wishes: Sender<Wish>,
}

/// What came of a deed.
pub(super) enum Outcome {
    /// It is time to leave.
    Quit,
    /// Words for the status line.
    Notice(String),
    /// A correction is not on disk: what was set right before it, and why.
    NotKept { before: Box<History>, why: String },
    /// Nothing to say.
    Done,
}

/// Does one deed.
///
/// # Errors
/// Where the terminal is gone.
pub(super) fn perform(held: &mut Held, world: &World, timeline: &Timeline, effect: Effect) -> io::Result<Outcome> {
    match effect {
        Effect::Quit => Ok(Outcome::Quit),
        Effect::Redraw => held.forget().map(|()| Outcome::Done),
        Effect::Suspend => suspend(held),
        Effect::Copy { text, what } => {
            let mut out = io::stdout();
            out.write_all(clipboard::sequence(&text).as_bytes())?;
            out.flush()?;
            Ok(Outcome::Notice(format!("{what} copied, where the terminal allows it")))
        }
        Effect::Edit { path, line } => edit(held, &path, line, world.editor),
        Effect::Correct { correction, before } => Ok(correct(world, correction, before)),
        Effect::ReadAgain => Ok(wish(world, Wish::ReadAgain, "reading again")),
        Effect::Export { path, events, query } => {
            Ok(Outcome::Notice(export(&path, &Selection { timeline, events: &events, query: &query })))
        }
    }
}

fn wish(world: &World, wish: Wish, words: &str) -> Outcome {
    match world.wishes.send(wish) {
        Ok(()) => Outcome::Notice(words.to_owned()),
        Err(_) => Outcome::Notice("the reading broke off; start the program again".to_owned()),
    }
}

/// Writes the correction to the journal; only then it counts.
fn correct(world: &World, correction: Correction, before: Box<History>) -> Outcome {
    let Correction::Written { article, when } = &correction;
    let what = match when {
        Some(when) => format!("{article} was written {}", notation::write(when)),
        None => format!("{article} is dated by the program again"),
    };
    let kept = match world.journal {
        Some(path) => match store::journal::append(path, &correction, &clock::now()) {
            Ok(()) => "kept",
            Err(error) => {
                let why = format!("not changed: the journal {} could not be written: {error}", path.display());
                return Outcome::NotKept { before, why };
            }
        },
        None => "until you leave: the sample keeps no journal",
    };
    wish(world, Wish::Correct(correction), &format!("{what} ({kept})"))
}

/// Writes events to a new file; what came of it, in words.
fn export(path: &str, selection: &Selection) -> String {
    let Some(format) = Format::of_path(Path::new(path)) else {
        return format!("not written: end {path} in .md .json .jsonl .csv .tsv or .txt");
    };
    let mut bytes = Vec::new();
    let written = format.write(selection, &mut bytes).and_then(|()| store::write_new(Path::new(path), &bytes, false));
    match written {
        Ok(()) if selection.events.len() == 1 => format!("1 event written to {path}"),
        Ok(()) => format!("{} events written to {path}", selection.events.len()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => format!("not written: {path} is there already"),
        Err(error) => format!("{path} could not be written: {error}"),
    }
}

fn edit(held: &mut Held, path: &str, line: u32, editor: Option<&str>) -> io::Result<Outcome> {
    let Some(words) = editor::command(editor.unwrap_or("vi"), path, line) else {
        return Ok(Outcome::Notice("no editor is named: set EDITOR".to_owned()));
    };
    let Some((program, arguments)) = words.split_first() else { return Ok(Outcome::Done) };
    if !std::path::Path::new(path).exists() {
        return Ok(Outcome::Notice(format!("{path} is no file on this disk")));
    }
    held.leave()?;
    let status = Command::new(program).args(arguments).status();
    held.enter_again()?;
    Ok(match status {
        Ok(status) if status.success() => Outcome::Done,
        Ok(status) => Outcome::Notice(format!("{program} ended with {status}")),
        Err(error) => Outcome::Notice(format!("{program} did not start: {error}; set EDITOR to another")),
    })
}

#[cfg(unix)]
fn suspend(held: &mut Held) -> io::Result<Outcome> {
    held.leave()?;
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    held.enter_again()?;
    Ok(Outcome::Done)
}

#[cfg(not(unix))]
fn suspend(_: &mut Held) -> io::Result<Outcome> {
    Ok(Outcome::Notice("this system cannot stop a program".to_owned()))
}
