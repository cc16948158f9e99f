//! The cells of an ods that reach over several rows. The library that reads the rest does not tell of them.

use std::{
    collections::HashMap,
    io::{BufReader, Read, Seek},
};

use calamine::Dimensions;
use quick_xml::{
    events::{BytesStart, Event},
    name::QName,
};

/// Sheets have this many rows at most; a file may claim more.
const MOST_ROWS: u32 = 1 << 20;

/// The merges of each sheet, by its name. A file that cannot be taken apart here has none: whether it is damaged is
/// found out by who reads its cells.
pub fn of(workbook: impl Read + Seek) -> HashMap<String, Vec<Dimensions>> {
    let mut found = HashMap::new();
    let Ok(mut archive) = zip::ZipArchive::new(workbook) else { return found };
    let Ok(content) = archive.by_name("content.xml") else { return found };
    let mut sheet = Sheet::default();
    let mut xml = quick_xml::Reader::from_reader(BufReader::with_capacity(256 << 10, content));
    let mut buffer = Vec::new();
    while let Ok(event) = xml.read_event_into(&mut buffer) {
        match event {
            Event::Eof => break,
            Event::Start(tag) => sheet.take(&tag, false),
            Event::Empty(tag) => sheet.take(&tag, true),
            Event::End(tag) if tag.name() == ROW => sheet.end_row(),
            Event::End(tag) if tag.name() == TABLE => {
                let Sheet { name, merges, .. } = std::mem::take(&mut sheet);
                found.insert(name, merges);
            }
            _ => {}
        }
        buffer.clear();
    }
    found
}

const TABLE: QName<'_> = QName("table:table");
const ROW: QName<'_> = QName("table:table-row");

/// A sheet, as far as it has been read.
#[derive(Default)]
struct Sheet {
    name: String,
    row: u32,
    /// How often the row that is open stands there.
    repeated: u32,
    column: u32,
    merges: Vec<Dimensions>,
}

impl Sheet {
    fn take(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        match tag.name().as_ref() {
            "table:table" => self.name = attribute(tag, "table:name").unwrap_or_default(),
            "table:table-row" => {
                (self.repeated, self.column) = (number(tag, "table:number-rows-repeated"), 0);
                if is_empty {
                    self.end_row();
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let rows = number(tag, "table:number-rows-spanned");
                if rows > 1 {
                    let end = self.row.saturating_add(rows - 1).min(MOST_ROWS);
                    self.merges.push(Dimensions::new((self.row, self.column), (end, self.column)));
                }
                let cells = number(tag, "table:number-columns-repeated");
                self.column = self.column.saturating_add(cells);
            }
            _ => {}
        }
    }

    fn end_row(&mut self) {
        self.row = self.row.saturating_add(self.repeated);
    }
}

/// A number of an attribute, at least 1.
fn number(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    let text = &*found.value;
    Some(quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), |it| it.into_owned()))
}
