//! The lines of a vCard as text: each in its own encoding, and quoted-printable in the form that
//! the parser understands.
//!
//! Phones write the rules of 2.1 into cards of 3.0, leave out the charset, or name it as Windows
//! does; the parser takes what is not named for Latin-1.

use encoding_rs::{Encoding, UTF_8};

use super::encoding::{by_label, detect_bytes};

/// The lines as one text that ends each of them with a line feed.
///
/// A line that is not UTF-8 is decoded by the charset that it names, else by `fallback`.
pub fn plain_lines(lines: &[Vec<u8>], fallback: &'static Encoding) -> String {
    let mut out = String::new();
    let mut charset = None;
    let unnamed = charset_of_unnamed(lines);
    let mut lines = lines.iter().map(Vec::as_slice).peekable();
    while let Some(line) = lines.next() {
        let is_folded = line.starts_with(b" ") || line.starts_with(b"\t");
        if !is_folded {
            charset = named_charset(line);
        }
        if !is_folded && is_quoted_printable(head(line)) {
            out.push_str(&quoted_printable(&joined(line, &mut lines), charset, unnamed));
        } else if let Ok(text) = std::str::from_utf8(line) {
            out.push_str(text);
        } else {
            let encoding = charset.unwrap_or(fallback);
            out.push_str(&encoding.decode_without_bom_handling(line).0);
        }
        out.push('\n');
    }
    out
}

/// A line with those that go on with it.
fn joined<'a>(line: &[u8], lines: &mut impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut whole = line.to_vec();
    while whole.last() == Some(&b'=') {
        whole.pop();
        let Some(next) = lines.next() else { break };
        whole.extend_from_slice(unfolded(next));
    }
    whole
}

/// The charset of what a card writes in quoted-printable without naming one: told by all of it together, for one
/// name alone says little.
fn charset_of_unnamed(lines: &[Vec<u8>]) -> &'static Encoding {
    let mut bytes = Vec::new();
    let mut lines = lines.iter().map(Vec::as_slice);
    while let Some(line) = lines.next() {
        if is_quoted_printable(head(line)) {
            let whole = joined(line, &mut lines);
            let value = whole.get(head(&whole).len() + 1..).unwrap_or_default();
            let named = named_charset(&whole).filter(|named| *named != UTF_8);
            let value = decoded(value);
            if named.is_none() && !is_mostly_utf8(&value) {
                bytes.extend_from_slice(&value);
                bytes.push(b'\n');
            }
        }
    }
    detect_bytes(&bytes).encoding
}

/// The name of a property and what is said of it: all before the first colon.
fn head(line: &[u8]) -> &[u8] {
    line.split(|b| *b == b':').next().unwrap_or_default()
}

fn parameters(head: &[u8]) -> impl Iterator<Item = String> {
    let parts = head.split(|b| *b == b';').skip(1);
    parts.map(|part| String::from_utf8_lossy(part).trim().to_owned())
}

/// The charset that a line names.
pub fn named_charset(line: &[u8]) -> Option<&'static Encoding> {
    let label = parameters(head(line)).find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.eq_ignore_ascii_case("charset").then(|| value.trim_matches('"').to_owned())
    });
    by_label(&label?).ok()
}

fn is_quoted_printable(head: &[u8]) -> bool {
    parameters(head).any(|part| {
        let value = part.rsplit('=').next().unwrap_or_default();
        value.eq_ignore_ascii_case("quoted-printable")
    })
}

/// What goes on a line that ended in `=`. Some programs fold it with a blank as well.
fn unfolded(next: &[u8]) -> &[u8] {
    match next {
        [b' ' | b'\t', rest @ ..] if rest.first() == Some(&b'=') => rest,
        whole => whole,
    }
}

/// The line with its charset spelt as the parser knows it.
fn quoted_printable(
    line: &[u8],
    charset: Option<&'static Encoding>,
    unnamed: &'static Encoding,
) -> String {
    let head = head(line);
    let value = line.get(head.len() + 1..).unwrap_or_default();
    let bytes = decoded(value);
    let encoding = match charset {
        // A letter may be missing where a line was cut.
        Some(named) if named != UTF_8 || is_mostly_utf8(&bytes) => named,
        // Not named, or named wrongly.
        _ if is_mostly_utf8(&bytes) => UTF_8,
        _ => unnamed,
    };
    let name = head.split(|b| *b == b';').next().unwrap_or_default();
    let mut out = String::from_utf8_lossy(name).into_owned();
    let is_spelling = |part: &String| {
        let lower = part.to_lowercase();
        lower.starts_with("charset=") || lower.ends_with("quoted-printable")
    };
    for part in parameters(head).filter(|part| !is_spelling(part)) {
        out.push(';');
        out.push_str(&part);
    }
    let value: String =
        value.iter().map(|b| if b.is_ascii() { char::from(*b) } else { '?' }).collect();
    format!("{out};ENCODING=QUOTED-PRINTABLE;CHARSET={}:{value}", encoding.name())
}

fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let bad = String::from_utf8_lossy(bytes)
        .chars()
        .filter(|c| *c == char::REPLACEMENT_CHARACTER)
        .count();
    bad * 8 <= bytes.len()
}

/// The bytes behind a value in quoted-printable.
fn decoded(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((first, tail)) = rest.split_first() {
        let digit = |at: usize| tail.get(at).and_then(|b| char::from(*b).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'=', Some(high), Some(low)) => {
                out.extend(u8::try_from(high * 16 + low));
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GBK};

    use super::*;

    #[track_caller]
    fn check(lines: &[&[u8]], expected: &str) {
        let lines: Vec<Vec<u8>> = lines.iter().map(|line| line.to_vec()).collect();
        assert_eq!(plain_lines(&lines, GBK), expected);
    }

    #[test]
    fn quoted_printable_names_its_charset() {
        check(
            &[b"FN;CHARSET=cp950;ENCODING=QUOTED-PRINTABLE:=B3=5C"],
            "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=Big5:=B3=5C\n",
        );
        check(
            &[b"FN;QUOTED-PRINTABLE:=E5=BC=A0=", b"=E4=B8=89"],
            "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E5=BC=A0=E4=B8=89\n",
        );
        check(
            &[b"TEL;CELL;ENCODING=QUOTED-PRINTABLE:=43=", b" =44", b"END:VCARD"],
            "TEL;CELL;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=43=44\nEND:VCARD\n",
        );
    }

    #[test]
    fn what_names_no_charset_is_told_by_the_whole_card() {
        let printed = |text: &str| {
            let bytes = GBK.encode(text).0;
            bytes.iter().map(|b| format!("={b:02X}")).collect::<String>()
        };
        let name = format!("FN;ENCODING=QUOTED-PRINTABLE:{}", printed("张伟"));
        let company = format!("ORG;ENCODING=QUOTED-PRINTABLE:{}", printed("示例科技有限公司"));
        let lines = plain_lines(&[name.into_bytes(), company.into_bytes()], UTF_8);
        assert_eq!(lines.matches("CHARSET=GBK").count(), 2, "{lines}");
    }

    #[test]
    fn bare_bytes_follow_the_charset_of_their_line() {
        let name = BIG5.encode("許功蓋").0;
        let named = [b"FN;CHARSET=BIG5:", &*name].concat();
        let bare = [b"FN:", &*GBK.encode("张三").0].concat();
        check(&[&named, &bare, "N:王".as_bytes()], "FN;CHARSET=BIG5:許功蓋\nFN:张三\nN:王\n");
    }
}
