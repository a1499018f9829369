//! The keys under which a word is found: its folded letters, its romanised form, its consonants.

use any_ascii::any_ascii_char;

use crate::text::TextRange;

/// The words of a text: runs of letters and digits.
pub fn words(text: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, it) in text.char_indices() {
        match (it.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(TextRange::new(from, at));
                start = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    found.extend(start.map(|from| TextRange::new(from, text.len())));
    found
}

/// A word in plain small Latin letters: accents dropped, other scripts romanised.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars()
        .flat_map(|it| any_ascii_char(it).bytes())
        .filter(u8::is_ascii_alphanumeric)
        .map(|it| it.to_ascii_lowercase() as char)
        .collect()
}

/// A name in plain small letters without its blanks.
pub fn squeezed(name: &str) -> String {
    words(name).iter().map(|it| fold(it.of(name))).collect()
}

/// The consonants of a folded word, h and y left out and doubles single: what its spellings share.
pub fn skeleton(folded: &str) -> String {
    let mut out = String::new();
    for it in folded.chars().filter(|it| !matches!(it, 'a' | 'e' | 'i' | 'o' | 'u' | 'h' | 'y' | 'j')) {
        if !out.ends_with(it) {
            out.push(it);
        }
    }
    out
}

/// The set of letters of a folded word, a bit each.
pub fn letters(folded: &str) -> u64 {
    folded.bytes().fold(0, |set, it| match it {
        b'a'..=b'z' => set | 1 << (it - b'a'),
        b'0'..=b'9' => set | 1 << (26 + it - b'0'),
        _ => set,
    })
}

/// Whether a typed word is meant to the letter: it has a capital or an accent.
pub fn is_literal(word: &str) -> bool {
    word.chars().any(|it| it.is_uppercase() || (!it.is_ascii() && it.is_alphabetic() && u32::from(it) < 0x250))
}

/// Whether a path fits a pattern in which `*` stands for anything; without a star the pattern may stand anywhere.
pub fn glob(pattern: &str, path: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return path.contains(pattern) };
    let Some(start) = path.find(head) else { return false };
    let mut at = start + head.len();
    let mut pieces = rest.split('*').peekable();
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return path.len() >= at + piece.len() && path.ends_with(piece);
        }
        match path.get(at..).and_then(|it| it.find(piece)) {
            Some(found) => at += found + piece.len(),
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_their_consonants() {
        for (a, b) in [("Dmitriev", "Dmitriyev"), ("Зеленський", "Zelensky"), ("Beyoncé", "beyonce"), ("Umerov", "Umjerov")]
        {
            assert_eq!(skeleton(&fold(a)), skeleton(&fold(b)), "{a} {b}");
        }
        assert_ne!(skeleton(&fold("Lavrov")), skeleton(&fold("Ushakov")));
    }

    #[test]
    fn globs_fit_whole_ends() {
        assert!(glob("gov/*", "cases/gov/b20.txt"));
        assert!(glob("*.html", "a/b.html"));
        assert!(!glob("*.html", "a/b.html.txt"));
        assert!(glob("b20", "cases/gov/b20.txt"));
        assert!(!glob("a*b*c", "abbd"));
    }
}
