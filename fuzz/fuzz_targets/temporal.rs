//! Any text is tagged and resolved: no panic, ranges in order and on character boundaries, nothing overlaps.
#![no_main]

use std::sync::LazyLock;

use dateline::calendar::{Date, Interval};
use dateline::temporal::{Anchor, Genre, Lexicon, join, resolve, tag};
use libfuzzer_sys::fuzz_target;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

fuzz_target!(|input: (i32, u8, u8, &str)| {
    let (days, width, genre, text) = input;
    let first = Date::from_num_days_from_ce_opt(days % 4_000_000).unwrap_or_default();
    let last = dateline::calendar::shift::days(first, i64::from(width));
    let published = match width % 3 {
        0 => None,
        1 => Some(Interval::day(first)),
        _ => Some(Interval::within_days(first, last)),
    };
    let genre = [Genre::Auto, Genre::News, Genre::Narrative][usize::from(genre % 3)];
    let timexes = tag(text, &LEXICON);
    let dated = resolve(text, &timexes, &Anchor { published, genre }, &LEXICON);
    assert_eq!(timexes.len(), dated.len());
    let mut end = 0;
    for (timex, dated) in timexes.iter().zip(&dated) {
        assert!(end <= timex.range.start && timex.range.start < timex.range.end);
        assert!(text.get(timex.range.span()).is_some());
        assert!(dated.when.is_none_or(|it| it.start < it.end));
        assert!(!dated.reason.text().is_empty());
        end = timex.range.end;
    }
    for joined in join(text, &timexes, &dated) {
        assert!(joined.first < joined.last && joined.interval.start < joined.interval.end);
    }
});
