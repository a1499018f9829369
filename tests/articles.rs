//! The judgement of a careful reader on five real articles, where they lie beside the project: when each was written, every
//! dated thing it says, which of them are one. The words here are ours; of the articles there are only a few letters to find
//! the sentence by.

use std::path::PathBuf;

use dateline::calendar::{Interval, notation};
use dateline::cli::args::{Known, Reading};
use dateline::events::{Event, Mention, Status};
use dateline::timeline::{Timeline, trail};

fn read() -> Option<Timeline> {
    read_with(Vec::new())
}

/// The articles, with days of writing that a reader has set.
fn read_with(written: Vec<(String, Interval)>) -> Option<Timeline> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    folder.is_dir().then(|| {
        dateline::cli::read::articles(&Reading {
            paths: vec![folder.clone()],
            known: Known { project: Some("no-journal".into()), written },
        })
    })
}

fn article(timeline: &Timeline, number: &str) -> u32 {
    let name = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let found = timeline.articles.iter().position(|it| name(&it.document().source.path).starts_with(number));
    u32::try_from(found.unwrap()).unwrap()
}

fn days(written: &str) -> Interval {
    notation::parse(written).unwrap()
}

/// The events that an article's sentence with these words stands behind.
fn told<'a>(timeline: &'a Timeline, number: &str, words: &str) -> Vec<(&'a Event, &'a Mention)> {
    let article = article(timeline, number);
    let document = timeline.articles[article as usize].document();
    let pairs =
        timeline.events.iter().flat_map(|event| event.mentions.iter().map(move |&it| (event, &timeline.mentions[it as usize])));
    let of_article = pairs.filter(|it| it.1.document == article);
    of_article.filter(|it| document.quote(trail::sentence(timeline, it.1)).contains(words)).collect()
}

/// Claims of one article: letters of the sentence, its date, its status.
fn check(number: &str, written: &str, claims: &[(&str, &str, Status)]) {
    let Some(timeline) = read() else { return };
    check_in(&timeline, number, written, claims);
}

fn check_in(timeline: &Timeline, number: &str, written: &str, claims: &[(&str, &str, Status)]) {
    let mut wrong = Vec::new();
    let published = timeline.published[article(timeline, number) as usize].as_ref();
    match published {
        Some(it) if it.when.within(&days(written)) => {}
        it => wrong.push(format!("written {written}: got {:?}", it.map(|it| (notation::write(&it.when), &it.why)))),
    }
    for (words, when, status) in claims {
        let found = told(timeline, number, words);
        let right = found.iter().any(|(event, mention)| {
            // The event may know the day more exactly than this sentence does.
            let dated = |it: &Interval| (it.first_day(), it.last_day()) == (days(when).first_day(), days(when).last_day());
            (mention.when.as_ref().is_some_and(dated) || event.when.as_ref().is_some_and(dated)) && mention.status == *status
        });
        if !right {
            let got: Vec<String> = found
                .iter()
                .map(|(event, it)| {
                    let when = notation::write_or_undated(it.when.as_ref());
                    format!(
                        "{when} {} (event {} {})",
                        it.status.name(),
                        notation::write_or_undated(event.when.as_ref()),
                        event.title
                    )
                })
                .collect();
            wrong.push(format!("{words:?} at {when} {}: got {got:#?}", status.name()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

use Status::{Claimed, Happened, Planned};

#[test]
fn the_trip_as_a_government_source_told_it() {
    let claims = [
        ("take place in Miami over the weekend", "2025-12-20..21", Planned),
        ("negotiations in Berlin earlier this week", "2025-12-14..19", Happened),
        ("war that erupted in February", "2022-02", Happened),
        // "Yesterday", of an article that nothing dates more exactly than to the 19th or the 20th.
        ("scheduled to meet", "2025-12-18..19", Planned),
        ("stated on December 12th", "2025-12-12", Happened),
        ("reminded earlier this week", "2025-12-14..19", Happened),
    ];
    check("000", "2025-12-18..20", &claims);
}

#[test]
fn the_trip_as_a_partisan_page_told_it() {
    let claims = [
        ("social media post on Saturday", "2025-12-20", Happened),
        // "Earlier this week", on the 20th or the 21st.
        ("advisors from Germany, France", "2025-12-14..20", Happened),
    ];
    check("001", "2025-12-20..21", &claims);
}

/// What leans on a day of writing is as exact as that day, once a reader has set it.
#[test]
fn a_day_that_the_reader_sets_moves_what_leans_on_it() {
    let Some(timeline) = read() else { return };
    let id = |number: &str| timeline.articles[article(&timeline, number) as usize].document().source.id.clone();
    let written = ["000", "001"].map(|it| (id(it), days("2025-12-20")));
    let Some(set) = read_with(written.to_vec()) else { return };
    check_in(&set, "000", "2025-12-20", &[("scheduled to meet", "2025-12-19", Planned)]);
    check_in(&set, "001", "2025-12-20", &[("advisors from Germany, France", "2025-12-14..19", Happened)]);
}

#[test]
fn the_trip_as_an_agency_told_it() {
    let claims = [
        ("said on Saturday he was heading", "2025-12-20", Happened),
        ("on Friday promised not to force", "2025-12-19", Happened),
        ("join the talks on Saturday", "2025-12-20", Planned),
        ("sent troops into Ukraine", "2022-02", Happened),
        ("The weekend talks come", "2025-12-20..21", Happened),
        ("annual news conference on Friday", "2025-12-19", Happened),
        ("captured two villages", "2025-12-20", Claimed),
        ("overnight Russian ballistic missile", "2025-12-19..20", Happened),
        ("two Russian fighter jets", "2025-12-20", Claimed),
        ("ordered a full-scale invasion", "2022-02", Happened),
    ];
    check("002", "2025-12-20", &claims);
}

#[test]
fn the_talks_as_a_page_saved_in_january_told_them() {
    let claims = [
        ("held over the weekend in Florida", "2025-12-20..21", Happened),
        ("wrapping up the second day", "2025-12-21", Happened),
        ("report to Putin on 22 December", "2025-12-22", Planned),
        ("In November, Trump began pressuring", "2025-11", Happened),
        ("On 18 December, he noted", "2025-12-18", Happened),
    ];
    check("003", "2025-12-21..22", &claims);
}

#[test]
fn the_talks_as_an_agency_in_the_north_told_them() {
    let claims =
        [("arrived in Miami on Saturday", "2025-12-20", Happened), ("in Moscow, said on Sunday", "2025-12-21", Happened)];
    check("004", "2025-12-21..22", &claims);
}

/// Sentences of different articles that tell one event stand behind one event.
#[test]
fn one_event_stands_once() {
    let Some(timeline) = read() else { return };
    let same: &[(&str, &str, &str, &str)] = &[
        ("001", "social media post on Saturday", "002", "On the way to Miami"),
        ("002", "sent troops into Ukraine", "000", "war that erupted"),
        ("002", "sent troops into Ukraine", "002", "ordered a full-scale invasion"),
        ("003", "second day of talks", "004", "in Moscow, said on Sunday"),
        ("003", "certainly do not improve", "004", "definitely do not improve"),
    ];
    let mut wrong = Vec::new();
    for (a, words_a, b, words_b) in same {
        let (first, second) = (told(&timeline, a, words_a), told(&timeline, b, words_b));
        if !first.iter().any(|it| second.iter().any(|other| it.0.key == other.0.key)) {
            let titles = |it: &[(&Event, &Mention)]| it.iter().map(|it| it.0.title.clone()).collect::<Vec<_>>();
            wrong.push(format!("{a} {words_a:?} {:?} / {b} {words_b:?} {:?}", titles(&first), titles(&second)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The trip is told by two articles at least, and the press conference and the briefing stand on their days.
#[test]
fn the_turning_points_stand() {
    let Some(timeline) = read() else { return };
    let points: &[(&str, &[&str], usize)] =
        &[("2025-12-20", &["Miami"], 2), ("2025-12-19", &["conference"], 1), ("2025-12-21", &["Ushakov"], 2)];
    for (when, words, n_articles) in points {
        let found = timeline.events.iter().any(|event| {
            let on_day = event.when.is_some_and(|it| it.within(&days(when)));
            let quotes: Vec<String> = trail::evidence(&timeline, event).iter().map(|it| trail::quote(&timeline, it)).collect();
            on_day
                && event.articles as usize >= *n_articles
                && words.iter().all(|it| quotes.iter().any(|quote| quote.contains(it)))
        });
        assert!(found, "{when} {words:?} from {n_articles}");
    }
}

/// No event on or around the day a page was saved, and none made of furniture.
#[test]
fn the_page_around_an_article_is_no_event() {
    let Some(timeline) = read() else { return };
    for event in &timeline.events {
        assert!(!event.when.is_some_and(|it| it.overlaps(&days("2026-01"))), "{}", event.title);
        for it in trail::evidence(&timeline, event) {
            let quote = trail::quote(&timeline, &it);
            for furniture in [
                "back to top",
                "Ghostbusters",
                "Recruitment Drive",
                "Original url",
                "Loading related",
                "TT News Agency",
                "Реклама",
            ] {
                assert!(!quote.contains(furniture), "{furniture}: {quote}");
            }
        }
    }
}
