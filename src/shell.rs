//! The rim: terminal, threads, clock. Reads the articles beside the screen, and does what the program asks for.

pub mod clipboard;
pub mod clock;
pub mod editor;
mod indexer;
mod input;
mod perform;
mod run;
mod terminal;
mod watch;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use crate::app::Progress;
use crate::timeline::Timeline;
use crate::timeline::correction::{Correction, History};
use crate::ui::Theme;

/// How to browse.
#[derive(Clone, Debug, Default)]
pub struct BrowseOptions {
    /// The name of what is read, for the title line.
    pub place: String,
    /// The folder that all paths begin with, left out on the screen; empty where there is none.
    pub root: String,
    /// The query to begin with.
    pub query: String,
    /// Whether frames and bars are plain ASCII.
    pub ascii: bool,
    /// The colours; [`Theme::Plain`] writes none at all.
    pub theme: Theme,
    /// The reader's editor, a command with its arguments; `None` where none is set.
    pub editor: Option<String>,
    /// What the reader set right before.
    pub history: History,
    /// Where what is set right is kept; `None` keeps it as long as the program runs.
    pub journal: Option<PathBuf>,
    /// Panics after the first frame: only tests ask for it.
    pub panic: bool,
}

/// What a source of articles tells while it reads.
#[derive(Debug)]
pub enum Report {
    /// It has come further.
    Progress(Progress),
    /// A whole chronology, of what is read so far or of all; its generation counts up.
    Timeline(Box<Timeline>),
    /// All articles are read.
    Done,
}

/// What is asked of a source of articles while it reads and afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The chronology as it is with a correction, which is kept already.
    Correct(Correction),
    /// All articles read again.
    ReadAgain,
}

/// How the browsing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The reader left.
    Quit,
    /// A signal ended it; its number.
    Signal(i32),
}

/// Opens the chronology on the terminal. The screen is drawn before `source` is started, on a thread of its own, where it
/// fulfils wishes until nobody has any; a panic in it ends the reading, not the program.
///
/// # Errors
/// Where the terminal cannot be taken, or is gone. It is given back in any case.
pub fn browse(
    options: BrowseOptions,
    source: impl FnOnce(&mut dyn FnMut(Report), Receiver<Wish>) + Send + 'static,
) -> io::Result<End> {
    run::run(options, Box::new(source))
}
