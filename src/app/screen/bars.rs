//! The window of time of the timeline view: how much a cell is, and where it begins.

use crate::app::strip::worth_drawing;
use crate::calendar::{Date, Interval, shift};
use crate::timeline::Timeline;

/// What one cell stands for, in days, from fine to coarse.
pub const STEPS: [i64; 9] = [1, 2, 4, 7, 14, 30, 91, 365, 3652];

/// The window: `None` shows the whole time, far outliers left at its edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BarsView {
    /// The first day, and the days a cell.
    pub window: Option<(Date, i64)>,
}

impl BarsView {
    /// The first day and the days a cell for so many cells.
    pub fn scale(&self, timeline: &Timeline, shown: &[crate::timeline::search::Hit], n_cells: usize) -> Option<(Date, i64)> {
        if self.window.is_some() {
            return self.window;
        }
        let whens = shown.iter().filter_map(|it| timeline.events.get(it.event as usize)?.when.as_ref());
        let (first, last) = worth_drawing(&whens.copied().collect::<Vec<Interval>>())?;
        let n_days = (last - first).num_days() + 1;
        let step = n_days.div_euclid(n_cells.max(1) as i64) + i64::from(n_days % (n_cells.max(1) as i64) > 0);
        Some((first, step.max(1)))
    }

    /// Zooms one step, the focused day kept in its cell.
    pub fn zoom(&mut self, (first, step): (Date, i64), focus: Option<Date>, finer: bool) {
        let next =
            if finer { STEPS.iter().rev().find(|&&it| it < step).copied() } else { STEPS.iter().find(|&&it| it > step).copied() };
        let Some(next) = next else { return };
        let focus = focus.unwrap_or(first);
        let cell = (focus - first).num_days().div_euclid(step).max(0);
        self.window = Some((shift::days(focus, -cell * next), next));
    }

    /// Moves the window by cells.
    pub fn pan(&mut self, (first, step): (Date, i64), cells: i64) {
        self.window = Some((shift::days(first, cells * step), step));
    }

    /// Moves the window where a known end of the event lies outside it.
    pub fn follow(&mut self, when: &Interval, n_cells: usize) {
        let Some((first, step)) = self.window else { return };
        let last = shift::days(first, step * n_cells as i64 - 1);
        let (from, to) = if when.open_start() { (when.last_day(), when.last_day()) } else { (when.first_day(), when.last_day()) };
        if to < first || from > last {
            self.window = Some((shift::days(from, -step * n_cells as i64 / 3), step));
        }
    }

    /// Shows one event as finely as fits, with as much time again on either side.
    pub fn fit(&mut self, when: &Interval, n_cells: usize) {
        let (first, last) = match (when.open_start(), when.open_end()) {
            (true, _) => (when.last_day(), when.last_day()),
            (_, true) => (when.first_day(), when.first_day()),
            _ => (when.first_day(), when.last_day()),
        };
        let n_days = (last - first).num_days() + 1;
        let n_cells = n_cells.max(1) as i64;
        let step = STEPS.iter().copied().find(|it| it * n_cells >= 3 * n_days).unwrap_or(3652);
        let middle = shift::days(first, n_days / 2);
        self.window = Some((shift::days(middle, -step * n_cells / 2), step));
    }
}
