//! What the terminal sends becomes messages.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::{Key, Msg, Size};

/// The message of an event; `None` for those that mean nothing here.
pub(super) fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(it) if it.kind != KeyEventKind::Release => key(it).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(width, height) => Some(Msg::Resize(Size { width, height })),
        Event::Key(_) | Event::Mouse(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let has = |it: KeyModifiers| event.modifiers.contains(it);
    Some(match event.code {
        KeyCode::Char(it) if has(KeyModifiers::CONTROL) => Key::Ctrl(it.to_ascii_lowercase()),
        KeyCode::Char(it) if has(KeyModifiers::ALT) => Key::Alt(it),
        KeyCode::Char(it) => Key::Char(it),
        KeyCode::F(it) => Key::Function(it),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Tab if has(KeyModifiers::SHIFT) => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}
