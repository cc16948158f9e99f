//! What was copied elsewhere and is pasted here: files, a table, or text. A text becomes a file, so that
//! it is read, kept and reported like any other.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{App, news::News};
use crate::{
    error::{Error, Result},
    i18n::text,
};

/// Where texts lie until the window is closed, in the folder of the workspace.
const FOLDER: &str = "pasted";

impl App {
    /// Takes what was pasted, beside the window.
    pub(super) fn paste(&self, pasted: String) {
        let folder = self.options.folder.join(FOLDER);
        let zone = self.model.settings().zone();
        let now = self.viewer().now.utc().with_timezone(&zone);
        let name = text(self.look.lang, "pasted-name");
        let path = folder.join(format!("{name} {}.txt", now.format("%Y-%m-%d %H.%M.%S")));
        self.jobs.start("paste", move |_| {
            let files = files(&pasted);
            News::Picked(if files.is_empty() { keep(path, &pasted) } else { Ok(files) })
        });
    }
}

/// Where files lie that are looked at, and are forgotten when the window is closed.
pub(super) fn folder(workspace: &Path) -> PathBuf {
    workspace.join(FOLDER)
}

/// Forgets the texts that were pasted; what was made of them lies in the workspace.
///
/// # Errors
/// When they cannot be removed.
pub(super) fn forget(workspace: &Path) -> Result<()> {
    let folder = workspace.join(FOLDER);
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(&folder).map_err(|err| Error::file("@operation-write", &folder, err))
}

fn keep(path: PathBuf, pasted: &str) -> Result<Vec<PathBuf>> {
    let written = path.parent().map_or(Ok(()), fs::create_dir_all);
    let written = written.and_then(|()| fs::write(&path, pasted));
    written.map_err(|err| Error::file("@operation-write", &path, err))?;
    Ok(vec![path])
}

/// The files that were copied, if nothing but files was: as addresses or as paths, a line each.
fn files(pasted: &str) -> Vec<PathBuf> {
    let lines: Vec<&str> = pasted.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    // Some programs say first what shall be done with them.
    let lines = lines.strip_prefix(&["copy"]).unwrap_or(&lines);
    let paths: Option<Vec<PathBuf>> = lines.iter().map(|line| path(line)).collect();
    paths.unwrap_or_default()
}

fn path(line: &str) -> Option<PathBuf> {
    if let Some(address) = line.strip_prefix("file://") {
        return Some(PathBuf::from(decoded(address)));
    }
    let path = Path::new(line);
    (path.is_absolute() && path.exists()).then(|| path.to_owned())
}

/// A part of an address without its percent signs.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, others @ ..] = rest {
        let hex = others.get(..2).filter(|_| *first == b'%');
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = others.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copied_files_are_told_from_copied_text() {
        for (pasted, expected) in [
            ("file:///stick/%E5%90%8D%E7%89%87.csv", vec!["/stick/名片.csv"]),
            ("copy\nfile:///a%20b.csv\nfile:///c.vcf\n", vec!["/a b.csv", "/c.vcf"]),
            ("file:///50%.csv", vec!["/50%.csv"]),
            ("姓名\t公司\n王小明\t聯穗食品", vec![]),
            ("file:///a.csv\nand a word", vec![]),
            ("/no/such/file/anywhere.csv", vec![]),
            ("", vec![]),
        ] {
            let expected: Vec<PathBuf> = expected.into_iter().map(PathBuf::from).collect();
            assert_eq!(files(pasted), expected, "{pasted}");
        }
    }

    #[test]
    fn a_text_is_kept_as_a_file_until_it_is_forgotten() {
        let workspace = tempfile::tempdir().unwrap();
        forget(workspace.path()).unwrap();
        let path = workspace.path().join(FOLDER).join("a.txt");
        assert_eq!(keep(path.clone(), "a\tb").unwrap(), std::slice::from_ref(&path));
        assert_eq!(fs::read_to_string(&path).unwrap(), "a\tb");
        forget(workspace.path()).unwrap();
        assert!(!path.exists());
    }
}
