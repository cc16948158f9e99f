//! Chinese names in Latin letters: Pinyin, and Wade–Giles as passports of Taiwan spell it.
//!
//! A romanised name is two words in alphabetical order (`wang xiaoming`), because cards write the
//! family name first or last; the same form serves names that were Latin from the start.

use std::{collections::HashMap, sync::LazyLock};

use pinyin::ToPinyin;

/// The ways of writing a folded Chinese name in Latin letters; empty if it is none.
pub(super) fn romanised(name: &str) -> Vec<String> {
    let count = name.chars().count();
    let mut characters = name.chars();
    let (2..=5, Some(family), Some(second)) = (count, characters.next(), characters.next()) else {
        return Vec::new();
    };
    let compound = COMPOUND_FAMILY_NAMES
        .iter()
        .find(|(name_of_two, _)| count > 2 && *name_of_two == [family, second]);
    let first_given = if compound.is_some() { None } else { Some(second) };
    let given = first_given.into_iter().chain(characters).map(syllable);
    let Some(given) = given.collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    let mut forms = Vec::with_capacity(4);
    match compound {
        Some((_, reading)) => add_forms(&mut forms, (reading, reading), &given),
        None => {
            let common = syllable(family).map(|s| (s.pinyin, s.wade_giles.as_str()));
            let special = FAMILY_READINGS.iter().find(|(character, _)| *character == family);
            let special = special.and_then(|(_, reading)| TABLE.by_pinyin(reading));
            let special = special.map(|s| (s.pinyin, s.wade_giles.as_str()));
            for reading in common.into_iter().chain(special) {
                add_forms(&mut forms, reading, &given);
            }
        }
    }
    forms
}

/// The form of a Latin name of a family and a given name, in either order.
pub(super) fn pair(a: &str, b: &str) -> String {
    let (first, second) = if a <= b { (a, b) } else { (b, a) };
    let mut form = String::with_capacity(a.len() + b.len() + 1);
    form.push_str(first);
    form.push(' ');
    form.push_str(second);
    form
}

/// A word of a Latin name with the spellings of ü and yi made one, as the table has them.
pub(super) fn plain_syllable(word: &str) -> &str {
    match word {
        "lv" | "lyu" => "lu",
        "nv" | "nyu" => "nu",
        "i" => "yi",
        "szu" => "ssu",
        _ => word,
    }
}

/// Whether a folded character is a Chinese family name of one character.
pub(super) fn is_family_name(c: char) -> bool {
    FAMILY_NAMES.contains(c)
}

/// Whether a folded text is a Chinese family name of two characters.
pub(super) fn is_compound_family_name(text: &str) -> bool {
    COMPOUND_FAMILY_NAMES.iter().any(|(name, _)| text.chars().eq(*name))
}

fn add_forms(forms: &mut Vec<String>, family: (&str, &str), given: &[&Syllable]) {
    let in_pinyin: String = given.iter().map(|syllable| syllable.pinyin).collect();
    let in_wade_giles: String = given.iter().map(|syllable| syllable.wade_giles.as_str()).collect();
    for form in [pair(family.0, &in_pinyin), pair(family.1, &in_wade_giles)] {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
}

struct Syllable {
    pinyin: &'static str,
    wade_giles: String,
}

struct Table {
    /// The place of each character's commonest reading in `syllables`, plus one; 0 for none.
    of_character: Box<[u16]>,
    syllables: Vec<Syllable>,
    places: HashMap<&'static str, u16>,
}

impl Table {
    fn by_pinyin(&self, pinyin: &str) -> Option<&Syllable> {
        self.places.get(pinyin).and_then(|&place| self.syllables.get(usize::from(place)))
    }
}

const FIRST: u32 = 0x4e00;

/// The readings of the characters in everyday use, made once in about a millisecond.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut syllables = Vec::with_capacity(420);
    let mut places = HashMap::with_capacity(420);
    let mut place_of = |pinyin: &'static str| {
        *places.entry(pinyin).or_insert_with(|| {
            let plain = without_umlaut(pinyin);
            syllables.push(Syllable { pinyin: plain, wade_giles: wade_giles(plain) });
            u16::try_from(syllables.len() - 1).unwrap_or_default()
        })
    };
    let of_character = (FIRST..=0x9fff)
        .map(|code| char::from_u32(code).and_then(|c| c.to_pinyin()))
        .map(|reading| reading.map_or(0, |reading| place_of(reading.plain()) + 1))
        .collect();
    Table { of_character, syllables, places }
});

fn syllable(c: char) -> Option<&'static Syllable> {
    let place = (c as usize).checked_sub(FIRST as usize)?;
    let place = TABLE.of_character.get(place)?.checked_sub(1)?;
    TABLE.syllables.get(usize::from(place))
}

fn without_umlaut(pinyin: &'static str) -> &'static str {
    match pinyin {
        "lü" => "lu",
        "lüe" => "lue",
        "nü" => "nu",
        "nüe" => "nue",
        _ => pinyin,
    }
}

/// The Wade–Giles spelling of a Pinyin syllable, without apostrophes and marks, as on passports.
fn wade_giles(pinyin: &str) -> String {
    match pinyin {
        "zhi" | "chi" => return "chih".to_owned(),
        "shi" => return "shih".to_owned(),
        "ri" => return "jih".to_owned(),
        "zi" | "ci" => return "tzu".to_owned(),
        "si" => return "ssu".to_owned(),
        "er" => return "erh".to_owned(),
        "you" => return "yu".to_owned(),
        "yan" => return "yen".to_owned(),
        "ye" => return "yeh".to_owned(),
        "yong" => return "yung".to_owned(),
        "guo" | "kuo" => return "kuo".to_owned(),
        "gui" | "kui" => return "kuei".to_owned(),
        "huo" => return "huo".to_owned(),
        "shuo" => return "shuo".to_owned(),
        _ => {}
    }
    let known =
        INITIALS.iter().find_map(|(ours, theirs)| Some((*theirs, pinyin.strip_prefix(ours)?)));
    let (initial, last) = known.unwrap_or(("", pinyin));
    let last = match (initial, last) {
        (_, "ian") => "ien",
        (_, "ie") => "ieh",
        (_, "ong") => "ung",
        (_, "iong") => "iung",
        (_, "uo") => "o",
        ("k" | "h", "e") => "o",
        (_, "ue") => "ueh",
        _ => last,
    };
    format!("{initial}{last}")
}

/// Pinyin initials and their Wade–Giles spelling, longer ones first.
#[rustfmt::skip]
const INITIALS: &[(&str, &str)] = &[
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("p", "p"), ("d", "t"), ("t", "t"),
    ("g", "k"), ("k", "k"), ("j", "ch"), ("q", "ch"), ("x", "hs"), ("r", "j"), ("z", "ts"),
    ("c", "ts"), ("h", "h"), ("y", "y"),
];

/// Characters that are read otherwise as a family name than in words.
#[rustfmt::skip]
const FAMILY_READINGS: &[(char, &str)] = &[
    ('曾', "zeng"), ('单', "shan"), ('仇', "qiu"), ('区', "ou"), ('翟', "zhai"), ('解', "xie"),
    ('查', "zha"), ('朴', "piao"), ('缪', "miao"), ('乐', "yue"), ('员', "yun"), ('盖', "ge"),
    ('覃', "qin"), ('种', "chong"), ('秘', "bi"), ('黑', "he"), ('折', "she"), ('召', "shao"),
    ('繁', "po"), ('隗', "wei"), ('么', "yao"), ('重', "chong"), ('都', "du"), ('洗', "xian"),
    ('薄', "bo"), ('祭', "zhai"), ('乜', "nie"), ('郇', "xun"), ('卜', "bu"), ('能', "nai"),
    ('长', "chang"), ('粘', "nian"), ('阚', "kan"),
];

#[rustfmt::skip]
const COMPOUND_FAMILY_NAMES: &[([char; 2], &str)] = &[
    (['欧', '阳'], "ouyang"), (['司', '马'], "sima"), (['上', '官'], "shangguan"), (['诸', '葛'], "zhuge"),
    (['司', '徒'], "situ"), (['东', '方'], "dongfang"), (['皇', '甫'], "huangfu"), (['尉', '迟'], "yuchi"),
    (['公', '孙'], "gongsun"), (['慕', '容'], "murong"), (['令', '狐'], "linghu"), (['宇', '文'], "yuwen"),
    (['长', '孙'], "zhangsun"), (['夏', '侯'], "xiahou"), (['南', '宫'], "nangong"), (['独', '孤'], "dugu"),
    (['端', '木'], "duanmu"), (['轩', '辕'], "xuanyuan"), (['呼', '延'], "huyan"), (['百', '里'], "baili"),
    (['东', '郭'], "dongguo"), (['西', '门'], "ximen"), (['闻', '人'], "wenren"), (['澹', '台'], "tantai"),
    (['万', '俟'], "moqi"), (['范', '姜'], "fanjiang"), (['张', '简'], "zhangjian"),
];

/// Folded family names of one character in use in Taiwan and China, the commonest first, without
/// those that are commoner in given names (明, 安, 華).
const FAMILY_NAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范\
汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔常汤康易乔赖樊兰殷施洪翟颜倪牛温芦季\
俞章鲁葛伍申尤毕聂柴焦柳邢岳齐梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳童欧甄项曲游裴席卫查屈鲍霍翁隋甘单包司柏宁\
柯阮桂闵解丛车冉房边辜吉饶刁瞿戚丘古米池滕苑邬臧苟褚廉简娄盖符奚穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙喻揭窦迟敖糜鄢冷卓仇\
艾蓝巩井练仲虞卞封竺冼官楚佟栗匡宗巫鞠桑荆谌沙岑习胥傅萧凃粘阙骆缪鄂应湛庞狄贝计茅蒲阎麻慕茹郦濮尚浦雍璩储钮嵇荀班厉\
戎索咸蔺乌巴弓隗宓郗钭祖束幸邰从籍凤酆裘贲邴殳蔚晁訾毋乜巢蒯逯桓仉缑亢郈谯麦农邝郇占危尧昝闻甯宣晋佘逄佴牧竹励芮羿糜居邴卻耶银苍桥";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romanises() {
        let check = |name: &str, expected: &[&str]| assert_eq!(romanised(name), expected, "{name}");
        check("王小明", &["wang xiaoming", "hsiaoming wang"]);
        check("曾雅萍", &["ceng yaping", "tseng yaping", "yaping zeng"]);
        check("吕志忠", &["lu zhizhong", "chihchung lu"]);
        check("欧阳娜", &["na ouyang"]);
        check("陈美玲", &["chen meiling"]);
        check("许国强", &["guoqiang xu", "hsu kuochiang"]);
        check("谢俊雄", &["junxiong xie", "chunhsiung hsieh"]);
        check("王", &[]);
        check("王a", &[]);
        check("ヤマダ", &[]);
    }

    #[test]
    fn knows_family_names() {
        assert!(is_family_name('陈') && is_family_name('凃') && !is_family_name('玲'));
        assert!(is_compound_family_name("欧阳") && !is_compound_family_name("小明"));
    }
}
