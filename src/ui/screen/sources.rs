//! The articles: who, when written, how many events, from when to when.

use ratatui::Frame;
use ratatui::text::Line;

use crate::app::layout::{Area, Layout};
use crate::app::model::{Model, Pane};
use crate::app::screen::sources::Row;
use crate::calendar::notation;
use crate::timeline::trail;
use crate::ui::frame::pane;
use crate::ui::marks::{cut, cut_front, cut_pieces, piece};
use crate::ui::theme::{Look, Role};
use crate::ui::{has_focus, put};

pub(in crate::ui) fn draw(model: &Model, look: &Look, frame: &mut Frame, layout: &Layout) {
    let (Some(area), inside) = (layout.main, layout.main_inside()) else { return };
    if layout.bordered {
        pane(look, frame, area, (true, has_focus(model, Pane::List)), ("Sources", ""));
    }
    let head = format!("  {:<22} {:>6}  {}", "written", "events", "outlet, title, file");
    put(frame, inside, 0, &Line::from(piece(look, Role::Dim, &head)));
    let rows = Area { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    let visible = model.sources.rows.iter().enumerate().skip(model.sources.top).take(rows.height as usize);
    for (y, (row_idx, row)) in (0u16..).zip(visible) {
        put(frame, rows, y, &line(model, look, row, rows.width as usize, row_idx == model.sources.at));
    }
}

fn line(model: &Model, look: &Look, row: &Row, width: usize, is_at: bool) -> Line<'static> {
    let timeline = model.timeline();
    let Some(article) = timeline.articles.get(row.article as usize) else { return Line::default() };
    let source = &article.document().source;
    let is_focused = is_at && has_focus(model, Pane::List);
    let role = |it: Role| if is_focused { Role::Cursor } else { it };
    let when = |event: u32| timeline.events.get(event as usize).and_then(|it| it.when);
    let span = row.span.map(|(first, last)| {
        let day = |it: u32| when(it).map(|it| notation::write(&it)).unwrap_or_default();
        if first == last { day(first) } else { format!("{} {} {}", day(first), look.glyphs.dash, day(last)) }
    });
    let outlet = trail::outlet(timeline, row.article);
    let title = source.title.clone().unwrap_or_default();
    let room = width.saturating_sub(34);
    let file = cut_front(look, &source.path, (room / 3).max(12));
    let copy = if article.copy_of.is_some() { "  (copy)" } else { "" };
    let pieces = vec![
        piece(look, Role::Brand, if is_at { look.glyphs.cursor } else { " " }),
        piece(look, role(Role::Date), &format!(" {:<22}", trail::published(timeline, row.article))),
        piece(look, role(Role::Text), &format!(" {:>6}  ", row.n_events)),
        piece(look, role(Role::Heading), &cut(look, &outlet, 24)),
        piece(look, role(Role::Text), &format!("  {}", cut(look, &title, (room / 2).max(10)))),
        piece(look, role(Role::Dim), &format!("  {file}{copy}  {}", span.unwrap_or_default())),
    ];
    let mut pieces = cut_pieces(look, pieces, width);
    let used: usize = pieces.iter().map(|it| it.width()).sum();
    pieces.push(piece(look, role(Role::Text), &" ".repeat(width.saturating_sub(used))));
    Line::from(pieces)
}
