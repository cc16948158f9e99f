//! One error for the whole program, and one `Result`.
//!
//! An error is data: a stable code, the arguments of its sentence and a class. The sentence is
//! the text `error-<code>`, in the language of the reader; it says what happened, what was kept
//! and what to do.

use std::{fmt, io, path::Path};

use crate::i18n::{self, Arg, Lang};

/// The result of anything that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    code: &'static str,
    class: Class,
    args: Vec<(&'static str, Arg)>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What kind of trouble it is; decides the exit status of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The question itself is wrong: an unknown field, a date that is none.
    Usage,
    /// A rule or a right says no.
    Refused,
    /// An input file cannot be read; nothing was written.
    Unreadable,
    /// The workspace is locked, damaged, full or newer than the program.
    Storage,
    /// Anything else.
    Other,
}

impl Class {
    /// The exit status of a command that ends in an error of this class.
    pub const fn exit_status(self) -> u8 {
        match self {
            Self::Usage => 2,
            Self::Refused => 3,
            Self::Unreadable => 4,
            Self::Storage => 5,
            Self::Other => 1,
        }
    }
}

impl Error {
    /// The question is wrong.
    pub fn usage(code: &'static str) -> Self {
        Self::new(code, Class::Usage)
    }

    /// A rule or a right says no.
    pub fn refused(code: &'static str) -> Self {
        Self::new(code, Class::Refused)
    }

    /// An input file cannot be read.
    pub fn unreadable(code: &'static str) -> Self {
        Self::new(code, Class::Unreadable)
    }

    /// The workspace cannot be used as it is.
    pub fn storage(code: &'static str) -> Self {
        Self::new(code, Class::Storage)
    }

    /// Anything else.
    pub fn other(code: &'static str) -> Self {
        Self::new(code, Class::Other)
    }

    /// A file of the workspace could not be used: says which one, and what was wanted of it.
    pub fn file(operation: &'static str, path: &Path, source: io::Error) -> Self {
        let code = match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk-full",
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "not-permitted",
            _ => "file",
        };
        Self::storage(code).with("operation", operation).with("path", path).because(source)
    }

    fn new(code: &'static str, class: Class) -> Self {
        Self(Box::new(Inner { code, class, args: Vec::new(), source: None }))
    }

    /// Fills a place of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<ErrorArg>) -> Self {
        self.0.args.push((name, value.into().0));
        self
    }

    /// Keeps what lies behind the error, for the log.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The stable name of the error, for scripts.
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// What kind of trouble it is.
    pub fn class(&self) -> Class {
        self.0.class
    }

    /// The place of a question it points at, in characters from 1.
    pub fn position(&self) -> Option<usize> {
        let found = self.0.args.iter().find(|(name, _)| *name == "position");
        match found {
            Some((_, Arg::Count(position))) => usize::try_from(*position).ok(),
            _ => None,
        }
    }

    /// The sentence, in the language of the reader.
    pub fn text(&self, lang: Lang) -> String {
        let mut args = self.0.args.clone();
        let reason = self.0.source.as_ref().map(ToString::to_string).unwrap_or_default();
        args.push(("reason", Arg::Text(reason)));
        for (_, arg) in &mut args {
            // An argument may itself be keys: a stage, a field, the conditions of a gate.
            if let Arg::Text(text) = arg
                && text.starts_with('@')
            {
                let words: Vec<String> = text.split("; ").map(|it| translated(lang, it)).collect();
                *arg = Arg::Text(words.join("; "));
            }
        }
        i18n::text_with(lang, &format!("error-{}", self.0.code), &args).into_owned()
    }
}

/// `@key rest` in the language of the reader; anything else as it is.
fn translated(lang: Lang, text: &str) -> String {
    let Some(named) = text.strip_prefix('@') else { return text.to_owned() };
    let (key, rest) = named.split_once(' ').unwrap_or((named, ""));
    let word = i18n::text(lang, key);
    if rest.is_empty() { word.into_owned() } else { format!("{word} {rest}") }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

/// What may fill a place of an error's sentence. A text that begins with `@` is the key of a text,
/// which words of no language may follow; several are divided by `; `.
#[derive(Debug)]
pub struct ErrorArg(Arg);

impl From<&str> for ErrorArg {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for ErrorArg {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<usize> for ErrorArg {
    fn from(count: usize) -> Self {
        Self(count.into())
    }
}

impl From<u64> for ErrorArg {
    fn from(count: u64) -> Self {
        Self(count.into())
    }
}

impl From<&Path> for ErrorArg {
    fn from(path: &Path) -> Self {
        Self(path.display().to_string().into())
    }
}
