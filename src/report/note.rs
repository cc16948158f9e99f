//! What was left out of a sheet's numbers, and why.

use std::borrow::Cow;

use serde_json::{Map, Value as Json, json};

use super::Behind;
use crate::i18n::{self, Arg, Lang};

/// Records that a note lists in JSON; its count says how many there are.
const MOST_LISTED: usize = 100;

/// What was left out of a sheet's numbers, and why: the text `note-<code>`.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The stable name of the reason.
    pub code: &'static str,
    /// How many records it is about.
    pub count: u64,
    /// What else fills the places of the text.
    pub args: Vec<(&'static str, String)>,
    /// The records.
    pub left_out: Behind,
}

impl Note {
    /// A note about leads or records.
    pub(super) fn new(code: &'static str, left_out: Behind) -> Self {
        Self::counting(code, left_out.len() as u64, left_out)
    }

    /// A note that counts something else than records, such as lines of costs.
    pub(super) fn counting(code: &'static str, count: u64, left_out: Behind) -> Self {
        Self { code, count, args: Vec::new(), left_out }
    }

    /// Fills a place of the text.
    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.args.push((name, value.to_owned()));
        self
    }

    /// The sentence.
    pub fn text(&self, lang: Lang) -> Cow<'static, str> {
        let args = self.args.iter().map(|(name, value)| (*name, Arg::from(value.as_str())));
        let args: Vec<_> = args.chain([("count", Arg::Count(self.count))]).collect();
        i18n::text_with(lang, &format!("note-{}", self.code), &args)
    }

    /// `{"code", "count", …, "message", "records"}`: leads are counted only, other records listed.
    pub(super) fn to_json(&self, lang: Lang) -> Json {
        let mut out = Map::new();
        out.insert("code".to_owned(), json!(self.code));
        out.insert("count".to_owned(), json!(self.count));
        out.extend(self.args.iter().map(|(name, value)| ((*name).to_owned(), json!(value))));
        out.insert("message".to_owned(), json!(self.text(lang)));
        if let Behind::Records(records) = &self.left_out {
            let listed = records.iter().take(MOST_LISTED);
            out.insert("records".to_owned(), listed.map(|it| json!(it.to_string())).collect());
        }
        Json::Object(out)
    }
}
