//! How it looks: the model as cells. The only home of ratatui. It decides nothing and remembers nothing.

pub mod clean;
pub mod frame;
pub mod marks;
pub mod screen;
pub mod strip;
pub mod theme;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::layout::{Area, SMALLEST};
use crate::app::model::View;
use crate::app::screen::popup::Popup;
use crate::app::{Model, Pane};
pub use theme::{Glyphs, Look, Role, Theme};

/// Draws the whole screen.
pub fn view(model: &Model, look: &Look, frame: &mut Frame) {
    let Some(layout) = model.layout() else {
        too_small(model, look, frame);
        return;
    };
    frame::title(model, look, frame, layout.title);
    frame::query(model, look, frame, layout.query);
    strip::draw(model, look, frame, layout.strip);
    if layout.main.is_some() {
        match model.view {
            View::Chronology => screen::list::draw(model, look, frame, &layout),
            View::Bars => screen::bars::draw(model, look, frame, &layout),
            View::Sources => screen::sources::draw(model, look, frame, &layout),
        }
    }
    if layout.evidence.is_some() {
        screen::evidence::draw(model, look, frame, &layout);
    }
    if layout.article.is_some() {
        screen::article::draw(model, look, frame, &layout);
    }
    frame::status(model, look, frame, layout.status);
    frame::help(model, look, frame, layout.help);
    match &model.popup {
        Some(Popup::Help { place, input, at }) => screen::popup::help(model, look, frame, (*place, input, *at)),
        Some(Popup::Why { top }) => screen::popup::why(model, look, frame, *top),
        Some(Popup::Problems { at }) => screen::popup::problems(model, look, frame, *at),
        Some(Popup::Values { at }) => screen::popup::values(model, look, frame, *at),
        None => {}
    }
}

fn too_small(model: &Model, look: &Look, frame: &mut Frame) {
    let (width, height) = (model.size.width, model.size.height);
    let words = format!("dateline needs {}x{}, this is {width}x{height}", SMALLEST.width, SMALLEST.height);
    let area = frame.area();
    for (row, range) in crate::app::wrap::wrap(&words, crate::text::TextRange::new(0, words.len()), area.width.into(), &[])
        .into_iter()
        .enumerate()
        .take(area.height.into())
    {
        let line = Line::styled(range.of(&words).to_owned(), look.style(Role::Text));
        put(frame, Area { x: 0, y: row as u16, width: area.width, height: 1 }, 0, &line);
    }
}

/// Puts a line into a row of an area, cut at its edge.
fn put(frame: &mut Frame, area: Area, row: u16, line: &Line) {
    let screen = frame.area();
    if row < area.height && area.y + row < screen.height && area.x < screen.width {
        let width = area.width.min(screen.width - area.x);
        frame.buffer_mut().set_line(area.x, area.y + row, line, width);
    }
}

fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}

/// Whether a pane has the focus.
fn has_focus(model: &Model, pane: Pane) -> bool {
    model.pane == pane && model.popup.is_none()
}

/// A count with its thousands parted.
fn count(n: usize) -> String {
    let digits = n.to_string();
    let mut parted = String::new();
    for (at, it) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(it);
    }
    parted
}

/// A count and its noun.
fn counted(n: usize, noun: &str) -> String {
    format!("{} {noun}{}", count(n), if n == 1 { "" } else { "s" })
}
