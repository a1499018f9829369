//! Chooses, among the lines that the mentions of an event make, the one that names it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::title::{Line, is_bare, lines};
use super::{Article, Basis, Cues, Event, Mention, Status};
use crate::temporal::Expr;

/// Of how many mentions the lines are tried; those told best come first.
const TRIED: usize = 24;
/// From how many mentions on their common words tell what an event is about.
const MANY: usize = 3;
/// So many more make it sure.
const SURE: f32 = 6.0;

/// A title and how well it names its event.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Named {
    /// The title.
    pub title: String,
    /// 0 where no line of it is fit to print.
    pub fitness: f32,
}

/// The line that names an event.
pub fn entitle(event: &Event, articles: &[Article], mentions: &[Mention], cues: &Cues) -> Named {
    let tried: Vec<(&Article, &Mention)> =
        event.told(mentions).take(TRIED).filter_map(|it| Some((articles.get(it.document as usize)?, it))).collect();
    let common = common(&tried);
    let names = |it: &(usize, &(&Article, &Mention))| event.when.is_none() || !is_of_a_stretch(it.1.0, it.1.1);
    let found = tried.iter().enumerate().filter(names).flat_map(|(n, (article, mention))| {
        let own = if n == 0 { 0.08 } else { 0.0 };
        let said = if mention.basis == Basis::Said { 0.1 } else { 0.0 };
        // What is told without a date beside what happened names the event last: "they had hit the port for weeks".
        let background = if mention.when.is_none() && event.when.is_some() { -0.2 } else { 0.0 };
        let lead = if mention.sentence < 4 { 0.04 } else { 0.0 };
        // The more mentions, the surer their common words tell what the event is about.
        let sure = ((tried.len() as f32 + 1.0 - MANY as f32) / SURE).clamp(0.0, 1.0);
        let common = &common;
        lines(article, mention, event.status, cues).into_iter().map(move |line| {
            let of_event = match (line.status, event.status) {
                // What is told as a plan names what came of it a little less well.
                (told, of) if told == of => {
                    if mention.status == of {
                        0.25
                    } else {
                        0.15
                    }
                }
                // What has happened is named by who tells it as done, where anybody does.
                (Status::Planned, Status::Happened) => -0.2,
                _ => 0.0,
            };
            let edited = if line.is_headline && event.articles >= 3 { 0.25 } else { 0.0 };
            let central = 0.7 * sure * centrality(&line, common, cues);
            let bare = if is_bare(&line.text, cues) { -0.15 } else { 0.0 };
            // What did not come to be names what did last: "says it would have cut off the funds".
            let unreal = if is_unreal(&line.text) { -0.15 } else { 0.0 };
            let silent = if is_silent(&line.text, cues) { -0.25 } else { 0.0 };
            (
                line.fitness,
                line.fitness + own + said + of_event + background + lead + edited + central + bare + unreal + silent,
                line.text,
            )
        })
    });
    let best = found.reduce(|kept, it| if it.1 > kept.1 { it } else { kept });
    best.map_or_else(|| Named { title: event.title.clone(), fitness: 0.0 }, |it| Named { title: it.2, fitness: it.0 })
}

/// "Would have cut", but not "would have to cut".
fn is_unreal(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.windows(3).any(|it| {
        matches!(it[0], "would" | "could" | "might" | "should")
            && it[1] == "have"
            && !matches!(it[2], "to" | "a" | "an" | "the" | "no")
    })
}

/// "Declines to comment": that somebody says nothing names hardly anything.
fn is_silent(line: &str, cues: &Cues) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is = |word: &str, verbs: &HashSet<String>| cues.verb(cues.form(word)).is_some_and(|it| verbs.contains(&it.word));
    words.windows(3).any(|it| it[1] == "to" && is(it[0], &cues.titles.silent) && is(it[2], &cues.titles.mute))
}

/// Whether an undated mention says of itself that it is of no one day: "has hit the port in recent weeks".
fn is_of_a_stretch(article: &Article, mention: &Mention) -> bool {
    let timexes = &article.analysis.timexes;
    let lo = timexes.partition_point(|it| it.range.end <= mention.clause.start);
    let mut said = timexes[lo..].iter().take_while(|it| it.range.start < mention.clause.end);
    mention.when.is_none() && said.any(|it| matches!(it.expr, Expr::Vague(_)))
}

/// The share of the mentions whose sentence holds a word, by its first letters.
fn common(tried: &[(&Article, &Mention)]) -> BTreeMap<String, f32> {
    let mut count: BTreeMap<String, f32> = BTreeMap::new();
    if tried.len() < MANY {
        return count;
    }
    // What is written twice word for word is said once.
    let said = tried.iter().filter_map(|(article, mention)| {
        let document = article.document();
        Some(document.sentences.get(mention.sentence as usize)?.range.of(&document.text))
    });
    let said: BTreeSet<&str> = said.collect();
    for sentence in &said {
        let words: BTreeSet<String> = stems(sentence).collect();
        words.into_iter().for_each(|it| *count.entry(it).or_default() += 1.0 / said.len() as f32);
    }
    count
}

/// How common the words of a line are to the mentions, on average; of a saying the words said, for all of it names who says it.
fn centrality(line: &Line, common: &BTreeMap<String, f32>, cues: &Cues) -> f32 {
    let shares: Vec<f32> = stems(said(&line.text, cues)).map(|it| common.get(&it).copied().unwrap_or(0.0)).collect();
    if shares.is_empty() { 0.0 } else { shares.iter().sum::<f32>() / shares.len().max(4) as f32 }
}

/// What a line says that somebody says, or the whole line.
fn said<'a>(line: &'a str, cues: &Cues) -> &'a str {
    let mut ends = line.match_indices(' ').map(|it| it.0).chain([line.len()]);
    let mut start = 0;
    let verb = ends.find(|&end| {
        let word = &line[start..end];
        let is_verb =
            start > 0 && !word.starts_with(char::is_uppercase) && cues.verb(cues.form(word)).is_some_and(|it| it.class == "say");
        start = end + 1;
        is_verb
    });
    verb.and_then(|end| line.get(end + 1..)).filter(|it| it.contains(' ')).unwrap_or(line)
}

/// The long words of a text, by their first letters.
fn stems(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|it| it.chars().count() > 3);
    words.map(|it| it.chars().take(6).flat_map(char::to_lowercase).collect())
}

#[cfg(test)]
mod tests {
    use super::{Cues, is_silent, is_unreal};

    #[test]
    fn what_did_not_come_to_be_is_told_from_what_must() {
        assert!(is_unreal("Bank says it would have cut off the funds"));
        assert!(!is_unreal("Bank says it would have to cut off the funds"));
        assert!(!is_unreal("Bank would cut off the funds"));
    }

    #[test]
    fn who_says_nothing_is_told_from_who_does_nothing() {
        let cues = Cues::builtin();
        assert!(is_silent("Minister declines to comment on the sale", &cues));
        assert!(!is_silent("Minister declines to sign the sale", &cues));
        assert!(!is_silent("Minister comments on the sale", &cues));
    }
}
