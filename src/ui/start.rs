//! How the window is opened, with one way of drawing and then another; and what a panic leaves behind.

use std::{
    num::NonZeroUsize,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use eframe::{
    NativeOptions, Renderer, egui,
    egui_wgpu::{WgpuSetup, WgpuSetupCreateNew, wgpu::PowerPreference},
};

use super::{
    App, WindowOptions,
    ahead::Ahead,
    theme::{LIGHT, measure},
    widgets::icons,
};
use crate::{
    error::{Error, Result},
    jobs,
};

/// The name by which desktops know the program.
const APP_ID: &str = "fairlead";

/// Opens the window and returns when it was closed and everything is saved.
///
/// # Errors
/// `no-display` when there is no screen; `window-failed` when there is no way to draw on it; or the trace
/// cannot be written; or the workspace could not be closed in good order.
pub fn run(options: &WindowOptions) -> Result<()> {
    report_panics(&options.folder);
    let closed = Arc::new(Mutex::new(None));
    let ahead = Arc::new(Mutex::new(Some(Ahead::begin(context(), options))));
    let drawn = drawn(options, &ahead, &closed);
    // Who got no window must not hold the workspace.
    let unused = ahead.lock().unwrap_or_else(PoisonError::into_inner).take();
    let given_back = unused.map_or(Ok(()), Ahead::close);
    drawn.and(given_back)
}

/// Draws the window, with OpenGL or without, until it is closed.
fn drawn(options: &WindowOptions, ahead: &NotYet, closed: &Closed) -> Result<()> {
    let first = open(options, Renderer::Glow, (ahead, closed));
    let failed = match first {
        Ok(()) => None,
        // What fails before anything is drawn will not go better on another ground.
        Err(err @ (eframe::Error::AppCreation(_) | eframe::Error::WinitEventLoop(_))) => Some(err),
        Err(_) => open(options, Renderer::Wgpu, (ahead, closed)).err(),
    };
    match failed {
        None => closed.lock().ok().and_then(|mut closed| closed.take()).unwrap_or(Ok(())),
        Some(eframe::Error::AppCreation(err)) => match err.downcast::<Error>() {
            Ok(err) => Err(*err),
            Err(err) => Err(Error::other("window-failed").because(err)),
        },
        Some(eframe::Error::WinitEventLoop(err)) => Err(Error::usage("no-display").because(err)),
        Some(err) => Err(Error::other("window-failed").because(err.to_string())),
    }
}

/// What became of the workspace when the window was closed.
pub(super) type Closed = Arc<Mutex<Option<Result<()>>>>;

/// What was begun before there was a window, until there is one.
type NotYet = Arc<Mutex<Option<Ahead>>>;

/// What windows draw with, set as eframe sets its own.
fn context() -> egui::Context {
    let ctx = egui::Context::default();
    ctx.set_embed_viewports(false);
    ctx.options_mut(|options| options.max_passes = PASSES);
    ctx
}

/// What is laid out anew because of what was found while it was drawn is drawn once more in the same frame.
const PASSES: NonZeroUsize = NonZeroUsize::MIN.saturating_add(1);

fn open(
    options: &WindowOptions,
    renderer: Renderer,
    (not_yet, closed): (&NotYet, &Closed),
) -> eframe::Result {
    let taken = not_yet.lock().unwrap_or_else(PoisonError::into_inner).take();
    // Who had a window before begins anew.
    let ahead = taken.unwrap_or_else(|| Ahead::begin(context(), options));
    let place = &ahead.memory.window;
    let viewport = place
        .build(egui::ViewportBuilder::default())
        .with_app_id(APP_ID)
        .with_title(title(&options.folder))
        .with_min_inner_size(measure::SMALLEST_WINDOW)
        .with_icon(icon());
    let centered = place.position().is_none();
    let mut native = NativeOptions { viewport, renderer, centered, ..NativeOptions::default() };
    native.wgpu_options.wgpu_setup = WgpuSetup::CreateNew(WgpuSetupCreateNew {
        power_preference: PowerPreference::LowPower,
        ..WgpuSetupCreateNew::without_display_handle()
    });
    let ctx = ahead.ctx.clone();
    *not_yet.lock().unwrap_or_else(PoisonError::into_inner) = Some(ahead);
    let create = move |_: &eframe::CreationContext<'_>| {
        let ahead = not_yet.lock().unwrap_or_else(PoisonError::into_inner).take();
        let ahead = ahead.ok_or_else(|| Error::other("window-failed"))?;
        let app = App::of(ahead, options.clone())?.closing_into(Arc::clone(closed));
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native_ext(APP_ID, native, Some(ctx), Box::new(create))
}

/// The picture by which the window is known in lists of windows.
fn icon() -> egui::IconData {
    let (side, tokens) = (measure::WINDOW_ICON, &LIGHT);
    let rgba = icons::BRAND.pixels(side, tokens.accent_text, tokens.accent);
    egui::IconData { rgba, width: side, height: side }
}

/// The title of the window.
fn title(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or(folder.as_os_str());
    format!("Fairlead – {}", name.to_string_lossy())
}

/// Writes what a panic said to a file beside the workspace, for whoever is asked about it.
fn report_panics(folder: &Path) {
    let beside: PathBuf = folder.parent().unwrap_or(folder).to_owned();
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        before(info);
        let now = crate::engine::Env::system().now().utc();
        let path = beside.join(format!("fairlead-crash-{}.txt", now.format("%Y%m%d-%H%M%S")));
        let thread = std::thread::current().name().unwrap_or("?").to_owned();
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let (said, version) = (jobs::said(info.payload()), env!("CARGO_PKG_VERSION"));
        let trace = std::backtrace::Backtrace::force_capture();
        let report =
            format!("Fairlead {version}\n{now}\nthread {thread} at {place}\n{said}\n\n{trace}\n");
        // Nothing more can be done about a report that cannot be written: the panic itself goes on.
        std::fs::write(path, report).ok();
    }));
}
