//! Several values in one cell, and the words people put around them.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

/// What a word beside a number says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneHint {
    /// 手機, mobile, cell.
    Mobile,
    /// 公司, 電話, office, work, home.
    Landline,
    /// 傳真, fax.
    Fax,
}

/// More values than this in one cell are no list of a card's phones or mails.
const MOST_VALUES: usize = 50;

/// The phone numbers in a cell, each as it is written, and what is said of it.
///
/// Parted at `/ ; 、 ， ,`, line ends and 或. A short piece after a slash is another ending of the
/// number before it (`2345-6789/90`). Extensions stay with their number.
pub fn split_phones(cell: &str) -> Vec<(Option<PhoneHint>, String)> {
    let folded = fold(cell);
    let listed = json_values(&folded).map(|values| values.join("\n"));
    let text = listed.as_deref().unwrap_or(&folded);
    let text = &*with_area_codes(text);
    let mut phones: Vec<(Option<PhoneHint>, String)> = Vec::new();
    let borders = ['/', ';', '、', ',', '\n', '或', '|'];
    let pieces = text.split(borders).flat_map(numbers).filter(|piece| !piece.is_empty());
    for piece in pieces.take(MOST_VALUES) {
        let (hint, number) = labelled(piece);
        let is_ending = number.len() < 5 && number.bytes().all(|b| b.is_ascii_digit());
        match phones.last_mut() {
            Some((_, before)) if hint.is_none() && is_extension(number) => {
                before.push(' ');
                before.push_str(number);
            }
            Some((hint, before)) if is_ending => {
                if let Some(other) = other_ending(before, number) {
                    let hint = *hint;
                    phones.push((hint, other));
                }
            }
            _ if number.is_empty() => {}
            _ => phones.push((hint, number.to_owned())),
        }
    }
    phones
}

/// Whether a cell is one number and nothing else, as almost every one is: `split_phones` then gives it as it is.
pub(super) fn is_one_phone(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    let is_part = |b: &u8| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'(' | b')' | b' ' | b'.');
    let is_start = bytes.first().is_some_and(|b| matches!(b, b'0'..=b'9' | b'+' | b'('));
    let is_end = bytes.last().is_some_and(u8::is_ascii_digit);
    // A space may part two numbers of nine digits.
    is_start && is_end && bytes.len() < 19 && bytes.iter().all(is_part)
}

/// Whether a cell is one address and nothing else: `split_emails` then gives it as it is.
pub(super) fn is_one_email(cell: &str) -> bool {
    let is_part =
        |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'@' | b'.' | b'-' | b'_' | b'+');
    !cell.is_empty() && !cell.starts_with('.') && !cell.ends_with('.') && cell.bytes().all(is_part)
}

/// The mail addresses in a cell: out of `Name <a@b>` and `mailto:`, full-width letters folded.
///
/// A cell without any `@` gives itself, so that a wrong address can be shown; the internal names
/// of Exchange (`/O=…/CN=…`) give nothing.
pub fn split_emails(cell: &str) -> Vec<String> {
    let folded = fold(cell);
    let trimmed = folded.trim();
    if trimmed.is_empty() || is_exchange_name(trimmed) {
        return Vec::new();
    }
    let listed = json_values(trimmed).map(|values| values.join("\n"));
    let text = listed.as_deref().unwrap_or(trimmed);
    let is_border = |c: char| {
        matches!(c, '/' | ';' | ',' | '、' | '，' | '<' | '>' | '|' | '(' | ')' | '[' | ']')
            || matches!(c, '"' | '\'' | '或')
            || c.is_whitespace()
    };
    let mut mails: Vec<String> = Vec::new();
    let words = text.split(is_border).filter(|word| word.contains('@'));
    for word in words.take(MOST_VALUES) {
        let after_label = word.rsplit([':', '：']).next().unwrap_or(word);
        let mail = after_label.trim_matches(['.', '*']).to_owned();
        if !mails.contains(&mail) {
            mails.push(mail);
        }
    }
    if mails.is_empty() { vec![trimmed.to_owned()] } else { mails }
}

/// Whether a cell is a number that a spreadsheet has written short: `9.12346E+08` was a phone
/// whose last digits nobody knows any more.
pub fn has_lost_digits(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return false };
    if cell.len() > 24 || !last.is_ascii_digit() || !(first.is_ascii_digit() || *first == b'-') {
        return false;
    }
    let Some((mantissa, exponent)) = cell.split_once(['E', 'e']) else { return false };
    let mantissa = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let signed = exponent.strip_prefix('+');
    let power: u32 = signed.unwrap_or(exponent).parse().unwrap_or(0);
    // `3E10` is a room, `3E+10` and `3.1E10` are numbers.
    let is_number = signed.is_some() || !fraction.is_empty();
    is_number
        && whole.len() == 1
        && is_digits(whole)
        && is_digits(fraction)
        && (5..100).contains(&power)
}

/// Whether it is an address inside an Exchange server, which nobody else can write to.
pub fn is_exchange_name(address: &str) -> bool {
    let start = address.get(..3).unwrap_or_default();
    start.eq_ignore_ascii_case("/o=") || start.eq_ignore_ascii_case("/cn")
}

/// Full-width letters and digits as plain ones.
fn fold(cell: &str) -> Cow<'_, str> {
    if cell.is_ascii() { Cow::Borrowed(cell) } else { cell.nfkc().collect::<String>().into() }
}

/// The values of a list in JSON, as some programs write into one cell.
fn json_values(cell: &str) -> Option<Vec<String>> {
    let cell = cell.trim();
    if !cell.starts_with('[') || cell.len() > 10_000 {
        return None;
    }
    let list: Vec<serde_json::Value> = serde_json::from_str(cell).ok()?;
    let value = |item: &serde_json::Value| {
        let inner = item.get("value").unwrap_or(item);
        inner.as_str().map(str::to_owned).or_else(|| inner.as_i64().map(|n| n.to_string()))
    };
    Some(list.iter().filter_map(value).collect())
}

/// The numbers of a piece, where spaces alone part them: before a word that says of which sort the next one
/// is (`公司:02-23456789 手機:0955666777`), or between two that are whole by themselves.
fn numbers(piece: &str) -> Vec<&str> {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let is_whole =
        |word: &str| word.bytes().all(|b| b.is_ascii_digit() || b == b'+') && digits(word) > 8;
    let (mut found, mut rest) = (Vec::new(), piece.trim());
    let mut from = 0;
    while let Some(space) = rest.get(from..).and_then(|tail| tail.find(' ')).map(|at| from + at) {
        let (before, behind) = (rest.get(..space).unwrap_or_default(), rest.get(space + 1..));
        let behind = behind.unwrap_or_default().trim_start();
        let next = behind.split(' ').next().unwrap_or_default();
        let label = next.find(|c: char| c.is_ascii_digit() || "+(".contains(c));
        let is_labelled = label.and_then(|at| next.get(..at)).is_some_and(|it| hint(it).is_some());
        let last = before.rsplit(' ').next().unwrap_or_default();
        if digits(before) > 5 && is_labelled || is_whole(last) && is_whole(next) {
            found.push(before.trim());
            (rest, from) = (behind, 0);
        } else {
            from = space + 1;
        }
    }
    found.push(rest);
    found
}

/// What a word before or after a number says, and the number without it. Words that say nothing
/// stay.
fn labelled(piece: &str) -> (Option<PhoneHint>, &str) {
    if is_extension(piece) {
        return (None, piece);
    }
    let is_start = |c: char| c.is_ascii_digit() || c == '+' || c == '(';
    let (word, number) = piece.split_at(piece.find(is_start).unwrap_or(0));
    let (number, said) = match hint(word) {
        None if !word.trim_end().ends_with(':') => (piece, None),
        said => (number, said),
    };
    match number.rsplit_once('(') {
        Some((head, remark)) if !remark.contains(|c: char| c.is_ascii_digit()) => {
            (said.or_else(|| hint(remark)), head.trim())
        }
        _ => (said, number.trim()),
    }
}

fn hint(word: &str) -> Option<PhoneHint> {
    let word = word.trim().trim_end_matches([':', '.', ')', '(', '-', ' ']);
    if word.is_empty() {
        return None;
    }
    let word = word.to_lowercase();
    let is = |words: &[&str]| words.iter().any(|known| word.ends_with(known));
    if is(&[
        "手機",
        "手机",
        "行動",
        "行动",
        "行動電話",
        "移动电话",
        "mobile",
        "cell",
        "mob",
        "手提",
        "携帯",
    ]) || word == "m"
    {
        Some(PhoneHint::Mobile)
    } else if is(&["傳真", "传真", "fax"]) || word == "f" {
        Some(PhoneHint::Fax)
    } else if is(&[
        "公司",
        "電話",
        "电话",
        "辦公室",
        "办公室",
        "市話",
        "座机",
        "住家",
        "tel",
        "office",
        "work",
        "home",
        "phone",
    ]) || word == "t"
        || word == "o"
    {
        Some(PhoneHint::Landline)
    } else {
        None
    }
}

/// The cell with a slash behind an area code, as Germans write it (`0171/1234567`), made a hyphen: it parts no
/// numbers.
fn with_area_codes(text: &str) -> Cow<'_, str> {
    let is_code = |before: &str| {
        let word = before.rsplit([' ', ';', ',', '/', '、', '\n', ':']).next().unwrap_or_default();
        let digits = word.trim_matches(['(', ')']);
        (2..=5).contains(&digits.len())
            && digits.starts_with('0')
            && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let is_number = |behind: &str| {
        let digits = behind.chars().take_while(|c| c.is_ascii_digit() || *c == ' ' || *c == '-');
        behind.starts_with(|c: char| ('1'..='9').contains(&c))
            && digits.filter(char::is_ascii_digit).count() > 5
    };
    let slash = text.char_indices().filter(|(_, c)| *c == '/').find(|(at, _)| {
        let (before, behind) = text.split_at_checked(*at).unwrap_or_default();
        is_code(before.trim_end()) && is_number(behind.trim_start_matches(['/', ' ']))
    });
    let parted = slash.and_then(|(at, _)| text.split_at_checked(at));
    parted.map_or(Cow::Borrowed(text), |(before, behind)| {
        let behind = behind.strip_prefix('/').unwrap_or(behind);
        format!("{}-{}", before.trim_end(), with_area_codes(behind.trim_start())).into()
    })
}

/// Whether a piece goes on with the number before it: `分機12`, `#123`, `ext. 5`.
fn is_extension(piece: &str) -> bool {
    if !piece.starts_with(|c: char| "#分內内轉转eExX".contains(c)) {
        return false;
    }
    let lower = piece.to_lowercase();
    ["#", "分機", "分机", "內線", "内线", "轉", "转", "ext", "x"]
        .iter()
        .filter_map(|word| lower.strip_prefix(word))
        .any(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || ".:= ".contains(c)))
}

/// `02-2345-6789` with the ending `90` is `02-2345-6790`. An extension has no other ending.
fn other_ending(number: &str, ending: &str) -> Option<String> {
    let is_plain = number.chars().all(|c| c.is_ascii_digit() || "+-() .".contains(c));
    let kept = number.len().checked_sub(ending.len())?;
    let replaced = number.get(kept..)?;
    let fits = is_plain && replaced.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| format!("{}{ending}", number.get(..kept).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: &[(Option<PhoneHint>, &str)]) {
        let found = split_phones(cell);
        let found: Vec<_> = found.iter().map(|(hint, number)| (*hint, number.as_str())).collect();
        assert_eq!(found, expected, "{cell:?}");
    }

    #[test]
    fn phones_in_a_cell_are_parted() {
        use PhoneHint::{Fax, Landline, Mobile};
        check("0912-345-678 / 0922-333-444", &[(None, "0912-345-678"), (None, "0922-333-444")]);
        check(
            "手機:0911111111\n公司:02-2222-3333分機12",
            &[(Some(Mobile), "0911111111"), (Some(Landline), "02-2222-3333分機12")],
        );
        check("０９３３－４４４－５５５", &[(None, "0933-444-555")]);
        check("0171/1234567", &[(None, "0171-1234567")]);
        check("(0171) / 123 45 67", &[(None, "(0171)-123 45 67")]);
        check("0912-345-678/02-2345-6789", &[(None, "0912-345-678"), (None, "02-2345-6789")]);
        check("02-2345-6789/90", &[(None, "02-2345-6789"), (None, "02-2345-6790")]);
        check("+1 (202) 555-0100 ext. 12", &[(None, "+1 (202) 555-0100 ext. 12")]);
        check("02-2345-6789、#123", &[(None, "02-2345-6789 #123")]);
        check("(02)2345-6789 或 0912345678", &[(None, "(02)2345-6789"), (None, "0912345678")]);
        check("Tel: 02-1 ; Fax: 02-2", &[(Some(Landline), "02-1"), (Some(Fax), "02-2")]);
        check("0912345678(手機)", &[(Some(Mobile), "0912345678")]);
        check("[{\"value\":\"0912\",\"label\":\"work\"}]", &[(None, "0912")]);
        check(" ", &[]);
    }

    #[test]
    fn mails_in_a_cell_are_parted() {
        for (cell, expected) in [
            ("a@example.com; b@example.com", &["a@example.com", "b@example.com"][..]),
            ("李四 <li@example.com>", &["li@example.com"]),
            ("mailto:chen@example.com", &["chen@example.com"]),
            ("Ｃｈｅｎ＠ｅｘａｍｐｌｅ．ｃｏｍ", &["Chen@example.com"]),
            ("a@x.com 或 b@x.com", &["a@x.com", "b@x.com"]),
            ("E-mail: a@x.com", &["a@x.com"]),
            ("/O=EXCHANGE/OU=A/CN=RECIPIENTS/CN=X", &[]),
            ("[\"a@x.com\",\"b@x.com\"]", &["a@x.com", "b@x.com"]),
            ("not an address", &["not an address"]),
            ("", &[]),
        ] {
            assert_eq!(split_emails(cell), expected, "{cell}");
        }
    }

    #[test]
    fn what_is_one_value_is_given_as_it_is() {
        for cell in ["0912-345-678", "+886 912 345 678", "(02)2345-6789", "1", "+1.202.555.0100"] {
            assert!(is_one_phone(cell), "{cell}");
            check(cell, &[(None, cell)]);
        }
        for cell in ["", "-", "02-1 ext 3", "0912345678 0922333444", "0912345678()", "[1", "02/3"] {
            assert!(!is_one_phone(cell), "{cell}");
        }
        for cell in ["a@x.com", "A.b_c-d+e@x.co", "nobody", "a@@b"] {
            assert!(is_one_email(cell), "{cell}");
            assert_eq!(split_emails(cell), [cell]);
        }
        for cell in ["", "a@x.com.", ".a@x.com", "a@x.com b@x.com", "<a@x.com>", "*a@x.com"] {
            assert!(!is_one_email(cell), "{cell}");
        }
    }

    #[test]
    fn numbers_written_short_have_lost_digits() {
        for cell in ["9.12346E+08", "8.86912E+11", "1.38E+10", "9e+08", "-1.2E+09"] {
            assert!(has_lost_digits(cell), "{cell}");
        }
        for cell in ["912345678", "3E10", "E+08", "1.5", "A1.2E+08", "1.2E+03", "", "2E+08x"] {
            assert!(!has_lost_digits(cell), "{cell}");
        }
    }
}
