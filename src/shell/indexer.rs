//! Reads the articles on a thread of its own, and sends what comes of it as messages.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::{Report, Wish};
use crate::app::{Msg, Snapshot};

/// A source of articles: reads, and reports while it does; then fulfils wishes.
pub(super) type Source = Box<dyn FnOnce(&mut dyn FnMut(Report), Receiver<Wish>) + Send>;

/// Starts the reading; gives where wishes go. Nobody waits for the thread: a program that ends takes it with it.
pub(super) fn start(source: Source, sender: Sender<Msg>) -> std::io::Result<Sender<Wish>> {
    let (wish, wishes) = mpsc::channel();
    let read = move || {
        // A screen that is gone has no use for what is sent: the reading goes on to its end unheard.
        let mut report = |report: Report| {
            let msg = match report {
                Report::Progress(progress) => Msg::Progress(progress),
                Report::Timeline(timeline) => Msg::Indexed(Arc::new(Snapshot::new(*timeline))),
                Report::Done => Msg::Finished,
            };
            let _ = sender.send(msg);
        };
        let outcome = catch_unwind(AssertUnwindSafe(|| source(&mut report, wishes)));
        let last = match outcome {
            Ok(()) => Msg::Finished,
            Err(panic) => Msg::Failed(words_of(panic.as_ref())),
        };
        let _ = sender.send(last);
    };
    thread::Builder::new().name("reading".to_owned()).spawn(read)?;
    Ok(wish)
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    words.unwrap_or("for a reason not told").to_owned()
}
