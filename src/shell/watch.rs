//! Ends the program where the loop cannot: on a terminal that is gone, reading its keys may never come back.

use std::io::{self, IsTerminal};
use std::thread;
use std::time::Duration;

use super::run::Signals;
use super::terminal;

/// How often to look, and how long the loop has to end by itself.
const EVERY: Duration = Duration::from_millis(200);
const GRACE: Duration = Duration::from_millis(300);

/// Watches for an ending signal, or a terminal that is gone, that the loop does not heed. Lives as long as the program;
/// does nothing while the terminal is not ours.
pub(super) fn start(signals: Signals) -> io::Result<()> {
    let is_over = move || signals.ending().is_some() || !io::stdout().is_terminal();
    let watch = move || {
        loop {
            thread::sleep(EVERY);
            if !terminal::is_ours() || !is_over() {
                continue;
            }
            thread::sleep(GRACE);
            if terminal::is_ours() && is_over() {
                // Giving the terminal back may itself wait for ever: it gets a while, on a thread of its own.
                let _ = thread::Builder::new().spawn(terminal::give_back);
                thread::sleep(GRACE);
                std::process::exit(INTERRUPTED);
            }
        }
    };
    thread::Builder::new().name("watching".to_owned()).spawn(watch).map(drop)
}

/// How a program ends that was interrupted, as shells have it.
const INTERRUPTED: i32 = 130;
