//! Chooses, among the lines that the mentions of an event make, the one that names it.

use super::plain;
use super::{Article, Basis, Cues, Event, Mention, title};

/// Of how many mentions the lines are tried; those told best come first.
const TRIED: usize = 24;

/// The line that names an event.
pub fn entitle(event: &Event, articles: &[Article], mentions: &[Mention], cues: &Cues) -> String {
    let tried = event.mentions.iter().take(TRIED).filter_map(|&it| mentions.get(it as usize)).enumerate();
    let lines = tried.flat_map(|(n, mention)| {
        let Some(article) = articles.get(mention.document as usize) else { return Vec::new() };
        let told_best = if n == 0 { 0.1 } else { 0.0 };
        let said = if mention.basis == Basis::Said { 0.05 } else { 0.0 };
        let of_event = if mention.status == event.status { 0.25 } else { 0.0 };
        let made = made(article, mention, cues);
        let plain = plain::line(article, mention);
        made.into_iter().chain(plain).map(|(line, fitness)| (line, fitness + told_best + said + of_event)).collect()
    });
    let best = lines.reduce(|kept, it| if it.1 > kept.1 { it } else { kept });
    best.map_or_else(|| event.title.clone(), |it| it.0)
}

/// The line that a mention's clause makes. A short one is often a clause that lost what it is about.
fn made(article: &Article, mention: &Mention, cues: &Cues) -> Option<(String, f32)> {
    let line = title::title(article, mention, cues);
    let fitness = title::fitness_of(&line, article, mention);
    let n_words = line.split(' ').count();
    let opens =
        article.document().sentences.get(mention.sentence as usize).is_some_and(|it| it.range.start == mention.clause.start);
    let short = match n_words {
        0..=2 => 0.35,
        3..=4 if !opens => 0.3,
        3..=4 => 0.15,
        _ if !opens => 0.1,
        _ => 0.0,
    };
    let pointing = if plain::points_outside(&line) { 0.4 } else { 0.0 };
    (fitness > 0.0).then_some((line, (fitness - short - pointing).max(0.01)))
}
