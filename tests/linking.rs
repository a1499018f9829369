//! Mentions become events: what is one event, what is not, and that linking again after one article more is a fresh run.

mod again;
mod copies;
mod days;
mod digest;
mod events;

use dateline::pipeline::{self, Knowledge};
use dateline::store;
use dateline::timeline::Timeline;
use dateline::timeline::correction::Corrections;
use std::sync::Arc;

/// The chronology of articles, each given as its day of writing and its text; the first is named a00.
pub fn timeline(articles: &[(&str, &str)]) -> Timeline {
    let lines: Vec<String> = articles.iter().enumerate().map(|(i, it)| line(i, it.0, it.1)).collect();
    let (raws, problems) = store::read_one("articles.jsonl", lines.join("\n").as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
    let knowledge = Knowledge::builtin();
    let analyses: Vec<_> = raws.iter().map(|it| Arc::new(pipeline::analyse(it, &knowledge))).collect();
    pipeline::assemble(&analyses, &Corrections::default(), Vec::new(), &knowledge)
}

fn line(n: usize, published: &str, text: &str) -> String {
    serde_json::json!({ "id": format!("a{n:02}"), "published": published, "text": text }).to_string()
}
