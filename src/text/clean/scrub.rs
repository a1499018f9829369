//! Makes characters safe for any terminal and alike for any comparison, and remembers from where each came.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Clean bytes `[to, to + len)` come from the bytes `[from, from + from_len)`; the same bytes where equally long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) to: usize,
    pub(super) len: usize,
    pub(super) from: usize,
    pub(super) from_len: usize,
}

/// What becomes of a character.
enum Fate {
    Keep,
    Blank,
    /// It and what belongs to it goes, so many bytes.
    Drop(usize),
    Replace(&'static str),
}

/// The text with safe characters and single blanks, and its spans, ascending.
pub(super) fn scrub(text: &str) -> (String, Vec<Span>) {
    let mut out = Scrubbed { text: String::with_capacity(text.len()), spans: Vec::new(), blank: None };
    let mut pos = 0;
    while let Some(c) = text[pos..].chars().next() {
        // All but the last letter of an ASCII word, at once; the last may carry a mark.
        let n = text.as_bytes()[pos..].iter().take_while(|it| it.is_ascii_graphic()).count();
        if n > 1 {
            out.push(&text[pos..pos + n - 1], pos, pos + n - 1, true);
            pos += n - 1;
            continue;
        }
        let next = pos + c.len_utf8();
        match fate(c, &text[pos..]) {
            Fate::Drop(len) => pos += len,
            Fate::Blank => {
                let from = out.blank.map_or(pos, |it| it.0);
                out.blank = Some((from, next));
                pos = next;
            }
            Fate::Replace(it) => {
                out.push(it, pos, next, false);
                pos = next;
            }
            Fate::Keep => {
                let end = cluster_end(text, next);
                if end == next && (c.is_ascii() || is_starter(c)) {
                    out.push(&text[pos..next], pos, next, true);
                } else {
                    let whole: String = kept_chars(&text[pos..end]).nfc().collect();
                    let same = whole == text[pos..end];
                    out.push(&whole, pos, end, same);
                }
                pos = end;
            }
        }
    }
    (out.text, out.spans)
}

struct Scrubbed {
    text: String,
    spans: Vec<Span>,
    /// White space not yet written: it is written once, and not at either end.
    blank: Option<(usize, usize)>,
}

impl Scrubbed {
    fn push(&mut self, piece: &str, from: usize, until: usize, same: bool) {
        if let Some((start, end)) = self.blank.take()
            && !self.text.is_empty()
        {
            // A blank of one byte stands for itself, even where it was a tab or an end of line.
            self.write(" ", start, end, end - start == 1);
        }
        self.write(piece, from, until, same);
    }

    fn write(&mut self, piece: &str, from: usize, until: usize, same: bool) {
        let span = Span { to: self.text.len(), len: piece.len(), from, from_len: until - from };
        self.text.push_str(piece);
        match self.spans.last_mut() {
            Some(last) if same && last.len == last.from_len && last.from + last.from_len == from => {
                last.len += span.len;
                last.from_len += span.from_len;
            }
            _ => self.spans.push(span),
        }
    }
}

/// Whether no character before it can change what it is composed to.
fn is_starter(c: char) -> bool {
    canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}

/// Where the marks end that belong to the character before `pos`.
fn cluster_end(text: &str, pos: usize) -> usize {
    let (mut end, mut at) = (pos, pos);
    while let Some(c) = text[at..].chars().next() {
        if c.is_ascii() && c >= ' ' && c != '\x7f' {
            break;
        }
        match fate(c, &text[at..]) {
            Fate::Drop(len) => at += len,
            Fate::Keep if !is_starter(c) => {
                at += c.len_utf8();
                end = at;
            }
            Fate::Keep | Fate::Blank | Fate::Replace(_) => break,
        }
    }
    end
}

/// The characters of a cluster without those that are dropped inside it.
fn kept_chars(cluster: &str) -> impl Iterator<Item = char> + '_ {
    let mut pos = 0;
    std::iter::from_fn(move || {
        loop {
            let c = cluster[pos..].chars().next()?;
            match fate(c, &cluster[pos..]) {
                Fate::Drop(len) => pos += len,
                Fate::Keep | Fate::Blank | Fate::Replace(_) => {
                    pos += c.len_utf8();
                    return Some(c);
                }
            }
        }
    })
}

fn fate(c: char, rest: &str) -> Fate {
    match c {
        '\t' | '\n' | '\r' | '\x0b' | '\x0c' | ' ' => Fate::Blank,
        '!'..='~' => Fate::Keep,
        '\x1b' => Fate::Drop(escape_len(rest)),
        '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}' | '\u{9e}' | '\u{9f}' => Fate::Drop(escape_len(rest)),
        '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' => Fate::Blank,
        '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{2800}' => Fate::Blank,
        // What Windows wrote for quotes and dashes, met where a page was read as Latin-1.
        '\u{91}' => Fate::Replace("\u{2018}"),
        '\u{92}' => Fate::Replace("\u{2019}"),
        '\u{93}' => Fate::Replace("\u{201c}"),
        '\u{94}' => Fate::Replace("\u{201d}"),
        '\u{96}' => Fate::Replace("\u{2013}"),
        '\u{97}' => Fate::Replace("\u{2014}"),
        _ if is_unwanted(c) => Fate::Drop(c.len_utf8()),
        _ => Fate::Keep,
    }
}

/// Characters that are not seen but change what is: controls, zero-width, bidi, fillers, tags, noncharacters.
pub(super) fn is_unwanted(c: char) -> bool {
    match c {
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => true,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' => true,
        '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => (c as u32) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c),
    }
}

/// How many bytes of the text belong to the escape sequence with which it begins, by ECMA-48.
fn escape_len(rest: &str) -> usize {
    let mut chars = rest.char_indices();
    let Some((_, first)) = chars.next() else { return 0 };
    let (kind, body) = match first {
        '\x1b' => match chars.next() {
            Some((_, it)) if it.is_ascii() && it >= ' ' => (it, 2),
            _ => return 1,
        },
        it => (char::from_u32(it as u32 - 0x40).unwrap_or('\0'), first.len_utf8()),
    };
    match kind {
        '[' => {
            let n = rest[body..].bytes().take_while(|it| (0x20..=0x3f).contains(it)).count();
            let ended = rest[body + n..].bytes().next().is_some_and(|it| (0x40..=0x7e).contains(&it));
            body + n + usize::from(ended)
        }
        ']' | 'P' | 'X' | '^' | '_' => string_end(&rest[body..]).map_or(body, |n| body + n),
        ' '..='/' => {
            let n = rest[body..].bytes().take_while(|it| (0x20..=0x2f).contains(it)).count();
            let ended = rest[body + n..].bytes().next().is_some_and(|it| (0x30..=0x7e).contains(&it));
            body + n + usize::from(ended)
        }
        _ => body,
    }
}

/// Where the string of a control sequence ends; none that does not end soon on its line, lest it swallow the article.
fn string_end(body: &str) -> Option<usize> {
    for (i, c) in body.char_indices().take(2048) {
        match c {
            '\x07' | '\u{9c}' => return Some(i + c.len_utf8()),
            '\x1b' => return body[i + 1..].starts_with('\\').then_some(i + 2),
            '\n' | '\r' => return None,
            _ => {}
        }
    }
    None
}
