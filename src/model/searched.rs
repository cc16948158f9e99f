//! What words are looked for in, of all records of a kind.

use super::{
    saved::{Reader, Saved, Writer},
    search_text, sounds,
    varied::{Lists, Texts},
};
use crate::domain::{Kind, Row, Tag, ValueRef, sound::Sound};

/// What words are looked for in, of all records of a kind, by row.
#[derive(Clone, Debug, Default)]
pub(super) struct Searched {
    /// The folded text that anyone may search.
    pub plain: Texts,
    /// The folded mails and digits of phones: hidden from those who may not see them.
    pub contact: Texts,
    /// What names sound like, for words that may be Pinyin.
    pub sounds: Lists<Sound>,
}

impl Searched {
    /// Adds a row, by its fields.
    pub fn push<'a>(&mut self, kind: Kind, value_of: impl Fn(Tag) -> ValueRef<'a>) {
        self.plain.push_with(|plain| {
            self.contact.push_with(|contact| {
                search_text::append_of(kind, &value_of, (plain, contact));
            });
        });
        self.sounds.push_with(|sounds| sounds::append_of(kind, value_of, sounds));
    }

    /// Adds the rows of others.
    pub fn append(&mut self, others: Self) {
        self.plain.append(others.plain);
        self.contact.append(others.contact);
        self.sounds.append(others.sounds);
    }

    /// Changes rows that differ.
    pub fn set_many(&mut self, kind: Kind, rows: &[(usize, &Row)]) {
        let (mut plain, mut contact) = (Vec::new(), Vec::new());
        for (at, row) in rows {
            let (plain_text, contact_text) = search_text::of(kind, |tag| row.get(tag).into());
            plain.push((*at, plain_text));
            contact.push((*at, contact_text));
        }
        self.plain.set_many(plain);
        self.contact.set_many(contact);
        let sounds_of = |row: &Row| sounds::of(kind, |tag| row.get(tag).into());
        let sounds = rows.iter().map(|(at, row)| (*at, sounds_of(row)));
        self.sounds.set_many(sounds.collect());
    }

    /// Its parts with their bytes in memory.
    pub fn bytes(&self) -> [(&'static str, usize); 3] {
        [
            ("search_text", self.plain.bytes()),
            ("contact_text", self.contact.bytes()),
            ("sounds", self.sounds.bytes()),
        ]
    }
}

impl Saved for Searched {
    fn save(&self, out: &mut Writer<'_>) {
        self.plain.save(out);
        self.contact.save(out);
        self.sounds.save(out, |sound| sound.number().to_le_bytes());
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        let (plain, contact) = (Texts::load(from)?, Texts::load(from)?);
        let sound = |number| Sound::of_number(u16::from_le_bytes(number));
        Some(Self { plain, contact, sounds: Lists::load(from, sound)? })
    }
}
