//! The sample dossier against the judgement of a careful reader (`tests/golden/sample-truth.md`): when each article was
//! written, each dated statement at its date, the same event once. The shares that are right may only rise.

mod truth;

use std::collections::BTreeMap;
use std::sync::Arc;

use dateline::calendar::{Interval, notation};
use dateline::events::{Basis, Mention};
use dateline::pipeline::{self, Knowledge};
use dateline::timeline::correction::Corrections;
use dateline::timeline::{Timeline, trail};
use truth::{Row, Truth};

/// What is reached now, in per cent; raise it when the test says so.
const WRITTEN: f64 = 83.3;
const DATED: f64 = 58.0;
const DATED_GIVEN: f64 = 71.6;
const JOINED_PRECISION: f64 = 98.5;
const JOINED_RECALL: f64 = 7.0;

fn mentions_of<'a>(timeline: &'a Timeline, article: usize, row: &Row) -> Vec<(u32, &'a Mention)> {
    let document = timeline.articles[article].document();
    let Some(range) = truth::find(document, &row.words) else { return Vec::new() };
    let mut found = Vec::new();
    for (event_idx, event) in (0u32..).zip(&timeline.events) {
        for &mention in &event.mentions {
            let mention = &timeline.mentions[mention as usize];
            let sentence = document.sentences.get(mention.sentence as usize).map(|it| it.range);
            if mention.document as usize == article && sentence.is_some_and(|it| it.overlaps(range)) {
                found.push((event_idx, mention));
            }
        }
    }
    found
}

fn same_days(a: &Interval, b: &Interval) -> bool {
    (a.first_day(), a.last_day()) == (b.first_day(), b.last_day())
}

fn floor(what: &str, got: f64, floor: f64, notes: &[String]) {
    println!("{what}: {got:.1} %");
    assert!(got >= floor, "{what} fell to {got:.1} from {floor}:\n{}", notes.join("\n"));
    assert!(got < floor + 1.0, "{what} rose to {got:.1}: raise its floor from {floor}");
}

#[test]
fn articles_are_dated_as_a_careful_reader_dates_them() {
    let (timeline, truth) = (dateline::cli::read::sample(), Truth::read());
    let (mut n_right, mut wrong, mut notes) = (0, Vec::new(), Vec::new());
    for article in &truth.articles {
        let idx = truth::article(&timeline, article);
        let got = timeline.published[idx].as_ref();
        let shown = got.map(|it| format!("{} ({}: {})", notation::write(&it.when), it.basis.name(), it.why));
        let note = format!("{}: written {}, got {shown:?}", article.name, notation::write(&article.written));
        match got {
            Some(it) if !it.when.overlaps(&article.written) => wrong.push(note),
            Some(it) if it.when.n_days() <= 3 => n_right += 1,
            Some(_) | None => notes.push(note),
        }
    }
    assert!(wrong.is_empty(), "a wrong day is worse than none:\n{}", wrong.join("\n"));
    println!("{}", notes.join("\n"));
    floor("articles dated within three days", 100.0 * f64::from(n_right) / truth.articles.len() as f64, WRITTEN, &notes);
}

/// The share of dated statements that stand at their dates, with the others as lines.
fn dated_right(timeline: &Timeline, truth: &Truth) -> (f64, Vec<String>) {
    let (mut n_rows, mut n_right, mut notes) = (0, 0, Vec::new());
    for article in &truth.articles {
        let idx = truth::article(timeline, article);
        for row in article.rows.iter().filter(|it| it.event != "none") {
            let Some(when) = row.when else { continue };
            n_rows += 1;
            let found = mentions_of(timeline, idx, row);
            if found.iter().any(|it| it.1.when.is_some_and(|it| same_days(&it, &when))) {
                n_right += 1;
                continue;
            }
            let got: Vec<String> = found.iter().map(|it| notation::write_or_undated(it.1.when.as_ref())).collect();
            notes.push(format!("{} {:?}: {} got {got:?}", article.name, row.words, notation::write(&when)));
        }
    }
    println!("{}", notes.join("\n"));
    (100.0 * f64::from(n_right) / f64::from(n_rows), notes)
}

#[test]
fn dated_statements_stand_at_their_dates() {
    let (share, notes) = dated_right(&dateline::cli::read::sample(), &Truth::read());
    floor("dated statements at their dates", share, DATED, &notes);
}

/// The same where the reader has set the day of writing of each article.
#[test]
fn dated_statements_stand_at_their_dates_where_the_days_of_writing_are_known() {
    let truth = Truth::read();
    let timeline = dateline::cli::read::sample();
    let mut corrections = Corrections::default();
    for article in &truth.articles {
        let id = &timeline.articles[truth::article(&timeline, article)].document().source.id;
        corrections.written.insert(id.clone(), article.written);
    }
    let analyses: Vec<_> = timeline.articles.iter().map(|it| Arc::clone(&it.analysis)).collect();
    let timeline = pipeline::assemble(&analyses, &corrections, Vec::new(), &Knowledge::builtin());
    let (share, notes) = dated_right(&timeline, &truth);
    floor("dated statements at their dates where the days of writing are known", share, DATED_GIVEN, &notes);
}

#[test]
fn the_same_event_stands_once() {
    let (timeline, truth) = (dateline::cli::read::sample(), Truth::read());
    let mut bearers: Vec<(usize, Vec<&str>, Vec<u32>, &str)> = Vec::new();
    for article in &truth.articles {
        let idx = truth::article(&timeline, article);
        for row in article.rows.iter().filter(|it| it.event.starts_with('E')) {
            // Of a sentence that tells two events only the mention at the date of the row bears it.
            let fits = |it: &Mention| it.when.zip(row.when).is_none_or(|(a, b)| a.overlaps(&b));
            let events = mentions_of(&timeline, idx, row).iter().filter(|it| fits(it.1)).map(|it| it.0).collect();
            bearers.push((idx, truth::ids(&row.event), events, &row.words));
        }
    }
    let (mut gold, mut joined, mut right, mut notes) = (0, 0, 0, Vec::new());
    for (n, a) in bearers.iter().enumerate() {
        for b in &bearers[n + 1..] {
            if a.0 == b.0 {
                continue;
            }
            let (same, together) = (a.1.iter().any(|it| b.1.contains(it)), a.2.iter().any(|it| b.2.contains(it)));
            gold += i32::from(same);
            joined += i32::from(together);
            right += i32::from(same && together);
            if together && !same {
                notes.push(format!("WRONG {:?} {:?} | {:?} {:?}", a.1, a.3, b.1, b.3));
            }
        }
    }
    println!("{}", notes.join("\n"));
    floor("joined pairs that are right", 100.0 * f64::from(right) / f64::from(joined.max(1)), JOINED_PRECISION, &notes);
    floor("pairs of one event that are joined", 100.0 * f64::from(right) / f64::from(gold), JOINED_RECALL, &notes);
}

#[test]
fn furniture_is_no_event() {
    let (timeline, truth) = (dateline::cli::read::sample(), Truth::read());
    for article in &truth.articles {
        let idx = truth::article(&timeline, article);
        for row in article.rows.iter().filter(|it| it.event == "none") {
            let found = mentions_of(&timeline, idx, row);
            let titles: Vec<&str> = found.iter().map(|it| timeline.events[it.0 as usize].title.as_str()).collect();
            assert!(titles.is_empty(), "{}: {:?} became {titles:?}", article.name, row.words);
        }
    }
}

#[test]
fn every_event_has_its_own_key_and_title() {
    let timeline = dateline::cli::read::sample();
    let mut keys = BTreeMap::new();
    for event in &timeline.events {
        let before = keys.insert(event.key, &event.title);
        assert_eq!(before, None, "{} is the key of {:?} too", event.key, event.title);
        assert!(!event.title.trim().is_empty(), "{} has no title", event.key);
    }
}

/// The whole chronology as it is printed: a change of it is read, line by line, before the file is renewed with
/// `cargo run -- demo > tests/golden/sample-chronology.txt`.
#[test]
fn the_chronology_stands_as_it_was_read() {
    let timeline = dateline::cli::read::sample();
    let events: Vec<u32> = (0u32..).zip(&timeline.events).map(|it| it.0).collect();
    let mut printed = Vec::new();
    let selection = dateline::export::Selection { timeline: &timeline, events: &events, query: "" };
    dateline::export::plain::write(&selection, &mut printed).unwrap();
    let golden = include_str!("golden/sample-chronology.txt");
    for (n, (got, expected)) in String::from_utf8(printed.clone()).unwrap().lines().zip(golden.lines()).enumerate() {
        assert_eq!(got, expected, "line {}", n + 1);
    }
    assert_eq!(printed.len(), golden.len());
}

#[test]
fn a_year_that_stands_above_is_part_of_the_reason() {
    let timeline = dateline::cli::read::sample();
    let day = |it: &&Mention| it.when.is_some_and(|it| notation::write(&it) == "2022-02-24") && it.basis == Basis::Context;
    let told: Vec<&Mention> = timeline.mentions.iter().filter(day).collect();
    assert!(!told.is_empty());
    for mention in told {
        let why = trail::why(&timeline, mention);
        assert!(why.ends_with("\"24 February\" in the year that stands above = 2022-02-24"), "{why}");
    }
}
