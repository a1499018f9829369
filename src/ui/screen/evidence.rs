//! The evidence of one event: what is known of it, what its sources disagree on, and each source's sentence.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::layout::{Area, Layout};
use crate::app::model::{Model, Pane};
use crate::app::wrap::{cells, wrap};
use crate::calendar::notation;
use crate::events::Event;
use crate::text::TextRange;
use crate::timeline::trail::{self, Evidence};
use crate::ui::frame::pane;
use crate::ui::marks::{Layers, cut, cut_front, cut_pieces, piece, pieces};
use crate::ui::theme::{Look, Role};
use crate::ui::{counted, has_focus, put};

pub(in crate::ui) fn draw(model: &Model, look: &Look, frame: &mut Frame, layout: &Layout) {
    let (Some(area), inside) = (layout.evidence, layout.evidence_inside()) else { return };
    let (n_items, at) = (model.evidence.items.len(), model.evidence.at);
    let event = model.event();
    let head = if n_items > 1 { format!("Evidence {}/{n_items}", at + 1) } else { "Evidence".to_owned() };
    let right = match event {
        Some(_) if n_items > 1 && layout.bordered => "J K next source".to_owned(),
        Some(event) if !layout.bordered => format!("{} independent", event.independent.max(1)),
        _ => String::new(),
    };
    pane(look, frame, area, (layout.bordered, has_focus(model, Pane::Evidence)), (&head, &right));
    let Some(event) = event else { return };
    let text = Area { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let head = if layout.bordered || layout.main.is_none() { about(model, look, event, text.width as usize) } else { Vec::new() };
    let tail =
        if layout.bordered || layout.main.is_none() { Vec::new() } else { conflicts(model, look, event, text.width as usize) };
    let height = text.height as usize;
    let (first, mut lines) = window(model, look, head, text.width as usize, height);
    for (item_idx, item) in model.evidence.items.iter().enumerate().skip(first) {
        if lines.len() >= height {
            break;
        }
        lines.extend(source(model, look, (item_idx, item), text.width as usize));
        if item_idx == at && lines.len() + tail.len() <= height {
            lines.extend(tail.iter().cloned());
        }
        if layout.bordered || pane_is_tall(height) {
            lines.push(Line::default());
        }
    }
    for (row, line) in (0u16..).zip(lines.iter().take(height)) {
        put(frame, text, row, line);
    }
}

fn pane_is_tall(height: usize) -> bool {
    height >= 9
}

/// The first source to show, and what stands before it, so that the one looked at is in view.
fn window(model: &Model, look: &Look, head: Vec<Line<'static>>, width: usize, height: usize) -> (usize, Vec<Line<'static>>) {
    let at = model.evidence.at;
    let lines_of = |it: usize| model.evidence.items.get(it).map_or(0, |item| source(model, look, (it, item), width).len() + 1);
    let mut room = height.saturating_sub(lines_of(at).saturating_sub(1));
    let mut first = at;
    while first > 0 {
        let above = lines_of(first - 1);
        if above > room {
            return (first, Vec::new());
        }
        room -= above;
        first -= 1;
    }
    if head.len() > room && at > 0 { (first, Vec::new()) } else { (first, head) }
}

/// Title, date, status, counts, conflicts.
fn about(model: &Model, look: &Look, event: &Event, width: usize) -> Vec<Line<'static>> {
    let mut lines: Vec<Line> = Vec::new();
    for range in wrap(&event.title, TextRange::new(0, event.title.len()), width, &[]) {
        lines.push(Line::from(piece(look, Role::Heading, range.of(&event.title))));
    }
    let mut row = |label: &str, value: Vec<Span<'static>>| {
        let mut line = vec![piece(look, Role::Dim, &format!("{label:<8}"))];
        line.extend(value);
        lines.push(Line::from(cut_pieces(look, line, width)));
    };
    let precision = event.when.map_or("no date is known", |it| precision_words(it.precision));
    let when = notation::write_or_undated(event.when.as_ref());
    row("when", vec![piece(look, Role::Date, &when), piece(look, Role::Dim, &format!("   {precision}"))]);
    row("status", vec![piece(look, Role::Status(event.status), event.status.name())]);
    let mut counts = counted(event.articles.max(1) as usize, "article");
    if event.articles > 1 {
        counts.push_str(&format!(", {} independent", event.independent.max(1)));
    }
    row("counts", vec![piece(look, Role::Text, &counts)]);
    if let Some(other) = event.linked.and_then(|it| model.timeline().find(it)).and_then(|it| model.timeline().events.get(it)) {
        let label = if event.is_planned() { "outcome" } else { "plan" };
        let text = format!("{}  {}", notation::write_or_undated(other.when.as_ref()), other.title);
        row(label, vec![piece(look, Role::Text, &cut(look, &text, width.saturating_sub(8)))]);
    }
    lines.extend(conflicts(model, look, event, width));
    lines.push(Line::from(piece(look, Role::Frame, &look.glyphs.across.repeat(width))));
    lines
}

/// A precision in words a reader understands.
pub(in crate::ui) fn precision_words(precision: crate::calendar::Precision) -> &'static str {
    use crate::calendar::Precision::*;
    match precision {
        Minute => "exact to the minute",
        Hour => "exact to the hour",
        Part => "a part of the day",
        Day => "exact to the day",
        Span => "lasted from, to",
        About => "about then",
        Within => "one day between these",
        AboutSpan => "lasted, ends not exact",
        Weekend => "some time in a weekend",
        Week => "some time in a week",
        Month => "some time in the month",
        Season => "some time in a season",
        Quarter => "some time in a quarter",
        Half => "some time in a half year",
        Year => "some time in the year",
        Decade => "some time in the decade",
        Century => "some time in the century",
        Before => "before this day",
        After => "after this day",
    }
}

/// What the sources disagree on, a line a matter, wrapped.
fn conflicts(model: &Model, look: &Look, event: &Event, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for conflict in &event.conflicts {
        let values: Vec<String> = conflict
            .values
            .iter()
            .map(|value| {
                let mut outlets: Vec<String> = value
                    .mentions
                    .iter()
                    .filter_map(|&it| model.timeline().mentions.get(*event.mentions.get(it as usize)? as usize))
                    .map(|it| trail::outlet(model.timeline(), it.document))
                    .collect();
                outlets.dedup();
                if outlets.is_empty() { value.value.clone() } else { format!("{} ({})", value.value, outlets.join(", ")) }
            })
            .collect();
        let text = format!("{}: {}", conflict.what, values.join(&format!(" {} ", look.glyphs.dot)));
        for (row, range) in wrap(&text, TextRange::new(0, text.len()), width.saturating_sub(2), &[]).into_iter().enumerate() {
            let sign = if row == 0 { "! " } else { "  " };
            lines.push(Line::from(vec![piece(look, Role::Conflict, sign), piece(look, Role::Text, range.of(&text))]));
        }
    }
    lines
}

/// One source: who, when, where in the file; the sentence with its date in brackets; why; copies.
fn source(model: &Model, look: &Look, (item_idx, item): (usize, &Evidence), width: usize) -> Vec<Line<'static>> {
    let timeline = model.timeline();
    let Some(article) = timeline.articles.get(item.article as usize) else { return Vec::new() };
    let document = article.document();
    let is_at = item_idx == model.evidence.at;
    let n_items = model.evidence.items.len();
    let dot = look.glyphs.dot;
    let sign = if is_at && n_items > 1 { look.glyphs.cursor } else { " " };
    let number = if n_items > 1 { format!("{}/{n_items} ", item_idx + 1) } else { String::new() };
    let outlet = trail::outlet(timeline, item.article);
    let published = trail::published(timeline, item.article);
    let language = document.source.language.as_deref().filter(|_| width >= 60);
    let language = language.map(|it| format!(" {dot} {it}")).unwrap_or_default();
    let about = format!(" {dot} {published}{language}");
    let line_number = format!(":{}", item.place.line);
    let used = 1 + cells(&number) + cells(&about) + 3 + cells(&line_number);
    let path = model.shown_path(&document.source.path);
    // An article without an outlet goes by its file: said once is enough.
    let is_file = path.rsplit('/').next() == Some(outlet.as_str());
    let (head, place) = if is_file {
        let path = cut_front(look, path, width.saturating_sub(used.saturating_sub(3)));
        (path, format!("{line_number}{about}"))
    } else {
        let outlet = cut(look, &outlet, width.saturating_sub(used + 12).max(8));
        let path = cut_front(look, path, width.saturating_sub(used + cells(&outlet)));
        (outlet, format!("{about} {dot} {path}{line_number}"))
    };
    let head_role = if is_at { Role::Brand } else { Role::Text };
    let mut lines = vec![Line::from(vec![
        piece(look, Role::Brand, sign),
        piece(look, head_role, &format!("{number}{head}")),
        piece(look, Role::Dim, &place),
    ])];
    let indent = 3;
    let room = width.saturating_sub(indent);
    let phrases: Vec<TextRange> = item.date_phrase.into_iter().collect();
    let phrase_style = look.style(if is_at { Role::Phrase } else { Role::OtherPhrase });
    let marked: Vec<(TextRange, Style)> = phrases.iter().map(|&it| (it, phrase_style)).collect();
    for range in wrap(&document.text, item.sentence, room, &phrases) {
        let mut line = vec![Span::raw(" ".repeat(indent))];
        let layers = Layers { styles: &marked, brackets: &marked };
        line.extend(pieces(&document.text, range, look.style(Role::Text), layers));
        lines.push(Line::from(line));
    }
    // Of the sources around the one looked at, the first part of the reason is enough.
    let why = if is_at { item.why.as_str() } else { item.why.split("; ").next().unwrap_or_default() };
    let why = format!("why: {why}");
    for range in wrap(&why, TextRange::new(0, why.len()), room, &[]).into_iter().take(4) {
        lines.push(Line::from(vec![Span::raw(" ".repeat(indent)), piece(look, Role::Dim, range.of(&why))]));
    }
    if !item.copies.is_empty() {
        let mut outlets: Vec<String> = item
            .copies
            .iter()
            .filter_map(|&it| timeline.mentions.get(it as usize))
            .map(|it| trail::outlet(timeline, it.document))
            .collect();
        outlets.dedup();
        let word = if item.copies.len() == 1 { "copy" } else { "copies" };
        let text = format!("+ {} {word}: {}", item.copies.len(), outlets.join(", "));
        lines.push(Line::from(vec![Span::raw(" ".repeat(indent)), piece(look, Role::Dim, &cut(look, &text, room))]));
    }
    lines
}
