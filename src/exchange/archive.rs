//! Archives of files, each of which is read by whatever reader knows it.
//!
//! Nothing is unpacked onto the disk: parts are inflated while they are read. Their names are words
//! in messages, and one that would lead out of a folder is refused all the same.

use std::{path::Path, sync::Arc};

use crate::{
    domain::{Draft, Problem},
    error::{Error, Result},
};

use super::{
    Options, Reader, Sniff,
    archive_guard::{self, Part},
    encoding,
    sniff::open_source,
    source::Source,
};

/// Reads archives.
pub const READER: Reader = Reader { kind: "zip", detect: Sniff::is_archive_of_files, open };

/// More files than this in an archive are not read.
const MOST_FILES: usize = 500;

fn open(source: &Source, options: &Options) -> Result<Vec<Draft>> {
    let archive = Arc::new(source.clone());
    let parts: Vec<(String, Part)> = archive_guard::parts(source)?
        .into_iter()
        .map(|part| (name(&part.name), part))
        .filter(|(name, part)| part.size > 0 && !is_of_the_system(name))
        .collect();
    if parts.len() > MOST_FILES {
        return Err(Error::unreadable("too-many-files")
            .with("path", source.name())
            .with("limit", MOST_FILES));
    }
    let is_alone = parts.len() == 1;
    let (mut drafts, mut notes) = (Vec::new(), Vec::new());
    for (name, part) in parts {
        match part_of(&archive, &name, &part, options) {
            Ok(found) => drafts.extend(found.into_iter().map(|draft| named(draft, &name))),
            Err(error) if is_alone => return Err(error),
            Err(_) => notes.push(left_out(&name)),
        }
    }
    match drafts.first_mut() {
        Some(first) => first.notes.append(&mut notes),
        None => {
            let names: Vec<String> = notes.into_iter().take(20).map(|note| note.value).collect();
            return Err(Error::unreadable("no-cards-inside")
                .with("path", source.name())
                .with("files", names.join("; ")));
        }
    }
    Ok(drafts)
}

fn part_of(
    archive: &Arc<Source>,
    name: &str,
    part: &Part,
    options: &Options,
) -> Result<Vec<Draft>> {
    if leads_out(name) {
        return Err(Error::unreadable("unsafe-name").with("path", Path::new(name)));
    }
    let part = archive.part(name, part.size, part.packed);
    let options = Options { is_among_others: true, ..options.clone() };
    open_source(&part, &options, &|reader| reader.kind != READER.kind)
}

fn named(mut draft: Draft, name: &str) -> Draft {
    draft.layout.part = Some(name.to_owned());
    draft
}

/// A remark on a file that was left out, for the report of those that were not.
pub fn left_out(name: &str) -> Problem {
    Problem::warning(0, "file-left-out").in_column("", name)
}

/// The name of a part. Programs write it in the encoding of their country.
fn name(bytes: &[u8]) -> String {
    let text = encoding::detect_bytes(bytes).encoding.decode(bytes).0;
    text.replace('\\', "/")
}

/// Whether a path would end outside the folder into which it is unpacked.
fn leads_out(name: &str) -> bool {
    name.starts_with('/') || name.contains(':') || name.split('/').any(|part| part == "..")
}

/// What systems put beside the files of a person.
fn is_of_the_system(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/")
        || last.starts_with('.')
        || ["thumbs.db", "desktop.ini"].contains(&last.to_lowercase().as_str())
}
