//! Reading everything and comparing it with what it should be.

use serde::Serialize;

use super::{
    Store, codec,
    database::Total,
    verification::{name_of, readable},
};
use crate::error::Result;

/// What a check of the whole workspace found.
#[derive(Clone, Debug, Serialize)]
pub struct CheckReport {
    /// The trees, one by one.
    pub trees: Vec<TreeReport>,
    /// Kept files that are gone or damaged.
    pub bad_files: Vec<String>,
    /// Whether everything is as it was written.
    pub is_sound: bool,
}

/// What a check of one tree found.
#[derive(Clone, Debug, Serialize)]
pub struct TreeReport {
    /// The kind of record, or the part of the history.
    pub name: String,
    /// Entries that are there.
    pub entries: u64,
    /// Entries that should be there.
    pub expected: u64,
    /// Entries that cannot be read.
    pub damaged: u64,
    /// The length of all keys and values, in bytes.
    pub bytes: u64,
    /// Whether the tree is as it was written.
    pub is_sound: bool,
}

impl Store {
    /// Reads every entry and every kept file.
    ///
    /// # Errors
    /// When the database itself cannot be read on.
    pub fn check(&mut self) -> Result<CheckReport> {
        let mut trees = Vec::new();
        let present = self.disk().database.trees();
        for tree in present {
            trees.push(self.check_tree(tree)?);
        }
        let names = self.files.names()?;
        let bad_files: Vec<String> =
            names.into_iter().filter(|name| self.files.read(name).is_err()).collect();
        let is_sound = bad_files.is_empty() && trees.iter().all(|tree| tree.is_sound);
        Ok(CheckReport { trees, bad_files, is_sound })
    }

    fn check_tree(&mut self, tree: u16) -> Result<TreeReport> {
        let mut disk = self.disk();
        let total = disk.database.total(tree)?;
        let entries = disk.database.scan(tree, &[])?;
        drop(disk);
        let mut seen = Total { lsn: total.lsn, ..Total::default() };
        let (mut damaged, mut length) = (0, 0);
        for entry in entries {
            let (key, bytes) = entry?;
            seen.count += 1;
            seen.sum = seen.sum.wrapping_add(codec::entry_hash(tree, &key, &bytes));
            length += (key.len() + bytes.len()) as u64;
            let read = readable(tree, &key, &bytes);
            damaged += u64::from(read.is_err());
        }
        Ok(TreeReport {
            name: name_of(tree).to_owned(),
            entries: seen.count,
            expected: total.count,
            damaged,
            bytes: length,
            is_sound: seen == total && damaged == 0,
        })
    }
}
