//! The numbers that governments give to companies: the strongest sign that two names are one.

use super::fold::fold;

/// A number of a company whose check digit is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaxId {
    /// 統一編號 of Taiwan, eight digits.
    Taiwan(String),
    /// 统一社会信用代码 of China, eighteen characters.
    China(String),
}

impl TaxId {
    /// Reads a number as cards and invoices write it; none if the check digit is wrong.
    pub fn parse(raw: &str) -> Option<Self> {
        let folded = fold(raw);
        let number: String = folded
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if is_taiwan_number(&number) {
            Some(Self::Taiwan(number))
        } else {
            is_china_number(&number).then_some(Self::China(number))
        }
    }

    /// The number without spaces and hyphens.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Taiwan(number) | Self::China(number) => number,
        }
    }
}

/// Whether eight digits are a 統一編號.
///
/// Rule of the Ministry of Finance: digits times 1, 2, 1, 2, 1, 2, 4, 1; the sum of the digits of
/// the products is divisible by 5 (by 10 before April 2023); where the seventh digit is 7, the 10 of
/// its product 28 may count as 0 or as 1.
pub fn is_taiwan_number(number: &str) -> bool {
    const WEIGHTS: [u32; 8] = [1, 2, 1, 2, 1, 2, 4, 1];
    let Some(digits) = number.chars().map(|c| c.to_digit(10)).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| d * w / 10 + d * w % 10).sum();
    let has_choice = digits.get(6) == Some(&7);
    digits.len() == 8
        && sum > 0
        && (sum.is_multiple_of(5) || has_choice && (sum + 1).is_multiple_of(5))
}

/// Whether eighteen characters are a 统一社会信用代码 (GB 32100-2015: weights 3^i mod 31).
pub fn is_china_number(number: &str) -> bool {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let Some(values) = number.chars().map(|c| ALPHABET.find(c)).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let weights = std::iter::successors(Some(1), |weight| Some(weight * 3 % 31));
    let sum: usize =
        values.iter().take(17).zip(weights).map(|(value, weight)| value * weight).sum();
    values.len() == 18 && values.last() == Some(&((31 - sum % 31) % 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers() {
        let check = |raw: &str, expected: &str| {
            let found = TaxId::parse(raw);
            assert_eq!(found.as_ref().map_or("", TaxId::as_str), expected, "{raw:?}");
        };
        check("04595257", "04595257");
        check("0459-5257", "04595257");
        check("１０４５８５７５", "10458575");
        check("10458570", "10458570");
        check("10458573", "");
        check("00000000", "");
        check("1234567", "");
        check("91350100M000100Y43", "91350100M000100Y43");
        check("91350100m000100y43", "91350100M000100Y43");
        check("91350100M000100Y44", "");
        check("統編", "");
        check("", "");
    }

    #[test]
    fn the_seventh_digit_seven_has_two_sums() {
        let accepted = (0..10).filter(|last| is_taiwan_number(&format!("1045857{last}"))).count();
        assert_eq!(accepted, 4);
    }
}
