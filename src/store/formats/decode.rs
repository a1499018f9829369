//! Bytes to characters, whatever the encoding, with the way back from each character to its bytes.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::text::{Block, Kind, Stretch};

/// A file's text with the way back to its bytes.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// The runs of the text by file bytes, ascending, without a gap.
    stretches: Vec<Stretch>,
    /// Where each line begins in the text.
    lines: Vec<usize>,
    /// What could not be decoded was replaced: how many times, and which encoding it was taken for.
    replaced: usize,
    encoding: &'static str,
}

impl Decoded {
    fn new(text: String, stretches: Vec<Stretch>, replaced: usize, encoding: &'static Encoding) -> Decoded {
        // Old files end lines with a lone carriage return.
        let mark = if text.contains('\n') || !text.contains('\r') { '\n' } else { '\r' };
        let lines = std::iter::once(0).chain(text.match_indices(mark).map(|it| it.0 + 1)).collect();
        Decoded { text, stretches, lines, replaced, encoding: encoding.name() }
    }

    /// What could not be decoded, for the reader.
    pub(super) fn problem(&self) -> Option<String> {
        let (n, encoding) = (self.replaced, self.encoding);
        let places = if n == 1 { "1 place is".to_owned() } else { format!("{n} places are") };
        (n > 0).then(|| format!("{places} not valid {encoding} and shown as \u{fffd}; save the file as UTF-8"))
    }

    /// The lines as ranges of the text, without their ends.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let ends = self.lines.iter().skip(1).copied().chain(std::iter::once(self.text.len()));
        self.lines
            .iter()
            .copied()
            .zip(ends)
            .map(|(from, to)| (from, from + self.text[from..to].trim_end_matches(['\r', '\n']).len()))
    }

    /// The line of a place in the text, from 1.
    pub(super) fn line_of(&self, at: usize) -> u32 {
        u32::try_from(self.lines.partition_point(|it| *it <= at)).unwrap_or(u32::MAX)
    }

    /// Where each line begins in the file.
    pub(super) fn line_starts(&self) -> Vec<u32> {
        self.lines.iter().map(|it| u32::try_from(self.file_offset(*it)).unwrap_or(u32::MAX)).collect()
    }

    fn file_offset(&self, at: usize) -> usize {
        let n = self.stretches.partition_point(|it| it.at + it.len <= at);
        match self.stretches.get(n) {
            Some(it) if it.exact => it.file + at.saturating_sub(it.at),
            Some(it) => it.file,
            None => self.stretches.last().map_or(0, |it| it.file + it.file_len),
        }
    }

    fn file_end(&self, at: usize) -> usize {
        let n = self.stretches.partition_point(|it| it.at < at);
        match n.checked_sub(1).and_then(|n| self.stretches.get(n)) {
            Some(it) if it.exact => it.file + at.min(it.at + it.len) - it.at,
            Some(it) => it.file + it.file_len,
            None => self.file_offset(at),
        }
    }
}

/// A block in the making: pieces of the decoded text, each with its way back to the file.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    decoded: &'a Decoded,
    text: String,
    stretches: Vec<Stretch>,
    first: Option<usize>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(decoded: &'a Decoded) -> Builder<'a> {
        Builder { decoded, text: String::new(), stretches: Vec::new(), first: None }
    }

    /// A piece of the decoded text as it is.
    pub(super) fn push(&mut self, from: usize, to: usize) {
        self.first.get_or_insert(from);
        let all = &self.decoded.stretches;
        let first = all.partition_point(|it| it.at + it.len <= from);
        for it in all[first..].iter().take_while(|it| it.at < to) {
            let (start, end) = (from.max(it.at), to.min(it.at + it.len));
            let at = self.text.len() + (start - from);
            let (file, file_len) = if it.exact { (it.file + (start - it.at), end - start) } else { (it.file, it.file_len) };
            match self.stretches.last_mut() {
                Some(last) if last.exact && it.exact && last.at + last.len == at && last.file + last.file_len == file => {
                    last.len += file_len;
                    last.file_len += file_len;
                }
                _ => self.stretches.push(Stretch { at, len: end - start, file, file_len, exact: it.exact }),
            }
        }
        self.text.push_str(&self.decoded.text[from..to]);
    }

    /// What it holds, leaving it empty.
    pub(super) fn take(&mut self) -> Builder<'a> {
        std::mem::replace(self, Builder::new(self.decoded))
    }

    /// Whether there is nothing to read in it yet.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Other words for a piece of the decoded text: a decoded entity.
    pub(super) fn push_as(&mut self, words: &str, from: usize, to: usize) {
        self.first.get_or_insert(from);
        let (file, file_end) = (self.decoded.file_offset(from), self.decoded.file_end(to));
        let file_len = file_end.saturating_sub(file);
        self.stretches.push(Stretch { at: self.text.len(), len: words.len(), file, file_len, exact: false });
        self.text.push_str(words);
    }

    /// A letter that stands there, as it is or as an entity.
    pub(super) fn push_letter(&mut self, letter: char, from: usize, to: usize) {
        let mut buffer = [0; 4];
        let letter: &str = letter.encode_utf8(&mut buffer);
        if self.decoded.text[from..to] == *letter { self.push(from, to) } else { self.push_as(letter, from, to) }
    }

    /// Words that do not stand in the file: the blank between two lines.
    pub(super) fn push_made(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// The block, on the line of its first letter.
    pub(super) fn build(self, kind: Option<Kind>) -> Block {
        let blank = self.text.len() - self.text.trim_start().len();
        let first = self.stretches.iter().find(|it| it.at + it.len > blank);
        let file = first.map(|it| if it.exact { it.file + blank.saturating_sub(it.at) } else { it.file });
        let line = match file {
            Some(file) => {
                let n = self.decoded.stretches.partition_point(|it| it.file + it.file_len <= file);
                let at = self
                    .decoded
                    .stretches
                    .get(n)
                    .map_or(0, |it| if it.exact { it.at + file.saturating_sub(it.file) } else { it.at });
                self.decoded.line_of(at)
            }
            None => self.decoded.line_of(self.first.unwrap_or(0)),
        };
        Block { text: self.text, stretches: self.stretches, line, kind, same_paragraph: false }
    }
}

/// Why bytes are no text, for the reader; `None` where they may be one.
pub(super) fn binary(bytes: &[u8]) -> Option<String> {
    const MAGIC: [(&[u8], &str); 12] = [
        (b"%PDF", "a PDF; save its text as .txt or .html"),
        (b"PK\x03\x04", "a ZIP archive or an office document; unpack it or save it as text"),
        (b"\xd0\xcf\x11\xe0", "an office document; save it as text"),
        (b"\x89PNG", "a picture; nothing to read in it"),
        (b"GIF8", "a picture; nothing to read in it"),
        (b"\xff\xd8\xff", "a picture; nothing to read in it"),
        (b"RIFF", "a picture or a sound; nothing to read in it"),
        (b"\x1f\x8b", "packed with gzip; unpack it"),
        (b"BZh", "packed with bzip2; unpack it"),
        (b"\xfd7zXZ", "packed with xz; unpack it"),
        (b"\x28\xb5\x2f\xfd", "packed with zstd; unpack it"),
        (b"\x7fELF", "a program; nothing to read in it"),
    ];
    if let Some((_, what)) = MAGIC.iter().find(|it| bytes.starts_with(it.0)) {
        return Some(format!("not a text but {what}"));
    }
    if utf16(bytes).is_some() {
        return None;
    }
    let nul = bytes.iter().filter(|it| **it == 0).count();
    let control = bytes.iter().filter(|it| **it < 0x20 && !b"\t\n\r\x0c\x08\x1b".contains(it)).count();
    (nul > 2 + bytes.len() / 200 || control > 8 + bytes.len() / 20)
        .then(|| "not a text but binary data; nothing to read in it".to_owned())
}

/// UTF-16, told by its mark or by the zeros of its Latin letters.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|it| **it == 0).count() * 10;
    let half = head.len() / 2;
    match (zeros(0), zeros(1)) {
        (even, odd) if odd > half * 7 && even < half => Some(UTF_16LE),
        (even, odd) if even > half * 7 && odd < half => Some(UTF_16BE),
        _ => None,
    }
}

/// The text of a file: UTF-8 where it is that, else by its mark, by what an HTML page says, or by what it looks like.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let skipped = bytes.len() - body.len();
    if let Some(encoding) = utf16(bytes) {
        return with(bytes, encoding);
    }
    if let Ok(text) = std::str::from_utf8(body) {
        let whole = Stretch { at: 0, file: skipped, len: body.len(), file_len: body.len(), exact: true };
        return Decoded::new(text.to_owned(), vec![whole], 0, UTF_8);
    }
    let (mut good, mut bad) = (0, 0);
    for chunk in body.utf8_chunks() {
        good += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if skipped > 0 || good > 2 * bad {
        return with(bytes, UTF_8);
    }
    let encoding = declared(bytes).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    });
    with(bytes, encoding)
}

/// The encoding that an HTML page names near its beginning.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_lowercase();
    let at = head.find("charset=")? + "charset=".len();
    let label = head[at..].trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end]).filter(|it| *it != UTF_8)
}

/// Decodes byte by byte, so that it is known which bytes gave which characters.
fn with(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let (mut text, mut stretches, mut replaced) = (String::new(), Vec::<Stretch>::new(), 0);
    let mut pending = 0;
    let mut buffer = [0u8; 32];
    for i in 0..=bytes.len() {
        let (piece, last) = if i < bytes.len() { (&bytes[i..=i], false) } else { (&bytes[i..i], true) };
        let (result, _, n, bad) = decoder.decode_to_utf8(piece, &mut buffer, last);
        debug_assert!(result == CoderResult::InputEmpty);
        let out = std::str::from_utf8(&buffer[..n]).unwrap_or("");
        replaced += if bad { out.matches('\u{fffd}').count().max(1) } else { 0 };
        if out.is_empty() {
            continue;
        }
        let end = (i + 1).min(bytes.len());
        let (len, file_len) = (out.len(), end - pending);
        let it = Stretch { at: text.len(), len, file: pending, file_len, exact: len == file_len };
        text.push_str(out);
        pending = end;
        match stretches.last_mut() {
            Some(before) if before.exact && it.exact => {
                before.len += it.len;
                before.file_len += it.file_len;
            }
            _ => stretches.push(it),
        }
    }
    Decoded::new(text, stretches, replaced, encoding)
}
