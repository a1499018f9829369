//! Text into lines for a width in cells: at blanks, between wide letters, and inside a word only where it must.

use unicode_width::UnicodeWidthChar;

use crate::text::TextRange;

const JOINER: char = '\u{200d}';
const EMOJI_STYLE: char = '\u{fe0f}';

/// The lines of a range of the text, each at most `width` cells. Each of `phrases` takes two cells more, for the
/// brackets put around it on the screen. Blanks at the ends of lines belong to no line.
pub fn wrap(text: &str, range: TextRange, width: usize, phrases: &[TextRange]) -> Vec<TextRange> {
    let width = width.max(2);
    let mut lines = Vec::new();
    let (mut start, mut used) = (range.span().start, 0);
    // Where the line may end, where the next then starts, and the cells used up to there.
    let mut chance: Option<(usize, usize, usize)> = None;
    let mut before = ' ';
    let mut letters = range.of(text).char_indices().peekable();
    while let Some((at, it)) = letters.next() {
        let at = at + range.span().start;
        let after = at + it.len_utf8();
        if it.is_whitespace() {
            if at == start {
                start = after;
            } else if before.is_whitespace() {
                chance = chance.map(|(end, _, used)| (end, after, used));
            } else {
                used += 1;
                chance = Some((at, after, used));
            }
            before = it;
            continue;
        }
        let mut cells = if before == JOINER { 0 } else { it.width().unwrap_or(1) };
        if cells == 1 && letters.peek().is_some_and(|next| next.1 == EMOJI_STYLE) {
            cells = 2;
        }
        let is_wide = cells == 2;
        cells += phrases.iter().filter(|it| it.span().start == at).count();
        cells += phrases.iter().filter(|it| it.span().end == after).count();
        while (cells > 0 || before.is_whitespace()) && used + cells > width && at > start {
            match chance.take() {
                Some((end, next, used_there)) if end > start => {
                    lines.push(TextRange::new(start, end));
                    (start, used) = (next, used - used_there);
                }
                _ => {
                    lines.push(TextRange::new(start, at));
                    (start, used) = (at, 0);
                }
            }
        }
        used += cells;
        if is_wide || (cells == 0 && chance.is_some_and(|(_, next, _)| next == at)) {
            chance = Some((after, after, used));
        }
        before = it;
    }
    let end = start + text.get(start..range.span().end).map_or(0, |rest| rest.trim_end().len());
    if end > start {
        lines.push(TextRange::new(start, end));
    }
    lines
}

/// The cells a text takes on one line.
pub fn cells(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: usize, expected: &[&str]) {
        let lines = wrap(text, TextRange::new(0, text.len()), width, &[]);
        assert_eq!(lines.iter().map(|it| it.of(text)).collect::<Vec<_>>(), expected, "{text:?} at {width}");
        assert!(lines.iter().all(|it| cells(it.of(text)) <= width), "{text:?} at {width}");
    }

    #[test]
    fn lines_end_at_blanks() {
        check("the dam broke at dawn", 9, &["the dam", "broke at", "dawn"]);
        check("  the   dam  ", 9, &["the   dam"]);
        check("the\ndam broke", 7, &["the\ndam", "broke"]);
        check("exactly ten", 7, &["exactly", "ten"]);
        check("", 7, &[]);
        check("   ", 7, &[]);
    }

    #[test]
    fn a_word_too_long_is_cut() {
        check("a Donaudampfschiff b", 6, &["a", "Donaud", "ampfsc", "hiff b"]);
    }

    #[test]
    fn wide_letters_break_anywhere() {
        check("大坝在黎明时分决口", 6, &["大坝在", "黎明时", "分决口"]);
        check("大坝 broke", 7, &["大坝", "broke"]);
    }

    #[test]
    fn what_joins_letters_is_not_torn() {
        check("👨‍👩‍👧 👨‍👩‍👧", 4, &["👨‍👩‍👧", "👨‍👩‍👧"]);
        check("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn brackets_take_their_cells() {
        let text = "gave way at dawn";
        let phrase = TextRange::new(12, 16);
        let lines = wrap(text, TextRange::new(0, text.len()), 16, &[phrase]);
        assert_eq!(lines.iter().map(|it| it.of(text)).collect::<Vec<_>>(), ["gave way at", "dawn"]);
    }
}
