//! What of the chronology is shown: queries typed, kept, narrowed, lifted, and the way back through them.

use super::{focused, refill};
use crate::app::filter::Step;
use crate::app::model::{Model, Pane, View};
use crate::app::prompt::{Prompt, Purpose};
use crate::app::screen::popup::{self, Popup};

pub(super) fn keep_query(model: &mut Model, before: Step) {
    if before.text != model.filter.text {
        model.filter.steps.push(before);
    }
    let is_found = !model.filter.query.is_empty() && !model.list.hits.is_empty();
    if is_found && model.view != View::Sources {
        model.pane = Pane::Evidence;
    }
}

/// Narrows the filter by the chosen value of the event.
pub(super) fn filter_by(model: &mut Model) {
    let Some(Popup::Values { at }) = model.popup.take() else { return };
    let Some(value) = popup::values(model).into_iter().nth(at) else { return };
    let before = Step { text: model.filter.text.clone(), event: focused(model) };
    let line = format!("{} {}", before.text, value.chip);
    let steps = std::mem::take(&mut model.filter.steps);
    filter(model, line.trim());
    model.filter.steps = steps;
    model.filter.steps.push(before);
}

pub(super) fn give_up_line(model: &mut Model) {
    match model.prompt.take().map(|it| it.purpose) {
        Some(Purpose::Query(before)) => {
            model.filter.set(&before.text);
            refill(model, before.event);
        }
        Some(Purpose::Find(top)) => {
            (model.article.find, model.article.found) = (String::new(), Vec::new());
            model.article.top = top;
        }
        Some(Purpose::Written(_) | Purpose::Export) | None => {}
    }
}

/// One step back through context and queries.
pub(super) fn step_back(model: &mut Model) {
    if model.filter.lifted {
        return context(model);
    }
    match model.filter.steps.pop() {
        Some(step) => {
            let event = step.event.or_else(|| focused(model));
            model.filter.set(&step.text);
            refill(model, event);
        }
        None if !model.filter.text.is_empty() => filter(model, ""),
        None if model.view != View::Chronology => model.view = View::Chronology,
        None => model.notice = Some("nothing to go back from; q quits".to_owned()),
    }
}

/// Sets the query, staying at the event.
pub(super) fn filter(model: &mut Model, line: &str) {
    let event = focused(model);
    model.filter.set(line);
    if line.is_empty() {
        model.filter.steps.clear();
    }
    refill(model, event);
}

pub(super) fn context(model: &mut Model) {
    let event = focused(model);
    model.filter.lifted = !model.filter.lifted;
    refill(model, event);
}

pub(super) fn search(model: &mut Model) {
    if model.pane == Pane::Article {
        model.prompt = Some(Prompt::new("", Purpose::Find(model.article.top)));
        return;
    }
    let before = Step { text: model.filter.text.clone(), event: focused(model) };
    let line = if before.text.is_empty() { String::new() } else { format!("{} ", before.text) };
    model.pane = Pane::List;
    model.prompt = Some(Prompt::new(&line, Purpose::Query(before)));
}
