//! A small chronology made by hand: a dam fails in an invented valley, and the invented papers do not agree.

use std::collections::BTreeMap;
use std::sync::Arc;

use dateline::calendar::notation::parse;
use dateline::dating::{Basis as Written, Published};
use dateline::events::{
    Analysis, Article, Basis, Conflict, ConflictKind, Event, EventKey, Likeness, Mention, Stated, Status, Weight,
};
use dateline::temporal::{Dated, Expr, Reason, Timex, TimexType};
use dateline::text::{Document, Kind, OriginMap, Paragraph, Sentence, Source, TextRange};
use dateline::timeline::{Problem, Timeline, order};

/// A paragraph of one sentence: the event it tells (or none), the words with the date in brackets, when that is.
pub type Told = (&'static str, &'static str, &'static str);

/// An article as a test writes it.
#[derive(Clone, Copy)]
pub struct Written1<'a> {
    pub path: &'a str,
    pub outlet: &'a str,
    pub title: &'a str,
    pub published: &'a str,
    pub told: &'a [Told],
    pub copy_of: Option<u32>,
}

/// The title of an event, its status, its conflicts, its number of independent sources.
pub struct Named {
    pub title: &'static str,
    pub status: Status,
    pub conflict: Option<(&'static str, &'static [(&'static str, u32)])>,
}

const DAM: &str = "dam";

/// The dam of Karsen.
pub fn karsen() -> Timeline {
    let rada: &[Told] = &[
        ("", "ORLIK. Rescuers went on working in the flooded quarters of the town.", ""),
        ("seepage", "Inspectors had known of water coming through the wall [since Monday].", "2024-03-11"),
        (
            DAM,
            "The wall of the Karsen dam collapsed [on Thursday at 9.40 a.m.]; the water reached Orlik within an hour.",
            "2024-03-14 09:40",
        ),
        ("hospital", "The hospital of Orlik was evacuated [the same day].", "2024-03-14"),
        ("denial", "The builder, Hydrostal, denies any fault in the design.", "2024-03-14"),
        ("payouts", "The minister promised that payouts would begin [in April].", "2024-04"),
        ("", "Photo: press service", ""),
    ];
    let anp: &[Told] = &[
        (DAM, "The Karsen dam [gave way at 9.40 on Thursday morning], officials said, killing at least 17.", "2024-03-14 09:40"),
        ("office", "The regional office was told of the leak [between Tuesday and Thursday].", "2024-03-12..14"),
        ("order", "An evacuation order was drafted [on Wednesday evening] but never signed.", "2024-03-13 18:00"),
        ("emergency", "The government declared a state of emergency [on Friday].", "2024-03-15"),
    ];
    let sen: &[Told] = &[
        (DAM, "Residents said the wall broke [at dawn on March 14], hours before any siren.", "2024-03-14"),
        ("shelter", "The first survivors reached the shelter in Sen [about two days later].", "~2024-03-16"),
        ("director", "The director of Hydrostal is said to have left the country [after March 18].", ">2024-03-18"),
        ("repair", "The ministry signed the contract for the repair [on February 2].", "2024-02-02"),
        ("drawn", "The reservoir was drawn down for inspection [from February 19 to 23].", "2024-02-19/23"),
    ];
    let gov: &[Told] = &[
        (DAM, "On [14 March] the Karsen structure failed; 211 persons are confirmed dead.", "2024-03-14"),
        ("witness", "The commission is to hear its first witnesses [on 25 March].", "2024-03-25"),
        ("old", "Engineers warned of cracks in the eastern abutment [in February].", "2024-02"),
        ("meeting", "The valley council met to speak of it.", ""),
    ];
    let articles = [
        Written1 {
            path: "karsen/anp-88213.txt",
            outlet: "ANP wire",
            title: "Dam fails above Orlik",
            published: "2024-03-14",
            told: anp,
            copy_of: None,
        },
        Written1 {
            path: "karsen/gov/b20.txt",
            outlet: "Gov. bulletin",
            title: "Bulletin 20",
            published: "2024-03-20",
            told: gov,
            copy_of: None,
        },
        Written1 {
            path: "karsen/herald.txt",
            outlet: "Herald",
            title: "Dam fails above Orlik",
            published: "2024-03-15",
            told: anp,
            copy_of: Some(0),
        },
        Written1 {
            path: "karsen/rada24/0314.html",
            outlet: "Rada24",
            title: "The water came within an hour",
            published: "2024-03-14",
            told: rada,
            copy_of: None,
        },
        Written1 {
            path: "karsen/sen/77.md",
            outlet: "Sen Daily",
            title: "Before any siren",
            published: "2024-03-16",
            told: sen,
            copy_of: None,
        },
    ];
    let happened = |title| Named { title, status: Status::Happened, conflict: None };
    let status = |title, status| Named { title, status, conflict: None };
    let names = BTreeMap::from([
        (
            DAM,
            Named {
                title: "Karsen dam wall fails; water reaches Orlik",
                status: Status::Happened,
                conflict: Some(("deaths", &[("17", 0), ("211", 1)])),
            },
        ),
        ("seepage", happened("Inspectors record seepage at Karsen dam")),
        ("hospital", happened("Orlik hospital evacuated")),
        ("denial", status("Hydrostal denies design fault", Status::Denied)),
        ("payouts", status("Payouts begin", Status::Planned)),
        ("office", happened("Regional office told of the leak")),
        ("order", status("Evacuation order drafted, not signed", Status::Claimed)),
        ("emergency", happened("Government declares state of emergency")),
        ("shelter", happened("First survivors reach Sen shelter")),
        ("director", status("Hydrostal director leaves the country", Status::Claimed)),
        ("repair", happened("Ministry signs contract for the repair of the dam with Hydrostal after two years of talks")),
        ("drawn", happened("Reservoir drawn down for inspection")),
        ("witness", status("Commission to hear first witnesses", Status::Planned)),
        ("old", happened("Engineers warn of cracks in eastern abutment")),
        ("meeting", happened("Valley council meets")),
    ]);
    let mut timeline = build(&articles, &names);
    timeline.problems = vec![Problem {
        path: "karsen/scan-0007.pdf".to_owned(),
        line: None,
        what: "no text in it; a scan must be read by OCR first".to_owned(),
    }];
    timeline
}

/// A chronology of articles and the names of what they tell.
pub fn build(written: &[Written1], names: &BTreeMap<&str, Named>) -> Timeline {
    let mut timeline = Timeline { generation: 1, ..Timeline::default() };
    let mut told: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (article_idx, it) in (0u32..).zip(written) {
        let mut document = Document { source: source(it), ..Document::default() };
        let mut origin = OriginMap::default();
        let (mut timexes, mut dated) = (Vec::new(), Vec::new());
        for (number, &(event, words, when)) in (1u32..).zip(it.told) {
            if number > 1 {
                document.text.push_str("\n\n");
            }
            let start = document.text.len();
            let (before, rest) = words.split_once('[').unwrap_or((words, ""));
            let (phrase, after) = rest.split_once(']').unwrap_or((rest, ""));
            document.text.push_str(&[before, phrase, after].concat());
            let range = TextRange::new(start, document.text.len());
            let sentence = document.sentences.len() as u32;
            let kind = if words.starts_with("Photo:") { Kind::Furniture } else { Kind::Body };
            document.paragraphs.push(Paragraph { range, number, kind });
            document.sentences.push(Sentence { range, paragraph: number - 1, number: 1 });
            origin.paragraph_lines.push(2 * number + 7);
            let interval = parse(when);
            let mut timex = None;
            if !phrase.is_empty() {
                timex = Some(timexes.len() as u32);
                let said = TextRange::new(start + before.len(), start + before.len() + phrase.len());
                let reason = Reason {
                    expression: phrase.to_owned(),
                    result: when.to_owned(),
                    anchor: parse(it.published).map(|it| (it, "published")),
                    rule: format!("{phrase:?} + published {} = {when}", it.published),
                    ..Reason::default()
                };
                timexes.push(Timex {
                    range: said,
                    expr: Expr::Today(0),
                    rule: "",
                    hedge: Default::default(),
                    lead: Default::default(),
                    tense: Default::default(),
                    is_frame: false,
                });
                let kind = TimexType::Date;
                dated.push(Dated { timex: dated.len() as u32, when: interval, kind, value: when.to_owned(), reason });
            }
            if event.is_empty() {
                continue;
            }
            told.entry(event).or_default().push(timeline.mentions.len() as u32);
            timeline.mentions.push(Mention {
                document: article_idx,
                sentence,
                timex,
                when: interval,
                basis: if timex.is_some() { Basis::Said } else { Basis::Nothing },
                status: Status::Happened,
                trigger: None,
                content: None,
                entities: Vec::new(),
                figures: Vec::new(),
                clause: range,
                weight: Weight::Main,
            });
        }
        document.origin = origin;
        let published = parse(it.published);
        let analysis = Arc::new(Analysis { document, timexes, ..Analysis::default() });
        timeline.articles.push(Article { analysis, published, inferred: false, dated, copy_of: it.copy_of });
        let why = "the metadata says so".to_owned();
        timeline.published.push(published.map(|when| Published { when, basis: Written::Metadata, why }));
    }
    for (key, (event, mentions)) in (1u64..).zip(told) {
        let Some(named) = names.get(event) else { continue };
        timeline.events.push(make_event(&timeline, EventKey(key), named, mentions));
    }
    order::sort(&mut timeline.events);
    timeline
}

fn source(written: &Written1) -> Source {
    Source {
        id: written.path.to_owned(),
        path: written.path.to_owned(),
        title: Some(written.title.to_owned()),
        outlet: Some(written.outlet.to_owned()),
        language: Some("en".to_owned()),
        ..Source::default()
    }
}

fn make_event(timeline: &Timeline, key: EventKey, named: &Named, mentions: Vec<u32>) -> Event {
    let whens = mentions.iter().filter_map(|&it| timeline.mentions[it as usize].when);
    let is_original = |it: &&u32| timeline.articles[timeline.mentions[**it as usize].document as usize].copy_of.is_none();
    let conflicts = named.conflict.iter().map(|(what, values)| Conflict {
        of: ConflictKind::Figure,
        what: (*what).to_owned(),
        values: values.iter().map(|(value, at)| Stated { value: (*value).to_owned(), mentions: vec![*at] }).collect(),
    });
    Event {
        key,
        title: named.title.to_owned(),
        when: whens.min_by_key(|it| it.precision),
        status: named.status,
        why: Likeness::default(),
        conflicts: conflicts.collect(),
        entities: Vec::new(),
        salience: 0.5,
        articles: mentions.len() as u32,
        independent: mentions.iter().filter(is_original).count() as u32,
        linked: None,
        mentions,
    }
}
