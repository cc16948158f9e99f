//! Workbooks as one XML file, which Excel 2003 introduced and many programs still call xls.
//!
//! Entities that the file declares itself are not resolved, and a declaration of a document type
//! is refused: neither has a place in a workbook.

use std::{collections::HashMap, io::BufReader};

use calamine::DataRef;
use quick_xml::{
    XmlVersion,
    events::{BytesStart, Event},
};

use crate::{
    domain::{Draft, Layout},
    error::{Error, Result},
};

use super::{
    Options, Reader, Sniff,
    decode::Decoded,
    encoding,
    grid::{self, Flaw, Grid, Spans},
    sheets::SheetName,
    source::Source,
    xlsx_cell::{DigitFormat, text},
};

/// Reads workbooks written as one XML file.
pub const READER: Reader = Reader { kind: "spreadsheetml", detect: Sniff::is_spreadsheetml, open };

/// A file larger than this is refused.
const LARGEST: u64 = 64 << 20;

fn open(source: &Source, options: &Options) -> Result<Vec<Draft>> {
    source.at_most(LARGEST)?;
    let spelling = encoding::of_markup(source, options)?;
    let lines = BufReader::new(Decoded::new(source.open()?, spelling));
    let mut xml = quick_xml::Reader::from_reader(lines);
    xml.config_mut().expand_empty_elements = true;
    let mut workbook = Workbook::default();
    let mut buffer = Vec::new();
    loop {
        let event = xml.read_event_into(&mut buffer);
        let event = event.map_err(|error| damaged(source, error.to_string()))?;
        if matches!(event, Event::Eof) {
            break;
        }
        workbook.take(&event).map_err(|reason| damaged(source, reason))?;
        if workbook.is_full {
            return Err(grid::too_much(source));
        }
        buffer.clear();
    }
    if workbook.depth > 0 {
        return Err(damaged(source, "it ends in the middle".to_owned()));
    }
    let layout = Layout { kind: READER.kind, encoding: Some(spelling.name()), ..Layout::default() };
    grid::drafts(source, workbook.sheets, &layout, options)
}

fn damaged(source: &Source, reason: String) -> Error {
    Error::unreadable("damaged-file").with("path", source.name()).because(reason)
}

/// A workbook, as far as it has been read.
#[derive(Default)]
struct Workbook {
    sheets: Vec<Grid>,
    formats: HashMap<String, DigitFormat>,
    /// The style that is being described.
    style: String,
    spans: Option<Spans>,
    cell: Cell,
    /// What the text that comes next is; none if it is nothing that matters.
    text: Option<What>,
    written: String,
    depth: usize,
    is_full: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Data,
    Visible,
}

#[derive(Default)]
struct Cell {
    column: usize,
    reach: (usize, u32),
    style: String,
    kind: String,
    is_formula: bool,
    value: Option<String>,
    /// Within a comment, whose text stands in elements of the same name.
    is_comment: bool,
}

impl Workbook {
    fn take(&mut self, event: &Event<'_>) -> Result<(), String> {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.start(tag)?;
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.end(tag.local_name().as_ref());
            }
            Event::Text(text) => self.write(&text.xml10_content()),
            Event::CData(text) => self.write(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let named =
                    || quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned);
                let letter = name.resolve_char_ref().map_err(|error| error.to_string())?;
                let letter = letter.map(String::from).or_else(named);
                self.write(&letter.ok_or_else(|| "it declares entities".to_owned())?);
            }
            Event::DocType(_) => return Err("it declares a document type".to_owned()),
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), String> {
        let value = |name: &str| attribute(tag, name);
        let number = |name| Ok::<_, String>(value(name)?.and_then(|text| text.parse::<u32>().ok()));
        match tag.local_name().as_ref() {
            "Style" => self.style = value("ID")?.unwrap_or_default(),
            "NumberFormat" => {
                let format = value("Format")?.as_deref().and_then(DigitFormat::parse);
                self.formats.extend(format.map(|format| (self.style.clone(), format)));
            }
            "Worksheet" => {
                let name = value("Name")?.unwrap_or_default();
                self.sheets.push(Grid::new(SheetName { name, is_hidden: false }));
            }
            "Table" => self.spans = Some(Spans::new()),
            "Row" => {
                if let (Some(spans), Some(row)) = (&mut self.spans, number("Index")?) {
                    spans.go_to(row);
                }
            }
            "Cell" => {
                let next = self.spans.as_ref().map_or(0, Spans::next_column);
                let named = number("Index")?.map(|column| column.saturating_sub(1) as usize);
                self.cell = Cell {
                    column: named.unwrap_or(next),
                    reach: (
                        number("MergeAcross")?.unwrap_or(0) as usize,
                        number("MergeDown")?.unwrap_or(0),
                    ),
                    style: value("StyleID")?.unwrap_or_default(),
                    is_formula: value("Formula")?.is_some(),
                    ..Cell::default()
                };
            }
            "Comment" => self.cell.is_comment = true,
            "Data" if !self.cell.is_comment => {
                self.cell.kind = value("Type")?.unwrap_or_default();
                self.expect(What::Data);
            }
            "Visible" => self.expect(What::Visible),
            _ => {}
        }
        Ok(())
    }

    fn expect(&mut self, what: What) {
        self.text = Some(what);
        self.written.clear();
    }

    fn write(&mut self, text: &str) {
        if self.text.is_some() {
            self.written.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "Data" if self.text == Some(What::Data) => {
                self.text = None;
                self.cell.value = Some(std::mem::take(&mut self.written));
            }
            "Visible" => {
                self.text = None;
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.name_mut().is_hidden = self.written.trim() != "SheetVisible";
                }
            }
            "Comment" => self.cell.is_comment = false,
            "Cell" => self.end_cell(),
            "Row" => {
                if let (Some(spans), Some(sheet)) = (&mut self.spans, self.sheets.last_mut()) {
                    self.is_full |= !sheet.push(&spans.finish());
                }
            }
            "Table" => self.spans = None,
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        let Some(spans) = &mut self.spans else { return };
        let column = u32::try_from(cell.column).unwrap_or(u32::MAX);
        if cell.kind == "Error" {
            spans.row.flaws.push((column, Flaw::FormulaError));
        }
        let written = cell.value.unwrap_or_default();
        if cell.is_formula && written.is_empty() {
            spans.row.flaws.push((column, Flaw::FormulaEmpty));
        }
        let text = of_kind(&cell.kind, written, self.formats.get(&cell.style));
        spans.put(cell.column, text, cell.reach);
    }
}

/// What a cell shows.
fn of_kind(kind: &str, written: String, format: Option<&DigitFormat>) -> String {
    match kind {
        "Number" => match written.trim().parse::<f64>() {
            Ok(number) => text(&DataRef::Float(number), format).0,
            Err(_) => written,
        },
        "Boolean" => if written.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        "DateTime" => {
            let moment = written.trim();
            let moment = moment.split_once('.').map_or(moment, |(whole, _)| whole);
            moment.strip_suffix("T00:00:00").unwrap_or(moment).to_owned()
        }
        "Error" => String::new(),
        _ => written,
    }
}

/// The attribute of this name, whatever its prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, String> {
    for found in tag.attributes() {
        let found = found.map_err(|error| error.to_string())?;
        if found.key.local_name().as_ref() == name {
            let value = found.normalized_value(XmlVersion::Implicit1_0);
            return value.map(|value| Some(value.into_owned())).map_err(|error| error.to_string());
        }
    }
    Ok(None)
}
