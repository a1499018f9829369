//! How far evidence is to be trusted in this folder: some of its dated articles are hidden and weighed as if nobody had dated
//! them, and what is likely is made sharper or flatter until it agrees with what was true.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::archive::{Archive, Articles};
use super::inferred;
use super::likeness::hash;
use super::stated::Stated;
use crate::calendar::{Date, Interval};

/// How many articles are hidden at most: a tenth more or less of sharpness is then told apart.
const MOST: usize = 200;
/// One in so many dated articles is hidden: the others must still tell what they told.
const ONE_IN: usize = 4;
/// With fewer hidden than this one odd article would say more than all others, so evidence is taken at its word.
const ENOUGH: usize = 12;
/// The sharpness of a folder before it is looked at: the more articles, the more of them repeat one another.
const USUAL: f64 = 0.9;
/// How far folders lie from it.
const SPREAD: f64 = 0.2;
/// Between which bounds it lies.
const FLATTEST: f64 = 0.4;
const SHARPEST: f64 = 1.3;

/// What an article was weighed to, and the day on which it was written.
type Trial = (BTreeMap<Date, f64>, Date);

/// By what the weights of evidence are multiplied before they are taken for likelihoods.
pub(super) fn sharpness(articles: &Articles<'_>, days: &[Option<Interval>]) -> f64 {
    let hidden = hidden(articles, days);
    if hidden.len() < ENOUGH {
        return 1.0;
    }
    let mut left = days.to_vec();
    hidden.iter().for_each(|it| left[it.0] = None);
    let archive = Archive::build(articles, &left);
    let trials = hidden.par_iter().map(|(article, day)| {
        let case = archive.case(*article, &Stated::default());
        (inferred::weighed(&case, &archive, &left), *day)
    });
    fit(&trials.collect::<Vec<Trial>>())
}

/// The articles to hide, with their days: the same in whatever order they come.
fn hidden(articles: &Articles<'_>, days: &[Option<Interval>]) -> Vec<(usize, Date)> {
    let dated = (0..days.len()).filter_map(|it| Some((it, days[it]?.single_day()?)));
    let mut dated: Vec<(usize, Date)> = dated.collect();
    dated.sort_by_cached_key(|it| {
        let document = &articles.analyses[it.0].document;
        (hash(&document.text), document.source.id.clone(), document.source.path.clone())
    });
    dated.truncate((dated.len() / ONE_IN).min(MOST));
    dated
}

/// The sharpness at which what was true is the likeliest, leaning towards the usual one. The logarithm of that likelihood is
/// concave, so its slope is halved in until it is level.
fn fit(trials: &[Trial]) -> f64 {
    let slope = |sharpness: f64| {
        let pull = (USUAL - sharpness) / (SPREAD * SPREAD);
        pull + trials.iter().map(|it| excess(it, sharpness)).sum::<f64>()
    };
    let (mut low, mut high) = (FLATTEST, SHARPEST);
    for _ in 0..12 {
        let middle = (low + high) / 2.0;
        if slope(middle) > 0.0 { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// By how much the true day is weighed above what is expected. A day out of question tells nothing of sharpness.
fn excess((weighed, day): &Trial, sharpness: f64) -> f64 {
    let Some(truth) = weighed.get(day) else { return 0.0 };
    let top = weighed.values().copied().fold(f64::NEG_INFINITY, f64::max);
    let (mut sum, mut expected) = (0.0, 0.0);
    for it in weighed.values() {
        let likelihood = (sharpness * (it - top)).exp();
        sum += likelihood;
        expected += likelihood * it;
    }
    truth - expected / sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::shift;

    const DAY: Date = Date::MIN;

    /// Trials in which the evidence is ten to one for a day that is true in so many of ten cases.
    fn trials(n_true_of_ten: usize, n: usize) -> Vec<Trial> {
        let other = shift::days(DAY, 1);
        let weighed = BTreeMap::from([(DAY, 10.0_f64.ln()), (other, 0.0)]);
        (0..n).map(|it| (weighed.clone(), if it % 10 < n_true_of_ten { DAY } else { other })).collect()
    }

    #[test]
    fn evidence_that_comes_true_as_often_as_it_says_is_taken_at_its_word() {
        assert!((fit(&trials(9, 200)) - 1.0).abs() < 0.1, "{}", fit(&trials(9, 200)));
    }

    #[test]
    fn evidence_that_misleads_is_made_flatter_and_such_as_never_does_sharper() {
        assert!(fit(&trials(7, 200)) < 0.7);
        assert!(fit(&trials(10, 200)) > 1.1);
    }

    #[test]
    fn a_few_articles_hardly_move_what_is_usual() {
        assert!((fit(&trials(7, 10)) - USUAL).abs() < 0.2);
        assert_eq!(excess(&(BTreeMap::new(), DAY), 1.0), 0.0);
    }
}
