//! What someone should know of a question that was answered all the same.

use crate::i18n::{self, Arg, Lang};

/// A name in a filter that nothing is called: it matches nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where it stands in the filter, in bytes.
    pub at: usize,
    /// The field it was asked for.
    pub field: String,
    /// The name, as written.
    pub name: String,
    /// Names that are known and like it, or all of them if they are few.
    pub known: Vec<String>,
}

impl Note {
    /// The note as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        let args: [(&str, Arg); 3] = [
            ("field", self.field.as_str().into()),
            ("name", self.name.as_str().into()),
            ("known", self.known.join(", ").into()),
        ];
        if self.known.is_empty() {
            i18n::text_with(lang, "query-unknown-name", &args).into_owned()
        } else {
            i18n::text_with(lang, "query-unknown-name-but", &args).into_owned()
        }
    }
}
