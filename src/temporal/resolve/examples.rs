//! What a chronology takes from words: intervals, each as wide as what was said.

use crate::calendar::{Date, Interval};
use crate::temporal::{Anchor, Genre, Lexicon, resolve, tag};

/// Published on Saturday, 20 December 2025; the interval of the only or the last expression, "-" where there is none.
fn check(text: &str, expected: &str) {
    let lexicon = Lexicon::builtin();
    let published = Date::from_ymd_opt(2025, 12, 20).map(Interval::day);
    let timexes = tag(text, &lexicon);
    let dated = resolve(text, &timexes, &Anchor { published, genre: Genre::News }, &lexicon);
    let shown = match dated.last().and_then(|it| it.when) {
        None => "-".to_string(),
        Some(it) if it.open_end() => format!("{}.. {}", it.first_day(), it.precision.name()),
        Some(it) if it.open_start() => format!("..{} {}", it.last_day(), it.precision.name()),
        Some(it) if it.precision.has_time() => {
            format!("{}..{} {}", it.start.format("%FT%T"), it.end.format("%FT%T"), it.precision.name())
        }
        Some(it) => format!("{}..{} {}", it.first_day(), it.last_day(), it.precision.name()),
    };
    assert_eq!(shown, expected, "{text} {dated:?}");
}

#[test]
fn a_week_admits_both_sundays() {
    check("He spoke earlier this week.", "2025-12-14..2025-12-19 week");
    check("They met this week.", "2025-12-14..2025-12-20 week");
    check("They will meet later this week.", "2025-12-21..2025-12-21 week");
    check("They met last week.", "2025-12-08..2025-12-14 week");
    check("They met over the weekend.", "2025-12-20..2025-12-21 weekend");
}

#[test]
fn a_night_lies_where_it_was_said() {
    check("Drones fell overnight.", "2025-12-19T18:00:00..2025-12-20T06:00:00 part");
    check("Drones fell overnight into Friday.", "2025-12-18T18:00:00..2025-12-19T06:00:00 part");
    check("Drones fell on Friday night.", "2025-12-19T18:00:00..2025-12-20T00:00:00 part");
    check("Drones fell last night.", "2025-12-19T18:00:00..2025-12-20T06:00:00 part");
    check("It began at noon Moscow time on Friday.", "2025-12-19T12:00:00..2025-12-19T13:00:00 hour");
}

#[test]
fn a_length_has_no_day_unless_it_is_tied_to_one() {
    check("He slept for two weeks.", "-");
    check("It rained over the past three days.", "2025-12-18..2025-12-20 span");
    check("It has lasted nearly four years.", "-");
    check("It came four days after European leaders met.", "-");
    check("Two days later he left.", "-");
    check("He is now in Rome.", "-");
}

#[test]
fn bounds_are_kept_open() {
    check("They will decide by Friday.", "..2025-12-26 before");
    check("He left before 2024-03-14.", "..2024-03-13 before");
    check("It has been shut since 2014.", "2014-01-01..2025-12-20 span");
    check("It fell around March 3, 2024.", "2024-03-03..2024-03-03 about");
}

#[test]
fn tense_tells_the_coming_from_the_past() {
    check("The war will have lasted four years on 24 February.", "2026-02-24..2026-02-24 day");
    check("The talks will go on; on Wednesday he told reporters so.", "2025-12-17..2025-12-17 day");
    check("The court will meet on Monday.", "2025-12-22..2025-12-22 day");
}

#[test]
fn a_tense_is_no_reason_against_what_it_speaks_for() {
    let reason = |text: &str| {
        let lexicon = Lexicon::builtin();
        let published = Date::from_ymd_opt(2025, 12, 20).map(Interval::day);
        let timexes = tag(text, &lexicon);
        let dated = resolve(text, &timexes, &Anchor { published, genre: Genre::News }, &lexicon);
        dated[0].reason.text()
    };
    let told = reason("The deal was struck early on Sunday.");
    assert!(
        told.ends_with("2025-12-21; the past one, 2025-12-14, rejected: the other is nearer to the day of writing"),
        "{told}"
    );
    let planned = reason("The deal will be signed on Sunday.");
    assert!(planned.ends_with("the past one, 2025-12-14, rejected: a plan, \"will\""), "{planned}");
}
