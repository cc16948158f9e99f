//! Puts rows in order by a number each, the first page without the rest.

use std::cmp::Ordering;

/// What rows are put in order by.
pub(super) trait OrderKey: Copy + Ord {
    /// The key of a row without a value: last in either direction.
    const EMPTY: Self;

    /// The key for the other direction.
    #[must_use]
    fn reversed(self) -> Self;

    /// The key for a direction; rows without a value come last in both.
    #[must_use]
    fn directed(self, is_descending: bool) -> Self {
        if is_descending && self != Self::EMPTY { self.reversed() } else { self }
    }
}

impl OrderKey for u64 {
    const EMPTY: Self = Self::MAX;

    fn reversed(self) -> Self {
        Self::MAX - 1 - self
    }
}

impl OrderKey for u128 {
    const EMPTY: Self = Self::MAX;

    fn reversed(self) -> Self {
        Self::MAX - 1 - self
    }
}

/// Rows kept in hand while the first page is looked for, at least.
const IN_HAND: usize = 1_024;

/// The key of a number.
pub(super) fn number_key(number: i64) -> u64 {
    // The sign bit turned, negative numbers come before the others.
    (number as u64 ^ 1 << 63).min(u64::EMPTY - 1)
}

/// The rows by their keys, then by `ties` of a key, then as they came; only the first ones if there is a
/// limit.
pub(super) fn arranged<K: OrderKey>(
    rows: impl Iterator<Item = (K, u32)>,
    limit: Option<usize>,
    ties: impl Fn(K, u32, u32) -> Ordering,
) -> Vec<u32> {
    let compare = |a: &(K, u32), b: &(K, u32)| {
        a.0.cmp(&b.0).then_with(|| ties(a.0, a.1, b.1)).then(a.1.cmp(&b.1))
    };
    let mut kept: Vec<(K, u32)> = match limit {
        None => rows.collect(),
        Some(0) => Vec::new(),
        Some(limit) => first(rows, limit, &compare),
    };
    kept.sort_unstable_by(compare);
    kept.truncate(limit.unwrap_or(usize::MAX));
    kept.into_iter().map(|(_, row)| row).collect()
}

/// At least the first `limit` rows, in no order.
fn first<K: OrderKey>(
    rows: impl Iterator<Item = (K, u32)>,
    limit: usize,
    compare: &impl Fn(&(K, u32), &(K, u32)) -> Ordering,
) -> Vec<(K, u32)> {
    let capacity = limit.saturating_mul(2).max(IN_HAND);
    let mut kept: Vec<(K, u32)> = Vec::new();
    let mut worst: Option<(K, u32)> = None;
    for row in rows {
        if worst.is_some_and(|worst| row.0 > worst.0 || compare(&row, &worst).is_gt()) {
            continue;
        }
        kept.push(row);
        if kept.len() >= capacity {
            worst = Some(*kept.select_nth_unstable_by(limit - 1, compare).1);
            kept.truncate(limit);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keys_keep_the_order() {
        let numbers = [i64::MIN, -5, 0, 7, i64::MAX - 1];
        assert!(numbers.map(number_key).is_sorted());
        assert!(numbers.map(|it| number_key(it).directed(true)).is_sorted_by(|a, b| a >= b));
        assert_eq!(u64::EMPTY.directed(true), u64::EMPTY);
    }

    proptest! {
        #[test]
        fn the_first_page_is_that_of_all(keys in prop::collection::vec(0..50_u64, 0..5_000), limit in 0..1_500_usize) {
            let rows = || keys.iter().copied().zip(0_u32..);
            let ties = |_: u64, a: u32, b: u32| (b % 3).cmp(&(a % 3));
            let all = arranged(rows(), None, ties);
            prop_assert!(all.is_sorted_by_key(|row| (keys[*row as usize], 2 - *row % 3, *row)));
            prop_assert_eq!(&arranged(rows(), Some(limit), ties)[..], &all[..limit.min(all.len())]);
        }
    }
}
