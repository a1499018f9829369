//! The last gate before the terminal: whatever a file, a name or a typed line holds, only what can be seen gets through.

use std::borrow::Cow;

/// Whether a letter may act on the terminal or turn the order of the letters around it.
fn is_unsafe(it: char) -> bool {
    it.is_control()
        || matches!(it,
            '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The text with blanks for tabs and line ends, and a sign for every other letter that cannot be shown.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let shown = |it: char| match it {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        it if it.is_control() => Some('\u{fffd}'),
        it if is_unsafe(it) => None,
        it => Some(it),
    };
    Cow::Owned(text.chars().filter_map(shown).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(printable(text), expected, "{text:?}");
    }

    #[test]
    fn nothing_that_acts_gets_through() {
        check("\u{1b}[31mred\u{1b}]0;t\u{7}", "\u{fffd}[31mred\u{fffd}]0;t\u{fffd}");
        check("a\tb\nc", "a b c");
        check("a\u{202e}b\u{2066}c\u{200f}", "abc");
        check("\u{9b}31m", "\u{fffd}31m");
    }

    #[test]
    fn scripts_and_emoji_stay() {
        check("Київ 北京 العربية 👨\u{200d}👩\u{200d}👧 naïve", "Київ 北京 العربية 👨\u{200d}👩\u{200d}👧 naïve");
    }
}
