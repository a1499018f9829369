//! JSON Lines: an article a line; a broken line is a problem and the rest goes on.

use serde_json::{Map, Value};

use super::decode::Decoded;
use super::metadata;
use crate::text::{Block, Raw, Source};
use crate::timeline::Problem;

/// The articles of a file, each with the line on which it stands; ranges lead to no bytes.
pub(super) fn read(path: &str, decoded: &Decoded, problems: &mut Vec<Problem>) -> Vec<Raw> {
    let mut raws = Vec::new();
    let mut broken = Vec::new();
    for (i, (from, to)) in decoded.lines().enumerate() {
        let line = decoded.text[from..to].trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if line.is_empty() {
            continue;
        }
        let number = u32::try_from(i + 1).unwrap_or(u32::MAX);
        match article(path, line, number) {
            Ok(raw) => raws.push(raw),
            Err(what) => broken.push(Problem { path: path.to_owned(), line: Some(number), what }),
        }
    }
    if raws.is_empty()
        && let Some(articles) = whole(path, decoded)
    {
        return articles;
    }
    problems.extend(broken);
    raws
}

/// Whether the line is an article, whatever the file is called.
pub(super) fn is_article(line: &str) -> bool {
    serde_json::from_str::<Map<String, Value>>(line)
        .is_ok_and(|it| ["text", "paragraphs"].iter().any(|key| it.contains_key(*key)))
}

/// A file that is one JSON value: an article, or a list of them.
fn whole(path: &str, decoded: &Decoded) -> Option<Vec<Raw>> {
    let values = match serde_json::from_str::<Value>(decoded.text.trim()).ok()? {
        Value::Array(it) => it,
        it @ Value::Object(_) => vec![it],
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
    };
    let raws = values.iter().enumerate().map(|(i, it)| {
        let id = if values.len() == 1 { path.to_owned() } else { format!("{path}#{}", i + 1) };
        from_object(path, it.as_object()?, id, 1, super::sha256(it.to_string().as_bytes())).ok()
    });
    raws.collect()
}

fn article(path: &str, line: &str, number: u32) -> Result<Raw, String> {
    let object: Map<String, Value> = serde_json::from_str(line).map_err(|error| {
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or("");
        format!("broken JSON at column {}: {message}; an article is one object on one line", error.column())
    })?;
    from_object(path, &object, format!("{path}#{number}"), number, super::sha256(line.as_bytes()))
}

fn from_object(path: &str, object: &Map<String, Value>, id: String, line: u32, sha256: String) -> Result<Raw, String> {
    let text = ["text", "content", "body"].iter().find_map(|it| object.get(*it).and_then(metadata::words));
    let paragraphs: Vec<String> = match (object.get("paragraphs"), text) {
        (Some(Value::Array(it)), _) => it.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect(),
        (_, Some(text)) => paragraphs(&text),
        _ => return Err("neither `text` nor `paragraphs` is given; add one of them".to_owned()),
    };
    let source = metadata::source(object, Source { id, path: path.to_owned(), sha256, ..Source::default() });
    let block = |text: String| Block { text, line, ..Block::default() };
    Ok(Raw { source, blocks: paragraphs.into_iter().map(block).collect(), line_starts: Vec::new() })
}

/// The paragraphs of a text: parted by blank lines, or, where there are none, by the ends of lines.
fn paragraphs(text: &str) -> Vec<String> {
    let is_blank = |it: &&str| it.trim().is_empty();
    let lines: Vec<&str> = text.lines().collect();
    let groups: Vec<String> = lines.split(is_blank).filter(|it| !it.is_empty()).map(|it| it.join("\n")).collect();
    if groups.len() > 1 { groups } else { text.lines().map(str::to_owned).collect() }
}
