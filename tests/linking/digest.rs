//! The chronology in short.

use super::timeline;
use dateline::calendar::Date;
use dateline::timeline::digest::{Ask, digest};

const ARTICLES: [(&str, &str); 4] = [
    ("2024-03-05", "A dam above the town of Orva broke on March 4, 2024, and flooded the lower streets within an hour."),
    ("2024-03-20", "The dam above Orva, which broke on March 4, 2024, had been inspected only a month before that day."),
    ("2024-04-18", "A court in Orva heard how the dam broke on March 4, 2024, and who had signed the last report on it."),
    ("2024-03-07", "The mayor of Lunz opened a new market hall on March 6, 2024, and cut a ribbon before a small crowd."),
];

fn check(ask: Ask, expected: &[&str]) {
    let days: Vec<String> = digest(&timeline(&ARTICLES), &ask).keys().map(Date::to_string).collect();
    assert_eq!(days, expected);
}

const ONE: Ask = Ask { since: None, until: None, days: 1, sentences: 1 };

#[test]
fn the_day_that_writing_comes_back_to_comes_first() {
    check(ONE, &["2024-03-04"]);
}

#[test]
fn days_stand_in_the_order_of_time_and_inside_the_span() {
    check(Ask { days: 2, ..ONE }, &["2024-03-04", "2024-03-06"]);
    check(Ask { since: Date::from_ymd_opt(2024, 3, 5), days: 2, ..ONE }, &["2024-03-06"]);
}

#[test]
fn a_day_has_no_more_sentences_than_asked_for_and_no_two_alike() {
    let days = digest(&timeline(&ARTICLES), &Ask { sentences: 3, ..ONE });
    let sentences = days.values().next().unwrap();
    assert!(!sentences.is_empty() && sentences.len() <= 3, "{sentences:?}");
    assert!(sentences.iter().all(|it| it.contains("March 4")), "{sentences:?}");
}
