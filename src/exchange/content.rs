//! What a column holds, told by its values: for columns without a label, and to confirm the ones
//! that have one.

use super::{dates::parse_date, values::has_lost_digits};

/// A kind of value that can be told by looking at it.
pub struct Kind {
    /// The field such a column goes to.
    pub target: &'static str,
    /// Which part of the values must be of the kind.
    pub least: f32,
    is: fn(&str) -> bool,
}

/// Every kind, the surest first: a column takes the first that fits.
pub const KINDS: &[Kind] = &[
    Kind { target: "email", least: 0.6, is: is_email },
    Kind { target: "website", least: 0.6, is: is_website },
    Kind { target: "captured_at", least: 0.8, is: is_date },
    Kind { target: "mobile", least: 0.6, is: is_mobile },
    Kind { target: "phone", least: 0.6, is: is_phone },
    Kind { target: "company", least: 0.5, is: is_company },
    Kind { target: "address", least: 0.5, is: is_address },
    Kind { target: "job_title", least: 0.5, is: is_job_title },
    Kind { target: "name", least: 0.6, is: is_name },
];

impl Kind {
    /// The kind that a field's values are checked against.
    pub fn of(target: &str) -> Option<&'static Self> {
        let target = if matches!(target, "mobile" | "fax") { "phone" } else { target };
        KINDS.iter().find(|kind| kind.target == target)
    }

    /// Which part of the values is of this kind, 0 to 1; none if there are no values.
    pub fn share(&self, values: &[&str]) -> Option<f32> {
        let fitting = values.iter().filter(|value| (self.is)(value)).count();
        (!values.is_empty()).then(|| fitting as f32 / values.len() as f32)
    }
}

fn is_email(value: &str) -> bool {
    let at = value.find(['@', '＠']);
    at.is_some_and(|at| value.get(at..).is_some_and(|rest| rest.contains(['.', '．'])))
}

fn is_website(value: &str) -> bool {
    let start = value.get(..4).unwrap_or_default();
    start.eq_ignore_ascii_case("http") || start.eq_ignore_ascii_case("www.")
}

fn is_date(value: &str) -> bool {
    value.contains(['/', '-', '.', '年', ' ']) && parse_date(value).is_some()
}

fn is_phone(value: &str) -> bool {
    let digits = digits(value).len();
    let is_part =
        |c: char| c.is_numeric() || c.is_whitespace() || "+-()#.,;/、，；－（）＋＃".contains(c);
    let bare: String = ["分機", "分机", "轉", "转", "ext", "Ext", "EXT", "手機:", "公司:"]
        .iter()
        .fold(value.to_owned(), |text, word| text.replace(word, ""));
    let is_measure = value.contains('.') && value.parse::<f64>().is_ok();
    let is_number = (7..=32).contains(&digits) && bare.chars().all(is_part);
    has_lost_digits(value) || (is_number && !is_measure && !is_date(value))
}

/// A number that begins like a mobile of Taiwan, China or Hong Kong.
fn is_mobile(value: &str) -> bool {
    let digits = digits(value);
    let is_long = |length: usize, starts: &[&str]| {
        digits.len() == length && starts.iter().any(|start| digits.starts_with(start))
    };
    is_phone(value)
        && (is_long(10, &["09"])
            || is_long(9, &["9"])
            || is_long(12, &["8869"])
            || is_long(11, &["13", "14", "15", "16", "17", "18", "19"])
            || is_long(13, &["861"]))
}

fn digits(value: &str) -> String {
    value.chars().filter_map(|c| c.to_digit(10).and_then(|d| char::from_digit(d, 10))).collect()
}

fn is_company(value: &str) -> bool {
    const WORDS: &[&str] = &[
        "公司",
        "集團",
        "集团",
        "企業",
        "企业",
        "工廠",
        "工厂",
        "大學",
        "大学",
        "協會",
        "协会",
        "研究院",
        "事務所",
        "事务所",
        "銀行",
        "银行",
        "醫院",
        "医院",
        "商行",
        "株式会社",
    ];
    const SUFFIXES: &[&str] = &[
        "inc",
        "ltd",
        "llc",
        "corp",
        "corporation",
        "gmbh",
        "co",
        "company",
        "limited",
        "ag",
        "plc",
        "pte",
        "sa",
        "bv",
        "kg",
        "group",
        "university",
    ];
    let last = value.trim_end_matches(['.', ' ', ')']).rsplit([' ', ',', '.']).next();
    let last = last.unwrap_or_default().to_lowercase();
    WORDS.iter().any(|word| value.contains(word)) || SUFFIXES.contains(&last.as_str())
}

fn is_job_title(value: &str) -> bool {
    const ENDS: &[&str] = &[
        "經理",
        "经理",
        "總監",
        "总监",
        "工程師",
        "工程师",
        "主任",
        "專員",
        "专员",
        "董事長",
        "董事长",
        "總裁",
        "总裁",
        "主管",
        "協理",
        "副理",
        "襄理",
        "課長",
        "处长",
        "處長",
        "部長",
        "部长",
        "代表",
        "顧問",
        "顾问",
        "助理",
        "廠長",
        "厂长",
        "採購",
        "采购",
        "業務",
        "销售",
        "負責人",
        "教授",
        "科長",
    ];
    const WORDS: &[&str] = &[
        "manager",
        "director",
        "engineer",
        "ceo",
        "cto",
        "cfo",
        "coo",
        "president",
        "buyer",
        "sales",
        "specialist",
        "vp",
        "head",
        "founder",
        "consultant",
        "representative",
        "officer",
        "assistant",
    ];
    let mut words = value.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    ENDS.iter().any(|end| value.ends_with(end)) || words.any(|word| WORDS.contains(&word.as_str()))
}

fn is_address(value: &str) -> bool {
    const PARTS: &[char] = &[
        '市', '縣', '县', '區', '区', '路', '街', '號', '号', '鄉', '鎮', '镇', '段', '巷', '樓',
        '楼', '省',
    ];
    const WORDS: &[&str] =
        &["st", "street", "rd", "road", "ave", "avenue", "blvd", "lane", "floor"];
    let parts = value.chars().filter(|c| PARTS.contains(c)).count();
    let mut words = value.split([' ', ',', '.']).map(str::to_lowercase);
    let is_street = value.contains(|c: char| c.is_ascii_digit())
        && words.any(|word| WORDS.contains(&word.as_str()));
    (parts > 1 && value.chars().count() > 5) || is_street
}

fn is_name(value: &str) -> bool {
    let letters = value.chars().filter(|c| !c.is_whitespace());
    if letters.clone().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        let count = letters.count();
        let surname = |s: &&str| value.starts_with(*s);
        return (2..=4).contains(&count)
            && (COMPOUND_SURNAMES.iter().any(surname)
                || value.chars().next().is_some_and(|first| SURNAMES.contains(first)));
    }
    let words: Vec<&str> = value.split_whitespace().collect();
    let is_word = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || ".-'".contains(c))
    };
    (2..=4).contains(&words.len()) && words.iter().all(is_word) && !is_company(value)
}

/// The surnames most people of Taiwan and China bear, in both scripts.
const SURNAMES: &str = "王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何高林羅罗鄭郑梁謝谢宋唐許许鄧邓韓韩馮冯曹\
    彭曾蕭萧肖田董袁潘蔣蒋蔡余杜葉叶程蘇苏魏呂吕丁任沈姚盧卢姜崔鍾钟譚谭陸陆汪范金石廖賈贾夏韋韦付方白鄒邹孟\
    熊秦邱江尹薛閻阎段雷侯龍龙史陶黎賀贺顧顾毛郝龔龚邵萬万錢钱嚴严覃武戴莫孔向湯汤洪賴赖莊庄游詹柯施巫翁簡简\
    涂連连紀纪康童卓藍蓝阮倪";

const COMPOUND_SURNAMES: &[&str] = &[
    "歐陽", "欧阳", "司馬", "司马", "諸葛", "诸葛", "上官", "皇甫", "司徒", "夏侯", "張簡", "范姜",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: Option<&str>) {
        let found = KINDS.iter().find(|kind| (kind.is)(value)).map(|kind| kind.target);
        assert_eq!(found, expected, "{value}");
    }

    #[test]
    fn values_tell_what_they_are() {
        check("a@example.com", Some("email"));
        check("zhang＠example.com", Some("email"));
        check("https://example.com", Some("website"));
        check("0912-345-678", Some("mobile"));
        check("13800138000", Some("mobile"));
        check("02-2345-6789#123", Some("phone"));
        check("+886-2-2345-6789 ext 12", Some("phone"));
        check("2024/05/24 13:28", Some("captured_at"));
        check("示例科技（深圳）有限公司", Some("company"));
        check("Acme, Inc.", Some("company"));
        check("臺北市信義區測試路五段7號", Some("address"));
        check("1 Main St, Springfield", Some("address"));
        check("采购总监", Some("job_title"));
        check("Director, Marketing", Some("job_title"));
        check("王小明", Some("name"));
        check("歐陽娜娜", Some("name"));
        check("John Smith", Some("name"));
        check("微信同号", None);
        check("", None);
        check("A", None);
    }
}
