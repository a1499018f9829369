//! What several articles share: of all that they hold, which is a hundred times as much, only this is kept.

use rayon::prelude::*;

/// Into how many parts the numbers are split by their first bits, so that never all of them lie side by side.
const PARTS: u64 = 64;

fn part(number: u64) -> u64 {
    number >> (u64::BITS - PARTS.trailing_zeros())
}

/// Leaves in each list what stands in another too, and in no more than `most`. Each list is ascending and holds a number once.
pub(super) fn keep_shared(lists: &mut [Vec<u64>], most: usize) {
    let shared = |of: u64| {
        let within = |list: &Vec<u64>| list.partition_point(|it| part(*it) < of)..list.partition_point(|it| part(*it) <= of);
        let mut all: Vec<u64> = lists.iter().flat_map(|it| &it[within(it)]).copied().collect();
        all.sort_unstable();
        let kept = all.chunk_by(|a, b| a == b).filter(|it| (2..=most).contains(&it.len()));
        kept.map(|it| it[0]).collect()
    };
    let shared: Vec<Vec<u64>> = (0..PARTS).into_par_iter().map(shared).collect();
    lists.par_iter_mut().for_each(|list| {
        list.retain(|it| shared[part(*it) as usize].binary_search(it).is_ok());
        list.shrink_to_fit();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lists: &[&[u64]], expected: &[&[u64]]) {
        let mut lists: Vec<Vec<u64>> = lists.iter().map(|it| it.to_vec()).collect();
        keep_shared(&mut lists, 2);
        assert_eq!(lists, expected);
    }

    #[test]
    fn what_stands_in_one_list_or_in_too_many_is_left_out() {
        check(&[&[1, 2, 3], &[2, 3], &[3, 4]], &[&[2], &[2], &[]]);
    }

    #[test]
    fn numbers_of_all_sizes_are_kept() {
        let both: &[u64] = &[0, 1 << 58, u64::MAX];
        check(&[both, &[0, 1 << 57, 1 << 58, u64::MAX]], &[both, both]);
    }
}
