//! What was found out about a text is remembered for a while: at a fair the same companies come again and
//! again.

/// Answers by their text. Each takes the place of an older one whose text falls on the same place.
pub(super) struct Recent<T> {
    places: Vec<Option<(Box<str>, T)>>,
    room: usize,
}

impl<T: Clone> Recent<T> {
    /// Room for so many answers.
    pub const fn of(room: usize) -> Self {
        Self { places: Vec::new(), room }
    }

    /// The answer for a text.
    pub fn get(&mut self, text: &str, find_out: impl FnOnce(&str) -> T) -> T {
        if self.places.is_empty() {
            self.places.resize_with(self.room, || None);
        }
        let hash = xxhash_rust::xxh3::xxh3_64(text.as_bytes());
        let place = self.places.get_mut(hash as usize % self.room);
        match place {
            Some(Some((known, answer))) if **known == *text => answer.clone(),
            Some(place) => {
                let answer = find_out(text);
                *place = Some((text.into(), answer.clone()));
                answer
            }
            None => find_out(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_its_own_answer() {
        let mut recent = Recent::of(2);
        let mut found_out = 0;
        for text in ["a", "a", "b", "c", "d", "a"] {
            let answer = recent.get(text, |text| {
                found_out += 1;
                text.to_uppercase()
            });
            assert_eq!(answer, text.to_uppercase());
        }
        assert!(found_out < 6, "the second time it is known");
    }
}
