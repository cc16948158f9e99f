//! The order of names as people look them up: by stroke in Taiwan, by Pinyin elsewhere.
//!
//! Scripts have one place each, whatever the language: signs, digits, Latin, the other scripts as
//! Unicode lists them, Han. Case, width and marks do not matter.

use std::{cmp::Ordering, ops::RangeInclusive, str::Chars, sync::LazyLock};

use unicode_normalization::UnicodeNormalization;

use crate::i18n::Lang;

/// An order of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Collation {
    /// Han characters by the number of their strokes.
    Stroke,
    /// Han characters by their commonest reading.
    Pinyin,
    /// The same, a character at the start read as a family name (曾 as zeng).
    FamilyPinyin,
}

/// Changes when a text may have another place than before.
pub fn version() -> u32 {
    /// Goes up when [`Unit`]s are numbered otherwise.
    const UNITS: u32 = 1;
    let tables = [STROKE.iter(), PINYIN.iter()];
    let mut sum = crc32fast::Hasher::new_with_initial(UNITS);
    tables.into_iter().flatten().for_each(|place| sum.update(&place.to_le_bytes()));
    sum.finalize()
}

/// How many units a key holds.
const KEY_UNITS: usize = 8;

impl Collation {
    /// Every order.
    pub const ALL: &[Self] = &[Self::Stroke, Self::Pinyin, Self::FamilyPinyin];

    /// The order that readers of a language expect. Who reads no Chinese can at least look up a sound.
    pub fn of(lang: Lang, are_people: bool) -> Self {
        match (lang, are_people) {
            (Lang::ZhTw, _) => Self::Stroke,
            (Lang::ZhCn | Lang::En, true) => Self::FamilyPinyin,
            (Lang::ZhCn | Lang::En, false) => Self::Pinyin,
        }
    }

    /// The first part of a text's place: a smaller key comes first; texts of equal keys may differ,
    /// unless [`is_whole`]. None for a text that has nothing to go by.
    pub fn key(self, text: &str) -> Option<u128> {
        let mut units = self.units(text);
        let unit = |_| u128::from(units.next().unwrap_or_default());
        let key = (0..KEY_UNITS).map(unit).fold(0, |key, unit| key << u16::BITS | unit);
        (key != 0).then_some(key)
    }

    /// Which of two texts comes first. Equal ones differ only in what does not matter.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        if a == b { Ordering::Equal } else { self.units(a).cmp(self.units(b)) }
    }

    /// The whole place of a text, a unit a character or two. Zero is no unit.
    pub fn units(self, text: &str) -> impl Iterator<Item = u16> {
        let text = text.trim();
        let characters = if text.chars().all(is_simple) {
            Characters::Simple(text.chars())
        } else {
            let is_mark = unicode_normalization::char::is_combining_mark;
            let plain = text.nfkd().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase);
            let plain: String = plain.collect();
            Characters::Normal(plain.trim().chars().collect::<Vec<_>>().into_iter())
        };
        Units { collation: self, characters, before: None, second: None }
    }

    fn han(self, c: char) -> u16 {
        let table: &HanOrder = match self {
            Self::Stroke => &STROKE,
            Self::Pinyin | Self::FamilyPinyin => &PINYIN,
        };
        place_in(table, c).unwrap_or(HAN)
    }
}

/// The characters of a text, normalised if need be.
enum Characters<'a> {
    Simple(Chars<'a>),
    Normal(std::vec::IntoIter<char>),
}

impl Iterator for Characters<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Self::Simple(characters) => characters.next(),
            Self::Normal(characters) => characters.next(),
        }
    }
}

/// Gives the units of a text, one after another.
struct Units<'a> {
    collation: Collation,
    characters: Characters<'a>,
    before: Option<char>,
    /// The second unit of the last character.
    second: Option<u16>,
}

impl Iterator for Units<'_> {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        if let Some(second) = self.second.take() {
            return Some(second);
        }
        let mut c = self.characters.next()?;
        while c.is_whitespace() && self.before.is_some_and(char::is_whitespace) {
            c = self.characters.next()?;
        }
        let is_family = self.before.is_none() && self.collation == Collation::FamilyPinyin;
        self.before = Some(c);
        Some(match unit_of(c) {
            Unit::One(unit) => unit,
            Unit::Two(first, second) => {
                self.second = Some(second);
                first
            }
            Unit::Han => {
                let family = if is_family { place_in(&FAMILY, c) } else { None };
                self.second = family.map(|_| AFTER_ALL);
                family.unwrap_or_else(|| self.collation.han(c))
            }
        })
    }
}

/// Whether a key is a text's whole place.
pub fn is_whole(key: u128) -> bool {
    key & u128::from(u16::MAX) == 0
}

/// The places of a character.
enum Unit {
    One(u16),
    Two(u16, u16),
    /// By the table of the order.
    Han,
}

const FIRST_HAN: usize = 0x3400;
const BEFORE_HAN: RangeInclusive<u32> = 0x80..=0x33ff;
const BEHIND_HAN: RangeInclusive<u32> = 0xa000..=0xd7ff;

/// Where Han characters begin; there are fewer than 28,000 in the tables.
const HAN: u16 = 0x7000;
/// Characters beyond those of the tables, in two units.
const BEYOND: u16 = 0xe000;
/// Comes after everything.
const AFTER_ALL: u16 = u16::MAX;

/// Whether a character has its place without normalisation.
fn is_simple(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

fn unit_of(c: char) -> Unit {
    let code = c as u32;
    match c {
        'A'..='Z' => Unit::One(0x100 + code as u16 + 0x20),
        'a'..='z' => Unit::One(0x100 + code as u16),
        '0'..='9' => Unit::One(0x80 + code as u16),
        '\0'..='\u{7f}' => Unit::One(code as u16 + 1),
        '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => Unit::Han,
        _ if BEFORE_HAN.contains(&code) => Unit::One(0x200 + code as u16),
        _ if BEHIND_HAN.contains(&code) => Unit::One((code - 0xa000) as u16 + 0x3800),
        _ => Unit::Two(BEYOND + (code >> 12) as u16, (code & 0xfff) as u16 + 1),
    }
}

/// The places of the characters from [`FIRST_HAN`] on.
type HanOrder = Box<[u16]>;

static STROKE: LazyLock<HanOrder> =
    LazyLock::new(|| han_order(include_str!("../../assets/collation/stroke.txt")));
static PINYIN: LazyLock<HanOrder> =
    LazyLock::new(|| han_order(include_str!("../../assets/collation/pinyin.txt")));

/// Behind which place family names stand that are read otherwise than the word.
static FAMILY: LazyLock<HanOrder> = LazyLock::new(|| {
    let mut order = no_order();
    for (families, like) in FAMILY_PLACES {
        families.chars().for_each(|family| put(&mut order, family, Collation::Pinyin.han(*like)));
    }
    order
});

fn han_order(table: &str) -> HanOrder {
    let mut order = no_order();
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    for (place, c) in (HAN + 1..).zip(lines.flat_map(str::chars)) {
        put(&mut order, c, place);
    }
    order
}

fn no_order() -> HanOrder {
    vec![0; 0xa000 - FIRST_HAN].into()
}

fn put(order: &mut HanOrder, c: char, place: u16) {
    if let Some(own) = order.get_mut((c as usize).wrapping_sub(FIRST_HAN)) {
        *own = place;
    }
}

fn place_in(order: &HanOrder, c: char) -> Option<u16> {
    let place = order.get((c as usize).wrapping_sub(FIRST_HAN)).copied();
    place.filter(|place| *place != 0)
}

/// Characters that are read otherwise as a family name than in words, and behind which character they
/// stand then: one of the same sound.
#[rustfmt::skip]
const FAMILY_PLACES: &[(&str, char)] = &[
    ("曾", '增'), ("单單", '善'), ("仇", '求'), ("区區", '欧'), ("翟", '宅'), ("解", '谢'),
    ("查", '渣'), ("朴", '瓢'), ("缪繆", '妙'), ("乐樂", '月'), ("员員", '运'), ("盖蓋", '舸'),
    ("覃", '秦'), ("种", '虫'), ("秘", '毕'), ("折", '舌'), ("召", '绍'), ("繁", '婆'),
    ("么", '腰'), ("重", '虫'), ("洗", '显'), ("薄", '伯'), ("祭", '债'), ("乜", '聂'),
    ("郇", '寻'), ("能", '奈'), ("粘", '年'),
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(collation: Collation, in_order: &[&str]) {
        for pair in in_order.windows(2) {
            assert!(collation.compare(pair[0], pair[1]).is_lt(), "{collation:?} {pair:?}");
            assert!(collation.key(pair[0]) <= collation.key(pair[1]), "{collation:?} {pair:?}");
        }
    }

    #[test]
    fn names_stand_where_people_look_for_them() {
        check(
            Collation::Stroke,
            &["丁一", "王小明", "李", "林", "張", "陳", "黃", "劉", "鄭", "蘇"],
        );
        check(Collation::Stroke, &["王", "王一", "王小", "王小明", "王文"]);
        check(Collation::Pinyin, &["陈", "丁", "黄", "李", "林", "刘", "苏", "王", "张", "郑"]);
        check(Collation::Pinyin, &["北京", "上海", "深圳", "苏州", "天津"]);
        check(Collation::Pinyin, &["曾经", "陈"]);
        check(Collation::FamilyPinyin, &["于文", "增文", "曾文", "曾一", "张文"]);
        check(Collation::FamilyPinyin, &["安", "小曾", "小增"]);
    }

    #[test]
    fn every_script_has_its_place() {
        for collation in Collation::ALL.iter().copied() {
            check(collation, &["", "(a)", "104", "3M", "acme", "Zoe", "яна", "ヤマダ", "王", "𡍼"]);
            check(collation, &["Ann", "ann lee", "Anna", "Ännchen", "anne"]);
        }
    }

    #[test]
    fn what_does_not_matter_does_not() {
        for collation in Collation::ALL.iter().copied() {
            for (a, b) in [
                ("ACME", "acme"),
                ("Ａcme", "acme"),
                ("Müller", "Muller"),
                (" a  b ", "a b"),
                ("\u{f9dd}", "利"),
            ] {
                assert_eq!(collation.compare(a, b), Ordering::Equal, "{a} {b}");
            }
            assert_eq!((collation.key(""), collation.key("  ")), (None, None));
        }
    }

    #[test]
    fn the_tables_have_every_character_once() {
        for table in [&STROKE, &PINYIN] {
            let mut places: Vec<u16> = table.iter().copied().filter(|place| *place > HAN).collect();
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len(), 0x4dc0 - 0x3400 + 0xa000 - 0x4e00);
            assert!(places.last().is_some_and(|last| *last < BEYOND));
        }
    }

    proptest! {
        #[test]
        fn keys_are_the_start_of_the_order(a in "[ a-cA-C王李曾1é]{0,12}", b in "[ a-cA-C王李曾1é]{0,12}") {
            for collation in Collation::ALL.iter().copied() {
                let order = collation.compare(&a, &b);
                let (key, other) = (collation.key(&a), collation.key(&b));
                prop_assert!(key == other || key.cmp(&other) == order, "{:?} {:?}", a, b);
                let is_whole = key.is_none_or(is_whole) && other.is_none_or(is_whole);
                prop_assert!(key != other || !is_whole || order.is_eq(), "{:?} {:?}", a, b);
            }
        }
    }
}
