//! The way down: from an event to its mentions, to the sentence, to the paragraph and line of the file, and back up.

use super::Timeline;
use crate::calendar::{Datelike, Interval, notation};
use crate::events::{Basis, Event, Mention};
use crate::text::{Place, TextRange};

/// One sentence of one article behind an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Index of the mention.
    pub mention: u32,
    /// Index of the article.
    pub article: u32,
    /// The sentence in the article's text.
    pub sentence: TextRange,
    /// The expression that dates it, where the sentence has one.
    pub date_phrase: Option<TextRange>,
    /// Where it stands in the file.
    pub place: Place,
    /// Why this date.
    pub why: String,
    /// Mentions of copies of this article that say the same, folded under it.
    pub copies: Vec<u32>,
}

/// The sentence of a mention.
pub fn sentence(timeline: &Timeline, mention: &Mention) -> TextRange {
    let article = timeline.articles.get(mention.document as usize);
    let sentence = article.and_then(|it| it.document().sentences.get(mention.sentence as usize));
    sentence.map(|it| it.range).unwrap_or_default()
}

/// The evidence of an event, each copy folded under the mention it copies.
pub fn evidence(timeline: &Timeline, event: &Event) -> Vec<Evidence> {
    let mut shown: Vec<Evidence> = Vec::new();
    for &mention_idx in &event.mentions {
        let Some(mention) = timeline.mentions.get(mention_idx as usize) else { continue };
        let Some(article) = timeline.articles.get(mention.document as usize) else { continue };
        if let Some(original) = article.copy_of
            && let Some(first) = shown.iter_mut().find(|it| is_copy_of(timeline, it.article, mention.document, original))
        {
            first.copies.push(mention_idx);
            continue;
        }
        let sentence = sentence(timeline, mention);
        let timex = mention.timex.and_then(|it| article.analysis.timexes.get(it as usize));
        shown.push(Evidence {
            mention: mention_idx,
            article: mention.document,
            sentence,
            date_phrase: timex.map(|it| it.range).filter(|&it| sentence.holds(it)),
            place: article.document().place(sentence),
            why: why(timeline, mention),
            copies: Vec::new(),
        });
    }
    shown
}

/// Whether two articles carry one story, `copy` being a copy of `original`.
fn is_copy_of(timeline: &Timeline, shown: u32, copy: u32, original: u32) -> bool {
    let shown_of = timeline.articles.get(shown as usize).and_then(|it| it.copy_of);
    shown != copy && (shown == original || shown_of == Some(original))
}

/// Why a mention has its date, in a line.
pub fn why(timeline: &Timeline, mention: &Mention) -> String {
    let article = timeline.articles.get(mention.document as usize);
    let said = mention.timex.and_then(|it| article?.dated.get(it as usize));
    let published = timeline.published.get(mention.document as usize).and_then(Option::as_ref);
    let when = notation::write_or_undated(mention.when.as_ref());
    match (mention.basis, said, published) {
        // A weekday in a table of days to come.
        (Basis::Said, Some(dated), _) if dated.when.zip(mention.when).is_some_and(|(own, it)| !own.overlaps(&it)) => {
            format!("\"{}\" stands in a table of days to come = {when}", said_of(timeline, mention))
        }
        (Basis::Said, Some(dated), _) => dated.reason.text(),
        // The year stands in a heading above.
        (Basis::Context, Some(dated), _) if is_moved(mention, dated.when) => {
            format!(
                "goes on from what was dated just before: \"{}\" in the year that stands above = {when}",
                said_of(timeline, mention)
            )
        }
        (Basis::Context, Some(dated), _) => format!("goes on from what was dated just before: {}", dated.reason.text()),
        (Basis::Context, None, _) => format!("goes on from what was dated {when} just before"),
        (Basis::ArticleDay, _, Some(published)) => {
            format!("no date of its own; the day the article reports on, published {}", notation::write(&published.when))
        }
        (Basis::Nothing, _, Some(_)) => "no date is said of it; it stands here for what it tells".to_owned(),
        (Basis::Said | Basis::ArticleDay | Basis::Nothing, _, _) => {
            "no date is said, and the article's day is not known".to_owned()
        }
    }
}

/// The words that date a mention.
fn said_of(timeline: &Timeline, mention: &Mention) -> String {
    let article = timeline.articles.get(mention.document as usize);
    let quote = article.zip(mention.timex).and_then(|(it, timex)| {
        let range = it.analysis.timexes.get(timex as usize)?.range;
        Some(it.document().quote(range))
    });
    quote.unwrap_or_default()
}

/// Whether a mention stands in another year than its expression has by itself.
fn is_moved(mention: &Mention, own: Option<Interval>) -> bool {
    mention.when.zip(own).is_some_and(|(when, own)| when.first_day().year() != own.first_day().year())
}

/// The outlet of an article, or its file where it names none.
pub fn outlet(timeline: &Timeline, article: u32) -> String {
    let Some(article) = timeline.articles.get(article as usize) else { return String::new() };
    let source = &article.document().source;
    let file = source.path.rsplit('/').next().unwrap_or_default();
    source.outlet.clone().filter(|it| !it.is_empty()).unwrap_or_else(|| file.to_owned())
}

/// The day of writing of an article as written, `----` where it is not known.
pub fn published(timeline: &Timeline, article: u32) -> String {
    let published = timeline.published.get(article as usize).and_then(Option::as_ref);
    notation::write_or_undated(published.map(|it| &it.when))
}

/// The sentences of an article that stand behind events, in the order of the text: (sentence, date phrase, event).
pub fn events_in(timeline: &Timeline, article: u32) -> Vec<(TextRange, Option<TextRange>, u32)> {
    let mut found = Vec::new();
    for (event_idx, event) in (0u32..).zip(&timeline.events) {
        for &mention in &event.mentions {
            let Some(mention) = timeline.mentions.get(mention as usize).filter(|it| it.document == article) else { continue };
            let timexes = timeline.articles.get(article as usize).map(|it| it.analysis.timexes.as_slice()).unwrap_or_default();
            let phrase = mention.timex.and_then(|it| timexes.get(it as usize)).map(|it| it.range);
            found.push((sentence(timeline, mention), phrase, event_idx));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Where a piece of evidence stands, as `path:line`.
pub fn file_line(timeline: &Timeline, evidence: &Evidence) -> String {
    let path = timeline.articles.get(evidence.article as usize).map_or("", |it| it.document().source.path.as_str());
    format!("{path}:{}", evidence.place.line)
}

/// The sentence of a piece of evidence, on one line.
pub fn quote(timeline: &Timeline, evidence: &Evidence) -> String {
    timeline.articles.get(evidence.article as usize).map(|it| it.document().quote(evidence.sentence)).unwrap_or_default()
}
