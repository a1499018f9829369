//! The text of one article as lines, with every sentence in it that stands behind an event.

use crate::app::wrap::wrap;
use crate::text::{Source, TextRange};
use crate::timeline::{Timeline, trail};

/// The widest line of text, in cells: longer lines are hard to read.
const WIDEST: usize = 90;

/// One line on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The index of its paragraph.
    pub paragraph: u32,
    /// Its text; empty between paragraphs.
    pub range: TextRange,
    /// The line of the file, on the first line of a paragraph.
    pub number: Option<u32>,
}

/// A sentence that stands behind an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The sentence.
    pub sentence: TextRange,
    /// The words that date it.
    pub phrase: Option<TextRange>,
    /// The index of the event.
    pub event: u32,
}

/// What the pane is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Target {
    /// The index of the article.
    pub article: u32,
    /// The sentence to stand at, and the event it tells.
    pub told: Option<(TextRange, u32)>,
}

/// The columns of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Cells for the line number and the blanks around it.
    pub number: usize,
    /// Cells for the text.
    pub text: usize,
    /// Cells for the notes in the margin; 0 where there is no room.
    pub notes: usize,
}

/// Shares a width out.
pub fn columns(width: usize) -> Columns {
    let number = 7;
    let notes = if width >= 66 { (width / 4).clamp(18, 44) } else { 0 };
    let text = width.saturating_sub(number + notes + 1).clamp(10, WIDEST);
    Columns { number, text, notes: if notes > 0 { width.saturating_sub(number + text + 1).min(48) } else { 0 } }
}

/// The article pane.
#[derive(Clone, Debug, Default)]
pub struct ArticlePane {
    /// The article shown, the generation it was laid out in, and the width of the pane.
    pub of: Option<(u32, u64, u16)>,
    /// Where the article comes from.
    pub source: Option<Source>,
    /// What it was opened at.
    pub target: Option<Target>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Its sentences that stand behind events, in the order of the text.
    pub spots: Vec<Spot>,
    /// The marked one.
    pub at: Option<usize>,
    /// The first line in view.
    pub top: usize,
    /// What is looked for.
    pub find: String,
    /// Where it was found.
    pub found: Vec<TextRange>,
}

impl ArticlePane {
    /// Shows an article at a sentence, unless that is done; a new size or chronology keeps the place.
    pub fn show(&mut self, timeline: &Timeline, target: Option<Target>, (width, height): (u16, u16)) {
        let Some(target) = target else {
            *self = ArticlePane::default();
            return;
        };
        let of = Some((target.article, timeline.generation, width));
        // Articles get new numbers while the folder is read: what names one is its source.
        let source = timeline.articles.get(target.article as usize).map(|it| it.document().source.clone());
        let is_other = self.source != source;
        self.source = source;
        let is_new = self.of.map(|it| (it.0, it.1)) != Some((target.article, timeline.generation));
        let kept = self.spot().map(|it| it.sentence);
        let is_moved = self.target != Some(target) && (is_other || !is_new);
        if is_new {
            self.spots = trail::events_in(timeline, target.article)
                .into_iter()
                .map(|(sentence, phrase, event)| Spot { sentence, phrase, event })
                .collect();
            self.at = self.spots.iter().position(|it| Some(it.sentence) == kept);
        }
        if self.of != of {
            let first = self.lines.get(self.top).map(|it| it.range.start);
            self.lay_out(timeline, target.article, width);
            self.of = of;
            self.top = first.filter(|_| !is_other).map_or(0, |it| self.line_at(it));
        }
        if is_other {
            (self.find, self.found) = (String::new(), Vec::new());
        }
        if is_moved || is_other {
            let told = target.told;
            let exact = self.spots.iter().position(|it| Some((it.sentence, it.event)) == told);
            self.at = exact.or_else(|| self.spots.iter().position(|it| Some(it.sentence) == told.map(|it| it.0)));
            match told {
                Some((sentence, _)) => self.pin(sentence, height),
                None => self.top = 0,
            }
        }
        self.target = Some(target);
        self.hold(height);
    }

    fn lay_out(&mut self, timeline: &Timeline, article: u32, width: u16) {
        self.lines.clear();
        let Some(article) = timeline.articles.get(article as usize) else { return };
        let document = article.document();
        let text_cells = columns(width as usize).text;
        let mut phrases: Vec<TextRange> = self.spots.iter().filter_map(|it| it.phrase).collect();
        phrases.sort_unstable();
        phrases.dedup();
        for (paragraph_idx, paragraph) in (0u32..).zip(&document.paragraphs) {
            if paragraph_idx > 0 {
                self.lines.push(Line {
                    paragraph: paragraph_idx - 1,
                    range: TextRange { start: paragraph.range.start, end: paragraph.range.start },
                    number: None,
                });
            }
            let lo = phrases.partition_point(|it| it.end <= paragraph.range.start);
            let hi = phrases.partition_point(|it| it.start < paragraph.range.end);
            let mut number = Some(document.place(paragraph.range).line);
            for range in wrap(&document.text, paragraph.range, text_cells, phrases.get(lo..hi).unwrap_or_default()) {
                self.lines.push(Line { paragraph: paragraph_idx, range, number: number.take() });
            }
        }
    }

    /// The marked sentence.
    pub fn spot(&self) -> Option<Spot> {
        self.spots.get(self.at?).copied()
    }

    /// The line that holds an offset of the text.
    pub fn line_at(&self, offset: u32) -> usize {
        self.lines.partition_point(|it| it.range.start <= offset).saturating_sub(1)
    }

    /// Scrolls so that a sentence begins at a third of the height.
    fn pin(&mut self, sentence: TextRange, height: u16) {
        self.top = self.line_at(sentence.start).saturating_sub(height as usize / 3);
    }

    fn hold(&mut self, height: u16) {
        self.top = self.top.min(self.lines.len().saturating_sub(height as usize));
    }

    /// Scrolls by lines.
    pub fn scroll(&mut self, by: isize, height: u16) {
        self.top = self.top.saturating_add_signed(by);
        self.hold(height);
    }

    /// Scrolls to the start of the next or the previous paragraph.
    pub fn scroll_paragraph(&mut self, back: bool, height: u16) {
        let starts_at = |it: &usize| self.lines.get(*it).is_some_and(|it| it.number.is_some());
        let found = if back { (0..self.top).rev().find(starts_at) } else { (self.top + 1..self.lines.len()).find(starts_at) };
        self.top = found.unwrap_or(self.top);
        self.hold(height);
    }

    /// Marks the next or the previous event and brings it into view; one scrolled out of view does not hold it back.
    pub fn hop(&mut self, back: bool, height: u16) -> bool {
        let view = self.top..self.top + height as usize;
        let line = |it: &Spot| self.line_at(it.sentence.start);
        let here = self.at.filter(|&it| self.spots.get(it).is_some_and(|it| view.contains(&line(it))));
        let next = match (here, back) {
            (Some(at), false) => Some(at + 1),
            (Some(at), true) => at.checked_sub(1),
            (None, false) => self.spots.iter().position(|it| line(it) >= view.start),
            (None, true) => self.spots.iter().rposition(|it| line(it) < view.end),
        };
        let Some((next, spot)) = next.and_then(|it| Some((it, *self.spots.get(it)?))) else { return false };
        self.at = Some(next);
        self.reveal(spot.sentence, height);
        true
    }

    /// Scrolls only where the range is not wholly in view.
    fn reveal(&mut self, range: TextRange, height: u16) {
        let (first, last) = (self.line_at(range.start), self.line_at(range.end.saturating_sub(1).max(range.start)));
        if first < self.top || last >= self.top + height as usize {
            self.pin(range, height);
            self.hold(height);
        }
    }

    /// Looks for words in the text, in any case.
    pub fn look_for(&mut self, text: &str, words: &str) {
        self.find = words.to_owned();
        self.found = find_all(text, words);
    }

    /// Brings the next or the previous find into view, from the line on top.
    pub fn hop_found(&mut self, back: bool, height: u16) -> Option<usize> {
        let third = height as usize / 3;
        let here = self.lines.get((self.top + third).min(self.lines.len().saturating_sub(1)))?.range;
        let at = if back {
            self.found.iter().rposition(|it| it.start < here.start)
        } else {
            self.found.iter().position(|it| it.start >= here.end.max(here.start + 1))
        };
        let at = at.or(if back { self.found.len().checked_sub(1) } else { Some(0) })?;
        let range = *self.found.get(at)?;
        self.pin(range, height);
        self.hold(height);
        Some(at)
    }
}

/// Where words stand in a text, whatever their case; overlaps left out.
fn find_all(text: &str, words: &str) -> Vec<TextRange> {
    let wanted: Vec<char> = words.trim().chars().flat_map(char::to_lowercase).collect();
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    let mut from = 0;
    for (start, _) in text.char_indices() {
        if start < from {
            continue;
        }
        let mut left = wanted.as_slice();
        for (at, it) in text.get(start..).unwrap_or("").char_indices() {
            let lower: Vec<char> = if it.is_whitespace() { vec![' '] } else { it.to_lowercase().collect() };
            let Some(rest) = left.strip_prefix(lower.as_slice()) else { break };
            left = rest;
            if left.is_empty() {
                from = start + at + it.len_utf8();
                found.push(TextRange::new(start, from));
                break;
            }
        }
    }
    found
}
