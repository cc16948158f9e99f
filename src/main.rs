//! Arguments -> window or command line, nothing else.

use std::{path::Path, process::ExitCode, sync::Arc};

use fairlead::{
    cli::{self, Args, Asked},
    engine::ImportJob,
    error::Result,
    exchange::{self, StageOptions},
    i18n::Lang,
    model::Model,
    ui::{self, WindowOptions},
};

/// Imports make and drop many small texts; this halves what that costs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::start() {
        Asked::Done(status) => status,
        Asked::Window(args) => match window(&args) {
            Ok(()) => ExitCode::SUCCESS,
            Err(err) => cli::without_window(&args, &err),
        },
    }
}

fn window(args: &Args) -> Result<()> {
    let folder = args.folder()?;
    let workspace = folder.clone();
    let opener = move |path: &Path, model: &Model, lang| read(&workspace, path, model, lang);
    ui::run(&WindowOptions {
        lang: args.lang,
        user: args.user.clone(),
        trace: args.trace.clone(),
        ..WindowOptions::new(folder, Arc::new(opener))
    })
}

/// Reads a file or a folder that was dropped on the window.
fn read(workspace: &Path, path: &Path, model: &Model, lang: Lang) -> Result<Vec<ImportJob>> {
    exchange::stage_path(workspace, path, &StageOptions::of(model, lang))
}
