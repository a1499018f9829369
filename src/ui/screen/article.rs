//! The text of one article: line numbers of the file, the sentence looked at, every other event's words, notes in the margin.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::layout::{Area, Layout};
use crate::app::model::{Model, Pane, View};
use crate::app::screen::article::{Columns, Line as Row, Spot, columns};
use crate::app::update::ARTICLE_HEAD;
use crate::app::wrap::cells;
use crate::calendar::notation;
use crate::text::{Document, Kind, TextRange};
use crate::timeline::trail;
use crate::ui::frame::pane;
use crate::ui::marks::{Layers, cut, cut_front, piece, pieces, spread};
use crate::ui::theme::{Look, Role};
use crate::ui::{has_focus, put};

pub(in crate::ui) fn draw(model: &Model, look: &Look, frame: &mut Frame, layout: &Layout) {
    let (Some(area), inside) = (layout.article, layout.article_inside()) else { return };
    let (n_items, at) = (model.evidence.items.len(), model.evidence.at);
    let head =
        if model.view != View::Sources && n_items > 1 { format!("Article {}/{n_items}", at + 1) } else { "Article".to_owned() };
    let right = if model.article.spots.len() > 1 { "n N next event in this article" } else { "" };
    pane(look, frame, area, (layout.bordered, has_focus(model, Pane::Article)), (&head, right));
    let Some((article_idx, ..)) = model.article.of else { return };
    let Some(article) = model.timeline().articles.get(article_idx as usize) else { return };
    let document = article.document();
    for (row, line) in (0u16..ARTICLE_HEAD).zip(about(model, look, article_idx, document, inside.width as usize)) {
        put(frame, inside, row, &line);
    }
    let text = Area { y: inside.y + ARTICLE_HEAD, height: inside.height.saturating_sub(ARTICLE_HEAD), ..inside };
    let columns = columns(inside.width as usize);
    let mut before = None;
    for (y, line_idx) in (0..text.height).zip(model.article.top..) {
        let Some(row) = model.article.lines.get(line_idx) else { break };
        // A record of one line holds many paragraphs: its number is said once a screen.
        let number = row.number.filter(|&it| before != Some(it));
        before = number.or(before);
        put(frame, text, y, &line(model, look, document, columns, (row, number)));
    }
}

fn about(model: &Model, look: &Look, article: u32, document: &Document, width: usize) -> [Line<'static>; 2] {
    let timeline = model.timeline();
    let dot = look.glyphs.dot;
    let source = &document.source;
    let title = source.title.clone().unwrap_or_else(|| model.shown_path(&source.path).to_owned());
    let published = timeline.published.get(article as usize).and_then(Option::as_ref);
    let basis = published.map(|it| format!(" ({})", it.basis.name())).unwrap_or_default();
    let written = match published {
        Some(_) => format!("written {}{basis}", trail::published(timeline, article)),
        None => "day of writing not known".to_owned(),
    };
    let path = model.shown_path(&source.path);
    let outlet = trail::outlet(timeline, article);
    let is_file = path.rsplit('/').next() == Some(outlet.as_str());
    let written = if is_file { format!(" {written}") } else { format!(" {outlet} {dot} {written}") };
    let language = source.language.as_deref().map(|it| format!(" {dot} {it}")).unwrap_or_default();
    let room = width.saturating_sub(cells(&written) + cells(&language) + 3).max(12);
    let place = format!("{}{language}", cut_front(look, path, room));
    [
        Line::from(piece(look, Role::Heading, &format!(" {}", cut(look, &title, width.saturating_sub(2))))),
        spread(look, vec![piece(look, Role::Dim, &written)], vec![piece(look, Role::Dim, &format!("{place} "))], width),
    ]
}

fn line(model: &Model, look: &Look, document: &Document, columns: Columns, (row, number): (&Row, Option<u32>)) -> Line<'static> {
    let pane = &model.article;
    let current = pane.spot();
    let is_here = |it: &Spot| current.is_some_and(|current| current.sentence == it.sentence);
    let on_line = |it: TextRange| it.overlaps(row.range) && !row.range.is_empty();
    let is_current = current.is_some_and(|it| on_line(it.sentence));
    let sign = if is_current { look.glyphs.cursor } else { " " };
    let number = number.map(|it| it.to_string()).unwrap_or_default();
    let mut line =
        vec![piece(look, Role::Brand, sign), piece(look, Role::Dim, &format!("{number:>width$} ", width = columns.number - 2))];
    let paragraph = document.paragraphs.get(row.paragraph as usize);
    let base = match paragraph.map(|it| it.kind) {
        Some(Kind::Furniture | Kind::Caption | Kind::Byline | Kind::DateLine) => Role::Dim,
        Some(Kind::Title | Kind::Heading) => Role::Heading,
        Some(Kind::Body) | None => Role::Text,
    };
    let mut styles: Vec<(TextRange, Style)> = Vec::new();
    let mut brackets: Vec<(TextRange, Style)> = Vec::new();
    for spot in pane.spots.iter().filter(|it| on_line(it.sentence)) {
        if is_here(spot) {
            styles.push((spot.sentence, look.style(Role::Sentence)));
        }
    }
    for spot in pane.spots.iter() {
        let Some(phrase) = spot.phrase.filter(|&it| on_line(it)) else { continue };
        let role =
            if is_here(spot) && current.is_some_and(|it| it.phrase == spot.phrase) { Role::Phrase } else { Role::OtherPhrase };
        styles.push((phrase, look.style(role)));
        if !brackets.iter().any(|it| it.0 == phrase) {
            brackets.push((phrase, look.style(role)));
        }
    }
    styles.extend(pane.found.iter().filter(|&&it| on_line(it)).map(|&it| (it, look.style(Role::Found))));
    let layers = Layers { styles: &styles, brackets: &brackets };
    let words = pieces(&document.text, row.range, look.style(base), layers);
    let used: usize = words.iter().map(Span::width).sum();
    let is_rtl = paragraph.is_some_and(|it| runs_right_to_left(it.range.of(&document.text)));
    let blank = columns.text.saturating_sub(used);
    if is_rtl {
        line.push(Span::raw(" ".repeat(blank)));
        line.extend(words);
    } else {
        line.extend(words);
        line.push(Span::raw(" ".repeat(blank)));
    }
    if columns.notes > 0 {
        line.extend(note(model, look, row, columns.notes, is_rtl));
    }
    Line::from(line)
}

/// The note beside the line on which an event's sentence ends: its date and title.
fn note(model: &Model, look: &Look, row: &Row, room: usize, is_rtl: bool) -> Vec<Span<'static>> {
    let ends_here = |it: &&Spot| !row.range.is_empty() && row.range.start < it.sentence.end && it.sentence.end <= row.range.end;
    let mut spots = model.article.spots.iter().filter(ends_here);
    let Some(first) = spots.next() else {
        return if is_rtl && row.number.is_some() { vec![piece(look, Role::Dim, " rtl")] } else { Vec::new() };
    };
    let current = model.article.spot().filter(|current| current.sentence == first.sentence);
    let event_idx = current.map_or(first.event, |it| it.event);
    let is_opened = model.view != View::Sources && model.event_idx() == Some(event_idx);
    let n_more = spots.count();
    let more = if n_more > 0 { format!(" +{n_more}") } else { String::new() };
    let Some(event) = model.timeline().events.get(event_idx as usize) else { return Vec::new() };
    let text = if is_opened {
        "this event".to_owned()
    } else {
        format!("{} {}", notation::write_or_undated(event.when.as_ref()), event.title)
    };
    let room = room.saturating_sub(more.len() + 4);
    let role = if current.is_some() { Role::Brand } else { Role::Dim };
    vec![piece(look, role, &format!(" {} {}{more}", look.glyphs.to_text, cut(look, &text, room)))]
}

/// Whether a paragraph is in a script that runs from right to left: by its first letter.
fn runs_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|it| it.is_alphabetic());
    first.is_some_and(|it| matches!(it, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}
