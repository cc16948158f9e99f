//! A fast hash for the dictionaries of columns, where few values are looked up very often.

use std::hash::{BuildHasherDefault, Hasher};

use xxhash_rust::xxh3::xxh3_64_with_seed;

/// What makes the hashers of a map.
pub(super) type FastHash = BuildHasherDefault<FastHasher>;

/// Hashes each part with what came before it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FastHasher(u64);

impl Hasher for FastHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64_with_seed(bytes, self.0);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
