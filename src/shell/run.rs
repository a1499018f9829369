//! The loop: draw, wait for a message, change the model, do what it asks.

use std::io::{self, Write};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use ratatui::crossterm::event;
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};

use super::indexer::{self, Source};
use super::perform::{Outcome, World, perform};
use super::terminal::Held;
use super::{BrowseOptions, End, input, watch};
use crate::app::{Effect, Model, Msg, Size, update};
use crate::ui::{self, Look, Theme};

/// How long to wait for a key before looking whether the reading or a signal has something to say.
const WAIT_READING: Duration = Duration::from_millis(30);
const WAIT_IDLE: Duration = Duration::from_millis(100);

pub(super) fn run(options: BrowseOptions, source: Source) -> io::Result<End> {
    // The colours are chosen here and nowhere else: the backend must not decide them by the environment again.
    ratatui::crossterm::style::force_color_output(options.theme != Theme::Plain);
    let signals = Signals::listen()?;
    let mut held = Held::take()?;
    watch::start(signals.clone())?;
    let size = held.terminal.size()?;
    let look = Look::new(options.theme, options.ascii);
    let mut model = Model::new(&options.place, &options.query, Size { width: size.width, height: size.height });
    model.root = options.root.clone();
    model.history = options.history.clone();
    draw(&mut held, &model, &look)?;
    let (sender, receiver) = mpsc::channel();
    let wishes = indexer::start(source, sender)?;
    let world = World { editor: options.editor.as_deref(), journal: options.journal.as_deref(), wishes };
    if options.panic {
        panic!("asked to panic");
    }
    let end = turn(&mut held, &mut model, &look, &receiver, &signals, &world);
    drop(held);
    end
}

fn turn(
    held: &mut Held,
    model: &mut Model,
    look: &Look,
    receiver: &Receiver<Msg>,
    signals: &Signals,
    world: &World,
) -> io::Result<End> {
    loop {
        let wait = if model.is_reading() { WAIT_READING } else { WAIT_IDLE };
        let mut msgs = Vec::new();
        if event::poll(wait)? {
            // Everything that waits is taken before the next picture, but never for longer than one picture may take.
            let since = Instant::now();
            loop {
                msgs.extend(input::message(event::read()?));
                if since.elapsed() > WAIT_READING || !event::poll(Duration::ZERO)? {
                    break;
                }
            }
        }
        if let Some(signal) = signals.ending() {
            return Ok(End::Signal(signal));
        }
        msgs.extend(receiver.try_iter());
        let is_stopped = signals.stop_asked();
        if msgs.is_empty() && !is_stopped {
            continue;
        }
        let mut effects: Vec<Effect> = msgs.into_iter().flat_map(|msg| update(model, msg)).collect();
        if is_stopped {
            effects.push(Effect::Suspend);
        }
        for effect in effects {
            match perform(held, world, model.timeline(), effect)? {
                Outcome::Quit => return Ok(End::Quit),
                Outcome::Notice(text) => drop(update(model, Msg::Notice(text))),
                Outcome::NotKept { before, why } => drop(update(model, Msg::NotKept { before, why })),
                Outcome::Done => {}
            }
            let size = held.terminal.size()?;
            let size = Size { width: size.width, height: size.height };
            if size != model.size {
                update(model, Msg::Resize(size));
            }
        }
        draw(held, model, look)?;
    }
}

fn draw(held: &mut Held, model: &Model, look: &Look) -> io::Result<()> {
    queue!(io::stdout(), BeginSynchronizedUpdate)?;
    held.terminal.draw(|frame| ui::view(model, look, frame))?;
    queue!(io::stdout(), EndSynchronizedUpdate)?;
    io::stdout().flush()
}

/// The signals that have come.
#[cfg(unix)]
#[derive(Clone)]
pub(super) struct Signals {
    ending: std::sync::Arc<std::sync::atomic::AtomicUsize>,
    stop: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

#[cfg(unix)]
impl Signals {
    /// Listens for what asks the program to end or to stop; without it the terminal would stay as it is.
    fn listen() -> io::Result<Signals> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
        let signals = Signals { ending: std::sync::Arc::default(), stop: std::sync::Arc::default() };
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
            signal_hook::flag::register_usize(signal, std::sync::Arc::clone(&signals.ending), signal as usize)?;
        }
        signal_hook::flag::register(SIGTSTP, std::sync::Arc::clone(&signals.stop))?;
        Ok(signals)
    }

    /// The signal that asks for the end, if one has come.
    pub(super) fn ending(&self) -> Option<i32> {
        let signal = self.ending.load(std::sync::atomic::Ordering::SeqCst);
        i32::try_from(signal).ok().filter(|&it| it != 0)
    }

    fn stop_asked(&self) -> bool {
        self.stop.swap(false, std::sync::atomic::Ordering::SeqCst)
    }
}

/// No signals are known here.
#[cfg(not(unix))]
#[derive(Clone)]
pub(super) struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn listen() -> io::Result<Signals> {
        Ok(Signals)
    }

    /// The signal that asks for the end, if one has come.
    pub(super) fn ending(&self) -> Option<i32> {
        None
    }

    fn stop_asked(&self) -> bool {
        false
    }
}
