//! An HTML page as a flat run of tags and text, each with its place in the file: no tree, only what stands where.

use super::inline;

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A tag: its name in the case of the page, without the slash, its attributes, and whether it closes.
    Tag { name: &'a str, attributes: &'a str, closes: bool },
    /// Text between tags, entities not decoded.
    Text(&'a str),
}

/// Elements whose content is no text of the page.
const SILENT: [&str; 7] = ["script", "style", "noscript", "template", "svg", "iframe", "textarea"];

/// The pieces of a page in order, each with the byte at which it begins. Comments and scripts are left out.
pub(super) fn pieces(page: &str) -> Vec<(usize, Piece<'_>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < page.len() {
        let Some(open) = page[at..].find('<').map(|it| at + it) else {
            found.push((at, Piece::Text(&page[at..])));
            break;
        };
        if open > at {
            found.push((at, Piece::Text(&page[at..open])));
        }
        let rest = &page[open..];
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!' || c == '?');
        if !is_tag {
            found.push((open, Piece::Text(&rest[..1])));
            at = open + 1;
            continue;
        }
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(page.len(), |it| open + it + 3);
            continue;
        }
        let end = tag_end(rest);
        let inside = rest[1..end].trim_end_matches('>');
        let closes = inside.starts_with('/');
        let inside = inside.trim_start_matches('/');
        let n = inside.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(inside.len());
        let (name, attributes) = inside.split_at(n);
        at = open + end;
        found.push((open, Piece::Tag { name, attributes, closes }));
        if !closes && SILENT.iter().any(|it| name.eq_ignore_ascii_case(it)) {
            at += silence(&page[at..], name);
        }
    }
    found
}

/// How long a tag is; a `>` inside quotes does not end it, one without an end runs to the end of its line.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (i, b) in rest.bytes().enumerate().take(20_000) {
        match (quote, b) {
            (None, b'>') => return i + 1,
            (None, b'"' | b'\'') if rest[..i].trim_end().ends_with('=') => quote = Some(b),
            (Some(it), _) if it == b => quote = None,
            _ => {}
        }
    }
    rest.find(['>', '\n']).map_or(rest.len(), |it| it + 1)
}

/// How much of the page a silent element swallows, up to its closing tag.
fn silence(rest: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(n) = rest[at..].find("</") {
        let close = at + n;
        if rest[close + 2..].get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name)) {
            return close;
        }
        at = close + 2;
    }
    rest.len()
}

/// The value of an attribute, entities decoded.
pub(super) fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let n = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let (key, after) = rest.split_at(n);
        if key.is_empty() && after.is_empty() {
            return None;
        }
        let value = match after.trim_start().strip_prefix('=').map(str::trim_start) {
            Some(it) => it,
            None => {
                rest = after;
                continue;
            }
        };
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(decoded(value));
        }
        rest = after;
    }
}

/// Text with its entities decoded.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(n) = rest.find('&') {
        out.push_str(&rest[..n]);
        let (c, len) = inline::entity(&rest[n..]).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[n + len..];
    }
    out.push_str(rest);
    out
}
