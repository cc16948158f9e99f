//! Phone numbers as cards and sheets write them.

use std::cell::LazyCell;

use rlibphonenumber::{
    PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, PhoneNumberType, enums::Region,
};

use super::{
    PhoneKind,
    country::Country2,
    fold::fold,
    phone_america::is_nobodys,
    phone_shape::{is_nobodys_at_home, is_of_no_length, shape_of, well_known},
    phone_text::{Label, split_extension},
};

/// What a raw number turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedPhone {
    /// The number as `+886912345678`; none if it can't be dialled from everywhere as it is written.
    pub e164: Option<String>,
    /// What kind of line it is. Service numbers (0800, 400) are lines of a place. A number that does
    /// not tell (as in North America) is *other*: the label of the column may know more.
    pub kind: PhoneKind,
    /// The digits after 分機, 轉, ext or `#`.
    pub extension: Option<String>,
}

/// Reads one number; `country` is that of the address, else of the workspace, and counts only for
/// numbers written without a country code.
///
/// Google's library decides what is valid. Beyond it this knows labels (`Fax:`), extensions in
/// Chinese, `00` before any country code, a country code without `+`, leading zeros lost in a
/// spreadsheet, and mobiles of Taiwan and China in a list of another country. A cell that lost its
/// digits (`9.12346E+08`) is no number.
pub fn parse_phone(raw: &str, country: Country2) -> ParsedPhone {
    match well_known(raw, country) {
        Some((e164, kind)) => ParsedPhone { e164: Some(e164), kind, extension: None },
        None => by_text(raw, country, |dialled, country| {
            shape_of(dialled.has_plus, dialled.digits.as_bytes(), country)
                .or_else(|| read(dialled, country))
        }),
    }
}

/// Whether a cell holds a number that a spreadsheet rounded (`9.12346E+08`): its digits are lost.
pub fn is_rounded_number(raw: &str) -> bool {
    is_rounded(&fold(raw))
}

fn is_rounded(folded: &str) -> bool {
    let Some((mantissa, exponent)) = folded.split_once('e') else { return false };
    let exponent = exponent.trim_start_matches(['+', '-']);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    is_number(exponent) && mantissa.split('.').count() <= 2 && mantissa.split('.').all(is_number)
}

/// The number with its middle hidden, as someone sees it who may not call: `138****8000`,
/// `0912***678`. Extensions and anything that is not part of a number are left out.
pub fn masked(raw: &str) -> String {
    let folded = fold(raw);
    let (number, _) = split_extension(&folded);
    let number = number.trim_start_matches(|c: char| !c.is_ascii_digit() && !"+(".contains(c));
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let (head, tail) = match digits {
        0..7 => (1, 1),
        7..10 => (3, 3),
        10 => (4, 3),
        11 => (3, 4),
        _ => (4, 4),
    };
    let mut seen = 0;
    let mut out = String::with_capacity(number.len());
    for c in number.chars().filter(|c| c.is_ascii_digit() || "+-() ".contains(*c)) {
        if c.is_ascii_digit() {
            seen += 1;
        }
        let is_hidden = c.is_ascii_digit() && seen > head && seen + tail <= digits;
        out.push(if is_hidden { '*' } else { c });
    }
    out.truncate(out.trim_end_matches([' ', '-', '(']).len());
    out
}

/// Reads a number without the shapes, so that these can be held against the library.
#[cfg(test)]
pub(super) fn by_library(raw: &str, country: Country2) -> ParsedPhone {
    by_text(raw, country, read)
}

/// Whether a number with its country code is valid, so that a table can be held against the library.
#[cfg(test)]
pub(super) fn is_valid_abroad(digits: &str) -> bool {
    with_country_code(digits).as_ref().and_then(valid).is_some()
}

/// What a number with its country code is if its length is in use.
#[cfg(test)]
pub(super) fn possible_abroad(digits: &str) -> Option<String> {
    with_country_code(digits).as_ref().and_then(possible).map(|(e164, _)| e164)
}

type Found = Option<(String, PhoneKind)>;

fn by_text(
    raw: &str,
    country: Country2,
    read: impl Fn(&Dialled, Country2) -> Found,
) -> ParsedPhone {
    let folded = fold(raw);
    if is_rounded(&folded) {
        return ParsedPhone { e164: None, kind: PhoneKind::Other, extension: None };
    }
    // A number that a spreadsheet kept as a fraction.
    let text = folded.strip_suffix(".0").unwrap_or(&folded);
    let label = Label::of(text);
    let (number, extension) = split_extension(text);
    let dialled = Dialled::of(number);
    let (found, extension): (Found, _) = match read(&dialled, country) {
        Some(found) => (Some(found), extension),
        None => match extension_after_hyphen(number, country) {
            Some((found, extension)) => (Some(found), Some(extension)),
            None => (None, extension),
        },
    };
    let extension = extension.map(str::to_owned);
    let Some((e164, kind)) = found else {
        return ParsedPhone { e164: None, kind: PhoneKind::Other, extension };
    };
    let kind = match (label, kind) {
        (Label::Fax, _) => PhoneKind::Fax,
        (Label::Mobile, PhoneKind::Other) => PhoneKind::Mobile,
        _ => kind,
    };
    ParsedPhone { e164: Some(e164), kind, extension }
}

/// The digits of the first number in a text, and whether a `+` led them.
struct Dialled {
    has_plus: bool,
    digits: String,
}

impl Dialled {
    fn of(text: &str) -> Self {
        let mut dialled = Self { has_plus: false, digits: String::with_capacity(24) };
        // The zero in +49 (0)89 is dialled at home only.
        for c in text.split("(0)").flat_map(str::chars) {
            match c {
                '0'..='9' => dialled.digits.push(c),
                '+' if dialled.digits.is_empty() => dialled.has_plus = true,
                // What follows a whole number is another one, or a remark.
                '-' | '(' | ')' | ' ' | '.' => {}
                _ if dialled.digits.len() >= 7 => break,
                _ => {}
            }
        }
        dialled
    }
}

/// E.164 and kind of a number, by the first reading that makes sense.
fn read(dialled: &Dialled, country: Country2) -> Found {
    let digits = dialled.digits.as_str();
    if !(6..=17).contains(&digits.len()) {
        return None;
    }
    let abroad = match digits.strip_prefix("00") {
        Some(rest) if !dialled.has_plus => Some(rest),
        _ => dialled.has_plus.then_some(digits),
    };
    // Asking the library takes long: it is asked once for each reading, and not where the answer is known.
    let is_of_no_length = abroad.is_some_and(|digits| is_of_no_length(digits.as_bytes()));
    let whole = LazyCell::new(|| abroad.filter(|_| !is_of_no_length).and_then(with_country_code));
    let nobodys = abroad.filter(|digits| is_nobodys(digits.as_bytes()));
    // Whoever dials the code of a country means a number there. Nine digits may be a mobile of Taiwan.
    let is_elsewhere =
        || digits.len() > 9 && (is_of_no_length || nobodys.is_some() || whole.as_ref().is_some());
    let known = if nobodys.is_some() { None } else { whole.as_ref().and_then(valid) };
    known
        .or_else(|| if is_elsewhere() { None } else { valid(&at_home(digits, country)?) })
        .or_else(|| elsewhere(digits, abroad.is_some()))
        .or_else(|| match nobodys {
            // Its area or what follows is not in use, its length is.
            Some(digits) => Some((format!("+{digits}"), PhoneKind::Other)),
            None => whole.as_ref().and_then(possible),
        })
}

/// A number that is valid with the country code it has.
fn valid(number: &PhoneNumber) -> Found {
    // Asking for the type also validates.
    let kind = match PHONE_NUMBER_UTIL.get_number_type(number) {
        PhoneNumberType::Mobile | PhoneNumberType::PersonalNumber => PhoneKind::Mobile,
        PhoneNumberType::FixedLine
        | PhoneNumberType::TollFree
        | PhoneNumberType::SharedCost
        | PhoneNumberType::UAN => PhoneKind::Landline,
        PhoneNumberType::Unknown => return None,
        _ => PhoneKind::Other,
    };
    Some((e164(number), kind))
}

/// Numbers that are none at home but can only be one thing elsewhere. One that was dialled from abroad has been read
/// with its country code already.
fn elsewhere(digits: &str, is_from_abroad: bool) -> Found {
    let mobile =
        |code: &str, national: &str| Some((format!("+{code}{national}"), PhoneKind::Mobile));
    match (digits.len(), digits.as_bytes()) {
        // New ranges are in use before the metadata knows them.
        (11, [b'1', b'3'..=b'9', ..]) => mobile("86", digits),
        (13, [b'8', b'6', b'1', b'3'..=b'9', ..]) => mobile("86", digits.get(2..)?),
        (10, [b'0', b'9', ..]) => mobile("886", digits.get(1..)?),
        (10.., _) if !is_from_abroad && CODES.iter().any(|code| digits.starts_with(code)) => {
            valid(&with_country_code(digits)?)
        }
        _ => None,
    }
}

/// Country codes that are recognised without a `+` before them.
const CODES: &[&str] =
    &["886", "86", "852", "853", "81", "82", "65", "60", "66", "84", "62", "63", "1", "44", "49"];

/// A number that has a length in use in its country, though its range is unknown.
fn possible(number: &PhoneNumber) -> Found {
    let is_possible = PHONE_NUMBER_UTIL.is_possible_number(number);
    is_possible.then(|| (e164(number), PhoneKind::Other))
}

fn with_country_code(digits: &str) -> Option<PhoneNumber> {
    PHONE_NUMBER_UTIL.parse(format!("+{digits}"), None).ok()
}

/// A number as it is dialled within a country; of one that the library does not know, with its country code.
fn at_home(digits: &str, country: Country2) -> Option<PhoneNumber> {
    if is_nobodys_at_home(digits.as_bytes(), country) {
        return None;
    }
    match Region::from_code(country.as_str()) {
        Ok(region) => PHONE_NUMBER_UTIL.parse(digits, Some(region)).ok(),
        Err(_) => with_country_code(digits),
    }
}

fn e164(number: &PhoneNumber) -> String {
    PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::E164).into_owned()
}

/// A landline in the manner of China: 0755-12345678-801.
fn extension_after_hyphen(number: &str, country: Country2) -> Option<((String, PhoneKind), &str)> {
    let (line, extension) = number.trim_end().rsplit_once('-')?;
    let is_extension =
        (1..=5).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_digit());
    if !is_extension {
        return None;
    }
    let found = read(&Dialled::of(line), country).filter(|found| found.1 == PhoneKind::Landline)?;
    Some((found, extension))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_numbers() {
        let check = |raw: &str, country, e164: &str, kind, extension: &str| {
            let parsed = parse_phone(raw, country);
            let found = (
                parsed.e164.as_deref().unwrap_or_default(),
                parsed.kind,
                parsed.extension.as_deref().unwrap_or_default(),
            );
            assert_eq!(found, (e164, kind, extension), "{raw:?} in {country}");
        };
        use PhoneKind::{Fax, Landline, Mobile, Other};
        let (tw, cn, us) = (Country2::TW, Country2::CN, Country2::US);
        check("0912-345-678", tw, "+886912345678", Mobile, "");
        check("０９１２３４５６７８", tw, "+886912345678", Mobile, "");
        check("912345678", tw, "+886912345678", Mobile, "");
        check("912345678.0", tw, "+886912345678", Mobile, "");
        check("(886) 0912-345-678", tw, "+886912345678", Mobile, "");
        check("(886) 0912-345-678", us, "+886912345678", Mobile, "");
        check("886-912-345-678", cn, "+886912345678", Mobile, "");
        check("00886912345678", tw, "+886912345678", Mobile, "");
        check("'0912345678", tw, "+886912345678", Mobile, "");
        check("=\"0912345678\"", tw, "+886912345678", Mobile, "");
        check("手機：0912 345 678 王小姐", tw, "+886912345678", Mobile, "");
        check("9.12346E+08", tw, "", Other, "");
        check("1.38123E+10", cn, "", Other, "");
        check("02-2345-6789 分機 123", tw, "+886223456789", Landline, "123");
        check("(02)2345-6789#123", tw, "+886223456789", Landline, "123");
        check("(02)2345-6789轉12", tw, "+886223456789", Landline, "12");
        check("+886-2-2345-6789 ext. 55", us, "+886223456789", Landline, "55");
        check("02-2345-6789 x 9", tw, "+886223456789", Landline, "9");
        check("02-23456789 內線：301", tw, "+886223456789", Landline, "301");
        check("F: 02-2345-6780", tw, "+886223456780", Fax, "");
        check("傳真 03-5678901", tw, "+88635678901", Fax, "");
        check("02-2345-6789 / 0912345678", tw, "+886223456789", Landline, "");
        check("0755-26771234-801", cn, "+8675526771234", Landline, "801");
        check("138 1234 5678", cn, "+8613812345678", Mobile, "");
        check("86-19500633539", cn, "+8619500633539", Mobile, "");
        check("86-19500633539", tw, "+8619500633539", Mobile, "");
        check("008619115332902", tw, "+8619115332902", Mobile, "");
        check("154-8539-6984", cn, "+8615485396984", Mobile, "");
        check("+8615485396984", tw, "+8615485396984", Mobile, "");
        check("13812345678", us, "+8613812345678", Mobile, "");
        check("0912345678", cn, "+886912345678", Mobile, "");
        check("400-820-8820", cn, "+864008208820", Landline, "");
        check("+33123456789", cn, "+33123456789", Landline, "");
        check("+49 (0)89 12345678", tw, "+498912345678", Landline, "");
        check("089/12345678", Country2::from_code("DE").unwrap(), "+498912345678", Landline, "");
        check("(415) 555-2671", us, "+14155552671", Other, "");
        check("Cell: (415) 555-2671", us, "+14155552671", Mobile, "");
        check("+1 415 555 2671 x302", tw, "+14155552671", Other, "302");
        check("090-1234-5678", Country2::JP, "+819012345678", Mobile, "");
        check("12345", tw, "", Other, "");
        check("23456789", tw, "", Other, "");
        check("", tw, "", Other, "");
        check("無", tw, "", Other, "");
        check("138xxxx8000", cn, "", Other, "");
        check("123456789012345678901234567890", tw, "", Other, "");
    }

    #[test]
    fn who_dials_another_country_is_not_at_home() {
        let read = |raw, country| parse_phone(raw, country).e164.unwrap_or_default();
        let de = Country2::from_code("DE").unwrap();
        assert_eq!(read("+65 801 894 914", de), "");
        assert_eq!(read("+1 249 061 1545", de), "+12490611545");
        assert_eq!(read("+852 1234 56789", de), "+852123456789");
        assert_eq!(read("+912345678", Country2::TW), "+886912345678");
        assert_eq!(read("+0912-345-678", Country2::TW), "+886912345678");
    }

    #[test]
    fn hides_the_middle() {
        let check = |raw: &str, expected: &str| assert_eq!(masked(raw), expected, "{raw:?}");
        check("13812348000", "138****8000");
        check("0912345678", "0912***678");
        check("0912-345-678", "0912-***-678");
        check("+886912345678", "+8869****5678");
        check("０９１２３４５６７８", "0912***678");
        check("02-2345-6789 分機 123", "02-23**-*789");
        check("手機 0912345678 王小姐", "0912***678");
        check("12345", "1***5");
        check("", "");
    }

    #[test]
    fn knows_rounded_numbers() {
        let check = |raw: &str, expected| assert_eq!(is_rounded_number(raw), expected, "{raw:?}");
        check("9.12346E+08", true);
        check("1.38E10", true);
        check("9E+8", true);
        check("0912345678", false);
        check("ext 12", false);
        check("e", false);
    }

    proptest! {
        #[test]
        fn never_panics(text in any::<String>(), near in "[0-9+() 分機轉x#./,e-]{0,20}") {
            for raw in [text, near] {
                parse_phone(&raw, Country2::TW);
                masked(&raw);
            }
        }

        #[test]
        fn what_is_nobodys_at_home_is_so_for_the_library(
            digits in "(1[0-9]{5,16}|0[0-9]{5,6}|0[3467][0-9]{8}|[2-9][0-9]{9,16}|65[0-9]{4,15}|1[0-9]{3}[01][0-9]{6})",
        ) {
            for country in [Country2::TW, Country2::SG, Country2::US] {
                let region = Region::from_code(country.as_str()).ok();
                let number = PHONE_NUMBER_UTIL.parse(&digits, region);
                if is_nobodys_at_home(digits.as_bytes(), country) {
                    prop_assert_eq!(number.ok().as_ref().and_then(valid), None, "{} {}", digits, country);
                }
            }
        }

        #[test]
        fn reads_its_own_numbers(national in "9[0-8][0-9]{7}", country in "[A-Z]{2}") {
            let e164 = format!("+886{national}");
            let parsed = parse_phone(&e164, Country2::from_code(&country).unwrap());
            prop_assert_eq!(parsed.e164, Some(e164));
        }
    }
}
