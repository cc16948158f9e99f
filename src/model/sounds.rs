//! What the names of records sound like, for those who type Latin letters and mean Han characters.

use crate::domain::{FieldInfo, Kind, Shape, Tag, Value, ValueRef, sound::Sound};

/// What the names in a record sound like: [`Sound::NONE`] stands behind each and wherever a name breaks
/// off into another script.
pub(super) fn of<'a>(kind: Kind, value_of: impl Fn(Tag) -> ValueRef<'a>) -> Vec<Sound> {
    let mut sounds = Vec::new();
    append_of(kind, value_of, &mut sounds);
    sounds
}

/// Appends what the names in a record sound like.
pub(super) fn append_of<'a>(
    kind: Kind,
    value_of: impl Fn(Tag) -> ValueRef<'a>,
    sounds: &mut Vec<Sound>,
) {
    for field in kind.fields().iter().filter(|field| is_name(field)) {
        match value_of(field.tag) {
            ValueRef::Text(text) => append(text, sounds),
            other => {
                let texts = other.items().iter().filter_map(Value::as_text);
                texts.for_each(|text| append(text, sounds));
            }
        }
    }
}

/// Whether a field holds a name of someone or something, which anyone may search.
pub fn is_name(field: &FieldInfo) -> bool {
    let is_short = matches!(field.shape, Shape::Text | Shape::List(Shape::Text));
    is_short && field.spec.is_searched() && !field.spec.is_masked() && !field.spec.is_multiline()
}

/// Appends what a text sounds like. Spaces are not heard.
pub fn append(text: &str, sounds: &mut Vec<Sound>) {
    let is_over = |sounds: &[Sound]| sounds.last().is_none_or(|last| *last == Sound::NONE);
    if text.is_ascii() {
        return;
    }
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match Sound::of(c) {
            Some(sound) => sounds.push(sound),
            None if is_over(sounds) => {}
            None => sounds.push(Sound::NONE),
        }
    }
    if !is_over(sounds) {
        sounds.push(Sound::NONE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Fields as _, Lead};

    fn heard(text: &str) -> Vec<Sound> {
        let mut sounds = Vec::new();
        append(text, &mut sounds);
        sounds
    }

    #[test]
    fn names_are_heard_one_by_one() {
        let of = |c: char| Sound::of(c).unwrap();
        let none = Sound::NONE;
        assert_eq!(heard("王 小明"), [of('王'), of('小'), of('明'), none]);
        assert_eq!(heard("光電 (TW) 股份"), [of('光'), of('電'), none, of('股'), of('份'), none]);
        assert_eq!([heard("Wang"), heard("Müller"), heard("")], [const { Vec::new() }; 3]);
        let (name, company) = ("王".to_owned(), "光".to_owned());
        let lead = Lead { name, company, supplier: "李".to_owned(), ..Lead::default() };
        let row = lead.to_row();
        let heard = super::of(Kind::Lead, |tag| row.get(tag).into());
        assert_eq!(heard, [of('王'), none, of('光'), none]);
    }
}
