//! The card a visitor left, and what was noted on it.

use super::{
    companies::{Company, company},
    dice::{Dice, Topic},
    name_words::{CN_FAMILIES, CN_GIVEN, ELSEWHERE, TW_FAMILIES, TW_GIVEN},
    path::Path,
    phones::{mobile, switchboard},
    plan::{Plan, Seat, one_person},
    texts::NOTES,
    titles::title,
};
use crate::{
    domain::{Address, Email, Lead, Pick, Stage},
    i18n::Lang,
};

/// A name in its parts.
#[derive(Debug, Default)]
struct Name {
    whole: String,
    given: String,
    family: String,
    latin: String,
    /// As it stands before the `@`.
    local: String,
}

/// Which channels a card names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Channels {
    pub has_phone: bool,
    pub has_mail: bool,
}

/// The channels on the card of a lead. Who came far named both.
pub(super) fn channels(plan: &Plan, lead: u64, path: &Path) -> Channels {
    let mut dice = plan.dice(Topic::Card, lead);
    let (phone, mail) = match path.stage {
        _ if path.is_good() => (100, 100),
        Stage::Unsorted => (84, 80),
        _ => (91, 88),
    };
    let has_mail = dice.chance(mail) || path.reason == "bounced_mail";
    let needs_phone = matches!(path.reason, "dead_number" | "no_such_person");
    let is_usable = path.times.usable.is_some();
    let has_phone = dice.chance(phone) || needs_phone || is_usable && !has_mail;
    Channels { has_phone, has_mail }
}

/// The card of a lead: the person, the company and how to reach them.
pub(super) fn card(plan: &Plan, lead: u64, path: &Path) -> Lead {
    let person = person_of(plan, lead, path);
    let mut dice = plan.dice(Topic::Person, person);
    let company = company(plan, path.company, path.lang, path.is_good());
    let name = name(&mut dice, path.lang, company.town.country);
    let title = title(&mut dice, path.lang, path.is_good());
    let has_title = path.is_good() || dice.chance(88);
    let mut card = Lead {
        preferred_language: path.lang.code().to_owned(),
        decision_role: (path.stage != Stage::Unsorted).then_some(title.role),
        ..Lead::default()
    };
    if has_title {
        title.title.clone_into(&mut card.job_title);
        title.department.clone_into(&mut card.department);
    }
    let channels = channels(plan, lead, path);
    if channels.has_mail {
        let address = format!("{}@{}", name.local, company.domain);
        card.emails.push(Email { address, ..Email::default() });
    }
    if channels.has_phone {
        card.phones.push(mobile(company.town.country, person));
    }
    if path.is_good() || dice.chance(45) {
        let extension = 100 + dice.below(800);
        let phone = switchboard(company.town.city, company.line, extension);
        card.phones.extend(phone.filter(|_| channels.has_phone));
    }
    take_handles(&mut card, &mut dice, path.lang, person);
    take_company(&mut card, &mut dice, &company, path);
    card.name = name.whole;
    card.given_name = name.given;
    card.family_name = name.family;
    card.latin_name = name.latin;
    let mut dice = plan.dice(Topic::Card, lead);
    dice.roll();
    if dice.chance(32) {
        card.notes = NOTES.any(&mut dice, path.lang);
    }
    if dice.chance(60) {
        card.consent_at = Some(path.captured_at);
        let is_fair = path.event.script.kind == "trade_fair";
        card.consent_by = if is_fair { "booth form" } else { "web form" }.to_owned();
    }
    if dice.chance(4) {
        card.tags.push("VIP".to_owned());
    }
    card
}

/// Both cards of some accounts are of one person.
fn person_of(plan: &Plan, lead: u64, path: &Path) -> u64 {
    match path.seat {
        Some(seat) if one_person(seat.account) => plan.lead_in(Seat { number: 0, ..seat }),
        _ => lead,
    }
}

fn take_handles(card: &mut Lead, dice: &mut Dice, lang: Lang, person: u64) {
    match lang {
        Lang::ZhCn if dice.chance(70) => card.wechat = format!("wx-sample-{person}"),
        Lang::ZhTw if dice.chance(25) => card.line = format!("line-sample-{person}"),
        Lang::En if dice.chance(40) => {
            card.linkedin = format!("https://linkedin.example/in/sample-{person}");
        }
        _ => {}
    }
}

fn take_company(card: &mut Lead, dice: &mut Dice, company: &Company, path: &Path) {
    let is_known = path.is_good();
    // Some leave a private card.
    if path.stage != Stage::Unsorted || dice.chance(93) {
        card.company.clone_from(&company.name);
        card.website = format!("www.{}", company.domain);
    }
    let sorted = path.times.usable.is_some();
    if is_known || dice.chance(if sorted { 85 } else { 30 }) {
        card.industry = Pick::new(company.industry);
    }
    if is_known || dice.chance(if sorted { 75 } else { 20 }) {
        card.company_size = Pick::new(company.size);
    }
    if sorted || dice.chance(35) {
        card.territory = Pick::new(company.town.territory);
    }
    if is_known || dice.chance(72) {
        card.address = address(company);
    }
}

/// The address of a company.
pub(super) fn address(company: &Company) -> Address {
    let town = company.town;
    Address {
        country: town.country.to_owned(),
        region: town.region.to_owned(),
        city: town.city.to_owned(),
        street: company.street(),
        postcode: town.postcode.to_owned(),
        ..Address::default()
    }
}

fn name(dice: &mut Dice, lang: Lang, country: &str) -> Name {
    match lang {
        Lang::ZhTw => {
            let family = dice.pick(TW_FAMILIES);
            let [men, women] = &TW_GIVEN;
            let (first, second) = if dice.chance(62) { men } else { women };
            let (first, second) = (dice.pick(first), dice.pick(second));
            let latin = format!("{}-{}", first.1, second.1);
            of_characters(family, format!("{}{}", first.0, second.0), &latin)
        }
        Lang::ZhCn => {
            let family = dice.pick(CN_FAMILIES);
            let [men, women] = &CN_GIVEN;
            let (first, second) = if dice.chance(66) { men } else { women };
            let (first, second) = (dice.pick(first), dice.pick(second));
            if dice.chance(25) {
                return of_characters(family, second.0.to_owned(), second.1);
            }
            let latin = format!("{}{}", first.1, second.1.to_lowercase());
            of_characters(family, format!("{}{}", first.0, second.0), &latin)
        }
        Lang::En => {
            let known = ELSEWHERE.iter().find(|(code, _, _)| *code == country);
            let (given, family) = known.map_or(("Alex", "Doe"), |(_, given, families)| {
                (dice.pick(given), dice.pick(families))
            });
            Name {
                whole: format!("{given} {family}"),
                given: given.to_owned(),
                family: family.to_owned(),
                latin: String::new(),
                local: local_part(given, family),
            }
        }
    }
}

fn of_characters(family: (&str, &str), given: String, latin: &str) -> Name {
    Name {
        whole: format!("{}{given}", family.0),
        given,
        family: family.0.to_owned(),
        local: local_part(latin, family.1),
        latin: format!("{latin} {}", family.1),
    }
}

/// A name in the letters that mail knows.
fn local_part(given: &str, family: &str) -> String {
    let mut local = String::with_capacity(given.len() + family.len() + 2);
    for letter in given.chars().chain(['.']).chain(family.chars()) {
        match letter {
            'ä' => local.push_str("ae"),
            'ö' => local.push_str("oe"),
            'ü' => local.push_str("ue"),
            '-' => {}
            other => local.extend(other.to_lowercase()),
        }
    }
    local
}
