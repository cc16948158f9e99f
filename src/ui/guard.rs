//! A panic in one place must not take the window with it.

use std::panic::{self, AssertUnwindSafe};

use crate::jobs;

/// Draws something; what it said if it panicked. What it remembers may be half changed then and should
/// be forgotten.
pub(super) fn guarded<R>(draw: impl FnOnce() -> R) -> Result<R, String> {
    panic::catch_unwind(AssertUnwindSafe(draw)).map_err(|panic| jobs::said(panic.as_ref()))
}

#[cfg(test)]
mod tests {
    use eframe::egui::{CentralPanel, Panel};
    use egui_kittest::{Harness, kittest::Queryable as _};

    use super::*;

    #[test]
    fn what_surrounds_a_panic_is_drawn_on() {
        let mut harness = Harness::new_ui_state(
            |ui, broken: &mut Option<String>| {
                Panel::top("bar").show(ui, |ui| ui.label("Still here"));
                CentralPanel::default().show(ui, |ui| {
                    if let Some(words) = broken {
                        ui.label(words.as_str());
                        return;
                    }
                    let drawn = guarded(|| {
                        ui.vertical(|ui| {
                            ui.label("Half of it");
                            ui.input(|_| panic!("a view that is broken"));
                        });
                    });
                    *broken = drawn.err();
                });
            },
            None,
        );
        harness.run();
        harness.get_by_label("Still here");
        harness.get_by_label("a view that is broken");
        harness.run();
        assert!(harness.query_by_label("Half of it").is_none());
    }
}
