//! Does what the program asks of the world.

use std::io::{self, Write};
use std::process::Command;

use super::terminal::Held;
use super::{clipboard, editor};
use crate::app::Effect;

/// What came of a deed.
pub(super) enum Outcome {
    /// It is time to leave.
    Quit,
    /// Words for the status line.
    Notice(String),
    /// Nothing to say.
    Done,
}

/// Does one deed.
///
/// # Errors
/// Where the terminal is gone.
pub(super) fn perform(held: &mut Held, effect: Effect, editor: Option<&str>) -> io::Result<Outcome> {
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
        Effect::Edit { path, line } => edit(held, &path, line, editor),
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
