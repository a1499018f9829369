//! What lies on top of the screen for a moment: the list of keys, why a date, what to filter by, what could not be read.

use tui_input::Input;

use crate::app::command::Place;
use crate::app::keymap::{self, Binding};
use crate::app::model::Model;
use crate::calendar::{Datelike, Interval, notation};
use crate::events::{Basis, EntityKind};
use crate::timeline::trail;

/// What lies on top.
#[derive(Clone, Debug)]
pub enum Popup {
    /// The keys of a place; typing narrows them, Enter does one.
    Help {
        /// The place asked about.
        place: Place,
        /// What narrows the list.
        input: Input,
        /// The row of the cursor.
        at: usize,
    },
    /// Why an event has its date.
    Why {
        /// The first line in view.
        top: usize,
    },
    /// What could not be read.
    Problems {
        /// The row of the cursor.
        at: usize,
    },
    /// What the filter can be narrowed by.
    Values {
        /// The row of the cursor.
        at: usize,
    },
}

/// Something that the event at the cursor holds, and the part of a query that asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// What kind of thing it is.
    pub label: &'static str,
    /// It, in words.
    pub name: String,
    /// The part of a query.
    pub chip: String,
}

/// What the filter can be narrowed by at the event of the cursor.
pub fn values(model: &Model) -> Vec<Value> {
    let timeline = model.timeline();
    let Some(event) = model.event() else { return Vec::new() };
    let mut values = Vec::new();
    let mut add = |label: &'static str, field: &str, name: &str| {
        let quoted = if name.contains([' ', '|']) { format!("\"{name}\"") } else { name.to_owned() };
        let value = Value { label, name: name.to_owned(), chip: format!("{field}:{quoted}") };
        // What the query language cannot say is not offered.
        if !name.contains(['"', ',']) && !values.contains(&value) {
            values.push(value);
        }
    };
    for entity in event.entities.iter().filter_map(|&it| timeline.entities.get(it as usize)) {
        match entity.kind {
            EntityKind::Person => add("person", "who", &entity.name),
            EntityKind::Organisation => add("body", "who", &entity.name),
            EntityKind::Place => add("place", "where", &entity.name),
            EntityKind::Other => {}
        }
    }
    for item in &model.evidence.items {
        add("source", "src", &trail::outlet(timeline, item.article));
    }
    if let Some(when) = event.when.filter(|it| !it.open_start() && !it.open_end()) {
        let month = Interval::month(when.first_day().year(), when.first_day().month());
        month.iter().for_each(|it| add("month", "when", &notation::write(it)));
    }
    add("status", "status", event.status.name());
    values
}

/// The keys of a place that hold all the words typed, and that do something now.
pub fn help_rows(model: &Model, place: Place, typed: &str) -> Vec<&'static Binding> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let holds = |it: &Binding| {
        let keys: Vec<String> = it.keys.iter().map(ToString::to_string).collect();
        let what = it.what.to_lowercase();
        words.iter().all(|word| what.contains(word.as_str()) || keys.iter().any(|key| key.to_lowercase() == *word))
    };
    keymap::of(place).filter(|it| super::super::update::lack(model, it.command).is_none() && holds(it)).collect()
}

/// Why the event at the cursor has its date, as labelled lines.
pub fn why(model: &Model) -> Vec<(&'static str, String)> {
    let timeline = model.timeline();
    let mut lines = Vec::new();
    let Some(evidence) = model.evidence.current() else { return lines };
    // In the article the marked sentence may be that of another event.
    let spot = model.article.spot().filter(|_| model.pane == super::super::Pane::Article);
    let told = |it: &&u32| {
        let mention = timeline.mentions.get(**it as usize);
        mention.is_some_and(|it| spot.is_some_and(|spot| trail::sentence(timeline, it) == spot.sentence))
    };
    let event = spot.and_then(|it| timeline.events.get(it.event as usize));
    let mention_idx = event.and_then(|it| it.mentions.iter().find(told)).copied().unwrap_or(evidence.mention);
    let Some(mention) = timeline.mentions.get(mention_idx as usize) else { return lines };
    let Some(article) = timeline.articles.get(mention.document as usize) else { return lines };
    let document = article.document();
    let sentence = trail::sentence(timeline, mention);
    lines.push(("text", document.quote(sentence)));
    lines.push(("file", format!("{}:{}", model.shown_path(&document.source.path), document.place(sentence).line)));
    let published = timeline.published.get(mention.document as usize).and_then(Option::as_ref);
    let dated = mention.timex.and_then(|it| article.dated.get(it as usize));
    if let Some(dated) = dated {
        lines.push(("said", dated.reason.expression.clone()));
        if let Some((anchor, what)) = &dated.reason.anchor {
            lines.push(("leans on", format!("{} ({what})", notation::write(anchor))));
        }
        lines.push(("rule", dated.reason.rule.clone()));
    }
    match mention.basis {
        Basis::Said => {}
        Basis::Context => lines.push(("because", "it goes on from what was dated just before".to_owned())),
        Basis::ArticleDay => lines.push(("because", "no date of its own: the day that the article reports on".to_owned())),
        Basis::Nothing => lines.push(("because", "no date is said, and nothing gives one".to_owned())),
    }
    if let Some(published) = published {
        let known = format!("{} ({}: {})", notation::write(&published.when), published.basis.name(), published.why);
        lines.push(("published", known));
    }
    let precision = mention.when.map_or("none", |it| it.precision.name());
    let when = notation::write_or_undated(mention.when.as_ref());
    lines.push(("result", format!("{when}   precision {precision}")));
    for rejected in dated.iter().flat_map(|it| &it.reason.rejected) {
        lines.push(("instead", rejected.clone()));
    }
    for other in model.evidence.items.iter().filter(|it| it.mention != mention_idx && spot.is_none()) {
        let when = timeline.mentions.get(other.mention as usize).and_then(|it| it.when);
        let outlet = trail::outlet(timeline, other.article);
        let line = ("others say", format!("{outlet}: {}", when.map_or("no date".to_owned(), |it| notation::write(&it))));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
