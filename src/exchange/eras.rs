//! Years that are not counted from the birth of Christ, and numbers in characters, as offices in Taiwan and Japan
//! write them.

use std::borrow::Cow;

/// The year before the first of the Republic of China.
pub const REPUBLIC: i32 = 1911;

const ERAS: &[(&str, i32)] = &[
    ("中華民國", REPUBLIC),
    ("中华民国", REPUBLIC),
    ("民國", REPUBLIC),
    ("民国", REPUBLIC),
    ("民", REPUBLIC),
    ("R.O.C.", REPUBLIC),
    ("ROC", REPUBLIC),
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("R", 2018),
    ("H", 1988),
    ("S", 1925),
];

/// The year before the first one of the era that a date begins with, and the date without it, its numbers in
/// digits.
pub fn parted(text: &str) -> (Option<i32>, Cow<'_, str>) {
    if text.is_ascii() && text.starts_with(|c: char| c.is_ascii_digit()) {
        return (None, Cow::Borrowed(text));
    }
    let found = ERAS.iter().find_map(|(era, before)| {
        let rest = text.strip_prefix(era)?.trim_start();
        let is_number =
            |c: char| c.is_ascii_digit() || c == '元' || digit(c).is_some() || c == '十';
        rest.starts_with(is_number).then_some((*before, rest))
    });
    let (era, rest) = found.map_or((None, text), |(before, rest)| (Some(before), rest));
    if rest.is_ascii() {
        return (era, Cow::Borrowed(rest));
    }
    (era, Cow::Owned(in_digits(&rest.replace("元年", "1年"))))
}

/// The value of a digit in characters.
fn digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九"
        .chars()
        .position(|known| known == c || (c == '零' && known == '〇'))?
        .try_into()
        .ok()
}

/// A text with its numbers in digits: 一一五 is 115, and so is 一百一十五.
fn in_digits(text: &str) -> String {
    let mut out = String::new();
    let mut number = String::new();
    for c in text.chars() {
        if digit(c).is_some() || matches!(c, '十' | '百') {
            number.push(c);
        } else {
            write(&std::mem::take(&mut number), &mut out);
            out.push(c);
        }
    }
    write(&number, &mut out);
    out
}

fn write(number: &str, out: &mut String) {
    if !number.contains(['十', '百']) {
        out.extend(number.chars().filter_map(digit).filter_map(|it| char::from_digit(it, 10)));
        return;
    }
    let (mut sum, mut last) = (0_u32, None);
    for c in number.chars() {
        match (c, digit(c)) {
            ('百', _) => sum += 100 * last.take().unwrap_or(1),
            ('十', _) => sum += 10 * last.take().filter(|it| *it > 0).unwrap_or(1),
            (_, value) => last = value,
        }
    }
    out.push_str(&(sum + last.unwrap_or(0)).to_string());
}
