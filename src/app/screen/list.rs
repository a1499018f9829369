//! The chronology as rows: events, month headings, silences; the cursor and what is scrolled into view.

use crate::calendar::{Datelike, Interval, Precision};
use crate::timeline::{Timeline, gap, search::Hit};

/// The stretch of time under one heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A month, from 1, of a year.
    Month(i32, u32),
    /// A year in which the month is not known.
    Year(i32),
    /// What has no date.
    Undated,
}

impl Period {
    /// The period under which an event stands: that of its earliest possible day, of its latest where the start is open.
    pub fn of(when: Option<&Interval>) -> Period {
        let Some(when) = when else { return Period::Undated };
        let day = if when.open_start() { when.last_day() } else { when.first_day() };
        if (Precision::Quarter..=Precision::Century).contains(&when.precision) {
            return Period::Year(day.year());
        }
        Period::Month(day.year(), day.month())
    }
}

/// One row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a period, and how many events stand under it.
    Heading(Period, u32),
    /// So many days without an event.
    Gap(i64),
    /// An event, as an index into the hits.
    Event(u32),
    /// The end of what the filter shows; so many are hidden by it.
    End(u32),
}

/// The list: what is shown, the cursor, the scroll.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// What is shown, in the order of the chronology.
    pub hits: Vec<Hit>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The row of each hit.
    pub row_of: Vec<u32>,
    /// The focused hit.
    pub at: usize,
    /// The first row in view.
    pub top: usize,
    /// The widest date shown, in cells.
    pub date_cells: u8,
    /// How many hits are in conflict.
    pub n_conflicts: usize,
    /// How many hits are undated.
    pub n_undated: usize,
}

impl List {
    /// Lays new hits out as rows. The cursor stays at its number until it is put somewhere.
    pub fn fill(&mut self, timeline: &Timeline, date_cells: &[u8], hits: Vec<Hit>) {
        let event = |hit: &Hit| timeline.events.get(hit.event as usize);
        let when = |hit: &Hit| event(hit).and_then(|it| it.when);
        let whens: Vec<Option<Interval>> = hits.iter().map(when).collect();
        let mut gaps = gap::gaps(whens.iter().map(Option::as_ref)).into_iter().peekable();
        self.rows.clear();
        self.row_of.clear();
        let (mut period, mut heading) = (None, 0);
        for (hit_idx, when) in whens.iter().enumerate() {
            if let Some(gap) = gaps.next_if(|it| it.before == hit_idx) {
                self.rows.push(Row::Gap(gap.days));
            }
            let of = Period::of(when.as_ref());
            if period != Some(of) {
                period = Some(of);
                heading = self.rows.len();
                self.rows.push(Row::Heading(of, 0));
            }
            if let Some(Row::Heading(_, n_events)) = self.rows.get_mut(heading) {
                *n_events += 1;
            }
            self.row_of.push(self.rows.len() as u32);
            self.rows.push(Row::Event(hit_idx as u32));
        }
        let n_hidden = timeline.events.len().saturating_sub(hits.len());
        if n_hidden > 0 && !hits.is_empty() {
            self.rows.push(Row::End(n_hidden as u32));
        }
        self.date_cells = hits.iter().filter_map(|it| date_cells.get(it.event as usize)).copied().max().unwrap_or(0);
        self.n_conflicts = hits.iter().filter_map(event).filter(|it| it.in_conflict()).count();
        self.n_undated = whens.iter().filter(|it| it.is_none()).count();
        self.hits = hits;
        self.at = self.at.min(self.hits.len().saturating_sub(1));
    }

    /// Moves the cursor by hits, held at the ends.
    pub fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.hits.len().saturating_sub(1));
    }

    /// Moves the cursor by rows, as pages do; lands on an event.
    pub fn step_rows(&mut self, by: isize) {
        let Some(&row) = self.row_of.get(self.at) else { return };
        let row = (row as usize).saturating_add_signed(by) as u32;
        let at = self.row_of.partition_point(|&it| it < row).min(self.row_of.len() - 1);
        self.at = if by > 0 && at <= self.at { (self.at + 1).min(self.row_of.len() - 1) } else { at };
    }

    /// Moves to the first event of the next or the previous period; `back` goes to the start of this one first.
    pub fn step_period(&mut self, back: bool) {
        let Some(&row) = self.row_of.get(self.at) else { return };
        let is_heading = |it: &&usize| matches!(self.rows.get(**it), Some(Row::Heading(..)));
        let row = row as usize;
        let heading = if back {
            let here = (0..row).rev().find(|it| is_heading(&it)).unwrap_or(0);
            let is_first = self.rows[here..row].iter().all(|it| !matches!(it, Row::Event(_)));
            if is_first { (0..here).rev().find(|it| is_heading(&it)) } else { Some(here) }
        } else {
            (row..self.rows.len()).find(|it| is_heading(&it))
        };
        if let Some(heading) = heading {
            self.at = self.row_of.partition_point(|&it| (it as usize) < heading).min(self.row_of.len() - 1);
        }
    }

    /// Scrolls as little as needed to have the cursor in view, with its heading where that is just above.
    pub fn scroll(&mut self, height: usize) {
        let Some(&row) = self.row_of.get(self.at) else {
            self.top = 0;
            return;
        };
        let row = row as usize;
        let margin = (height / 6).min(3);
        let mut first = row.saturating_sub(margin);
        while first > 0 && first + height > row + 2 && !matches!(self.rows.get(first.wrapping_sub(1)), Some(Row::Event(_))) {
            first -= 1;
        }
        let last = (row + margin).min(self.rows.len().saturating_sub(1));
        self.top = self.top.min(first).max((last + 1).saturating_sub(height));
        self.top = self.top.min(self.rows.len().saturating_sub(height));
    }
}

/// How long after the one before an event certainly is, in words; `None` where that is not known or nothing.
pub fn since(before: &Interval, when: &Interval) -> Option<String> {
    if before.open_start() || before.open_end() || when.open_start() || when.open_end() || when.start < before.end {
        return None;
    }
    if before.precision.has_time() && when.precision.has_time() {
        let minutes = (when.start - before.start).num_minutes();
        let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        return Some(match (days, hours, minutes) {
            (0, 0, minutes) => format!("{minutes} min after the one before"),
            (0, hours, 0) => format!("{hours} h after the one before"),
            (0, hours, minutes) => format!("{hours} h {minutes} min after the one before"),
            (1, ..) => "1 day after the one before".to_owned(),
            (days, ..) => format!("{days} days after the one before"),
        });
    }
    match (when.first_day() - before.last_day()).num_days() {
        ..=0 => None,
        1 => Some("1 day after the one before".to_owned()),
        days => Some(format!("{days} days after the one before")),
    }
}
