//! What each command does to the model.

use super::{correct, lack, list_height, narrow, refill, target};
use crate::app::cite;
use crate::app::command::{Command, Place};
use crate::app::message::Effect;
use crate::app::model::{Model, Pane, View};
use crate::app::prompt::{Prompt, Purpose};
use crate::app::screen::popup::{self, Popup};

/// Does what a command says in a place.
pub(super) fn obey(model: &mut Model, place: Place, command: Command) -> Vec<Effect> {
    if let Some(missing) = lack(model, command) {
        model.notice = Some(missing.to_owned());
        return Vec::new();
    }
    match command {
        Command::Leave => return vec![Effect::Quit],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Redraw => return vec![Effect::Redraw],
        Command::Quit => return quit(model),
        Command::In => return go_in(model, place),
        Command::Edit => return edit(model),
        Command::SetWritten => correct::ask(model),
        Command::Undo | Command::Redo => return correct::step(model, command == Command::Undo),
        Command::FilterBy => model.popup = Some(Popup::Values { at: 0 }),
        Command::Export => model.prompt = Some(Prompt::new("", Purpose::Export)),
        Command::ReadAgain => return vec![Effect::ReadAgain],
        Command::CopyCitation => return copy(cite::citation(model), "citation"),
        Command::CopyQuote => return copy(cite::quote(model), "quote"),
        Command::Out => go_out(model, place),
        Command::Down => step(model, place, 1),
        Command::Up => step(model, place, -1),
        Command::HalfDown => page(model, place, 1, 2),
        Command::HalfUp => page(model, place, -1, 2),
        Command::PageDown => page(model, place, 1, 1),
        Command::PageUp => page(model, place, -1, 1),
        Command::First => jump(model, place, isize::MIN),
        Command::Last => jump(model, place, isize::MAX),
        Command::NextPane => tab(model, false),
        Command::PreviousPane => tab(model, true),
        Command::NextPeriod => period(model, place, false),
        Command::PreviousPeriod => period(model, place, true),
        Command::NextSource => source(model, 1),
        Command::PreviousSource => source(model, -1),
        Command::NextMatch => next_match(model, false),
        Command::PreviousMatch => next_match(model, true),
        Command::NextConflict => conflict(model, false),
        Command::PreviousConflict => conflict(model, true),
        Command::Chronology => view(model, View::Chronology),
        Command::Bars => view(model, View::Bars),
        Command::Sources => view(model, View::Sources),
        Command::ZoomIn | Command::ZoomOut | Command::ZoomAll | Command::ZoomEvent => zoom(model, command),
        Command::PanEarlier => pan(model, true),
        Command::PanLater => pan(model, false),
        Command::Search => narrow::search(model),
        Command::Context => narrow::context(model),
        Command::DropChip => {
            let line = model.filter.without_last();
            narrow::filter(model, &line);
        }
        Command::ClearFilter => narrow::filter(model, ""),
        Command::Why => model.popup = Some(Popup::Why { top: 0 }),
        Command::Side => model.side = !model.side,
        Command::Problems => model.popup = Some(Popup::Problems { at: 0 }),
        Command::Help => model.popup = Some(Popup::Help { place, input: tui_input::Input::default(), at: 0 }),
    }
    Vec::new()
}

/// Rows of the article's text in view.
pub(super) fn article_height(model: &Model) -> u16 {
    model.layout().map_or(1, |it| it.article_inside().height.saturating_sub(super::ARTICLE_HEAD))
}

fn quit(model: &mut Model) -> Vec<Effect> {
    if model.popup.take().is_some() {
        return Vec::new();
    }
    match (model.pane, model.view) {
        (Pane::List, _) => return vec![Effect::Quit],
        (Pane::Article, View::Chronology | View::Bars) => model.pane = Pane::Evidence,
        (Pane::Article, View::Sources) | (Pane::Evidence, _) => model.pane = Pane::List,
    }
    Vec::new()
}

fn copy(text: Option<String>, what: &'static str) -> Vec<Effect> {
    text.map(|text| Effect::Copy { text, what }).into_iter().collect()
}

fn edit(model: &mut Model) -> Vec<Effect> {
    let Some(target) = target(model) else { return Vec::new() };
    let Some(article) = model.timeline().articles.get(target.article as usize) else { return Vec::new() };
    let document = article.document();
    let spot = model.article.spot().filter(|_| model.pane == Pane::Article).map(|it| it.sentence);
    let line = spot.or(target.told.map(|it| it.0)).map_or(1, |it| document.place(it).line);
    vec![Effect::Edit { path: document.source.path.clone(), line }]
}

fn go_in(model: &mut Model, place: Place) -> Vec<Effect> {
    match place {
        Place::List | Place::Bars if model.event().is_some() => model.pane = Pane::Evidence,
        Place::List | Place::Bars => model.notice = Some("no event here".to_owned()),
        Place::Evidence if !model.evidence.items.is_empty() => enter_article(model),
        Place::Sources if target(model).is_some() => enter_article(model),
        Place::Article => open_spot(model),
        Place::Prompt => return keep_line(model),
        Place::Help => return do_chosen(model),
        Place::Values => narrow::filter_by(model),
        Place::Evidence | Place::Sources | Place::Page => {}
    }
    Vec::new()
}

/// Goes into the article at the sentence, wherever it was scrolled to before.
fn enter_article(model: &mut Model) {
    model.pane = Pane::Article;
    model.article.target = None;
}

/// Opens the marked event of the article in the chronology, out of the filter where that hides it.
fn open_spot(model: &mut Model) {
    let Some(spot) = model.article.spot() else {
        model.notice = Some("no event is marked; n marks the next".to_owned());
        return;
    };
    let article = model.article.of.map(|it| it.0);
    if model.view == View::Sources {
        model.view = View::Chronology;
    }
    let key = model.timeline().events.get(spot.event as usize).map(|it| it.key);
    if !model.list.hits.iter().any(|it| it.event == spot.event) {
        model.filter.lifted = true;
        refill(model, key);
        model.notice = Some("outside the filter: lifted, c brings it back".to_owned());
    }
    model.list.at = model.list.hits.partition_point(|it| it.event < spot.event);
    model.pane = Pane::Evidence;
    super::settle(model);
    model.evidence.at = model.evidence.items.iter().position(|it| Some(it.article) == article).unwrap_or(0);
}

fn keep_line(model: &mut Model) -> Vec<Effect> {
    let Some(prompt) = model.prompt.take() else { return Vec::new() };
    match &prompt.purpose {
        Purpose::Query(before) => narrow::keep_query(model, before.clone()),
        Purpose::Find(_) => {}
        Purpose::Written(article) => {
            let effects = correct::set(model, article, prompt.input.value().trim());
            // What is no date is given back to be mended.
            model.prompt = Some(prompt).filter(|_| effects.is_empty() && model.notice.is_some());
            return effects;
        }
        Purpose::Export => return export(model, prompt.input.value().trim()),
    }
    Vec::new()
}

fn export(model: &mut Model, path: &str) -> Vec<Effect> {
    if path.is_empty() {
        model.notice = Some("nothing written: no file was named".to_owned());
        return Vec::new();
    }
    let query = if model.filter.is_on() { model.filter.text.clone() } else { String::new() };
    vec![Effect::Export { path: path.to_owned(), events: model.list.hits.iter().map(|it| it.event).collect(), query }]
}

fn do_chosen(model: &mut Model) -> Vec<Effect> {
    let Some(Popup::Help { place, input, at }) = model.popup.take() else { return Vec::new() };
    let chosen = popup::help_rows(model, place, input.value()).get(at).map(|it| it.command);
    chosen.map(|it| obey(model, place, it)).unwrap_or_default()
}

fn go_out(model: &mut Model, place: Place) {
    match place {
        Place::Help | Place::Page | Place::Values => model.popup = None,
        Place::Prompt => narrow::give_up_line(model),
        Place::Article if !model.article.found.is_empty() => {
            (model.article.find, model.article.found) = (String::new(), Vec::new());
        }
        Place::Article if model.view == View::Sources => model.pane = Pane::List,
        Place::Article => model.pane = Pane::Evidence,
        Place::Evidence => model.pane = Pane::List,
        Place::List | Place::Bars | Place::Sources => narrow::step_back(model),
    }
}

fn step(model: &mut Model, place: Place, by: isize) {
    let n_rows = match &model.popup {
        Some(Popup::Help { place, input, .. }) => popup::help_rows(model, *place, input.value()).len(),
        Some(Popup::Why { .. }) => popup::why(model).len(),
        Some(Popup::Problems { .. }) => model.timeline().problems.len(),
        Some(Popup::Values { .. }) => popup::values(model).len(),
        None => 0,
    };
    if let Some(Popup::Help { at, .. } | Popup::Why { top: at } | Popup::Problems { at } | Popup::Values { at }) =
        &mut model.popup
    {
        *at = at.saturating_add_signed(by).min(n_rows.saturating_sub(1));
        return;
    }
    match place {
        Place::Article => model.article.scroll(by, article_height(model)),
        Place::Sources => model.sources.step(by),
        Place::Prompt if model.pane == Pane::Article => model.article.scroll(by, article_height(model)),
        Place::Prompt if model.view == View::Sources => model.sources.step(by),
        Place::List | Place::Evidence | Place::Bars | Place::Prompt | Place::Help | Place::Page | Place::Values => {
            model.list.step(by);
        }
    }
}

fn page(model: &mut Model, place: Place, sign: isize, part: usize) {
    let rows = |n: usize| sign * (n / part).saturating_sub(2 - part.min(2)).max(1) as isize;
    match place {
        Place::List | Place::Evidence | Place::Bars => {
            let by = rows(list_height(model));
            model.list.step_rows(by);
        }
        Place::Prompt if model.pane == Pane::List && model.view != View::Sources => {
            let by = rows(list_height(model));
            model.list.step_rows(by);
        }
        Place::Article => step(model, place, rows(article_height(model) as usize)),
        Place::Sources | Place::Prompt => step(model, place, rows(list_height(model))),
        Place::Help | Place::Page | Place::Values => step(model, place, rows(10)),
    }
}

/// To the first or the last of whatever a place steps through.
fn jump(model: &mut Model, place: Place, by: isize) {
    step(model, place, by);
}

fn tab(model: &mut Model, back: bool) {
    if model.view == View::Sources || model.evidence.items.is_empty() {
        return;
    }
    model.pane = match (model.pane, back) {
        (Pane::List, false) | (Pane::Article, true) => Pane::Evidence,
        (Pane::Evidence, false) | (Pane::List, true) => Pane::Article,
        (Pane::Article, false) | (Pane::Evidence, true) => Pane::List,
    };
}

fn period(model: &mut Model, place: Place, back: bool) {
    match place {
        Place::Article => model.article.scroll_paragraph(back, article_height(model)),
        Place::Sources => model.sources.step(if back { -10 } else { 10 }),
        Place::List | Place::Evidence | Place::Bars | Place::Prompt | Place::Help | Place::Page | Place::Values => {
            model.list.step_period(back);
        }
    }
}

fn source(model: &mut Model, by: isize) {
    if model.view == View::Sources {
        model.sources.step(by);
    } else {
        let before = model.evidence.at;
        model.evidence.step(by);
        if model.evidence.at == before {
            model.notice =
                Some(if by > 0 { "the last source of this event" } else { "the first source of this event" }.to_owned());
        }
    }
}

fn next_match(model: &mut Model, back: bool) {
    let end = if back { "no match before this" } else { "no match after this" };
    if model.pane == Pane::Article {
        let height = article_height(model);
        if !model.article.found.is_empty() {
            model.article.hop_found(back, height);
        } else if !model.article.hop(back, height) {
            let end = if back { "the first event in this article" } else { "the last event in this article" };
            model.notice = Some(end.to_owned());
        }
        return;
    }
    if !model.filter.lifted {
        let before = model.list.at;
        model.list.step(if back { -1 } else { 1 });
        if model.list.at == before {
            model.notice = Some(end.to_owned());
        }
        return;
    }
    let Some(here) = model.event_idx() else { return };
    let found =
        if back { model.matched.iter().rev().find(|&&it| it < here) } else { model.matched.iter().find(|&&it| it > here) };
    match found {
        // With the filter lifted every event is shown, so a hit's place is its event's.
        Some(&event) => model.list.at = event as usize,
        None => model.notice = Some(end.to_owned()),
    }
}

fn conflict(model: &mut Model, back: bool) {
    let events = &model.snapshot.timeline.events;
    let in_conflict = |it: &usize| {
        let hit = model.list.hits.get(*it);
        hit.and_then(|it| events.get(it.event as usize)).is_some_and(|it| it.in_conflict())
    };
    let (at, n_hits) = (model.list.at, model.list.hits.len());
    let found = if back { (0..at).rev().find(in_conflict) } else { (at + 1..n_hits).find(in_conflict) };
    let Some(found) = found else {
        model.notice = Some(if back { "no conflict before this" } else { "no conflict after this" }.to_owned());
        return;
    };
    model.list.at = found;
    if model.pane == Pane::Article {
        model.pane = Pane::Evidence;
    }
}

fn view(model: &mut Model, view: View) {
    model.view = view;
    model.pane = Pane::List;
}

fn bars_scale(model: &Model) -> Option<((crate::calendar::Date, i64), usize)> {
    let n_cells = crate::app::layout::bars_cells(model.layout()?.main_inside().width);
    Some((model.bars.scale(model.timeline(), &model.list.hits, n_cells)?, n_cells))
}

fn zoom(model: &mut Model, command: Command) {
    let Some((scale, n_cells)) = bars_scale(model) else { return };
    let when = model.event().and_then(|it| it.when);
    let focus = when.map(|it| if it.open_start() { it.last_day() } else { it.first_day() });
    match (command, when) {
        (Command::ZoomAll, _) => model.bars.window = None,
        (Command::ZoomEvent, Some(when)) => model.bars.fit(&when, n_cells),
        (Command::ZoomEvent, None) => model.notice = Some("this event has no date".to_owned()),
        (Command::ZoomIn, _) => model.bars.zoom(scale, focus, true),
        _ => model.bars.zoom(scale, focus, false),
    }
}

fn pan(model: &mut Model, back: bool) {
    let Some((scale, n_cells)) = bars_scale(model) else { return };
    let by = (n_cells / 4).max(1) as i64;
    model.bars.pan(scale, if back { -by } else { by });
}
