//! The overview: how many events lie where, over the whole time that the articles tell of.

use super::Model;
use crate::calendar::{Date, Interval, shift};
use crate::timeline::density::{density, extent};

/// The bars of the overview, worked out anew only where something changed.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    key: Option<(u64, usize, String, bool)>,
    /// The first and the last day drawn; `None` where nothing is dated.
    pub days: Option<(Date, Date)>,
    /// The weight of each cell, of all events.
    pub all: Vec<f32>,
    /// The same, of those shown.
    pub shown: Vec<f32>,
    /// How many events lie wholly before the first day drawn, and after the last.
    pub outside: (usize, usize),
}

impl Strip {
    /// The cell of a day.
    pub fn cell(&self, day: Date) -> Option<usize> {
        let (first, last) = self.days?;
        let n_days = (last - first).num_days() + 1;
        let at = (day - first).num_days().clamp(0, n_days - 1);
        usize::try_from(at * self.all.len() as i64 / n_days).ok()
    }

    /// The first day of a cell.
    pub fn day(&self, cell: usize) -> Option<Date> {
        let (first, last) = self.days?;
        let n_days = (last - first).num_days() + 1;
        Some(shift::days(first, cell as i64 * n_days / (self.all.len().max(1) as i64)))
    }
}

/// The days worth drawing: all of them, unless a few far outliers would press the rest into a corner.
pub(super) fn worth_drawing(whens: &[Interval]) -> Option<(Date, Date)> {
    let (first, last) = extent(whens.iter())?;
    let mut days: Vec<Date> = whens.iter().map(day_of).collect();
    days.sort_unstable();
    let at = |share: f64| days.get(((days.len() - 1) as f64 * share) as usize).copied();
    let (lo, hi) = (at(0.05)?, at(0.95)?);
    let (core, whole) = ((hi - lo).num_days() + 1, (last - first).num_days() + 1);
    let margin = (core / 8).max(3);
    if days.len() >= 8 && core * 4 < whole {
        return Some((first.max(shift::days(lo, -margin)), last.min(shift::days(hi, margin))));
    }
    Some((first, last))
}

/// The day that stands for an interval where one is needed: its first, its last where the start is open.
fn day_of(when: &Interval) -> Date {
    if when.open_start() { when.last_day() } else { when.first_day() }
}

/// Brings the overview up to date.
pub fn refresh(model: &mut Model, n_cells: usize) {
    let filter = &model.filter;
    let key = Some((model.timeline().generation, n_cells, filter.text.clone(), filter.lifted));
    if model.strip.key == key {
        return;
    }
    let timeline = &model.snapshot.timeline;
    let whens: Vec<Interval> = timeline.events.iter().filter_map(|it| it.when).collect();
    let days = worth_drawing(&whens);
    let shown = model.list.hits.iter().filter_map(|it| timeline.events.get(it.event as usize)?.when.as_ref());
    let mut strip = Strip { key, days, ..Strip::default() };
    if let Some((first, last)) = days {
        strip.all = density(whens.iter(), first, last, n_cells);
        strip.shown = density(shown, first, last, n_cells);
        strip.outside.0 = whens.iter().filter(|it| !it.open_end() && it.last_day() < first).count();
        strip.outside.1 = whens.iter().filter(|it| !it.open_start() && it.first_day() > last).count();
    }
    model.strip = strip;
}

/// The days of the rows in view, first and last.
pub fn days_in_view(model: &Model) -> Option<(Date, Date)> {
    let height = model.layout()?.main?.height as usize;
    let list = &model.list;
    let lo = list.row_of.partition_point(|&it| (it as usize) < list.top);
    let hi = list.row_of.partition_point(|&it| (it as usize) < list.top + height);
    let hits = list.hits.get(lo..hi)?;
    let days = hits.iter().filter_map(|it| model.timeline().events.get(it.event as usize)?.when.as_ref()).map(day_of);
    days.fold(None, |span: Option<(Date, Date)>, day| {
        Some(span.map_or((day, day), |(first, last)| (first.min(day), last.max(day))))
    })
}
