//! What people do at their companies, and the part they play when something is bought.

use super::dice::Dice;
use crate::{domain::DecisionRole, i18n::Lang};

/// A title on a card.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Title {
    pub title: &'static str,
    pub department: &'static str,
    pub role: DecisionRole,
}

type Row = (u32, [&'static str; 6], DecisionRole);

/// A title; those who are worth handing over more often decide.
pub(super) fn title(dice: &mut Dice, lang: Lang, is_good: bool) -> Title {
    let weighted = TITLES.iter().map(|(weight, texts, role)| {
        let decides = matches!(role, DecisionRole::DecisionMaker | DecisionRole::BudgetHolder);
        let weight = if is_good && decides { weight * 3 } else { *weight };
        let [tw, tw_department, cn, cn_department, en, en_department] = *texts;
        let (title, department) = match lang {
            Lang::ZhTw => (tw, tw_department),
            Lang::ZhCn => (cn, cn_department),
            Lang::En => (en, en_department),
        };
        (weight, Title { title, department, role: *role })
    });
    dice.weighted(&weighted.collect::<Vec<_>>())
}

#[rustfmt::skip]
const TITLES: &[Row] = &[
    (7, ["總經理", "總經理室", "总经理", "总经办", "Managing Director", "Management"], DecisionRole::DecisionMaker),
    (4, ["副總經理", "總經理室", "副总经理", "总经办", "Vice President", "Management"], DecisionRole::DecisionMaker),
    (6, ["廠長", "生產部", "厂长", "生产部", "Plant Manager", "Production"], DecisionRole::DecisionMaker),
    (3, ["財務長", "財務部", "财务总监", "财务部", "CFO", "Finance"], DecisionRole::BudgetHolder),
    (12, ["採購經理", "採購部", "采购经理", "采购部", "Purchasing Manager", "Purchasing"], DecisionRole::Purchasing),
    (9, ["採購專員", "採購部", "采购专员", "采购部", "Buyer", "Purchasing"], DecisionRole::Purchasing),
    (9, ["研發經理", "研發部", "研发经理", "研发部", "R&D Manager", "Engineering"], DecisionRole::TechnicalEvaluator),
    (14, ["研發工程師", "研發部", "研发工程师", "研发部", "Design Engineer", "Engineering"], DecisionRole::TechnicalEvaluator),
    (8, ["設備工程師", "設備課", "设备工程师", "设备科", "Equipment Engineer", "Maintenance"], DecisionRole::User),
    (6, ["生產課長", "生產部", "生产主管", "生产部", "Production Supervisor", "Production"], DecisionRole::User),
    (5, ["品保經理", "品保部", "质量经理", "质量部", "Quality Manager", "Quality"], DecisionRole::TechnicalEvaluator),
    (8, ["業務經理", "業務部", "销售经理", "销售部", "Sales Manager", "Sales"], DecisionRole::Influencer),
    (6, ["專案經理", "專案管理部", "项目经理", "项目部", "Project Manager", "Projects"], DecisionRole::Influencer),
    (3, ["董事長特助", "董事長室", "董事长助理", "董事会办公室", "Assistant to the CEO", "Management"], DecisionRole::Gatekeeper),
];
