//! In which encoding a file is written. Found out from its bytes, never from the language of the
//! computer: a hint of the language makes every file of the other script unreadable.

use std::{
    io::{self, Read as _},
    path::Path,
};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::{Error, Result};

use super::{Options, source::Source};

/// How the bytes of a file become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The encoding; where lines differ, that of the lines that are not UTF-8.
    pub encoding: &'static Encoding,
    /// Whether some lines are UTF-8 and others are not, so that each is decoded by itself.
    pub by_line: bool,
}

impl Spelling {
    /// One encoding for the whole file.
    pub const fn whole(encoding: &'static Encoding) -> Self {
        Self { encoding, by_line: false }
    }

    /// The name as the Encoding Standard spells it; both names for a file of two encodings.
    pub fn name(self) -> String {
        let name = self.encoding.name();
        if self.by_line && self.encoding != UTF_8 {
            format!("{} + {name}", UTF_8.name())
        } else {
            name.to_owned()
        }
    }
}

/// The encoding a person names: `big5`, `GBK`, `cp950`, `utf-8`…
///
/// # Errors
///
/// `unknown-encoding` if there is none of this name.
pub fn by_label(label: &str) -> Result<&'static Encoding> {
    let label = label.trim().to_ascii_lowercase();
    // The names that Windows gives its code pages are not all in the Encoding Standard.
    let standard = match label.as_str() {
        "cp950" | "ms950" | "950" | "big5-eten" => "big5",
        "cp936" | "ms936" | "936" | "euc-cn" => "gbk",
        "cp54936" | "gb18030-2022" => "gb18030",
        "cp932" | "932" => "shift_jis",
        "cp949" | "949" | "uhc" => "euc-kr",
        "cp65001" | "utf-8-sig" | "utf8-sig" => "utf-8",
        "utf16" | "utf16le" => "utf-16le",
        "utf16be" => "utf-16be",
        other => other,
    };
    Encoding::for_label_no_replacement(standard.as_bytes())
        .ok_or_else(|| Error::usage("unknown-encoding").with("encoding", label))
}

/// Finds out the encoding: a mark at the start, the pattern of zero bytes of UTF-16, strict
/// UTF-8 over the whole file, and only then a guess from how often letters occur.
///
/// # Errors
///
/// Only if the file cannot be read. There is always an answer, if not always the right one.
pub fn detect(file: &Source) -> io::Result<Spelling> {
    let head = window(file, 0, 64 << 10)?;
    let marked = Encoding::for_bom(&head).map(|(encoding, _)| encoding);
    let utf16 = match marked {
        None => utf16_without_mark(&head),
        marked => marked.filter(|encoding| *encoding != UTF_8),
    };
    if let Some(encoding) = utf16 {
        return Ok(Spelling::whole(encoding));
    }
    match first_line_not_utf8(file)? {
        None if has_escapes(&head) => Ok(Spelling::whole(ISO_2022_JP)),
        None => Ok(Spelling::whole(UTF_8)),
        Some(from) => {
            let head = window(file, 0, 512 << 10)?;
            // Where the head reaches that far, nothing is to be counted twice.
            let rest = window(file, from.max(head.len() as u64), 1 << 20)?;
            Ok(guess(&[&head, &rest], marked.is_some()))
        }
    }
}

/// The encoding of a web page or an XML file, which may name it itself. What it names counts only
/// where it is neither UTF-8 nor UTF-16: many pages name UTF-8 and are not.
///
/// # Errors
///
/// If a person names no encoding, or the file cannot be read.
pub fn of_markup(source: &Source, options: &Options) -> Result<Spelling> {
    if let Some(label) = &options.encoding {
        return Ok(Spelling::whole(by_label(label)?));
    }
    let failed = |error| source.failed(error);
    let found = detect(source).map_err(failed)?;
    if [UTF_8, UTF_16LE, UTF_16BE].contains(&found.encoding) {
        return Ok(found);
    }
    let head = window(source, 0, 2 << 10).map_err(failed)?;
    let named = named_in(&String::from_utf8_lossy(&head));
    Ok(named.filter(|named| *named != UTF_8).map_or(found, Spelling::whole))
}

/// The encoding that the head of a page names: `charset=big5`, `encoding="GBK"`.
fn named_in(head: &str) -> Option<&'static Encoding> {
    let head = head.to_ascii_lowercase();
    let mut named = ["charset=", "encoding="].into_iter().filter_map(|word| {
        let rest = head.get(head.find(word)? + word.len()..)?.trim_start_matches(['"', '\'']);
        let is_part = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        by_label(rest.split(|c| !is_part(c)).next()?).ok()
    });
    named.next()
}

/// The encoding of bytes that lie in memory, by the same rules.
pub fn detect_bytes(bytes: &[u8]) -> Spelling {
    detect(&Source::memory(Path::new(""), bytes)).unwrap_or(Spelling::whole(UTF_8))
}

/// At most `length` bytes from `start`.
fn window(file: &Source, start: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.open_at(start)?.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// In UTF-16 every comma, digit and line end has a zero byte, always on the same side.
fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|b| **b == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let all = first + second;
    if head.len() < 4 || all * 20 < head.len() {
        return None;
    }
    let encoding = if second > first { UTF_16LE } else { UTF_16BE };
    let one_sided = first.max(second) * 10 >= all * 9;
    let even = head.get(..head.len() & !1).unwrap_or_default();
    let decodes =
        encoding.decode_without_bom_handling(even).0.contains(['\n', '\r', ',', '\t', ':']);
    (one_sided && decodes).then_some(encoding)
}

/// Whether the text changes its letters by escapes, as mails of Japan did.
fn has_escapes(head: &[u8]) -> bool {
    let escapes: [&[u8]; 3] = [b"\x1b$B", b"\x1b$@", b"\x1b(J"];
    memchr::memchr_iter(0x1b, head)
        .filter_map(|at| head.get(at..at + 3))
        .any(|escape| escapes.contains(&escape))
}

/// Whether a line is UTF-8 that was damaged at one place or two, and not another encoding: of its letters
/// of several bytes at least two are whole for each that is not.
pub fn is_nearly_utf8(line: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in line.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| c.len_utf8() > 2).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 1 && whole >= broken * 2
}

/// Where the first line begins that is not UTF-8.
fn first_line_not_utf8(file: &Source) -> io::Result<Option<u64>> {
    let mut file = file.open_at(0)?;
    let mut buffer = vec![0; 256 << 10];
    let (mut held, mut offset, mut line_start) = (0, 0_u64, 0_u64);
    loop {
        let count = file.read(buffer.get_mut(held..).unwrap_or_default())?;
        let filled = held + count;
        let bytes = buffer.get(..filled).unwrap_or_default();
        let valid = Encoding::utf8_valid_up_to(bytes);
        let good = bytes.get(..valid).unwrap_or_default();
        if let Some(at) = memchr::memrchr(b'\n', good) {
            line_start = offset + at as u64 + 1;
        }
        // A letter may be cut by the end of the buffer, but not by the end of the file.
        let cut = filled - valid;
        if cut > 3 || (count == 0 && cut > 0) {
            return Ok(Some(line_start));
        }
        if count == 0 {
            return Ok(None);
        }
        buffer.copy_within(valid..filled, 0);
        held = cut;
        offset += valid as u64;
    }
}

/// What the lines of a file that is not UTF-8 as a whole look like.
#[derive(Default)]
struct Tally {
    /// Lines with letters beyond ASCII.
    lines: usize,
    /// Those of them that are UTF-8.
    utf8: usize,
    /// Those that are UTF-8 with several letters of three bytes, which chance does not make.
    surely_utf8: usize,
}

/// Guesses the encoding of the lines that are not UTF-8. A file that is marked as UTF-8 is that, but for lines
/// that came into it from elsewhere.
fn guess(samples: &[&[u8]], is_marked: bool) -> Spelling {
    let lines = || samples.iter().flat_map(|s| s.split(|b| *b == b'\n')).filter(|l| !l.is_ascii());
    let mut tally = Tally::default();
    for line in lines() {
        tally.lines += 1;
        if let Ok(text) = std::str::from_utf8(line) {
            tally.utf8 += 1;
            tally.surely_utf8 += usize::from(text.chars().filter(|c| c.len_utf8() > 2).count() > 1);
        }
    }
    let by_line = is_marked || tally.surely_utf8 * 10 > tally.lines || tally.utf8 * 2 > tally.lines;
    let is_foreign = |line: &&[u8]| std::str::from_utf8(line).is_err() && !is_nearly_utf8(line);
    if by_line && !lines().any(|line| is_foreign(&line)) {
        return Spelling { encoding: UTF_8, by_line };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    for line in lines().filter(|line| !by_line || is_foreign(line)) {
        detector.feed(line, false);
        detector.feed(b"\n", false);
    }
    detector.feed(b"", true);
    let allow = if by_line { Utf8Detection::Deny } else { Utf8Detection::Allow };
    Spelling { encoding: detector.guess(None, allow), by_line }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GBK, SHIFT_JIS};

    use super::*;

    const CARDS: &str = "姓名,公司,職稱\n許功蓋,測試精密工業股份有限公司,經理\n";

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(detect_bytes(bytes).name(), expected);
    }

    fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to).collect()
    }

    #[test]
    fn encodings_are_found_without_a_hint() {
        check(CARDS.as_bytes(), "UTF-8");
        check(&BIG5.encode(CARDS).0, "Big5");
        check(&GBK.encode("姓名,公司,职务\n张伟,示例科技有限公司,采购总监\n").0, "GBK");
        check(&SHIFT_JIS.encode("会社名,部署名,役職\n株式会社テスト,営業部,部長\n").0, "Shift_JIS");
        check(&utf16(CARDS, u16::to_le_bytes), "UTF-16LE");
        check(&utf16(CARDS, u16::to_be_bytes), "UTF-16BE");
        check(b"\xEF\xBB\xBF", "UTF-8");
        check(b"", "UTF-8");
        check(b"Name,Company\nJohn,Acme\n", "UTF-8");
    }

    #[test]
    fn zero_bytes_alone_do_not_make_utf16() {
        check("姓名,公司\n王\0小明,測試\0\0公司\n".as_bytes(), "UTF-8");
    }

    #[test]
    fn lines_may_differ() {
        let mut bytes = CARDS.as_bytes().to_vec();
        bytes.extend_from_slice(&BIG5.encode("王小明,測試股份有限公司,總經理\n").0);
        check(&bytes, "UTF-8 + Big5");
    }

    #[test]
    fn a_mark_speaks_for_the_lines_that_keep_to_it() {
        let mut bytes = "\u{feff}姓名,公司\n".as_bytes().to_vec();
        bytes.extend_from_slice(&BIG5.encode("王小明,測試股份有限公司,總經理\n").0);
        check(&bytes, "UTF-8 + Big5");
    }

    #[test]
    fn a_line_that_lost_a_byte_is_not_of_another_encoding() {
        let mut bytes = CARDS.as_bytes().to_vec();
        bytes.extend_from_slice(b"\xE6\x9D\x8E\xE5\x9B\x9B,\xE4\xB9\x99\xE5\x85\xAC\xE5\x8F,1\n");
        check(&bytes, "UTF-8");
        assert!(detect_bytes(&bytes).by_line);
    }

    #[test]
    fn escapes_of_japan_are_heard() {
        check(b"\x1b$B2q<RL>\x1b(B,\x1b$B;aL>\x1b(B\r\n", "ISO-2022-JP");
    }

    #[test]
    fn one_bad_line_far_down_is_found() {
        let mut bytes = "王小明,測試公司\n".repeat(60_000).into_bytes();
        bytes.extend_from_slice(&BIG5.encode("許功蓋,測試股份有限公司\n").0);
        check(&bytes, "UTF-8 + Big5");
    }

    #[test]
    fn people_name_encodings_in_many_ways() {
        for (label, name) in
            [("Big5", "Big5"), (" CP950 ", "Big5"), ("cp936", "GBK"), ("UTF8", "UTF-8")]
        {
            assert_eq!(by_label(label).unwrap().name(), name);
        }
        assert_eq!(by_label("klingon").unwrap_err().code(), "unknown-encoding");
    }
}
