//! What the sources of one event disagree on, kept side by side: its day, and what it counts.

pub(crate) mod left;

use std::collections::{BTreeMap, BTreeSet};

use super::copies::origin;
use super::{Article, Basis, Conflict, ConflictKind, Figure, Mention, Stated, Status, Weight};
use crate::calendar::Date;

/// What the mentions, given as indices, disagree on. [`Stated::mentions`] are positions in `ids`.
pub fn conflicts(articles: &[Article], mentions: &[Mention], ids: &[u32]) -> Vec<Conflict> {
    let told: Vec<&Mention> = ids.iter().map(|&it| &mentions[it as usize]).collect();
    let mut out: Vec<Conflict> = dates(articles, &told).into_iter().collect();
    out.extend(figures(articles, &told));
    out
}

/// Said days that cannot all be true: two sources tell it as done on days that share none.
fn dates(articles: &[Article], told: &[&Mention]) -> Option<Conflict> {
    let mut by_value: BTreeMap<(Date, Date), Vec<(u32, u32)>> = BTreeMap::new();
    let sure = told.iter().enumerate().filter(|it| it.1.basis == Basis::Said && it.1.weight == Weight::Main);
    for (i, it) in sure.filter(|it| it.1.status != Status::Planned) {
        let Some(when) = it.when.filter(|it| !it.open_start() && !it.open_end()) else { continue };
        by_value.entry((when.first_day(), when.last_day())).or_default().push((i as u32, origin(articles, it.document)));
    }
    let clashing = |it: &(Date, Date)| {
        let mut others = by_value.iter().filter(|other| other.0.1 < it.0 || it.1 < other.0.0);
        others.any(|other| by_value[it].iter().any(|mine| other.1.iter().any(|theirs| theirs.1 != mine.1)))
    };
    let values: Vec<Stated> = by_value
        .iter()
        .filter(|it| clashing(it.0))
        .map(|((first, last), mentions)| {
            let value = if first == last { first.to_string() } else { format!("{first}..{last}") };
            Stated { value, mentions: mentions.iter().map(|it| it.0).collect() }
        })
        .collect();
    (values.len() > 1).then(|| Conflict { of: ConflictKind::Date, what: "date".to_owned(), values })
}

/// One count as one mention gives it.
struct Said {
    value: f64,
    position: u32,
    origin: u32,
    published: Option<Date>,
    hedge: Hedge,
    /// Whether its article says that the count has risen.
    risen: bool,
}

/// How sure the words are of a count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hedge {
    /// "eight"
    Exactly,
    /// "at least eight"
    AtLeast,
    /// "up to eight"
    AtMost,
    /// "about eight"
    About,
}

/// Whether two counts can both be true.
fn agree(a: &Said, b: &Said) -> bool {
    let (low, high) = if a.value <= b.value { (a, b) } else { (b, a) };
    let about = a.hedge == Hedge::About || b.hedge == Hedge::About;
    low.value == high.value
        || low.hedge == Hedge::AtLeast
        || high.hedge == Hedge::AtMost
        || about && high.value <= low.value * NEAR
}

/// "About" allows for so much.
const NEAR: f64 = 1.2;

/// Counts of one thing that differ between sources, unless they only rise with the day on which they were written.
fn figures(articles: &[Article], told: &[&Mention]) -> Vec<Conflict> {
    if told.iter().all(|it| it.figures.is_empty()) {
        return Vec::new();
    }
    let mut by_thing: BTreeMap<(String, String), Vec<Said>> = BTreeMap::new();
    let risen: BTreeSet<u32> = told.iter().filter(|it| says_risen(articles, it)).map(|it| it.document).collect();
    for (i, it) in told.iter().enumerate().filter(|it| it.1.status != Status::Planned) {
        let Some(article) = articles.get(it.document as usize) else { continue };
        for figure in &it.figures {
            let Some((deed, hedge)) = deed(it, figure).zip(hedge(article, figure)) else { continue };
            by_thing.entry((figure.what.clone(), deed)).or_default().push(Said {
                value: figure.value,
                position: i as u32,
                origin: origin(articles, it.document),
                published: article.published.and_then(|it| it.single_day()),
                hedge,
                risen: risen.contains(&it.document),
            });
        }
    }
    by_thing.into_iter().filter_map(|((what, _), said)| figure(what, said)).collect()
}

/// What is told of the things counted, so that only counts of one deed are compared. What befell people is a deed itself. Of
/// measures, which a text is full of, only the one of its clause can be compared, and only among those who tell it of the
/// same names.
fn deed(mention: &Mention, figure: &Figure) -> Option<String> {
    if FATES.contains(&figure.what.as_str()) {
        return Some(String::new());
    }
    let trigger = mention.content.as_ref().or(mention.trigger.as_ref())?;
    let deed = if trigger.class.is_empty() || trigger.class == "say" { trigger.stem.clone() } else { trigger.class.to_owned() };
    let is_measure = MEASURES.contains(&figure.what.as_str()) || figure.value.fract() != 0.0 || figure.value >= MANY;
    if !is_measure {
        return Some(deed);
    }
    (mention.weight == Weight::Main && mention.figures.len() == 1 && !mention.entities.is_empty())
        .then(|| format!("{deed} {:?}", mention.entities))
}

const FATES: [&str; 7] = ["killed", "wounded", "missing", "arrested", "destroyed", "captured", "displaced"];
const MEASURES: [&str; 24] = [
    "money",
    "percent",
    "per",
    "cent",
    "euros",
    "dollars",
    "pounds",
    "yen",
    "rubles",
    "roubles",
    "shares",
    "barrels",
    "barrel",
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
    "kilometres",
    "kilometers",
    "miles",
    "metres",
    "degrees",
];
/// From here on a number is a measure and no count of things seen.
const MANY: f64 = 1e7;

/// How the words before a figure hedge it; `None` for "dozens", which is no number.
fn hedge(article: &Article, figure: &Figure) -> Option<Hedge> {
    let text = &article.document().text;
    let said = figure.range.of(text).to_lowercase();
    if said.ends_with('s') && ["dozens", "hundreds", "thousands", "scores", "millions"].iter().any(|it| said.starts_with(it)) {
        return None;
    }
    let before = text.get(..figure.range.start as usize).unwrap_or("").trim_end();
    let before = last_words(before);
    let ends = |list: &[&str]| list.iter().any(|it| before.ends_with(it));
    Some(if ends(&["at least", "more than", "over", "no fewer than", "not less than"]) {
        Hedge::AtLeast
    } else if ends(&["up to", "as many as", "at most", "fewer than", "less than", "no more than"]) {
        Hedge::AtMost
    } else if ends(&["about", "around", "nearly", "almost", "some", "roughly", "approximately", "estimated"]) {
        Hedge::About
    } else {
        Hedge::Exactly
    })
}

/// The last few words of a text, in small letters.
fn last_words(text: &str) -> String {
    let from = text.char_indices().rev().nth(20).map_or(0, |it| it.0);
    text[from..].to_lowercase()
}

/// The conflict about one thing, if there is one.
fn figure(what: String, mut said: Vec<Said>) -> Option<Conflict> {
    said.sort_by(|a, b| a.value.total_cmp(&b.value).then(a.position.cmp(&b.position)));
    // A source may give parts of a sum ("three here and five there") or an older count; its highest stands for it.
    let sources: BTreeSet<u32> = said.iter().map(|it| it.origin).collect();
    let last = |of: u32| said.iter().rposition(|it| it.origin == of);
    let mut stand: Vec<usize> = sources.iter().filter_map(|&it| last(it)).collect();
    stand.sort_unstable();
    let differ = stand.iter().any(|&a| stand.iter().any(|&b| !agree(&said[a], &said[b])));
    let one_gives_all = stand.iter().any(|&a| {
        let own: Vec<f64> = said.iter().filter(|it| it.origin == said[a].origin).map(|it| it.value).collect();
        own.len() > 1 && stand.iter().all(|&b| own.contains(&said[b].value))
    });
    if !differ || one_gives_all {
        return None;
    }
    let mut values: Vec<(f64, Vec<&Said>)> = Vec::new();
    for &n in &stand {
        let it = &said[n];
        match values.last_mut() {
            Some((value, list)) if *value == it.value => list.push(it),
            Some(_) | None => values.push((it.value, vec![it])),
        }
    }
    if has_risen(&values) || rises(values.iter().map(|it| it.1.iter().map(|it| it.published))) {
        return None;
    }
    let values = values.iter().map(|(value, list)| {
        let mut mentions: Vec<u32> = list.iter().map(|it| it.position).collect();
        mentions.sort_unstable();
        mentions.dedup();
        Stated { value: value.to_string(), mentions }
    });
    Some(Conflict { of: ConflictKind::Figure, what, values: values.collect() })
}

/// "rose to eight", "has gone up to eight"
const RISING: [&str; 12] =
    ["rose", "risen", "rises", "rising", "climbed", "climbs", "gone up", "went up", "goes up", "increased", "jumped", "grown"];

/// Whether the sentence of a mention says that a count has risen to what it is.
fn says_risen(articles: &[Article], mention: &Mention) -> bool {
    let Some(document) = articles.get(mention.document as usize).map(Article::document) else { return false };
    let Some(sentence) = document.sentences.get(mention.sentence as usize) else { return false };
    let said = sentence.range.of(&document.text).to_lowercase();
    RISING
        .iter()
        .any(|it| said.match_indices(it).any(|(at, _)| said[at + it.len()..].split_whitespace().take(2).any(|word| word == "to")))
}

/// Whether who gives the highest value says himself that it has risen, and nobody gives a lower one later.
fn has_risen(values: &[(f64, Vec<&Said>)]) -> bool {
    let Some(((_, top), lower)) = values.split_last() else { return false };
    let told: Vec<&&Said> = top.iter().filter(|it| it.risen).collect();
    let since = told.iter().filter_map(|it| it.published).min();
    let later = |it: &&Said| it.published.zip(since).is_some_and(|(it, since)| it > since);
    !told.is_empty() && !lower.iter().any(|it| it.1.iter().any(later))
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
