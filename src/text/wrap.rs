//! Lines for a width: where a text breaks on a screen of so many cells.

use unicode_width::UnicodeWidthChar;

use super::TextRange;

/// The lines of a range at a width in cells: ranges of the text, without the blanks at which they break.
///
/// A line break of the text is kept (an empty range stands for an empty line); a word wider than the line is broken.
/// A width of 0 is taken as 1, and a character wider than the line has a line of its own.
pub fn wrap(text: &str, range: TextRange, width: usize) -> Vec<TextRange> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let whole = range.of(text);
    if whole.is_empty() {
        return lines;
    }
    let mut start = range.start as usize;
    for line in whole.split('\n') {
        wrap_line(line, start, width, &mut lines);
        start += line.len() + 1;
    }
    lines
}

fn wrap_line(line: &str, offset: usize, width: usize, lines: &mut Vec<TextRange>) {
    let mut push = |from: usize, to: usize| lines.push(TextRange::new(offset + from, offset + to));
    let (mut start, mut cells) = (0, 0);
    // The last blank of the line so far: where it begins and ends, and the cells up to its end.
    let mut blank: Option<(usize, usize, usize)> = None;
    for (at, c) in line.char_indices() {
        let wide = c.width().unwrap_or(0);
        let end = at + c.len_utf8();
        if c == ' ' {
            cells += 1;
            let begins = blank.filter(|it| it.1 == at).map_or(at, |it| it.0);
            blank = Some((begins, end, cells));
            continue;
        }
        if cells + wide > width {
            match blank {
                Some((from, to, until)) if from > start || to == at => {
                    push(start, from.max(start));
                    (start, cells) = (to, cells - until);
                }
                _ if at > start => {
                    push(start, at);
                    (start, cells) = (at, 0);
                }
                _ => {}
            }
            blank = None;
            if cells + wide > width && at > start {
                push(start, at);
                (start, cells) = (at, 0);
            }
        }
        cells += wide;
    }
    let end = line.trim_end_matches(' ').len();
    push(start.min(end), end);
}
