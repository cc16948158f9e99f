//! MECARD and BIZCARD: cards in one line, as QR codes hold them.

use super::card_row::CardRow;

/// Whether a text is such a card.
pub fn is_card(text: &str) -> bool {
    MARKS.iter().any(|mark| begins(text, mark))
}

const MARKS: [&str; 2] = ["MECARD:", "BIZCARD:"];

/// The cells of a card; none if the text is no card.
pub fn cells(text: &str) -> Option<Vec<String>> {
    let [mecard, bizcard] = MARKS;
    let (body, read): (_, fn(&str, &Value<'_>, &mut CardRow)) = match text {
        text if begins(text, mecard) => (text.get(mecard.len()..)?, of_mecard),
        text if begins(text, bizcard) => (text.get(bizcard.len()..)?, of_bizcard),
        _ => return None,
    };
    let mut row = CardRow::default();
    for field in parted(body, ';') {
        if let Some((key, value)) = field.split_once(':') {
            read(key.trim().to_ascii_uppercase().as_str(), &Value(value), &mut row);
        }
    }
    row.complete_name();
    Some(row.cells())
}

fn begins(text: &str, mark: &str) -> bool {
    text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
}

/// A value as it is written, with its backslashes.
struct Value<'a>(&'a str);

impl Value<'_> {
    fn text(&self) -> String {
        plain(self.0)
    }
}

fn of_mecard(key: &str, value: &Value<'_>, row: &mut CardRow) {
    let field = match key {
        "N" => return name(value, row),
        "ORG" | "CO" | "COMPANY" => "company",
        "DIV" | "DEPT" => "department",
        "TIL" | "TITLE" => "job_title",
        "TEL" | "TEL-AV" => "phone",
        "CELL" | "MOBILE" => "mobile",
        "FAX" => "fax",
        "EMAIL" => "email",
        "URL" => "website",
        "ADR" => "address",
        "BDAY" => "birthday",
        "NICKNAME" => "nickname",
        "NOTE" | "MEMO" => "notes",
        _ => return,
    };
    // What is parted by commas within an address reads better with blanks.
    let text = if field == "address" { words(value) } else { value.text() };
    row.add(field, &text);
}

/// `family,given`, or the whole name.
fn name(value: &Value<'_>, row: &mut CardRow) {
    match parted(value.0, ',').as_slice() {
        [family, given, ..] => {
            row.add("family_name", &plain(family));
            row.add("given_name", &plain(given));
        }
        _ => row.add("name", &value.text()),
    }
}

fn words(value: &Value<'_>) -> String {
    let parts = parted(value.0, ',').into_iter().map(plain);
    parts.filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" ")
}

fn of_bizcard(key: &str, value: &Value<'_>, row: &mut CardRow) {
    let field = match key {
        "N" => "given_name",
        "X" => "family_name",
        "T" => "job_title",
        "C" => "company",
        "A" => "address",
        "B" | "M" => "phone",
        "F" => "fax",
        "E" => "email",
        "U" => "website",
        _ => return,
    };
    row.add(field, &value.text());
}

/// The parts of a text between borders that no backslash guards.
fn parted(text: &str, border: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut is_guarded) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if is_guarded => is_guarded = false,
            '\\' => is_guarded = true,
            c if c == border => {
                parts.extend(text.get(start..at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(text.get(start..));
    parts
}

/// The text without the backslashes that guard its letters.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        match c {
            '\\' => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                guarded => out.extend(guarded),
            },
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{super::card_row::headers, *};

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let cells = cells(text).unwrap();
        let labels = headers();
        let filled: Vec<(&str, &str)> = labels
            .iter()
            .map(String::as_str)
            .zip(cells.iter().map(String::as_str))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        assert_eq!(filled, expected, "{text}");
    }

    #[test]
    fn cards_of_one_line_are_read() {
        check(
            "MECARD:N:王,小明;SOUND:x,y;TIL:經理;TEL:+886912345678;TEL:02-1;URL:https\\://a.example;NOTE:a\\;b\\:c;;",
            &[
                ("name", "王小明"),
                ("family_name", "王"),
                ("given_name", "小明"),
                ("job_title", "經理"),
                ("phone", "+886912345678"),
                ("phone 2", "02-1"),
                ("website", "https://a.example"),
                ("notes", "a;b:c"),
            ],
        );
        check(
            "mecard:n:Owen\\, Sean;adr:1 Road,,Town;",
            &[("name", "Owen, Sean"), ("address", "1 Road Town")],
        );
        check(
            "BIZCARD:N:Sean;X:Owen;T:Software Engineer;C:Google;B:+12125551212;E:s@g.example;;",
            &[
                ("name", "Sean Owen"),
                ("family_name", "Owen"),
                ("given_name", "Sean"),
                ("company", "Google"),
                ("job_title", "Software Engineer"),
                ("phone", "+12125551212"),
                ("email", "s@g.example"),
            ],
        );
        check("MECARD:", &[]);
        assert_eq!(super::cells("N:王"), None);
    }
}
