//! Arguments -> window or command line, nothing else.

use std::{process::ExitCode, sync::Arc, time::Instant};

use fairlead::{
    cli::{self, Args, Asked},
    error::Result,
    exchange,
    ui::{self, WindowOptions},
};

/// Imports make and drop many small texts; this halves what that costs. It keeps huge pages: without them the
/// window takes some tenth less memory, and a search over a million leads takes a quarter more time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let begun = Instant::now();
    match cli::start() {
        Asked::Done(status) => status,
        Asked::Window(args) => match window(&args, begun) {
            Ok(()) => ExitCode::SUCCESS,
            Err(err) => cli::without_window(&args, &err),
        },
    }
}

fn window(args: &Args, begun: Instant) -> Result<()> {
    let folder = args.folder()?;
    ui::run(&WindowOptions {
        lang: args.lang,
        user: args.user.clone(),
        trace: args.trace.clone(),
        begun,
        ..WindowOptions::new(folder, Arc::new(exchange::open_path))
    })
}
