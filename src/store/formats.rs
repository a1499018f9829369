//! The formats in which articles come: bytes to raw articles, by content and by the file's extension.

mod decode;
mod html;
mod inline;
mod jsonl;
mod markdown;
mod metadata;
mod plain;
mod tags;

use sha2::{Digest, Sha256};

use crate::text::{Raw, Source};
use crate::timeline::Problem;
use decode::Decoded;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Plain,
    Markdown,
    JsonLines,
    Html,
}

/// The articles in the bytes of one file, and what is wrong with it. The path tells the format and names the articles;
/// no file is opened.
pub fn read_one(path: &str, bytes: &[u8]) -> (Vec<Raw>, Vec<Problem>) {
    let problem = |what: String| Problem { path: path.to_owned(), line: None, what };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return (Vec::new(), vec![problem("the file is empty; nothing to read in it".to_owned())]);
    }
    if let Some(what) = decode::binary(bytes) {
        return (Vec::new(), vec![problem(what)]);
    }
    let decoded = decode::decode(bytes);
    let mut problems: Vec<Problem> = decoded.problem().map(problem).into_iter().collect();
    let source = || Source { id: path.to_owned(), path: path.to_owned(), sha256: sha256(bytes), ..Source::default() };
    let raws = match format(path, &decoded) {
        Format::JsonLines => jsonl::read(path, &decoded, &mut problems),
        Format::Plain => vec![plain::read(source(), &decoded)],
        Format::Markdown => vec![markdown::read(source(), &decoded, &mut problems)],
        Format::Html => vec![html::read(source(), &decoded)],
    };
    (raws, problems)
}

fn format(path: &str, decoded: &Decoded) -> Format {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map_or(String::new(), |it| it.1.to_lowercase());
    let head = decoded.text.trim_start();
    let is_html = {
        let start: String = head.chars().take(40).collect::<String>().to_lowercase();
        ["<!doctype html", "<html", "<?xml version=\"1.0\" encoding=\"utf-8\"?><html", "<head", "<body"]
            .iter()
            .any(|it| start.starts_with(it))
    };
    match extension.as_str() {
        "jsonl" | "ndjson" | "json" => Format::JsonLines,
        _ if is_html => Format::Html,
        "html" | "htm" | "xhtml" | "shtml" if head.contains("</") => Format::Html,
        "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
        _ if head.starts_with('{') && jsonl::is_article(head.lines().next().unwrap_or("")) => Format::JsonLines,
        _ if markdown::has_front_matter(&decoded.text) => Format::Markdown,
        _ => Format::Plain,
    }
}

/// SHA-256 in hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect()
}
