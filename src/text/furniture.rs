//! Tells the article from what a saved page puts around it: menus, weather, captions, bylines, dates, lists of other news.

mod cues;
mod line;

use super::{Document, Kind, Paragraph};
pub use cues::{Cues, DateWord};

/// Gives each paragraph its kind and fills in what the page itself says of the article: title, author, address.
///
/// `said` is what the format said of each paragraph, parallel to the document's.
pub fn classify(document: &mut Document, said: &[Option<Kind>]) {
    let cues = Cues::builtin();
    let texts: Vec<&str> = document.paragraphs.iter().map(|it| it.range.of(&document.text)).collect();
    let mut kinds: Vec<Kind> = Vec::with_capacity(texts.len());
    let known_title = document.source.title.as_deref().map(line::fold);
    let mut title: Option<String> = None;
    let mut after_list = false;
    for (i, text) in texts.iter().enumerate() {
        let said = said.get(i).copied().flatten();
        let kind = if let Some(kind @ (Kind::Caption | Kind::Byline | Kind::DateLine | Kind::Furniture)) = said {
            kind
        } else {
            let folded = line::fold(text);
            let has_body = kinds.contains(&Kind::Body);
            if title.as_deref() == Some(folded.as_str()) {
                Kind::Furniture
            } else if said == Some(Kind::Title) || (title.is_none() && known_title.as_deref() == Some(folded.as_str())) {
                Kind::Title
            } else if cues.opens_list(&folded) && (has_body || said == Some(Kind::Heading)) {
                after_list = true;
                Kind::Furniture
            } else if after_list && !line::is_long(text) {
                Kind::Furniture
            } else {
                after_list = false;
                line::kind(text, has_body, cues).unwrap_or(Kind::Body)
            }
        };
        let next = texts.get(i + 1).copied();
        let is_head = title.is_none() && !kinds.contains(&Kind::Body) && said.is_none();
        let kind = match kind {
            Kind::Body if is_head && line::is_page_name(text, next) && !heads_prose(&kinds, &texts[i..], cues) => Kind::Furniture,
            Kind::Body if title.is_none() && !kinds.contains(&Kind::Body) && line::may_be_title(text, next, said) => Kind::Title,
            Kind::Body if said == Some(Kind::Heading) => Kind::Heading,
            Kind::Body if line::may_be_heading(text, next) && kinds.contains(&Kind::Body) => Kind::Heading,
            it => it,
        };
        if kind == Kind::Title {
            title = Some(line::fold(text));
        }
        kinds.push(kind);
    }
    trailing_headings(&mut kinds);
    let found = |kind: Kind| kinds.iter().position(|it| *it == kind).map(|i| texts[i].to_owned());
    let (title, byline) = (found(Kind::Title), found(Kind::Byline));
    let address = address(&texts, &kinds, cues);
    let source = &mut document.source;
    source.title = source.title.take().or(title);
    source.author = source.author.take().or_else(|| byline.and_then(|it| line::author(&it, cues)));
    source.url = source.url.take().or(address);
    set_kinds(&mut document.paragraphs, &kinds);
}

/// Whether a short line at the very beginning heads an article: only a date line or an author stands between it and the prose.
fn heads_prose(before: &[Kind], texts: &[&str], cues: &Cues) -> bool {
    let is_first = before.iter().all(|it| matches!(it, Kind::DateLine | Kind::Byline));
    let is_between = |it: &str| matches!(line::kind(it, false, cues), Some(Kind::DateLine | Kind::Byline));
    let below = texts.iter().skip(1).find(|it| !is_between(it));
    let is_name = texts.first().is_some_and(|it| it.chars().any(char::is_lowercase));
    is_first && is_name && below.is_some_and(|it| line::is_prose(it))
}

fn set_kinds(paragraphs: &mut [Paragraph], kinds: &[Kind]) {
    for (paragraph, kind) in paragraphs.iter_mut().zip(kinds) {
        paragraph.kind = *kind;
    }
}

/// A heading with no text under it heads nothing: it is a link to another article or the end of the page.
fn trailing_headings(kinds: &mut [Kind]) {
    for kind in kinds.iter_mut().rev() {
        match kind {
            Kind::Heading => *kind = Kind::Furniture,
            Kind::Body | Kind::Title => break,
            Kind::Caption | Kind::Byline | Kind::DateLine | Kind::Furniture => {}
        }
    }
}

/// The article's own address, where the page writes it: a line that is an address and nothing else at the head, or one
/// under a line that announces it.
fn address(texts: &[&str], kinds: &[Kind], cues: &Cues) -> Option<String> {
    let announced = |i: usize| {
        let i = i.checked_sub(1)?;
        cues.announces_address(&line::fold(texts[i])).then_some(())
    };
    texts.iter().enumerate().find_map(|(i, text)| {
        let (head, address) = match text.find("http") {
            Some(at) => text.split_at(at),
            None => return None,
        };
        let is_address = address.starts_with("https://") || address.starts_with("http://");
        let own_line = head.is_empty() && (announced(i).is_some() || !kinds[..i].contains(&Kind::Body));
        let named = cues.announces_address(&line::fold(head));
        (kinds[i] == Kind::Furniture && is_address && (own_line || named)).then(|| address.to_owned())
    })
}
