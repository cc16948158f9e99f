//! What separates the cells of a text: the character that makes the most sense of its first lines.

use encoding_rs::UTF_8;

use super::{
    decode::Text,
    encoding::Spelling,
    header::{Row, hits},
    record::Record,
    split::Records,
};

/// What may separate cells, the most usual first.
const CANDIDATES: [char; 5] = [',', ';', '\t', '|', '，'];

/// The delimiter that a first line such as `sep=;` declares, as Excel writes it.
pub fn declared(first_line: &str) -> Option<char> {
    let line = first_line.trim_end_matches(['\n', '"']).trim_start_matches('"');
    let (word, value) = line.split_at_checked(4)?;
    let mut value = value.chars();
    let delimiter = value.next()?;
    (word.eq_ignore_ascii_case("sep=") && value.next().is_none()).then_some(delimiter)
}

/// The delimiter of the lines in `sample`: the one under which most labels are known, else the
/// one that parts the lines into the same number of cells most often.
pub fn sniff(sample: &[u8]) -> char {
    let scored =
        CANDIDATES.into_iter().rev().map(|candidate| (score(sample, candidate), candidate));
    // Of equals the last one wins, which is the most usual.
    scored.max_by_key(|(score, _)| *score).map_or(',', |(_, candidate)| candidate)
}

/// Known labels in the best row; how many of a hundred rows agree on the number of cells; cells.
type Score = (usize, usize, usize);

fn score(sample: &[u8], delimiter: char) -> Score {
    let mut records = Records::new(Text::new(sample, Spelling::whole(UTF_8)), delimiter);
    let mut record = Record::default();
    let (mut labels, mut widths) = (0, Vec::new());
    while widths.len() < 20 && matches!(records.next(&mut record), Ok(true)) {
        let cells = record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned());
        let row = Row { number: record.line, cells: cells.collect() };
        labels = labels.max(hits(&row));
        widths.push(row.cells.len());
    }
    let same = |width: usize| widths.iter().filter(|other| **other == width).count();
    let parted = widths.iter().copied().filter(|width| *width > 1);
    let (agreeing, width) = parted.map(|width| (same(width), width)).max().unwrap_or_default();
    let labels = if labels > 1 { labels } else { 0 };
    (labels, agreeing * 100 / widths.len().max(1), width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sample: &str, expected: char) {
        assert_eq!(sniff(sample.as_bytes()), expected, "{sample}");
    }

    #[test]
    fn delimiters_are_told_by_what_they_make_of_the_lines() {
        check("姓名,公司\n王,\"甲;乙\"\n", ',');
        check("姓名;公司;備註\n王;甲;a, b, c\n", ';');
        check("姓名\t公司\n王\t甲\n", '\t');
        check("姓名|公司\n王|Acme, Inc.\n", '|');
        check("姓名，公司，手機\n王，甲，1\n", '，');
        check("姓名,手機,Email\n王,1 / 2,a@x; b@x\n李,\"3\n4\",c@x\n", ',');
        check("王小明;甲公司;台北市, 中正路\n李四;乙公司;高雄市\n", ';');
        check("姓名\n王\n", ',');
        check("", ',');
    }

    #[test]
    fn excel_s_first_line_is_believed() {
        assert_eq!(declared("sep=;\n"), Some(';'));
        assert_eq!(declared("\"SEP=\t\"\n"), Some('\t'));
        assert_eq!(declared("sep=\n"), None);
        assert_eq!(declared("september,x\n"), None);
    }
}
