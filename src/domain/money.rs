//! Amounts of money.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An amount with its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// The amount, exact. In JSON a text, so that nothing is rounded; a number is read too.
    #[serde(deserialize_with = "exact")]
    pub amount: Decimal,
    /// What it is counted in.
    pub currency: Currency,
}

impl Money {
    /// An amount of whole units.
    pub fn whole(amount: i64, currency: Currency) -> Self {
        Self { amount: Decimal::from(amount), currency }
    }
}

fn exact<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    if !deserializer.is_human_readable() {
        return <Decimal as Deserialize>::deserialize(deserializer);
    }
    let text = match serde_json::Value::deserialize(deserializer)? {
        serde_json::Value::String(text) => text,
        serde_json::Value::Number(number) => number.to_string(),
        _ => return Err(de::Error::custom("an amount")),
    };
    text.parse().map_err(|_| de::Error::custom("an amount"))
}

/// An ISO 4217 currency code: three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// New Taiwan dollar.
    pub const TWD: Self = Self(*b"TWD");
    /// Renminbi.
    pub const CNY: Self = Self(*b"CNY");
    /// United States dollar.
    pub const USD: Self = Self(*b"USD");

    /// The currency of a code such as `TWD`; also of the signs and words people write.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        match text {
            "NT$" | "NT" | "台幣" | "新台幣" | "元" => return Some(Self::TWD),
            "RMB" | "¥" | "￥" | "人民币" | "人民幣" => return Some(Self::CNY),
            "US$" | "$" => return Some(Self::USD),
            "€" => return Some(Self(*b"EUR")),
            _ => {}
        }
        let upper = text.to_ascii_uppercase();
        let letters: [u8; 3] = upper.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }
}

impl Default for Currency {
    fn default() -> Self {
        Self::TWD
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::of(&code).ok_or_else(|| de::Error::custom("an ISO 4217 code"))
    }
}
