//! What days hold together and what they keep apart: rows told twice, plans that slip, counts of what is left, evidence by
//! how much it tells.

use super::timeline;
use dateline::calendar::notation;
use dateline::events::{Event, Status};
use dateline::timeline::Timeline;

/// The sentences that tell an event, in its order.
fn evidence(timeline: &Timeline, event: &Event) -> Vec<String> {
    let of = |it: &dateline::events::Mention| {
        let document = timeline.articles[it.document as usize].document();
        document.quote(document.sentences[it.sentence as usize].range)
    };
    event.told(&timeline.mentions).map(of).collect()
}

fn holding<'a>(timeline: &'a Timeline, words: &str) -> Option<&'a Event> {
    timeline.events.iter().find(|it| evidence(timeline, it).iter().any(|it| it.contains(words)))
}

#[test]
fn what_is_left_cannot_be_more_a_day_later() {
    let counts = |early: &str, late: &str| {
        let early = format!("The envoy Oto Marn said on Monday that {early} were left of the harbour treaty of Karelo.");
        let late = format!("The minister Ana Velik said on Tuesday that the harbour treaty of Karelo was down to {late}.");
        let timeline = timeline(&[("2024-03-11", early.as_str()), ("2024-03-13", late.as_str())]);
        let values =
            |it: &Event| it.conflicts.iter().flat_map(|it| it.values.iter().map(|it| it.value.clone())).collect::<Vec<_>>();
        timeline.events.iter().flat_map(values).collect::<Vec<String>>()
    };
    assert_eq!(counts("12 articles", "15 articles"), ["12", "15"]);
    assert_eq!(counts("15 articles", "12 articles"), Vec::<String>::new());
    assert_eq!(counts("12 articles", "15 maps"), Vec::<String>::new());
}

#[test]
fn a_number_that_names_counts_nothing() {
    let told = |n: &str| format!("Doctors in Sabra confirmed the fever in {n} on Monday, officials said.");
    let conflicts = |a: &str, b: &str| {
        let (a, b) = (told(a), told(b));
        let timeline = timeline(&[("2024-03-12", a.as_str()), ("2024-03-12", b.as_str())]);
        timeline.events.iter().map(|it| it.conflicts.len()).sum::<usize>()
    };
    assert_eq!(conflicts("five pupils", "nine pupils"), 1);
    assert_eq!(conflicts("five pupils", "year nine pupils"), 0);
}

#[test]
fn nobody_tells_as_done_what_is_yet_to_come() {
    let early = "The dam of Karelo broke open after the storm.\n\nThe flood drowned the lower town of Karelo when the dam broke.";
    let late = "The dam of Karelo broke on Friday, March 15, 2024, and the flood drowned the lower town of Karelo.";
    let timeline = timeline(&[("2024-03-11", early), ("2024-03-16", late)]);
    let event = holding(&timeline, "on Friday").unwrap();
    assert_eq!(evidence(&timeline, event).iter().filter(|it| it.contains("lower town")).count(), 1);
}

#[test]
fn what_a_clause_leans_on_has_its_own_day() {
    let article = "After a short meeting on Wednesday, March 13, 2024, the envoy Oto Marn was left waiting in a hotel of Dorn.";
    let timeline = timeline(&[("2024-03-16", article)]);
    let waited = timeline.events.iter().filter(|it| it.title.contains("left waiting"));
    let days: Vec<String> = waited.map(|it| notation::write_or_undated(it.when.as_ref())).collect();
    assert!(!days.contains(&"2024-03-13".to_owned()), "{days:?}");
}

#[test]
fn who_tells_an_event_stands_before_who_plans_it_or_names_it() {
    let plan = "The parliament of Karelo will vote on the harbour treaty on Tuesday, March 12, 2024.";
    let passing = "The envoy Oto Marn flew home on Thursday, March 14, 2024, after the parliament of Karelo rejected the harbour treaty \
        on Tuesday.";
    let told = "The parliament of Karelo rejected the harbour treaty on Tuesday, March 12, 2024.";
    let timeline = timeline(&[("2024-03-11", plan), ("2024-03-15", passing), ("2024-03-15", told)]);
    let event = holding(&timeline, told).unwrap();
    assert_eq!(event.status, Status::Happened);
    assert_eq!(evidence(&timeline, event).first().map(String::as_str), Some(told));
    assert!(evidence(&timeline, event).len() > 1);
}

#[test]
fn a_stamp_of_years_later_is_no_plan() {
    let told = |when: &str| format!("The mayor of Karelo will open the new bridge over the Tolm at {when}.");
    let rows = |when: &str| timeline(&[("2024-03-11", told(when).as_str())]).events.len();
    assert_eq!(rows("8:41 pm on March 14, 2024"), 1);
    assert_eq!(rows("8:41 pm on February 11, 2026"), 0);
}
