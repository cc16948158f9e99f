//! Whether a run of keys may have a group: most keys of someone new are nobody's, and this says so after a look
//! at one place in memory. It is a Bloom filter in words: all bits of a group lie in one.

use super::key_run::{Entry, OWNER_BITS};

/// Entries to each word of eight bytes. About one group in sixteen that is not there may seem to be.
const SPACING: usize = 8;

/// Which groups there may be.
#[derive(Debug)]
pub(super) struct Filter {
    /// Each stands for as large a part of all groups, in their order: sorted entries fill one after another.
    words: Vec<u64>,
}

impl Filter {
    /// A filter of the groups of entries.
    pub fn of(entries: &[Entry]) -> Self {
        let mut filter = Self { words: vec![0; entries.len() / SPACING + 1] };
        for entry in entries {
            let group = entry.group();
            let place = filter.place(group);
            if let Some(word) = filter.words.get_mut(place) {
                *word |= bits(group);
            }
        }
        filter
    }

    /// Whether a group may be there; it is not if not.
    pub fn may_have(&self, group: u64) -> bool {
        self.touch(group) & bits(group) == bits(group)
    }

    /// Looks at what tells of a group, so that it is near when it is asked for.
    pub fn touch(&self, group: u64) -> u64 {
        self.words.get(self.place(group)).copied().unwrap_or_default()
    }

    pub fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }

    fn place(&self, group: u64) -> usize {
        ((u128::from(group << OWNER_BITS) * self.words.len() as u128) >> u64::BITS) as usize
    }
}

/// Two bits that stand for a group. Those of other kinds of key with the same hash have others.
fn bits(group: u64) -> u64 {
    let mixed = group.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    1 << (mixed >> 58) | 1 << (mixed >> 52 & 63)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::match_keys::{Key, KeyKind},
        model::Person,
    };

    fn entries(numbers: std::ops::Range<u64>) -> Vec<Entry> {
        let person = Person { is_contact: false, row: 7 };
        let key = |number: u64| {
            let hash = xxhash_rust::xxh3::xxh3_64(&number.to_le_bytes());
            Key { hash, kind: KeyKind::Mail }
        };
        let mut entries: Vec<Entry> =
            numbers.map(|number| Entry::new(key(number), person)).collect();
        entries.sort_unstable();
        entries
    }

    #[test]
    fn it_misses_nothing_and_few_others_seem_to_be_there() {
        for length in [0, 1, 7, 100_000] {
            let own = entries(0..length);
            let filter = Filter::of(&own);
            assert!(own.iter().all(|entry| filter.may_have(entry.group())), "{length}");
        }
        let filter = Filter::of(&entries(0..100_000));
        let others = entries(100_000..200_000);
        let seeming = others.iter().filter(|entry| filter.may_have(entry.group())).count();
        assert!(seeming < 8_000, "{seeming} of 100,000");
        let name = |entry: &&Entry| filter.may_have(entry.group() | 3);
        let named = entries(0..100_000).iter().filter(name).count();
        assert!(named < 8_000, "another kind of key: {named} of 100,000");
    }
}
