//! What is left of something only grows less: who counts more of it a day later than another did contradicts him.

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::events::copies::origin;
use crate::events::{Article, Conflict, ConflictKind, Event, Figure, Mention, Stated, Status};

/// How many days apart two counts may be said of one state.
const APART: i64 = 2;
/// Among so many words after a count stands that it is of what is left.
const AFTER: usize = 4;

/// A count of what is left, as one mention gives it.
struct Left {
    day: Date,
    value: f64,
    event: usize,
    mention: u32,
}

/// Sets on the later of two events that what it counts as left is more than another article counted before, and lays that
/// mention beside its own. `one_story` tells of two articles whether they tell of the same.
pub(crate) fn set(events: &mut [Event], articles: &[Article], mentions: &[Mention], one_story: impl Fn(u32, u32) -> bool) {
    for (what, said) in counted(events, articles, mentions) {
        for later in &said {
            let of = &mentions[later.mention as usize];
            let disagree = |it: &&Left| {
                let other = &mentions[it.mention as usize];
                let is_near = (0..=APART).contains(&(later.day - it.day).num_days());
                is_near
                    && later.value > it.value
                    && it.event != later.event
                    && origin(articles, of.document) != origin(articles, other.document)
                    && one_story(of.document, other.document)
            };
            let Some(before) = said.iter().find(disagree) else { continue };
            let event = &events[later.event];
            if event.conflicts.iter().any(|it| it.of == ConflictKind::Figure && it.what == what) {
                continue;
            }
            let own: Vec<u32> = said
                .iter()
                .filter(|it| it.event == later.event && it.value == later.value)
                .filter_map(|it| event.mentions.iter().position(|&at| at == it.mention))
                .filter_map(|it| u32::try_from(it).ok())
                .collect();
            lay_beside(&mut events[later.event], &what, (before, later), own, articles, mentions);
        }
    }
}

fn lay_beside(
    event: &mut Event,
    what: &str,
    (before, later): (&Left, &Left),
    mut own: Vec<u32>,
    articles: &[Article],
    mentions: &[Mention],
) {
    own.sort_unstable();
    own.dedup();
    let other = &mentions[before.mention as usize];
    let is_new = |test: &dyn Fn(&Mention) -> bool| !event.told(mentions).any(test);
    let (article, source) = (
        is_new(&|it| it.document == other.document),
        is_new(&|it| origin(articles, it.document) == origin(articles, other.document)),
    );
    event.articles += u32::from(article);
    event.independent += u32::from(source);
    let at = u32::try_from(event.mentions.len()).unwrap_or(u32::MAX);
    event.mentions.push(before.mention);
    let value = |it: &Left, mentions: Vec<u32>| Stated { value: it.value.to_string(), mentions };
    let values = vec![value(before, vec![at]), value(later, own)];
    event.conflicts.push(Conflict { of: ConflictKind::Figure, what: what.to_owned(), values });
}

/// Every count of what is left that is said of one day, by what is counted, in order of day.
fn counted(events: &[Event], articles: &[Article], mentions: &[Mention]) -> BTreeMap<String, Vec<Left>> {
    let mut out: BTreeMap<String, Vec<Left>> = BTreeMap::new();
    for (event_idx, event) in events.iter().enumerate() {
        for &mention in &event.mentions {
            let it = &mentions[mention as usize];
            let Some(day) = it.when.and_then(|it| it.single_day()).filter(|_| it.status != Status::Planned) else { continue };
            let text = articles.get(it.document as usize).map_or("", |it| it.document().text.as_str());
            for figure in it.figures.iter().filter(|it| is_left(text, it)) {
                let left = Left { day, value: figure.value, event: event_idx, mention };
                out.entry(figure.what.clone()).or_default().push(left);
            }
        }
    }
    out.values_mut().for_each(|it| it.sort_by_key(|it| (it.day, it.mention)));
    out
}

/// "19 points were left", "down to 22 points", "three hostages remain"
fn is_left(text: &str, figure: &Figure) -> bool {
    let before = text.get(..figure.range.start as usize).unwrap_or("").trim_end();
    let after = text.get(figure.range.end as usize..).unwrap_or("");
    let after = after.split(['.', ',', ';', '\n']).next().unwrap_or("");
    let mut words = after.split_whitespace().take(AFTER);
    before.ends_with("down to") || words.any(|it| matches!(it, "left" | "remain" | "remains" | "remained" | "remaining"))
}
