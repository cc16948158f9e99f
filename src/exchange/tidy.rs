//! What every table reader does to a row before it hands it on.

use std::borrow::Cow;

use crate::domain::{Line, Problem};

use super::{
    grid::{Flaw, GridRow},
    labels, rejects,
    values::has_lost_digits,
};

/// More columns than this are not read.
pub const MOST_COLUMNS: usize = 512;

/// Excel's own limit of characters in a cell.
const LONGEST_CELL: usize = 32_767;

/// The columns of a table, and what their rows are held against.
pub struct Columns {
    headers: Vec<String>,
    /// Whether a number that lost its digits makes a row useless: in a phone, not in a budget.
    needs_digits: Vec<bool>,
    /// Whether a row of another length is worth a word. In a workbook it is not.
    notes_ragged: bool,
    /// Whether the first column says why an earlier import left the row out.
    has_reasons: bool,
}

impl Columns {
    /// Columns with these labels.
    pub fn new(headers: &[String], notes_ragged: bool) -> Self {
        let needs_digits = headers.iter().map(|label| needs_digits(label)).collect();
        let has_reasons = headers.first().is_some_and(|label| rejects::is_reason(label));
        Self { headers: headers.to_vec(), needs_digits, notes_ragged, has_reasons }
    }

    /// Makes a line of the row of a workbook; none if nothing in it can be seen.
    pub fn line_of(&self, row: &GridRow) -> Option<Line> {
        let flaws = row.flaws.iter().map(|(column, flaw)| {
            let problem = flaw.problem(row.number);
            let label = self.label(*column as usize);
            if *flaw == Flaw::TooManyColumns { problem } else { problem.in_column(&label, "") }
        });
        self.line(row.number, row.cells.iter().map(String::as_str), flaws.collect())
    }

    /// Makes a line of the cells of a row; none if nothing in it can be seen.
    pub fn line<'a>(
        &self,
        number: u32,
        cells: impl Iterator<Item = &'a str>,
        problems: Vec<Problem>,
    ) -> Option<Line> {
        let mut line = Line { number, cells: Vec::with_capacity(self.headers.len()), problems };
        let mut seen = 0;
        for (index, cell) in cells.enumerate() {
            let cell = if index == 0 && self.has_reasons { "" } else { bare(cell) };
            if index >= MOST_COLUMNS {
                if !cell.is_empty() {
                    line.problems.push(Problem::warning(number, "too-many-columns"));
                    seen += 1;
                    break;
                }
                continue;
            }
            seen += usize::from(!cell.is_empty());
            let cell = self.checked(index, cell, &mut line);
            line.cells.push(cell.to_owned());
        }
        if seen == 0 && line.problems.is_empty() {
            return None;
        }
        self.whole(&mut line, seen);
        Some(line)
    }

    fn checked<'a>(&self, index: usize, cell: &'a str, line: &mut Line) -> &'a str {
        if has_lost_digits(cell) && self.needs_digits.get(index).copied().unwrap_or(true) {
            let problem = Problem::rejection(line.number, "digits-lost");
            line.problems.push(problem.in_column(&self.label(index), cell));
        }
        let Some(short) = cut(cell) else { return cell };
        let problem = Problem::warning(line.number, "cell-cut");
        line.problems.push(problem.in_column(&self.label(index), cell));
        short
    }

    /// Looks at the row as a whole: its length, and whether it is a card at all.
    fn whole(&self, line: &mut Line, seen: usize) {
        let width = self.headers.len();
        let has_extra = line.cells.iter().skip(width).any(|cell| !cell.is_empty());
        let is_short = line.cells.len() < width;
        let is_marked = line.problems.iter().any(|problem| problem.code == "unclosed-quote");
        if self.notes_ragged && (has_extra || is_short) && !is_marked {
            let extra = line.cells.get(width..).unwrap_or_default().join(" ");
            line.problems.push(Problem::warning(line.number, "ragged").in_column("", &extra));
        }
        if line.cells.len() < width {
            line.cells.resize(width, String::new());
        }
        let first = line.cells.iter().find(|cell| !cell.is_empty());
        let Some(first) = first.map(String::as_str) else { return };
        let code = if is_total(&unspaced(first), seen, width) {
            "totals-row"
        } else if self.repeats_headers(line) {
            "repeated-header"
        } else {
            return;
        };
        line.problems.push(Problem::rejection(line.number, code).in_column("", first));
    }

    /// Whether the row is the header again, as in files pasted together from several.
    fn repeats_headers(&self, line: &Line) -> bool {
        let mut pairs = self.headers.iter().zip(&line.cells);
        self.headers.iter().filter(|label| !label.is_empty()).count() > 1
            && pairs.all(|(label, cell)| bare(label) == cell)
    }

    /// How a column is called in a problem: by its label, else by its number.
    pub fn label(&self, index: usize) -> String {
        let label = self.headers.get(index).filter(|label| !label.is_empty());
        label.cloned().unwrap_or_else(|| format!("#{}", index + 1))
    }
}

/// Whether a column of this label holds numbers of which every digit counts.
pub fn needs_digits(label: &str) -> bool {
    let known = labels::lookup(label);
    known.is_none_or(|known| {
        matches!(
            known.target.name,
            "mobile" | "phone" | "fax" | "whatsapp" | "wechat" | "qq" | "tax_id" | "external_id"
        )
    })
}

/// The beginning of a cell that is too long; none if it is not.
pub fn cut(cell: &str) -> Option<&str> {
    let is_long = cell.len() > LONGEST_CELL;
    let (end, _) = is_long.then(|| cell.char_indices().nth(LONGEST_CELL)).flatten()?;
    cell.get(..end)
}

/// The cell without what only looks like content: blanks at its ends, the `="0912"` and the
/// apostrophe by which Excel keeps a number as it is written.
pub fn bare(cell: &str) -> &str {
    let mut characters = cell.chars();
    let is_bare = |c: char| !is_invisible(c) && !matches!(c, '=' | '\'');
    if characters.next().is_some_and(is_bare) && characters.next_back().is_none_or(is_bare) {
        return cell;
    }
    let cell = cell.trim_matches(is_invisible);
    if let Some(inner) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'))
        && !inner.contains('"')
    {
        return inner.trim_matches(is_invisible);
    }
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit() || "+-=@(".contains(c)) => rest,
        _ => cell,
    }
}

/// Whether a character leaves no mark: blanks of all widths, joiners, directions.
pub fn is_invisible(c: char) -> bool {
    match c {
        '\0'..=' ' => true,
        '!'..='~' => false,
        _ => matches!(
            c,
            '\u{7f}'..='\u{a0}'
                | '\u{ad}'
                | '\u{115f}'..='\u{1160}'
                | '\u{1680}'
                | '\u{180b}'..='\u{180e}'
                | '\u{2000}'..='\u{200f}'
                | '\u{2028}'..='\u{202f}'
                | '\u{205f}'..='\u{206f}'
                | '\u{3000}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
        ),
    }
}

/// A text that may be a word of a total, without its blanks: 合　計. Others stay as they are.
fn unspaced(text: &str) -> Cow<'_, str> {
    let may_be = text.len() < 40 && text.starts_with(|c: char| !c.is_ascii());
    if !may_be || !text.contains(char::is_whitespace) {
        return Cow::Borrowed(text);
    }
    text.chars().filter(|c| !c.is_whitespace()).collect::<String>().into()
}

/// How many there are: 共2筆, 共 120 人.
fn is_count(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('共').or_else(|| text.strip_prefix("全")) else {
        return false;
    };
    let number = rest.chars().take_while(char::is_ascii_digit).count();
    let unit = rest.chars().skip(number).collect::<String>();
    let units = [
        "筆",
        "笔",
        "人",
        "位",
        "張",
        "张",
        "名",
        "家",
        "項",
        "项",
        "条",
        "件",
        "筆資料",
        "条记录",
    ];
    number > 0 && (unit.is_empty() || units.contains(&unit.as_str()))
}

/// Whether a row adds up the others or remarks on them: it begins with such a word and says
/// little else.
fn is_total(first: &str, seen: usize, width: usize) -> bool {
    const SUMS: &[&str] = &[
        "合計",
        "合计",
        "總計",
        "总计",
        "小計",
        "小计",
        "共計",
        "共计",
        "總數",
        "总数",
        "以下空白",
        "(以下空白",
        "（以下空白",
        "以上共",
        "합계",
        "총계",
        "Summe",
        "Gesamt:",
    ];
    const REMARKS: &[&str] = &["備註", "备注", "說明", "说明", "註", "注"];
    const WORDS: &[&str] = &["total", "subtotal", "sub-total", "grand total", "sum"];
    let says_little = seen <= 2 || seen * 2 <= width;
    if !says_little {
        return false;
    }
    if SUMS.iter().any(|word| first.starts_with(word)) || is_count(first) {
        return true;
    }
    let is_remark = |word: &&&str| {
        first.strip_prefix(**word).is_some_and(|rest| rest.starts_with([':', '：', '1']))
    };
    if seen == 1 && width > 2 && REMARKS.iter().any(|word| is_remark(&word)) {
        return true;
    }
    let word = first.trim_end_matches(|c: char| !c.is_alphabetic());
    WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Columns {
        let labels = ["姓名", "公司", "手機", "預算"];
        Columns::new(&labels.map(str::to_owned), true)
    }

    #[track_caller]
    fn check(cells: &[&str], expected: &[&str], codes: &[&str]) {
        let line = columns().line(7, cells.iter().copied(), Vec::new()).unwrap();
        assert_eq!(line.cells, expected);
        assert_eq!(line.problems.iter().map(|p| p.code).collect::<Vec<_>>(), codes, "{cells:?}");
    }

    #[test]
    fn rows_are_padded_and_extras_kept() {
        check(&["王", "甲", "1", ""], &["王", "甲", "1", ""], &[]);
        check(&["王", "甲"], &["王", "甲", "", ""], &["ragged"]);
        check(&["王", "", "", "", "x"], &["王", "", "", "", "x"], &["ragged"]);
        check(&["王", "", "", "", ""], &["王", "", "", "", ""], &[]);
    }

    #[test]
    fn rows_that_cannot_be_seen_are_no_rows() {
        for cells in [&["", " ", "\u{3000}"][..], &["\u{200b}", "\u{feff}"], &[]] {
            assert_eq!(columns().line(7, cells.iter().copied(), Vec::new()), None);
        }
    }

    #[test]
    fn excel_s_ways_to_keep_a_number_are_unwrapped() {
        check(
            &["=\"0912\"", "'0911", "\t0933", "'t Hooft"],
            &["0912", "0911", "0933", "'t Hooft"],
            &[],
        );
        check(&["=A1", "=HYPERLINK(\"a\")", "", ""], &["=A1", "=HYPERLINK(\"a\")", "", ""], &[]);
    }

    #[test]
    fn a_number_that_lost_digits_rejects_the_row_where_digits_matter() {
        check(&["王", "", "9.12346E+08", ""], &["王", "", "9.12346E+08", ""], &["digits-lost"]);
        check(&["王", "", "", "1.5E+06"], &["王", "", "", "1.5E+06"], &[]);
    }

    #[test]
    fn totals_and_headers_are_not_cards() {
        check(&["合計", "3 筆", "", ""], &["合計", "3 筆", "", ""], &["totals-row"]);
        check(&["合　計", "", "", "3"], &["合　計", "", "", "3"], &["totals-row"]);
        check(&["共 2 筆", "", "", ""], &["共 2 筆", "", "", ""], &["totals-row"]);
        check(&["以下空白", "", "", ""], &["以下空白", "", "", ""], &["totals-row"]);
        check(&["共好企業", "", "", ""], &["共好企業", "", "", ""], &[]);
        check(&["Total: 3", "", "", ""], &["Total: 3", "", "", ""], &["totals-row"]);
        check(&["Total Energies", "a", "", ""], &["Total Energies", "a", "", ""], &[]);
        check(&["備註：僅供參考", "", "", ""], &["備註：僅供參考", "", "", ""], &["totals-row"]);
        check(
            &["姓名", "公司", "手機", "預算"],
            &["姓名", "公司", "手機", "預算"],
            &["repeated-header"],
        );
    }

    #[test]
    fn long_cells_are_cut() {
        let long = "長".repeat(40_000);
        let line = columns().line(7, ["王", &long].into_iter(), Vec::new()).unwrap();
        assert_eq!(line.cells.get(1).unwrap().chars().count(), LONGEST_CELL);
        let cut = line.problems.first().unwrap();
        assert_eq!((cut.code, cut.rejects, cut.value.chars().count()), ("cell-cut", false, 200));
    }
}
