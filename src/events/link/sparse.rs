//! Sparse vectors of hashed words, kept sorted so that sums come out the same to the last bit.

/// Weights by hashed word, ascending by word, each word once.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sparse(pub(crate) Vec<(u64, f32)>);

impl Sparse {
    /// From pairs in any order; weights of one word are added.
    pub(crate) fn from_pairs(mut pairs: Vec<(u64, f32)>) -> Sparse {
        pairs.sort_by_key(|it| it.0);
        pairs.dedup_by(|it, kept| {
            let same = it.0 == kept.0;
            if same {
                kept.1 += it.1;
            }
            same
        });
        pairs.shrink_to_fit();
        Sparse(pairs)
    }

    /// At length one; empty where there is no weight.
    pub(crate) fn unit(mut self) -> Sparse {
        let length = self.0.iter().map(|it| it.1 * it.1).sum::<f32>().sqrt();
        if length > 0.0 {
            self.0.iter_mut().for_each(|it| it.1 /= length);
        } else {
            self.0.clear();
        }
        self
    }

    /// The inner product.
    pub(crate) fn dot(&self, other: &Sparse) -> f32 {
        let (short, long) = if self.0.len() <= other.0.len() { (self, other) } else { (other, self) };
        if short.0.len() * 12 < long.0.len() {
            let weight = |word| long.0.binary_search_by_key(&word, |it| it.0).map_or(0.0, |at| long.0[at].1);
            return short.0.iter().map(|&(word, it)| it * weight(word)).sum();
        }
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while i < short.0.len() && j < long.0.len() {
            let (a, b) = (short.0[i], long.0[j]);
            if a.0 == b.0 {
                sum += a.1 * b.1;
            }
            i += usize::from(a.0 <= b.0);
            j += usize::from(b.0 <= a.0);
        }
        sum
    }

    /// Adds the other, word by word.
    pub(crate) fn add(&mut self, other: &Sparse) {
        let mut out = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut i, mut j) = (0, 0);
        while i < self.0.len() || j < other.0.len() {
            match (self.0.get(i), other.0.get(j)) {
                (Some(&a), Some(&b)) if a.0 == b.0 => {
                    out.push((a.0, a.1 + b.1));
                    (i, j) = (i + 1, j + 1);
                }
                (Some(&a), Some(&b)) if a.0 < b.0 => {
                    out.push(a);
                    i += 1;
                }
                (Some(&a), None) => {
                    out.push(a);
                    i += 1;
                }
                (_, Some(&b)) => {
                    out.push(b);
                    j += 1;
                }
                (None, None) => {}
            }
        }
        out.shrink_to_fit();
        self.0 = out;
    }

    /// The words of most weight, heaviest first; equal weights by word.
    pub(crate) fn heaviest(&self, n: usize) -> Vec<u64> {
        let mut by_weight: Vec<(u64, f32)> = self.0.clone();
        by_weight.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        by_weight.into_iter().take(n).map(|it| it.0).collect()
    }
}
