//! Tables of web pages, as which many programs write what they call xls.
//!
//! The page is read by the tokeniser of the HTML standard, for what such programs write is hardly
//! ever well-formed. Nothing it refers to is looked at.

use html5gum::{HtmlString, IoReader, StartTag, Token, Tokenizer};

use crate::{
    domain::{Draft, Layout},
    error::{Error, Result},
};

use super::{
    Options, Reader, Sniff,
    decode::Decoded,
    encoding,
    grid::{self, Grid, Spans},
    sheets::SheetName,
    source::Source,
};

/// Reads the tables of web pages.
pub const READER: Reader = Reader { kind: "html", detect: Sniff::is_page, open };

/// A page larger than this is refused.
const LARGEST: u64 = 64 << 20;

/// Tables within tables deeper than this are no tables any more.
const DEEPEST: usize = 32;

/// A table within a cell that has more rows than this is no list.
const LONGEST_LIST: usize = 20;

/// More text than this in a cell is not kept.
const LONGEST_CELL: usize = 256 << 10;

fn open(source: &Source, options: &Options) -> Result<Vec<Draft>> {
    source.at_most(LARGEST)?;
    let spelling = encoding::of_markup(source, options)?;
    let page = Decoded::new(source.open()?, spelling);
    let mut tables = Tables::default();
    for token in Tokenizer::new(IoReader::new(page)) {
        tables.take(token.map_err(|error| source.failed(error))?);
        if tables.is_full {
            return Err(grid::too_much(source));
        }
    }
    let mut grids = tables.finish();
    grids.retain(|grid| !grid.is_empty());
    if grids.is_empty() {
        return Err(Error::unreadable("no-table").with("path", source.name()));
    }
    let layout = Layout { kind: READER.kind, encoding: Some(spelling.name()), ..Layout::default() };
    grid::drafts(source, grids, &layout, options)
}

/// The tables of a page, as far as it has been read.
#[derive(Default)]
struct Tables {
    done: Vec<Grid>,
    /// The tables that are open, the innermost last.
    open: Vec<Table>,
    /// The tag whose content is no text.
    passed_over: Option<Vec<u8>>,
    is_full: bool,
}

struct Table {
    grid: Grid,
    spans: Spans,
    has_row: bool,
    cell: Option<Cell>,
    /// Its texts, as long as it has one column: within the cell of a row they are a list.
    list: Option<Vec<String>>,
}

struct Cell {
    column: usize,
    text: String,
    reach: (usize, u32),
}

impl Tables {
    fn take(&mut self, token: Token) {
        match token {
            Token::StartTag(tag) => self.start(&tag),
            Token::EndTag(tag) => self.end(&tag.name),
            Token::String(text) if self.passed_over.is_none() => {
                if let Some(cell) = self.cell() {
                    cell.add(&String::from_utf8_lossy(&text));
                }
            }
            _ => {}
        }
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.open.last_mut()?.cell.as_mut()
    }

    fn start(&mut self, tag: &StartTag<()>) {
        match tag.name.as_slice() {
            b"script" | b"style" | b"title" | b"select" => {
                self.passed_over = Some(tag.name.to_vec());
            }
            b"table" if self.open.len() < DEEPEST => self.open.push(Table::new()),
            b"tr" => {
                self.end_row();
                if let Some(table) = self.open.last_mut() {
                    table.has_row = true;
                }
            }
            b"td" | b"th" => self.start_cell(tag),
            b"br" | b"p" | b"div" | b"li" => {
                if let Some(cell) = self.cell() {
                    cell.break_line();
                }
            }
            _ => {}
        }
    }

    fn start_cell(&mut self, tag: &StartTag<()>) {
        let Some(table) = self.open.last_mut() else { return };
        table.end_cell();
        table.has_row = true;
        let reach = |name: &[u8]| {
            let value = tag.attributes.get(name).map(|value| String::from_utf8_lossy(value));
            // Some programs write the number without quotes, and what follows it.
            let digits = value.map(|value| {
                value.trim().chars().take_while(char::is_ascii_digit).collect::<String>()
            });
            digits.and_then(|digits| digits.parse::<u32>().ok()).unwrap_or(1).saturating_sub(1)
        };
        table.cell = Some(Cell {
            column: table.spans.next_column(),
            text: String::new(),
            reach: (reach(b"colspan") as usize, reach(b"rowspan")),
        });
    }

    fn end(&mut self, name: &HtmlString) {
        if self.passed_over.as_deref() == Some(name.as_slice()) {
            self.passed_over = None;
        }
        match name.as_slice() {
            b"td" | b"th" => {
                if let Some(table) = self.open.last_mut() {
                    table.end_cell();
                }
            }
            b"tr" => self.end_row(),
            b"table" => self.end_table(),
            _ => {}
        }
    }

    fn end_row(&mut self) {
        if let Some(table) = self.open.last_mut() {
            self.is_full |= !table.end_row();
        }
    }

    fn end_table(&mut self) {
        self.end_row();
        let Some(table) = self.open.pop() else { return };
        match (table.list, self.open.last_mut().filter(|outer| outer.is_under_way())) {
            (Some(list), Some(outer)) => {
                if let Some(cell) = &mut outer.cell {
                    list.iter().for_each(|text| cell.add_line(text));
                }
            }
            _ => self.done.push(table.grid),
        }
    }

    /// The tables that have rows; they are numbered if there are several.
    fn finish(mut self) -> Vec<Grid> {
        while !self.open.is_empty() {
            self.end_table();
        }
        self.done.retain(|grid| !grid.is_empty());
        if self.done.len() > 1 {
            for (number, grid) in self.done.iter_mut().enumerate() {
                grid.name_mut().name = (number + 1).to_string();
            }
        }
        self.done
    }
}

impl Table {
    fn new() -> Self {
        let name = SheetName { name: String::new(), is_hidden: false };
        let list = Some(Vec::new());
        Self { grid: Grid::new(name), spans: Spans::new(), has_row: false, cell: None, list }
    }

    /// Whether it has more than the cell that is open, as tables that only place others have not.
    fn is_under_way(&self) -> bool {
        !self.grid.is_empty() || self.cell.as_ref().is_some_and(|cell| cell.column > 0)
    }

    fn end_cell(&mut self) {
        if let Some(cell) = self.cell.take() {
            let is_list = cell.column == 0 && cell.reach.0 == 0;
            match &mut self.list {
                Some(list) if is_list && list.len() < LONGEST_LIST => list.push(cell.text.clone()),
                _ => self.list = None,
            }
            self.spans.put(cell.column, cell.text, cell.reach);
        }
    }

    /// False if the table is full.
    fn end_row(&mut self) -> bool {
        self.end_cell();
        if !std::mem::take(&mut self.has_row) {
            return true;
        }
        let row = self.spans.finish();
        self.grid.push(&row)
    }
}

impl Cell {
    /// Adds text as a page shows it: line ends and several blanks are one blank.
    fn add(&mut self, text: &str) {
        if self.text.len() > LONGEST_CELL {
            return;
        }
        for c in text.chars() {
            if !matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}') {
                self.text.push(c);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    fn add_line(&mut self, text: &str) {
        self.break_line();
        self.add(text);
    }

    fn break_line(&mut self) {
        let end = self.text.trim_end_matches(' ').len();
        self.text.truncate(end);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}
