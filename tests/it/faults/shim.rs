//! The shim between a child and the system, see `tests/power_cut_shim.c`.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use super::say;

/// The shim, compiled into a folder; none, and said so, where there is no compiler.
pub fn shim(folder: &Path) -> Option<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/power_cut_shim.c");
    let library = folder.join("shim.so");
    let compiler = Command::new("cc")
        .args(["-O1", "-shared", "-fPIC", "-pthread", "-o"])
        .args([&library, &source])
        .output();
    match compiler {
        Ok(output) if output.status.success() => Some(library),
        Ok(output) => panic!("{}", String::from_utf8_lossy(&output.stderr)),
        Err(err) => {
            say(&format!("SKIPPED, no C compiler for the shim: {err}"));
            None
        }
    }
}
