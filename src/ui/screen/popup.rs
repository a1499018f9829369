//! What lies on top: the list of keys, why a date, what to filter by, what could not be read.

use ratatui::Frame;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;
use tui_input::Input;

use crate::app::command::Place;
use crate::app::layout::Area;
use crate::app::model::Model;
use crate::app::screen::popup;
use crate::app::wrap::wrap;
use crate::calendar::notation;
use crate::text::TextRange;
use crate::ui::frame::pane;
use crate::ui::marks::{cut, piece, spread};
use crate::ui::theme::{Look, Role};
use crate::ui::{put, rect};

/// Clears and frames a box in the middle; its inside.
fn open(model: &Model, look: &Look, frame: &mut Frame, (width, height): (u16, u16), (left, right): (&str, &str)) -> Area {
    let width = width.min(model.size.width);
    let height = height.min(model.size.height.saturating_sub(2));
    let area = Area { x: (model.size.width - width) / 2, y: (model.size.height - 1 - height) / 2, width, height };
    let rect = rect(area).intersection(frame.area());
    frame.render_widget(Clear, rect);
    pane(look, frame, area, (true, true), (left, right));
    let inside = area.inside(true, false);
    Area { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside }
}

/// The first row to show so that the cursor is in view.
fn first_row(at: usize, n_rows: usize, height: usize) -> usize {
    at.saturating_sub(height / 2).min(n_rows.saturating_sub(height))
}

/// A row that can be chosen, the cursor's ground to its end.
fn choice(look: &Look, left: Vec<Span<'static>>, is_at: bool, area: Area) -> Line<'static> {
    let mut line = spread(look, left, Vec::new(), area.width as usize);
    if is_at && let Some(last) = line.spans.last_mut() {
        last.style = look.style(Role::Cursor);
    }
    line
}

/// The keys of a place, narrowed by what is typed.
pub(in crate::ui) fn help(model: &Model, look: &Look, frame: &mut Frame, (place, input, at): (Place, &Input, usize)) {
    let rows = popup::help_rows(model, place, input.value());
    let n_all = popup::help_rows(model, place, "").len() as u16;
    let inside = open(model, look, frame, (84, n_all + 4), (&format!("Keys {}", place.name()), "Enter does it"));
    let typed = input.value();
    let typed_shown = if typed.is_empty() { piece(look, Role::Dim, "type to narrow") } else { piece(look, Role::Text, typed) };
    put(frame, inside, 0, &Line::from(vec![piece(look, Role::Brand, "/ "), typed_shown]));
    let x = inside.x + 2 + (input.visual_cursor() as u16).min(inside.width.saturating_sub(3));
    frame.set_cursor_position((x, inside.y));
    let list = Area { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let first = first_row(at, rows.len(), list.height as usize);
    for (y, (row_idx, row)) in (0..list.height).zip(rows.iter().enumerate().skip(first)) {
        let keys: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
        let is_at = row_idx == at;
        let role = |it: Role| if is_at { Role::Cursor } else { it };
        let what = cut(look, row.what, (list.width as usize).saturating_sub(20));
        let left = vec![piece(look, role(Role::Key), &format!(" {:<18}", keys.join(" "))), piece(look, role(Role::Text), &what)];
        put(frame, list, y, &choice(look, left, is_at, list));
    }
    if rows.is_empty() {
        put(frame, list, 0, &Line::from(piece(look, Role::Dim, "no key does that here; Backspace widens, Esc closes")));
    }
}

/// Why the event has its date.
pub(in crate::ui) fn why(model: &Model, look: &Look, frame: &mut Frame, top: usize) {
    let rows = popup::why(model);
    let width = model.size.width.min(92);
    let room = (width as usize).saturating_sub(4 + 11);
    let mut lines = Vec::new();
    for (label, text) in &rows {
        for (row, range) in wrap(text, TextRange::new(0, text.len()), room, &[]).into_iter().enumerate() {
            let label = if row == 0 { *label } else { "" };
            let role = if *label == *"result" { Role::Date } else { Role::Text };
            lines.push(Line::from(vec![piece(look, Role::Dim, &format!("{label:<11}")), piece(look, role, range.of(text))]));
        }
    }
    let when = model.event().map(|it| notation::write_or_undated(it.when.as_ref())).unwrap_or_default();
    let spot = model.article.spot().filter(|_| model.pane == crate::app::Pane::Article);
    let spot_when =
        spot.and_then(|it| model.timeline().events.get(it.event as usize)).map(|it| notation::write_or_undated(it.when.as_ref()));
    let head = format!("Why {}", spot_when.unwrap_or(when));
    let inside = open(model, look, frame, (width, lines.len() as u16 + 2), (&head, "Esc closes"));
    let first = top.min(lines.len().saturating_sub(inside.height as usize));
    for (y, line) in (0..inside.height).zip(lines.iter().skip(first)) {
        put(frame, inside, y, line);
    }
}

/// What the filter can be narrowed by.
pub(in crate::ui) fn values(model: &Model, look: &Look, frame: &mut Frame, at: usize) {
    let rows = popup::values(model);
    let inside = open(model, look, frame, (64, rows.len() as u16 + 2), ("Filter by", "Enter narrows"));
    let first = first_row(at, rows.len(), inside.height as usize);
    for (y, (row_idx, row)) in (0..inside.height).zip(rows.iter().enumerate().skip(first)) {
        let role = |it: Role| if row_idx == at { Role::Cursor } else { it };
        let name = cut(look, &row.name, (inside.width as usize).saturating_sub(10));
        let left = vec![piece(look, role(Role::Dim), &format!(" {:<8}", row.label)), piece(look, role(Role::Text), &name)];
        put(frame, inside, y, &choice(look, left, row_idx == at, inside));
    }
}

/// What could not be read, and what to try.
pub(in crate::ui) fn problems(model: &Model, look: &Look, frame: &mut Frame, at: usize) {
    let problems = &model.timeline().problems;
    let width = model.size.width.min(110);
    let room = (width as usize).saturating_sub(6);
    let mut lines = Vec::new();
    let mut starts = Vec::new();
    // A few screens around the cursor are enough, however many there are.
    let first_shown = at.saturating_sub(50);
    for (row_idx, problem) in problems.iter().enumerate().skip(first_shown).take(120) {
        starts.push(lines.len());
        let place = problem.line.map(|it| format!("{}:{it}", problem.path)).unwrap_or_else(|| problem.path.clone());
        let sign = if row_idx == at { look.glyphs.cursor } else { " " };
        lines.push(Line::from(vec![
            piece(look, Role::Brand, sign),
            piece(look, Role::Key, &format!(" {}", cut(look, &place, room))),
        ]));
        for range in wrap(&problem.what, TextRange::new(0, problem.what.len()), room.saturating_sub(2), &[]) {
            lines.push(Line::from(piece(look, Role::Text, &format!("    {}", range.of(&problem.what)))));
        }
    }
    let head = format!("Problems {}/{}", at + 1, problems.len());
    let inside = open(model, look, frame, (width, lines.len() as u16 + 2), (&head, "Esc closes"));
    let first = starts.get(at - first_shown).copied().unwrap_or(0);
    let first = first_row(first, lines.len(), inside.height as usize);
    for (y, line) in (0..inside.height).zip(lines.iter().skip(first)) {
        put(frame, inside, y, line);
    }
}
