//! A word in Latin letters, taken as Pinyin: `wangxiaoming`, `wangxm`, `wxm`, `xi'an`.
//!
//! A character is written by one of its readings, by the first letter of one (or zh, ch, sh), and the last
//! one by any beginning of a reading. The places between the letters are the states of a small automaton; a
//! sound leads from each of them to some others.

use std::{fmt, sync::Arc};

use crate::{
    domain::sound::Sound,
    model::{SoundPiece, append_sounds},
};

/// Longer words mean something else.
const LONGEST: usize = 31;

/// A word that may be Pinyin. Cheap to clone.
#[derive(Clone)]
pub(super) struct Spelling {
    letters: Arc<str>,
    /// The places at which a syllable must end, a bit each.
    breaks: u32,
    tables: Arc<Tables>,
}

/// What a sound does to the places reached so far, a bit a place.
struct Tables {
    /// The places reached from the start.
    first: BySound,
    /// The places from which a sound leads on, and the end.
    onward: BySound,
    /// By sound and place: the places reached.
    steps: Box<[u32]>,
}

/// Some places for each sound.
struct BySound(Box<[u32; Sound::LIMIT]>);

impl BySound {
    fn of(&self, sound: Sound) -> u32 {
        self.0.get(usize::from(sound.number())).copied().unwrap_or_default()
    }

    fn set(&mut self, sound: Sound, places: u32) {
        if let Some(place) = self.0.get_mut(usize::from(sound.number())) {
            *place = places;
        }
    }
}

impl Default for BySound {
    fn default() -> Self {
        Self(Box::new([0; Sound::LIMIT]))
    }
}

impl fmt::Debug for Spelling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Spelling({:?}, {:b})", self.letters, self.breaks)
    }
}

impl PartialEq for Spelling {
    fn eq(&self, other: &Self) -> bool {
        self.letters == other.letters && self.breaks == other.breaks
    }
}

impl Spelling {
    /// A folded word as Pinyin: two letters or more that characters can be written by.
    pub fn of(word: &str) -> Option<Self> {
        let (mut letters, mut breaks) = (String::new(), 0_u32);
        for c in word.chars() {
            match c {
                'a'..='z' => letters.push(c),
                'ü' => letters.push('v'),
                '\'' | '’' | ' ' | '-' => breaks |= 1_u32.checked_shl(letters.len() as u32)?,
                _ => return None,
            }
        }
        if !(2..=LONGEST).contains(&letters.len()) {
            return None;
        }
        let own = breaks & !(1 | 1 << letters.len());
        let word = Word { letters: letters.as_bytes(), breaks: own };
        let tables = word.tables()?;
        Some(Self { letters: letters.into(), breaks: own, tables: Arc::new(tables) })
    }

    /// Whether every text it finds is found by the other one too.
    pub fn extends(&self, shorter: &Self) -> bool {
        let inner = (1_u32 << shorter.letters.len()) - 1;
        self.letters.starts_with(&*shorter.letters) && self.breaks & inner == shorter.breaks
    }

    /// Whether characters of the text are written so.
    pub fn is_in(&self, text: &str) -> bool {
        let mut sounds = Vec::new();
        append_sounds(text, &mut sounds);
        self.is_heard_in(&sounds)
    }

    /// Whether sounds are written so, from some place on.
    pub fn is_heard_in(&self, sounds: &[Sound]) -> bool {
        self.find(sounds).is_some()
    }

    /// Calls `found` for each row of the piece that is written so.
    pub fn search(&self, piece: &SoundPiece, mut found: impl FnMut(usize)) {
        let (sounds, ends) = (piece.all(), piece.ends());
        let (mut row, mut from) = (0, 0);
        while let Some(hit) = sounds.get(from..).and_then(|rest| self.find(rest)) {
            row = super::search::row_at(ends, row, (from + hit) as u32);
            let Some(end) = ends.get(row) else { return };
            found(row);
            // One hit a row is enough.
            (row, from) = (row + 1, *end as usize);
        }
    }

    /// The first place from which sounds are written so. Most sounds begin with other letters: a look into one
    /// table tells.
    fn find(&self, sounds: &[Sound]) -> Option<usize> {
        let Tables { first, onward, .. } = self.tables.as_ref();
        let mut from = 0;
        loop {
            let rest = sounds.get(from..)?;
            let at = from + rest.iter().position(|sound| first.of(*sound) != 0)?;
            let reached = sounds.get(at).map_or(0, |sound| first.of(*sound));
            let next = sounds.get(at + 1).map_or(0, |sound| onward.of(*sound));
            if reached & next != 0 && sounds.get(at..).is_some_and(|it| self.starts(it)) {
                return Some(at);
            }
            from = at + 1;
        }
    }

    /// Whether the sounds begin so.
    fn starts(&self, sounds: &[Sound]) -> bool {
        let end = 1 << self.letters.len();
        let mut reached = 1;
        for sound in sounds {
            reached = self.step(reached, *sound);
            if reached & end != 0 || reached == 0 {
                break;
            }
        }
        reached & end != 0
    }

    fn step(&self, reached: u32, sound: Sound) -> u32 {
        let places = self.letters.len();
        let row = usize::from(sound.number()) * places;
        let steps = self.tables.steps.get(row..row + places).unwrap_or_default();
        let from = steps.iter().enumerate().filter(|(place, _)| reached & 1 << place != 0);
        from.fold(0, |reached, (_, step)| reached | step)
    }
}

/// The letters and breaks of a word.
struct Word<'a> {
    letters: &'a [u8],
    breaks: u32,
}

impl Word<'_> {
    /// What each sound does; none if no sounds lead to the end.
    fn tables(&self) -> Option<Tables> {
        let places = self.letters.len();
        let end = 1_u32 << places;
        let (mut first, mut onward) = (BySound::default(), BySound::default());
        let mut steps = Vec::new();
        for (sound, readings) in Sound::all() {
            let mut leads_on = end;
            for place in 0..places {
                let to = readings.iter().fold(0, |to, reading| to | self.step(place, reading));
                leads_on |= u32::from(to != 0) << place;
                if place == 0 {
                    first.set(sound, to);
                }
                steps.push(to);
            }
            onward.set(sound, leads_on);
        }
        let tables = Tables { first, onward, steps: steps.into() };
        tables.reach_the_end(places).then_some(tables)
    }

    /// The places reached from a place by a reading.
    fn step(&self, place: usize, reading: &str) -> u32 {
        let (rest, reading) = (self.letters.get(place..).unwrap_or_default(), reading.as_bytes());
        if rest.first() != reading.first() {
            return 0;
        }
        let to = |length: usize| {
            let inside = (1_u32 << (place + length)) - (1_u32 << (place + 1));
            if self.breaks & inside == 0 { 1 << (place + length) } else { 0 }
        };
        let mut reached = to(1);
        if matches!((reading, rest), ([b'z' | b'c' | b's', b'h', ..], [_, b'h', ..])) {
            reached |= to(2);
        }
        if rest.starts_with(reading) {
            reached |= to(reading.len());
        }
        if reading.starts_with(rest) {
            reached |= to(rest.len());
        }
        reached
    }
}

impl Tables {
    fn reach_the_end(&self, places: usize) -> bool {
        let mut reached = 1_u32;
        for place in 0..places {
            if reached & 1 << place == 0 {
                continue;
            }
            let from = self.steps.iter().skip(place).step_by(places);
            reached |= from.fold(0, |to, step| to | step);
        }
        reached & 1 << places != 0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Lists;

    #[test]
    fn words_are_read_as_pinyin() {
        let check = |word: &str, text: &str, expected: bool| {
            let found = Spelling::of(word).is_some_and(|spelling| spelling.is_in(text));
            assert_eq!(found, expected, "{word} {text}");
        };
        for word in ["wang", "wangx", "wangxiao", "wangxm", "wxm", "wxiaom", "xiaoming", "xm", "wa"]
        {
            check(word, "王小明", true);
        }
        for word in ["ang", "iaoming", "wangm", "ming王", "wangxiaominga", "smith", "w"] {
            check(word, "王小明", false);
        }
        for (word, text) in [
            ("yinhang", "中國銀行"),
            ("yinxing", "中国银行"),
            ("zgyh", "中国银行"),
            ("zhgyh", "中国银行"),
            ("qiankun", "乾坤"),
            ("xian", "西安"),
            ("xi'an", "西安"),
            ("xian", "先生"),
            ("lv", "吕志忠"),
            ("lu", "呂志忠"),
            ("lüzhi", "吕志忠"),
            ("wang xiao", "王 小明"),
            ("guangdian", "台灣 光電(股)"),
        ] {
            check(word, text, true);
        }
        check("xi'an", "先生", false);
        check("dianguf", "光電(股)份", false);
    }

    #[test]
    fn what_no_characters_are_written_by_is_no_pinyin() {
        for word in ["", "w", "iota", "i", "acme1", "王a", "vi", &"a".repeat(32)] {
            assert_eq!(Spelling::of(word), None, "{word}");
        }
    }

    /// All ways of writing a text: each character by a reading or a beginning of it.
    fn is_written(word: &str, characters: &[char]) -> bool {
        let Some((first, rest)) = characters.split_first() else { return false };
        let sound = Sound::of(*first).unwrap_or_default();
        let readings = Sound::all().find(|it| it.0 == sound).map_or(&[] as &[&str], |it| it.1);
        readings.iter().any(|reading| {
            let initial = if reading.get(1..2) == Some("h") { 2 } else { 1 };
            let whole = [reading.len(), 1, initial].into_iter().any(|length| {
                let after = word.strip_prefix(&reading[..length]);
                after.is_some_and(|after| after.is_empty() || is_written(after, rest))
            });
            whole || reading.starts_with(word)
        })
    }

    proptest! {
        #[test]
        fn a_spelling_finds_what_can_be_written_so(
            rows in prop::collection::vec("[王小明光电行长西安吕A ]{0,6}", 1..40),
            word in "(wang|xiao|ming|guang|dian|hang|zhang|xi|an|w|x|m|g|zh|lv|l){1,4}[a-z]?",
        ) {
            let mut column = Lists::default();
            for row in &rows {
                let mut sounds = Vec::new();
                append_sounds(row, &mut sounds);
                column.push(&sounds);
            }
            let mut found = Vec::new();
            if let Some(spelling) = Spelling::of(&word) {
                let piece = column.pieces().next().unwrap();
                spelling.search(piece, |row| found.push(row));
                for shorter in (2..word.len()).filter_map(|length| Spelling::of(&word[..length])) {
                    prop_assert!(spelling.extends(&shorter));
                    prop_assert!(found.iter().all(|row| shorter.is_in(&rows[*row])));
                }
            }
            let naive = |row: &String| row.split('A').any(|text| {
                let characters: Vec<char> = text.chars().filter(|c| *c != ' ').collect();
                word.len() > 1 && (0..characters.len()).any(|at| is_written(&word, &characters[at..]))
            });
            let expected: Vec<usize> = (0..rows.len()).filter(|row| naive(&rows[*row])).collect();
            prop_assert_eq!(found, expected, "{}", word);
        }
    }
}
