//! Score and grade of a lead, from rules that are data.
//!
//! score = fit + Σ behaviour × 2^(−age / half-life) + negatives, clamped to 0..100. The grade
//! starts at D and rises by thirds. Both are derived: kept as parts that make any day's value O(1).

use super::{
    DecisionRole, Facts, Lead, Pick, Rating, Settings, Timestamp, field,
    picklists::PRIVATE_SOURCES, record::part,
};

part! {
    /// Points a workspace gives for a rule instead of the shipped ones.
    pub struct Points {
        1: rule: String => field(),
        2: points: Option<i64> => field(),
    }
}

/// When a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The rating is this.
    Rated(Rating),
    /// The person decides.
    DecisionMaker,
    /// The industry is one we aim at.
    TargetIndustry,
    /// The size is one we aim at.
    TargetSize,
    /// The territory is one we serve.
    InTerritory,
    /// The source is our own.
    PrivateDomain,
    /// The record is complete.
    Complete,
    /// The person is a competitor.
    Competitor,
    /// A phone number does not exist.
    DeadPhone,
    /// A mail came back.
    BouncedMail,
    /// There is mail, but none at a company's domain.
    FreeMailOnly,
    /// The person did this, on a day.
    Did(&'static str),
}

impl Condition {
    fn is_doing(self, what: &str) -> bool {
        matches!(self, Self::Did(did) if did == what)
    }
}

/// A rule: its stable id (its label is the text `score_rule-<id>`), when it holds, what it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The stable id.
    pub id: &'static str,
    /// When it holds.
    pub condition: Condition,
    /// Points of a score, or thirds of a grade.
    pub points: i64,
}

const fn rule(id: &'static str, condition: Condition, points: i64) -> Rule {
    Rule { id, condition, points }
}

/// The shipped rules of the score.
pub const SCORE_RULES: &[Rule] = &[
    rule("asked_quotation", Condition::Did("asked_quotation"), 25),
    rule("asked_sample", Condition::Did("asked_sample"), 20),
    rule("left_card", Condition::Did("left_card"), 15),
    rule("attended", Condition::Did("attended"), 15),
    rule("replied", Condition::Did("replied"), 10),
    rule("visited_booth", Condition::Did("visited_booth"), 10),
    rule("rating_hot", Condition::Rated(Rating::Hot), 15),
    rule("rating_warm", Condition::Rated(Rating::Warm), 8),
    rule("decision_maker", Condition::DecisionMaker, 12),
    rule("target_industry", Condition::TargetIndustry, 8),
    rule("target_size", Condition::TargetSize, 8),
    rule("private_domain", Condition::PrivateDomain, 5),
    rule("complete", Condition::Complete, 10),
    rule("competitor", Condition::Competitor, -40),
    rule("dead_phone", Condition::DeadPhone, -20),
    rule("bounced_mail", Condition::BouncedMail, -15),
    rule("free_mail_only", Condition::FreeMailOnly, -5),
];

/// The shipped rules of the grade, in thirds.
pub const GRADE_RULES: &[Rule] = &[
    rule("decision_maker", Condition::DecisionMaker, 2),
    rule("target_industry", Condition::TargetIndustry, 2),
    rule("target_size", Condition::TargetSize, 2),
    rule("complete", Condition::Complete, 1),
    rule("in_territory", Condition::InTerritory, 1),
    rule("private_domain", Condition::PrivateDomain, 1),
];

/// The names of the grades, from 0 to 9.
pub const GRADES: &[&str] = &["D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A"];

/// The share of a record, in per cent, from which on it counts as complete.
pub const COMPLETE_FROM: u32 = 80;

/// How fast behaviour fades, in days, unless the workspace says otherwise.
const HALF_LIFE_DAYS: i64 = 30;

/// A dated behaviour: which, and when.
pub type Behaviour<'a> = (&'a str, Timestamp);

/// The parts of a score that no day changes: with them any day's value is one addition.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// Fit and negatives together.
    pub fixed: f64,
    /// Behaviour, as if all of it were worth its points at the start of 1970.
    pub behaviour: f64,
    /// The grade, 0 to 9.
    pub grade: u8,
}

/// One line of the list that explains a score or grade.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The rule it comes from.
    pub rule: &'static str,
    /// What it gives today.
    pub points: f64,
}

/// The rules as a workspace has set them.
#[derive(Clone, Debug)]
pub struct Scoring {
    rules: Vec<Rule>,
    half_life_ms: f64,
    settings: Settings,
}

impl Scoring {
    /// The shipped rules with the workspace's points, targets and half-life.
    pub fn new(settings: &Settings) -> Self {
        let points = |rule: &Rule| {
            let own = settings.score_points.iter().find(|own| own.rule == rule.id);
            own.and_then(|own| own.points).unwrap_or(rule.points)
        };
        let rules = SCORE_RULES.iter().map(|rule| Rule { points: points(rule), ..*rule }).collect();
        let days = settings.half_life_days.filter(|days| *days > 0).unwrap_or(HALF_LIFE_DAYS);
        Self { rules, half_life_ms: days as f64 * 86_400_000.0, settings: settings.clone() }
    }

    /// The parts of a lead's score and grade.
    pub fn parts(&self, facts: &Facts<'_>, behaviours: &[Behaviour<'_>]) -> Parts {
        let holding = self.rules.iter().filter(|rule| self.holds(rule.condition, facts));
        Parts {
            fixed: holding.map(|rule| rule.points as f64).sum(),
            behaviour: self.behaviour(behaviours),
            grade: self.grade(facts),
        }
    }

    /// What behaviours are worth, as if it were the start of 1970.
    pub fn behaviour(&self, behaviours: &[Behaviour<'_>]) -> f64 {
        let worth = |(did, at): &Behaviour<'_>| {
            let rule = self.rules.iter().find(|rule| rule.condition.is_doing(did));
            let points = rule.map_or(0.0, |rule| rule.points as f64);
            points * (at.0 as f64 / self.half_life_ms).exp2()
        };
        behaviours.iter().map(worth).sum()
    }

    /// The score of a moment, 0 to 100.
    pub fn score(&self, parts: Parts, at: Timestamp) -> u8 {
        let faded = parts.behaviour * (-(at.0 as f64) / self.half_life_ms).exp2();
        (parts.fixed + faded).round().clamp(0.0, 100.0) as u8
    }

    /// What the score of a moment is made of, the largest first.
    pub fn contributions(
        &self,
        lead: &Lead,
        behaviours: &[Behaviour<'_>],
        at: Timestamp,
    ) -> Vec<Contribution> {
        let facts = Facts::of(lead);
        let mut list = Vec::new();
        for rule in &self.rules {
            let points = match rule.condition {
                Condition::Did(what) => {
                    let times = behaviours.iter().filter(|(did, _)| *did == what);
                    let ages = times.map(|(_, then)| (at.0 - then.0) as f64 / self.half_life_ms);
                    ages.map(|age| rule.points as f64 * (-age).exp2()).sum()
                }
                condition if self.holds(condition, &facts) => rule.points as f64,
                _ => 0.0,
            };
            if points != 0.0 {
                list.push(Contribution { rule: rule.id, points });
            }
        }
        list.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
        list
    }

    fn grade(&self, facts: &Facts<'_>) -> u8 {
        let holding = GRADE_RULES.iter().filter(|rule| self.holds(rule.condition, facts));
        holding.map(|rule| rule.points).sum::<i64>().clamp(0, 9) as u8
    }

    fn holds(&self, condition: Condition, facts: &Facts<'_>) -> bool {
        let settings = &self.settings;
        match condition {
            Condition::Rated(rating) => facts.rating == Some(rating),
            Condition::DecisionMaker => facts.decision_role == Some(DecisionRole::DecisionMaker),
            Condition::TargetIndustry => is_among(&settings.target_industries, facts.industry),
            Condition::TargetSize => is_among(&settings.target_sizes, facts.company_size),
            Condition::InTerritory => is_among(&settings.target_territories, facts.territory),
            Condition::PrivateDomain => PRIVATE_SOURCES.contains(&facts.source),
            Condition::Complete => facts.completeness >= COMPLETE_FROM,
            Condition::Competitor => {
                facts.disqualify_reason == "competitor_or_supplier"
                    || settings.competitor_names.iter().any(|name| name == facts.company)
            }
            Condition::DeadPhone => facts.has_dead_phone,
            Condition::BouncedMail => facts.has_bounced_mail,
            Condition::FreeMailOnly => facts.has_free_mail_only,
            Condition::Did(_) => false,
        }
    }
}

fn is_among<L>(picks: &[Pick<L>], id: &str) -> bool {
    picks.iter().any(|pick| pick.id() == id)
}

/// How much of what one wants to know of a lead is there and valid, in per cent.
pub fn completeness(lead: &Lead) -> u32 {
    Facts::of(lead).completeness
}

/// The name of a grade.
pub fn grade_name(grade: u8) -> &'static str {
    GRADES.get(usize::from(grade)).copied().unwrap_or("A")
}

/// The number of a grade such as `B+`, `b-` or `B−`; none for anything else.
pub fn grade_of(name: &str) -> Option<u8> {
    let name = name.trim().to_uppercase().replace('−', "-");
    GRADES.iter().position(|grade| *grade == name).map(|at| at as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ChannelState, Email, Fields as _, Phone, Pick};

    const NOW: Timestamp = Timestamp(1_795_000_000_000);

    fn golden() -> (Scoring, Lead) {
        let settings = Settings {
            target_industries: vec![Pick::new("machinery")],
            target_territories: vec![Pick::new("north")],
            ..Settings::default()
        };
        let lead = Lead {
            name: "王小明".to_owned(),
            company: "測試精密工業股份有限公司".to_owned(),
            job_title: "總經理".to_owned(),
            decision_role: Some(DecisionRole::DecisionMaker),
            industry: Pick::new("machinery"),
            phones: vec![Phone { raw: "0912-345-678".to_owned(), ..Phone::default() }],
            emails: vec![Email { address: "xm@example.com.tw".to_owned(), ..Email::default() }],
            ..Lead::default()
        };
        (Scoring::new(&settings), lead)
    }

    /// The golden lead: 15 + 25 + 12 + 8 + 10 = 70; grade 2 + 2 + 1 = 5 = B−, in territory 6 = B.
    #[test]
    fn the_golden_lead() {
        let (scoring, mut lead) = golden();
        let behaviours = [("left_card", NOW), ("asked_quotation", NOW)];
        let parts = scoring.parts(&Facts::of(&lead), &behaviours);
        assert_eq!((scoring.score(parts, NOW), grade_name(parts.grade)), (70, "B-"));
        let list = scoring.contributions(&lead, &behaviours, NOW);
        assert_eq!(
            list.iter().map(|it| it.points).collect::<Vec<_>>(),
            [25.0, 15.0, 12.0, 10.0, 8.0]
        );
        lead.territory = Pick::new("north");
        assert_eq!(grade_name(scoring.parts(&Facts::of(&lead), &behaviours).grade), "B");
    }

    #[test]
    fn behaviour_halves_in_thirty_days() {
        let (scoring, lead) = golden();
        let did = [("left_card", NOW), ("asked_quotation", NOW)];
        let parts = scoring.parts(&Facts::of(&lead), &did);
        let later = NOW.plus_ms(30 * 86_400_000);
        assert_eq!(scoring.score(parts, later), 50);
        assert_eq!(scoring.score(parts, later.plus_ms(30 * 86_400_000)), 40);
    }

    /// Every rule that looks at a lead holds of one of these, and of what is read of it for the purpose.
    #[test]
    fn rules_look_at_fields_of_derived_alone() {
        let (_, golden) = golden();
        let settings = Settings {
            target_industries: vec![golden.industry.clone()],
            target_sizes: vec![Pick::new("large")],
            target_territories: vec![Pick::new("north")],
            ..Settings::default()
        };
        let rated = |rating, source| Lead {
            rating: Some(rating),
            source: Pick::new(source),
            company_size: Pick::new("large"),
            territory: Pick::new("north"),
            ..golden.clone()
        };
        let (dead, bounced) = (ChannelState::Dead, ChannelState::Bounced);
        let bad = Lead {
            disqualify_reason: Pick::new("competitor_or_supplier"),
            phones: vec![Phone { state: dead, ..Phone::default() }],
            emails: vec![Email {
                address: "a@gmail.com".to_owned(),
                state: bounced,
                ..Email::default()
            }],
            ..Lead::default()
        };
        let leads = [rated(Rating::Hot, "referral"), rated(Rating::Warm, "partner"), bad];
        let scoring = Scoring::new(&settings);
        for rule in SCORE_RULES.iter().chain(GRADE_RULES) {
            let holds = |lead: &Lead| scoring.holds(rule.condition, &Facts::of(lead));
            let read = |lead: &Lead| Lead::read_only(&lead.to_row(), Lead::OF_DERIVED);
            let looks = !matches!(rule.condition, Condition::Did(_));
            assert_eq!(leads.iter().any(holds), looks, "{}", rule.id);
            assert!(leads.iter().all(|lead| holds(lead) == holds(&read(lead))), "{}", rule.id);
        }
    }

    #[test]
    fn grades_have_ten_names() {
        for (number, name) in GRADES.iter().enumerate() {
            assert_eq!(grade_of(name), Some(number as u8));
        }
        assert_eq!(grade_of("B−"), Some(5));
        assert_eq!(grade_of("E"), None);
    }
}
