//! What the reader sets right: the day an article was written, back and forth. The journal is written before it counts.

use super::target;
use crate::app::message::Effect;
use crate::app::model::{Model, Pane};
use crate::app::prompt::{Prompt, Purpose};
use crate::calendar::notation;
use crate::timeline::correction::Correction;

/// Asks when the article looked at was written.
pub(super) fn ask(model: &mut Model) {
    let shown = model.article.of.map(|it| it.0).filter(|_| model.pane == Pane::Article);
    let Some(article) = shown.or_else(|| target(model).map(|it| it.article)) else { return };
    let Some(id) = model.timeline().articles.get(article as usize).map(|it| it.document().source.id.clone()) else { return };
    let line = model.history.now.written.get(&id).map(notation::write).unwrap_or_default();
    model.prompt = Some(Prompt::new(&line, Purpose::Written(id)));
}

/// Sets the day; an empty line gives the article back to the program's own judgement.
pub(super) fn set(model: &mut Model, article: &str, line: &str) -> Vec<Effect> {
    let when = notation::parse(line);
    if when.is_none() && !line.is_empty() {
        model.notice = Some(format!("{line:?} is no date; write it as 2024-03-14, 2024-03 or 2024-03-12..14"));
        return Vec::new();
    }
    if model.history.now.written.get(article) == when.as_ref() {
        return Vec::new();
    }
    let correction = Correction::Written { article: article.to_owned(), when };
    let before = Box::new(model.history.clone());
    model.history.make(&correction);
    vec![Effect::Correct { correction, before }]
}

/// One correction back, or forth.
pub(super) fn step(model: &mut Model, back: bool) -> Vec<Effect> {
    let before = Box::new(model.history.clone());
    let correction = if back { model.history.undo() } else { model.history.redo() };
    correction.map(|correction| Effect::Correct { correction, before }).into_iter().collect()
}
