//! What people write about a call, a mail or a visit, in three languages.

use super::{
    dice::Dice,
    texts::{NEXT_STEPS, Texts},
    touches::Touch,
};
use crate::{
    domain::{ActivityKind, ActivityOutcome},
    i18n::Lang,
};

/// What was written about a touch.
pub(super) fn text(touch: &Touch, dice: &mut Dice, lang: Lang) -> String {
    use ActivityOutcome::{BadTiming, Bounced, NoAnswer, NumberDead, Reached, WrongNumber};
    let texts = match (touch.kind, touch.outcome) {
        (ActivityKind::Signal, _) => match touch.signal {
            "asked_quotation" => &ASKED_QUOTATION,
            "asked_sample" => &ASKED_SAMPLE,
            _ => &REPLIED,
        },
        (ActivityKind::Call, Some(Reached)) => &CALL_REACHED,
        (ActivityKind::Call, Some(BadTiming)) => &BAD_TIME,
        (_, Some(NumberDead | WrongNumber)) => &DEAD_NUMBER,
        (_, Some(Bounced)) => &BOUNCED,
        (ActivityKind::Call, Some(NoAnswer)) => &NO_ANSWER,
        (ActivityKind::Email, Some(_)) => &MAIL_ANSWERED,
        (ActivityKind::Email, None) => &MAIL_SENT,
        (ActivityKind::Task, _) => &NEXT_STEPS,
        (ActivityKind::Note, _) => &NOTED,
        (ActivityKind::Visit, _) => &VISITED,
        _ => &MET,
    };
    texts.any(dice, lang)
}

const ASKED_QUOTATION: Texts = Texts {
    tw: &["現場索取報價", "要求含安裝的報價", "詢價並留下規格表"],
    cn: &["现场要报价", "要求含税含运报价", "留下参数表询价"],
    en: &[
        "Asked for a quotation at the booth",
        "Wants a price including commissioning",
        "Left a specification to quote on",
    ],
};

const ASKED_SAMPLE: Texts = Texts {
    tw: &["希望借用樣品測試", "索取樣品與檢驗報告"],
    cn: &["希望借样机测试", "要样品和检测报告"],
    en: &["Wants a sample to test", "Asked for a sample with a test report"],
};

const REPLIED: Texts = Texts {
    tw: &["回信詢問規格", "回信約下週通話"],
    cn: &["回邮件问参数", "回复约下周电话"],
    en: &["Replied with a question on the specification", "Replied, suggests a call next week"],
};

const CALL_REACHED: Texts = Texts {
    tw: &[
        "電話確認需求，下週送規格書。",
        "通話十五分鐘，預算已編，等比價。",
        "確認決策流程：研發驗證後由採購議價。",
        "客戶有意願，約實機展示。",
    ],
    cn: &[
        "电话确认需求，下周发方案。",
        "聊了十五分钟，预算已批，在比价。",
        "确认决策流程：技术验证后采购谈价。",
        "客户感兴趣，约演示。",
    ],
    en: &[
        "Confirmed the need, sending the specification next week.",
        "Fifteen minutes, budget is there, comparing offers.",
        "Engineering validates, purchasing negotiates.",
        "Interested, wants a demo.",
    ],
};

const BAD_TIME: Texts = Texts {
    tw: &["正在開會，請下季再聯絡。", "專案延後，明年再談。"],
    cn: &["在开会，让下季度再联系。", "项目推迟，明年再谈。"],
    en: &["In a meeting, asked to be called next quarter.", "Project postponed to next year."],
};

const NO_ANSWER: Texts = Texts {
    tw: &["響很久無人接聽。", "轉語音信箱，已留言。"],
    cn: &["无人接听。", "关机，晚点再打。"],
    en: &["No answer.", "Voicemail, left a message."],
};

const DEAD_NUMBER: Texts = Texts {
    tw: &["空號。", "號碼已停用，總機說查無此人。"],
    cn: &["空号。", "号码停用，前台说查无此人。"],
    en: &["Number not in service.", "The switchboard knows nobody of that name."],
};

const BOUNCED: Texts = Texts {
    tw: &["信件退回：查無此帳號。"],
    cn: &["邮件退回：用户不存在。"],
    en: &["Mail came back: no such mailbox."],
};

const MAIL_SENT: Texts = Texts {
    tw: &["寄送感謝信與型錄。", "寄出報價單與交期說明。"],
    cn: &["发送感谢邮件和样本。", "发送报价单和交期说明。"],
    en: &["Sent thanks and the catalogue.", "Sent the quotation with lead times."],
};

const MAIL_ANSWERED: Texts = Texts {
    tw: &["回信確認收到，詢問交期。", "來信提供圖面。"],
    cn: &["回复已收到，问交期。", "回邮件附了图纸。"],
    en: &["Answered, asks about lead time.", "Answered with drawings."],
};

const NOTED: Texts = Texts {
    tw: &["內部討論：可給早鳥價。", "競品報價約低 8%。"],
    cn: &["内部讨论：可给首单优惠。", "竞品报价低 8% 左右。"],
    en: &["Internal: an introductory price is possible.", "Competitor is about 8 % cheaper."],
};

const VISITED: Texts = Texts {
    tw: &[
        "拜訪現場，確認安裝空間。",
        "到廠參觀，帶樣品回去測試。",
        "與廠長看過產線，量測介面尺寸。",
    ],
    cn: &[
        "现场拜访，确认安装空间。",
        "来厂参观，带样品回去测试。",
        "和厂长看了产线，量了接口尺寸。",
    ],
    en: &[
        "Visited the line, checked the mounting space.",
        "Factory visit, took a sample home.",
        "Walked the line with the plant manager.",
    ],
};

const MET: Texts = Texts {
    tw: &["視訊會議，展示實機。", "與研發、採購三方討論規格。", "說明保固與付款條件。"],
    cn: &["视频会议，演示样机。", "和技术、采购一起过参数。", "说明质保和账期。"],
    en: &[
        "Video call with a live demo.",
        "Went through the specification with engineering and purchasing.",
        "Explained warranty and payment terms.",
    ],
};
