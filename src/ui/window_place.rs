//! Where the window lies on the screen and how large it is: noted while it is open, and the same on the next
//! start.

use eframe::egui::{Context, Pos2, Vec2, ViewportBuilder, pos2, vec2};
use serde::{Deserialize, Serialize};

use super::theme::measure;

/// How far right of its left edge, and below its upper one, a window is taken by the pointer, in pixels.
const HANDLE: (i64, i64) = (80, 16);

/// Where the window lies and how large it is, in points of the screen, however large everything in it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct WindowPlace {
    size: Option<[f32; 2]>,
    position: Option<[f32; 2]>,
    is_maximized: bool,
}

impl WindowPlace {
    /// Of a size, wherever the system puts it.
    #[cfg(test)]
    pub fn of_size(size: Vec2) -> Self {
        Self { size: Some(size.into()), ..Self::default() }
    }

    /// The size; none before the window was open once.
    pub fn size(&self) -> Option<Vec2> {
        self.size.map(|[width, height]| vec2(width, height).max(measure::SMALLEST_WINDOW))
    }

    /// Where its upper left corner lies; none where the system does not say it.
    pub fn position(&self) -> Option<Pos2> {
        self.position.map(|[x, y]| pos2(x, y))
    }

    /// The window as it was; in the middle of the screen, by `NativeOptions`, if nothing is known.
    pub fn build(&self, builder: ViewportBuilder) -> ViewportBuilder {
        let builder = builder.with_inner_size(self.size().unwrap_or(measure::WINDOW));
        let builder = builder.with_maximized(self.is_maximized);
        match self.position() {
            Some(position) => builder.with_position(position),
            None => builder,
        }
    }

    /// Notes how the window is now. One that fills the screen or is put away keeps where it was before.
    pub fn note(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        ctx.input(|input| {
            let viewport = input.viewport();
            if viewport.minimized == Some(true) || viewport.fullscreen == Some(true) {
                return;
            }
            self.is_maximized = viewport.maximized == Some(true);
            if self.is_maximized {
                return;
            }
            if let Some(inner) = viewport.inner_rect {
                self.size = Some((inner.size() * zoom).into());
            }
            if let Some(outer) = viewport.outer_rect {
                self.position = Some((outer.min.to_vec2() * zoom).into());
            }
        });
    }
}

/// Brings the window back to a screen if it lies where there is none any more. A system that does not say where
/// windows lie has put it on one by itself.
pub(super) fn bring_back(frame: &eframe::Frame) {
    let Some(window) = frame.winit_window() else { return };
    let Ok(at) = window.outer_position() else { return };
    let handle = (i64::from(at.x) + HANDLE.0, i64::from(at.y) + HANDLE.1);
    let screens: Vec<_> = window
        .available_monitors()
        .map(|screen| {
            let (corner, size) = (screen.position(), screen.size());
            ([corner.x, corner.y], [size.width, size.height])
        })
        .collect();
    if !is_on(&screens, handle)
        && let Some(screen) = window.available_monitors().next()
    {
        window.set_outer_position(screen.position());
    }
}

/// Whether a point lies on one of some screens, each with its corner and its size. Where no screen is known,
/// nothing can be said against it.
fn is_on(screens: &[([i32; 2], [u32; 2])], (x, y): (i64, i64)) -> bool {
    let holds = |from: i32, size: u32, at: i64| {
        (i64::from(from)..i64::from(from) + i64::from(size)).contains(&at)
    };
    screens.is_empty()
        || screens.iter().any(|([left, top], [width, height])| {
            holds(*left, *width, x) && holds(*top, *height, y)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_lies_on_no_screen_is_noticed() {
        let one = ([0, 0], [1920, 1080]);
        let left_of_it = ([-2560, -200], [2560, 1440]);
        for (screens, at, expected) in [
            (vec![one], (100, 100), true),
            (vec![one], (2000, 100), false),
            (vec![one], (-1, 100), false),
            (vec![one, left_of_it], (-1, 100), true),
            (vec![one, left_of_it], (-1, 1300), false),
            (vec![], (9_999, 9_999), true),
        ] {
            assert_eq!(is_on(&screens, at), expected, "{screens:?} {at:?}");
        }
    }

    #[test]
    fn a_window_is_never_smaller_than_it_may_be() {
        let place = WindowPlace::of_size(vec2(10.0, 2_000.0));
        assert_eq!(place.size(), Some(vec2(measure::SMALLEST_WINDOW.x, 2_000.0)));
        assert_eq!(WindowPlace::default().size(), None);
    }
}
