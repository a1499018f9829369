//! HTML: what of a page is the article and what its metadata says, led back to the bytes of the file.

use dom_smoothie::{Config, Readability, TextMode};

use super::decode::{Builder, Decoded};
use super::inline;
use super::tags::{self, Piece};
use crate::text::{Block, Kind, Raw, Source};

/// The article in a page.
pub(super) fn read(source: Source, decoded: &Decoded) -> Raw {
    let pieces = tags::pieces(&decoded.text);
    let stated = Stated::read(&pieces);
    let shown = Shown::read(decoded, &pieces);
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let article = Readability::new(decoded.text.as_str(), None, Some(config)).ok().and_then(|mut it| it.parse().ok());
    let mut source = source;
    let mut paragraphs: Vec<String> = Vec::new();
    if let Some(article) = &article {
        source.title = Some(article.title.clone()).filter(|it| !it.trim().is_empty());
        source.author = article.byline.clone();
        source.outlet = article.site_name.clone();
        source.language = article.lang.clone();
        source.url = article.url.clone();
        source.published = article.published_time.clone();
        let lines = article.text_content.lines().map(str::trim).filter(|it| !it.is_empty());
        paragraphs.extend(lines.map(str::to_owned));
    }
    source.url = stated.url.or(source.url);
    source.published = source.published.or(stated.published);
    source.author = source.author.or(stated.author);
    source.outlet = source.outlet.or(stated.outlet);
    source.title = source.title.or(stated.title);
    source.tags = stated.tags;
    let blocks =
        if paragraphs.is_empty() { shown.all(decoded) } else { shown.blocks(decoded, source.title.as_deref(), &paragraphs) };
    Raw { source, blocks, line_starts: decoded.line_starts() }
}

/// What the head of a page says of the article.
#[derive(Debug, Default)]
struct Stated {
    title: Option<String>,
    url: Option<String>,
    published: Option<String>,
    author: Option<String>,
    outlet: Option<String>,
    tags: Vec<String>,
}

impl Stated {
    fn read(pieces: &[(usize, Piece<'_>)]) -> Stated {
        let mut stated = Stated::default();
        let mut time = None;
        for (i, (_, piece)) in pieces.iter().enumerate() {
            let Piece::Tag { name, attributes, closes: false } = piece else { continue };
            let value = |key: &str| tags::attribute(attributes, key).filter(|it| !it.trim().is_empty());
            match name.to_ascii_lowercase().as_str() {
                "meta" => {
                    let key = value("property").or_else(|| value("name")).or_else(|| value("itemprop")).unwrap_or_default();
                    stated.meta(&key.to_lowercase(), value("content"));
                }
                "link" if value("rel").as_deref() == Some("canonical") => stated.url = value("href").or(stated.url.take()),
                "time" => time = time.or_else(|| value("datetime")),
                "title" => {
                    if let Some((_, Piece::Text(text))) = pieces.get(i + 1) {
                        stated.title.get_or_insert_with(|| tags::decoded(text));
                    }
                }
                _ => {}
            }
        }
        stated.published = stated.published.or(time);
        stated
    }

    fn meta(&mut self, key: &str, content: Option<String>) {
        let Some(content) = content else { return };
        match key {
            "article:published_time"
            | "datepublished"
            | "date"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "publication_date"
            | "dc.date"
            | "dc.date.issued"
            | "dcterms.created"
            | "parsely-pub-date"
            | "sailthru.date"
            | "og:published_time"
            | "article.published" => {
                self.published.get_or_insert(content);
            }
            "og:url" => {
                self.url.get_or_insert(content);
            }
            "author" | "article:author" | "dc.creator" | "parsely-author" => {
                self.author.get_or_insert(content);
            }
            "og:site_name" | "application-name" => {
                self.outlet.get_or_insert(content);
            }
            "og:title" => self.title = Some(content),
            "keywords" | "news_keywords" if self.tags.is_empty() => {
                self.tags = content.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
            }
            _ => {}
        }
    }
}

/// The letters of a page as they are shown, without any white space, each with its place in the file's text.
#[derive(Debug, Default)]
struct Shown {
    letters: String,
    /// Where each letter begins in `letters`, and the range of the file's text from which it comes.
    places: Vec<(usize, usize, usize)>,
    /// Where each block of the page begins among the places.
    breaks: Vec<usize>,
    /// Elements that tell what stands in them: from place, to place, and what it is.
    kinds: Vec<(usize, usize, Kind)>,
}

/// What an element says of its text.
fn kind_of(name: &str) -> Option<Kind> {
    match name.to_ascii_lowercase().as_str() {
        "figcaption" => Some(Kind::Caption),
        "h2" | "h3" | "h4" | "h5" | "h6" => Some(Kind::Heading),
        "nav" | "aside" | "footer" => Some(Kind::Furniture),
        _ => None,
    }
}

/// Elements that do not part paragraphs.
const INLINE: [&str; 27] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "img", "ins", "del", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u", "wbr", "var",
];

impl Shown {
    fn read(decoded: &Decoded, pieces: &[(usize, Piece<'_>)]) -> Shown {
        let mut shown = Shown::default();
        let mut in_head = false;
        for (at, piece) in pieces {
            match piece {
                Piece::Tag { name, closes, .. } => {
                    in_head =
                        if name.eq_ignore_ascii_case("head") || name.eq_ignore_ascii_case("title") { !closes } else { in_head };
                    if let Some(kind) = kind_of(name) {
                        if *closes {
                            let open = shown.kinds.iter_mut().rev().find(|it| it.2 == kind && it.1 == usize::MAX);
                            if let Some(open) = open {
                                open.1 = shown.places.len();
                            }
                        } else {
                            shown.kinds.push((shown.places.len(), usize::MAX, kind));
                        }
                    }
                    in_head &= !name.eq_ignore_ascii_case("body");
                    if !INLINE.iter().any(|it| name.eq_ignore_ascii_case(it)) {
                        shown.breaks.push(shown.places.len());
                    }
                }
                Piece::Text(_) if in_head => {}
                Piece::Text(text) => shown.push(decoded, *at, text),
            }
        }
        shown.breaks.push(shown.places.len());
        shown.breaks.dedup();
        shown
    }

    fn push(&mut self, decoded: &Decoded, start: usize, text: &str) {
        let mut at = start;
        while let Some(c) = decoded.text[at..start + text.len()].chars().next() {
            let (c, len) = inline::entity(&decoded.text[at..start + text.len()]).unwrap_or((c, c.len_utf8()));
            if !c.is_whitespace() {
                self.places.push((self.letters.len(), at, at + len));
                self.letters.push(c);
            }
            at += len;
        }
    }

    /// The paragraphs that are the article, in their order, the headline first; one that is not found has no way back.
    fn blocks(&self, decoded: &Decoded, title: Option<&str>, paragraphs: &[String]) -> Vec<Block> {
        let bare = |it: &str| it.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let mut blocks = Vec::new();
        let (mut from, mut line) = (0, 1);
        let first = paragraphs.first().map(|it| bare(it)).and_then(|it| self.letters.find(&it)).unwrap_or(self.letters.len());
        if let Some(title) = title {
            // The headline nearest above the first paragraph: menus may hold it too.
            let letters = bare(title);
            let found = self.letters[..first].rfind(&letters).filter(|_| !letters.is_empty());
            blocks.push(match found {
                Some(at) => self.block(decoded, at, &letters, title, Some(Kind::Title)),
                None => Block { text: title.to_owned(), line: 1, kind: Some(Kind::Title), ..Block::default() },
            });
        }
        for paragraph in paragraphs {
            let letters = bare(paragraph);
            let found = self.letters[from..].find(&letters).map(|it| from + it).or_else(|| self.letters.find(&letters));
            let block = match found {
                Some(at) => {
                    from = at + letters.len();
                    self.block(decoded, at, &letters, paragraph, None)
                }
                None => Block { text: paragraph.clone(), line, ..Block::default() },
            };
            line = block.line;
            blocks.push(block);
        }
        blocks
    }

    /// A block from the letters at a place, with white space where the paragraph has it.
    fn block(&self, decoded: &Decoded, at: usize, letters: &str, paragraph: &str, kind: Option<Kind>) -> Block {
        let first = self.places.partition_point(|it| it.0 < at);
        let last = self.places.partition_point(|it| it.0 < at + letters.len());
        let mut places = self.places[first..last].iter();
        let mut builder = Builder::new(decoded);
        let mut is_blank = false;
        for c in paragraph.chars() {
            if c.is_whitespace() {
                is_blank = true;
                continue;
            }
            let Some(&(_, from, to)) = places.next() else { break };
            if std::mem::take(&mut is_blank) {
                builder.push_made(" ");
            }
            builder.push_letter(c, from, to);
        }
        builder.build(kind.or_else(|| self.kind_at(first)))
    }

    /// What the innermost telling element around a place says; one that never closes says nothing.
    fn kind_at(&self, place: usize) -> Option<Kind> {
        self.kinds.iter().rev().find(|it| it.0 <= place && place < it.1 && it.1 != usize::MAX).map(|it| it.2)
    }

    /// Everything shown, block by block, where no article could be told from the page.
    fn all(&self, decoded: &Decoded) -> Vec<Block> {
        let mut blocks = Vec::new();
        for pair in self.breaks.windows(2) {
            let places = &self.places[pair[0]..pair[1]];
            let mut builder = Builder::new(decoded);
            let mut end = places.first().map_or(0, |it| it.1);
            for &(at, from, to) in places {
                let gap = &decoded.text[end.min(from)..from];
                if !builder.is_blank() && gap.chars().any(char::is_whitespace) {
                    builder.push_made(" ");
                }
                builder.push_letter(self.letters[at..].chars().next().unwrap_or(' '), from, to);
                end = to;
            }
            if !builder.is_blank() {
                blocks.push(builder.build(self.kind_at(pair[0])));
            }
        }
        blocks
    }
}
