//! What the names of records sound like, for those who type Latin letters and mean Han characters.

use crate::domain::{FieldInfo, Kind, Row, Shape, Value, sound::Sound};

/// What the names in a record sound like: [`Sound::NONE`] stands behind each and wherever a name breaks
/// off into another script.
pub(super) fn of(kind: Kind, row: &Row) -> Vec<Sound> {
    let mut sounds = Vec::new();
    for field in kind.fields().iter().filter(|field| is_name(field)) {
        match row.get(field.tag) {
            Value::Text(text) => append(text, &mut sounds),
            Value::List(items) => {
                items.iter().filter_map(Value::as_text).for_each(|it| append(it, &mut sounds));
            }
            _ => {}
        }
    }
    sounds
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
        assert_eq!(super::of(Kind::Lead, &lead.to_row()), [of('王'), none, of('光'), none]);
    }
}
