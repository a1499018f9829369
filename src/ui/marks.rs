//! Text with ranges becomes a line of styled pieces, each passed through the last gate.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthChar;

use super::clean::printable;
use super::theme::{Look, Role};
use crate::app::wrap::cells;
use crate::text::TextRange;

/// A styled piece of any text.
pub fn piece(look: &Look, role: Role, text: &str) -> Span<'static> {
    Span::styled(printable(text).into_owned(), look.style(role))
}

/// What lies over a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layers<'a> {
    /// Styles over ranges of it, later ones over earlier ones.
    pub styles: &'a [(TextRange, Style)],
    /// Ranges between square brackets, each with the style of its brackets.
    pub brackets: &'a [(TextRange, Style)],
}

/// A range of a text as pieces. A run of blanks and line ends is one blank.
pub fn pieces(text: &str, range: TextRange, base: Style, layers: Layers) -> Vec<Span<'static>> {
    let inside = |at: u32| range.start < at && at < range.end;
    let ranges = layers.styles.iter().chain(layers.brackets).map(|it| it.0);
    let mut cuts: Vec<u32> = ranges.flat_map(|it| [it.start, it.end]).filter(|&at| inside(at)).collect();
    cuts.extend([range.start, range.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut pieces = Vec::new();
    for pair in cuts.windows(2) {
        let piece = TextRange { start: pair[0], end: pair[1] };
        let over = layers.styles.iter().filter(|it| it.0.overlaps(piece)).fold(base, |style, it| style.patch(it.1));
        for bracket in layers.brackets.iter().filter(|it| it.0.start == piece.start) {
            pieces.push(Span::styled("[", bracket.1));
        }
        pieces.push(Span::styled(one_line(piece.of(text)), over));
        for bracket in layers.brackets.iter().filter(|it| it.0.end == piece.end) {
            pieces.push(Span::styled("]", bracket.1));
        }
    }
    pieces
}

/// A text with every run of white space as one blank, passed through the gate.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for it in printable(text).chars() {
        if !(it.is_whitespace() && line.ends_with(' ')) {
            line.push(if it.is_whitespace() { ' ' } else { it });
        }
    }
    line
}

/// The byte at which a text must be cut to take at most so many cells.
pub fn fit(text: &str, n_cells: usize) -> usize {
    let mut used = 0;
    for (at, it) in text.char_indices() {
        used += it.width().unwrap_or(0);
        if used > n_cells {
            return at;
        }
    }
    text.len()
}

/// The text in at most so many cells, with a sign where it was cut.
pub fn cut(look: &Look, text: &str, n_cells: usize) -> String {
    let text = printable(text);
    if cells(&text) <= n_cells {
        return text.into_owned();
    }
    let sign = look.glyphs.cut;
    let end = fit(&text, n_cells.saturating_sub(cells(sign)));
    let kept = text.get(..end).unwrap_or("").trim_end();
    format!("{kept}{}", sign.get(..sign.len().min(if n_cells == 0 { 0 } else { sign.len() })).unwrap_or(""))
}

/// A path in at most so many cells, cut at its front: the name of the file tells most.
pub fn cut_front(look: &Look, text: &str, n_cells: usize) -> String {
    let text = printable(text);
    if cells(&text) <= n_cells {
        return text.into_owned();
    }
    let sign = look.glyphs.cut;
    let room = n_cells.saturating_sub(cells(sign));
    let start = text.char_indices().map(|it| it.0).find(|&at| cells(&text[at..]) <= room).unwrap_or(text.len());
    format!("{sign}{}", &text[start..])
}

/// Two parts of one line, the second at the right edge; the first is cut where they do not both fit.
pub fn spread(look: &Look, left: Vec<Span<'static>>, right: Vec<Span<'static>>, width: usize) -> Line<'static> {
    let right_cells: usize = right.iter().map(|it| it.width()).sum();
    let room = width.saturating_sub(right_cells + usize::from(right_cells > 0));
    let mut line = cut_pieces(look, left, room);
    let used: usize = line.iter().map(|it| it.width()).sum();
    line.push(Span::raw(" ".repeat(width.saturating_sub(used + right_cells))));
    line.extend(right);
    Line::from(line)
}

/// Pieces in at most so many cells.
pub fn cut_pieces(look: &Look, pieces: Vec<Span<'static>>, n_cells: usize) -> Vec<Span<'static>> {
    let total: usize = pieces.iter().map(|it| it.width()).sum();
    if total <= n_cells {
        return pieces;
    }
    let mut left = n_cells;
    let mut kept = Vec::new();
    for it in pieces {
        let width = it.width();
        // The sign of the cut must fit behind whatever is kept.
        if width + cells(look.glyphs.cut) <= left {
            left -= width;
            kept.push(it);
            continue;
        }
        let is_whole_room = width > left || left < width + cells(look.glyphs.cut);
        if is_whole_room {
            let end = fit(&it.content, left.saturating_sub(cells(look.glyphs.cut)));
            let text = it.content.get(..end).unwrap_or("").trim_end().to_owned();
            if left >= cells(look.glyphs.cut) {
                kept.push(Span::styled(format!("{text}{}", look.glyphs.cut), it.style));
            }
        }
        break;
    }
    kept
}
