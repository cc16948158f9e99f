//! Records of people as vCards 3.0, which phones and mail programs all read.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
};

use serde_json::{Map, Value as Json};

use crate::error::{Error, Result};

/// A line may have so many bytes, and goes on in the next one.
const LONGEST_LINE: usize = 75;

/// Writes people as vCards; `people` are their fields, as JSON. Gives the number of cards.
///
/// # Errors
/// When the file cannot be written, or a record cannot be had.
pub fn write_vcf(
    path: &Path,
    people: impl Iterator<Item = Result<Map<String, Json>>>,
) -> Result<usize> {
    let failed = |err: std::io::Error| Error::other("cannot-write").with("path", path).because(err);
    let mut file = File::create(path).map(BufWriter::new).map_err(failed)?;
    let mut count = 0;
    for person in people {
        file.write_all(card(&person?).as_bytes()).map_err(failed)?;
        count += 1;
    }
    file.flush().map_err(failed)?;
    Ok(count)
}

fn card(person: &Map<String, Json>) -> String {
    let text = |name: &str| person.get(name).and_then(Json::as_str).unwrap_or_default();
    let mut card = Card::begin();
    let parts = [text("family_name"), text("given_name"), "", text("honorific"), ""];
    let name = if text("family_name").is_empty() && text("given_name").is_empty() {
        [text("name"), "", "", text("honorific"), ""]
    } else {
        parts
    };
    card.parts("N", &name);
    let shown = [text("name"), text("company")].into_iter().find(|it| !it.is_empty());
    card.text("FN", shown.unwrap_or_default());
    card.text("NICKNAME", text("nickname"));
    card.parts("ORG", &[text("company"), text("department")]);
    card.text("TITLE", text("job_title"));
    for phone in items(person, "phones") {
        card.text(phone_property(phone), &phone_text(phone));
    }
    for mail in items(person, "emails") {
        card.text("EMAIL;TYPE=INTERNET", field(mail, "address"));
    }
    if let Some(address) = person.get("address") {
        let part = |name| field(address, name);
        let parts = [
            "",
            "",
            part("street"),
            part("city"),
            part("region"),
            part("postcode"),
            part("country"),
        ];
        card.parts("ADR;TYPE=WORK", &parts);
    }
    card.text("URL", text("website"));
    card.text("URL", text("linkedin"));
    for (property, name) in [("X-WECHAT", "wechat"), ("X-LINE", "line"), ("X-WHATSAPP", "whatsapp")]
    {
        card.text(property, text(name));
    }
    card.text("BDAY", text("birthday"));
    card.text("NOTE", text("notes"));
    let tags: Vec<String> = items(person, "tags").filter_map(Json::as_str).map(escaped).collect();
    card.line("CATEGORIES", &tags.join(","));
    card.text("UID", text("id"));
    card.end()
}

fn items<'a>(person: &'a Map<String, Json>, name: &str) -> impl Iterator<Item = &'a Json> {
    person.get(name).and_then(Json::as_array).into_iter().flatten()
}

fn field<'a>(part: &'a Json, name: &str) -> &'a str {
    part.get(name).and_then(Json::as_str).unwrap_or_default()
}

fn phone_property(phone: &Json) -> &'static str {
    match field(phone, "kind") {
        "mobile" => "TEL;TYPE=CELL",
        "fax" => "TEL;TYPE=WORK,FAX",
        _ => "TEL;TYPE=WORK,VOICE",
    }
}

fn phone_text(phone: &Json) -> String {
    let best = [field(phone, "e164"), field(phone, "raw")].into_iter().find(|it| !it.is_empty());
    let best = best.unwrap_or_default();
    match field(phone, "extension") {
        "" => best.to_owned(),
        // What is not in the form of the whole world has its extension already.
        _ if field(phone, "e164").is_empty() => best.to_owned(),
        extension => format!("{best} ext. {extension}"),
    }
}

/// A card that is being written.
struct Card(String);

impl Card {
    fn begin() -> Self {
        Self("BEGIN:VCARD\r\nVERSION:3.0\r\n".to_owned())
    }

    fn end(mut self) -> String {
        self.0.push_str("END:VCARD\r\n");
        self.0
    }

    fn text(&mut self, property: &str, text: &str) {
        self.line(property, &escaped(text));
    }

    /// A property of several parts; those at the end that are empty may be left out.
    fn parts(&mut self, property: &str, parts: &[&str]) {
        if parts.iter().any(|part| !part.is_empty()) {
            let filled = if property == "ORG" {
                parts.iter().rposition(|part| !part.is_empty()).map_or(0, |at| at + 1)
            } else {
                parts.len()
            };
            let parts: Vec<String> = parts.iter().take(filled).map(|part| escaped(part)).collect();
            self.line(property, &parts.join(";"));
        }
    }

    /// A line, folded where it is too long, never within a letter.
    fn line(&mut self, property: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let mut length = 0;
        for c in format!("{property}:{value}").chars() {
            if length + c.len_utf8() > LONGEST_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| *c != '\r') {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn people_become_cards() {
        let person = json!({
            "id": "7", "name": "王小明", "family_name": "王", "given_name": "小明",
            "company": "A, B; C", "phones": [
                {"raw": "0912-345-678", "e164": "+886912345678", "kind": "mobile"},
                {"raw": "02-2345-6789#12", "e164": "+886223456789", "extension": "12"},
            ],
            "emails": [{"address": "a@x.example"}], "notes": "a\nb",
        });
        let lines = [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "N:王;小明;;;",
            "FN:王小明",
            "ORG:A\\, B\\; C",
            "TEL;TYPE=CELL:+886912345678",
            "TEL;TYPE=WORK,VOICE:+886223456789 ext. 12",
            "EMAIL;TYPE=INTERNET:a@x.example",
            "NOTE:a\\nb",
            "UID:7",
            "END:VCARD",
            "",
        ];
        assert_eq!(card(person.as_object().unwrap()), lines.join("\r\n"));
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut card = Card::begin();
        card.text("NOTE", &"長".repeat(60));
        assert!(card.0.lines().all(|line| line.len() <= LONGEST_LINE), "{}", card.0);
        assert_eq!(card.0.replace("\r\n ", "").matches('長').count(), 60);
    }
}
