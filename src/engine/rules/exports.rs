//! Records leave the workspace in files: nothing changes by it, and it stands in the history.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Header, Kind},
    engine::{Edit, NoteExport},
    error::{Error, Result},
    i18n::{self, Lang},
};

/// What the history says of an export beside who, when and how many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportNote {
    /// Of which kind the records were.
    pub kind: Kind,
    /// In which format they were written, by its ending.
    pub format: String,
    /// The filter that they were found by; empty for all of them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub filter: String,
    /// Whether they were picked one by one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub picked: bool,
}

/// Notes that records were written into a file.
///
/// # Errors
/// None but those of the disk.
pub fn note(edit: &mut Edit<'_>, command: &NoteExport) -> Result<()> {
    let note = ExportNote {
        kind: command.kind,
        format: command.format.clone(),
        filter: command.filter.trim().to_owned(),
        picked: command.picked,
    };
    let encoded = serde_json::to_string(&note);
    edit.note = encoded.map_err(|err| Error::other("cannot-encode").because(err))?;
    edit.noted = Some(command.records);
    Ok(())
}

impl ExportNote {
    /// What a command says of an export; none if it was none.
    pub fn of(header: &Header) -> Option<Self> {
        serde_json::from_str(&header.note).ok().filter(|_| header.command == "note_export")
    }

    /// The same for a person: what, in which format, and which of them.
    pub fn words(&self, lang: Lang) -> String {
        let things = i18n::text(lang, &format!("kind-{}-plural", self.kind.name())).into_owned();
        let format = i18n::known(lang, &format!("export-{}", self.format));
        let format = format.map_or_else(|| self.format.clone(), |known| known.into_owned());
        let which = match (self.picked, self.filter.as_str()) {
            (true, _) => i18n::text(lang, "exported-picked"),
            (false, "") => i18n::text(lang, "exported-all"),
            (false, filter) => {
                i18n::text_with(lang, "exported-filter", &[("filter", filter.into())])
            }
        };
        [things, format, which.into_owned()].join(" · ")
    }
}
