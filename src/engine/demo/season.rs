//! The season as data: the fairs, the seminar and the mailing that brought the cards.

use super::people::{BD, MARKETING};
use crate::{domain::Stage, i18n::Lang};

/// A campaign that brings cards.
#[derive(Debug)]
pub(super) struct Script {
    /// Its name; a fair's is followed by its year.
    pub name: &'static str,
    pub kind: &'static str,
    /// When it begins: so many days ago, moved back to a weekday (Monday is 0) if one is named.
    pub days_ago: i64,
    pub weekday: Option<i64>,
    pub days: i64,
    /// From which hour to which it is open, as the office's clock shows it.
    pub hours: (i64, i64),
    /// How many of the cards come on each of its first days, by weight.
    pub crowd: &'static [u32],
    pub venue: &'static str,
    pub hall: &'static str,
    pub booth: &'static str,
    /// Who answers for it: one of the people.
    pub owner: usize,
    /// The file of a day's cards; `#` stands for the day.
    pub file: &'static str,
    /// Its share of all cards, in per cent.
    pub leads: u64,
    /// Its share of all accounts, of a thousand.
    pub accounts: u64,
    pub languages: &'static [(u32, Lang)],
    /// Where those of its leads stand who are not converted, of ten thousand of all leads.
    pub stages: &'static [(u32, Stage)],
    pub currency: &'static str,
    /// What was paid: for what, how much at 400 leads, how many days before the start, a note.
    pub costs: &'static [(&'static str, i64, i64, &'static str)],
    pub expected_revenue: i64,
    pub gifts: &'static str,
    pub description: &'static str,
}

/// The season, oldest first. None begins before the last card of the one before it.
#[rustfmt::skip]
pub(super) const SEASON: [Script; 6] = [
    Script {
        name: "Hannover Messe", kind: "trade_fair",
        days_ago: 210, weekday: Some(0), days: 5, hours: (15, 24), crowd: &[18, 24, 25, 20, 13],
        venue: "Messegelände Hannover", hall: "Hall 5", booth: "E42", owner: BD,
        file: "Hannover Messe day #.vcf",
        leads: 8, accounts: 128,
        languages: &[(5, Lang::ZhTw), (10, Lang::ZhCn), (85, Lang::En)],
        stages: &[(40, Stage::Unsorted), (200, Stage::Usable), (90, Stage::Mql), (50, Stage::Sql), (100, Stage::Nurturing), (192, Stage::Disqualified)],
        currency: "EUR",
        costs: &[
            ("booth", 31_500, 90, "24 m² corner booth, system stand"), ("travel", 11_200, 30, "Flights and hotel, three people"),
            ("other", 4_900, 21, "Sea freight of the demo spindle"), ("staff", 3_200, -4, "Local interpreter"),
            ("print", 1_800, 14, "Catalogues in English and German"), ("gifts", 900, 14, "Torque keyrings"),
        ],
        expected_revenue: 90_000, gifts: "Torque keyring",
        description: "First appearance in Europe: find two distributors and three OEM projects.",
    },
    Script {
        name: "Computex", kind: "trade_fair",
        days_ago: 170, weekday: Some(1), days: 4, hours: (9, 18), crowd: &[22, 30, 28, 20],
        venue: "台北南港展覽館", hall: "1 館 4F", booth: "M0813", owner: MARKETING,
        file: "Computex 名片 第#天.xlsx",
        leads: 35, accounts: 542,
        languages: &[(75, Lang::ZhTw), (10, Lang::ZhCn), (15, Lang::En)],
        stages: &[(260, Stage::Unsorted), (880, Stage::Usable), (620, Stage::Mql), (400, Stage::Sql), (360, Stage::Nurturing), (438, Stage::Disqualified)],
        currency: "TWD",
        costs: &[
            ("booth", 680_000, 120, "四格展位與木作裝潢"), ("advertising", 120_000, 20, "展前專刊與關鍵字廣告"),
            ("staff", 96_000, -3, "工讀生與加班費"), ("gifts", 62_000, 10, "捲尺與帆布袋 800 份"),
            ("print", 48_000, 12, "型錄三語版"), ("travel", 35_000, -3, "中南部同仁住宿"),
        ],
        expected_revenue: 3_000_000, gifts: "捲尺、帆布袋",
        description: "主打 HS-24 主軸與視覺工作站，目標 150 張名片、20 家新客戶。",
    },
    Script {
        name: "智慧製造研討會 台中場", kind: "seminar",
        days_ago: 120, weekday: Some(3), days: 1, hours: (13, 17), crowd: &[1],
        venue: "台中國際展覽館", hall: "B1 會議廳", booth: "", owner: BD,
        file: "研討會報到名單.csv",
        leads: 8, accounts: 120,
        languages: &[(100, Lang::ZhTw)],
        stages: &[(60, Stage::Unsorted), (200, Stage::Usable), (130, Stage::Mql), (80, Stage::Sql), (100, Stage::Nurturing), (110, Stage::Disqualified)],
        currency: "TWD",
        costs: &[
            ("booth", 60_000, 45, "會議廳場租"), ("advertising", 25_000, 25, "公會電子報刊登"),
            ("gifts", 18_000, 7, "講義與隨身碟"), ("print", 9_000, 7, "講義印刷"),
        ],
        expected_revenue: 800_000, gifts: "隨身碟",
        description: "與公會合辦，分享產線自動化與預知保養案例。",
    },
    Script {
        name: "上海工博会", kind: "trade_fair",
        days_ago: 60, weekday: Some(1), days: 5, hours: (9, 17), crowd: &[20, 26, 25, 19, 10],
        venue: "上海国家会展中心", hall: "2.1H", booth: "B118", owner: BD,
        file: "工博会 名片 第#天.csv",
        leads: 20, accounts: 190,
        languages: &[(8, Lang::ZhTw), (90, Lang::ZhCn), (2, Lang::En)],
        stages: &[(300, Stage::Unsorted), (550, Stage::Usable), (450, Stage::Mql), (250, Stage::Sql), (100, Stage::Nurturing), (160, Stage::Disqualified)],
        currency: "CNY",
        costs: &[
            ("booth", 128_000, 100, "36 平米特装展位"), ("travel", 32_000, 14, "五人机票与酒店"),
            ("other", 21_000, 18, "展品运输与报关"), ("staff", 18_000, -4, "临时讲解员"),
            ("print", 9_600, 12, "简体样本与易拉宝"), ("gifts", 7_400, 12, "保温杯 300 只"),
        ],
        expected_revenue: 600_000, gifts: "保温杯",
        description: "华东市场：寻找系统集成商，验证 SG-8 夹爪的价格带。",
    },
    Script {
        name: "主軸新品電子報 Spindle launch EDM", kind: "edm",
        days_ago: 40, weekday: Some(0), days: 10, hours: (8, 20), crowd: &[34, 20, 12, 8, 7, 6, 5, 4, 2, 2],
        venue: "", hall: "", booth: "", owner: MARKETING,
        file: "EDM replies.csv",
        leads: 4, accounts: 20,
        languages: &[(60, Lang::ZhTw), (30, Lang::ZhCn), (10, Lang::En)],
        stages: &[(140, Stage::Unsorted), (120, Stage::Usable), (60, Stage::Mql), (20, Stage::Sql), (20, Stage::Nurturing), (20, Stage::Disqualified)],
        currency: "TWD",
        costs: &[("advertising", 18_000, 2, "寄送平台三個月"), ("other", 6_000, 5, "影片剪輯")],
        expected_revenue: 300_000, gifts: "",
        description: "寄給歷年名單的新品通知，三種語言。",
    },
    Script {
        name: "台北國際工具機展", kind: "trade_fair",
        days_ago: 3, weekday: None, days: 5, hours: (9, 18), crowd: &[30, 36, 34],
        venue: "台北南港展覽館", hall: "2 館 1F", booth: "R0520", owner: MARKETING,
        file: "工具機展 名片 第#天.xlsx",
        leads: 25, accounts: 0,
        languages: &[(85, Lang::ZhTw), (7, Lang::ZhCn), (8, Lang::En)],
        stages: &[(1_700, Stage::Unsorted), (550, Stage::Usable), (150, Stage::Mql), (0, Stage::Sql), (20, Stage::Nurturing), (80, Stage::Disqualified)],
        currency: "TWD",
        costs: &[
            ("booth", 820_000, 150, "六格展位與裝潢"), ("staff", 110_000, 0, "布展與撤展人力"),
            ("advertising", 80_000, 15, "展場燈箱"), ("print", 52_000, 9, "型錄與海報"),
            ("gifts", 45_000, 9, "擦拭布 1,000 份"),
        ],
        expected_revenue: 4_000_000, gifts: "擦拭布",
        description: "正在進行：每天收攤前把名片匯入，隔天早上分級。",
    },
];
