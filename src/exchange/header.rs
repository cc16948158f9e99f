//! Which row holds the labels: of the first twelve the one with the most that are known. Title
//! rows above it are left out, labels in two lines are joined.

use super::{
    labels::lookup,
    returned::Mark,
    tidy::{MOST_COLUMNS, bare},
};

/// How many rows are looked at.
pub const ROWS: usize = 12;

/// A row of the beginning of a table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The line (or sheet row) where it starts, counted from 1.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<String>,
}

/// The labels of a table, and where its data begins.
#[derive(Debug, PartialEq, Eq)]
pub struct Head {
    /// The labels of the columns, empty where there are none.
    pub headers: Vec<String>,
    /// The row of the labels.
    pub row: Option<u32>,
    /// The first row that may be data.
    pub data_from: u32,
}

/// Finds the labels in the first rows of a table; `wanted` is the row a person names, 0 for none.
pub fn find(rows: &[Row], wanted: Option<u32>) -> Head {
    let at = match wanted {
        Some(0) => None,
        Some(number) => rows.iter().position(|row| row.number >= number),
        None => marked(rows).or_else(|| most_labels(rows)).or_else(|| unlike_the_rest(rows)),
    };
    let Some((at, row)) = at.and_then(|at| rows.get(at).map(|row| (at, row))) else {
        return Head {
            headers: vec![String::new(); usual_width(rows).min(MOST_COLUMNS)],
            row: None,
            data_from: 1,
        };
    };
    let above = at.checked_sub(1).and_then(|above| rows.get(above));
    let below = rows.get(at + 1).filter(|below| continues(row, below));
    let mut headers = match (above.filter(|above| hits(above) > 0), below) {
        (_, Some(below)) => joined(row, below),
        (Some(above), None) => joined(above, row),
        (None, None) => row.cells.iter().map(|cell| bare(cell).to_owned()).collect(),
    };
    headers.truncate(MOST_COLUMNS);
    let last = below.unwrap_or(row);
    let next = rows.iter().find(|row| row.number > last.number);
    let data_from = next.map_or(last.number.saturating_add(1), |row| row.number);
    Head { headers, row: Some(row.number), data_from }
}

/// How many cells of a row are known labels.
pub fn hits(row: &Row) -> usize {
    row.cells.iter().filter(|cell| lookup(cell).is_some()).count()
}

/// The row of labels that this program has written, of a file that comes back.
fn marked(rows: &[Row]) -> Option<usize> {
    rows.iter().take(ROWS).position(|row| row.cells.iter().any(|it| Mark::of_label(it).is_some()))
}

fn most_labels(rows: &[Row]) -> Option<usize> {
    let counted = rows.iter().take(ROWS).map(hits).enumerate();
    // Of equals the first one, which `max_by_key` would not give.
    let (at, count) = counted.rev().max_by_key(|(_, count)| *count)?;
    let row = rows.get(at)?;
    let is_widest = || rows.iter().take(at).all(|above| filled(above) < filled(row));
    let is_header = match count {
        0 => false,
        // One word may be chance: a cell of data that happens to be a label.
        1 => !row.cells.iter().any(|cell| is_data(cell)) && is_widest(),
        2 => !row.cells.iter().any(|cell| is_data(cell)),
        _ => true,
    };
    is_header.then_some(at)
}

/// Labels in words nobody knows: a full row without data above rows whose columns hold data.
fn unlike_the_rest(rows: &[Row]) -> Option<usize> {
    (0..rows.len().min(3)).find(|at| {
        let Some(row) = rows.get(*at) else { return false };
        let below = rows.get(at + 1..).unwrap_or_default();
        let is_wordy = row.cells.iter().all(|cell| !is_data(cell));
        let is_full = filled(row) > 1 && filled(row) * 5 >= usual_width(rows) * 4;
        let holds_data = |column: usize| {
            let mut values = below.iter().filter_map(|row| row.cells.get(column));
            let mut some = values.by_ref().filter(|cell| !bare(cell).is_empty()).peekable();
            some.peek().is_some() && some.all(|cell| is_data(cell))
        };
        is_wordy && is_full && (0..row.cells.len()).any(holds_data)
    })
}

/// Whether a cell is surely data: a mail address, a number, an address of the web.
fn is_data(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    cell.contains('@') || digits > 5 || cell.starts_with("http")
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !bare(cell).is_empty()).count()
}

/// The number of columns most rows have.
fn usual_width(rows: &[Row]) -> usize {
    let widths = || rows.iter().map(|row| row.cells.len());
    widths()
        .max_by_key(|width| (widths().filter(|other| other == width).count(), *width))
        .unwrap_or(0)
}

/// Whether a row goes on with the labels of the row above it: nothing but labels, one of them
/// where the row above is empty.
fn continues(row: &Row, below: &Row) -> bool {
    let mut adds = false;
    let filled_right = spread(&row.cells);
    for (index, cell) in below.cells.iter().enumerate().filter(|(_, c)| !bare(c).is_empty()) {
        let above = filled_right.get(index).map_or("", String::as_str);
        let is_label = lookup(cell).is_some() || lookup(&format!("{above}{cell}")).is_some();
        if !is_label || is_data(cell) {
            return false;
        }
        adds |= row.cells.get(index).is_none_or(|above| bare(above).is_empty());
    }
    adds
}

/// The labels of a group stand over its first column only.
fn spread(cells: &[String]) -> Vec<String> {
    let mut last = "";
    let mut fill = |cell| {
        last = if bare(cell).is_empty() { last } else { bare(cell) };
        last.to_owned()
    };
    cells.iter().map(|cell| fill(cell)).collect()
}

/// One label of two lines: 公司 over 名稱 is 公司名稱, 聯絡方式 over 手機 is 手機.
fn joined(above: &Row, below: &Row) -> Vec<String> {
    let groups = spread(&above.cells);
    let width = above.cells.len().max(below.cells.len());
    let label = |index: usize| {
        let own = above.cells.get(index).map_or("", |cell| bare(cell));
        let low = below.cells.get(index).map_or("", |cell| bare(cell));
        if low.is_empty() {
            return own.to_owned();
        }
        let group = groups.get(index).or(groups.last()).map_or("", String::as_str);
        let alone = lookup(low).map(|known| known.target.name);
        let both = [format!("{group}{low}"), format!("{low}{group}")];
        let better = both
            .into_iter()
            .find(|text| lookup(text).is_some_and(|known| Some(known.target.name) != alone));
        better.unwrap_or_else(|| low.to_owned())
    };
    (0..width).map(label).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Row> {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty());
        lines
            .map(|(at, line)| Row {
                number: at as u32 + 1,
                cells: line.split(',').map(str::to_owned).collect(),
            })
            .collect()
    }

    #[track_caller]
    fn check(text: &str, wanted: Option<u32>, row: Option<u32>, data_from: u32, headers: &str) {
        let head = find(&rows(text), wanted);
        assert_eq!((head.row, head.data_from), (row, data_from), "{text}");
        assert_eq!(head.headers.join(","), headers);
    }

    #[test]
    fn the_row_with_most_known_labels_is_the_header() {
        check("姓名,公司\n王,甲", None, Some(1), 2, "姓名,公司");
        check(
            "Notes:\nx\n\nFirst Name,Last Name,URL\na,b,c",
            None,
            Some(4),
            5,
            "First Name,Last Name,URL",
        );
        check("2026 展,,\n製表日期,,\n姓名,公司,手機\n王,,", None, Some(3), 4, "姓名,公司,手機");
    }

    #[test]
    fn no_known_label_is_no_header() {
        check("王小明,甲公司,0912345678\n李四,乙,0911222333", None, None, 1, ",,");
        check("王小明,LINE,0912345678", None, None, 1, ",,");
    }

    #[test]
    fn labels_in_unknown_words_are_told_by_the_rows_below() {
        check("Nombre,Correo\nJuan,j@x.es\nAna,a@x.es", None, Some(1), 2, "Nombre,Correo");
    }

    #[test]
    fn labels_in_two_lines_are_joined() {
        let text = "聯絡人,,公司,,聯絡方式,\n姓名,職稱,名稱,部門,手機,Email\n王,,,,,";
        check(text, None, Some(2), 3, "姓名,職稱,公司名稱,部門,手機,Email");
        let text = "姓名,公司,職稱,電話,\n,,,手機,公司\n王,甲,經理,0912345678,02";
        check(text, None, Some(1), 3, "姓名,公司,職稱,手機,電話公司");
    }

    #[test]
    fn a_person_may_name_the_row() {
        check("a,b\nc,d\ne,f", Some(2), Some(2), 3, "c,d");
        check("姓名,公司\n王,甲", Some(0), None, 1, ",");
        check("姓名,公司", Some(9), None, 1, ",");
    }
}
