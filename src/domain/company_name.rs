//! The names of companies as keys: what stays when the legal form is taken away, and which branch
//! or place of the company a card means.

use std::cell::RefCell;

use super::{
    fold::{fold, is_han, without_marks},
    place::{is_place, leading_place, place_in_english, trailing_place},
    recent::Recent,
};

#[path = "legal_form.rs"]
mod legal_form;
use legal_form::{
    BRANCH_WORDS, HEADQUARTERS, LATIN_FORMS, OFFICES, cut_legal_form, without_suffix,
    without_suffix_at_all,
};

/// Names of companies that are remembered.
const COMPANIES: usize = 16_384;

/// A company name in the form in which it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompanyKey {
    /// The name without legal form, place and spaces, at least two characters; empty if there is none.
    pub core: String,
    /// The branch or plant: what tells two offices of one company apart.
    pub branch: Option<String>,
    /// The place before the name, mostly that of the register: 深圳市友嘉化學.
    pub place: Option<String>,
}

impl CompanyKey {
    /// Reads a company's name as a card or a register writes it.
    pub fn of(raw: &str) -> Self {
        thread_local!(static KNOWN: RefCell<Recent<CompanyKey>> = const { RefCell::new(Recent::of(COMPANIES)) });
        KNOWN.with(|known| known.borrow_mut().get(raw, Self::read))
    }

    fn read(raw: &str) -> Self {
        let folded = fold(raw);
        let mut found = Self::default();
        let text = found.without_brackets(&folded);
        if has_characters(&text) {
            found.read_chinese(&text);
        } else {
            found.read_latin(&text);
        }
        if found.core.chars().nth(1).is_none() {
            found.core = folded.chars().filter(|c| c.is_alphanumeric()).collect();
        }
        found
    }

    /// Whether the card has no company.
    pub fn is_empty(&self) -> bool {
        self.core.is_empty()
    }

    /// Takes bracketed parts out; a place in them is the branch, (股) and (M) are legal forms, the
    /// rest are other names.
    fn without_brackets(&mut self, folded: &str) -> String {
        let is_open = |c: char| "([{【〔《".contains(c);
        let is_close = |c: char| ")]}】〕》".contains(c);
        let mut outside = String::with_capacity(folded.len());
        let mut rest = folded;
        while let Some((before, opened)) = rest.split_once(is_open) {
            let (inside, after) = opened.split_once(is_close).unwrap_or((opened, ""));
            outside.push_str(before);
            // Latin words on both sides stay apart: Acme (Taiwan) Ltd.
            if before.ends_with(|c: char| c.is_ascii_alphanumeric()) {
                outside.push(' ');
            }
            self.set_branch(branch_of(inside.trim()).filter(|_| is_branch(inside)));
            rest = after;
        }
        outside.push_str(rest);
        // A name in brackets only.
        if outside.trim().is_empty() { folded.to_owned() } else { outside }
    }

    fn read_chinese(&mut self, text: &str) {
        let (mut name, latin) = apart_from_latin(text);
        if let Some(place) = place_in_english(&latin) {
            self.set_branch(Some(place.to_owned()));
        }
        let after_legal_form = cut_legal_form(&mut name);
        self.set_branch(after_legal_form.and_then(|rest| branch_of(&rest)));
        let mut core = name.as_str();
        while let Some(shorter) = without_suffix(core) {
            core = shorter;
        }
        core = self.take_branch_at_end(core);
        core = self.take_place_at_start(core);
        let only_place =
            core.is_empty() || is_place(core) || without_suffix_at_all(core).is_empty();
        if only_place && latin.chars().nth(1).is_some() {
            // IBM 台灣: the name is the Latin part.
            self.set_branch(Some(core.to_owned()).filter(|core| is_place(core)));
            self.read_latin(&latin);
        } else {
            self.core = core.to_owned();
        }
    }

    fn read_latin(&mut self, text: &str) {
        let words = latin_words(text);
        let mut words: &[String] = &words;
        if let Some((first, rest)) = words.split_first()
            && !rest.is_empty()
            && (first == "the" || first == "pt")
        {
            words = rest;
        }
        while let Some(shorter) = self.take_word_at_end(words) {
            words = shorter;
        }
        words = self.take_english_place_at_start(words);
        self.core = words.concat();
    }

    /// Takes a legal form, an office or a place from the end; none if there is none, or nothing else.
    fn take_word_at_end<'a>(&mut self, words: &'a [String]) -> Option<&'a [String]> {
        let (last, rest) = words.split_last().filter(|(_, rest)| !rest.is_empty())?;
        if LATIN_FORMS.has(last) || OFFICES.has(last) {
            return Some(rest);
        }
        let (before, shorter) = rest.split_last()?;
        let of_two = place_in_english(&format!("{before} {last}")).filter(|_| !shorter.is_empty());
        let (place, left) = match of_two {
            Some(place) => (place, shorter),
            None => (place_in_english(last)?, rest),
        };
        self.set_branch(Some(place.to_owned()));
        Some(left)
    }

    fn take_english_place_at_start<'a>(&mut self, words: &'a [String]) -> &'a [String] {
        let (place, rest) = match words {
            [a, b, rest @ ..] if rest.len() >= 2 && is_english_place(a, b) => {
                (place_in_english(&format!("{a} {b}")), rest)
            }
            [a, rest @ ..] if rest.len() >= 2 => (place_in_english(a), rest),
            _ => (None, words),
        };
        match place {
            Some(place) => {
                self.place = Some(place.to_owned());
                rest
            }
            None => words,
        }
    }

    /// 鴻海台中廠, 宏碁台北分公司, 西門子中國.
    fn take_branch_at_end<'a>(&mut self, core: &'a str) -> &'a str {
        let office = BRANCH_WORDS.cut(core);
        let before = office.unwrap_or(core);
        let Some((rest, place)) = trailing_place(before) else {
            return match office {
                Some(rest) if HEADQUARTERS.find(core).is_some() => at_least_two(rest, core),
                _ => core,
            };
        };
        if rest.chars().nth(1).is_none() {
            return core;
        }
        self.set_branch(Some(place.to_owned()));
        // The legal form may stand before the branch.
        without_suffix(rest).unwrap_or(rest)
    }

    /// 深圳市友嘉化學, 深圳研揚工業. A bare place before a short name belongs to it: 台中精機.
    fn take_place_at_start<'a>(&mut self, mut core: &'a str) -> &'a str {
        while let Some((place, rest)) = leading_place(core) {
            let is_marked = rest.starts_with(['市', '省', '县']);
            let rest = rest.trim_start_matches(['市', '省', '县']);
            let needed = if is_marked { 2 } else { 4 };
            if rest.chars().nth(needed - 1).is_none() {
                break;
            }
            self.place.get_or_insert_with(|| place.to_owned());
            core = rest;
        }
        core
    }

    /// The first branch that is found is the narrowest.
    fn set_branch(&mut self, branch: Option<String>) {
        if self.branch.is_none() {
            self.branch = branch;
        }
    }
}

fn has_characters(text: &str) -> bool {
    text.chars()
        .any(|c| is_han(c) || matches!(c, '\u{3041}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}'))
}

fn at_least_two<'a>(shorter: &'a str, whole: &'a str) -> &'a str {
    if shorter.chars().nth(1).is_some() { shorter } else { whole }
}

/// Whether a bracketed text is a place or names a branch: (深圳), (台北分公司), (Taiwan).
fn is_branch(text: &str) -> bool {
    let text = text.trim();
    let place = text.trim_end_matches(['市', '省', '县']);
    is_place(place) || place_in_english(text).is_some() || BRANCH_WORDS.find(text).is_some()
}

/// The branch of a text that names one; departments and headquarters are none.
fn branch_of(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    if let Some(place) = place_in_english(text.trim()) {
        return Some(place.to_owned());
    }
    let text: String = text.chars().filter(|&c| c != ' ').collect();
    let is_headquarters = HEADQUARTERS.find(&text).is_some();
    let word = BRANCH_WORDS.find(&text);
    let is_division = matches!(word, Some("事业部" | "事业群"));
    let rest =
        word.filter(|_| !is_division).and_then(|word| text.strip_suffix(word)).unwrap_or(&text);
    let rest = rest.trim_start_matches('第').trim_end_matches(['市', '省', '县']);
    let is_known = word.is_some() || is_place(rest);
    (is_known && !is_headquarters && !rest.is_empty()).then(|| rest.to_owned())
}

/// The part in characters without spaces, and the Latin words that stand apart from it.
fn apart_from_latin(text: &str) -> (String, String) {
    let mut name = String::with_capacity(text.len());
    let mut latin = String::new();
    for word in text.split_whitespace() {
        if has_characters(word) {
            name.extend(word.chars().filter(|c| c.is_alphanumeric()));
        } else {
            latin.push_str(if latin.is_empty() { "" } else { " " });
            latin.push_str(word);
        }
    }
    (name, latin)
}

/// The words of a Latin name: s.r.l. is one, co.ltd. two.
fn latin_words(text: &str) -> Vec<String> {
    let text = without_marks(text);
    let mut words = Vec::with_capacity(6);
    let is_between = |c: char| !c.is_alphanumeric() && c != '.' && c != '\'';
    for word in text.split(is_between) {
        let is_abbreviation = word.split('.').all(|part| part.len() <= 1);
        if is_abbreviation {
            words.push(word.replace(['.', '\''], ""));
        } else {
            words.extend(word.split('.').map(|part| part.replace('\'', "")));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn is_english_place(a: &str, b: &str) -> bool {
    place_in_english(&format!("{a} {b}")).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_companies() {
        let check = |raw: &str, core: &str, branch: &str| {
            let key = CompanyKey::of(raw);
            let found = (key.core.as_str(), key.branch.as_deref().unwrap_or_default());
            assert_eq!(found, (core, branch), "{raw:?}");
        };
        let check_place = |raw: &str, core: &str, place: &str, branch: &str| {
            assert_eq!(CompanyKey::of(raw).place.as_deref(), Some(place), "{raw:?}");
            check(raw, core, branch);
        };
        check("宏碁能源企業有限公司", "宏碁能源", "");
        check("仁寶科技實業(股)公司", "仁宝科技", "");
        check("仁寶科技實業股份有限公司", "仁宝科技", "");
        check("巨大工業", "巨大工业", "");
        check("瑞昱食品集团有限公司", "瑞昱食品", "");
        check("瑞昱食品集團", "瑞昱食品", "");
        check_place("东莞市台中精精密有限责任公司", "台中精精密", "东莞", "");
        check_place("厦门瑞昱机械有限责任公司台北分公司", "瑞昱机械", "厦门", "台北");
        check_place("廈門市瑞昱機械有限責任公司", "瑞昱机械", "厦门", "");
        check_place("廣東省深圳市友嘉化學", "友嘉化学", "广东", "");
        check("凌華光電實業股份有限公司（深圳）", "凌华光电", "深圳");
        check("廣達化學股份有限公司 Taiwan", "广达化学", "台湾");
        check("鴻海精密台中廠", "鸿海精密", "台中");
        check("鴻海精密工業股份有限公司 台中廠", "鸿海精密工业", "台中");
        check("友嘉機械總公司", "友嘉机械", "");
        check("友嘉機械股份有限公司第二廠", "友嘉机械", "二");
        check("友嘉機械股份有限公司研發部", "友嘉机械", "");
        check("明基電子事業群", "明基电子事业群", "");
        check("台中精機", "台中精机", "");
        check("中国银行", "中国银行", "");
        check("台積電 TSMC", "台积电", "");
        check("IBM 台灣", "ibm", "台湾");
        check("3M台灣股份有限公司", "3m", "台湾");
        check("LG電子", "lg电子", "");
        check("株式会社山田製作所", "山田制作所", "");
        check("山田製作所(株)", "山田制作所", "");
        check("주식회사 삼성전자", "삼성전자", "");
        check("有限公司", "有限公司", "");
        check("實業", "实业", "");
        check("王品", "王品", "");
        check("Acme Co., Ltd.", "acme", "");
        check("ACME CO.LTD", "acme", "");
        check("The Acme Company", "acme", "");
        check("Foxconn Technology Group", "foxconntechnology", "");
        check("Delta Electronics (Taiwan) Inc.", "deltaelectronics", "台湾");
        check("Delta Electronics, Inc., Shenzhen Branch", "deltaelectronics", "深圳");
        check("Delta Electronics Hong Kong Limited", "deltaelectronics", "香港");
        check_place("Shenzhen Foo Electronics Co., Ltd", "fooelectronics", "深圳", "");
        check("Müller GmbH & Co. KG", "muller", "");
        check("Kowalski Sp. z o.o.", "kowalski", "");
        check("Rossi S.r.l.", "rossi", "");
        check("Rossi S.p.A.", "rossi", "");
        check("Foo (M) Sdn. Bhd.", "foo", "");
        check("Johnson & Johnson", "johnsonjohnson", "");
        check("McDonald's", "mcdonalds", "");
        check("Co., Ltd.", "co", "");
        check("A", "a", "");
        check("", "", "");
        check("()", "", "");
    }

    proptest! {
        #[test]
        fn never_strips_to_nothing(raw in any::<String>(), near in "[台北深圳市友嘉股份有限公司(）廠分 a-zA-Z.,&-]{0,14}") {
            for raw in [raw, near] {
                let letters = fold(&raw).chars().filter(|c| c.is_alphanumeric()).count();
                let core = CompanyKey::of(&raw).core.chars().count();
                prop_assert!(core >= letters.min(2), "{}", raw);
            }
        }
    }
}
