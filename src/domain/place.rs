//! Places that company names hold: what tells the offices of one company apart.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// Whether a folded text is a place that company names are seen with.
pub(super) fn is_place(text: &str) -> bool {
    PLACES.contains(text)
}

/// The place that a folded text begins with, and the rest.
pub(super) fn leading_place(text: &str) -> Option<(&str, &str)> {
    ends(text.char_indices().map(|(at, c)| at + c.len_utf8()))
        .find_map(|at| text.split_at_checked(at).filter(|(place, _)| is_place(place)))
}

/// The place that a folded text ends with (without 市, 省, 縣), and what is before it.
pub(super) fn trailing_place(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_suffix(['市', '省', '县']).unwrap_or(text);
    ends(text.char_indices().rev().map(|(at, _)| at))
        .find_map(|at| text.split_at_checked(at).filter(|(_, place)| is_place(place)))
}

/// The place of an English name, in characters: `taiwan`, `hong kong`.
pub(super) fn place_in_english(text: &str) -> Option<&'static str> {
    ENGLISH.get(text).copied()
}

/// Places have two to four characters; the longest goes first.
fn ends(ends: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
    let mut found = [None; 3];
    for (place, end) in found.iter_mut().zip(ends.skip(1)) {
        *place = Some(end);
    }
    found.into_iter().rev().flatten()
}

static PLACES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| NAMES.split_whitespace().collect());

static ENGLISH: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| ENGLISH_NAMES.iter().copied().collect());

const NAMES: &str = "
台湾 台北 新北 桃园 台中 台南 高雄 基隆 新竹 竹北 竹科 南科 中科 苗栗 彰化 南投 云林 嘉义 屏东 宜兰 花莲 台东 澎湖 金门 马祖
内湖 南港 板桥 中坜 土城 林口 龟山 树林 三重 新店 汐止 新庄 五股 大园 观音 湖口 头份 竹南 铜锣 丰原 大里 太平 大肚 大雅 神冈 冈山 路竹
楠梓 仁武 中和 永和 八德 杨梅 平镇 北投 士林 中国 大陆 中华 华东 华南 华北 华中 西南 西北 东北
北京 上海 天津 重庆 广东 广州 深圳 东莞 佛山 惠州 中山 珠海 江门 汕头 湛江 江苏 南京 苏州 昆山 无锡 常州 南通 扬州 镇江 泰州 盐城 徐州 吴江
太仓 常熟 张家港 浙江 杭州 宁波 温州 嘉兴 绍兴 湖州 金华 义乌 台州 福建 福州 厦门 泉州 漳州 莆田 山东 济南 青岛 烟台 威海 潍坊 辽宁 沈阳 大连
吉林 长春 黑龙江 哈尔滨 河北 石家庄 唐山 保定 山西 太原 河南 郑州 洛阳 湖北 武汉 襄阳 宜昌 湖南 长沙 株洲 江西 南昌 九江 赣州 安徽 合肥 芜湖 四川
成都 绵阳 贵州 贵阳 云南 昆明 广西 南宁 桂林 柳州 海南 海口 三亚 陕西 西安 甘肃 兰州 宁夏 银川 青海 西宁 新疆 乌鲁木齐 内蒙古 呼和浩特 西藏
拉萨 浦东 张江 松江 嘉定 闵行 宝安 龙岗 龙华 南山 福田 罗湖 顺德 南海 虎门 长安
香港 九龙 澳门 日本 东京 大阪 名古屋 横滨 京都 韩国 首尔 新加坡 马来西亚 吉隆坡 槟城 越南 河内 胡志明市 胡志明 泰国 曼谷 印尼 雅加达 印度 菲律宾 马尼拉
美国 加拿大 墨西哥 巴西 德国 英国 法国 意大利 义大利 西班牙 荷兰 土耳其 俄罗斯 澳洲 亚太 亚洲 大中华 欧洲 北美 美洲 中东 全球 国际部";

#[rustfmt::skip]
const ENGLISH_NAMES: &[(&str, &str)] = &[
    ("taiwan", "台湾"), ("roc", "台湾"), ("taipei", "台北"), ("new taipei", "新北"),
    ("taoyuan", "桃园"), ("hsinchu", "新竹"), ("taichung", "台中"), ("tainan", "台南"),
    ("kaohsiung", "高雄"), ("china", "中国"), ("prc", "中国"), ("beijing", "北京"),
    ("shanghai", "上海"), ("tianjin", "天津"), ("chongqing", "重庆"), ("guangzhou", "广州"),
    ("guangdong", "广东"), ("shenzhen", "深圳"), ("dongguan", "东莞"), ("foshan", "佛山"),
    ("zhuhai", "珠海"), ("huizhou", "惠州"), ("suzhou", "苏州"), ("kunshan", "昆山"),
    ("nanjing", "南京"), ("wuxi", "无锡"), ("changzhou", "常州"), ("hangzhou", "杭州"),
    ("ningbo", "宁波"), ("wenzhou", "温州"), ("xiamen", "厦门"), ("fuzhou", "福州"),
    ("qingdao", "青岛"), ("jinan", "济南"), ("dalian", "大连"), ("shenyang", "沈阳"),
    ("wuhan", "武汉"), ("changsha", "长沙"), ("chengdu", "成都"), ("xian", "西安"),
    ("zhengzhou", "郑州"), ("hefei", "合肥"), ("tsingtao", "青岛"), ("hong kong", "香港"),
    ("hongkong", "香港"), ("hk", "香港"), ("kowloon", "九龙"), ("macau", "澳门"),
    ("japan", "日本"), ("tokyo", "东京"), ("osaka", "大阪"), ("nagoya", "名古屋"),
    ("yokohama", "横滨"), ("korea", "韩国"), ("seoul", "首尔"), ("singapore", "新加坡"),
    ("malaysia", "马来西亚"), ("kuala lumpur", "吉隆坡"), ("penang", "槟城"), ("vietnam", "越南"),
    ("viet nam", "越南"), ("hanoi", "河内"), ("thailand", "泰国"), ("bangkok", "曼谷"),
    ("indonesia", "印尼"), ("jakarta", "雅加达"), ("india", "印度"), ("philippines", "菲律宾"),
    ("manila", "马尼拉"), ("usa", "美国"), ("us", "美国"), ("america", "美国"),
    ("canada", "加拿大"), ("mexico", "墨西哥"), ("brazil", "巴西"), ("brasil", "巴西"),
    ("germany", "德国"), ("deutschland", "德国"), ("uk", "英国"), ("france", "法国"),
    ("italy", "意大利"), ("italia", "意大利"), ("spain", "西班牙"), ("netherlands", "荷兰"),
    ("turkey", "土耳其"), ("russia", "俄罗斯"), ("australia", "澳洲"), ("asia", "亚洲"),
    ("asia pacific", "亚太"), ("apac", "亚太"), ("europe", "欧洲"), ("north america", "北美"),
    ("americas", "美洲"), ("middle east", "中东"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_places() {
        assert_eq!(leading_place("深圳市友嘉"), Some(("深圳", "市友嘉")));
        assert_eq!(leading_place("黑龙江友嘉"), Some(("黑龙江", "友嘉")));
        assert_eq!(leading_place("友嘉"), None);
        assert_eq!(leading_place("深"), None);
        assert_eq!(trailing_place("友嘉台北市"), Some(("友嘉", "台北")));
        assert_eq!(trailing_place("友嘉马来西亚"), Some(("友嘉", "马来西亚")));
        assert_eq!(trailing_place(""), None);
        assert_eq!(place_in_english("hong kong"), Some("香港"));
    }

    #[test]
    fn names_are_folded() {
        let english = ENGLISH_NAMES.iter().map(|(_, place)| *place);
        for place in NAMES.split_whitespace().chain(english) {
            assert_eq!(super::super::fold::fold(place), place);
            assert!((2..=4).contains(&place.chars().count()), "{place}");
        }
        assert!(ENGLISH_NAMES.iter().all(|(_, place)| is_place(place)));
    }
}
