//! What reaches the program, and what it asks of the world: both closed enums, both plain values.

use std::sync::Arc;

use super::{Size, Snapshot};
use crate::timeline::correction::{Correction, History};

/// A key as pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A letter, digit or sign, Shift already in it.
    Char(char),
    /// Control and a lower-case letter.
    Ctrl(char),
    /// Alt and a letter.
    Alt(char),
    /// A function key.
    Function(u8),
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Key::Char(' ') => f.write_str("Space"),
            Key::Char(it) => write!(f, "{it}"),
            Key::Ctrl(it) => write!(f, "Ctrl-{it}"),
            Key::Alt(it) => write!(f, "Alt-{it}"),
            Key::Function(it) => write!(f, "F{it}"),
            Key::Enter => f.write_str("Enter"),
            Key::Escape => f.write_str("Esc"),
            Key::Tab => f.write_str("Tab"),
            Key::BackTab => f.write_str("Shift-Tab"),
            Key::Backspace => f.write_str("Backspace"),
            Key::Delete => f.write_str("Del"),
            Key::Up => f.write_str("Up"),
            Key::Down => f.write_str("Down"),
            Key::Left => f.write_str("Left"),
            Key::Right => f.write_str("Right"),
            Key::Home => f.write_str("Home"),
            Key::End => f.write_str("End"),
            Key::PageUp => f.write_str("PgUp"),
            Key::PageDown => f.write_str("PgDn"),
        }
    }
}

/// How far the reading of the articles has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Progress {
    /// Articles read.
    pub done: usize,
    /// Articles known of.
    pub total: usize,
    /// Articles that could not be read.
    pub problems: usize,
}

/// What reaches the program.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The terminal has a new size.
    Resize(Size),
    /// The reading has come further.
    Progress(Progress),
    /// A whole new chronology is there.
    Indexed(Arc<Snapshot>),
    /// The reading has ended.
    Finished,
    /// The reading broke off, and why.
    Failed(String),
    /// A deed was done, or was not, in words for the status line.
    Notice(String),
    /// A correction could not be kept, so it does not count.
    NotKept {
        /// What was set right before it.
        before: Box<History>,
        /// Why, in words for the status line.
        why: String,
    },
}

/// What the program asks of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Open the file in the reader's editor at the line.
    Edit {
        /// The file as the article gives it.
        path: String,
        /// The line, from 1.
        line: u32,
    },
    /// Put the text on the clipboard; `what` names it for the status line.
    Copy {
        /// What is copied.
        text: String,
        /// Its name.
        what: &'static str,
    },
    /// Keep a correction in the journal, then bring the chronology up to date.
    Correct {
        /// The correction.
        correction: Correction,
        /// What was set right before it.
        before: Box<History>,
    },
    /// Read all articles again.
    ReadAgain,
    /// Write the events shown to a file.
    Export {
        /// The file, its ending the format.
        path: String,
        /// The events, as indices.
        events: Vec<u32>,
        /// The query that found them.
        query: String,
    },
    /// Give the terminal back and stop until called up again.
    Suspend,
    /// Draw every cell anew.
    Redraw,
}
