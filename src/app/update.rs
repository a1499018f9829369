//! One message at a time: the model changes, and what is asked of the world comes back as values.

mod correct;
mod deed;
mod narrow;
mod typing;

use std::sync::Arc;

use super::command::{Command, Place};
use super::keymap;
use super::message::{Effect, Key, Msg};
use super::model::{Model, Pane, Reading, Snapshot, View};
use super::screen::article::Target;
use super::screen::popup::Popup;
use super::strip;
use crate::events::EventKey;
use crate::timeline::{search::Hit, trail};

/// Takes a message in.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let effects = match msg {
        Msg::Key(key) => take_key(model, key),
        Msg::Paste(text) => {
            typing::paste(model, &text);
            Vec::new()
        }
        Msg::Resize(size) => {
            model.size = size;
            Vec::new()
        }
        Msg::Progress(progress) => {
            model.reading = Reading::Under(progress);
            Vec::new()
        }
        Msg::Indexed(snapshot) => {
            take_snapshot(model, snapshot);
            Vec::new()
        }
        Msg::Finished => {
            if model.is_reading() {
                model.reading = Reading::Done;
            }
            Vec::new()
        }
        Msg::Failed(why) => {
            model.reading = Reading::Failed(why);
            Vec::new()
        }
        Msg::Notice(text) => {
            model.notice = Some(text);
            Vec::new()
        }
        Msg::NotKept { before, why } => {
            model.history = *before;
            model.notice = Some(why);
            Vec::new()
        }
    };
    settle(model);
    effects
}

/// Where a key pressed now is pressed.
pub fn place(model: &Model) -> Place {
    match (&model.popup, &model.prompt, model.pane, model.view) {
        (Some(Popup::Help { .. }), ..) => Place::Help,
        (Some(Popup::Why { .. } | Popup::Problems { .. }), ..) => Place::Page,
        (Some(Popup::Values { .. }), ..) => Place::Values,
        (None, Some(_), ..) => Place::Prompt,
        (None, None, Pane::Evidence, _) => Place::Evidence,
        (None, None, Pane::Article, _) => Place::Article,
        (None, None, Pane::List, View::Chronology) => Place::List,
        (None, None, Pane::List, View::Bars) => Place::Bars,
        (None, None, Pane::List, View::Sources) => Place::Sources,
    }
}

fn take_key(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    model.touched = true;
    let place = place(model);
    match (keymap::find(place, key), place) {
        (Some(command), _) => deed::obey(model, place, command),
        (None, Place::Prompt | Place::Help) => {
            typing::take(model, key);
            Vec::new()
        }
        (None, _) => {
            model.notice = Some(format!("{key} does nothing here; ? shows the keys"));
            Vec::new()
        }
    }
}

/// What is missing for a command to do something now; `None` where it will.
pub fn lack(model: &Model, command: Command) -> Option<&'static str> {
    let list = &model.list;
    let missing = |is_there: bool, what: &'static str| (!is_there).then_some(what);
    match command {
        Command::ClearFilter | Command::DropChip => missing(!model.filter.text.is_empty(), "no filter to drop"),
        Command::Context => missing(!model.filter.query.is_empty(), "no filter to lift"),
        Command::NextMatch | Command::PreviousMatch if model.pane == Pane::Article => {
            missing(!model.article.spots.is_empty() || !model.article.found.is_empty(), "no event in this article")
        }
        Command::In if model.prompt.is_none() && model.popup.is_none() && model.pane != Pane::Article => {
            let is_there = if model.view == View::Sources { !model.sources.rows.is_empty() } else { model.event().is_some() };
            missing(is_there, "nothing to go into yet")
        }
        Command::NextMatch | Command::PreviousMatch if list.hits.len() == 1 && !model.filter.lifted => {
            Some("this is the only match")
        }
        Command::NextMatch | Command::PreviousMatch => {
            missing(!model.filter.query.is_empty(), "nothing searched for yet; / searches")
        }
        Command::NextConflict | Command::PreviousConflict => missing(list.n_conflicts > 0, "no conflict in what is shown"),
        Command::Why | Command::CopyCitation | Command::CopyQuote => missing(!model.evidence.items.is_empty(), "no event here"),
        Command::NextSource | Command::PreviousSource if model.view == View::Sources => {
            missing(model.sources.rows.len() > 1, "no other article")
        }
        Command::NextSource | Command::PreviousSource => {
            missing(model.evidence.items.len() > 1, "one source alone tells this event")
        }
        Command::Edit | Command::SetWritten => missing(target(model).is_some(), "no article here"),
        Command::Undo => missing(model.history.can_undo(), "nothing to undo"),
        Command::Redo => missing(model.history.can_redo(), "nothing to redo"),
        Command::FilterBy => missing(model.event().is_some(), "no event here"),
        Command::Export => missing(!list.hits.is_empty(), "no event is shown"),
        Command::ReadAgain => missing(!model.is_reading(), "the articles are being read"),
        Command::Problems => missing(!model.timeline().problems.is_empty(), "no problems: every file was read"),
        Command::Side => missing(model.size.height >= 18, "no room for the evidence beside the list"),
        _ => None,
    }
}

/// The article to be shown, and where in it.
pub fn target(model: &Model) -> Option<Target> {
    if model.view == View::Sources {
        let article = model.sources.rows.get(model.sources.at)?.article;
        return Some(Target { article, told: None });
    }
    let evidence = model.evidence.current()?;
    Some(Target { article: evidence.article, told: Some((evidence.sentence, model.event_idx()?)) })
}

/// Brings everything that follows from the rest up to date: evidence, article, scroll, overview.
pub fn settle(model: &mut Model) {
    let event_idx = model.event_idx();
    let snapshot = Arc::clone(&model.snapshot);
    model.evidence.show(&snapshot.timeline, event_idx);
    if model.view == View::Sources {
        let filter = if model.filter.is_on() { model.filter.text.clone() } else { String::new() };
        model.sources.fill(&snapshot.timeline, &model.list.hits, &filter);
    }
    let Some(layout) = model.layout() else { return };
    if layout.article.is_some() {
        let inside = layout.article_inside();
        let height = inside.height.saturating_sub(ARTICLE_HEAD);
        model.article.show(&snapshot.timeline, target(model), (inside.width, height));
    }
    model.list.scroll(list_height(model));
    if model.view == View::Bars
        && let Some(when) = model.event().and_then(|it| it.when)
    {
        let n_cells = super::layout::bars_cells(layout.main_inside().width);
        model.bars.follow(&when, n_cells);
    }
    model.sources.scroll(list_height(model));
    if let Some(strip) = layout.strip {
        strip::refresh(model, strip.width.saturating_sub(2) as usize);
    }
}

/// Rows at the top of the article pane that do not scroll.
pub const ARTICLE_HEAD: u16 = 2;

/// Rows of events in view.
pub fn list_height(model: &Model) -> usize {
    let Some(layout) = model.layout() else { return 1 };
    let head = u16::from(layout.bordered || model.view != View::Chronology);
    layout.main_inside().height.saturating_sub(head) as usize
}

/// Looks for what the filter shows, and puts the cursor at the event, or the nearest after it.
fn refill(model: &mut Model, event: Option<EventKey>) {
    let snapshot = Arc::clone(&model.snapshot);
    let timeline = &snapshot.timeline;
    let at = event.and_then(|it| timeline.find(it));
    let find = || snapshot.index.find(timeline, &model.filter.query);
    let everything = || (0u32..).take(timeline.events.len()).map(|event| Hit { event, ..Hit::default() });
    let hits = if model.filter.is_on() {
        find()
    } else if model.filter.lifted {
        let mut hits: Vec<Hit> = everything().collect();
        let found = find();
        model.matched = found.iter().map(|it| it.event).collect();
        for hit in found {
            let event = hit.event as usize;
            hits[event] = hit;
        }
        hits
    } else {
        everything().collect()
    };
    model.list.fill(timeline, &snapshot.date_cells, hits);
    if let Some(at) = at {
        let hits = &model.list.hits;
        model.list.at = hits.partition_point(|it| (it.event as usize) < at).min(hits.len().saturating_sub(1));
    }
}

fn focused(model: &Model) -> Option<EventKey> {
    model.event().map(|it| it.key)
}

/// Takes a newer chronology in; the cursor stays with its event, or with the sentence that told it.
fn take_snapshot(model: &mut Model, snapshot: Arc<Snapshot>) {
    if snapshot.timeline.generation < model.timeline().generation {
        return;
    }
    let key = focused(model);
    let event = key.filter(|&it| snapshot.timeline.find(it).is_some()).or_else(|| follow(model, &snapshot));
    model.snapshot = snapshot;
    let at = model.list.at;
    refill(model, event);
    if !model.touched {
        model.list.at = 0;
    } else if event.is_none() {
        model.list.at = at.min(model.list.hits.len().saturating_sub(1));
    }
}

/// The event that now tells the sentence looked at.
fn follow(model: &Model, snapshot: &Snapshot) -> Option<EventKey> {
    let evidence = model.evidence.current()?;
    let source = &model.timeline().articles.get(evidence.article as usize)?.document().source;
    let timeline = &snapshot.timeline;
    let article = timeline.articles.iter().position(|it| &it.document().source == source)? as u32;
    let tells = |it: &u32| {
        let mention = timeline.mentions.get(*it as usize);
        mention.is_some_and(|it| it.document == article && trail::sentence(timeline, it) == evidence.sentence)
    };
    timeline.events.iter().find(|it| it.mentions.iter().any(tells)).map(|it| it.key)
}

/// What the help line calls a key now.
pub fn hint(model: &Model, place: Place, binding: &keymap::Binding) -> &'static str {
    match (binding.command, place) {
        (Command::NextMatch, Place::Article) if !model.article.found.is_empty() => "next find",
        (Command::Out, Place::Article) if !model.article.found.is_empty() => "end find",
        (Command::Out, Place::List) if model.filter.text.is_empty() => "",
        (Command::Search, Place::Article) => "find",
        (Command::Quit, Place::Article | Place::Evidence) => "close",
        (Command::Context, _) if model.filter.lifted => "filter again",
        (Command::In, Place::Prompt) if model.pane == Pane::Article => "keep",
        _ => binding.hint,
    }
}
