//! What an article's metadata says of it: a JSON object's fields or a front matter's, under the names people give them.

use serde_json::{Map, Value};

use crate::text::Source;

/// The source that an object of metadata describes; `source` holds what is known without it.
pub(super) fn source(object: &Map<String, Value>, source: Source) -> Source {
    let word = |keys: &[&str]| {
        keys.iter().find_map(|key| object.iter().find(|it| it.0.eq_ignore_ascii_case(key)).and_then(|it| words(it.1)))
    };
    Source {
        id: word(&["id"]).unwrap_or(source.id),
        title: word(&["title", "headline"]).or(source.title),
        outlet: word(&["source", "outlet", "publisher", "site"]).or(source.outlet),
        author: word(&["author", "authors", "byline", "by"]).or(source.author),
        url: word(&["url", "link", "original_url", "source_url", "permalink", "canonical"]).or(source.url),
        language: word(&["language", "lang"]).or(source.language),
        published: word(&["published", "date", "published_at", "datePublished", "publish_date", "pubDate"]).or(source.published),
        tags: tags(object).unwrap_or(source.tags),
        ..source
    }
}

fn tags(object: &Map<String, Value>) -> Option<Vec<String>> {
    let found = match object.get("tags").or_else(|| object.get("keywords"))? {
        Value::Array(it) => it.iter().filter_map(words).collect(),
        Value::String(it) => it.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    };
    Some(found)
}

/// A value as words, where it has any.
pub(super) fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(it) => it.clone(),
        Value::Number(it) => it.to_string(),
        Value::Array(it) => it.iter().filter_map(words).collect::<Vec<_>>().join(", "),
        // A date of TOML comes as an object of one field; a person of JSON-LD has a name.
        Value::Object(it) => {
            let only = if it.len() == 1 { it.values().next().and_then(Value::as_str) } else { None };
            it.get("name").and_then(Value::as_str).or(only).unwrap_or("").to_owned()
        }
        Value::Null | Value::Bool(_) => String::new(),
    };
    (!text.trim().is_empty()).then_some(text)
}
