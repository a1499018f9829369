//! The chronology: a row an event, headings of months, silences.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::layout::{Area, Layout};
use crate::app::model::{Model, Pane, Reading};
use crate::app::screen::list::{Period, Row};
use crate::app::update::list_height;
use crate::app::wrap::cells;
use crate::calendar::notation;
use crate::events::{Event, Status};
use crate::text::TextRange;
use crate::timeline::search::Hit;
use crate::ui::frame::pane;
use crate::ui::marks::{Layers, cut, fit, piece, pieces};
use crate::ui::theme::{Look, Role};
use crate::ui::{count, counted, has_focus, put};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// How a row is shared out.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) width: usize,
    pub(super) date: usize,
    pub(super) sources: usize,
    pub(super) has_status: bool,
}

impl Columns {
    pub(super) fn new(model: &Model, width: usize) -> Columns {
        let widest = if width >= 44 { 22 } else { 16 };
        let date = (model.list.date_cells as usize).clamp(10, widest);
        Columns { width, date, sources: if width >= 44 { 3 } else { 0 }, has_status: width >= 44 }
    }
}

pub(in crate::ui) fn draw(model: &Model, look: &Look, frame: &mut Frame, layout: &Layout) {
    let (Some(area), inside) = (layout.main, layout.main_inside()) else { return };
    let columns = Columns::new(model, inside.width as usize);
    let mut rows = inside;
    if layout.bordered {
        pane(look, frame, area, (true, has_focus(model, Pane::List)), ("Chronology", ""));
        let head = format!("  {:<date$} {:>sources$}   event", "date", "src", date = columns.date, sources = columns.sources);
        put(frame, inside, 0, &Line::from(piece(look, Role::Dim, &head)));
        rows = Area { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    }
    if model.list.hits.is_empty() {
        empty(model, look, frame, rows);
        return;
    }
    let visible = model.list.rows.iter().skip(model.list.top).take(list_height(model));
    for (y, row) in (0u16..).zip(visible) {
        put(frame, rows, y, &line(model, look, columns, row));
    }
}

fn line(model: &Model, look: &Look, columns: Columns, row: &Row) -> Line<'static> {
    let dot = look.glyphs.dot;
    match row {
        Row::Heading(period, n_events) => heading(look, columns.width, *period, *n_events),
        Row::Gap(days) => {
            let text = format!("{dot} {} without an event {dot}", counted(*days as usize, "day"));
            let indent = (columns.date + columns.sources + 5).min(columns.width.saturating_sub(cells(&text)));
            Line::from(piece(look, Role::Dim, &format!("{}{text}", " ".repeat(indent))))
        }
        Row::End(n_hidden) => {
            let dash = look.glyphs.across;
            let text = format!("  {dash} end of filter {dot} F shows the other {} {dash}", counted(*n_hidden as usize, "event"));
            Line::from(piece(look, Role::Dim, &text))
        }
        Row::Event(hit_idx) => match model.list.hits.get(*hit_idx as usize) {
            Some(hit) => event_line(model, look, columns, hit, *hit_idx as usize == model.list.at),
            None => Line::default(),
        },
    }
}

/// The heading of a period, ruled to the edge.
pub(super) fn heading(look: &Look, width: usize, period: Period, n_events: u32) -> Line<'static> {
    let name = match period {
        Period::Month(year, month) => format!("{} {year}", MONTHS[(month as usize + 11) % 12]),
        Period::Year(year) => year.to_string(),
        Period::Undated => "Without a date".to_owned(),
    };
    let across = look.glyphs.across;
    let text = format!("{across}{across} {name} {} {} ", look.glyphs.dot, counted(n_events as usize, "event"));
    let rest = across.repeat(width.saturating_sub(cells(&text)));
    Line::from(vec![piece(look, Role::Heading, &text), piece(look, Role::Frame, &rest)])
}

/// The parts of an event's row before its title: cursor, date, count of sources.
pub(super) fn event_head(
    look: &Look,
    columns: Columns,
    event: &Event,
    role: impl Fn(Role) -> Role,
    is_at: bool,
) -> Vec<Span<'static>> {
    let date = notation::write_or_undated(event.when.as_ref());
    let mut head = vec![
        piece(look, if is_at { Role::Brand } else { Role::Text }, if is_at { look.glyphs.cursor } else { " " }),
        piece(look, role(Role::Date), &format!(" {date:<width$} ", width = columns.date)),
    ];
    if columns.sources > 0 {
        let n_sources = event.independent.max(1);
        head.push(piece(look, role(Role::Text), &format!("{n_sources:>width$}", width = columns.sources)));
        head.push(piece(look, role(Role::Conflict), if event.in_conflict() { "! " } else { "  " }));
    }
    head
}

/// The word for a status at the edge of a row; nothing for what simply happened.
pub(super) fn status_word(status: Status) -> &'static str {
    if status == Status::Happened { "" } else { status.name() }
}

fn event_line(model: &Model, look: &Look, columns: Columns, hit: &Hit, is_at: bool) -> Line<'static> {
    let Some(event) = model.timeline().events.get(hit.event as usize) else { return Line::default() };
    let is_focused = is_at && has_focus(model, Pane::List);
    // In the row of the cursor one colour rules, so that nothing is lost on its ground.
    let role = |it: Role| match (is_at, is_focused) {
        (true, true) => Role::Cursor,
        (true, false) if it == Role::Text => Role::CursorAway,
        _ => it,
    };
    let mut line = event_head(look, columns, event, role, is_at);
    let used: usize = line.iter().map(Span::width).sum();
    let status = if columns.has_status { status_word(event.status) } else { "" };
    let status_cells = if status.is_empty() { 0 } else { cells(status) + 1 };
    let room = columns.width.saturating_sub(used + status_cells + usize::from(columns.has_status));
    line.extend(title(look, event, hit, room, role));
    let used: usize = line.iter().map(Span::width).sum();
    let gap = columns.width.saturating_sub(used + status_cells.saturating_sub(1) + usize::from(columns.has_status));
    line.push(piece(look, role(Role::Text), &" ".repeat(gap)));
    line.push(piece(look, role(Role::Status(event.status)), status));
    let used: usize = line.iter().map(Span::width).sum();
    line.push(piece(look, role(Role::Text), &" ".repeat(columns.width.saturating_sub(used))));
    Line::from(line)
}

/// The title with its matched letters, cut to its room; what else matched comes behind it where there is space.
pub(super) fn title(look: &Look, event: &Event, hit: &Hit, room: usize, role: impl Fn(Role) -> Role) -> Vec<Span<'static>> {
    let title = event.title.as_str();
    let is_cut = cells(title) > room;
    let end = if is_cut { fit(title, room.saturating_sub(cells(look.glyphs.cut))) } else { title.len() };
    let mark = if role(Role::Text) == Role::Cursor { Role::MatchAtCursor } else { Role::Match };
    let styles: Vec<(TextRange, Style)> = hit.marks.iter().map(|&it| (it, look.style(mark))).collect();
    let layers = Layers { styles: &styles, ..Layers::default() };
    let mut line = pieces(title, TextRange::new(0, end), look.style(role(Role::Text)), layers);
    if is_cut {
        line.push(piece(look, role(Role::Text), look.glyphs.cut));
    } else if let Some(why) = &hit.why {
        let left = room.saturating_sub(cells(title) + 2);
        if left >= 12 {
            line.push(piece(look, role(Role::Dim), &format!("  {}", cut(look, why, left))));
        }
    }
    line
}

/// What to say where there is no row.
fn empty(model: &Model, look: &Look, frame: &mut Frame, area: Area) {
    let n_events = model.timeline().events.len();
    let n_articles = model.timeline().articles.len();
    let dot = look.glyphs.dot;
    let words = if n_events > 0 {
        vec![
            format!("0 of {} match.", counted(n_events, "event")),
            match model.prompt {
                Some(_) => "Esc brings the query before back.".to_owned(),
                None => format!("Backspace drops the last part {dot} F clears all {dot} Esc goes back"),
            },
        ]
    } else {
        match &model.reading {
            Reading::Under(it) if it.total == 0 => vec!["Looking for articles.".to_owned()],
            Reading::Under(it) => vec![
                format!("Reading {} of {}.", count(it.done), counted(it.total, "article")),
                "The list fills as they are read.".to_owned(),
            ],
            Reading::Failed(_) => vec!["Nothing was read.".to_owned()],
            Reading::Done if n_articles == 0 => vec![
                format!("No article found in {}", model.place),
                match model.timeline().problems.len() {
                    0 => "Looked for .txt .md .html .jsonl and the like.".to_owned(),
                    n_problems => format!("{} in the way: ! lists them.", counted(n_problems, "problem")),
                },
            ],
            Reading::Done => vec![format!("{} read, and no dated event in them.", counted(n_articles, "article"))],
        }
    };
    for (row, words) in (1u16..).zip(words) {
        let role = if row == 1 { Role::Text } else { Role::Dim };
        put(frame, area, row.min(area.height.saturating_sub(1)), &Line::from(piece(look, role, &format!("  {words}"))));
    }
}
