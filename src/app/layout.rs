//! Which pane stands where: a function of the size, the view and the focused pane alone.

use super::{Pane, View};

/// The terminal's size in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// The smallest terminal in which anything is shown.
pub const SMALLEST: Size = Size { width: 30, height: 6 };

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Area {
    /// The first column.
    pub x: u16,
    /// The first row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// What is left inside a frame: a border on all sides, or a rule above.
    pub fn inside(self, bordered: bool, ruled: bool) -> Area {
        let (side, top, both) = match (bordered, ruled) {
            (true, _) => (1, 1, 2),
            (false, true) => (0, 1, 1),
            (false, false) => (0, 0, 0),
        };
        Area {
            x: self.x + side,
            y: self.y + top,
            width: self.width.saturating_sub(2 * side),
            height: self.height.saturating_sub(both),
        }
    }
}

/// Where everything stands; what is `None` is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Layout {
    /// Name, views and counts.
    pub title: Option<Area>,
    /// The query line.
    pub query: Option<Area>,
    /// The overview strip, its axis in the last row.
    pub strip: Option<Area>,
    /// The list, bars or sources, frame included.
    pub main: Option<Area>,
    /// The evidence, frame included.
    pub evidence: Option<Area>,
    /// The article, frame included.
    pub article: Option<Area>,
    /// The status line.
    pub status: Option<Area>,
    /// The help line.
    pub help: Option<Area>,
    /// Whether panes have borders.
    pub bordered: bool,
    /// Whether the list stands under a rule of its own (it never does without borders).
    pub three: bool,
}

impl Layout {
    /// The inside of the list.
    pub fn main_inside(&self) -> Area {
        self.main.unwrap_or_default().inside(self.bordered, false)
    }

    /// The inside of the evidence.
    pub fn evidence_inside(&self) -> Area {
        self.evidence.unwrap_or_default().inside(self.bordered, true)
    }

    /// The inside of the article.
    pub fn article_inside(&self) -> Area {
        self.article.unwrap_or_default().inside(self.bordered, true)
    }
}

/// The cells of the timeline view that are time, of a width: the rest is date, count and title.
pub fn bars_cells(width: u16) -> usize {
    width.saturating_sub(bars_title(width) + 1) as usize
}

/// The cells of the timeline view that are date, count and title.
pub fn bars_title(width: u16) -> u16 {
    if width < 100 { width / 2 } else { (width * 2 / 5).clamp(48, 72) }
}

/// What is wanted on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Wants {
    /// The evidence beside the list.
    pub side: bool,
    /// The query line, however low the screen.
    pub query: bool,
    /// Room for many sources where the evidence is focused.
    pub many: bool,
}

/// Lays out a screen. `None` where the terminal is too small for anything.
pub fn layout(size: Size, view: View, pane: Pane, wants: Wants) -> Option<Layout> {
    if size.width < SMALLEST.width || size.height < SMALLEST.height {
        return None;
    }
    let (width, height) = (size.width, size.height);
    let line = |y: u16, height: u16| Some(Area { x: 0, y, width, height });
    let mut layout = Layout { title: line(0, 1), help: line(height - 1, 1), status: line(height - 2, 1), ..Layout::default() };
    let mut top = 1;
    if height >= 10 || wants.query {
        layout.query = line(top, 1);
        top += 1;
    }
    let in_article = pane == Pane::Article;
    let strip_rows = match (width, height) {
        (_, ..=13) => 0,
        (160.., 30..) => 5,
        (100.., 30..) => 4,
        _ if in_article => 0,
        _ => 2,
    };
    if strip_rows > 0 {
        layout.strip = line(top, strip_rows);
        top += strip_rows;
    }
    let body = Area { x: 0, y: top, width, height: (height - 2).saturating_sub(top) };
    let left = |n: u16| Area { width: n, ..body };
    let right = |n: u16| Area { x: width - n, width: n, ..body };
    layout.bordered = width >= 100;
    layout.three = width >= 160;
    match (width, view, pane) {
        (160.., View::Chronology, _) if wants.side || pane != Pane::List => {
            let (list, evidence) = (width * 34 / 100, width * 28 / 100);
            layout.main = Some(left(list));
            layout.evidence = Some(Area { x: list, width: evidence, ..body });
            layout.article = Some(right(width - list - evidence));
        }
        (100.., View::Chronology, Pane::List | Pane::Evidence) if wants.side || pane == Pane::Evidence => {
            let list = width * 55 / 100;
            layout.main = Some(left(list));
            layout.evidence = Some(right(width - list));
        }
        (100.., View::Sources, _) => {
            let list = width * 46 / 100;
            layout.main = Some(left(list));
            layout.article = Some(right(width - list));
        }
        (100.., _, Pane::Article) => {
            let evidence = width * 36 / 100;
            layout.evidence = Some(left(evidence));
            layout.article = Some(right(width - evidence));
        }
        (_, _, Pane::Article) => layout.article = Some(body),
        (_, View::Sources, _) => layout.main = Some(body),
        (_, _, Pane::List) if !wants.side || height < 18 => layout.main = Some(body),
        (_, _, Pane::Evidence) if height < 18 => layout.evidence = Some(body),
        (_, _, Pane::List | Pane::Evidence) => {
            let rows = match pane {
                Pane::Evidence if wants.many => body.height * 2 / 3,
                Pane::Evidence => (body.height / 2).min(16),
                Pane::List | Pane::Article => (body.height * 2 / 5).min(12),
            };
            layout.main = Some(Area { height: body.height - rows, ..body });
            layout.evidence = Some(Area { y: body.y + body.height - rows, height: rows, ..body });
        }
    }
    Some(layout)
}
