//! Markdown with front matter: the text without its marks, each piece with its way back to the file.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::{Map, Value};

use super::decode::{Builder, Decoded};
use super::{inline, metadata};
use crate::text::{Block, Kind, Raw, Source};
use crate::timeline::Problem;

/// The article in a Markdown text; front matter that cannot be read is a problem, the article is read all the same.
pub(super) fn read(source: Source, decoded: &Decoded, problems: &mut Vec<Problem>) -> Raw {
    let (front, body) = front_matter(&decoded.text);
    let source = match front.map(Front::read) {
        Some(Ok(object)) => metadata::source(&object, source),
        Some(Err(what)) => {
            let what = format!("the front matter cannot be read: {what}; correct it or take it out");
            problems.push(Problem { path: source.path.clone(), line: Some(1), what });
            source
        }
        None => source,
    };
    Raw { source, blocks: blocks(decoded, body), line_starts: decoded.line_starts() }
}

/// Whether a text begins with front matter, whatever the file is called.
pub(super) fn has_front_matter(text: &str) -> bool {
    front_matter(text).0.is_some_and(|it| it.read().is_ok_and(|it| it.contains_key("title") || it.contains_key("date")))
}

/// The lines between the fences at the head of a file.
#[derive(Clone, Copy)]
enum Front<'a> {
    Yaml(&'a str),
    Toml(&'a str),
}

impl Front<'_> {
    fn read(self) -> Result<Map<String, Value>, String> {
        let first_line = |it: String| it.lines().next().unwrap_or("").to_owned();
        match self {
            Front::Yaml(text) if text.trim().is_empty() => Ok(Map::new()),
            Front::Yaml(text) => serde_saphyr::from_str(text).map_err(|it| first_line(it.to_string())),
            Front::Toml(text) => toml::from_str(text).map_err(|it| it.message().to_owned()),
        }
    }
}

/// The front matter, where there is one, and where the body begins.
fn front_matter(text: &str) -> (Option<Front<'_>>, usize) {
    for fence in ["---", "+++"] {
        let Some(rest) = text.strip_prefix(fence) else { continue };
        let Some(n) = rest.find('\n').filter(|it| rest[..*it].trim().is_empty()) else { continue };
        let start = fence.len() + n + 1;
        let mut at = start;
        for line in text[start..].split_inclusive('\n') {
            if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
                let inside = &text[start..at];
                let front = if fence == "---" { Front::Yaml(inside) } else { Front::Toml(inside) };
                return (Some(front), at + line.len());
            }
            at += line.len();
        }
    }
    (None, 0)
}

fn blocks(decoded: &Decoded, body: usize) -> Vec<Block> {
    let text = &decoded.text;
    let mut blocks: Vec<Block> = Vec::new();
    let mut builder = Builder::new(decoded);
    let mut kind = None;
    let mut in_image = 0;
    let mut in_item = false;
    for (event, range) in Parser::new_ext(&text[body..], Options::ENABLE_TABLES).into_offset_iter() {
        let (from, to) = (range.start + body, range.end + body);
        match event {
            Event::Start(Tag::Image { .. }) => in_image += 1,
            Event::End(TagEnd::Image) => in_image -= 1,
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) if in_image > 0 => {}
            Event::Start(Tag::TableCell) if builder.is_blank() => {}
            Event::Start(Tag::TableCell) => builder.push_made(" | "),
            Event::End(TagEnd::TableCell) => {}
            Event::Start(Tag::Item) => {
                close(&mut builder, kind, &mut blocks);
                in_item = true;
            }
            Event::Start(tag) if is_block(&tag) => {
                close(&mut builder, kind, &mut blocks);
                kind = matches!(tag, Tag::Heading { .. }).then_some(Kind::Heading);
            }
            Event::End(tag) if ends_block(tag) => {
                close(&mut builder, kind, &mut blocks);
                kind = None;
            }
            Event::Text(_) if std::mem::take(&mut in_item) => {
                builder.push_made("• ");
                builder.push(from, to);
            }
            Event::Text(words) if text[from..to] == *words => builder.push(from, to),
            Event::Text(words) => builder.push_as(&words, from, to),
            Event::Code(words) => {
                // The words stand between backticks.
                let at = text[from..to].find(&*words).map_or(from, |it| from + it);
                if text[at..].starts_with(&*words) {
                    builder.push(at, at + words.len())
                } else {
                    builder.push_as(&words, from, to)
                }
            }
            Event::Html(_) => inline::push(&mut builder, decoded, from, to),
            Event::SoftBreak | Event::HardBreak => builder.push_made("\n"),
            Event::Rule => close(&mut builder, kind, &mut blocks),
            Event::Start(_) | Event::End(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {}
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }
    close(&mut builder, kind, &mut blocks);
    blocks
}

fn close(builder: &mut Builder<'_>, kind: Option<Kind>, blocks: &mut Vec<Block>) {
    let done = builder.take();
    if !done.is_blank() {
        blocks.push(done.build(kind));
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::Link { .. })
}

fn ends_block(tag: TagEnd) -> bool {
    use TagEnd::{Emphasis, Link, Strikethrough, Strong, Subscript, Superscript};
    !matches!(tag, Emphasis | Strong | Strikethrough | Superscript | Subscript | Link)
}
