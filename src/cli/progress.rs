//! How far something is that takes a while.

use std::{io::IsTerminal as _, time::Duration};

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on standard error, if a person looks at it.
pub fn bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    bar.enable_steady_tick(Duration::from_millis(100));
    match ProgressStyle::with_template("{wide_bar} {human_pos} / {human_len}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
