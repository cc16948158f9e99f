//! One spelling for the many ways of writing the same text: the form in which texts are compared.
//!
//! A folded text is for comparing and searching only, never for display: the Traditional to
//! Simplified step maps several characters to one (後 and 后, 範 and 范).

use std::{borrow::Cow, ops::RangeInclusive, sync::LazyLock};

use unicode_normalization::UnicodeNormalization;

/// The folded form: NFKC, lower case, Simplified characters, single spaces, nothing invisible.
///
/// Folding a folded text changes nothing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded form to `out`, so that a buffer can be reused over many rows.
pub fn fold_into(text: &str, out: &mut String) {
    let start = out.len();
    if append(text.chars().map(simple), start, out).is_none() {
        out.truncate(start);
        let normal = text
            .nfkc()
            .filter(|&c| !is_invisible(c))
            .flat_map(char::to_lowercase)
            // Lower case can compose where upper case could not (J̌, ǰ).
            .nfc()
            .map(|c| Some(fold_han(c)));
        // Every item is `Some`, so that nothing is left out.
        append(normal, start, out).unwrap_or_default();
    }
    if out.len() > start && out.ends_with(' ') {
        out.pop();
    }
}

/// The Simplified character for a Han character, regional variants included (衞, 裏); any other
/// character is returned as it is.
pub fn fold_han(c: char) -> char {
    let place = (c as usize).wrapping_sub(FIRST_HAN);
    SIMPLIFIED.get(place).copied().unwrap_or(c)
}

/// Whether a character belongs to the Han script as far as names and companies use it.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}' | '々' | '〇')
}

/// Latin text without its marks (é, ø, ß), for comparing names that were typed on another
/// keyboard; the input must be folded.
pub fn without_marks(folded: &str) -> Cow<'_, str> {
    if folded.is_ascii() {
        return Cow::Borrowed(folded);
    }
    let mut out = String::with_capacity(folded.len());
    for c in folded.nfd().filter(|&c| !unicode_normalization::char::is_combining_mark(c)) {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'þ' => out.push_str("th"),
            'ı' => out.push('i'),
            _ => out.push(c),
        }
    }
    out.nfc().collect::<String>().into()
}

const FIRST_HAN: usize = 0x3400;
const HAN: RangeInclusive<u32> = 0x3400..=0x9fff;

static SIMPLIFIED: LazyLock<Box<[char]>> = LazyLock::new(|| {
    let mut table: Box<[char]> = HAN.filter_map(char::from_u32).collect();
    let lines = include_str!("../../assets/match/han_fold.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let mut characters = line.chars();
        let Some(target) = characters.next() else { continue };
        for c in characters {
            if let Some(place) = table.get_mut((c as usize).wrapping_sub(FIRST_HAN)) {
                *place = target;
            }
        }
    }
    table
});

/// Appends characters with runs of spaces made one; none as soon as one of them is none.
fn append(
    characters: impl Iterator<Item = Option<char>>,
    start: usize,
    out: &mut String,
) -> Option<()> {
    let mut after_space = out.len() == start;
    for c in characters {
        let c = c?;
        if !c.is_whitespace() {
            out.push(c);
            after_space = false;
        } else if !after_space {
            out.push(' ');
            after_space = true;
        }
    }
    Some(())
}

/// The folded form of a character that neither NFKC nor its neighbours can change otherwise.
fn simple(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{3000}' => Some(' '),
        ' '..='~' => Some(c.to_ascii_lowercase()),
        '\u{3400}'..='\u{9fff}' => Some(fold_han(c)),
        // Full-width forms of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(c as u32 - 0xfee0).map(|c| c.to_ascii_lowercase())
        }
        _ => None,
    }
}

/// Characters that take no place on a card: controls, joiners, direction marks, variation selectors.
fn is_invisible(c: char) -> bool {
    match c {
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' => true,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => c.is_control() && !c.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use ferrous_opencc::{OpenCC, config::BuiltinConfig};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds() {
        let check = |input: &str, expected: &str| assert_eq!(fold(input), expected, "{input:?}");
        check("", "");
        check("  \u{3000} ", "");
        check("Acme  Co.,\tLtd. ", "acme co., ltd.");
        check("ＡＣＭＥ（股）", "acme(股)");
        check("衞生署　裏面", "卫生署 里面");
        check("裡裏里", "里里里");
        check("國際聯鋼\n", "国际联钢");
        check("㈱山田", "(株)山田");
        check("Ünal ÅNGSTRÖM", "ünal ångström");
        check("e\u{301}", "é");
        check("\u{feff}王\u{200b}明", "王明");
        check("辻\u{e0100}", "辻");
        check("ﾔﾏﾀﾞ", "ヤマダ");
        check("\u{f9dd}", "利");
        check("J\u{30c}", "ǰ");
    }

    #[test]
    fn strips_marks() {
        let check = |input: &str, expected: &str| assert_eq!(without_marks(input), expected);
        check("jürgen groß", "jurgen gross");
        check("søren łukasz", "soren lukasz");
        check("王小明", "王小明");
    }

    #[test]
    fn table_equals_the_library() {
        let [t2s, hk2s, tw2s] = [BuiltinConfig::T2s, BuiltinConfig::Hk2s, BuiltinConfig::Tw2s]
            .map(|config| OpenCC::from_config(config).unwrap());
        let one = |library: &OpenCC, c: char| {
            let text = library.convert(c.encode_utf8(&mut [0; 4]));
            let mut characters = text.chars();
            characters.next().filter(|_| characters.next().is_none()).unwrap_or(c)
        };
        let simplified: Vec<char> = HAN.filter_map(char::from_u32).map(|c| one(&t2s, c)).collect();
        let targets: std::collections::HashSet<char> = HAN
            .filter_map(char::from_u32)
            .zip(&simplified)
            .filter(|(c, s)| c != *s)
            .map(|p| *p.1)
            .collect();
        for (c, simplified) in HAN.filter_map(char::from_u32).zip(simplified) {
            let variant = |library| Some(one(library, c)).filter(|&v| v != c);
            let folded = if simplified != c || targets.contains(&c) {
                simplified
            } else {
                variant(&hk2s).or_else(|| variant(&tw2s)).unwrap_or(c)
            };
            assert_eq!(fold_han(c), one(&t2s, folded), "{c}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_fast_way_agrees(text in "[ -~、一-龥Ａ-ｚ\u{3000}]{0,12}") {
            let mut slow = String::new();
            append(text.nfkc().flat_map(char::to_lowercase).nfc().map(|c| Some(fold_han(c))), 0, &mut slow);
            prop_assert_eq!(fold(&text), slow.trim_end());
        }
    }
}
