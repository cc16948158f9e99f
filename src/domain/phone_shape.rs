//! The commonest phone numbers of the trade fairs, read without the library.
//!
//! Each shape is one that Google's metadata calls valid whole, so that nothing is lost by not
//! asking; the tests hold every shape against the library over random numbers.

use super::{
    PhoneKind,
    country::Country2,
    phone_america::{is_nobodys, kind_of},
};

/// A number in one of the well-known shapes as E.164, with its kind; none means *ask the library*.
///
/// `raw` may hold digits, one leading `+`, spaces, hyphens and parentheses, nothing else.
pub(super) fn well_known(raw: &str, country: Country2) -> Option<(String, PhoneKind)> {
    let written = Written::read(raw)?;
    shape_of(written.has_plus, written.digits(), country)
}

/// The same for the digits alone, and whether a `+` led them.
pub(super) fn shape_of(
    has_plus: bool,
    digits: &[u8],
    country: Country2,
) -> Option<(String, PhoneKind)> {
    let (code, national, kind) =
        if has_plus { international(digits)? } else { at_home(digits, country)? };
    let mut e164 = String::with_capacity(16);
    e164.push('+');
    e164.push_str(code);
    e164.extend(national.iter().map(|&digit| char::from(digit)));
    Some((e164, kind))
}

/// Calling code, national number without the leading zero, kind.
type Shape<'a> = (&'static str, &'a [u8], PhoneKind);

struct Written {
    has_plus: bool,
    buffer: [u8; 15],
    length: usize,
}

impl Written {
    fn read(raw: &str) -> Option<Self> {
        let mut written = Self { has_plus: false, buffer: [0; 15], length: 0 };
        for byte in raw.bytes() {
            match byte {
                b'0'..=b'9' => {
                    *written.buffer.get_mut(written.length)? = byte;
                    written.length += 1;
                }
                b'+' if written.length == 0 && !written.has_plus => written.has_plus = true,
                b' ' | b'-' | b'(' | b')' => {}
                _ => return None,
            }
        }
        Some(written)
    }

    fn digits(&self) -> &[u8] {
        self.buffer.get(..self.length).unwrap_or_default()
    }
}

fn international(digits: &[u8]) -> Option<Shape<'_>> {
    match digits {
        [b'8', b'8', b'6', b'0', national @ ..] | [b'8', b'8', b'6', national @ ..] => {
            taiwan(national)
        }
        [b'8', b'6', national @ ..] => china(national),
        [b'6', b'5', national @ ..] => singapore(national),
        [b'1', national @ ..] => america(national),
        _ => None,
    }
}

fn at_home(digits: &[u8], country: Country2) -> Option<Shape<'_>> {
    match (country, digits) {
        (Country2::TW, [b'0', national @ ..]) => taiwan(national),
        (Country2::TW, [b'9', ..]) => taiwan(digits),
        (Country2::TW, [b'8', b'8', b'6', b'0', national @ ..]) => taiwan(national),
        (Country2::TW, [b'8', b'8', b'6', national @ ..]) => taiwan(national),
        // In Taiwan nothing else has the shape of a mobile of China; 0901… in China is not so clear.
        (Country2::TW | Country2::CN, [b'1', ..]) => china(digits),
        (Country2::CN, [b'8', b'6', national @ ..]) => china(national),
        (Country2::SG, _) => singapore(digits),
        (Country2::US, [b'1', national @ ..]) => america(national),
        (Country2::US, _) => america(digits),
        _ => None,
    }
}

fn taiwan(national: &[u8]) -> Option<Shape<'_>> {
    let kind = match (national, national.len()) {
        ([b'9', b'0'..=b'8', ..], 9) => PhoneKind::Mobile,
        ([b'2', b'2'..=b'8', ..], 9) | ([b'4', b'2' | b'3' | b'9', ..], 9) => PhoneKind::Landline,
        ([b'3', b'2'..=b'9', ..], 8) | ([b'7', b'1'..=b'9', ..], 8) => PhoneKind::Landline,
        ([b'5', b'2'..=b'4' | b'6'..=b'8', ..], 8) => PhoneKind::Landline,
        ([b'6', b'2' | b'3' | b'5'..=b'7', ..], 8) => PhoneKind::Landline,
        _ => return None,
    };
    Some(("886", national, kind))
}

/// Whether no number within a country is written so, be it that of another one with its country code.
pub(super) fn is_nobodys_at_home(digits: &[u8], country: Country2) -> bool {
    match country {
        Country2::TW => is_nobodys_in_taiwan(digits),
        Country2::SG => digits.len() != 8 && is_of_no_length(digits),
        Country2::US => is_nobodys(digits),
        _ => false,
    }
}

/// Whether no number within Taiwan is written so: too short behind the zero, too long for its area, or without
/// the zero where only calls for help are, or numbers from abroad.
fn is_nobodys_in_taiwan(digits: &[u8]) -> bool {
    match digits {
        [b'1', ..] => true,
        [b'8', b'8', b'6', ..] => false,
        [b'2'..=b'6' | b'8' | b'9', ..] => digits.len() >= 10,
        [b'0', national @ ..] => match (national, national.len()) {
            (_, ..7) => true,
            ([b'3', b'7', b'0', ..], 9) => false,
            (
                [b'3' | b'7', ..] | [b'4', b'5'..=b'8', ..] | [b'6', b'2' | b'3' | b'5'..=b'9', ..],
                9,
            ) => true,
            _ => false,
        },
        _ => false,
    }
}

/// Whether no number of a country is as long or as short as digits with its code in front: it is then neither
/// valid nor possible.
pub(super) fn is_of_no_length(digits: &[u8]) -> bool {
    match digits {
        [b'6', b'5', national @ ..] => !matches!(national.len(), 8 | 10 | 11),
        _ => false,
    }
}

fn china(national: &[u8]) -> Option<Shape<'_>> {
    let [b'1', second, third, rest @ ..] = national else { return None };
    let is_mobile = match second {
        b'3' | b'8' => true,
        b'5' | b'9' => *third != b'4',
        b'6' => matches!(third, b'2' | b'5'..=b'7'),
        b'7' => !matches!(third, b'4' | b'9'),
        _ => false,
    };
    (is_mobile && rest.len() == 8).then_some(("86", national, PhoneKind::Mobile))
}

fn america(national: &[u8]) -> Option<Shape<'_>> {
    kind_of(national).map(|kind| ("1", national, kind))
}

fn singapore(national: &[u8]) -> Option<Shape<'_>> {
    let kind = match national {
        [b'8', b'1'..=b'7', ..] | [b'9', b'1'..=b'8', ..] => PhoneKind::Mobile,
        [b'6', b'1' | b'2' | b'3' | b'4' | b'5' | b'7', ..] => PhoneKind::Landline,
        _ => return None,
    };
    (national.len() == 8).then_some(("65", national, kind))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::phone::{by_library, is_valid_abroad, possible_abroad},
        *,
    };

    /// Every shape above, some digits off, in the spellings of cards.
    fn written() -> impl Strategy<Value = String> {
        let start = prop::sample::select(vec![
            "0",
            "09",
            "9",
            "02",
            "2",
            "03",
            "04",
            "05",
            "06",
            "07",
            "08",
            "1",
            "13",
            "15",
            "16",
            "17",
            "18",
            "19",
            "+886",
            "+8860",
            "886",
            "8860",
            "+886 9",
            "886-9",
            "(886) 09",
            "+886 (0)9",
            "+86",
            "+8613",
            "86",
            "8615",
            "+65",
            "+659",
            "+658",
            "+656",
            "65",
            "6",
            "8",
            "+1",
            "+1800",
            "1415",
            "415",
            "+",
            "00886",
            "0086",
            "+860",
        ]);
        (start, "[0-9]{5,11}", "[-() ]?").prop_map(|(start, digits, separator)| {
            let (a, b) = digits.split_at(digits.len() / 2);
            format!("{start}{separator}{a}{separator}{b}")
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn shapes_agree_with_the_library(
            raw in written(),
            country in prop::sample::select(vec![Country2::TW, Country2::CN, Country2::SG, Country2::HK, Country2::US, Country2::JP]),
        ) {
            if let Some((e164, kind)) = well_known(&raw, country) {
                let parsed = by_library(&raw, country);
                prop_assert_eq!(parsed.e164.as_deref(), Some(e164.as_str()), "{} in {}", raw, country);
                prop_assert_eq!(parsed.kind, kind, "{} in {}", raw, country);
                prop_assert_eq!(parsed.extension, None);
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_of_no_length_is_so_for_the_library(digits in "65[0-9]{0,15}") {
            if is_of_no_length(digits.as_bytes()) {
                prop_assert!(!is_valid_abroad(&digits), "{}", digits);
                prop_assert_eq!(possible_abroad(&digits), None, "{}", digits);
            }
        }
    }

    #[test]
    fn the_common_shapes_are_known() {
        let check = |raw: &str, country, expected: &str| {
            let found = well_known(raw, country).map(|found| found.0);
            assert_eq!(found.unwrap_or_default(), expected, "{raw}");
        };
        check("0912-345-678", Country2::TW, "+886912345678");
        check("912345678", Country2::TW, "+886912345678");
        check("+886 (0)912 345 678", Country2::US, "+886912345678");
        check("(02) 2345-6789", Country2::TW, "+886223456789");
        check("+86 138 1234 5678", Country2::TW, "+8613812345678");
        check("13812345678", Country2::TW, "+8613812345678");
        check("0912345678", Country2::CN, "");
        check("+65 9123 4567", Country2::TW, "+6591234567");
        check("+1 (415) 555-2671", Country2::CN, "+14155552671");
        check("+1 800 555 2671", Country2::CN, "+18005552671");
        check("(415) 555-2671", Country2::US, "+14155552671");
        check("02-2345-6789 ext 12", Country2::TW, "");
        check("912345678.0", Country2::TW, "");
        check("0912345678", Country2::JP, "");
    }
}
