//! The names of people as keys: what stays when honorifics, spaces and order are taken away.

use std::{borrow::Cow, sync::LazyLock};

use super::{
    fold::{fold, is_han, without_marks},
    romanised::{is_compound_family_name, is_family_name, pair, plain_syllable, romanised},
    word_list::{Endings, Words},
};

/// A name in the form in which it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameKey {
    /// The name itself: characters without spaces, or Latin words in alphabetical order.
    /// Empty if there is none.
    pub main: String,
    /// Another whole name on the same card: 李四 (Leo Lee), 林冠廷 Guanting Lin. A single word
    /// in Latin letters is a nickname and not kept.
    pub alias: Option<String>,
    /// The names in Latin letters, as two words: those written so, and the readings of Chinese ones.
    pub latin: Vec<String>,
}

impl NameKey {
    /// Reads a name as a card, a sheet or a mail program writes it.
    ///
    /// Honorifics and titles go (先生, 總經理, Dr., PhD) as long as a name stays: 王總 stays whole.
    pub fn of(raw: &str) -> Self {
        let folded = fold(raw);
        let (text, inside) = without_brackets(&folded);
        let mut found = Self::default();
        found.add(&text);
        if let Some(inside) = inside {
            found.add(inside);
        }
        found
    }

    /// The name, and a second field that holds it in Latin letters.
    pub fn with_latin(raw: &str, latin: &str) -> Self {
        let mut found = Self::of(raw);
        if !latin.is_empty() {
            found.add(&fold(latin));
        }
        found
    }

    /// Whether the card has no name.
    pub fn is_empty(&self) -> bool {
        self.main.is_empty()
    }

    /// The name and its alias.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let main = Some(self.main.as_str()).filter(|main| !main.is_empty());
        main.into_iter().chain(self.alias.as_deref())
    }

    /// Whether the name is written in characters (Han, kana, hangul).
    pub fn is_east_asian(&self) -> bool {
        self.main.chars().any(is_east_asian)
    }

    fn add(&mut self, text: &str) {
        if text.is_ascii() {
            return self.add_latin(text);
        }
        // (先生) is no name.
        if TITLES_AFTER.has_whole(text.trim()) {
            return;
        }
        let (characters, latin) = by_script(text);
        let characters = east_asian_name(&characters);
        if characters.chars().count() >= 2 {
            self.latin.extend(romanised(&characters));
            self.add_name(characters);
            self.add_latin(&latin);
        } else {
            // 王 David is one name in two scripts.
            self.add_latin(text);
        }
    }

    fn add_latin(&mut self, text: &str) {
        let text = without_marks(text);
        let words = latin_words(&text);
        for form in latin_forms(&words) {
            if !self.latin.contains(&form) {
                self.latin.push(form);
            }
        }
        let is_nickname = words.len() == 1 && !self.main.is_empty();
        if !words.is_empty() && !is_nickname {
            self.add_name(latin_key(words));
        }
    }

    fn add_name(&mut self, name: String) {
        if self.main.is_empty() {
            self.main = name;
        } else if self.alias.is_none() && self.main != name {
            self.alias = Some(name);
        }
    }
}

/// Honorifics and titles after a name in characters, folded, longer ones before those they end with.
#[rustfmt::skip]
static TITLES_AFTER: LazyLock<Endings> = LazyLock::new(|| Endings::of(&[
    "副总经理", "执行董事", "总经理", "业务经理", "业务专员", "业务代表", "业务主任", "采购经理",
    "销售经理", "市场经理", "产品经理", "项目经理", "行销经理", "客户经理", "区域经理", "执行长",
    "营运长", "技术长", "财务长", "副董事长", "董事长", "副总裁", "总裁", "副总监", "总监",
    "副经理", "经理", "副总", "协理", "副理", "襄理", "课长", "组长", "处长", "副部长", "部长",
    "副厂长", "厂长", "所长", "科长", "局长", "院长", "校长", "会长", "理事长", "秘书长", "秘书",
    "主任", "主管", "主席", "总工程师", "工程师", "专员", "助理", "顾问", "博士", "硕士",
    "副教授", "教授", "讲师", "老师", "医师", "医生", "律师", "会计师", "建筑师", "设计师",
    "先生", "小姐", "女士", "太太", "夫人", "女史", "老板", "师傅", "同学", "阁下", "敬启",
    "台启", "总", "さん", "さま", "様", "殿", "씨", "님",
]));

/// Titles and degrees around a Latin name, folded, without points.
#[rustfmt::skip]
static LATIN_TITLES: LazyLock<Words> = LazyLock::new(|| Words::of(&[
    "mr", "mrs", "ms", "miss", "mx", "mme", "mlle", "monsieur", "herr", "frau", "hr", "fr", "sir",
    "madam", "dr", "drs", "prof", "professor", "dipl", "ing", "dipling", "ir", "mag", "eng",
    "phd", "md", "mba", "emba", "msc", "bsc", "llm", "cpa", "cfa", "pmp", "pe", "esq", "jr", "sr",
    "ii", "iii", "iv", "rev", "hon", "capt", "col", "gen",
]));

/// Whether a word is a title or an honorific that stands behind a name in characters.
pub fn is_title(word: &str) -> bool {
    TITLES_AFTER.has_whole(&fold(word))
}

/// Whether a text ends with such a word.
pub fn ends_with_title(text: &str) -> bool {
    TITLES_AFTER.find(&fold(text)).is_some()
}

fn is_east_asian(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3105}'..='\u{312f}' | '\u{ac00}'..='\u{d7a3}')
}

/// The text outside of brackets, and what the first of them held.
fn without_brackets(folded: &str) -> (Cow<'_, str>, Option<&str>) {
    const OPEN: [char; 12] = ['(', '[', '{', '<', '【', '「', '『', '《', '〈', '〔', '"', '“'];
    const CLOSE: [char; 12] = [')', ']', '}', '>', '】', '」', '』', '》', '〉', '〕', '"', '”'];
    let Some(open) = folded.find(OPEN) else { return (folded.into(), None) };
    let (before, rest) = folded.split_at(open);
    let mut inside = rest.chars();
    inside.next();
    let inside = inside.as_str();
    let (inside, after) = inside.split_at(inside.find(CLOSE).unwrap_or(inside.len()));
    let mut after = after.chars();
    after.next();
    let outside = format!("{before} {}", after.as_str().trim_start_matches(CLOSE));
    // (陳先生) stands alone: the brackets mean nothing.
    if outside.trim().is_empty() {
        return (inside.into(), None);
    }
    (outside.into(), Some(inside))
}

/// The words in characters and the words in letters.
fn by_script(text: &str) -> (String, String) {
    let mut characters = String::with_capacity(text.len());
    let mut letters = String::new();
    for c in text.chars() {
        if is_east_asian(c) {
            characters.push(c);
        } else if c == ' ' {
            characters.push(c);
            letters.push(c);
        } else if !matches!(c, '·' | '・' | '‧' | '•') {
            letters.push(c);
        }
    }
    (characters, letters)
}

/// A name in characters without titles and spaces, the family name first.
fn east_asian_name(text: &str) -> String {
    let mut rest = text.trim();
    while let Some(shorter) = without_title(rest) {
        rest = shorter;
    }
    let mut words = rest.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    match (second, words.next()) {
        (None, _) => first.to_owned(),
        (Some(second), None) if is_reversed(first, second) => format!("{second}{first}"),
        _ => rest.split_whitespace().collect(),
    }
}

fn without_title(text: &str) -> Option<&str> {
    let shorter = TITLES_AFTER.cut(text)?.trim_end();
    let left = shorter.chars().filter(|&c| is_east_asian(c)).take(2).count();
    (left == 2).then_some(shorter)
}

/// Whether of two words in characters the second is the family name: 品睿 陳.
fn is_reversed(first: &str, second: &str) -> bool {
    let is_family = |word: &str| {
        let mut characters = word.chars();
        match (characters.next(), characters.next()) {
            (Some(c), None) => is_family_name(c),
            _ => is_compound_family_name(word),
        }
    };
    is_family(second) && !is_family(first)
}

/// The words of a Latin name in the order *given, family*, without titles and middle initials.
fn latin_words(text: &str) -> Vec<Cow<'_, str>> {
    let (family, given) = text.split_once(',').unwrap_or((text, ""));
    let mut words = Vec::with_capacity(4);
    for part in [given, family] {
        let cleaned = part.split([' ', '/', ';', ':', ',']).map(clean_word);
        words.extend(cleaned.filter(|word| !word.is_empty()));
    }
    let is_title = |word: &Cow<'_, str>| LATIN_TITLES.has(word);
    if !words.iter().all(is_title) {
        words.retain(|word| !is_title(word));
    }
    let is_long = |word: &Cow<'_, str>| word.chars().nth(1).is_some();
    if words.iter().filter(|word| is_long(word)).count() >= 2 {
        words.retain(is_long);
    }
    words
}

/// A word with the syllables around a hyphen joined: Hsiao-Ming, Xiaoming.
fn clean_word(word: &str) -> Cow<'_, str> {
    let is_part = |c: char| c.is_alphanumeric();
    if word.chars().all(is_part) {
        return word.into();
    }
    let mut clean = String::with_capacity(word.len());
    if word.contains('-') {
        word.split('-').for_each(|part| clean.push_str(plain_syllable(part)));
        clean.retain(is_part);
    } else {
        clean.extend(word.chars().filter(|&c| is_part(c)));
    }
    clean.into()
}

/// A Latin name as two words: of three words the first or the last is the family name.
fn latin_forms(words: &[Cow<'_, str>]) -> Vec<String> {
    let plain = |word: &Cow<'_, str>| plain_syllable(word).to_owned();
    match words {
        [a, b] => vec![pair(plain_syllable(a), plain_syllable(b))],
        [first, .., last] if words.len() <= 4 => {
            let (_, rest) = words.split_at(1);
            let (start, _) = words.split_at(words.len() - 1);
            let family_first = pair(first, &rest.iter().map(plain).collect::<String>());
            let family_last = pair(last, &start.iter().map(plain).collect::<String>());
            vec![family_last, family_first]
        }
        _ => Vec::new(),
    }
}

fn latin_key(mut words: Vec<Cow<'_, str>>) -> String {
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_names() {
        let check = |raw: &str, main: &str, alias: &str| {
            let key = NameKey::of(raw);
            let found = (key.main.as_str(), key.alias.as_deref().unwrap_or_default());
            assert_eq!(found, (main, alias), "{raw:?}");
        };
        check("王小明", "王小明", "");
        check("王 小明　先生", "王小明", "");
        check("曾雅萍小姐", "曾雅萍", "");
        check("王小明 業務經理", "王小明", "");
        check("陳志明博士 教授", "陈志明", "");
        check("王總經理", "王总经理", "");
        check("王總", "王总", "");
        check("王桂香總", "王桂香", "");
        check("張先生", "张先生", "");
        check("品睿 陳", "陈品睿", "");
        check("林 志玲", "林志玲", "");
        check("娜娜 歐陽", "欧阳娜娜", "");
        check("李四(Leo Lee)", "李四", "lee leo");
        check("王建志(Grace)", "王建志", "");
        check("林冠廷 Guanting Lin", "林冠廷", "guanting lin");
        check("王小明（先生）", "王小明", "");
        check("(陳先生)", "陈先生", "");
        check("Smith, John A.", "john smith", "");
        check("Dr. John Smith, PhD", "john smith", "");
        check("Mr John SMITH", "john smith", "");
        check("Jürgen Groß", "gross jurgen", "");
        check("O'Brien, Anne-Marie", "annemarie obrien", "");
        check("FANG Lijuan", "fang lijuan", "");
        check("王 David", "david 王", "");
        check("山田 太郎 様", "山田太郎", "");
        check("김 철수 씨", "김철수", "");
        check("约翰·史密斯", "约翰史密斯", "");
        check("Dr", "dr", "");
        check("", "", "");
        check("()", "", "");
        check("經理", "", "");
    }

    #[test]
    fn both_scripts_meet() {
        let check = |characters: &str, latin: &str, expected: bool| {
            let (a, b) = (NameKey::of(characters), NameKey::of(latin));
            let meets = a.latin.iter().any(|form| b.latin.contains(form));
            assert_eq!(meets, expected, "{characters} {latin}: {:?} {:?}", a.latin, b.latin);
        };
        check("王小明", "Xiaoming Wang", true);
        check("王小明", "WANG, Xiao-Ming", true);
        check("王小明", "Wang Xiao Ming", true);
        check("王小明", "Hsiao-Ming Wang", true);
        check("曾雅萍", "CENG Yaping", true);
        check("曾雅萍", "Zeng Yaping", true);
        check("曾雅萍", "Ya-Ping Tseng", true);
        check("呂怡君", "Lv Yijun", true);
        check("呂怡君", "Lyu Yi-Jun", true);
        check("呂怡君", "I-Chun Lu", true);
        check("歐陽娜", "Na Ouyang", true);
        check("王小明", "David Wang", false);
        check("王小明", "Xiaoming", false);
    }

    proptest! {
        #[test]
        fn never_panics(raw in any::<String>(), near in "[王陳小明先生經理 ()a-zA-Z.,-]{0,12}") {
            NameKey::of(&raw);
            NameKey::with_latin(&near, &raw);
        }
    }
}
