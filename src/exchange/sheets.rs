//! Which sheets of a workbook are read: those a person names, else those that can be seen and hold cards.
//! Sheets with the same labels, such as one for each day of a fair, are read as one.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Draft, FoundSheet, Line, Problem, SheetLook},
    error::{Error, Result},
};

use super::{
    Mapping, Options, guess,
    header::{self, Head, Row},
    labels::normalise,
    source::Source,
};

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetName {
    /// Its name.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
}

/// What is seen of a sheet before it is read.
pub struct FirstRows {
    /// The sheet.
    pub sheet: SheetName,
    /// The rows among which the header is, or as far down as a person says that it is.
    pub rows: Vec<Row>,
    /// Whether a formula gives an error where nothing else is to be seen.
    pub has_errors: bool,
}

/// The sheets that are read, each with its labels, and all among which a person can choose.
pub struct Chosen {
    /// Those that are read.
    pub heads: Vec<(String, Head)>,
    /// All of them.
    pub found: Vec<FoundSheet>,
}

/// Chooses the sheets that are read. `count` counts the rows of a sheet from this one on; it is asked where
/// there are several, and somebody wants to know.
///
/// # Errors
///
/// `unknown-sheet` if a person names one that is not there; `empty-file` if none is left, or `errors-only`.
pub fn chosen(
    source: &Source,
    firsts: Vec<FirstRows>,
    options: &Options,
    mut count: impl FnMut(&str, u32) -> Option<u64>,
) -> Result<Chosen> {
    let named = named(source, &firsts, options)?;
    let is_counted = options.counts_sheets && firsts.len() > 1;
    let mut chosen = Chosen { heads: Vec::new(), found: Vec::new() };
    let mut heads = Vec::new();
    let has_errors = firsts.iter().any(|first| first.has_errors);
    for FirstRows { sheet, rows, .. } in firsts {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let mut head = header::find(&rows, options.header_row);
        head.headers.resize(width.max(head.headers.len()), String::new());
        let look = look(&rows, &head);
        let rows = match look {
            SheetLook::Empty => Some(0),
            _ if is_counted => count(&sheet.name, head.data_from),
            _ => None,
        };
        let SheetName { name, is_hidden } = sheet;
        let is_read = match &named {
            Some(named) => named.contains(&name),
            None => !is_hidden,
        };
        let is_read = is_read && look != SheetLook::Empty;
        chosen.found.push(FoundSheet { name, is_hidden, look, rows, is_read });
        heads.push(head);
    }
    // Beside sheets of cards, one of something else explains them or lists what may stand in a column.
    let is_of_cards = |sheet: &FoundSheet| sheet.is_read && sheet.look == SheetLook::Cards;
    if named.is_none() && chosen.found.iter().any(is_of_cards) {
        chosen.found.iter_mut().for_each(|sheet| sheet.is_read = is_of_cards(sheet));
    }
    let read = chosen.found.iter().zip(heads).filter(|(sheet, _)| sheet.is_read);
    chosen.heads = read.map(|(sheet, head)| (sheet.name.clone(), head)).collect();
    if chosen.heads.is_empty() {
        let code = if has_errors { "errors-only" } else { "empty-file" };
        return Err(Error::unreadable(code).with("path", source.name()));
    }
    Ok(chosen)
}

/// The sheets a person names, if any.
fn named(source: &Source, firsts: &[FirstRows], options: &Options) -> Result<Option<Vec<String>>> {
    let fold = |name: &str| name.trim().to_lowercase();
    let mut named = Vec::new();
    for wanted in &options.sheets {
        let found = firsts.iter().find(|it| fold(&it.sheet.name) == fold(wanted));
        match found {
            Some(it) => named.push(it.sheet.name.clone()),
            // It may be a sheet of another of these files.
            None if options.is_among_others => {}
            None => {
                let names: Vec<&str> = firsts.iter().map(|it| it.sheet.name.as_str()).collect();
                return Err(Error::usage("unknown-sheet")
                    .with("path", source.name())
                    .with("sheet", wanted.as_str())
                    .with("sheets", names.join(", ")));
            }
        }
    }
    Ok(Some(named).filter(|named| !named.is_empty()))
}

/// What a sheet looks like.
fn look(rows: &[Row], head: &Head) -> SheetLook {
    if rows.is_empty() {
        return SheetLook::Empty;
    }
    let known = header::hits(&Row { number: 0, cells: head.headers.clone() });
    let below = rows.iter().filter(|row| row.number >= head.data_from);
    let lines: Vec<Line> =
        below.map(|row| Line { cells: row.cells.clone(), ..Line::default() }).collect();
    if known > 1 || holds_people(&guess(&head.headers, &lines)) {
        return SheetLook::Cards;
    }
    let is_wide =
        rows.iter().filter(|row| row.cells.iter().filter(|it| !it.is_empty()).count() > 1);
    if is_wide.count() * 2 > rows.len() { SheetLook::Table } else { SheetLook::Words }
}

/// Whether the columns hold people: phones or mails beside something else that is known.
fn holds_people(mapping: &Mapping) -> bool {
    let known = || mapping.columns.iter().filter_map(|column| column.target);
    known().any(|target| ["mobile", "phone", "email"].contains(&target.name)) && known().count() > 1
}

/// Joins the drafts of sheets that have the same labels, and says which sheets were left out.
pub fn joined(drafts: Vec<Draft>, found: &[FoundSheet], options: &Options) -> Vec<Draft> {
    let mut alike: Vec<(Vec<String>, Vec<Draft>)> = Vec::new();
    for draft in drafts {
        let labels: Vec<String> = draft.headers.iter().map(|label| normalise(label)).collect();
        let is_labelled = labels.iter().any(|label| !label.is_empty());
        match alike.iter_mut().find(|(known, _)| is_labelled && *known == labels) {
            Some((_, same)) => same.push(draft),
            None => alike.push((labels, vec![draft])),
        }
    }
    let mut drafts: Vec<Draft> = alike.into_iter().filter_map(|(_, same)| one(same)).collect();
    if let (Some(first), true) = (drafts.first_mut(), options.sheets.is_empty()) {
        let left_out = found.iter().filter(|sheet| !sheet.is_read);
        let note =
            |sheet: &FoundSheet| Problem::warning(0, "sheet-left-out").in_column("", &sheet.name);
        first.notes.extend(left_out.map(note));
    }
    if found.len() > 1 {
        drafts.iter_mut().for_each(|draft| found.clone_into(&mut draft.layout.sheets));
    }
    drafts
}

/// The drafts, one after the other. A problem says in which sheet it is: `3月6日!手機`.
fn one(drafts: Vec<Draft>) -> Option<Draft> {
    if drafts.len() < 2 {
        return drafts.into_iter().next();
    }
    let names: Vec<String> = drafts.iter().filter_map(|draft| draft.layout.sheet.clone()).collect();
    let first = drafts.first()?;
    let mut layout = first.layout.clone();
    layout.sheet = Some(names.join(", "));
    let headers = first.headers.clone();
    let lines = drafts.into_iter().flat_map(|draft| {
        let sheet = draft.layout.sheet.unwrap_or_default();
        draft.lines.map(move |line| in_sheet(line, &sheet))
    });
    Some(Draft { layout, headers, lines: Box::new(lines), notes: Vec::new() })
}

fn in_sheet(line: Result<Line, Problem>, sheet: &str) -> Result<Line, Problem> {
    let place = |problem: &mut Problem| problem.column = format!("{sheet}!{}", problem.column);
    match line {
        Ok(mut line) => {
            line.problems.iter_mut().for_each(place);
            Ok(line)
        }
        Err(mut problem) => {
            place(&mut problem);
            Err(problem)
        }
    }
}
