//! What people write on cards and about deals, in three languages.

use super::dice::Dice;
use crate::i18n::Lang;

/// Sentences of one purpose, in three languages.
pub(super) struct Texts {
    pub tw: &'static [&'static str],
    pub cn: &'static [&'static str],
    pub en: &'static [&'static str],
}

impl Texts {
    /// One of the sentences of a language.
    pub fn any(&self, dice: &mut Dice, lang: Lang) -> String {
        let list = match lang {
            Lang::ZhTw => self.tw,
            Lang::ZhCn => self.cn,
            Lang::En => self.en,
        };
        dice.pick(list).to_owned()
    }

    /// One of the sentences of a language, about a product.
    pub fn about(&self, dice: &mut Dice, lang: Lang, product: &str) -> String {
        self.any(dice, lang).replace('#', product)
    }
}

/// What a visitor wants; `#` is the product.
pub(super) const NEEDS: Texts = Texts {
    tw: &[
        "想評估 # 取代現有進口品牌，月用量約 6–10 組。",
        "新產線明年第一季建置，需要 # 的規格與交期。",
        "現用品牌交期過長，希望 # 能在八週內交貨。",
        "請提供 # 的報價與三年保固條件。",
        "要測試 # 在連續運轉下的溫升，需借樣品兩週。",
        "客戶指定精度 3 µm 以內，詢問 # 是否可達。",
    ],
    cn: &[
        "想用 # 替换现有进口品牌，月用量约 8 套。",
        "新产线明年一季度投产，需要 # 的参数和交期。",
        "现有供应商涨价，请提供 # 的报价和账期。",
        "需要 # 样品两台做寿命测试。",
        "希望 # 能接现有控制系统，问通讯协议。",
        "给终端客户配套，需要 # 的代理价。",
    ],
    en: &[
        "Looking for a second source for #, about 60 units a year.",
        "New line planned for next spring, needs # with a lead time under ten weeks.",
        "Wants a quotation for # including commissioning on site.",
        "Would like to test # for two weeks before deciding.",
        "Asks whether # holds 3 µm under continuous load.",
        "Interested in distributing # in the region.",
    ],
};

/// What holds a visitor back.
pub(super) const CONCERNS: Texts = Texts {
    tw: &["價格比現用品牌高", "擔心售後維修速度", "需要先過內部驗證", "交期與庫存"],
    cn: &["价格偏高", "担心本地售后", "需要先做样品验证", "账期要求 90 天"],
    en: &[
        "Price against the incumbent",
        "Local service and spare parts",
        "Needs internal validation first",
        "Certification for the EU",
    ],
};

/// When a visitor wants to buy.
pub(super) const TIME_FRAMES: Texts = Texts {
    tw: &["一個月內", "本季", "下一季", "半年內", "明年編預算"],
    cn: &["一个月内", "本季度", "下季度", "半年内", "明年预算"],
    en: &[
        "Within a month",
        "This quarter",
        "Next quarter",
        "Within six months",
        "Next year's budget",
    ],
};

/// What was written on the back of a card.
pub(super) const NOTES: Texts = Texts {
    tw: &[
        "在攤位停留約二十分鐘，看過實機展示。",
        "與同事一起來，下週可約視訊。",
        "索取型錄，表示會轉給研發主管。",
        "記得寄 CAD 檔。",
        "對競品報價不滿意，可積極跟進。",
        "名片背面寫：週四以後再聯絡。",
    ],
    cn: &[
        "在展位停留二十分钟，看了实机演示。",
        "加了微信，让发样本和报价。",
        "和集成商一起来的，决策在总部。",
        "要求展后一周内回访。",
        "对交期很敏感。",
        "名片背面：先发资料。",
    ],
    en: &[
        "Stayed for twenty minutes, saw the live demo.",
        "Came with two colleagues from engineering.",
        "Asked for the CAD files, promised by Friday.",
        "Not happy with the current supplier.",
        "Travelling until the 15th, call after that.",
        "Took a catalogue, will pass it on.",
    ],
};

/// Why sales did not accept a lead.
pub(super) const REFUSALS: Texts = Texts {
    tw: &["需求不明確，只是收集資料", "採購量太小，請行銷再培育", "非決策窗口，需重新確認聯絡人"],
    cn: &["需求不明确，只是收集资料", "采购量太小，建议继续培育", "不是决策人，请重新确认联系人"],
    en: &[
        "No concrete need, collecting information",
        "Volume too small for now, please nurture",
        "Not the person who decides",
    ],
};

/// What speaks for a dimension of qualification, in its order: background, requirement, potential,
/// possibility.
pub(super) const EVIDENCE: [Texts; 4] = [
    Texts {
        tw: &["成立逾二十年，主要客戶在半導體設備業。", "上市櫃公司，今年擴廠。"],
        cn: &["成立十五年，主做非标设备。", "有三家工厂，口碑好。"],
        en: &["Family business, third generation, 180 people.", "Supplies two large OEMs."],
    },
    Texts {
        tw: &["規格在標準品範圍內，僅需改法蘭。", "應用明確，現場已看過機台。"],
        cn: &["标准品可满足，接口需小改。", "工况清楚，已提供图纸。"],
        en: &[
            "Standard model fits, flange to be adapted.",
            "Drawings received, application is clear.",
        ],
    },
    Texts {
        tw: &["年度預算已核，估年採購 300 萬。", "先導入一條線，後續共四條。"],
        cn: &["预算已批，预计年采购 80 万。", "先上一条线，后面还有三条。"],
        en: &["Budget approved, about 90 k a year.", "One line first, three more to follow."],
    },
    Texts {
        tw: &["現用品牌交期不穩，我方有機會。", "技術窗口支持，採購比價中。"],
        cn: &["现供应商交期不稳，有机会切入。", "技术认可，采购比价中。"],
        en: &["Incumbent is late, engineering favours us.", "Two bidders left."],
    },
];

/// What comes next in a deal.
pub(super) const NEXT_STEPS: Texts = Texts {
    tw: &["週三前送出修正報價", "安排樣品測試並回收數據", "與採購確認付款條件", "約總經理到廠參觀"],
    cn: &["周三前发修改后的报价", "安排样品测试", "和采购确认账期", "邀请客户来厂参观"],
    en: &[
        "Send the revised quotation by Wednesday",
        "Agree on the acceptance test",
        "Clarify payment terms with purchasing",
        "Invite them to the factory",
    ],
};

/// Special requirements of an order.
pub(super) const REQUIREMENTS: Texts = Texts {
    tw: &["外箱貼客戶料號，附出廠檢驗報告。", "分兩批交貨。"],
    cn: &["木箱包装，附检测报告。", "分两批发货。"],
    en: &["Wooden crate, inspection report included.", "Two partial deliveries."],
};

/// Those we meet again and again; none of them exists.
pub(super) const COMPETITORS: &[&str] = &["Nordwerk Antriebe", "旭準科技", "锐恒智驱"];
