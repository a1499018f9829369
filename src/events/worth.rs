//! Which events stand in the chronology: what is told as an event, not every sentence with a verb.

use super::{Article, Event, Mention};
use crate::text::Kind;

/// Whether an event is worth a row: it is dated, or nothing could have dated it, and more than a headline tells it.
pub fn is_worth_showing(event: &Event, articles: &[Article], mentions: &[Mention]) -> bool {
    let told: Vec<(&Article, &Mention)> = event
        .mentions
        .iter()
        .filter_map(|&it| mentions.get(it as usize))
        .filter_map(|it| Some((articles.get(it.document as usize)?, it)))
        .collect();
    // A headline alone says what its article says better.
    let only_headlines = told.iter().all(|(article, mention)| is_headline(article, mention));
    // What an article of a known day leaves without a date is background.
    let could_be_dated = told.iter().any(|(article, _)| article.published.is_some());
    !only_headlines && (event.when.is_some() || !could_be_dated)
}

fn is_headline(article: &Article, mention: &Mention) -> bool {
    let document = article.document();
    let sentence = document.sentences.get(mention.sentence as usize);
    let paragraph = sentence.and_then(|it| document.paragraphs.get(it.paragraph as usize));
    paragraph.is_some_and(|it| matches!(it.kind, Kind::Title | Kind::Heading))
}
