//! Chance that follows from a seed: SplitMix64, one sequence for each thing something is decided of.

use uuid::Uuid;

use crate::domain::{Id, Record, Timestamp};

/// What is decided. Things of one topic are told apart by their number.
#[derive(Clone, Copy, Debug)]
pub(super) enum Topic {
    Id,
    Captured,
    Company,
    Person,
    Card,
    Path,
    Touches,
    Account,
    Course,
    Order,
    Batch,
}

/// A sequence of numbers for one thing.
#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

/// The golden ratio, as a fraction of 2^64.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Dice {
    /// The sequence of a thing: the same for the same seed, whatever else was asked before.
    pub fn of(seed: u64, topic: Topic, number: u64) -> Self {
        let topic = (topic as u64 + 1).wrapping_mul(GOLDEN);
        Self(mixed(mixed(seed ^ topic) ^ number))
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mixed(self.0)
    }

    /// A number from 0 on, smaller than `end`; 0 if that is 0.
    pub fn below(&mut self, end: u64) -> u64 {
        part_of(self.roll(), end)
    }

    /// A number between two, these included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(0) as u64) as i64
    }

    /// Yes in so many cases of a hundred.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A number from 0 to 1, without 1.
    pub fn fraction(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// One of a list; nothing of an empty one.
    pub fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        list.get(self.below(list.len() as u64) as usize).copied().unwrap_or_default()
    }

    /// One of a list of things with their weights.
    pub fn weighted<T: Copy + Default>(&mut self, list: &[(u32, T)]) -> T {
        let whole: u64 = list.iter().map(|(weight, _)| u64::from(*weight)).sum();
        let place = self.below(whole);
        at_weight(list, place)
    }
}

/// The thing of a list that covers a place, when each takes as many places as its weight.
pub(super) fn at_weight<T: Copy + Default>(list: &[(u32, T)], place: u64) -> T {
    let mut end = 0;
    let found = list.iter().find(|(weight, _)| {
        end += u64::from(*weight);
        place < end
    });
    found.map(|(_, thing)| *thing).unwrap_or_default()
}

/// A number from 0 to `end`, without it, so that those of consecutive numbers are spread as evenly as
/// can be: shares come out right even of a few.
pub(super) fn spread(number: u64, end: u64) -> u64 {
    part_of(number.wrapping_mul(GOLDEN), end)
}

/// The id (UUIDv7) of the record of a kind with a number, made at a moment. Within one millisecond
/// `counter` decides the order.
pub(super) fn id<T: Record>(seed: u64, at: Timestamp, counter: u16, number: u64) -> Id<T> {
    let high = (at.0.max(0) as u64) << 16 | 0x7000 | u64::from(counter & 0xfff);
    let kind = u64::from(T::KIND.number()) << 48;
    let low = 1 << 63 | Dice::of(seed, Topic::Id, kind ^ number).roll() >> 2;
    Id::new(Uuid::from_u64_pair(high, low))
}

/// A fraction of 2^64, as a fraction of `end`.
fn part_of(fraction: u64, end: u64) -> u64 {
    ((u128::from(fraction) * u128::from(end)) >> 64) as u64
}

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_itself() {
        let rolls = |seed, number| {
            let mut dice = Dice::of(seed, Topic::Card, number);
            [dice.roll(), dice.roll(), dice.roll()]
        };
        assert_eq!(rolls(1, 5), rolls(1, 5));
        assert_ne!(rolls(1, 5), rolls(1, 6));
        assert_ne!(rolls(1, 5), rolls(2, 5));
    }

    #[test]
    fn stays_in_its_range() {
        let mut dice = Dice::of(3, Topic::Path, 0);
        for _ in 0..1_000 {
            assert!(dice.below(7) < 7);
            assert!((-2..=2).contains(&dice.between(-2, 2)));
            assert!((0.0..1.0).contains(&dice.fraction()));
            assert_ne!(dice.weighted(&[(1, "a"), (0, "b"), (3, "c")]), "b");
        }
        assert_eq!((dice.below(0), dice.pick::<&str>(&[])), (0, ""));
    }

    #[test]
    fn spreads_evenly() {
        let hits = (0..100).filter(|number| spread(*number, 100) < 25).count();
        assert!((23..=27).contains(&hits), "{hits}");
    }
}
