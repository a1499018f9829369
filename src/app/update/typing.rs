//! Keys that are text: into the query line, the words to find, or what narrows the list of keys.

use crate::app::message::Key;
use crate::app::model::Model;
use crate::app::prompt::{self, Purpose};
use crate::app::screen::popup::Popup;

/// Types a key where the cursor is.
pub(super) fn take(model: &mut Model, key: Key) {
    if let Some(Popup::Help { input, at, .. }) = &mut model.popup {
        if prompt::type_key(input, key) {
            *at = 0;
        }
        return;
    }
    let Some(prompt) = &mut model.prompt else { return };
    if prompt::type_key(&mut prompt.input, key) {
        changed(model);
    }
}

/// Pastes a text where the cursor is; while nothing is typed it is only text, and does nothing.
pub(super) fn paste(model: &mut Model, text: &str) {
    if let Some(Popup::Help { input, at, .. }) = &mut model.popup {
        prompt::paste(input, text);
        *at = 0;
    } else if let Some(prompt) = &mut model.prompt {
        prompt::paste(&mut prompt.input, text);
        changed(model);
    }
}

/// Shows what the line now asks for.
fn changed(model: &mut Model) {
    let Some(prompt) = &model.prompt else { return };
    let line = prompt.input.value().to_owned();
    match &prompt.purpose {
        Purpose::Query(before) => {
            let event = before.event;
            model.filter.set(&line);
            super::refill(model, event);
            // What matches in its title is what is looked for, sooner than what only stands near.
            let is_there = |it: &crate::timeline::search::Hit| !it.marks.is_empty();
            let list = &mut model.list;
            if !list.hits.get(list.at).is_some_and(is_there) {
                let after = list.hits.iter().skip(list.at).position(is_there).map(|it| it + list.at);
                list.at = after.or_else(|| list.hits.iter().position(is_there)).unwrap_or(list.at);
            }
        }
        Purpose::Find(top) => {
            let top = *top;
            let article = model.article.of.and_then(|it| model.snapshot.timeline.articles.get(it.0 as usize));
            let text = article.map(|it| it.document().text.as_str()).unwrap_or_default();
            model.article.look_for(text, &line);
            model.article.top = top;
            let height = super::deed::article_height(model);
            model.article.hop_found(false, height);
        }
        Purpose::Written(_) | Purpose::Export => {}
    }
}
