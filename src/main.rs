//! Arguments -> window or command line, nothing else.

use std::{process::ExitCode, sync::Arc, time::Instant};

use fairlead::{
    cli::{self, Args, Asked},
    error::Result,
    exchange,
    ui::{self, WindowOptions},
};

/// Imports make many small blocks in one thread and free them in another: with this an import takes a
/// fifth less time than with mimalloc, and less memory. How it is built is in `.cargo/config.toml`.
#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The other is not made for Windows.
#[cfg(not(unix))]
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
