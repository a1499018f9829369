//! What is one event and what is not.

use super::timeline;
use dateline::events::{ConflictKind, EventKey};
use dateline::timeline::trail;

/// Each event of two articles or more: its date, how many articles tell it, how many of them are independent.
fn check(articles: &[(&str, &str)], expected: &[(&str, u32, u32)]) {
    let timeline = timeline(articles);
    let shared = timeline.events.iter().filter(|it| it.articles > 1);
    let found: Vec<(String, u32, u32)> = shared
        .map(|it| (it.when.map_or_else(String::new, |it| it.first_day().to_string()), it.articles, it.independent))
        .collect();
    let expected: Vec<(String, u32, u32)> = expected.iter().map(|it| (it.0.to_owned(), it.1, it.2)).collect();
    assert_eq!(found, expected, "{:#?}", timeline.events.iter().map(|it| (&it.title, it.when)).collect::<Vec<_>>());
}

const VOTE: &str = "Lawmakers in Karelo rejected the harbour treaty on Tuesday after a debate that lasted all night.";

#[test]
fn one_day_and_one_deed_is_one_event() {
    let other = "The parliament of Karelo rejected the harbour treaty on Tuesday, March 12, 2024, by 61 votes to 40.";
    check(&[("2024-03-13", VOTE), ("2024-03-14", other)], &[("2024-03-12", 2, 2)]);
}

#[test]
fn the_same_words_a_week_later_are_another_event() {
    check(&[("2024-03-13", VOTE), ("2024-03-20", VOTE.replace("all night", "two hours").as_str())], &[]);
}

#[test]
fn copies_count_as_one_source() {
    let body =
        format!("{VOTE}\n\nThe treaty would have given the fishing fleet of Dorn free use of the northern docks for ten years.");
    let other = "Karelo lawmakers rejected the harbour treaty with Dorn on Tuesday.";
    check(&[("2024-03-13", &body), ("2024-03-13", &body), ("2024-03-13", other)], &[("2024-03-12", 3, 2)]);
}

#[test]
fn two_deeds_of_one_day_stay_apart() {
    let other = "A ferry ran aground off the island of Tolm on Tuesday and forty passengers were taken ashore in boats.";
    check(&[("2024-03-13", VOTE), ("2024-03-13", other)], &[]);
}

#[test]
fn one_day_the_same_people_and_a_kindred_deed_is_one_event() {
    let met = "The prime minister, Ana Velik, met President Oto Marn in Karelo on Tuesday, March 12, 2024.";
    let received = "Oto Marn received Ana Velik for lunch on Tuesday and showed her the new wing of his residence.";
    check(&[("2024-03-13", met), ("2024-03-14", received)], &[("2024-03-12", 2, 2)]);
    let others = "The governor of the bank, Ilja Sarn, received leaders of the dockers' union on Tuesday in Dorn.";
    check(&[("2024-03-13", met), ("2024-03-14", others)], &[]);
}

#[test]
fn who_comes_forward_with_something_makes_no_journey() {
    let told = "Ana Velik will return to Karelo on Friday to brief the council, she said.\n\nThe owners of the ferries came forward with their own changes to protect the harbour and the fleet of Karelo.";
    let timeline = timeline(&[("2024-03-13", told)]);
    let journey: Vec<usize> =
        timeline.events.iter().filter(|it| it.title.contains("return")).map(|it| it.mentions.len()).collect();
    assert_eq!(journey, [1], "{:#?}", timeline.events.iter().map(|it| (&it.title, it.when)).collect::<Vec<_>>());
}

#[test]
fn what_leaves_the_telling_to_its_object_is_told_by_it() {
    let told = "Karelo, which sent troops into Tolm in February 2019, says that it will not leave the northern islands.";
    let other = "The talks are meant to end the war that Karelo launched against Tolm in February 2019.";
    check(&[("2024-03-13", told), ("2024-04-02", other)], &[("2019-02-01", 2, 2)]);
}

#[test]
fn an_article_tells_of_late_days_where_it_says_none() {
    let told = "Ana Velik opened the harbour museum of Dorn on Tuesday and praised the fishermen who had paid for its roof.";
    let late = "A new book is out.\n\nAna Velik opened the harbour museum of Dorn and praised the fishermen for its roof.";
    check(&[("2024-03-13", told), ("2024-03-15", late)], &[("2024-03-12", 2, 2)]);
    check(&[("2024-03-13", told), ("2024-06-15", late)], &[]);
}

/// Whether the sentences with these words stand behind one event.
fn together(articles: &[(&str, &str)], a: &str, b: &str) -> bool {
    let timeline = timeline(articles);
    timeline.events.iter().any(|event| {
        let told = trail::evidence(&timeline, event);
        let holds = |words: &str| told.iter().any(|it| trail::quote(&timeline, it).contains(words));
        holds(a) && holds(b)
    })
}

const ARREST: &str = "Police arrested the goalkeeper Milo Varn in Dorn on Tuesday on suspicion of fraud.";

#[test]
fn what_is_named_in_passing_comes_home_to_the_deed_of_its_article() {
    let passing = "The arrest of Milo Varn in Dorn will not change the side that plays on Sunday, the coach said.";
    let after = format!("{ARREST}\n\n{passing}");
    assert!(together(&[("2024-03-13", &after)], "on suspicion", "will not change"));
    let other = "The sale of the old stadium in Dorn will not change the side that plays on Sunday, the coach said.";
    let after = format!("{ARREST}\n\n{other}");
    assert!(!together(&[("2024-03-13", &after)], "on suspicion", "will not change"));
}

#[test]
fn a_sentence_that_says_another_day_tells_of_no_arrest_on_this_one() {
    let released = "A judge in Dorn released Milo Varn on Wednesday after a hearing on the arrest of the goalkeeper.";
    let articles: &[(&str, &str)] = &[("2024-03-14", ARREST), ("2024-03-14", released)];
    assert!(!together(articles, "on suspicion", "released Milo Varn"));
}

#[test]
fn what_lies_further_back_than_the_news_is_none_of_it() {
    let met = "Ana Velik and Oto Marn met in Karelo on Tuesday, March 12, 2024.";
    let since = "It is ten days since Ana Velik and Oto Marn met in Karelo.";
    assert!(!together(&[("2024-03-13", met), ("2024-03-13", since)], "on Tuesday", "ten days since"));
}

#[test]
fn the_day_and_the_night_that_begins_on_it_are_one() {
    let day = "A fire destroyed the paper mill of Karelo on Tuesday.";
    let night = "The paper mill of Karelo was destroyed by a fire on Tuesday night.";
    check(&[("2024-03-13", day), ("2024-03-13", night)], &[("2024-03-12", 2, 2)]);
    // Nor do they part what one article tells.
    let both = format!("{night}\n\n{day}");
    assert!(together(&[("2024-03-13", &both)], "Tuesday night", "mill of Karelo on Tuesday."));
}

#[test]
fn what_lies_far_back_and_is_the_same_deed_is_one_event_whatever_else_is_said() {
    let told = "The treaty is meant to heal what has festered since the war that erupted in February 2019.";
    let other = "Karelo, which sent troops into Tolm in February 2019, says that it will not leave the northern islands.";
    check(&[("2024-03-13", told), ("2024-04-02", other)], &[("2019-02-01", 2, 2)]);
    let election = "The treaty is meant to heal what has festered since the election that was held in February 2019.";
    check(&[("2024-03-13", election), ("2024-04-02", other)], &[]);
}

#[test]
fn what_stands_within_the_words_of_one_is_not_said_by_another() {
    let article = "The envoys of Karelo spent the week in Dorn.\n\n\
        Oto Marn said that a truce in Tolm would be possible only after the troops of Karelo had left the islands.\n\n\
        The spokesman Ilja Sarn reminded earlier this week that the troops offered to Tolm by the troops of Karelo are known to all.";
    assert!(!together(&[("2024-03-14", article)], "Oto Marn said", "Ilja Sarn reminded"));
}

#[test]
fn the_news_of_an_article_is_not_what_it_recalls_of_days_before() {
    let article = |day: &str| {
        format!(
            "The envoy of Karelo has called his talks with Dorn on the harbour treaty good.\n\n\
             Both sides will meet again.\n\nOn {day} the envoy of Karelo called the talks with Dorn on the harbour treaty good."
        )
    };
    let days = |day: &str| -> Vec<String> {
        let timeline = timeline(&[("2024-03-14", &article(day))]);
        timeline.events.iter().filter_map(|it| it.when).map(|it| it.first_day().to_string()).collect()
    };
    // On the day before it may be the same; what was called so four days before is not.
    assert_eq!(days("Wednesday"), ["2024-03-13"]);
    assert_eq!(days("Sunday"), ["2024-03-10", "2024-03-14"]);
}

fn figures(articles: &[(&str, &str)]) -> Vec<Vec<String>> {
    let timeline = timeline(articles);
    let of = timeline.events.iter().flat_map(|it| &it.conflicts).filter(|it| it.of == ConflictKind::Figure);
    of.map(|it| it.values.iter().map(|it| it.value.clone()).collect()).collect()
}

#[test]
fn figures_written_on_one_day_that_differ_are_a_conflict_and_a_rising_toll_is_none() {
    let told = |n: u32| format!("An explosion at a fireworks plant in Sabra on Monday killed {n} people, officials said.");
    let (low, high) = (told(17), told(22));
    assert_eq!(figures(&[("2024-03-12", &low), ("2024-03-12", &high)]), [["17", "22"]]);
    assert_eq!(figures(&[("2024-03-12", &low), ("2024-03-14", &high)]), Vec::<Vec<String>>::new());
    // Nor where the higher one says of itself that it has risen, on whatever day it was written.
    let risen = format!("{high} The number of people killed at the plant in Sabra has gone up to 22 since the morning.");
    assert_eq!(figures(&[("2024-03-12", &low), ("2024-03-12", &risen)]), Vec::<Vec<String>>::new());
    assert_eq!(figures(&[("2024-03-14", &low), ("2024-03-12", &risen)]), [["17", "22"]]);
}

#[test]
fn figures_differ_only_where_the_same_thing_is_counted_of_the_same_deed() {
    let none = Vec::<Vec<String>>::new();
    let told = |n: &str| format!("An explosion at a fireworks plant in Sabra on Monday killed {n} people, officials said.");
    let both = |a: &str, b: &str| figures(&[("2024-03-12", a), ("2024-03-12", b)]);
    // What can both be true is no quarrel.
    assert_eq!(both(&told("at least 17"), &told("22")), none);
    assert_eq!(both(&told("about 20"), &told("22")), none);
    assert_eq!(both(&told("dozens of"), &told("22")), none);
    // A source that gives parts or its own older count stands by its highest.
    let update =
        "An explosion at a fireworks plant in Sabra on Monday killed 22 people, five more than the 17 killed by its first count.";
    assert_eq!(both(&told("22"), update), none);
    // Other things: how much a share moved, how long it took.
    let moved =
        |n: &str| format!("Shares in the port company of Karelo fell {n} percent on Monday after the treaty was rejected.");
    assert_eq!(both(&moved("2.5"), &moved("3.1").replace("port company", "ferry line")), none);
}

#[test]
fn days_differ_only_between_sources() {
    // The mentions of all articles taken for one event.
    let days = |articles: &[(&str, &str)]| {
        let timeline = timeline(articles);
        let all: Vec<u32> = (0u32..).zip(&timeline.mentions).map(|it| it.0).collect();
        let found = dateline::events::conflict::conflicts(&timeline.articles, &timeline.mentions, &all);
        found.iter().filter(|it| it.of == ConflictKind::Date).map(|it| it.values.len()).sum::<usize>()
    };
    let other = VOTE.replace("Tuesday", "Wednesday");
    let (vague, sure) = (
        "In March the parliament of Karelo rejected the harbour treaty.",
        "On Wednesday the parliament of Karelo rejected the harbour treaty.",
    );
    assert_eq!(days(&[("2024-03-15", &format!("{VOTE} {other}"))]), 0);
    assert_eq!(days(&[("2024-03-15", VOTE), ("2024-03-15", sure)]), 2);
    assert_eq!(days(&[("2024-03-15", VOTE), ("2024-03-15", vague)]), 0);
}

#[test]
fn a_sentence_is_evidence_of_an_event_once() {
    let twice = "Lawmakers in Karelo rejected the harbour treaty on Tuesday, the speaker said, and the treaty was rejected by a wide margin.";
    let timeline = timeline(&[("2024-03-13", VOTE), ("2024-03-13", twice)]);
    for event in &timeline.events {
        let mut sentences: Vec<(u32, u32)> = event
            .mentions
            .iter()
            .map(|&it| (timeline.mentions[it as usize].document, timeline.mentions[it as usize].sentence))
            .collect();
        let n = sentences.len();
        sentences.sort_unstable();
        sentences.dedup();
        assert_eq!(sentences.len(), n, "{}", event.title);
    }
}

#[test]
fn a_plan_leads_to_what_came_of_it() {
    let plan = "Anna Holm is to be in Dorn on Thursday, where Karl Brandt will receive her at the harbour office.";
    let deed = "Anna Holm talked with Karl Brandt in Dorn on Thursday, at the harbour office.";
    // Either the plan stands behind the event that it became, or it is linked to it.
    let leads = |second: &str| {
        let timeline = timeline(&[("2024-03-12", plan), ("2024-03-15", second)]);
        let is_outcome = |key: &EventKey| timeline.events.iter().any(|it| it.key == *key && !it.is_planned());
        let linked = timeline.events.iter().filter(|it| it.is_planned()).filter_map(|it| it.linked).any(|it| is_outcome(&it));
        linked || timeline.events.iter().any(|it| it.articles == 2 && !it.is_planned())
    };
    assert!(leads(deed));
    assert!(!leads("A ferry ran aground off the island of Tolm on Thursday and forty passengers were taken ashore."));
}

#[test]
fn a_link_leads_to_an_event_that_is_shown_and_back() {
    let timeline = dateline::cli::read::sample();
    let mut n_links = 0;
    for event in &timeline.events {
        let Some(other) = event.linked else { continue };
        let at = timeline.find(other).unwrap_or_else(|| panic!("{} leads nowhere", event.title));
        assert_eq!(timeline.events[at].linked, Some(event.key), "{}", event.title);
        n_links += 1;
    }
    assert!(n_links > 0);
}

#[test]
fn an_hour_that_one_of_many_says_is_no_hour_of_the_event() {
    let at = |hour: &str| {
        let told =
            |day: &str, end: &str| (format!("2024-03-{day}"), format!("Lawmakers in Karelo rejected the harbour treaty {end}"));
        let many = [
            told("13", "on Tuesday after a debate that lasted all night."),
            told("14", "on Tuesday by 61 votes to 40, against the advice of the port."),
            told("15", "on Tuesday, and the fishing fleet of Dorn must leave."),
            told("16", "on Tuesday in a vote that shook its government."),
            told("17", &format!("on Tuesday{hour} while fishermen stood in the square.")),
        ];
        let articles: Vec<(&str, &str)> = many.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
        let timeline = timeline(&articles);
        timeline.events.iter().find(|it| it.articles == 5).and_then(|it| it.when)
    };
    assert_eq!(at(" at 9.30 p.m."), at(""));
    assert!(at("").is_some());
}
