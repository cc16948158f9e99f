//! Lists of words, asked for texts that are almost never among them: the length and the first letter of a text, or
//! its last two bytes, mostly tell that it is none of them before any word is looked at.

/// Words that a text may be.
pub struct Words {
    words: &'static [&'static str],
    /// For each length, with which bytes the words of that length begin: one bit for each of the lowest six.
    firsts: [u64; 32],
}

impl Words {
    /// These words, in lower case.
    pub fn of(words: &'static [&'static str]) -> Self {
        let mut firsts = [0; 32];
        for word in words {
            if let Some(row) = firsts.get_mut(row_of(word)) {
                *row |= first_of(word);
            }
        }
        Self { words, firsts }
    }

    /// Whether a text is one of them.
    pub fn has(&self, text: &str) -> bool {
        self.may_have(text) && self.words.contains(&text)
    }

    /// The same, whatever the case of its letters.
    pub fn has_in_any_case(&self, text: &str) -> bool {
        self.may_have(text) && self.words.iter().any(|word| word.eq_ignore_ascii_case(text))
    }

    fn may_have(&self, text: &str) -> bool {
        self.firsts.get(row_of(text)).is_some_and(|row| row & first_of(text) != 0)
    }
}

fn row_of(text: &str) -> usize {
    text.len().min(31)
}

fn first_of(text: &str) -> u64 {
    text.as_bytes().first().map_or(0, |byte| 1 << (byte.to_ascii_lowercase() & 63))
}

/// Words that a text may end with.
pub struct Endings {
    words: &'static [&'static str],
    /// For each last byte but one, which bytes may follow: one bit for each of the lowest six.
    lasts: [u64; 64],
}

impl Endings {
    /// These words of two bytes or more, longer ones before those they end with.
    pub fn of(words: &'static [&'static str]) -> Self {
        let mut lasts = [0; 64];
        for (row, bit) in words.iter().filter_map(|word| last_of(word)) {
            if let Some(row) = lasts.get_mut(row) {
                *row |= bit;
            }
        }
        Self { words, lasts }
    }

    /// Whether a text is one of them.
    pub fn has_whole(&self, text: &str) -> bool {
        self.find(text).is_some() && self.words.contains(&text)
    }

    /// The first of them that a text ends with.
    pub fn find(&self, text: &str) -> Option<&'static str> {
        let (row, bit) = last_of(text)?;
        let may_end = self.lasts.get(row).is_some_and(|row| row & bit != 0);
        self.words.iter().copied().find(|word| may_end && text.ends_with(word))
    }

    /// The text without it; none if it ends with none of them.
    pub fn cut<'a>(&self, text: &'a str) -> Option<&'a str> {
        text.strip_suffix(self.find(text)?)
    }
}

fn last_of(text: &str) -> Option<(usize, u64)> {
    let [.., before, last] = text.as_bytes() else { return None };
    Some((usize::from(before & 63), 1 << (last & 63)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole() {
        let words =
            Words::of(&["mr", "prof", "t-online.de", "a word of more than thirty-one letters"]);
        for word in words.words {
            assert!(words.has(word) && words.has_in_any_case(&word.to_uppercase()), "{word}");
            assert!(!words.has(&word.to_uppercase()));
        }
        for text in ["", "m", "ms", "mrs", "proF", "2r"] {
            assert!(!words.has(text), "{text}");
        }
    }

    #[test]
    fn endings_are_found_longest_first() {
        let endings = Endings::of(&["總經理", "經理", "先生", "厂"]);
        for (text, rest) in [("王總經理", "王"), ("李經理", "李"), ("先生", ""), ("台中厂", "台中")]
        {
            assert_eq!(endings.cut(text), Some(rest), "{text}");
        }
        for text in ["", "a", "理", "王小明", "先生 ", "John"] {
            assert_eq!(endings.find(text), None, "{text}");
        }
    }
}
