//! How long frames take on the processor, for the trace: what Fairlead works out, and what drawing it takes,
//! which on a screen without graphics hardware is the larger part.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use eframe::{
    egui::{Context, PaintCallback, Rect, Ui, Vec2},
    egui_glow::CallbackFn,
};

/// Follows the frames, one after the other.
pub(super) struct FrameTime {
    present: Option<Present>,
    /// When drawing began, in nanoseconds of the thread on the processor; 0 before it did.
    drawn_from: Arc<AtomicU64>,
}

/// The frame that is on its way.
struct Present {
    number: u64,
    at: Instant,
    begun: Duration,
    /// When everything to be shown was known.
    known: Duration,
}

/// What a frame took.
pub(super) struct Taken {
    /// When it began.
    pub at: Instant,
    /// What was worked out: news taken, views laid out, shapes made; on the processor.
    pub own: Duration,
    /// What the window's thread did until the next frame: drawing, and waking up.
    pub drawing: Duration,
}

impl FrameTime {
    /// Before the first frame.
    pub fn new() -> Self {
        Self { present: None, drawn_from: Arc::default() }
    }

    /// A frame begins, or begins once more because something has to be laid out anew: what the one before it
    /// took.
    pub fn begin(&mut self, ctx: &Context) -> Option<Taken> {
        let (number, now) = (ctx.cumulative_frame_nr(), processor_time());
        if self.present.as_ref().is_some_and(|present| present.number == number) {
            return None;
        }
        let next = Present { number, at: Instant::now(), begun: now, known: now };
        let before = self.present.replace(next)?;
        let drawn_from = Duration::from_nanos(self.drawn_from.swap(0, Ordering::Relaxed));
        // Where nobody says when drawing began, making shapes counts as drawing.
        let drawn_from = drawn_from.max(before.known);
        Some(Taken {
            at: before.at,
            own: drawn_from.saturating_sub(before.begun),
            drawing: now.saturating_sub(drawn_from),
        })
    }

    /// Lays down, below all else, what says when drawing begins.
    pub fn mark(&self, ui: &Ui, frame: &eframe::Frame) {
        if frame.gl().is_some() {
            let drawn_from = Arc::clone(&self.drawn_from);
            let note = move |_, _: &_| {
                drawn_from.store(processor_time().as_nanos() as u64, Ordering::Relaxed);
            };
            let rect = Rect::from_min_size(ui.max_rect().min, Vec2::splat(1.0));
            let callback = Arc::new(CallbackFn::new(note));
            ui.painter().add(PaintCallback { rect, callback });
        }
    }

    /// Everything to be shown is known.
    pub fn end(&mut self) {
        if let Some(present) = &mut self.present {
            present.known = processor_time();
        }
    }
}

/// How long this thread has been at work.
#[cfg(unix)]
fn processor_time() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

/// How long the program has been there, because nobody says how long this thread has been at work.
#[cfg(not(unix))]
fn processor_time() -> Duration {
    static BEGUN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    BEGUN.elapsed()
}
