//! Takes the terminal and gives it back whole: at the end, on an error, in a panic, before a stop.

use std::io::{self, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};

/// Whether the terminal is ours now; the panic hook needs to know it, and has nobody to ask.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours; gives it back when dropped.
pub(super) struct Held {
    pub(super) terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Held {
    /// Takes the terminal: raw, on its other screen, pasted text marked as such.
    pub(super) fn take() -> io::Result<Held> {
        hook();
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        let held = Held { terminal };
        enter()?;
        Ok(held)
    }

    /// Gives it back for a while.
    pub(super) fn leave(&mut self) -> io::Result<()> {
        give_back()
    }

    /// Takes it again, with nothing of what was on it.
    pub(super) fn enter_again(&mut self) -> io::Result<()> {
        enter()?;
        self.forget()
    }

    /// Clears the screen, so that the next picture is drawn whole. Asks the terminal nothing: not every one answers.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(ratatui::layout::Rect { x: 0, y: 0, width: size.width, height: size.height })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Where the terminal is gone there is nobody left to tell.
        let _ = give_back();
    }
}

fn enter() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)
}

/// Whether the terminal is ours now.
pub(super) fn is_ours() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Gives the terminal back, where it is ours.
pub(super) fn give_back() -> io::Result<()> {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    let shown = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
    let cooked = disable_raw_mode();
    io::stdout().flush()?;
    shown.and(cooked)
}

/// A panic of the thread that draws gives the terminal back before it is told; one of another thread is caught there,
/// and must not write over the screen.
fn hook() {
    let drawing = std::thread::current().id();
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() == drawing {
            let _ = give_back();
            before(panic);
        } else if !TAKEN.load(Ordering::SeqCst) {
            before(panic);
        }
    }));
}
