//! Puts rows in order by a number each, the first page without the rest.

use std::cmp::Ordering;

/// The key of a row without a value: last in either direction.
pub(super) const EMPTY: u64 = u64::MAX;

/// Rows kept in hand while the first page is looked for, at least.
const IN_HAND: usize = 1_024;

/// The key of a number.
pub(super) fn number_key(number: i64) -> u64 {
    // The sign bit turned, negative numbers come before the others.
    (number as u64 ^ 1 << 63).min(EMPTY - 1)
}

/// The key of a folded text: its first bytes. Equal keys need [`compare_texts`].
pub(super) fn text_key(folded: &str) -> u64 {
    if folded.is_empty() {
        return EMPTY;
    }
    let mut first = [0; 8];
    first.iter_mut().zip(folded.bytes()).for_each(|(place, byte)| *place = byte);
    u64::from_be_bytes(first)
}

/// The order of two folded texts: that of their bytes. This and [`text_key`] are the place for an order
/// by stroke or pinyin.
pub(super) fn compare_texts(a: &str, b: &str) -> Ordering {
    a.cmp(b)
}

/// A key for the other direction.
pub(super) fn directed(key: u64, is_descending: bool) -> u64 {
    if is_descending && key != EMPTY { EMPTY - 1 - key } else { key }
}

/// The rows by their keys, then by `ties`, then as they came; only the first ones if there is a limit.
pub(super) fn arranged(
    rows: impl Iterator<Item = (u64, u32)>,
    limit: Option<usize>,
    ties: impl Fn(u32, u32) -> Ordering,
) -> Vec<u32> {
    let compare = |a: &(u64, u32), b: &(u64, u32)| {
        a.0.cmp(&b.0).then_with(|| ties(a.1, b.1)).then(a.1.cmp(&b.1))
    };
    let mut kept: Vec<(u64, u32)> = match limit {
        None => rows.collect(),
        Some(0) => Vec::new(),
        Some(limit) => first(rows, limit, &compare),
    };
    kept.sort_unstable_by(compare);
    kept.truncate(limit.unwrap_or(usize::MAX));
    kept.into_iter().map(|(_, row)| row).collect()
}

/// At least the first `limit` rows, in no order.
fn first(
    rows: impl Iterator<Item = (u64, u32)>,
    limit: usize,
    compare: &impl Fn(&(u64, u32), &(u64, u32)) -> Ordering,
) -> Vec<(u64, u32)> {
    let capacity = limit.saturating_mul(2).max(IN_HAND);
    let mut kept: Vec<(u64, u32)> = Vec::new();
    let mut worst: Option<(u64, u32)> = None;
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
        assert!(numbers.map(|it| directed(number_key(it), true)).is_sorted_by(|a, b| a >= b));
        assert!(["a", "ab", "abcdefgh", "b", "王", "王小明"].map(text_key).is_sorted());
        assert_eq!((directed(EMPTY, true), text_key("")), (EMPTY, EMPTY));
    }

    proptest! {
        #[test]
        fn the_first_page_is_that_of_all(keys in prop::collection::vec(0..50_u64, 0..5_000), limit in 0..1_500_usize) {
            let rows = || keys.iter().copied().zip(0_u32..);
            let ties = |a: u32, b: u32| (b % 3).cmp(&(a % 3));
            let all = arranged(rows(), None, ties);
            prop_assert!(all.is_sorted_by_key(|row| (keys[*row as usize], 2 - *row % 3, *row)));
            prop_assert_eq!(&arranged(rows(), Some(limit), ties)[..], &all[..limit.min(all.len())]);
        }
    }
}
