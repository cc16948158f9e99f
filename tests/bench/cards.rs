//! A file of name cards as fairs bring them: seven of ten in Chinese, phones written in many ways, one in ten
//! a second card of someone who is in the file already.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
};

use super::Result;

const LABELS: &str = "姓名,公司,職稱,部門,行動電話,電話,Email,地址,網站,備註,等級,產品興趣";

const SURNAMES: &[(&str, &str)] = &[
    ("陳", "chen"),
    ("林", "lin"),
    ("黃", "huang"),
    ("張", "chang"),
    ("李", "li"),
    ("王", "wang"),
    ("吳", "wu"),
    ("劉", "liu"),
    ("蔡", "tsai"),
    ("楊", "yang"),
    ("許", "hsu"),
    ("鄭", "cheng"),
    ("謝", "hsieh"),
    ("洪", "hung"),
    ("郭", "kuo"),
    ("邱", "chiu"),
    ("歐陽", "ouyang"),
    ("葉", "yeh"),
];
const GIVEN: &[(&str, &str)] = &[
    ("俊", "chun"),
    ("宏", "hung"),
    ("雅", "ya"),
    ("婷", "ting"),
    ("怡", "yi"),
    ("志", "chih"),
    ("偉", "wei"),
    ("淑", "shu"),
    ("芬", "fen"),
    ("建", "chien"),
    ("文", "wen"),
    ("佳", "chia"),
    ("穎", "ying"),
    ("柏", "po"),
    ("翰", "han"),
    ("思", "ssu"),
    ("妤", "yu"),
    ("承", "cheng"),
    ("恩", "en"),
    ("詠", "yung"),
    ("晴", "ching"),
    ("冠", "kuan"),
    ("廷", "ting"),
    ("國", "kuo"),
];
const FIRST: &[&str] = &[
    "Anna", "Ben", "Carla", "David", "Elena", "Felix", "Grace", "Henry", "Ines", "Jonas", "Kate",
    "Leo", "Maria", "Nils", "Olivia", "Paul", "Rosa", "Simon", "Tara", "Victor",
];
const LAST: &[&str] = &[
    "Adams", "Becker", "Costa", "Dupont", "Evans", "Fischer", "Gupta", "Hansen", "Ivanov",
    "Jansen", "Keller", "Lopez", "Meyer", "Novak", "Olsen", "Park", "Rossi", "Schmidt", "Turner",
    "Weber",
];
const MARKS: &[&str] = &[
    "東昇", "華泰", "聯瑞", "中科", "宏遠", "新揚", "立洋", "大成", "永信", "金豐", "晶準", "百川",
    "天工", "鼎新", "旭日", "四方", "恆達", "信邦", "力行", "和鑫",
];
const TRADES: &[&str] =
    &["精密", "光電", "電子", "機械", "自動化", "半導體", "材料", "醫材", "資訊", "工具機"];
const FORMS: &[&str] = &["股份有限公司", "有限公司", "實業有限公司", "國際股份有限公司"];
const BRANDS: &[&str] = &[
    "Alder", "Birch", "Cedar", "Dover", "Ember", "Falcon", "Garnet", "Hazel", "Indigo", "Juniper",
    "Kestrel", "Linden", "Maple", "Nimbus", "Onyx",
];
const FIELDS: &[&str] =
    &["Tools", "Optics", "Drives", "Sensors", "Castings", "Controls", "Medical", "Metals"];
const SUFFIXES: &[&str] = &["GmbH", "Ltd.", "Inc.", "Co., Ltd.", "S.p.A."];
const TITLES: &[&str] =
    &["採購經理", "總經理", "研發工程師", "業務專員", "廠長", "副總經理", "品保課長"];
const ENGLISH_TITLES: &[&str] =
    &["Buyer", "Managing Director", "Engineer", "Sales Manager", "Plant Manager"];
const DEPARTMENTS: &[&str] = &["採購部", "研發部", "業務部", "製造部", "品保部", "管理部"];
const CITIES: &[(&str, &str)] = &[
    ("台北市", "02"),
    ("新北市", "02"),
    ("桃園市", "03"),
    ("台中市", "04"),
    ("台南市", "06"),
    ("高雄市", "07"),
];
const STREETS: &[&str] = &["中山路", "民權路", "工業路", "科學路", "和平東路", "文化一路"];
const NOTES: &[&str] = &[
    "需要報價",
    "索取型錄",
    "下個月拜訪",
    "",
    "",
    "",
    "asked for samples",
    "compares two suppliers",
];
const GRADES: &[&str] = &["A", "B", "C", ""];
const INTERESTS: &[&str] = &["主軸", "夾爪", "視覺檢測", "感測器", "控制器", "治具"];

/// Writes so many cards. The same number gives the same file.
pub fn write(path: &Path, count: usize) -> Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    out.write_all(b"\xef\xbb\xbf")?;
    write!(out, "{LABELS}\r\n")?;
    for number in 0..count as u64 {
        let mut dice = Dice(number << 8 | 1);
        let again = number > 0 && dice.one_in(10);
        let person = if again { dice.below(number) } else { number };
        let line = card(&Person::of(person), &mut dice, again);
        let cells = line.map(|cell| quoted(&cell));
        write!(out, "{}\r\n", cells.join(","))?;
    }
    Ok(out.flush()?)
}

/// Who a card is of. The number decides everything, so that a second card is of the same person.
struct Person {
    name: String,
    latin: String,
    company: String,
    domain: String,
    mobile: Mobile,
    mail: String,
    is_chinese: bool,
}

enum Mobile {
    Taiwan(String),
    China(String),
    Abroad(String),
}

impl Person {
    fn of(number: u64) -> Self {
        let mut dice = Dice(number << 8);
        let is_chinese = dice.below(100) < 72;
        let digits = number * 48_271 % 99_999_989;
        let (name, latin, company, domain, mobile) = if is_chinese {
            let (surname, latin) = *dice.of(SURNAMES);
            let ((a, first), (b, second)) = (*dice.of(GIVEN), *dice.of(GIVEN));
            let (mark, trade, form) = (dice.below(20), dice.below(10), dice.below(4));
            let of = |list: &[&str], at: u64| list[at as usize].to_owned();
            let company = of(MARKS, mark) + &of(TRADES, trade) + &of(FORMS, form);
            let mobile = match dice.one_in(5) {
                true => Mobile::China(format!("13{:09}", number * 7_919 % 999_999_937)),
                false => Mobile::Taiwan(format!("9{digits:08}")),
            };
            let domain = format!("m{mark}t{trade}f{form}.com.tw");
            (
                format!("{surname}{a}{b}"),
                format!("{first}{second}.{latin}"),
                company,
                domain,
                mobile,
            )
        } else {
            let (first, last) = (*dice.of(FIRST), *dice.of(LAST));
            let (brand, field) = (*dice.of(BRANDS), *dice.of(FIELDS));
            let company = format!("{brand} {field} {}", dice.of(SUFFIXES));
            let domain = format!("{brand}-{field}.example").to_lowercase();
            let latin = format!("{first}.{last}").to_lowercase();
            let mobile = Mobile::Abroad(format!("491{:02}{digits:08}", 50 + number % 30));
            (format!("{first} {last}"), latin, company, domain, mobile)
        };
        let mail = format!("{latin}{number:x}@{domain}");
        Self { name, latin, company, domain, mobile, mail, is_chinese }
    }
}

/// A card of a person; a second one is written otherwise and may lack what the first had.
fn card(person: &Person, dice: &mut Dice, again: bool) -> [String; 12] {
    let (mut name, mut mail) = (person.name.clone(), person.mail.clone());
    let mut mobile = written(&person.mobile, dice);
    match dice.below(100) {
        0..12 => mail.clear(),
        12..20 => mobile.clear(),
        _ => {}
    }
    if again {
        match (dice.below(4), person.is_chinese) {
            (0, true) => name.push_str("先生"),
            (0, false) => name = name.to_uppercase(),
            (1, _) => mail = mail.to_uppercase(),
            _ => {}
        }
    }
    let title = if person.is_chinese { dice.of(TITLES) } else { dice.of(ENGLISH_TITLES) };
    let (city, area) = *dice.of(CITIES);
    let phone = format!("({area}){}-{:04}", 2_200 + dice.below(6_000), dice.below(10_000));
    let address =
        format!("{city}{}{}號{}樓", dice.of(STREETS), 1 + dice.below(400), 1 + dice.below(20));
    let abroad = || format!("{} Harbour Street, Hamburg", person.latin.len());
    let some = |text: String, dice: &mut Dice| if dice.one_in(5) { String::new() } else { text };
    let mut interest = (*dice.of(INTERESTS)).to_owned();
    if dice.one_in(3) {
        interest = format!("{interest}、{}", dice.of(INTERESTS));
    }
    [
        name,
        person.company.clone(),
        (*title).to_owned(),
        (*dice.of(DEPARTMENTS)).to_owned(),
        mobile,
        if person.is_chinese { some(phone, dice) } else { String::new() },
        mail,
        if person.is_chinese { some(address, dice) } else { abroad() },
        some(format!("www.{}", person.domain), dice),
        (*dice.of(NOTES)).to_owned(),
        (*dice.of(GRADES)).to_owned(),
        interest,
    ]
}

fn written(mobile: &Mobile, dice: &mut Dice) -> String {
    match mobile {
        Mobile::Taiwan(digits) => {
            let (a, rest) = digits.split_at(3);
            let (b, c) = rest.split_at(3);
            match dice.below(5) {
                0 => format!("0{digits}"),
                1 => format!("+886 {a} {b} {c}"),
                2 => format!("０{}", wide(digits)),
                _ => format!("0{a}-{b}-{c}"),
            }
        }
        Mobile::China(digits) if dice.one_in(2) => format!("+86-{digits}"),
        Mobile::China(digits) => digits.clone(),
        Mobile::Abroad(digits) => format!("+{digits}"),
    }
}

fn wide(digits: &str) -> String {
    digits.chars().filter_map(|c| char::from_u32('０' as u32 + c.to_digit(10)?)).collect()
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// SplitMix64: the same number, the same card.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.roll() % end.max(1)
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as u64) as usize]
    }
}
