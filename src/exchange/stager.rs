//! What a line says of a person: the same for a check and for an import.

use std::{borrow::Cow, sync::Arc};

use chrono_tz::Tz;
use unicode_normalization::UnicodeNormalization as _;

use super::{
    Adjustments, ColumnRule, DateOrder, Mapping, Meaning, StageOptions,
    dates::{bare_date, parse_date_as},
    name_cell, picks,
    returned::flag,
    values::has_lost_digits,
    whereabouts::{country_of_labels, country_of_row, read_phones_again},
};
use crate::domain::{
    Address, Currency, CustomShape, Email, FieldInfo, Handle, Lead, Line, Money, Phone, PhoneKind,
    Problem, Shape, Staged, Timestamp, Value, country::Country2, email::clean_email, parse_value,
    phone::parse_phone,
};

/// Turns lines into leads.
#[derive(Clone, Debug)]
pub struct Stager {
    /// What the columns mean.
    pub mapping: Mapping,
    /// What a person put right.
    pub adjustments: Arc<Adjustments>,
    country: Country2,
    /// The country that the script or the language of the labels speaks for.
    spoken: Option<Country2>,
    currency: Currency,
    zone: Tz,
}

impl Stager {
    /// Turns lines into leads, as a person says.
    pub fn new(mapping: Mapping, options: &StageOptions) -> Self {
        Self {
            spoken: country_of_script(mapping.columns.iter().map(|column| &*column.column))
                .or_else(|| country_of_labels(&mapping)),
            mapping,
            adjustments: Arc::clone(&options.adjustments),
            country: options.country,
            currency: options.currency,
            zone: options.zone,
        }
    }

    /// What the line at a place of its table says of a person.
    pub fn staged(&self, place: u32, line: &Line) -> Staged {
        let line = self.adjustments.applied(place, line, &self.mapping);
        let mut staged = Staged {
            place,
            row: line.number,
            problems: line.problems.clone(),
            decision: self.adjustments.decision(place),
            is_referred: self.adjustments.is_referred(place),
            ..Staged::default()
        };
        let meanings = self.mapping.values(&line);
        let country = country_of_row(&meanings).unwrap_or(self.country);
        for meaning in &meanings {
            self.take(&mut staged, meaning, (country, &line));
        }
        self.complete(&mut staged.lead);
        if staged.problems.iter().any(|problem| problem.code == "phone-unread") {
            read_phones_again(&mut staged);
        }
        staged
    }

    fn take(&self, staged: &mut Staged, meaning: &Meaning<'_>, (country, line): (Country2, &Line)) {
        let text = meaning.text.as_ref();
        if let Some(field) = meaning.target.own {
            return self.take_own(staged, meaning, field);
        }
        let lead = &mut staged.lead;
        match meaning.target.name {
            "mobile" | "phone" | "fax" => {
                let rule = self.rule(meaning);
                // Who writes in a script of one country has a phone there, if it is none of here.
                let cells = || line.cells.iter().map(String::as_str);
                let others = || [country_of_script(cells()), self.spoken, Some(self.country)];
                let countries = (rule.country.unwrap_or(country), &others as &dyn Fn() -> _);
                let is_read = take_phone(lead, meaning, countries, rule);
                // Of a number that lost its digits that is said already.
                if !is_read && !has_lost_digits(text) {
                    self.tell(staged, meaning, "phone-unread");
                }
            }
            "phone_ext" => {
                if let Some(phone) = lead.phones.iter_mut().rev().find(|it| it.extension.is_empty())
                {
                    text.clone_into(&mut phone.extension);
                }
            }
            "email" => {
                if !take_mail(lead, text) {
                    self.tell(staged, meaning, "mail-unread");
                    if !self.rule(meaning).leaves_out {
                        append(&mut staged.lead.notes, text);
                    }
                }
            }
            "qq" | "skype" | "facebook" => lead.handles.push(Handle {
                kind: meaning.target.name.to_owned(),
                value: text.to_owned(),
                ..Handle::default()
            }),
            "tags" => lead.tags.push(text.to_owned()),
            "notes" => append(&mut lead.notes, text),
            "need" => append(&mut lead.need, text),
            "concerns" => append(&mut lead.concerns, text),
            "address" => first(&mut lead.address.street, text),
            "campaign" => staged.campaign = staged.campaign.take().or(Some(text.to_owned())),
            "owner" => staged.owner = staged.owner.take().or(Some(text.to_owned())),
            "captured_at" | "birthday" | "consent" | "budget" => self.take_value(staged, meaning),
            _ => {
                if !take_place(&mut lead.address, meaning) && !picks::take(lead, meaning) {
                    take_text(lead, meaning);
                }
            }
        }
    }

    /// Dates and amounts, which may not be readable.
    fn take_value(&self, staged: &mut Staged, meaning: &Meaning<'_>) {
        let text = meaning.text.as_ref();
        if meaning.target.name == "budget" {
            let bare = || text.replace(',', "").trim().parse().ok();
            let amount = crate::domain::parse_money(text)
                .or_else(|| Some(Money { amount: bare()?, currency: self.currency }));
            staged.lead.budget = staged.lead.budget.or(amount);
            if amount.is_none() {
                append(&mut staged.lead.notes, text);
            }
            return;
        }
        let date = parse_date_as(text, self.rule(meaning).dates);
        let Some((day, time)) = date.or_else(|| Some((bare_date(text)?, None))) else {
            return self.tell(staged, meaning, "date-unread");
        };
        let start = Timestamp::start_of(day, self.zone);
        let since_midnight = time.map_or(0, |time| {
            use chrono::Timelike as _;
            i64::from(time.num_seconds_from_midnight()) * 1_000
        });
        let at = Some(start.plus_ms(since_midnight));
        match meaning.target.name {
            "birthday" => staged.lead.birthday = staged.lead.birthday.or(Some(day)),
            "consent" => staged.lead.consent_at = staged.lead.consent_at.or(at),
            _ => staged.lead.captured_at = staged.lead.captured_at.or(at),
        }
    }

    /// What follows from several columns together.
    fn complete(&self, lead: &mut Lead) {
        if lead.name.is_empty() {
            let (family, given) = (lead.family_name.as_str(), lead.given_name.as_str());
            let is_han = family.chars().chain(given.chars()).any(name_cell::is_character);
            lead.name = match (family, given) {
                ("", given) => given.to_owned(),
                (family, "") => family.to_owned(),
                (family, given) if is_han => format!("{family}{given}"),
                (family, given) => format!("{given} {family}"),
            };
        }
        if lead.name.is_empty() {
            lead.name = std::mem::take(&mut lead.latin_name);
        }
        name_cell::settle(lead);
    }

    /// The value of a field that a user made.
    fn take_own(&self, staged: &mut Staged, meaning: &Meaning<'_>, field: &'static FieldInfo) {
        let dates = self.rule(meaning).dates;
        match own_value(field, &meaning.text, dates, self.currency) {
            Some(value) => {
                if staged.lead.unknown.get(field.tag).is_empty() {
                    staged.lead.unknown.set(field.tag, value);
                }
            }
            None => self.tell(staged, meaning, "value-unread"),
        }
    }

    /// Says what is wrong with a value, unless such values are to be left out.
    fn tell(&self, staged: &mut Staged, meaning: &Meaning<'_>, code: &'static str) {
        if !self.rule(meaning).leaves_out {
            let problem = Problem { code, ..Problem::warning(staged.row, "value-unread") };
            let label = self.mapping.label(meaning.column);
            staged.problems.push(problem.in_column(&label, &meaning.text));
        }
    }

    fn rule(&self, meaning: &Meaning<'_>) -> ColumnRule {
        self.adjustments.rule(meaning.column as u32)
    }
}

/// The country of a script that is written in one only: kana, hangul.
fn country_of_script<'a>(mut texts: impl Iterator<Item = &'a str>) -> Option<Country2> {
    texts.find_map(|text| {
        text.chars().find_map(|c| match c {
            '\u{3041}'..='\u{30fa}' => Country2::from_code("JP"),
            '\u{ac00}'..='\u{d7a3}' => Country2::from_code("KR"),
            _ => None,
        })
    })
}

/// Takes a phone; whether it is one that can be dialled, or at least says nothing else.
fn take_phone(
    lead: &mut Lead,
    meaning: &Meaning<'_>,
    (country, others): (Country2, &dyn Fn() -> [Option<Country2>; 3]),
    rule: ColumnRule,
) -> bool {
    let mut parsed = parse_phone(&meaning.text, country);
    if parsed.e164.is_none() && rule.country.is_none() {
        let others = others().into_iter().flatten().filter(|other| *other != country);
        let mut again = others.map(|country| parse_phone(&meaning.text, country));
        parsed = again.find(|again| again.e164.is_some()).unwrap_or(parsed);
    }
    let is_read = parsed.e164.is_some();
    if !is_read && rule.leaves_out {
        return false;
    }
    let kind = match (meaning.target.name, parsed.kind) {
        ("fax", _) => PhoneKind::Fax,
        ("mobile", PhoneKind::Other) => PhoneKind::Mobile,
        ("phone", PhoneKind::Other) => PhoneKind::Landline,
        (_, kind) => kind,
    };
    let phone = Phone {
        raw: meaning.text.to_string(),
        kind,
        e164: parsed.e164.unwrap_or_default(),
        extension: parsed.extension.unwrap_or_default(),
        ..Phone::default()
    };
    let is_known = lead
        .phones
        .iter()
        .any(|known| known.best() == phone.best() && known.extension == phone.extension);
    if !is_known {
        // Most cards have two.
        lead.phones.reserve_exact(2_usize.saturating_sub(lead.phones.len()));
        lead.phones.push(phone);
    }
    is_read
}

/// Takes a mail address; whether it is one.
fn take_mail(lead: &mut Lead, text: &str) -> bool {
    let Some(address) = clean_email(text) else { return false };
    if !lead.emails.iter().any(|known| known.address == address) {
        lead.emails.reserve_exact(1);
        lead.emails.push(Email { address, ..Email::default() });
    }
    true
}

/// What a cell says for a field that a user made; none if the field takes nothing of the sort.
fn own_value(
    field: &FieldInfo,
    text: &str,
    dates: Option<DateOrder>,
    currency: Currency,
) -> Option<Value> {
    let bare = || text.replace(',', "").trim().parse().ok();
    match &field.shape {
        Shape::Date => Some(Value::Date(parse_date_as(text, dates)?.0)),
        Shape::Decimal => bare().map(Value::Decimal),
        Shape::Money => crate::domain::parse_money(text)
            .or_else(|| Some(Money { amount: bare()?, currency }))
            .map(Value::Money),
        Shape::Flag => flag(text).map(Value::Flag),
        Shape::List(inner) => {
            let items = text.split([';', '；', '、', '\n']).map(str::trim);
            let items = items.filter(|item| !item.is_empty());
            let values: Vec<Value> =
                items.map(|item| parse_value(inner, item)).collect::<Option<_>>()?;
            (!values.is_empty()).then_some(Value::List(values))
        }
        shape => parse_value(shape, text),
    }
    .filter(|value| !value.is_empty())
}

/// Of which shape a field would be that holds these values: dates, numbers, or else text.
pub fn shape_of_values<'a>(values: impl Iterator<Item = &'a str>) -> CustomShape {
    let values: Vec<&str> = values.map(str::trim).filter(|value| !value.is_empty()).collect();
    let is_date = |value: &&str| parse_date_as(value, Some(DateOrder::DayMonthYear)).is_some();
    // A number that begins with a zero is a code, and loses the zero as a number.
    let is_number = |value: &&str| {
        let is_code = value.starts_with('0') && value.len() > 1 && !value.starts_with("0.");
        !is_code && value.len() < 12 && value.replace(',', "").parse::<f64>().is_ok()
    };
    match values.as_slice() {
        [] => CustomShape::Text,
        all if all.iter().all(is_date) => CustomShape::Date,
        all if all.iter().all(is_number) => CustomShape::Number,
        _ => CustomShape::Text,
    }
}

/// Whether the meaning was a part of an address.
fn take_place(address: &mut Address, meaning: &Meaning<'_>) -> bool {
    let target = match meaning.target.name {
        "country" => &mut address.country,
        "region" => &mut address.region,
        "city" => &mut address.city,
        "postcode" => &mut address.postcode,
        "street" => {
            if !address.street.is_empty() {
                address.street.push(' ');
            }
            address.street.push_str(&meaning.text);
            return true;
        }
        _ => return false,
    };
    first(target, &meaning.text);
    true
}

fn take_text(lead: &mut Lead, meaning: &Meaning<'_>) {
    let target = match meaning.target.name {
        "name" => &mut lead.name,
        "family_name" => &mut lead.family_name,
        "given_name" => &mut lead.given_name,
        "nickname" => &mut lead.nickname,
        "honorific" => &mut lead.honorific,
        "latin_name" => &mut lead.latin_name,
        "company" => &mut lead.company,
        "job_title" => &mut lead.job_title,
        "department" => &mut lead.department,
        "wechat" => &mut lead.wechat,
        "line" => &mut lead.line,
        "whatsapp" => &mut lead.whatsapp,
        "linkedin" => &mut lead.linkedin,
        "website" => &mut lead.website,
        "gender" => &mut lead.gender,
        "external_id" => &mut lead.external_id,
        "preferred_language" => &mut lead.preferred_language,
        "tax_id" => &mut lead.tax_id,
        "time_frame" => &mut lead.time_frame,
        "competitor" => &mut lead.competitor,
        "hall" => &mut lead.hall,
        "booth" => &mut lead.booth,
        "supplier" => &mut lead.supplier,
        "gift" => &mut lead.gift,
        // What has no place of its own is not dropped in silence.
        _ => return append(&mut lead.notes, &meaning.text),
    };
    // A name keeps what its lines part: a company may stand below it.
    if meaning.target.name == "name" {
        return first(target, &meaning.text.replace('\n', " "));
    }
    let is_code =
        matches!(meaning.target.name, "tax_id" | "website" | "wechat" | "line" | "whatsapp");
    if is_code && !meaning.text.is_ascii() {
        return first(target, &meaning.text.nfkc().collect::<String>());
    }
    first(target, &on_one_line(&meaning.text));
}

/// A text whose lines a cell has broken: between characters nothing stands, between words a space.
fn on_one_line(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_han = crate::domain::fold::is_han;
        let joins = whole.ends_with(is_han) && line.starts_with(is_han);
        if !whole.is_empty() && !joins {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    Cow::Owned(whole)
}

fn first(target: &mut String, text: &str) {
    if target.is_empty() {
        text.clone_into(target);
    }
}

fn append(target: &mut String, text: &str) {
    if !target.is_empty() {
        target.push('\n');
    }
    target.push_str(text);
}
