//! Where the companies of the sample are.

use super::dice::Dice;
use crate::i18n::Lang;

/// A place with companies.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Town {
    /// ISO 3166 letters.
    pub country: &'static str,
    pub region: &'static str,
    pub city: &'static str,
    /// A road, with the district before it where addresses say so.
    pub road: &'static str,
    pub postcode: &'static str,
    pub territory: &'static str,
}

type TownRow = (u32, [&'static str; 6]);

/// Where a company that speaks a language is.
pub(super) fn town(dice: &mut Dice, lang: Lang, is_good: bool) -> Town {
    let list = match lang {
        Lang::ZhTw => TAIWAN,
        Lang::ZhCn => CHINA,
        Lang::En => ELSEWHERE,
    };
    let rows: Vec<(u32, Town)> = list
        .iter()
        // The east is no territory of ours.
        .filter(|(_, [.., territory])| !is_good || *territory != "east")
        .map(|(weight, [country, region, city, road, postcode, territory])| {
            (*weight, Town { country, region, city, road, postcode, territory })
        })
        .collect();
    dice.weighted(&rows)
}

#[rustfmt::skip]
const TAIWAN: &[TownRow] = &[
    (16, ["TW", "", "台北市", "內湖區瑞光路", "114", "north"]),
    (16, ["TW", "", "新北市", "土城區中央路四段", "236", "north"]),
    (14, ["TW", "", "桃園市", "龜山區文化二路", "333", "north"]),
    (10, ["TW", "", "新竹縣", "竹北市光明六路", "302", "north"]),
    (18, ["TW", "", "台中市", "西屯區工業區一路", "407", "central"]),
    (7, ["TW", "", "彰化縣", "和美鎮彰美路五段", "508", "central"]),
    (10, ["TW", "", "台南市", "安南區工業一路", "709", "south"]),
    (10, ["TW", "", "高雄市", "前鎮區新衢路", "806", "south"]),
    (2, ["TW", "", "花蓮縣", "花蓮市美工路", "970", "east"]),
];

#[rustfmt::skip]
const CHINA: &[TownRow] = &[
    (22, ["CN", "上海市", "上海市", "浦东新区张衡路", "201203", "overseas"]),
    (16, ["CN", "江苏省", "苏州市", "工业园区星湖街", "215123", "overseas"]),
    (10, ["CN", "江苏省", "昆山市", "前进中路", "215300", "overseas"]),
    (9, ["CN", "浙江省", "宁波市", "北仑区明州路", "315800", "overseas"]),
    (8, ["CN", "浙江省", "杭州市", "余杭区文一西路", "311121", "overseas"]),
    (14, ["CN", "广东省", "深圳市", "宝安区留仙二路", "518101", "overseas"]),
    (10, ["CN", "广东省", "东莞市", "长安镇振安路", "523850", "overseas"]),
    (6, ["CN", "山东省", "青岛市", "黄岛区前湾港路", "266555", "overseas"]),
];

#[rustfmt::skip]
const ELSEWHERE: &[TownRow] = &[
    (14, ["DE", "Baden-Württemberg", "Stuttgart", "Industriestraße", "70565", "overseas"]),
    (10, ["DE", "Bayern", "Nürnberg", "Werkstraße", "90431", "overseas"]),
    (9, ["DE", "Niedersachsen", "Hannover", "Hansastraße", "30419", "overseas"]),
    (12, ["US", "IL", "Chicago", "W Foundry Ave", "60609", "overseas"]),
    (12, ["US", "MI", "Detroit", "Assembly Rd", "48209", "overseas"]),
    (15, ["JP", "愛知県", "Nagoya", "Minato-ku Sakae", "455-0001", "overseas"]),
    (10, ["KR", "", "Incheon", "Namdong-daero", "21629", "overseas"]),
    (10, ["IN", "Maharashtra", "Pune", "Chakan MIDC Road", "410501", "overseas"]),
];
