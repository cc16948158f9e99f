//! What Han characters sound like: all Pinyin readings of each, without tones.

use std::{collections::HashMap, sync::LazyLock};

use pinyin::{Pinyin, ToPinyinMulti as _};
use unicode_normalization::UnicodeNormalization;

/// What a character may sound like. Characters with the same readings sound alike.
///
/// Numbers are those of one version of the program: a file that keeps them keeps [`Sound::version`] too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sound(u16);

impl Sound {
    /// No sound: it separates texts.
    pub const NONE: Self = Self(0);

    /// More than there are sounds.
    pub const LIMIT: usize = 8_192;

    /// What a character sounds like; none if it is no Han character in everyday use.
    pub fn of(c: char) -> Option<Self> {
        let place = |c: char| (c as usize).checked_sub(FIRST);
        let c = match c {
            // Characters that look the same have one code of their own besides.
            '\u{f900}'..='\u{faff}' => std::iter::once(c).nfkc().next().unwrap_or(c),
            _ => c,
        };
        let number = *TABLE.of_character.get(place(c)?)?;
        (number != 0).then_some(Self(number))
    }

    /// Its number, below [`Sound::LIMIT`].
    #[inline]
    pub fn number(self) -> u16 {
        self.0
    }

    /// The sound of a number.
    pub fn of_number(number: u16) -> Self {
        if usize::from(number) < TABLE.readings.len() { Self(number) } else { Self::NONE }
    }

    /// Every sound, with its readings: ü is written u in one and v in another.
    pub fn all() -> impl Iterator<Item = (Self, &'static [&'static str])> {
        (0..).map(Self).zip(TABLE.readings.iter().map(Vec::as_slice))
    }

    /// What changes when a number means something else.
    pub fn version() -> u32 {
        TABLE.version
    }
}

struct Table {
    of_character: Box<[u16]>,
    /// By number; nothing sounds like number 0.
    readings: Vec<Vec<&'static str>>,
    version: u32,
}

const FIRST: usize = 0x3400;
const LAST: usize = 0x9fff;

/// Made once, in a few milliseconds.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut readings: Vec<Vec<&'static str>> = vec![Vec::new()];
    let mut numbers: HashMap<Vec<&'static str>, u16> = HashMap::new();
    let mut number_of = |own: Vec<&'static str>| {
        *numbers.entry(own).or_insert_with_key(|own| {
            readings.push(own.clone());
            u16::try_from(readings.len() - 1).unwrap_or_default()
        })
    };
    let characters = (FIRST as u32..=LAST as u32).map(char::from_u32);
    let of_character: Box<[u16]> = characters
        .map(|c| match c.map(readings_of) {
            Some(own) if !own.is_empty() => number_of(own),
            _ => 0,
        })
        .collect();
    let mut version = crc32fast::Hasher::new();
    readings.iter().flatten().for_each(|reading| version.update(reading.as_bytes()));
    of_character.iter().for_each(|number| version.update(&number.to_le_bytes()));
    Table { of_character, readings, version: version.finalize() }
});

/// The readings of a character in alphabetical order.
fn readings_of(c: char) -> Vec<&'static str> {
    let known = c.to_pinyin_multi().into_iter().flatten().map(Pinyin::plain);
    let mut readings: Vec<&'static str> = known
        .flat_map(as_typed)
        .filter(|it| it.bytes().all(|byte| byte.is_ascii_lowercase()))
        .collect();
    readings.sort_unstable();
    readings.dedup();
    readings
}

/// The ways in which a syllable is typed.
fn as_typed(syllable: &'static str) -> Vec<&'static str> {
    match syllable {
        "lü" => vec!["lu", "lv"],
        "lüe" => vec!["lue", "lve"],
        "nü" => vec!["nu", "nv"],
        "nüe" => vec!["nue", "nve"],
        _ => vec![syllable],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_sound_as_they_are_read() {
        let readings = |c: char| {
            let sound = Sound::of(c)?;
            Sound::all().find(|(other, _)| *other == sound).map(|(_, readings)| readings)
        };
        for (c, expected) in [
            ('王', &["wang", "yu"] as &[_]),
            ('銀', &["yin"]),
            ('行', &["hang", "heng", "xing"]),
            ('乾', &["gan", "qian"]),
            ('吕', &["lu", "lv"]),
            ('\u{f9dd}', &["li"]),
        ] {
            assert_eq!(readings(c), Some(expected), "{c}");
        }
        assert_eq!([Sound::of('a'), Sound::of('ヤ'), Sound::of('。')], [None; 3]);
    }

    #[test]
    fn numbers_stay_below_their_limit() {
        assert!(Sound::all().count() < Sound::LIMIT);
        assert_eq!(Sound::of_number(Sound::LIMIT as u16), Sound::NONE);
    }
}
