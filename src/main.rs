//! Arguments -> window or command line, nothing else.

use std::process::ExitCode;

use fairlead::{
    cli::{self, Asked},
    error::Error,
};

fn main() -> ExitCode {
    match cli::start() {
        Asked::Done(status) => status,
        Asked::Window(args) => cli::without_window(&args, &Error::usage("no-display")),
    }
}
