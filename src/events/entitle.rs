//! Chooses, among the lines that the mentions of an event make, the one that names it.

use super::{Article, Basis, Cues, Event, Mention, title};

/// Of how many mentions the lines are tried; those told best come first.
const TRIED: usize = 24;

/// The line that names an event.
pub fn entitle(event: &Event, articles: &[Article], mentions: &[Mention], cues: &Cues) -> String {
    let tried = event.mentions.iter().take(TRIED).filter_map(|&it| mentions.get(it as usize)).enumerate();
    let lines = tried.filter_map(|(n, mention)| {
        let article = articles.get(mention.document as usize)?;
        let line = title::title(article, mention, cues);
        let fitness = title::fitness_of(&line, article, mention);
        let told_best = if n == 0 { 0.1 } else { 0.0 };
        let said = if mention.basis == Basis::Said { 0.05 } else { 0.0 };
        let of_event = if mention.status == event.status { 0.1 } else { 0.0 };
        (fitness > 0.0).then_some((line, fitness + told_best + said + of_event))
    });
    let best = lines.reduce(|kept, it| if it.1 > kept.1 { it } else { kept });
    best.map_or_else(|| event.title.clone(), |it| it.0)
}
