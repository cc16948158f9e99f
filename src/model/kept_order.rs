//! The rows of a column of texts in an order of names, kept from one question to the next.
//!
//! An order belongs to the texts it was made of. For texts that have changed since, the rows of the pieces
//! that are not the same any more are taken out, sorted and put back: an edit costs a walk through the
//! order, an import the sorting of what came.

use std::{cmp::Ordering, panic::resume_unwind, thread};

use super::{
    chunks::CHUNK,
    varied::{TextPiece, Texts},
};
use crate::domain::collation::{Collation, is_whole};

/// Says that a row's text is equal to that of the row before it.
const SAME: u32 = 1 << 31;

/// When more than one row in so many has changed, all are sorted again.
const TOO_MANY: usize = 3;

/// The rows of a column of texts in order.
#[derive(Debug)]
pub struct KeptOrder {
    pub(super) collation: Collation,
    pub(super) texts: Texts,
    /// Those with a text first, marked [`SAME`]; the others in the order of their numbers.
    pub(super) rows: Vec<u32>,
    pub(super) filled: usize,
}

/// A row and the start of its place.
type Keyed = (u128, u32);

impl KeptOrder {
    /// The order of all rows of a column.
    pub fn of(texts: &Texts, collation: Collation) -> Self {
        let sorter = Sorter { texts, collation };
        let count = len(texts) as u32;
        let (first, second) = thread::scope(|scope| {
            let first = scope.spawn(|| sorter.sorted(0..count / 2));
            let second = sorter.sorted(count / 2..count);
            (first.join().unwrap_or_else(|panic| resume_unwind(panic)), second)
        });
        let mut rows = Vec::with_capacity(count as usize);
        let mut merged = sorter.merged(first, second);
        let mut before: Option<Keyed> = None;
        for keyed in merged.drain(..) {
            let is_same = before.is_some_and(|before| sorter.compare(before, keyed).is_eq());
            rows.push(keyed.1 | if is_same { SAME } else { 0 });
            before = Some(keyed);
        }
        Self::with_empty(texts, collation, rows)
    }

    /// The order of texts that these have become since.
    #[must_use]
    pub(super) fn followed(&self, texts: &Texts) -> Self {
        let changed = self.changed(texts);
        if changed.len() * TOO_MANY > len(texts) {
            return Self::of(texts, self.collation);
        }
        let (old, new) = (self.sorter(), Sorter { texts, collation: self.collation });
        let mut is_changed = vec![false; len(&self.texts)];
        for row in &changed {
            if let Some(place) = is_changed.get_mut(*row as usize) {
                *place = true;
            }
        }
        let mut rows = Rows { sorter: &new, is_changed, rows: Vec::with_capacity(len(texts)) };
        let mut rest = self.rows.get(..self.filled).unwrap_or_default();
        for keyed in new.sorted(changed.into_iter()) {
            let before = galloped(rest, |row| {
                let row = row & !SAME;
                old.keyed(row).is_some_and(|it| old.compare_across(it, &new, keyed).is_lt())
            });
            let (first, second) = rest.split_at(before);
            rows.keep(first);
            rows.add(keyed.1);
            rest = second;
        }
        rows.keep(rest);
        Self::with_empty(texts, self.collation, rows.rows)
    }

    /// The rows with a text, in groups of equal ones, each in the order of its rows' numbers.
    pub fn groups(&self) -> impl DoubleEndedIterator<Item = impl Iterator<Item = u32>> {
        let filled = self.rows.get(..self.filled).unwrap_or_default();
        let groups = filled.chunk_by(|_, next| next & SAME != 0);
        groups.map(|rows| rows.iter().map(|row| row & !SAME))
    }

    /// The rows without a text.
    pub fn empty(&self) -> impl Iterator<Item = u32> {
        self.rows.iter().skip(self.filled).copied()
    }

    /// Whether it is the order of just these texts.
    pub fn is_of(&self, texts: &Texts) -> bool {
        let (mut own, mut others) = (self.texts.pieces(), texts.pieces());
        own.by_ref().zip(others.by_ref()).all(|(own, other)| is_shared(own, other))
            && self.texts.pieces().count() == texts.pieces().count()
    }

    fn with_empty(texts: &Texts, collation: Collation, mut rows: Vec<u32>) -> Self {
        let filled = rows.len();
        let count = len(texts);
        if filled < count {
            let mut is_filled = vec![false; count];
            for row in &rows {
                if let Some(place) = is_filled.get_mut((row & !SAME) as usize) {
                    *place = true;
                }
            }
            rows.extend((0..).zip(is_filled).filter(|(_, it)| !it).map(|(row, _)| row));
        }
        Self { collation, texts: texts.clone(), rows, filled }
    }

    fn sorter(&self) -> Sorter<'_> {
        Sorter { texts: &self.texts, collation: self.collation }
    }

    /// The rows that are new or have another text.
    fn changed(&self, texts: &Texts) -> Vec<u32> {
        let own: Vec<&TextPiece> = self.texts.pieces().collect();
        let known = len(&self.texts);
        let mut changed = Vec::new();
        for (number, piece) in texts.pieces().enumerate() {
            if own.get(number).is_some_and(|own| is_shared(own, piece)) {
                continue;
            }
            let rows = number * CHUNK..number * CHUNK + piece.ends().len();
            let differs = |row: &usize| *row >= known || self.texts.get(*row) != texts.get(*row);
            changed.extend(rows.filter(differs).map(|row| row as u32));
        }
        changed
    }
}

/// Whether two pieces are one. A piece that someone else holds is never written to.
fn is_shared(a: &TextPiece, b: &TextPiece) -> bool {
    std::ptr::eq(a, b)
}

fn len(texts: &Texts) -> usize {
    texts.pieces().map(|piece| piece.ends().len()).sum()
}

/// Puts rows of a column in order.
struct Sorter<'a> {
    texts: &'a Texts,
    collation: Collation,
}

impl Sorter<'_> {
    /// A row with the start of its place; none if it has no text.
    fn keyed(&self, row: u32) -> Option<Keyed> {
        Some((self.collation.key(self.texts.get(row as usize))?, row))
    }

    fn sorted(&self, rows: impl Iterator<Item = u32>) -> Vec<Keyed> {
        let mut keyed: Vec<Keyed> = rows.filter_map(|row| self.keyed(row)).collect();
        keyed.sort_unstable_by(|a, b| self.compare(*a, *b).then(a.1.cmp(&b.1)));
        keyed
    }

    fn merged(&self, first: Vec<Keyed>, second: Vec<Keyed>) -> Vec<Keyed> {
        let mut merged = Vec::with_capacity(first.len() + second.len());
        let (mut first, mut second) = (first.into_iter().peekable(), second.into_iter().peekable());
        while let (Some(a), Some(b)) = (first.peek(), second.peek()) {
            // Rows of the first half have smaller numbers.
            let next = if self.compare(*a, *b).is_le() { &mut first } else { &mut second };
            merged.extend(next.next());
        }
        merged.extend(first.chain(second));
        merged
    }

    /// The order of the texts of two rows.
    fn compare(&self, a: Keyed, b: Keyed) -> Ordering {
        self.texts_compared(a, self, b)
    }

    /// The order of two rows, the second of other texts.
    fn compare_across(&self, a: Keyed, other: &Sorter<'_>, b: Keyed) -> Ordering {
        self.texts_compared(a, other, b).then(a.1.cmp(&b.1))
    }

    fn texts_compared(&self, a: Keyed, other: &Sorter<'_>, b: Keyed) -> Ordering {
        let order = a.0.cmp(&b.0);
        if order.is_ne() || is_whole(a.0) {
            return order;
        }
        let (a, b) = (self.texts.get(a.1 as usize), other.texts.get(b.1 as usize));
        self.collation.compare(a, b)
    }
}

/// An order as it is put together from the rows of an older one and new ones.
struct Rows<'a> {
    sorter: &'a Sorter<'a>,
    /// Rows that are not taken from the older order.
    is_changed: Vec<bool>,
    rows: Vec<u32>,
}

impl Rows<'_> {
    /// Takes a run of rows from the older order.
    fn keep(&mut self, run: &[u32]) {
        // The first one stands behind another row than before.
        let mut is_same = None;
        for marked in run {
            let row = marked & !SAME;
            is_same = is_same.map(|is_same| is_same && marked & SAME != 0);
            if self.is_changed.get(row as usize).is_some_and(|it| *it) {
                continue;
            }
            let mark = is_same.unwrap_or_else(|| self.is_like_last(row));
            self.rows.push(row | if mark { SAME } else { 0 });
            is_same = Some(true);
        }
    }

    /// Takes a new row.
    fn add(&mut self, row: u32) {
        let mark = if self.is_like_last(row) { SAME } else { 0 };
        self.rows.push(row | mark);
    }

    fn is_like_last(&self, row: u32) -> bool {
        let text = |row: u32| self.sorter.texts.get(row as usize);
        self.rows.last().is_some_and(|last| {
            self.sorter.collation.compare(text(last & !SAME), text(row)).is_eq()
        })
    }
}

/// How many of the first rows `is_before` holds for, when it holds for none behind them: found in steps
/// that grow, as the next place is mostly near.
fn galloped(rows: &[u32], is_before: impl Fn(u32) -> bool) -> usize {
    let (mut low, mut step) = (0, 1);
    while rows.get(low + step - 1).is_some_and(|row| is_before(*row)) {
        low += step;
        step *= 2;
    }
    let high = (low + step).min(rows.len());
    let within = rows.get(low..high).unwrap_or_default();
    low + within.partition_point(|row| is_before(*row))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAMES: &[&str] = &[
        "",
        "王小明",
        "王",
        "Wang",
        "wang",
        "WANG ",
        "曾文",
        "增文",
        "李",
        "陳",
        "陈",
        "a long name of nobody",
        "a long name of somebody",
        "  ",
    ];

    /// Groups of equal texts, found by sorting.
    fn naive(texts: &Texts, collation: Collation) -> (Vec<Vec<u32>>, Vec<u32>) {
        let units = |row: &u32| collation.units(texts.get(*row as usize)).collect::<Vec<u16>>();
        let (empty, mut filled): (Vec<u32>, Vec<u32>) =
            (0..len(texts) as u32).partition(|row| units(row).is_empty());
        filled.sort_by_key(units);
        let groups = filled.chunk_by(|a, b| units(a) == units(b)).map(<[u32]>::to_vec);
        (groups.collect(), empty)
    }

    fn check(order: &KeptOrder, texts: &Texts) {
        let groups: Vec<Vec<u32>> = order.groups().map(Iterator::collect).collect();
        let reversed: Vec<Vec<u32>> = order.groups().rev().map(Iterator::collect).collect();
        assert!(order.is_of(texts) && reversed.iter().rev().eq(&groups));
        assert_eq!((groups, order.empty().collect()), naive(texts, order.collation));
    }

    #[test]
    fn many_rows_are_sorted_in_two_halves() {
        let mut texts = Texts::default();
        for row in 0..CHUNK * 2 + 7 {
            texts.push(NAMES[row * row % 31 % NAMES.len()]);
        }
        let order = KeptOrder::of(&texts, Collation::Stroke);
        check(&order, &texts);
        texts.set_many(vec![(5, "王".to_owned()), (CHUNK + 1, "Zoe".to_owned())]);
        assert!(!order.is_of(&texts));
        check(&order.followed(&texts), &texts);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

        #[test]
        fn a_kept_order_is_that_of_sorting(
            first in prop::collection::vec(0..NAMES.len(), 0..80),
            edits in prop::collection::vec(
                (prop::collection::vec((0..90_usize, 0..NAMES.len()), 0..12), 0..6_usize), 1..5,
            ),
            people in any::<bool>(),
        ) {
            let collation = if people { Collation::FamilyPinyin } else { Collation::Stroke };
            let mut texts = Texts::default();
            first.iter().for_each(|name| texts.push(NAMES[*name]));
            let mut order = KeptOrder::of(&texts, collation);
            check(&order, &texts);
            for (changed, added) in edits {
                let named = changed.into_iter().map(|(row, name)| (row, NAMES[name].to_owned()));
                let by_row: std::collections::BTreeMap<usize, String> = named.collect();
                texts.set_many(by_row.into_iter().collect());
                (0..added).for_each(|at| texts.push(NAMES[at * 5 % NAMES.len()]));
                order = order.followed(&texts);
                check(&order, &texts);
            }
        }
    }
}
