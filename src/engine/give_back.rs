//! Memory that was needed for a while goes back to the system.

use std::{hint::black_box, thread, time::Duration};

/// The allocator keeps what was freed for a second, in case it is needed again.
const KEPT: Duration = Duration::from_millis(1_200);

/// Has what was freed until now given back, a moment later. The allocator sees to that when something is
/// allocated or a thread ends, and when nobody does anything that may be much later.
pub(super) fn give_back() {
    let thread = thread::Builder::new().name("give-back".to_owned());
    let wait = || {
        thread::park_timeout(KEPT);
        // A thread that has never allocated anything ends unnoticed.
        drop(black_box(Box::new(0_u64)));
    };
    // Without a thread it goes back when something is allocated.
    drop(thread.spawn(wait));
}
