//! A line being typed: the query, what is looked for in one article, the day an article was written, a file's name.

use tui_input::{Input, InputRequest};

use super::filter::Step;
use super::message::Key;

/// What the line is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// The query; what to go back to where it is given up.
    Query(Step),
    /// Words to find in the article; the line that was on top before.
    Find(usize),
    /// The day on which an article was written, by its id.
    Written(String),
    /// The file to write the events shown to.
    Export,
}

impl Purpose {
    /// What stands before the line.
    pub fn head(&self) -> &'static str {
        match self {
            Purpose::Query(_) => " / ",
            Purpose::Find(_) => " find: ",
            Purpose::Written(_) => " written on: ",
            Purpose::Export => " write to: ",
        }
    }

    /// What can be typed, shown while nothing is.
    pub fn example(&self) -> &'static str {
        match self {
            Purpose::Query(_) => "words, \"a phrase\", when:2025-12, who:name, src:outlet, is:conflict",
            Purpose::Find(_) => "",
            Purpose::Written(_) => "2024-03-14, 2024-03, 2024-03-12..14; nothing: as the program judges",
            Purpose::Export => "memo.md; also .json .jsonl .csv .tsv .txt",
        }
    }
}

/// A line being typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// The text and its cursor.
    pub input: Input,
    /// What it is for.
    pub purpose: Purpose,
}

impl Prompt {
    /// A line that starts with a text.
    pub fn new(text: &str, purpose: Purpose) -> Prompt {
        Prompt { input: Input::new(text.to_owned()), purpose }
    }
}

/// Types a key into a line; whether the text changed.
pub fn type_key(input: &mut Input, key: Key) -> bool {
    let request = match key {
        Key::Char(it) => InputRequest::InsertChar(it),
        Key::Backspace | Key::Ctrl('h') => InputRequest::DeletePrevChar,
        Key::Delete | Key::Ctrl('d') => InputRequest::DeleteNextChar,
        Key::Left | Key::Ctrl('b') => InputRequest::GoToPrevChar,
        Key::Right | Key::Ctrl('f') => InputRequest::GoToNextChar,
        Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
        Key::End | Key::Ctrl('e') => InputRequest::GoToEnd,
        Key::Ctrl('w') => InputRequest::DeletePrevWord,
        Key::Ctrl('u') => InputRequest::DeleteFromStart,
        Key::Ctrl('k') => InputRequest::DeleteTillEnd,
        Key::Ctrl('y') => InputRequest::Yank,
        Key::Alt('b') => InputRequest::GoToPrevWord,
        Key::Alt('f') => InputRequest::GoToNextWord,
        Key::Alt('d') => InputRequest::DeleteNextWord,
        _ => return false,
    };
    input.handle(request).is_some_and(|it| it.value)
}

/// Pastes a text into a line, line ends as blanks, other control characters left out.
pub fn paste(input: &mut Input, text: &str) {
    for it in text.trim_end_matches(['\n', '\r']).chars() {
        let it = if it.is_whitespace() { ' ' } else { it };
        if !it.is_control() {
            input.handle(InputRequest::InsertChar(it));
        }
    }
}
