//! Key scripts become screens: keys in, the picture out, as text.

mod fixture;
mod pictures;
mod walks;

use std::sync::Arc;

use dateline::app::{Effect, Key, Model, Msg, Progress, Size, Snapshot, update};
use dateline::timeline::Timeline;
use dateline::ui::{self, Look, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Modifier;

/// The program on a screen that is only a value.
struct Player {
    model: Model,
    look: Look,
    effects: Vec<Effect>,
}

impl Player {
    fn new((width, height): (u16, u16)) -> Player {
        let mut model = Model::new("~/cases/karsen", "", Size { width, height });
        model.root = "karsen".to_owned();
        Player { model, look: Look::new(Theme::Plain, false), effects: Vec::new() }
    }

    /// The program with the chronology of the dam, all of it read.
    fn karsen(size: (u16, u16)) -> Player {
        let mut player = Player::new(size);
        player.read(fixture::karsen());
        player.send(Msg::Finished);
        player
    }

    fn send(&mut self, msg: Msg) {
        self.effects.extend(update(&mut self.model, msg));
    }

    fn read(&mut self, timeline: Timeline) {
        self.send(Msg::Indexed(Arc::new(Snapshot::new(timeline))));
    }

    fn progress(&mut self, done: usize, total: usize) {
        self.send(Msg::Progress(Progress { done, total, problems: 0 }));
    }

    /// Presses the keys of a script: named ones between angle brackets, all others as typed; blanks only part them.
    fn press(&mut self, script: &str) {
        for word in script.split_whitespace() {
            match word.strip_prefix('<').and_then(|it| it.strip_suffix('>')) {
                Some(name) => self.send(Msg::Key(named(name))),
                None => word.chars().for_each(|it| self.send(Msg::Key(Key::Char(it)))),
            }
        }
    }

    fn terminal(&self) -> Terminal<TestBackend> {
        let mut terminal = Terminal::new(TestBackend::new(self.model.size.width, self.model.size.height)).unwrap();
        terminal.draw(|frame| ui::view(&self.model, &self.look, frame)).unwrap();
        terminal
    }

    /// The screen as text, a line a row.
    fn screen(&self) -> String {
        let terminal = self.terminal();
        let buffer = terminal.backend().buffer();
        let mut lines = Vec::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                line.push_str(symbol);
                skip = dateline::app::wrap::cells(symbol).saturating_sub(1);
            }
            lines.push(line.trim_end().to_owned());
        }
        lines.join("\n")
    }

    /// The words on the screen that are shown with a modifier, one run a line.
    fn shown_with(&self, modifier: Modifier) -> Vec<String> {
        let terminal = self.terminal();
        let buffer = terminal.backend().buffer();
        let mut runs = Vec::new();
        for y in 0..buffer.area.height {
            let mut run = String::new();
            for x in 0..buffer.area.width {
                let cell = &buffer[(x, y)];
                if cell.modifier.contains(modifier) {
                    run.push_str(cell.symbol());
                } else if !run.is_empty() {
                    runs.push(std::mem::take(&mut run).trim_end().to_owned());
                }
            }
            if !run.is_empty() {
                runs.push(run.trim_end().to_owned());
            }
        }
        runs
    }
}

fn named(name: &str) -> Key {
    match name {
        "Enter" => Key::Enter,
        "Esc" => Key::Escape,
        "Tab" => Key::Tab,
        "S-Tab" => Key::BackTab,
        "BS" => Key::Backspace,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PgUp" => Key::PageUp,
        "PgDn" => Key::PageDown,
        "Space" => Key::Char(' '),
        _ => match name.strip_prefix("C-").and_then(|it| it.chars().next()) {
            Some(it) => Key::Ctrl(it),
            None => panic!("no key is called {name}"),
        },
    }
}
