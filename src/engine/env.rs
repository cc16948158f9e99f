//! Where time, ids and randomness come from, so that tests and the demo set them.

use std::sync::Arc;

use uuid::Uuid;

use crate::domain::Timestamp;

/// The clock and the source of ids.
pub struct Env {
    clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    random: u64,
    last_ms: i64,
    counter: u16,
}

/// Ids made within one millisecond before the next one is borrowed.
const COUNTER_END: u16 = 1 << 12;

impl Env {
    /// The real clock, and ids nobody else makes.
    pub fn system() -> Self {
        let (_, seed) = Uuid::now_v7().as_u64_pair();
        Self::new(Arc::new(now), seed)
    }

    /// A clock of one's own, and ids that follow from a seed.
    pub fn new(clock: Arc<dyn Fn() -> Timestamp + Send + Sync>, seed: u64) -> Self {
        Self { clock, random: seed, last_ms: 0, counter: 0 }
    }

    /// What the clock says.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// A new id (UUIDv7). Later ids are larger, also when the clock is set back.
    pub fn new_id(&mut self) -> Uuid {
        let ms = self.now().0.max(0);
        if ms > self.last_ms {
            self.last_ms = ms;
            self.counter = 0;
        } else {
            self.counter += 1;
            if self.counter == COUNTER_END {
                self.last_ms += 1;
                self.counter = 0;
            }
        }
        let high = (self.last_ms as u64) << 16 | 0x7000 | u64::from(self.counter);
        let low = 0x8000_0000_0000_0000 | self.next_random() >> 2;
        Uuid::from_u64_pair(high, low)
    }

    /// Sees to it that new ids are larger than those made so far.
    pub fn not_before(&mut self, newest: Timestamp) {
        if newest.0 >= self.last_ms {
            self.last_ms = newest.0 + 1;
            self.counter = 0;
        }
    }

    /// SplitMix64: enough to keep two laptops' ids apart, and repeatable.
    fn next_random(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

#[expect(clippy::disallowed_methods, reason = "this is where the time comes from")]
fn now() -> Timestamp {
    Timestamp(chrono::Utc::now().timestamp_millis())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;

    #[test]
    fn ids_stay_in_order_while_the_clock_is_set_back() {
        let clock = Arc::new(AtomicI64::new(1_000_000));
        let seen = Arc::clone(&clock);
        let mut env = Env::new(Arc::new(move || Timestamp(seen.load(Ordering::Relaxed))), 7);
        let mut last = env.new_id();
        for step in 0..10_000 {
            clock.store(1_000_000 - step, Ordering::Relaxed);
            let next = env.new_id();
            assert!(next > last);
            assert_eq!(next.get_version_num(), 7);
            last = next;
        }
    }
}
