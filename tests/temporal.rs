//! The temporal tagger against texts of our own: `tests/temporal/*.md`, whose format `tests/temporal/README.md` tells.

pub(crate) mod align;
pub(crate) mod gold;

use dateline::calendar::notation::{parse, write, write_or_undated};
use dateline::temporal::{Anchor, Lexicon, TimexType, resolve, tag};

use align::align;
use gold::{Article, Mark, Marked, corpora};

/// An expression as the tagger found it.
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: &'static str,
    pub(crate) value: String,
    pub(crate) when: String,
}

/// What the tagger finds in the article, in order.
pub(crate) fn found(article: &Article, lexicon: &Lexicon) -> Vec<Found> {
    let timexes = tag(&article.text, lexicon);
    let anchor = Anchor { published: article.published, ..Anchor::default() };
    let dated = resolve(&article.text, &timexes, &anchor, lexicon);
    assert_eq!(timexes.len(), dated.len(), "{}: one meaning an expression", article.place());
    let describe = |(timex, dated): (&dateline::temporal::Timex, dateline::temporal::Dated)| Found {
        start: timex.range.start as usize,
        end: timex.range.end as usize,
        kind: kind_name(dated.kind),
        value: dated.value,
        when: write_or_undated(dated.when.as_ref()),
    };
    timexes.iter().zip(dated).map(describe).collect()
}

fn kind_name(kind: TimexType) -> &'static str {
    match kind {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}

/// What of the mark the tagger did not get right, in words; `None` where all of it is right.
fn difference(article: &Article, mark: &Mark, found: &Found) -> Option<String> {
    let Marked::Timex { kind, value, when } = &mark.marked else { return None };
    let mut wrong = Vec::new();
    if (mark.start, mark.end) != (found.start, found.end) {
        wrong.push(format!("extent \"{}\"", &article.text[found.start..found.end]));
    }
    if kind != found.kind {
        wrong.push(format!("type {}", found.kind));
    }
    if value != "*" && *value != found.value {
        wrong.push(format!("value {}", if found.value.is_empty() { "(empty)" } else { &found.value }));
    }
    if when.as_ref().is_some_and(|when| *when != found.when) {
        wrong.push(format!("interval {}", found.when));
    }
    (!wrong.is_empty()).then(|| wrong.join(", "))
}

/// Every difference between the article's marks and what was found, a line each.
fn differences(article: &Article, found: &[Found]) -> Vec<String> {
    let wanted: Vec<&Mark> = article.marks.iter().filter(|it| it.is_timex()).collect();
    let aligned = align(&wanted, found, |mark| (mark.start, mark.end), |found| (found.start, found.end));
    let mut lines = Vec::new();
    let mut judge = |mark: &Mark, wrong: Option<String>| match (wrong, mark.known) {
        (Some(wrong), false) => lines.push(format!("wanted {}, got {wrong}", mark.show(&article.text))),
        (None, true) => lines.push(format!("right by now: take the ~ from {}", mark.show(&article.text))),
        (Some(_), true) | (None, false) => {}
    };
    for (mark, found) in &aligned.pairs {
        judge(mark, difference(article, mark, found));
    }
    for mark in &aligned.missed {
        judge(mark, Some("nothing".to_owned()));
    }
    let known = |found: &Found| {
        article.marks.iter().any(|it| match it.marked {
            Marked::FalseFind => (it.start, it.end) == (found.start, found.end),
            Marked::Timex { .. } => it.known && it.start < found.end && found.start < it.end,
        })
    };
    for found in aligned.spurious.iter().filter(|it| !known(it)) {
        let text = &article.text[found.start..found.end];
        lines.push(format!("not marked, but found: [{text}|{}|{}|{}]", found.kind, found.value, found.when));
    }
    for mark in article.marks.iter().filter(|it| !it.is_timex()) {
        if !aligned.spurious.iter().any(|it| (it.start, it.end) == (mark.start, mark.end)) {
            lines.push(format!("right by now: take the ~ and the brackets from {}", mark.show(&article.text)));
        }
    }
    lines
}

#[test]
fn every_expression_is_found_as_marked() {
    let lexicon = Lexicon::builtin();
    let mut report = String::new();
    let mut n = 0;
    for article in corpora() {
        for line in differences(&article, &found(&article, &lexicon)) {
            n += 1;
            let published = article.published.map_or_else(|| "unpublished".to_owned(), |it| write(&it));
            report.push_str(&format!("{} ({published}): {line}\n    {}\n", article.place(), article.excerpt()));
        }
    }
    assert!(report.is_empty(), "{n} differences\n{report}");
}

#[test]
fn a_reason_says_why_the_other_reading_was_rejected() {
    let lexicon = Lexicon::builtin();
    let anchor = Anchor { published: parse("2013-03-20"), ..Anchor::default() };
    for (text, why) in [
        ("Berg left on Friday.", "the coming one, 2013-03-22, rejected: past tense \"left\""),
        ("Berg will leave on Friday.", "the past one, 2013-03-15, rejected: a plan, \"will\""),
        (
            "Berg said she would leave on Tuesday.",
            "the coming one, 2013-03-26, rejected: the other is nearer to the day of writing",
        ),
        ("March 5 - Berg leaves the town.", "the coming one, 2014-03-05, rejected: it opens an entry of what happened"),
    ] {
        let timexes = tag(text, &lexicon);
        let dated = resolve(text, &timexes, &anchor, &lexicon);
        assert_eq!(dated[0].reason.rejected, [why], "{text}");
    }
}

#[test]
fn the_corpora_cover_every_family() {
    let families = [
        "absolute",
        "anaphora",
        "durations",
        "feasts",
        "fields",
        "german",
        "lives",
        "markets",
        "months",
        "narrative",
        "never",
        "press",
        "quarters",
        "ranges",
        "relative",
        "russian",
        "sets",
        "tense",
        "times",
        "uncertain",
        "vague",
        "weekdays",
        "wire",
    ];
    let articles = corpora();
    for family in families {
        assert!(articles.iter().any(|it| it.file == format!("{family}.md")), "{family}.md has no article");
    }
    let n: usize = articles.iter().map(|it| it.marks.len()).sum();
    assert!(n >= 500, "only {n} expressions are marked");
}

#[test]
fn marks_are_well_formed() {
    for article in corpora() {
        for mark in &article.marks {
            if let Marked::Timex { when: Some(when), .. } = &mark.marked {
                let known = when == "----" || parse(when).is_some_and(|it| write(&it) == *when);
                assert!(known, "{}: {when} is not in the notation", article.place());
            }
        }
    }
}
