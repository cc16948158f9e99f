//! What stands around a phone number: a label before it, an extension behind it.

/// What stands before the number.
#[derive(Clone, Copy)]
pub(super) enum Label {
    /// It is a fax.
    Fax,
    /// It is a mobile.
    Mobile,
    /// Nothing that tells.
    Other,
}

impl Label {
    /// Reads a folded text.
    pub fn of(text: &str) -> Self {
        let end = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
        let label = text.get(..end).unwrap_or_default();
        if !label.contains(char::is_alphabetic) {
            return Self::Other;
        }
        let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
        if has(&["fax", "传真", "f:", "f."]) {
            Self::Fax
        } else if has(&["mob", "cell", "手机", "行动", "移动", "携带", "m:", "m."]) {
            Self::Mobile
        } else {
            Self::Other
        }
    }
}

/// Words before an extension, folded, longer ones before those they begin with.
#[rustfmt::skip]
const EXTENSION_WORDS: &[&str] = &[
    "分机号码", "分机号", "分机", "转接", "转", "内线", ";ext=", "extension", "extn", "ext", "x",
    "#", "*", ",",
];

/// Parts a folded text into the number and the digits of its extension.
pub(super) fn split_extension(text: &str) -> (&str, Option<&str>) {
    let mut digits = 0;
    for (at, c) in text.char_indices() {
        digits += usize::from(c.is_ascii_digit());
        // What numbers themselves are written with begins no word.
        if digits < 6 || matches!(c, '0'..='9' | ' ' | '-' | '.' | '(' | ')' | '+') {
            continue;
        }
        let (number, rest) = text.split_at(at);
        if let Some(extension) = extension_at(rest) {
            return (number, Some(extension));
        }
    }
    (text, None)
}

fn extension_at(rest: &str) -> Option<&str> {
    let word = EXTENSION_WORDS.iter().find(|word| rest.starts_with(**word))?;
    let after = rest.get(word.len()..)?.trim_start_matches([' ', '.', ':', '=', '-', '#', '(']);
    let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    let extension = after.get(..end)?;
    // More digits are another number.
    (1..=6).contains(&extension.len()).then_some(extension)
}
