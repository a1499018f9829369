//! Silences: stretches of the chronology in which certainly nothing is told.

use crate::calendar::{Date, Interval};

/// The longest interval that tells which days are not silent, in days: a year-wide date says nothing of a month.
const TELLING: i64 = 31;

/// A silence before a row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The row that ends it, as an index into what is shown.
    pub before: usize,
    /// How many days certainly hold no event.
    pub days: i64,
}

/// The silences of a list of intervals in the order of the chronology: those longer than three times the median step
/// from one day of events to the next, and of at least a week.
pub fn gaps<'a>(shown: impl Iterator<Item = Option<&'a Interval>>) -> Vec<Gap> {
    let mut silences = Vec::new();
    let mut steps = Vec::new();
    let mut latest: Option<Date> = None;
    // A wide date that begins within a silence may lie anywhere in what is left of it.
    let mut ended_by_wide = false;
    for (row, when) in shown.enumerate() {
        let Some(when) = when.filter(|it| !it.open_start() && !it.open_end()) else { continue };
        let step = latest.map_or(0, |latest| (when.first_day() - latest).num_days());
        let is_wide = when.n_days() > TELLING;
        if step > 0 && !ended_by_wide {
            steps.push(step);
            silences.push(Gap { before: row, days: step - 1 });
        }
        ended_by_wide = is_wide && (step > 0 || ended_by_wide);
        if !is_wide {
            latest = latest.max(Some(when.last_day()));
        }
    }
    steps.sort_unstable();
    let Some(&median) = steps.get(steps.len() / 2) else { return Vec::new() };
    silences.retain(|it| it.days > 3 * median && it.days >= 7);
    silences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::notation::parse;

    fn check(written: &[&str], expected: &[(usize, i64)]) {
        let intervals: Vec<Option<Interval>> = written.iter().map(|it| parse(it)).collect();
        let got: Vec<(usize, i64)> = gaps(intervals.iter().map(Option::as_ref)).iter().map(|it| (it.before, it.days)).collect();
        assert_eq!(got, expected, "{written:?}");
    }

    #[test]
    fn only_the_certain_part_of_a_silence_counts() {
        check(&["2024-03-01", "2024-03-02", "2024-03-03..05", "2024-03-22", "2024-03-23"], &[(3, 16)]);
    }

    #[test]
    fn a_wide_date_neither_makes_nor_breaks_a_silence() {
        check(&["2024", "2024-03-01", "2024-03-02", "2024-03-03", "2024-03-30"], &[(4, 26)]);
    }

    #[test]
    fn a_wide_date_within_a_silence_ends_what_is_certain_of_it() {
        check(&["2022-09-01", "2022-09-02", "2022-09-03", "2025", "2025-08-15"], &[(3, 850)]);
    }

    #[test]
    fn undated_rows_are_passed_over() {
        check(&["2024-03-01", "----", "2024-03-02"], &[]);
    }
}
