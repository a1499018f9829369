//! How many events lie where: the bars of the overview strip.

use crate::calendar::{Date, Interval};

/// The span of days that the dated intervals fill, their open ends left out; `None` where nothing is dated.
pub fn extent<'a>(dated: impl Iterator<Item = &'a Interval>) -> Option<(Date, Date)> {
    dated.map(known_days).reduce(|(first, last), (a, b)| (first.min(a), last.max(b)))
}

/// The days of an interval that are known: for an open one the day at its known end.
pub(crate) fn known_days(interval: &Interval) -> (Date, Date) {
    match (interval.open_start(), interval.open_end()) {
        (true, _) => (interval.last_day(), interval.last_day()),
        (_, true) => (interval.first_day(), interval.first_day()),
        (false, false) => (interval.first_day(), interval.last_day()),
    }
}

/// The weight of each of `n_cells` equal stretches of the days from `first` to `last`: each interval adds 1, spread evenly
/// over its days. One that is longer than ten cells is capped, so that a "since 1990" does not lift everything.
pub fn density<'a>(dated: impl Iterator<Item = &'a Interval>, first: Date, last: Date, n_cells: usize) -> Vec<f32> {
    let mut weights = vec![0.0_f32; n_cells];
    let n_days = (last - first).num_days() + 1;
    if n_cells == 0 || n_days <= 0 {
        return weights;
    }
    let cell_of = |day: Date| (day - first).num_days() as f64 * n_cells as f64 / n_days as f64;
    for interval in dated {
        let (from, to) = known_days(interval);
        if to < first || from > last {
            continue;
        }
        let (lo, hi) = (cell_of(from), cell_of(crate::calendar::shift::days(to, 1)));
        let weight = if hi - lo > 10.0 { 0.1 } else { 1.0 / (hi - lo).max(1.0) };
        let (from, to) = (lo.max(0.0) as usize, (hi.ceil() as usize).clamp(1, n_cells));
        let to = if hi - lo <= 1.0 { (from + 1).min(n_cells) } else { to };
        for cell in weights.iter_mut().take(to).skip(from.min(n_cells - 1)) {
            *cell += weight as f32;
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::notation::parse;

    fn check(written: &[&str], n_cells: usize, expected: &[f32]) {
        let intervals: Vec<Interval> = written.iter().filter_map(|it| parse(it)).collect();
        let (first, last) = extent(intervals.iter()).expect("they are dated");
        let got: Vec<f32> = density(intervals.iter(), first, last, n_cells);
        assert_eq!(got, expected);
    }

    #[test]
    fn each_event_weighs_one_however_long() {
        check(&["2024-03-01", "2024-03-04"], 4, &[1.0, 0.0, 0.0, 1.0]);
        check(&["2024-03-01/04"], 4, &[0.25, 0.25, 0.25, 0.25]);
        check(&["2024-03-01", "2024-03-01", "2024-03-10"], 2, &[2.0, 1.0]);
    }

    #[test]
    fn open_ends_do_not_stretch_the_strip() {
        check(&["2024-03-01", ">2024-03-03"], 4, &[1.0, 0.0, 0.0, 1.0]);
    }
}
