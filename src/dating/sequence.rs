//! A file of many articles that is in order of time says of each when it was written: between its neighbours' days.

use std::collections::BTreeMap;

use super::{Basis, Published};
use crate::calendar::Date;
use crate::events::Analysis;

/// How many dated articles a file must hold before its order is evidence, and of how many different days.
const N_DATED: usize = 12;
const N_DAYS: usize = 4;

/// For each article the days of its dated neighbours in the file, where the days that its metadata give are all in
/// order of time, forward or back. The line in the file counts, not the order in which the articles come.
pub(super) fn between(analyses: &[&Analysis], known: &[Option<Published>]) -> Vec<Option<(Date, Date)>> {
    let mut files: BTreeMap<&str, Vec<(u32, usize)>> = BTreeMap::new();
    for (i, analysis) in analyses.iter().enumerate() {
        let line = analysis.document.origin.paragraph_lines.first().copied();
        files.entry(&analysis.document.source.path).or_default().extend(line.map(|it| (it, i)));
    }
    let mut found = vec![None; analyses.len()];
    for mut articles in files.into_values() {
        articles.sort_unstable();
        let day = |it: usize| known[it].as_ref().filter(|it| it.basis == Basis::Metadata).and_then(|it| it.when.single_day());
        let days: Vec<Date> = articles.iter().filter_map(|it| day(it.1)).collect();
        let (mut up, mut down) = (0, 0);
        for pair in days.windows(2) {
            up += usize::from(pair[0] < pair[1]);
            down += usize::from(pair[0] > pair[1]);
        }
        if days.len() < N_DATED || up.max(down) + 1 < N_DAYS || up.min(down) > 0 {
            continue;
        }
        let mut before = None;
        for (n, &(_, i)) in articles.iter().enumerate() {
            let own = day(i);
            if known[i].is_none() {
                let after = articles[n..].iter().find_map(|it| day(it.1));
                found[i] = before.zip(after).map(|(a, b): (Date, Date)| (a.min(b), a.max(b)));
            }
            before = own.or(before);
        }
    }
    found
}
