//! Adding an article to many gives the same chronology as a fresh run, and touches only its days.

use dateline::calendar::{Date, Interval, shift};
use dateline::events::link::Assembly;
use dateline::events::{Analysis, Article, Basis, Mention, Status, Trigger, Weight, link};
use dateline::text::{Document, Kind, OriginMap, Paragraph, Sentence, Source, TextRange};
use std::sync::Arc;

const N: usize = 10_000;
const PER_DAY: usize = 10;
const DEEDS: [&str; 5] =
    ["reopened the bridge", "arrested the mayor", "signed the treaty", "closed the harbour", "sank the ferry"];

/// A small article of one dated sentence; every third tells what the one before it told.
fn article(n: usize) -> (Article, Mention) {
    let told = n - usize::from(n % 3 == 2);
    let (town, deed) = (format!("Town{}", told % 997), DEEDS[told % DEEDS.len()]);
    let text = format!("Police in {town} {deed} number{} near mill{}.", told % 4801, told % 4999);
    let range = TextRange::new(0, text.len());
    let day = shift::days(Date::from_ymd_opt(2020, 1, 1).unwrap(), (n / PER_DAY) as i64);
    let document = Document {
        source: Source { id: format!("a{n:05}"), sha256: format!("{n:x}"), ..Source::default() },
        text,
        paragraphs: vec![Paragraph { range, number: 1, kind: Kind::Body }],
        sentences: vec![Sentence { range, paragraph: 0, number: 1 }],
        origin: OriginMap::default(),
    };
    let analysis = Arc::new(Analysis { document, ..Analysis::default() });
    let when = Some(Interval::day(day));
    let article = Article { analysis, published: when, inferred: false, dated: Vec::new(), copy_of: None };
    let trigger = Trigger { range, stem: deed.to_owned(), class: "" };
    let mention = Mention {
        document: u32::try_from(n).unwrap(),
        sentence: 0,
        timex: None,
        when,
        basis: Basis::Said,
        status: Status::Happened,
        trigger: Some(trigger),
        content: None,
        entities: Vec::new(),
        figures: Vec::new(),
        clause: range,
        weight: Weight::Main,
    };
    (article, mention)
}

#[test]
fn one_article_more_gives_what_a_fresh_run_gives_and_touches_only_its_day() {
    let (articles, mentions): (Vec<Article>, Vec<Mention>) = (0..=N).map(article).unzip();
    let mut assembly = Assembly::default();
    assembly.link(&articles[..N], &mentions[..N], &[]);
    assert_eq!(assembly.touched().anew, N / PER_DAY);
    let grown = assembly.link(&articles, &mentions, &[]);
    assert_eq!(assembly.touched().anew, 1);
    assert!(grown.iter().any(|it| it.articles > 1) && grown.iter().any(|it| it.articles == 1));
    assert!(grown == link(&articles, &mentions, &[]), "a fresh run gives other events");
}
