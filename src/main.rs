//! Arguments -> window or command line, nothing else.

use std::{process::ExitCode, sync::Arc};

use fairlead::{
    cli::{self, Args, Asked},
    error::Result,
    exchange,
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
    ui::run(&WindowOptions {
        lang: args.lang,
        user: args.user.clone(),
        trace: args.trace.clone(),
        ..WindowOptions::new(folder, Arc::new(exchange::open_path))
    })
}
