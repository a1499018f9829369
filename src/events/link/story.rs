//! Articles that tell one story, by what they are about: where no day vouches for two mentions, their articles must.

use super::cluster::{agglomerate, pairs_by_key};
use super::facts::Folder;
use super::sparse::Sparse;

/// With how many earlier holders of a word an article is compared.
const REACH: usize = 32;
/// How many of an article's heaviest words propose pairs.
const KEYS: usize = 16;
/// The mean cosine of two groups of articles from which they tell one story.
const ALIKE: f32 = 0.29;

/// Groups articles, given by index, whose leads are alike on average, above what is usual in the folder.
pub(crate) fn stories(articles: &[u32], folder: &Folder) -> Vec<Vec<u32>> {
    let leads = &folder.stories;
    let items: Vec<(f32, Sparse)> = articles.iter().map(|&it| (1.0, Sparse::clone(&leads[it as usize]))).collect();
    let keys: Vec<Vec<u64>> = items.iter().map(|it| it.1.heaviest(KEYS)).collect();
    let pairs = pairs_by_key(&keys, REACH);
    let judge = |a: &(f32, Sparse), b: &(f32, Sparse)| a.1.dot(&b.1) / (a.0 * b.0) - folder.usual - ALIKE;
    let joined = agglomerate(items, &pairs, judge, |kept, taken| {
        kept.0 += taken.0;
        kept.1.add(&taken.1);
    });
    joined.into_iter().map(|it| it.1.into_iter().map(|at| articles[at as usize]).collect()).collect()
}
