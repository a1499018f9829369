//! Laws of the tagger: ranges fit, dates are what they say, and a wider anchor never gives a narrower answer.

use dateline::calendar::{Date, Datelike, Interval, Weekday, shift};
use dateline::temporal::{Anchor, Dated, Genre, Lexicon, Timex, join, resolve, tag};
use dateline::text::token::tokens;
use proptest::prelude::*;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

fn read(text: &str, published: Option<Interval>, genre: Genre) -> (Vec<Timex>, Vec<Dated>) {
    let timexes = tag(text, &LEXICON);
    let dated = resolve(text, &timexes, &Anchor { published, genre }, &LEXICON);
    (timexes, dated)
}

/// Ranges lie in order on character boundaries, and every interval is one.
fn check(text: &str, published: Option<Interval>, genre: Genre) {
    let (timexes, dated) = read(text, published, genre);
    assert_eq!(timexes.len(), dated.len());
    let mut end = 0;
    for (i, (timex, dated)) in timexes.iter().zip(&dated).enumerate() {
        assert!(end <= timex.range.start && timex.range.start < timex.range.end, "{timex:?} in {text:?}");
        assert!(text.get(timex.range.span()).is_some(), "{timex:?} cuts a character of {text:?}");
        assert_eq!(dated.timex as usize, i);
        assert!(dated.when.is_none_or(|it| it.start < it.end), "{dated:?}");
        assert!(dated.reason.text().contains(&dated.reason.expression));
        end = timex.range.end;
    }
    for it in join(text, &timexes, &dated) {
        assert!(it.first < it.last && it.interval.start < it.interval.end);
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|it| it.is_whitespace() || it == '\u{feff}' || it == '\u{200b}')
}

fn day() -> impl Strategy<Value = Date> {
    (1900_i32..2100, 1_u32..367).prop_filter_map("no such day", |(year, n)| Date::from_yo_opt(year, n))
}

fn genre() -> impl Strategy<Value = Genre> {
    prop_oneof![Just(Genre::Auto), Just(Genre::News), Just(Genre::Narrative)]
}

/// Words that the grammar knows, in no order.
fn salad() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "last",
        "next",
        "this",
        "past",
        "two",
        "three",
        "hundred",
        "a",
        "half",
        "and",
        "of",
        "in",
        "by",
        "March",
        "May",
        "Monday",
        "Tue.",
        "Sept.",
        "12",
        "31",
        "99",
        "1998",
        "2025",
        "00",
        "4294967295",
        "9999",
        "year",
        "years",
        "week",
        "days",
        "quarter",
        "third",
        "century",
        "decade",
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "morning",
        "night",
        "noon",
        "8:30",
        "p.m.",
        "a.m.",
        "EST",
        "GMT",
        "early",
        "mid",
        "-",
        "–",
        ",",
        ".",
        ":",
        "/",
        "'",
        "’s",
        "s",
        "B.C.",
        "BC",
        "spring",
        "fall",
        "fiscal",
        "Christmas",
        "Eve",
        "Easter",
        "every",
        "each",
        "other",
        "daily",
        "twice",
        "now",
        "recent",
        "weekend",
        "more",
        "than",
        "about",
        "end",
        "to",
        "from",
        "between",
        "19.",
        "Dezember",
        "am",
        "Freitag",
        "19",
        "декабря",
        "вчера",
        "года",
        "will",
        "said",
        "\n",
        "\n\n",
        "½",
        "1/2",
        "million",
        "minutes",
        "million",
        "tomorrow",
        "overnight",
        "period",
        "time",
    ]);
    prop::collection::vec((word, prop::bool::weighted(0.9)), 0..40).prop_map(|words| {
        words.into_iter().map(|(word, spaced)| if spaced { format!("{word} ") } else { word.to_string() }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_slip(text in "\\PC{0,200}", published in prop::option::of(day()), genre in genre()) {
        check(&text, published.map(Interval::day), genre);
    }

    #[test]
    fn any_salad_of_words_is_read_without_a_slip(text in salad(), published in prop::option::of(day()), genre in genre()) {
        check(&text, published.map(Interval::day), genre);
    }

    #[test]
    fn the_ends_of_the_calendar_hold(text in salad(), at_end: bool, genre in genre()) {
        let published = if at_end { Date::MAX } else { Date::MIN };
        check(&text, Some(Interval::day(shift::days(published, if at_end { -2 } else { 2 }))), genre);
    }

    #[test]
    fn tokens_leave_out_nothing_but_space(text in "\\PC{0,200}") {
        let mut end = 0;
        for token in tokens(&text) {
            let between = text.get(end..token.start as usize).unwrap();
            prop_assert!(is_blank(between));
            prop_assert!(!token.of(&text).is_empty());
            end = token.end as usize;
        }
        prop_assert!(is_blank(&text[end..]));
    }

    #[test]
    fn a_date_in_full_means_itself(date in day(), published in prop::option::of(day()), genre in genre()) {
        let forms = ["%B %-d, %Y", "%-d %B %Y", "%Y-%m-%d", "%b. %-d, %Y", "%A, %B %-d, %Y", "%B %-d %Y"];
        for form in forms {
            let words = date.format(form).to_string().replace("May.", "May");
            let text = format!("They met on {words} in Lyon.");
            let (_, dated) = read(&text, published.map(Interval::day), genre);
            prop_assert_eq!(dated.len(), 1, "{}", text);
            prop_assert_eq!(&dated[0].value, &date.to_string());
            prop_assert_eq!(dated[0].when, Some(Interval::day(date)));
        }
    }

    #[test]
    fn days_ago_count_back(n in 2_u32..400, published in day()) {
        let (_, dated) = read(&format!("He left {n} days ago."), Some(Interval::day(published)), Genre::News);
        prop_assert_eq!(dated[0].when, Some(Interval::day(shift::days(published, -i64::from(n)))));
    }

    #[test]
    fn a_weekday_said_in_the_past_is_the_last_one(n in 0_u8..7, published in day()) {
        let weekday = Weekday::try_from(n).unwrap();
        let name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][usize::from(n)];
        let (_, dated) = read(&format!("The council met on {name}."), Some(Interval::day(published)), Genre::News);
        let day = dated[0].when.and_then(|it| it.single_day()).unwrap();
        prop_assert_eq!(day.weekday(), weekday);
        prop_assert!(day <= published && published < shift::days(day, 7));
    }

    #[test]
    fn without_a_day_of_writing_nothing_relative_is_dated(which in prop::sample::select(vec![
        "yesterday", "today", "Friday", "last week", "this month", "next year", "two days ago", "March 3", "the weekend",
        "earlier this week", "overnight", "Christmas", "in June", "the third quarter",
    ])) {
        let (_, dated) = read(&format!("He left {which}."), None, Genre::News);
        prop_assert_eq!(dated.len(), 1);
        prop_assert_eq!(dated[0].when, None);
    }

    #[test]
    fn a_wider_anchor_holds_what_each_of_its_days_gives(first in day(), n in 1_i64..12, text in salad()) {
        let wide = Interval::within_days(first, shift::days(first, n));
        let (_, by_all) = read(&text, Some(wide), Genre::News);
        for i in 0..=n {
            let (_, by_one) = read(&text, Some(Interval::day(shift::days(first, i))), Genre::News);
            for (all, one) in by_all.iter().zip(&by_one) {
                if let (Some(all), Some(one)) = (all.when, one.when) {
                    prop_assert!(one.within(&all), "{one:?} not within {all:?} in {text:?}");
                }
            }
        }
    }

    #[test]
    fn paragraphs_are_tagged_each_by_itself(a in salad(), b in salad()) {
        let (a, b) = (a.replace('\n', " "), b.replace('\n', " "));
        let (a, b) = (a.trim(), b.trim());
        let text = format!("{a}\n\n{b}");
        let shift = a.len() as u32 + 2;
        let shown = |it: &Timex, shift: u32| (it.range.start + shift, it.range.end + shift, it.rule);
        let parted: Vec<_> = tag(a, &LEXICON).iter().map(|it| shown(it, 0))
            .chain(tag(b, &LEXICON).iter().map(|it| shown(it, shift)))
            .filter(|it| it.2 != "that-time").collect();
        let whole: Vec<_> = tag(&text, &LEXICON).iter().map(|it| shown(it, 0)).filter(|it| it.2 != "that-time").collect();
        prop_assert_eq!(whole, parted);
    }
}

#[test]
fn what_once_broke_the_tagger_is_read() {
    let texts = ["10s", "'", "5910s of", "s 1990", "a", "12-", "-12 March", "/10", "the", "1/2", "B.", "B.C.", "Q3", "o'clock"];
    for text in texts {
        check(text, None, Genre::Auto);
        check(text, Date::from_ymd_opt(2025, 12, 20).map(Interval::day), Genre::News);
    }
}

/// Run with `DATELINE_WRITE_RULES=1` to write the document anew.
#[test]
fn the_document_of_the_rules_is_fresh() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/RULES.md");
    if std::env::var_os("DATELINE_WRITE_RULES").is_some() {
        std::fs::write(&path, dateline::temporal::rules_document()).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap();
    assert!(written == dateline::temporal::rules_document(), "docs/RULES.md is not what the table says");
}
