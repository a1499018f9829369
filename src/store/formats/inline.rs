//! Inline marks in a text that is not otherwise HTML: tags are left out, entities are decoded, the way back is kept.

use pulldown_cmark::{Event, Parser};

use super::decode::{Builder, Decoded};

/// Tags that carry no text of their own.
const TAGS: [&str; 26] = [
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "cite",
    "code",
    "del",
    "div",
    "em",
    "font",
    "i",
    "ins",
    "mark",
    "p",
    "q",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "u",
    "wbr",
];

/// Appends a piece of the decoded text without its tags and with its entities decoded.
pub(super) fn push(builder: &mut Builder<'_>, decoded: &Decoded, from: usize, to: usize) {
    let text = &decoded.text;
    let mut start = from;
    let mut at = from;
    while let Some(n) = text[at..to].find(['<', '&']) {
        let mark = at + n;
        let rest = &text[mark..to];
        if let Some(len) = tag_len(rest) {
            builder.push(start, mark);
            start = mark + len;
        } else if let Some((c, len)) = entity(rest) {
            builder.push(start, mark);
            builder.push_as(c.encode_utf8(&mut [0; 4]), mark, mark + len);
            start = mark + len;
        }
        at = start.max(mark + 1);
    }
    builder.push(start, to);
}

/// How long the simple tag is with which the text begins.
fn tag_len(text: &str) -> Option<usize> {
    let body = text.strip_prefix('<')?;
    let name = body.strip_prefix('/').unwrap_or(body);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric())?;
    if !TAGS.contains(&name[..end].to_ascii_lowercase().as_str()) || !name[end..].starts_with(['>', ' ', '/']) {
        return None;
    }
    let close = text.bytes().take(1000).position(|it| it == b'>')?;
    (!text[1..close].contains('<')).then_some(close + 1)
}

/// The character of the entity with which the text begins, and how long that is.
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(32).position(|it| it == b';')?;
    let c = match &body[..end] {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "nbsp" => '\u{a0}',
        name if name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'#') => named(&text[..end + 2])?,
        _ => return None,
    };
    Some((c, end + 2))
}

/// Any entity of HTML, from the table in the Markdown parser.
fn named(entity: &str) -> Option<char> {
    let words = Parser::new(entity).find_map(|it| if let Event::Text(words) = it { Some(words) } else { None })?;
    let mut chars = words.chars();
    chars.next().filter(|it| chars.next().is_none() && *it != '&')
}
