//! A card as a row of cells whose columns bear the names of fields: what readers of cards yield.

use super::tidy::bare;

/// The fields of a card, how many columns each has, and what parts values that share the last.
const COLUMNS: &[(&str, usize, &str)] = &[
    ("name", 1, " "),
    ("family_name", 1, " "),
    ("given_name", 1, " "),
    ("honorific", 1, " "),
    ("nickname", 1, " "),
    ("company", 2, " / "),
    ("department", 1, " / "),
    ("job_title", 1, " / "),
    ("mobile", 3, "\n"),
    ("phone", 3, "\n"),
    ("fax", 2, "\n"),
    ("email", 3, "\n"),
    ("website", 2, "\n"),
    ("linkedin", 1, "\n"),
    ("wechat", 1, "\n"),
    ("line", 1, "\n"),
    ("whatsapp", 1, "\n"),
    ("qq", 1, "\n"),
    ("skype", 1, "\n"),
    ("facebook", 1, "\n"),
    ("address", 1, "\n"),
    ("street", 1, " "),
    ("city", 1, " "),
    ("region", 1, " "),
    ("postcode", 1, " "),
    ("country", 1, " "),
    ("birthday", 1, " "),
    ("gender", 1, " "),
    ("tags", 1, ";"),
    ("notes", 1, "\n"),
    ("external_id", 1, " "),
];

/// The labels of the columns: `mobile`, `mobile 2`, `mobile 3`…
pub fn headers() -> Vec<String> {
    let numbered = |name: &str, number: usize| match number {
        1 => name.to_owned(),
        _ => format!("{name} {number}"),
    };
    COLUMNS
        .iter()
        .flat_map(|(name, count, _)| (1..=*count).map(move |n| numbered(name, n)))
        .collect()
}

/// The fields of one card, while it is read.
#[derive(Default)]
pub struct CardRow(Vec<(&'static str, String)>);

impl CardRow {
    /// Adds what the card says of a field.
    pub fn add(&mut self, field: &'static str, text: &str) {
        let text = bare(text);
        // A card made to do harm may have a million numbers.
        if self.0.len() > 500 {
            return;
        }
        let is_new = |(name, known): &(&str, String)| *name != field || known != text;
        if !text.is_empty() && self.0.iter().all(is_new) {
            self.0.push((field, text.to_owned()));
        }
    }

    /// The first thing it says of a field.
    pub fn first(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }

    /// Makes a name of its parts where the card has none.
    pub fn complete_name(&mut self) {
        if self.first("name").is_none() {
            let family = self.first("family_name").unwrap_or_default();
            let given = self.first("given_name").unwrap_or_default();
            let is_latin = family.is_ascii() && given.is_ascii();
            let name =
                if is_latin { format!("{given} {family}") } else { format!("{family}{given}") };
            self.add("name", &name);
        }
    }

    /// The cells, one for each label.
    pub fn cells(&self) -> Vec<String> {
        let mut cells = Vec::new();
        for (field, count, border) in COLUMNS {
            let mut texts: Vec<&str> = self
                .0
                .iter()
                .filter(|(name, _)| name == field)
                .map(|(_, text)| text.as_str())
                .collect();
            // There are as many columns as most cards need; the last one takes the others.
            let others = if texts.len() > *count { texts.split_off(count - 1) } else { Vec::new() };
            let last = (!others.is_empty()).then(|| others.join(border));
            cells.extend(texts.iter().map(|text| (*text).to_owned()).chain(last));
            cells.resize(
                cells.len() + count - texts.len() - usize::from(!others.is_empty()),
                String::new(),
            );
        }
        cells
    }
}
