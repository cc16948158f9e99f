//! What the company sells.

use rust_decimal::Decimal;

use super::dice::Dice;

/// A product with its list price in the base of all prices here, new Taiwan dollars.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Product {
    pub name: &'static str,
    pub price: i64,
    /// How many someone buys, at least and at most.
    pub quantity: (i64, i64),
}

#[rustfmt::skip]
const PRODUCTS: &[(u32, Product)] = &[
    (26, Product { name: "Spindle HS-24", price: 128_000, quantity: (2, 10) }),
    (18, Product { name: "Rotary table RT-200", price: 96_000, quantity: (2, 8) }),
    (20, Product { name: "Servo gripper SG-8", price: 42_000, quantity: (5, 30) }),
    (14, Product { name: "Vision cell VC-3", price: 265_000, quantity: (1, 4) }),
    (12, Product { name: "Linear guide LG-35", price: 6_800, quantity: (40, 160) }),
    (10, Product { name: "Ball screw BS-40", price: 9_500, quantity: (30, 100) }),
];

/// What a unit of a currency is worth in new Taiwan dollars, in thousandths.
const WORTH: &[(&str, i64)] = &[("TWD", 1_000), ("CNY", 4_420), ("EUR", 35_600), ("USD", 31_800)];

/// Something people ask for.
pub(super) fn product(dice: &mut Dice) -> Product {
    dice.weighted(PRODUCTS)
}

/// The currencies in use, each with what a unit of it is worth in new Taiwan dollars.
pub(super) fn currencies() -> impl Iterator<Item = (&'static str, Decimal)> {
    WORTH.iter().map(|(code, worth)| (*code, Decimal::new(*worth, 3)))
}

/// A price in another currency, rounded as prices are.
pub(super) fn price_in(currency: &str, price: i64) -> i64 {
    let worth = WORTH.iter().find(|(code, _)| *code == currency).map_or(1_000, |(_, worth)| *worth);
    if worth == 1_000 { price } else { (price * 1_000 / worth + 5) / 10 * 10 }
}

/// The product of a name.
pub(super) fn named(name: &str) -> Product {
    let found = PRODUCTS.iter().find(|(_, product)| product.name == name);
    found.map(|(_, product)| *product).unwrap_or_default()
}
