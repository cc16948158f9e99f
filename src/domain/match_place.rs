//! Where two people live: how alike their addresses are. Parts of an address change places, are left out,
//! and are mistyped.

use std::collections::HashMap;

use super::is_shared;
use crate::domain::{
    match_keys::{Identity, letters_of, numbers_of},
    name_likeness::{are_one_text, is_one_slip},
};

/// How alike two texts of an address are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Alike {
    /// One is missing, or they have little in common.
    #[default]
    No,
    /// Much is the same.
    Partly,
    /// The same, but for slips, the order of its parts, and parts that one leaves out.
    Same,
}

/// How alike the addresses of two people are who have no company.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Home {
    pub street: Alike,
    /// Whether the number of the house is the same, whatever the street.
    pub is_house: bool,
    pub city: Alike,
    pub postcode: Alike,
}

impl Home {
    /// Compares two addresses.
    pub fn of(a: &Identity, b: &Identity) -> Self {
        Self {
            street: streets(&a.street, &b.street),
            is_house: shares_number(&numbers_of(&a.street), &numbers_of(&b.street)),
            city: cities(&a.city, &b.city),
            postcode: postcodes(&a.postcode, &b.postcode),
        }
    }

    /// How many of street or house, city and postcode agree, slips apart.
    pub fn parts(&self) -> usize {
        let is_street = self.street != Alike::No || self.is_house;
        [is_street, self.city != Alike::No, self.postcode != Alike::No]
            .into_iter()
            .filter(|is| *is)
            .count()
    }
}

/// Letters from which on a text says something however its parts are ordered.
const LEAST: usize = 8;

fn streets(a: &str, b: &str) -> Alike {
    if are_one_text(a, b) {
        return Alike::Same;
    }
    let [ours, theirs] = [letters_of(a), letters_of(b)];
    let common = common(&ours, &theirs);
    let (one, other) = (numbers_of(a), numbers_of(b));
    let is_number = one.is_empty() || other.is_empty() || shares_number(&one, &other);
    match common {
        80.. if is_number => Alike::Same,
        60.. => Alike::Partly,
        _ => Alike::No,
    }
}

/// Whether two cities are the same but for spaces and slips. Names of few letters differ by as little.
fn cities(a: &str, b: &str) -> Alike {
    let [ours, theirs] = [letters_of(a), letters_of(b)];
    if is_shared(a, b) || is_shared(&ours, &theirs) {
        return Alike::Same;
    }
    let is_long = |text: &str| text.is_ascii() && text.len() >= 5;
    let is_slip =
        || is_one_slip(ours.as_bytes(), theirs.as_bytes()) || are_one_text(&ours, &theirs);
    if is_long(&ours) && is_long(&theirs) && is_slip() { Alike::Partly } else { Alike::No }
}

/// Whether two postcodes are the same but for one digit, or for two that changed places.
fn postcodes(a: &str, b: &str) -> Alike {
    match () {
        () if is_shared(a, b) => Alike::Same,
        () if a.len().min(b.len()) >= 4 && is_one_slip(a.as_bytes(), b.as_bytes()) => Alike::Partly,
        () => Alike::No,
    }
}

/// Whether the numbers of the house are the same: the first that stand in two addresses.
fn shares_number(a: &[&str], b: &[&str]) -> bool {
    a.first().is_some_and(|number| b.first() == Some(number))
}

/// How many in a hundred of the neighbouring letters of the shorter text the other has too.
fn common(a: &str, b: &str) -> usize {
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    let (a, b) = (letters(a), letters(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < LEAST {
        return 0;
    }
    let mut pairs: HashMap<(char, char), usize> = HashMap::new();
    for (first, second) in long.iter().zip(long.iter().skip(1)) {
        *pairs.entry((*first, *second)).or_default() += 1;
    }
    let mut found = 0;
    for (first, second) in short.iter().zip(short.iter().skip(1)) {
        if let Some(left) = pairs.get_mut(&(*first, *second)).filter(|left| **left > 0) {
            *left -= 1;
            found += 1;
        }
    }
    found * 100 / (short.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streets_are_compared_in_any_order() {
        let check = |a: &str, b: &str, expected| {
            assert_eq!(streets(a, b), expected, "{a} / {b}");
            assert_eq!(streets(b, a), expected, "{b} / {a}");
        };
        check(
            "15 tathra est hawkesbury crescent",
            "15 hawkesbury crescent tathra east",
            Alike::Same,
        );
        check("11 coplanddrive", "11 copland drive", Alike::Same);
        check("19 busbey's flat", "19 goodenia street busbey's flat", Alike::Same);
        check("12 busbey's flat", "19 goodenia street busbey's flat", Alike::Partly);
        check("99 rivett street", "99 leahy close", Alike::No);
        check("7 high street", "7 king street", Alike::No);
        check("", "7 king street", Alike::No);
    }

    #[test]
    fn cities_and_postcodes_may_be_mistyped() {
        let check = |a: &str, b: &str, expected| assert_eq!(cities(a, b), expected, "{a} / {b}");
        check("lakeclifton", "lake clifton", Alike::Same);
        check("kingstgorpe", "kingsthorpe", Alike::Partly);
        check("台北", "台中", Alike::No);
        check("york", "yorb", Alike::No);
        check("", "", Alike::No);
        assert_eq!(postcodes("2649", "2640"), Alike::Partly);
        assert_eq!(postcodes("2227", "2272"), Alike::Partly);
        assert_eq!(postcodes("110", "111"), Alike::No);
        assert_eq!(postcodes("110", "110"), Alike::Same);
    }
}
