//! A surname that stands alone in an article is the person whom other articles of the folder name in full.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::same;
use crate::events::cue::{Cues, Part, form};
use crate::events::{Analysis, EntityKind, Name};
use crate::text::TextRange;

/// A shorter word is too often no surname, in letters.
const SHORT: usize = 4;

/// Gives surnames that stand alone the person who alone bears them in the folder: those of which no more is known, and those
/// that open a sentence before a verb ("Karsen left the talks").
pub fn surnames(analyses: &mut [Arc<Analysis>], cues: &Cues) {
    let bearers = bearers(analyses);
    for analysis in analyses {
        let names = with_bearers(analysis, &bearers, cues);
        if names != analysis.names {
            Arc::make_mut(analysis).names = names;
        }
    }
}

/// The people of the folder by the surnames that only one of them bears.
fn bearers(analyses: &[Arc<Analysis>]) -> BTreeMap<String, String> {
    // Of each full name how often it is a person's; a name of which no more is known may be another bearer.
    let mut count: BTreeMap<&str, BTreeMap<&str, u32>> = BTreeMap::new();
    for name in analyses.iter().flat_map(|it| &it.names) {
        let may_bear = matches!(name.kind, EntityKind::Person | EntityKind::Other);
        if let Some((_, last)) = name.full.rsplit_once(' ').filter(|it| may_bear && it.1.chars().count() >= SHORT) {
            *count.entry(last).or_default().entry(&name.full).or_default() += u32::from(name.kind == EntityKind::Person);
        }
    }
    let one = |fulls: &BTreeMap<&str, u32>| -> Option<String> {
        // The most used; of those, the first by letters.
        let (best, _) = fulls.iter().rev().max_by_key(|it| it.1).filter(|it| *it.1 > 0)?;
        fulls.keys().all(|it| it == best || same(it, best)).then(|| (*best).to_owned())
    };
    count.iter().filter_map(|(last, fulls)| Some(((*last).to_owned(), one(fulls)?))).collect()
}

/// The names of an article, in order.
fn with_bearers(analysis: &Analysis, bearers: &BTreeMap<String, String>, cues: &Cues) -> Vec<Name> {
    let text = analysis.document.text.as_str();
    let mut names = analysis.names.clone();
    for name in names.iter_mut().filter(|it| it.kind == EntityKind::Other) {
        if let Some(full) = bearers.get(&name.full) {
            (name.full, name.kind) = (full.clone(), EntityKind::Person);
        }
    }
    for sentence in &analysis.document.sentences {
        let said = sentence.range.of(text);
        let word = said.split(|it: char| !it.is_alphabetic()).next().unwrap_or("");
        let Some(full) = bearers.get(word).filter(|_| is_subject(&said[word.len()..], cues)) else { continue };
        let start = sentence.range.start;
        let range = TextRange { start, end: start + u32::try_from(word.len()).unwrap_or(0) };
        let at = names.partition_point(|it| it.range.start < start);
        if names.get(at).is_none_or(|it| !it.range.overlaps(range)) {
            names.insert(at, Name { range, full: full.clone(), kind: EntityKind::Person });
        }
    }
    names
}

/// Whether what follows a word makes it a subject: a verb, or the 's of a possessive.
fn is_subject(rest: &str, cues: &Cues) -> bool {
    if ["'s ", "’s "].iter().any(|it| rest.starts_with(it)) {
        return true;
    }
    let next = rest.strip_prefix(' ').unwrap_or("").split(|it: char| !it.is_alphabetic()).next().unwrap_or("");
    let form = cues.form(next);
    form.verb & (form::PAST | form::THIRD) != 0 && form.noun == 0
        || matches!(form.part, Part::Be | Part::Have | Part::Do | Part::Modal)
}
