//! What a reader takes away: a citation of an event, and the quote behind it.

use super::Model;
use crate::calendar::notation;
use crate::timeline::trail;

/// The event in one line: date, title, outlet, day of writing, file and line.
pub fn citation(model: &Model) -> Option<String> {
    let event = model.event()?;
    let when = notation::write_or_undated(event.when.as_ref());
    Some(match source(model) {
        Some(source) => format!("{when}  {}. {source}", event.title),
        None => format!("{when}  {}.", event.title),
    })
}

/// The sentence in quotation marks, and where it stands.
pub fn quote(model: &Model) -> Option<String> {
    let evidence = model.evidence.current()?;
    let document = model.timeline().articles.get(evidence.article as usize)?.document();
    Some(format!("\u{201c}{}\u{201d} {}", document.quote(evidence.sentence), source(model)?))
}

fn source(model: &Model) -> Option<String> {
    let evidence = model.evidence.current()?;
    let timeline = model.timeline();
    let path = &timeline.articles.get(evidence.article as usize)?.document().source.path;
    let (outlet, published) = (trail::outlet(timeline, evidence.article), trail::published(timeline, evidence.article));
    Some(format!("{outlet}, {published}, {path}:{}", evidence.place.line))
}
