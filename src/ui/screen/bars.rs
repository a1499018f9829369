//! The events as bars over time: what is known is solid, what is only possible is not.

use ratatui::Frame;
use ratatui::text::{Line, Span};

use super::list::{self, Columns};
use crate::app::layout::{Area, Layout, bars_cells, bars_title};
use crate::app::model::{Model, Pane};
use crate::app::screen::list::Row;
use crate::calendar::{Date, Datelike, Interval, Precision, shift};
use crate::events::Event;
use crate::ui::frame::pane;
use crate::ui::marks::{cut_pieces, piece};
use crate::ui::strip::{MONTHS, window};
use crate::ui::theme::{Look, Role};
use crate::ui::{counted, has_focus, put};

/// The time that the cells stand for.
#[derive(Clone, Copy)]
struct Scale {
    first: Date,
    step: i64,
    n_cells: usize,
}

impl Scale {
    fn cell(&self, day: Date) -> i64 {
        (day - self.first).num_days().div_euclid(self.step)
    }

    fn last(&self) -> Date {
        shift::days(self.first, self.step * self.n_cells as i64 - 1)
    }
}

pub(in crate::ui) fn draw(model: &Model, look: &Look, frame: &mut Frame, layout: &Layout) {
    let (Some(area), inside) = (layout.main, layout.main_inside()) else { return };
    let n_cells = bars_cells(inside.width);
    let scale = model.bars.scale(model.timeline(), &model.list.hits, n_cells);
    let scale = scale.map(|(first, step)| Scale { first, step, n_cells });
    if layout.bordered {
        let cell = scale.map(|it| format!("1 cell = {}", counted(it.step as usize, "day"))).unwrap_or_default();
        let shown = scale.map(|it| window(look, it.first, it.last())).unwrap_or_default();
        pane(look, frame, area, (true, has_focus(model, Pane::List)), (&format!("Timeline {} {cell}", look.glyphs.dot), &shown));
    }
    let Some(scale) = scale else {
        put(frame, inside, 1, &Line::from(piece(look, Role::Text, "  No dated event is shown.")));
        return;
    };
    let title = bars_title(inside.width) as usize;
    put(frame, inside, 0, &axis(look, scale, title));
    let rows = Area { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    let visible = model.list.rows.iter().skip(model.list.top).take(rows.height as usize);
    for (y, row) in (0u16..).zip(visible) {
        put(frame, rows, y, &line(model, look, scale, title, row));
    }
}

fn axis(look: &Look, scale: Scale, title: usize) -> Line<'static> {
    let mut text = vec![' '; scale.n_cells];
    let mut free_from = 0;
    for cell in 0..scale.n_cells {
        let day = shift::days(scale.first, cell as i64 * scale.step);
        let before = shift::days(day, -scale.step);
        let turns = |coarse: bool| {
            if coarse { day.year() != before.year() } else { (day.year(), day.month()) != (before.year(), before.month()) }
        };
        let label = match scale.step {
            _ if turns(true) => day.year().to_string(),
            ..=14 if turns(false) => MONTHS[day.month0() as usize].to_owned(),
            15..=45 if turns(false) && before.month0() / 3 != day.month0() / 3 => {
                MONTHS[day.month0() as usize / 3 * 3].to_owned()
            }
            1..=2 if day.day() % 7 == 1 && day.day() < 28 => day.day().to_string(),
            _ => continue,
        };
        if cell >= free_from && cell + label.len() <= scale.n_cells {
            for (at, it) in label.chars().enumerate() {
                text[cell + at] = it;
            }
            free_from = cell + label.len() + 1;
        }
    }
    let text: String = text.into_iter().collect();
    Line::from(piece(look, Role::Dim, &format!("{}{text}", " ".repeat(title + 1))))
}

fn line(model: &Model, look: &Look, scale: Scale, title_cells: usize, row: &Row) -> Line<'static> {
    let dot = look.glyphs.dot;
    match row {
        Row::Heading(period, n_events) => list::heading(look, title_cells + 1 + scale.n_cells, *period, *n_events),
        Row::Gap(days) => {
            let text = format!("{}{dot} {} without an event {dot}", " ".repeat(title_cells + 1), counted(*days as usize, "day"));
            Line::from(piece(look, Role::Dim, &text))
        }
        Row::End(_) => Line::default(),
        Row::Event(hit_idx) => {
            let Some(hit) = model.list.hits.get(*hit_idx as usize) else { return Line::default() };
            let Some(event) = model.timeline().events.get(hit.event as usize) else { return Line::default() };
            let is_at = *hit_idx as usize == model.list.at;
            let is_focused = is_at && has_focus(model, Pane::List);
            let role = |it: Role| if is_focused { Role::Cursor } else { it };
            let columns = Columns { width: title_cells, ..Columns::new(model, title_cells) };
            let mut pieces = list::event_head(look, columns, event, role, is_at);
            let used: usize = pieces.iter().map(Span::width).sum();
            pieces.extend(list::title(look, event, hit, title_cells.saturating_sub(used), role));
            let mut pieces = cut_pieces(look, pieces, title_cells);
            let used: usize = pieces.iter().map(Span::width).sum();
            pieces.push(piece(look, role(Role::Text), &" ".repeat(title_cells.saturating_sub(used))));
            pieces.push(Span::raw(" "));
            pieces.extend(bar(look, scale, event, is_at));
            Line::from(pieces)
        }
    }
}

/// The bar of an event: solid for days that are known, else for days that are possible.
fn bar(look: &Look, scale: Scale, event: &Event, is_at: bool) -> Vec<Span<'static>> {
    let Some(when) = event.when else { return Vec::new() };
    let [known, possible, planned] = look.glyphs.bars;
    let n_cells = scale.n_cells as i64;
    let (first, last) = (
        if when.open_start() { 0 } else { scale.cell(when.first_day()) },
        if when.open_end() { n_cells - 1 } else { scale.cell(when.last_day()) },
    );
    let role = if is_at { Role::BarFocus } else { Role::Bar };
    if last < 0 || first >= n_cells {
        let sign = if last < 0 {
            look.glyphs.open[0].to_owned()
        } else {
            format!("{}{}", " ".repeat(scale.n_cells - 1), look.glyphs.open[1])
        };
        return vec![piece(look, Role::Dim, &sign)];
    }
    let (from, to) = (first.clamp(0, n_cells - 1), last.clamp(0, n_cells - 1));
    let sign = match (is_known(&when), event.is_planned()) {
        (true, true) => planned,
        (true, false) => known,
        (false, _) => possible,
    };
    let mut cells: Vec<&str> = vec![sign; (to - from + 1) as usize];
    if when.precision == Precision::AboutSpan && cells.len() > 2 {
        let n_inner = cells.len() - 1;
        cells[1..n_inner].fill(known);
    }
    if let Some(cell) = cells.first_mut().filter(|_| when.open_start() || first < 0) {
        *cell = look.glyphs.open[0];
    }
    if let Some(cell) = cells.last_mut().filter(|_| when.open_end() || last >= n_cells) {
        *cell = look.glyphs.open[1];
    }
    vec![Span::raw(" ".repeat(from as usize)), piece(look, role, &cells.concat())]
}

/// Whether every day of the interval is known to belong to the event.
fn is_known(when: &Interval) -> bool {
    matches!(when.precision, Precision::Minute | Precision::Hour | Precision::Part | Precision::Day | Precision::Span)
}
