//! What a filter says, before anyone asks what its names mean.
//!
//! ```text
//! filter  = all ("or" all)*
//! all     = term ("and"? term)*
//! term    = "-"* ( "(" filter ")" | field operator value ("," value)* | word )
//! ```

use std::ops::Range;

/// Where something stands in the text of a filter, in bytes.
pub(super) type Span = Range<usize>;

/// A filter, or a part of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Term {
    /// All of them hold; true if there is none.
    All(Vec<Self>),
    /// At least one of them holds.
    Any(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// A word without a field.
    Word(Piece),
    /// A field, an operator and values of which one is enough.
    Compare(Comparison),
}

/// A field, an operator and values of which one is enough.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Comparison {
    /// The name of the field, as written.
    pub field: Piece,
    /// What is asked of the field.
    pub operator: Operator,
    /// The values, as written; never none.
    pub values: Vec<Piece>,
}

/// A word, name or value as it was written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// What it says, quotes and escapes taken away.
    pub text: String,
    /// Whether it stood in quotes: then it means itself and never something special.
    pub is_quoted: bool,
    /// Where it stands.
    pub span: Span,
}

impl Piece {
    /// Whether it is this special word: not in quotes, in any case.
    pub fn is(&self, word: &str) -> bool {
        !self.is_quoted && self.text.eq_ignore_ascii_case(word)
    }
}

/// What is asked of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    /// `:`, contains, or is exactly.
    Has,
    /// `=`, is exactly.
    Is,
    /// `~`, is it or stands under it.
    Under,
    /// `>`.
    Above,
    /// `>=`.
    AtLeast,
    /// `<`.
    Below,
    /// `<=`.
    AtMost,
}

impl Operator {
    /// Every operator, the longer sign before the one it begins with.
    pub const ALL: &[Self] =
        &[Self::Has, Self::AtLeast, Self::AtMost, Self::Above, Self::Below, Self::Is, Self::Under];

    /// How it is written.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Has => ":",
            Self::Is => "=",
            Self::Under => "~",
            Self::Above => ">",
            Self::AtLeast => ">=",
            Self::Below => "<",
            Self::AtMost => "<=",
        }
    }

    /// Whether it asks for the value itself, not for an order or a subtree.
    pub const fn is_plain(self) -> bool {
        matches!(self, Self::Has | Self::Is)
    }
}
