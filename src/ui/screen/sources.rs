//! The articles: when written, how many of the events shown each tells, who and what.

use ratatui::Frame;
use ratatui::text::Line;

use crate::app::layout::{Area, Layout};
use crate::app::model::{Model, Pane};
use crate::app::screen::sources::Row;
use crate::app::wrap::cells;
use crate::calendar::notation;
use crate::timeline::density::known_days;
use crate::timeline::trail;
use crate::ui::frame::pane;
use crate::ui::marks::{cut, cut_pieces, piece};
use crate::ui::theme::{Look, Role};
use crate::ui::{has_focus, put};

/// How a row is shared out.
#[derive(Clone, Copy)]
struct Columns {
    width: usize,
    date: usize,
    outlet: usize,
    span: usize,
}

pub(in crate::ui) fn draw(model: &Model, look: &Look, frame: &mut Frame, layout: &Layout) {
    let (Some(area), inside) = (layout.main, layout.main_inside()) else { return };
    if layout.bordered {
        pane(look, frame, area, (true, has_focus(model, Pane::List)), ("Sources", ""));
    }
    let width = inside.width as usize;
    let rows = Area { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    let visible = || model.sources.rows.iter().enumerate().skip(model.sources.top).take(rows.height as usize);
    let written = visible().map(|it| cells(&trail::published(model.timeline(), it.1.article)));
    let columns = Columns {
        width,
        date: written.max().unwrap_or_default().clamp(10, 22),
        outlet: if width >= 50 { 18 } else { 10 },
        span: if width >= 72 { 24 } else { 0 },
    };
    let span = if columns.span > 0 { "tells of" } else { "" };
    let head = format!(
        "  {:<date$} {:>6}  {:<outlet$}  {span:<span_cells$}title",
        "written",
        "events",
        "outlet",
        date = columns.date,
        outlet = columns.outlet,
        span_cells = columns.span
    );
    put(frame, inside, 0, &Line::from(piece(look, Role::Dim, &head)));
    for (y, (row_idx, row)) in (0u16..).zip(visible()) {
        put(frame, rows, y, &line(model, look, row, columns, row_idx == model.sources.at));
    }
    if model.sources.rows.is_empty() {
        put(frame, rows, 1, &Line::from(piece(look, Role::Text, "  No article is read yet.")));
    }
}

fn line(model: &Model, look: &Look, row: &Row, columns: Columns, is_at: bool) -> Line<'static> {
    let timeline = model.timeline();
    let Some(article) = timeline.articles.get(row.article as usize) else { return Line::default() };
    let source = &article.document().source;
    let is_focused = is_at && has_focus(model, Pane::List);
    let role = |it: Role| if is_focused { Role::Cursor } else { it };
    let when = |event: u32| timeline.events.get(event as usize).and_then(|it| it.when);
    let from_to = |from: String, to: String| format!("{from} {} {to}", look.glyphs.dash);
    let span = match row.span.map(|(first, last)| (when(first), when(last), first == last)) {
        Some((Some(first), Some(last), false)) => {
            let whole = from_to(notation::write(&first), notation::write(&last));
            // Where the two do not fit, the days from which and until which say enough.
            let days = || from_to(known_days(&first).0.to_string(), known_days(&last).1.to_string());
            if cells(&whole) < columns.span { whole } else { days() }
        }
        Some((first, _, _)) => first.map(|it| notation::write(&it)).unwrap_or_default(),
        None => String::new(),
    };
    let title = source.title.clone().unwrap_or_else(|| model.shown_path(&source.path).to_owned());
    let copy = if article.copy_of.is_some() { " (copy)" } else { "" };
    let padded = |text: String, width: usize| format!("{text}{}", " ".repeat(width.saturating_sub(cells(&text))));
    let mut pieces = vec![
        piece(look, Role::Brand, if is_at { look.glyphs.cursor } else { " " }),
        piece(look, role(Role::Date), &format!(" {:<date$}", trail::published(timeline, row.article), date = columns.date)),
        piece(look, role(Role::Text), &format!(" {:>6}  ", row.n_events)),
        piece(
            look,
            role(Role::Heading),
            &padded(cut(look, &trail::outlet(timeline, row.article), columns.outlet), columns.outlet + 2),
        ),
    ];
    if columns.span > 0 {
        pieces.push(piece(look, role(Role::Date), &padded(cut(look, &span, columns.span - 1), columns.span)));
    }
    pieces.push(piece(look, role(Role::Text), &format!("{title}{copy}")));
    let mut pieces = cut_pieces(look, pieces, columns.width);
    let used: usize = pieces.iter().map(|it| it.width()).sum();
    pieces.push(piece(look, role(Role::Text), &" ".repeat(columns.width.saturating_sub(used))));
    Line::from(pieces)
}
