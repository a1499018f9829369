//! What is around the panes: title, query, status and help lines, rules and borders.

use ratatui::Frame;
use ratatui::text::{Line, Span};

use super::marks::{Layers, cut, cut_front, piece, pieces, spread};
use super::theme::{Look, Role};
use super::{count, counted, put};
use crate::app::command::{Command, Place};
use crate::app::layout::Area;
use crate::app::model::{Model, Pane, Reading, View};
use crate::app::prompt::Purpose;
use crate::app::wrap::cells;
use crate::app::{keymap, update};
use crate::calendar::notation;
use crate::text::TextRange;

/// Name, place, views, counts.
pub(super) fn title(model: &Model, look: &Look, frame: &mut Frame, area: Option<Area>) {
    let Some(area) = area else { return };
    let width = area.width as usize;
    let is_wide = width >= 100;
    let right = counts(model, look, width);
    let mut views = Vec::new();
    for (view, number, name) in
        [(View::Chronology, "1", "Chronology"), (View::Bars, "2", "Timeline"), (View::Sources, "3", "Sources")]
    {
        let name = if is_wide { format!("{number} {name}") } else { number.to_owned() };
        if view == model.view {
            views.push(piece(look, Role::Brand, &format!("[{name}]")));
        } else {
            views.push(piece(look, Role::Dim, &format!(" {name} ")));
        }
    }
    if width < 60 {
        views.clear();
    }
    let taken = 12 + right.iter().chain(&views).map(Span::width).sum::<usize>() + 3;
    let place = cut_front(look, &model.place, width.saturating_sub(taken).clamp(0, 44));
    let mut left = vec![piece(look, Role::Brand, " dateline "), piece(look, Role::Text, &place), piece(look, Role::Text, "  ")];
    left.extend(views);
    put(frame, area, 0, &spread(look, left, right, width));
}

/// Counts of what is there, as many as find room, the weightiest first to stay.
fn counts(model: &Model, look: &Look, width: usize) -> Vec<Span<'static>> {
    let is_wide = width >= 100;
    let timeline = model.timeline();
    let dot = format!(" {} ", look.glyphs.dot);
    let n_events = timeline.events.len();
    let mut parts: Vec<(u8, Role, String)> = Vec::new();
    match &model.reading {
        Reading::Under(it) if it.total == 0 => parts.push((0, Role::Dim, "looking for articles".to_owned())),
        Reading::Under(it) => parts.push((0, Role::Dim, format!("reading {}/{}", count(it.done), count(it.total)))),
        Reading::Done | Reading::Failed(_) => {}
    }
    if model.filter.is_on() && !is_wide {
        parts.push((1, Role::Dim, format!("{} of {}", count(model.list.hits.len()), count(n_events))));
    } else if n_events > 0 || parts.is_empty() {
        parts.push((1, Role::Dim, counted(n_events, "event")));
        parts.push((4, Role::Dim, counted(timeline.articles.len(), "article")));
    }
    if model.list.n_conflicts > 0 && !is_wide {
        parts.push((3, Role::Dim, counted(model.list.n_conflicts, "conflict")));
    }
    if !timeline.problems.is_empty() {
        parts.push((2, Role::Conflict, format!("{} (!)", counted(timeline.problems.len(), "problem"))));
    }
    let room = if width < 60 { width.saturating_sub(2) } else { width * 11 / 20 };
    while parts.len() > 1 && parts.iter().map(|it| cells(&it.2) + 3).sum::<usize>() > room {
        let least = parts.iter().map(|it| it.0).max();
        parts.retain(|it| Some(it.0) != least);
    }
    let mut line = Vec::new();
    for (_, role, text) in parts {
        if !line.is_empty() {
            line.push(piece(look, Role::Dim, &dot));
        }
        line.push(piece(look, role, &text));
    }
    line.push(piece(look, Role::Text, " "));
    line
}

/// The query, typed or kept, and what it leaves.
pub(super) fn query(model: &Model, look: &Look, frame: &mut Frame, area: Option<Area>) {
    let Some(area) = area else { return };
    let width = area.width as usize;
    let prompt = model.prompt.as_ref();
    let purpose = prompt.map(|it| &it.purpose);
    let is_find = matches!(purpose, Some(Purpose::Find(_)));
    let is_query = matches!(purpose, Some(Purpose::Query(_)) | None);
    let text = prompt.map_or(model.filter.text.as_str(), |it| it.input.value());
    let head = purpose.map_or(" / ", Purpose::head);
    let role = if prompt.is_some() { Role::Brand } else { Role::Dim };
    let mut left = vec![piece(look, role, head)];
    let mut scrolled = 0;
    if text.is_empty() {
        left.push(piece(look, Role::Dim, purpose.map_or("type / to search", Purpose::example)));
    } else {
        let room = width.saturating_sub(cells(head) + 30).max(10);
        scrolled = prompt.map_or(0, |it| it.input.visual_scroll(room));
        let start = super::marks::fit(text, scrolled);
        let styles: Vec<(TextRange, ratatui::style::Style)> = if !is_query {
            Vec::new()
        } else {
            let role = |it: Option<&String>| if it.is_some() { Role::BadChip } else { Role::Chip };
            model.filter.query.chips().iter().map(|it| (it.range, look.style(role(it.problem.as_ref())))).collect()
        };
        let layers = Layers { styles: &styles, ..Layers::default() };
        left.extend(pieces(text, TextRange::new(start, text.len()), look.style(Role::Text), layers));
    }
    let right = match (is_query, model.filter.problem()) {
        (false, _) if is_find && !text.is_empty() => vec![piece(
            look,
            Role::Dim,
            &format!("{} ", counted(model.article.found.len(), "match").replace("matchs", "matches")),
        )],
        (false, _) => Vec::new(),
        (true, Some((part, problem))) => {
            vec![piece(look, Role::Conflict, &format!("{} ", cut(look, &format!("{part} {problem}"), width / 2)))]
        }
        (true, None) => vec![piece(look, Role::Dim, &format!("{} ", left_over(model, look, width >= 100)))],
    };
    put(frame, area, 0, &spread(look, left, right, width));
    if let Some(prompt) = prompt {
        let x = cells(head) + prompt.input.visual_cursor().saturating_sub(scrolled);
        frame.set_cursor_position((area.x + (x as u16).min(area.width.saturating_sub(1)), area.y));
    }
}

/// What the filter leaves, in words.
fn left_over(model: &Model, look: &Look, is_wide: bool) -> String {
    let list = &model.list;
    let dot = format!(" {} ", look.glyphs.dot);
    let mut parts = Vec::new();
    if model.filter.lifted {
        parts.push("filter lifted, c brings it back".to_owned());
    } else if model.filter.is_on() {
        if is_wide {
            parts.push(format!("{} of {}", count(list.hits.len()), count(model.timeline().events.len())));
        } else if model.prompt.is_none() {
            parts.push("F clear".to_owned());
        }
    }
    if is_wide && list.n_conflicts > 0 {
        parts.push(counted(list.n_conflicts, "conflict"));
    }
    if is_wide && list.n_undated > 0 {
        parts.push(format!("{} undated", count(list.n_undated)));
    }
    parts.join(&dot)
}

/// Where the cursor stands, what was just done, how far the reading is.
pub(super) fn status(model: &Model, look: &Look, frame: &mut Frame, area: Option<Area>) {
    let Some(area) = area else { return };
    let left = match (&model.notice, &model.reading) {
        (Some(notice), _) => vec![piece(look, Role::Notice, &format!(" {notice}"))],
        (None, Reading::Failed(why)) => vec![piece(look, Role::Conflict, &format!(" reading broke off: {why}"))],
        (None, _) if model.pane == Pane::Article => vec![piece(look, Role::Text, &format!(" {}", in_article(model, look)))],
        (None, _) => vec![piece(look, Role::Text, &format!(" {}", in_list(model, look)))],
    };
    let right = if model.is_reading() && !model.list.hits.is_empty() {
        vec![piece(look, Role::Dim, "still reading, the list fills ")]
    } else {
        Vec::new()
    };
    put(frame, area, 0, &spread(look, left, right, area.width as usize));
}

fn in_article(model: &Model, look: &Look) -> String {
    let article = &model.article;
    let dot = look.glyphs.dot;
    if !article.found.is_empty() {
        return format!("{} for {:?} {dot} n N steps through, Esc ends", counted(article.found.len(), "find"), article.find);
    }
    let (Some(at), Some(spot)) = (article.at, article.spot()) else {
        let n_spots = article.spots.len();
        return if n_spots == 0 {
            "no event in this article".to_owned()
        } else {
            format!("{} in this article {dot} n next", counted(n_spots, "event"))
        };
    };
    let Some(event) = model.timeline().events.get(spot.event as usize) else { return String::new() };
    let when = notation::write_or_undated(event.when.as_ref());
    format!("event {}/{} in this article {dot} {when} {dot} {}", at + 1, article.spots.len(), event.title)
}

fn in_list(model: &Model, look: &Look) -> String {
    if model.view == View::Sources {
        return format!("{}/{}", count(model.sources.at + 1), count(model.sources.rows.len()));
    }
    let Some(event) = model.event() else { return String::new() };
    let (at, n_hits) = (model.list.at, model.list.hits.len());
    let mut parts = vec![format!("{}/{}", count(at + 1), count(n_hits))];
    if let Some(why) = model.list.hits.get(at).and_then(|it| it.why.as_deref()) {
        parts.push(why.to_owned());
    }
    let neighbour = |at: Option<usize>| model.timeline().events.get(model.list.hits.get(at?)?.event as usize)?.when;
    if let (Some(when), Some(before)) = (event.when, neighbour(at.checked_sub(1))) {
        parts.extend(crate::app::screen::list::since(&before, &when));
        let day = when.single_day();
        let is_unordered = |other: Option<crate::calendar::Interval>| {
            day.is_some()
                && other.is_some_and(|it| it.single_day() == day && !(it.precision.has_time() && when.precision.has_time()))
        };
        if is_unordered(Some(before)) || is_unordered(neighbour(Some(at + 1))) {
            parts.push(format!(
                "order within {} not known",
                day.map(|it| notation::write(&crate::calendar::Interval::day(it))).unwrap_or_default()
            ));
        }
    }
    parts.join(&format!(" {} ", look.glyphs.dot))
}

/// The keys of this place that fit, the way to all of them last.
pub(super) fn help(model: &Model, look: &Look, frame: &mut Frame, area: Option<Area>) {
    let Some(area) = area else { return };
    let place = update::place(model);
    let width = area.width as usize;
    let shown = |command: Command| update::lack(model, command).is_none();
    let always = |command: Command| matches!(command, Command::Help | Command::Quit) && place != Place::Page;
    let item = |binding: &keymap::Binding| {
        let hint = update::hint(model, place, binding);
        [
            piece(look, Role::Text, " "),
            piece(look, Role::Key, &binding.keys[0].to_string()),
            piece(look, Role::Dim, &format!(" {hint} ")),
        ]
    };
    let rows: Vec<&keymap::Binding> =
        keymap::of(place).filter(|it| !update::hint(model, place, it).is_empty() && shown(it.command)).collect();
    let last: Vec<Span> = rows.iter().filter(|it| always(it.command)).flat_map(|it| item(it)).collect();
    let mut room = width.saturating_sub(last.iter().map(Span::width).sum());
    let mut line = Vec::new();
    for row in rows.iter().filter(|it| !always(it.command)) {
        let pieces = item(row);
        let taken: usize = pieces.iter().map(Span::width).sum();
        if taken > room {
            break;
        }
        room -= taken;
        line.extend(pieces);
    }
    line.extend(last);
    put(frame, area, 0, &Line::from(line));
}

/// The frame of a pane: a border all around, or a rule above it.
pub(super) fn pane(look: &Look, frame: &mut Frame, area: Area, (bordered, focused): (bool, bool), (left, right): (&str, &str)) {
    let glyphs = &look.glyphs;
    let style = look.style(if focused { Role::FrameFocus } else { Role::Frame });
    let width = area.width as usize;
    let (open, close) = if bordered { (glyphs.corners[0], glyphs.corners[1]) } else { (glyphs.across, glyphs.across) };
    let inner = width.saturating_sub(2);
    let left = format!("{} {} ", glyphs.across, cut(look, left, inner.saturating_sub(4)));
    let left = if bordered { left } else { left.trim_start_matches(glyphs.across).to_owned() };
    let right_text = format!(" {right} {}", glyphs.across);
    let right = if right.is_empty() || cells(&left) + cells(&right_text) + 2 > inner { String::new() } else { right_text };
    let fill = glyphs.across.repeat(inner.saturating_sub(cells(&left) + cells(&right)));
    let top = Line::from(vec![
        Span::styled(open, style),
        Span::styled(left, style),
        Span::styled(fill, look.style(if focused { Role::FrameFocus } else { Role::Frame })),
        Span::styled(right, look.style(Role::Frame)),
        Span::styled(close, style),
    ]);
    put(frame, area, 0, &top);
    if !bordered {
        return;
    }
    let screen = frame.area();
    for row in 1..area.height.saturating_sub(1) {
        for x in [area.x, area.x + area.width.saturating_sub(1)] {
            if x < screen.width && area.y + row < screen.height {
                frame.buffer_mut().set_string(x, area.y + row, glyphs.down, style);
            }
        }
    }
    let bottom = format!("{}{}{}", glyphs.corners[2], glyphs.across.repeat(inner), glyphs.corners[3]);
    put(frame, area, area.height.saturating_sub(1), &Line::styled(bottom, style));
}
