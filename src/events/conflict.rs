//! What the sources of one event disagree on, kept side by side: its day, and what it counts.

use std::collections::{BTreeMap, BTreeSet};

use super::{Article, Basis, Conflict, ConflictKind, Mention, Stated};
use crate::calendar::Date;

/// What the mentions, given as indices, disagree on. [`Stated::mentions`] are positions in `ids`.
pub fn conflicts(articles: &[Article], mentions: &[Mention], ids: &[u32]) -> Vec<Conflict> {
    let told: Vec<&Mention> = ids.iter().map(|&it| &mentions[it as usize]).collect();
    let mut out: Vec<Conflict> = dates(&told).into_iter().collect();
    out.extend(figures(articles, &told));
    out
}

/// Said days that cannot all be true: no day lies in all of them.
fn dates(told: &[&Mention]) -> Option<Conflict> {
    let mut by_value: BTreeMap<(Date, Date), Vec<u32>> = BTreeMap::new();
    for (i, it) in told.iter().enumerate().filter(|it| it.1.basis == Basis::Said) {
        let Some(when) = it.when.filter(|it| !it.open_start() && !it.open_end()) else { continue };
        by_value.entry((when.first_day(), when.last_day())).or_default().push(i as u32);
    }
    let latest_start = by_value.keys().map(|it| it.0).max()?;
    let earliest_end = by_value.keys().map(|it| it.1).min()?;
    if latest_start <= earliest_end {
        return None;
    }
    let all: Vec<((Date, Date), Vec<u32>)> = by_value.into_iter().collect();
    let clashing = |it: &(Date, Date)| all.iter().any(|other| other.0.1 < it.0 || it.1 < other.0.0);
    let values = all.iter().filter(|it| clashing(&it.0)).map(|((first, last), mentions)| {
        let value = if first == last { first.to_string() } else { format!("{first}..{last}") };
        Stated { value, mentions: mentions.clone() }
    });
    Some(Conflict { of: ConflictKind::Date, what: "date".to_owned(), values: values.collect() })
}

/// Counts of one thing that differ, unless they only rise with the day on which they were written.
fn figures(articles: &[Article], told: &[&Mention]) -> Vec<Conflict> {
    struct Said {
        value: f64,
        position: u32,
        origin: u32,
        published: Option<Date>,
    }
    let mut by_thing: BTreeMap<&str, Vec<Said>> = BTreeMap::new();
    for (i, it) in told.iter().enumerate() {
        let article = &articles[it.document as usize];
        for figure in &it.figures {
            by_thing.entry(&figure.what).or_default().push(Said {
                value: figure.value,
                position: i as u32,
                origin: article.copy_of.unwrap_or(it.document),
                published: article.published.and_then(|it| it.single_day()),
            });
        }
    }
    let mut out = Vec::new();
    for (what, mut said) in by_thing {
        // A source may give parts of a sum ("three here and five there"); only what differs between sources can conflict.
        let sources: BTreeSet<u32> = said.iter().map(|it| it.origin).collect();
        said.sort_by(|a, b| a.value.total_cmp(&b.value).then(a.position.cmp(&b.position)));
        let mut values: Vec<(f64, Vec<&Said>)> = Vec::new();
        for it in &said {
            match values.last_mut() {
                Some((value, list)) if *value == it.value => list.push(it),
                Some(_) | None => values.push((it.value, vec![it])),
            }
        }
        let one_gives_all = sources.iter().any(|&it| values.iter().all(|value| value.1.iter().any(|said| said.origin == it)));
        if sources.len() < 2
            || values.len() < 2
            || one_gives_all
            || rises(values.iter().map(|it| it.1.iter().map(|it| it.published)))
        {
            continue;
        }
        let values = values.iter().map(|(value, list)| {
            let mut mentions: Vec<u32> = list.iter().map(|it| it.position).collect();
            mentions.dedup();
            Stated { value: value.to_string(), mentions }
        });
        out.push(Conflict { of: ConflictKind::Figure, what: what.to_owned(), values: values.collect() });
    }
    out
}

/// Whether each value, from small to large, was first written strictly later than the last writing of the one before: an
/// update, not a contradiction.
fn rises<'a>(values: impl Iterator<Item = impl Iterator<Item = Option<Date>> + 'a>) -> bool {
    let mut before: Option<Date> = None;
    for days in values {
        let Some(days) = days.collect::<Option<Vec<Date>>>() else { return false };
        let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else { return false };
        if before.is_some_and(|it| *first <= it) {
            return false;
        }
        before = Some(*last);
    }
    true
}
