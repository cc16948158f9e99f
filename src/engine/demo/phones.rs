//! Phone numbers that ring nowhere: in ranges kept for stories, or assigned to nobody.

use crate::domain::{Phone, PhoneKind};

/// The mobile number of a person. Different people of one country have different numbers.
pub(super) fn mobile(country: &str, person: u64) -> Phone {
    // A multiplier that shares no factor with ten gives every number its turn.
    let digits = |size: u64, factor: u64| (person * factor + 4_271_939) % size;
    let seven = format!("{:07}", digits(10_000_000, 7_368_787));
    let (head, tail) = seven.split_at(3);
    let (raw, e164) = match country {
        // 099 is assigned to no operator.
        "TW" => {
            let (first, middle) = head.split_at(1);
            (
                format!("099{first}-{middle}{}-{}", part(tail, 0, 1), part(tail, 1, 4)),
                format!("+88699{seven}"),
            )
        }
        // Nor is 160.
        "CN" => {
            let eight = format!("{:08}", digits(100_000_000, 76_543_217));
            let (middle, end) = eight.split_at(4);
            (format!("160 {middle} {end}"), format!("+86160{eight}"))
        }
        // Area codes with a nine in the middle are kept for the future.
        "US" => (format!("+1 (292) {head}-{tail}"), format!("+1292{seven}")),
        // Pagers had it.
        "DE" => (format!("+49 169 {seven}"), format!("+49169{seven}")),
        "JP" => (format!("+81 30 0{head} {tail}"), format!("+81300{seven}")),
        "KR" => (format!("+82 10 0{head} {tail}"), format!("+82100{seven}")),
        _ => (format!("+91 500{head} {tail}0"), format!("+91500{seven}0")),
    };
    Phone { raw, kind: PhoneKind::Mobile, e164, ..Phone::default() }
}

/// The number of a company's switchboard with someone's extension. In Taipei no number begins with
/// 47; for other places there is none.
pub(super) fn switchboard(city: &str, line: u64, extension: u64) -> Option<Phone> {
    if !matches!(city, "台北市" | "新北市") {
        return None;
    }
    let six = format!("{:06}", line % 1_000_000);
    let (middle, end) = six.split_at(2);
    Some(Phone {
        raw: format!("(02) 47{middle}-{end} 分機 {extension}"),
        kind: PhoneKind::Landline,
        e164: format!("+886247{six}"),
        extension: extension.to_string(),
        ..Phone::default()
    })
}

fn part(digits: &str, from: usize, until: usize) -> &str {
    digits.get(from..until).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{country::Country2, phone::parse_phone};

    /// What is written on the card is read as the number that is kept.
    #[test]
    fn numbers_are_read_as_they_are_kept() {
        for code in ["TW", "CN", "US", "DE", "JP", "KR", "IN"] {
            for person in [0, 1, 399, 123_456, 999_999] {
                let phone = mobile(code, person);
                let parsed = parse_phone(&phone.raw, Country2::from_code(code).unwrap());
                assert_eq!(parsed.e164.as_deref(), Some(phone.e164.as_str()), "{}", phone.raw);
            }
        }
        let phone = switchboard("台北市", 12_345, 208).unwrap();
        let parsed = parse_phone(&phone.raw, Country2::TW);
        assert_eq!(parsed.e164, Some(phone.e164));
        assert_eq!(parsed.extension, Some(phone.extension));
    }
}
