//! Which events stand in the chronology: what is told as an event, not every sentence with a verb.

use super::entitle::Named;
use super::title::is_headline;
use super::{Article, Event, Mention};
use crate::calendar::Precision;
use crate::temporal::Expr;

/// What the line of an event that one article tells must reach.
const SOUND: f32 = 0.15;
/// The same where the event has no date.
const CLEAR: f32 = 0.7;

/// A span of more days than this is seldom when something happened.
const LONG: i64 = 400;

/// Whether an event is worth a row: it is dated, or nothing could have dated it, more than a headline tells it, and a line
/// names it.
pub fn is_worth_showing(event: &Event, named: &Named, articles: &[Article], mentions: &[Mention]) -> bool {
    let told: Vec<(&Article, &Mention)> =
        event.told(mentions).filter_map(|it| Some((articles.get(it.document as usize)?, it))).collect();
    // A headline alone says what its article says better.
    let only_headlines = told.iter().all(|(article, mention)| is_headline(article, mention));
    // What an article of a known day leaves without a date is background.
    let could_be_dated = told.iter().any(|(article, _)| article.published.is_some());
    let clear = match event.when {
        // "for the last 300 years" is no date of an event, and "over the past decade" tells of what grew, not of what was done.
        Some(when) if when.n_days() > LONG && told.iter().all(|it| is_stretch(it.0, it.1)) => false,
        Some(when)
            if when.n_days() > LONG
                && matches!(when.precision, Precision::Span | Precision::About | Precision::Within | Precision::AboutSpan) =>
        {
            named.fitness >= CLEAR
        }
        Some(_) => named.fitness >= SOUND || event.independent > 1,
        None => named.fitness >= CLEAR && !could_be_dated,
    };
    !only_headlines && !is_stamp(event, &told) && clear && named.fitness > 0.0
}

/// Whether a mention's own date is a stretch that ends or begins with the day of writing: "the past ten years".
fn is_stretch(article: &Article, mention: &Mention) -> bool {
    let timex = mention.timex.and_then(|it| article.analysis.timexes.get(it as usize));
    mention.when.is_none() || timex.is_some_and(|it| matches!(it.expr, Expr::Stretch { .. } | Expr::Nth { .. }))
}

/// Nobody plans to the minute so many days ahead.
const AHEAD: i64 = 60;

/// Whether its date is one that a saved page was stamped with, long after its article was written.
fn is_stamp(event: &Event, told: &[(&Article, &Mention)]) -> bool {
    let Some(when) = event.when.filter(|it| it.precision.has_time()) else { return false };
    let far = |article: &Article| article.published.is_some_and(|it| (when.first_day() - it.last_day()).num_days() > AHEAD);
    told.iter().all(|it| far(it.0))
}
