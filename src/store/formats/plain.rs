//! Plain text: blank lines part paragraphs; where there are none, a line is a paragraph.

use super::decode::{Builder, Decoded};
use super::inline;
use crate::text::{Block, Kind, Raw, Source};

/// Lines longer than this were not broken by hand or by a mail program.
const WIDEST_WRAP: usize = 130;

/// The article in a plain text.
pub(super) fn read(source: Source, decoded: &Decoded) -> Raw {
    let text = &decoded.text;
    let lines: Vec<(usize, usize)> = decoded.lines().collect();
    let seen = |c: char| !c.is_whitespace() && !c.is_control() && !['\u{feff}', '\u{200b}'].contains(&c);
    let is_blank = |line: &(usize, usize)| !text[line.0..line.1].chars().any(seen);
    let n_lines = lines.iter().filter(|it| !is_blank(it)).count();
    let groups: Vec<&[(usize, usize)]> = lines.split(is_blank).filter(|it| !it.is_empty()).collect();
    let widest = lines.iter().map(|it| text[it.0..it.1].chars().count()).max().unwrap_or(0);
    let is_wrapped = widest <= WIDEST_WRAP;
    // Where blank lines are only here and there, they part sections, and a line is a paragraph.
    let by_line = groups.len() <= 1 || (!is_wrapped && n_lines > 4 * groups.len());
    let mut blocks = Vec::new();
    for group in groups {
        let mut n_before = 0;
        let mut push = |builder: Builder<'_>, kind: Option<Kind>| {
            blocks.push(Block { same_paragraph: !by_line && n_before > 0, ..builder.build(kind) });
            n_before += 1;
        };
        let mut builder = Builder::new(decoded);
        let mut kind = None;
        for (i, &(from, to)) in group.iter().enumerate() {
            if i > 0 && is_wrapped && !by_line && kind.is_none() && is_full(text, group[i - 1], (from, to), widest) {
                builder.push_made("\n");
                inline::push(&mut builder, decoded, from, to);
                continue;
            }
            if i > 0 {
                push(builder.take(), kind);
            }
            let mark = heading_mark(&text[from..to]);
            kind = (mark > 0).then_some(Kind::Heading);
            inline::push(&mut builder, decoded, from + mark, to);
        }
        push(builder, kind);
    }
    Raw { source, blocks, line_starts: decoded.line_starts() }
}

/// Whether a line was broken for want of room: the next one goes on, or its first word would not have fitted.
fn is_full(text: &str, line: (usize, usize), next: (usize, usize), widest: usize) -> bool {
    let length = text[line.0..line.1].trim_end().chars().count();
    let word = text[next.0..next.1].split_whitespace().next().map_or(0, |it| it.chars().count());
    let goes_on = text[next.0..next.1].trim_start().starts_with(char::is_lowercase);
    // A little less than the widest line: wraps are ragged.
    goes_on || (length + 1 + word) * 10 > widest * 8
}

/// How many bytes of the line mark it as a heading: "## ".
fn heading_mark(line: &str) -> usize {
    let rest = line.trim_start().trim_start_matches('#');
    let n_marks = line.trim_start().len() - rest.len();
    if (1..=6).contains(&n_marks) && rest.starts_with(' ') { line.len() - rest.trim_start().len() } else { 0 }
}
