//! The one tokenizer: words, numbers and marks of a text in a single pass, with the gap before each.

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A run of letters of any script.
    Word,
    /// A run of ASCII digits.
    Number,
    /// One mark: punctuation or a symbol.
    Mark,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// Nothing: the two touch.
    None,
    /// White space within a line.
    Space,
    /// The end of a line.
    Line,
    /// A blank line, or the beginning of the text.
    Paragraph,
}

/// A word, a number or a mark, as a range of bytes of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// The first byte inside.
    pub start: u32,
    /// The first byte after.
    pub end: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// What stands before it.
    pub gap: Gap,
}

impl Token {
    /// The token's own letters; empty where it belongs to another text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

/// The tokens of a text, in order; nothing but white space lies between them.
///
/// ```
/// use dateline::text::token::{TokenKind, tokens};
/// let text = "Mid-1996, 5pm";
/// let found: Vec<&str> = tokens(text).map(|it| it.of(text)).collect();
/// assert_eq!(found, ["Mid", "-", "1996", ",", "5", "pm"]);
/// assert_eq!(tokens(text).filter(|it| it.kind == TokenKind::Number).count(), 2);
/// ```
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

/// Iterator of [`tokens`]. Texts are read up to 4 GiB.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

/// Letter, digit, white space, line end, mark, or part of a longer character, for each byte.
const KINDS: [u8; 256] = {
    let mut kinds = [MARK; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        if b.is_ascii_alphabetic() {
            kinds[byte] = LETTER;
        } else if b.is_ascii_digit() {
            kinds[byte] = DIGIT;
        } else if b == b'\n' {
            kinds[byte] = LINE;
        } else if b.is_ascii_whitespace() || b == 0x0b {
            kinds[byte] = SPACE;
        } else if b >= 128 {
            kinds[byte] = WIDE;
        }
        byte += 1;
    }
    kinds
};
const LETTER: u8 = 0;
const DIGIT: u8 = 1;
const SPACE: u8 = 2;
const LINE: u8 = 3;
const MARK: u8 = 4;
const WIDE: u8 = 5;

impl Tokens<'_> {
    fn wide(&self) -> Option<char> {
        self.text.get(self.at..).and_then(|rest| rest.chars().next())
    }

    /// Skips letters; whether the character at hand is one.
    fn word_end(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&b) = bytes.get(self.at) {
            match KINDS[b as usize] {
                LETTER => self.at += 1,
                WIDE => match self.wide() {
                    Some(c) if joins_word(c) => self.at += c.len_utf8(),
                    _ => return,
                },
                _ => return,
            }
        }
    }
}

/// Whether a character outside ASCII is part of a word: letters, combining marks, soft hyphens.
fn joins_word(c: char) -> bool {
    c.is_alphabetic() || c == '\u{ad}' || ('\u{300}'..='\u{36f}').contains(&c)
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let mut gap = if self.at == 0 { Gap::Paragraph } else { Gap::None };
        loop {
            let start = self.at;
            if start >= u32::MAX as usize {
                return None;
            }
            let kind = match KINDS[*bytes.get(start)? as usize] {
                SPACE => {
                    gap = gap.max(Gap::Space);
                    self.at += 1;
                    continue;
                }
                LINE => {
                    gap = if gap >= Gap::Line { Gap::Paragraph } else { Gap::Line };
                    self.at += 1;
                    continue;
                }
                LETTER => {
                    self.word_end();
                    TokenKind::Word
                }
                DIGIT => {
                    while bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
                        self.at += 1;
                    }
                    TokenKind::Number
                }
                MARK => {
                    self.at += 1;
                    TokenKind::Mark
                }
                _ => {
                    let wide = self.wide()?;
                    if wide.is_whitespace() || wide == '\u{feff}' || wide == '\u{200b}' {
                        gap = gap.max(Gap::Space);
                        self.at += wide.len_utf8();
                        continue;
                    }
                    if joins_word(wide) {
                        self.word_end();
                        TokenKind::Word
                    } else {
                        self.at += wide.len_utf8();
                        TokenKind::Mark
                    }
                }
            };
            return Some(Token { start: start as u32, end: self.at as u32, kind, gap });
        }
    }
}
