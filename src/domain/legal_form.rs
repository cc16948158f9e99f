//! Legal forms of companies, and the words that make a name one of a branch.

use std::sync::LazyLock;

use super::super::word_list::{Endings, Words};

/// Cuts the name at its last legal form; what stood behind that is returned.
pub(super) fn cut_legal_form(name: &mut String) -> Option<String> {
    // Every form ends with one of these: looking for them alone is faster.
    let (start, end) = ["公司", "会社", "회사"].iter().find_map(|last| {
        name.rmatch_indices(last).find_map(|(at, _)| {
            let end = at + last.len();
            let until = name.get(..end)?;
            let form = LEGAL_FORMS.iter().find(|form| until.ends_with(**form))?;
            Some((end - form.len(), end))
        })
    })?;
    let rest = name.split_off(end);
    name.truncate(start);
    // 株式会社 also stands first.
    if name.is_empty() {
        *name = rest;
        return None;
    }
    Some(rest)
}

/// The name without a word that is a legal form or says no more; none if less than two characters stay.
pub(super) fn without_suffix(core: &str) -> Option<&str> {
    let shorter = SUFFIXES.cut(core)?;
    // A branch word is not a legal form: 台北分公司.
    let is_branch = BRANCH_WORDS.find(core).is_some();
    (!is_branch && shorter.chars().nth(1).is_some()).then_some(shorter)
}

/// The same, however little stays.
pub(super) fn without_suffix_at_all(core: &str) -> &str {
    SUFFIXES.cut(core).unwrap_or(core)
}

/// Legal forms that end a Chinese, Japanese or Korean name, folded, longer ones first.
#[rustfmt::skip]
const LEGAL_FORMS: &[&str] = &[
    "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "股份公司", "无限公司",
    "两合公司", "责任公司", "集团公司", "株式会社", "有限会社", "合同会社", "合资会社",
    "주식회사", "유한회사",
];

/// What may be left of a legal form or say no more than it, folded.
#[rustfmt::skip]
static SUFFIXES: LazyLock<Endings> = LazyLock::new(|| Endings::of(&[
    "公司", "股份", "有限责任", "有限", "集团", "实业", "企业社", "企业", "商行",
    "工作室", "事务所",
]));

/// What ends the name of a branch, folded, longer ones first.
#[rustfmt::skip]
pub(super) static BRANCH_WORDS: LazyLock<Endings> = LazyLock::new(|| Endings::of(&[
    "分公司", "子公司", "总公司", "办事处", "代表处", "服务处", "联络处", "营业所", "营业处",
    "事业部", "事业群", "研发中心", "分行", "分店", "分厂", "分部", "分院", "分校", "总部",
    "总厂", "本社", "支社", "支店", "工厂", "园区", "厂区", "厂", "店",
]));

/// Branch words that mean the company itself.
pub(super) static HEADQUARTERS: LazyLock<Endings> =
    LazyLock::new(|| Endings::of(&["总公司", "总部", "总厂", "本社"]));

/// Legal forms of Latin names, folded, without points.
#[rustfmt::skip]
pub(super) static LATIN_FORMS: LazyLock<Words> = LazyLock::new(|| Words::of(&[
    "co", "company", "cos", "corp", "corporation", "inc", "incorporated", "ltd", "limited", "llc",
    "llp", "lp", "plc", "gmbh", "mbh", "ag", "kg", "kgaa", "ug", "ohg", "ev", "se", "sa", "sas",
    "sarl", "srl", "spa", "snc", "sl", "slu", "bv", "nv", "oy", "oyj", "ab", "as", "asa", "aps",
    "sro", "doo", "kft", "zrt", "sp", "z", "oo", "pte", "pty", "sdn", "bhd", "tbk", "kk", "gk", "yk",
    "pvt", "private", "public", "pcl", "jsc", "ooo", "ltda", "cv", "de", "group", "and",
]));

/// Words that make an English place a branch.
pub(super) static OFFICES: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&["branch", "office", "factory", "plant", "headquarters", "hq", "division"])
});
