//! The JSON contract `dateline/1`: every date with its interval, its source lines and the reason for it.

use serde::Serialize;
use std::io::{self, Write};

use super::Selection;
use crate::calendar::{Interval, Precision, notation};
use crate::events::{Conflict, ConflictKind, EntityKind, Event, Mention};
use crate::timeline::{Timeline, trail};

/// The first day, the last day (both inside), the precision and the notation of an interval.
#[derive(Serialize)]
struct When {
    start: Option<String>,
    end: Option<String>,
    precision: Option<&'static str>,
    notation: String,
}

impl When {
    fn of(when: Option<&Interval>) -> When {
        When {
            start: when.filter(|it| !it.open_start()).map(first),
            end: when.filter(|it| !it.open_end()).map(last),
            precision: when.map(|it| it.precision.name()),
            notation: notation::write_or_undated(when),
        }
    }
}

/// Whether the text gives a time on the clock; parts of a day are not one.
fn has_clock(when: &Interval) -> bool {
    matches!(when.precision, Precision::Minute | Precision::Hour)
}

/// The first moment inside, in ISO 8601.
pub fn first(when: &Interval) -> String {
    notation::iso(when.start, has_clock(when))
}

/// The last day, or the last minute, inside, in ISO 8601.
pub fn last(when: &Interval) -> String {
    if has_clock(when) { notation::iso(when.last_minute(), true) } else { notation::iso(when.last_day().into(), false) }
}

#[derive(Serialize)]
struct Export<'a> {
    format: &'static str,
    generator: String,
    query: &'a str,
    documents: Vec<Document<'a>>,
    events: Vec<EventOut<'a>>,
    problems: Vec<ProblemOut<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    id: &'a str,
    path: &'a str,
    title: Option<&'a str>,
    source: Option<&'a str>,
    author: Option<&'a str>,
    url: Option<&'a str>,
    language: &'a str,
    paragraphs: usize,
    sha256: &'a str,
    published: Option<PublishedOut<'a>>,
    copy_of: Option<&'a str>,
}

#[derive(Serialize)]
struct PublishedOut<'a> {
    #[serde(flatten)]
    when: When,
    basis: &'static str,
    why: &'a str,
}

#[derive(Serialize)]
struct EventOut<'a> {
    id: String,
    title: &'a str,
    #[serde(flatten)]
    when: When,
    status: &'static str,
    people: Vec<&'a str>,
    places: Vec<&'a str>,
    organisations: Vec<&'a str>,
    salience: f64,
    articles: u32,
    independent_sources: u32,
    conflicts: Vec<ConflictOut<'a>>,
    linked: Option<String>,
    evidence: Vec<EvidenceOut<'a>>,
}

#[derive(Serialize)]
struct ConflictOut<'a> {
    of: &'static str,
    what: &'a str,
    values: Vec<ValueOut<'a>>,
}

#[derive(Serialize)]
struct ValueOut<'a> {
    value: &'a str,
    evidence: &'a [u32],
}

#[derive(Serialize)]
struct EvidenceOut<'a> {
    document: &'a str,
    paragraph: u32,
    sentence: u32,
    line: u32,
    bytes: Option<(u64, u64)>,
    text: String,
    status: &'static str,
    date: Option<DateOut<'a>>,
}

#[derive(Serialize)]
struct DateOut<'a> {
    expression: Option<String>,
    bytes: Option<(u64, u64)>,
    start: Option<String>,
    end: Option<String>,
    precision: Option<&'static str>,
    anchor: Option<String>,
    rule: &'a str,
    why: String,
}

#[derive(Serialize)]
struct ProblemOut<'a> {
    path: &'a str,
    line: Option<u32>,
    what: &'a str,
}

/// Writes the selection as one JSON document.
pub fn write(selection: &Selection, out: &mut impl Write) -> io::Result<()> {
    let timeline = selection.timeline;
    let export = Export {
        format: "dateline/1",
        generator: format!("dateline {}", env!("CARGO_PKG_VERSION")),
        query: selection.query,
        documents: (0u32..).zip(&timeline.articles).map(|(idx, _)| document(timeline, idx)).collect(),
        events: selection.events().map(|it| event(timeline, it)).collect(),
        problems: timeline.problems.iter().map(|it| ProblemOut { path: &it.path, line: it.line, what: &it.what }).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &export)?;
    writeln!(out)
}

/// Writes the selected events as JSON Lines, an event a line.
pub fn write_lines(selection: &Selection, out: &mut impl Write) -> io::Result<()> {
    for it in selection.events() {
        serde_json::to_writer(&mut *out, &event(selection.timeline, it))?;
        writeln!(out)?;
    }
    Ok(())
}

fn id(timeline: &Timeline, article: u32) -> &str {
    timeline.articles.get(article as usize).map_or("", |it| it.document().source.id.as_str())
}

fn document(timeline: &Timeline, idx: u32) -> Document<'_> {
    let article = &timeline.articles[idx as usize];
    let source = &article.document().source;
    let published = timeline.published.get(idx as usize).and_then(Option::as_ref);
    Document {
        id: &source.id,
        path: &source.path,
        title: source.title.as_deref(),
        source: source.outlet.as_deref(),
        author: source.author.as_deref(),
        url: source.url.as_deref(),
        language: source.language.as_deref().unwrap_or("en"),
        paragraphs: article.document().paragraphs.len(),
        sha256: &source.sha256,
        published: published.map(|it| PublishedOut { when: When::of(Some(&it.when)), basis: it.basis.name(), why: &it.why }),
        copy_of: article.copy_of.map(|it| id(timeline, it)),
    }
}

fn event<'a>(timeline: &'a Timeline, event: &'a Event) -> EventOut<'a> {
    let named = |kind: EntityKind| {
        let entities = event.entities.iter().filter_map(|&it| timeline.entities.get(it as usize));
        entities.filter(|it| it.kind == kind).map(|it| it.name.as_str()).collect()
    };
    let mentions = event.mentions.iter().filter_map(|&it| timeline.mentions.get(it as usize));
    EventOut {
        id: event.key.to_string(),
        title: &event.title,
        when: When::of(event.when.as_ref()),
        status: event.status.name(),
        people: named(EntityKind::Person),
        places: named(EntityKind::Place),
        organisations: named(EntityKind::Organisation),
        salience: (f64::from(event.salience) * 100.0).round() / 100.0,
        articles: event.articles,
        independent_sources: event.independent,
        conflicts: event.conflicts.iter().map(conflict).collect(),
        linked: event.linked.map(|it| it.to_string()),
        evidence: mentions.map(|it| evidence(timeline, it)).collect(),
    }
}

fn conflict(conflict: &Conflict) -> ConflictOut<'_> {
    let of = match conflict.of {
        ConflictKind::Date => "date",
        ConflictKind::Figure => "figure",
    };
    let values = conflict.values.iter().map(|it| ValueOut { value: &it.value, evidence: &it.mentions });
    ConflictOut { of, what: &conflict.what, values: values.collect() }
}

fn evidence<'a>(timeline: &'a Timeline, mention: &Mention) -> EvidenceOut<'a> {
    let article = &timeline.articles[mention.document as usize];
    let document = article.document();
    let range = trail::sentence(timeline, mention);
    let sentence = document.sentences.get(mention.sentence as usize);
    let place = document.place(range);
    EvidenceOut {
        document: id(timeline, mention.document),
        paragraph: sentence.and_then(|it| document.paragraphs.get(it.paragraph as usize)).map_or(0, |it| it.number),
        sentence: sentence.map_or(0, |it| it.number),
        line: place.line,
        bytes: place.bytes,
        text: document.quote(range),
        status: mention.status.name(),
        date: date(timeline, mention),
    }
}

fn date<'a>(timeline: &'a Timeline, mention: &Mention) -> Option<DateOut<'a>> {
    let article = &timeline.articles[mention.document as usize];
    let when = mention.when.as_ref()?;
    let timex = mention.timex.and_then(|it| article.analysis.timexes.get(it as usize));
    let dated = mention.timex.and_then(|it| article.dated.get(it as usize));
    let anchor = match dated {
        Some(dated) => dated.reason.anchor.as_ref().map(|it| it.0),
        None => article.published,
    };
    Some(DateOut {
        expression: timex.map(|it| article.document().quote(it.range)),
        bytes: timex.and_then(|it| article.document().place(it.range).bytes),
        start: (!when.open_start()).then(|| first(when)),
        end: (!when.open_end()).then(|| last(when)),
        precision: Some(when.precision.name()),
        anchor: anchor.map(|it| notation::write(&it)),
        rule: timex.map_or("reported-day", |it| it.rule),
        why: trail::why(timeline, mention),
    })
}
