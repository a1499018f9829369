//! "he", "the envoy", "the two": whom such words mean, where it is plain; nobody, where it is not.

use super::cue::Cues;
use super::{Article, EntityKind, Name};
use crate::text::TextRange;

/// In how many sentences, its own among them, stands whom a pronoun means.
const NEAR: usize = 3;

/// The people named before the offset in its own sentence, then in the sentences before, the nearest first; each with the
/// first name of its sentence.
fn people_near(article: &Article, at: u32) -> impl Iterator<Item = (Vec<&Name>, TextRange, Option<&Name>)> {
    let names = &article.analysis.names;
    let sentences = &article.document().sentences;
    let here = sentences.partition_point(|it| it.range.start <= at);
    sentences[..here].iter().rev().take(NEAR).map(move |it| {
        let lo = names.partition_point(|name| name.range.start < it.range.start);
        let end = it.range.end.min(at);
        let people = names[lo..].iter().take_while(|it| it.range.end <= end).filter(|it| it.kind == EntityKind::Person);
        (people.collect(), it.range, names.get(lo))
    })
}

/// The person whom "he" or "she" at the offset means: the one last named in its own or the one or two sentences before,
/// where only one is.
pub fn pronoun(article: &Article, at: u32) -> Option<&Name> {
    for (back, (people, sentence, opening)) in people_near(article, at).enumerate() {
        // A sentence about somebody or something of whom no more is known leaves it open.
        let unknown = opening.is_some_and(|it| it.kind == EntityKind::Other && it.range.start == sentence.start);
        if unknown && back > 0 {
            return None;
        }
        // The first person of a sentence is its subject more often than not; a second one makes it doubtful.
        if let Some(first) = people.first() {
            let others = people.iter().any(|it| it.full != first.full && !is_possessive(article, it));
            return (!others || back > 0).then(|| people.iter().find(|it| !is_possessive(article, it)).copied()).flatten();
        }
    }
    None
}

/// The person whom "him" at the offset means in a clause whose subject is somebody else: the one other person of its own
/// sentence before it, or else of the one or two sentences before.
pub fn object<'a>(article: &'a Article, at: u32, subject: &str) -> Option<&'a Name> {
    let others = |people: Vec<&'a Name>| people.into_iter().filter(|it| it.full != subject).collect::<Vec<_>>();
    let nearest = people_near(article, at).map(|it| others(it.0)).find(|it| !it.is_empty())?;
    nearest.iter().all(|it| it.full == nearest[0].full).then_some(nearest[0])
}

/// Whether what the sentence's first pronoun points to was named just before: a person for "he", something in the same
/// paragraph for the others; or whether it points to nothing outside ("it was at noon that ..."). A sentence that opens
/// with no pronoun is not.
pub fn is_anchored(article: &Article, sentence: TextRange) -> bool {
    let document = article.document();
    let opening: Vec<String> = sentence
        .of(&document.text)
        .split(|it: char| !it.is_alphabetic())
        .filter(|it| !it.is_empty())
        .take(REACH)
        .map(str::to_lowercase)
        .collect();
    let Some(at) = opening.iter().position(|it| POINTING.contains(&it.as_str())) else { return false };
    let is_empty = matches!(opening[at].as_str(), "it" | "there")
        && opening.get(at + 1).is_some_and(|it| matches!(it.as_str(), "was" | "were" | "is" | "are" | "will"));
    let here = document.sentences.partition_point(|it| it.range.start < sentence.start);
    let paragraph = document.sentences.get(here).map(|it| it.paragraph);
    let is_person = matches!(opening[at].as_str(), "he" | "she" | "his" | "her");
    let near = &document.sentences[here.saturating_sub(FAR)..here];
    let from = near.iter().find(|it| is_person || Some(it.paragraph) == paragraph).map_or(sentence.start, |it| it.range.start);
    let lo = article.analysis.names.partition_point(|it| it.range.start < from);
    let mut named = article.analysis.names[lo..].iter().take_while(|it| it.range.end <= sentence.start);
    is_empty || named.any(|it| !is_person || it.kind == EntityKind::Person)
}

/// So many sentences back stands what a pronoun means at the furthest.
const FAR: usize = 5;
/// Among so many words at the head of a sentence stands what points outside it.
const REACH: usize = 6;
const POINTING: [&str; 13] = ["there", "he", "she", "his", "her", "it", "its", "they", "their", "this", "that", "these", "both"];

fn is_possessive(article: &Article, name: &Name) -> bool {
    let rest = article.document().text.get(name.range.end as usize..).unwrap_or("");
    rest.starts_with("'s") || rest.starts_with("’s") || rest.starts_with("s' ")
}

/// The two people whom "the two" means: those joined by "and" last before it.
pub fn the_two(article: &Article, at: u32) -> Option<(&Name, &Name)> {
    let text = article.document().text.as_str();
    let names = &article.analysis.names;
    let lo = names.partition_point(|it| it.range.start < at.saturating_sub(600));
    let people: Vec<&Name> =
        names[lo..].iter().take_while(|it| it.range.end <= at).filter(|it| it.kind == EntityKind::Person).collect();
    people.windows(2).rev().find_map(|pair| {
        let between = TextRange { start: pair[0].range.end, end: pair[1].range.start }.of(text);
        let joined = between.split_whitespace().any(|it| it == "and") && between.len() < 80 && !between.contains(['.', ';']);
        (joined && pair[0].full != pair[1].full).then_some((pair[0], pair[1]))
    })
}

/// The person whom a role ("the envoy") means: the one person of the article whom it names so.
pub fn role<'a>(article: &'a Article, role: &str, cues: &Cues) -> Option<&'a Name> {
    let role = role.to_lowercase();
    if !cues.names.roles.contains(&role) {
        return None;
    }
    let text = article.document().text.as_str();
    let named = |name: &&Name| {
        let start = name.range.start as usize;
        let before = text.get(..start).unwrap_or("").trim_end();
        let last = before.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or("");
        name.kind == EntityKind::Person && last.eq_ignore_ascii_case(&role)
    };
    let mut all = article.analysis.names.iter().filter(named);
    let first = all.next()?;
    all.all(|it| it.full == first.full).then_some(first)
}
