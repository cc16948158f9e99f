//! A vCard as a row of cells whose columns bear the names of fields.

use calcard::{
    common::PartialDateTime,
    vcard::{
        VCard, VCardEntry, VCardParameterName, VCardParameterValue, VCardProperty, VCardType,
        VCardValue,
    },
};

use super::{card_row::CardRow, encoding::detect_bytes};

/// The cells of a card, one for each label.
pub fn cells(card: &VCard) -> Vec<String> {
    let mut row = CardRow::default();
    // The address at work comes before the one at home.
    let mut addresses: Vec<&VCardEntry> = Vec::new();
    for entry in &card.entries {
        match &entry.name {
            VCardProperty::Fn => row.add("name", &whole(entry)),
            VCardProperty::N => name_parts(entry, &mut row),
            VCardProperty::Nickname => row.add("nickname", &whole(entry)),
            VCardProperty::Org => organisation(entry, &mut row),
            VCardProperty::Title => row.add("job_title", &whole(entry)),
            VCardProperty::Tel => phone(entry, &mut row),
            VCardProperty::Email => row.add("email", &without_scheme(&whole(entry), "mailto:")),
            VCardProperty::Url => website(&whole(entry), &mut row),
            VCardProperty::Adr => addresses.push(entry),
            VCardProperty::Bday => row.add("birthday", &whole(entry)),
            VCardProperty::Gender => row.add("gender", &whole(entry)),
            VCardProperty::Categories => texts(entry).for_each(|tag| row.add("tags", &tag)),
            VCardProperty::Note => row.add("notes", &whole(entry)),
            VCardProperty::Uid => {
                row.add("external_id", &without_scheme(&whole(entry), "urn:uuid:"));
            }
            VCardProperty::Impp | VCardProperty::Socialprofile => handle(entry, "", &mut row),
            VCardProperty::Other(name) => handle(entry, name, &mut row),
            _ => {}
        }
    }
    addresses.sort_by_key(|entry| !is_of(entry, &VCardType::Work));
    if let Some(first) = addresses.first() {
        address(first, &mut row);
    }
    complete(card, &mut row);
    row.cells()
}

/// What one property leaves out another may say.
fn complete(card: &VCard, row: &mut CardRow) {
    let of = |property: &VCardProperty| card.property(property).map(whole).unwrap_or_default();
    row.complete_name();
    if row.first("job_title").is_none() {
        row.add("job_title", &of(&VCardProperty::Role));
    }
    if row.first("street").is_none() && row.first("city").is_none() {
        let label = VCardProperty::Other("LABEL".to_owned());
        row.add("address", &of(&label).replace('\n', " "));
    }
}

/// The texts of a property, one for each of its parts.
fn texts(entry: &VCardEntry) -> impl Iterator<Item = String> {
    entry.values.iter().map(|value| {
        let text = match value {
            VCardValue::Component(parts) => parts.join(" "),
            VCardValue::PartialDateTime(moment) => of_moment(moment),
            VCardValue::Integer(number) => number.to_string(),
            VCardValue::Float(number) => number.to_string(),
            VCardValue::Binary(data) => {
                let spelling = detect_bytes(&data.data);
                if data.data.len() > 10_000 || data.content_type.is_some() {
                    return String::new();
                }
                spelling.encoding.decode(&data.data).0.into_owned()
            }
            other => other.as_text().unwrap_or_default().to_owned(),
        };
        text.replace("\r\n", "\n").replace('\r', "\n")
    })
}

/// A property as one text.
fn whole(entry: &VCardEntry) -> String {
    let parts: Vec<String> = texts(entry).filter(|text| !text.trim().is_empty()).collect();
    parts.join(", ")
}

fn of_moment(moment: &PartialDateTime) -> String {
    match (moment.year, moment.month, moment.day) {
        (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        _ => String::new(),
    }
}

fn is_of(entry: &VCardEntry, wanted: &VCardType) -> bool {
    entry
        .parameters(&VCardParameterName::Type)
        .any(|value| matches!(value, VCardParameterValue::Type(found) if found == wanted))
}

fn name_parts(entry: &VCardEntry, row: &mut CardRow) {
    let mut parts = texts(entry);
    let mut next = || parts.next().unwrap_or_default();
    let (family, given, more, prefix, suffix) = (next(), next(), next(), next(), next());
    row.add("family_name", &family);
    row.add("given_name", &format!("{given} {more}"));
    row.add("honorific", &format!("{prefix} {suffix}"));
}

fn organisation(entry: &VCardEntry, row: &mut CardRow) {
    let mut parts = texts(entry);
    row.add("company", &parts.next().unwrap_or_default());
    parts.for_each(|unit| row.add("department", &unit));
}

fn phone(entry: &VCardEntry, row: &mut CardRow) {
    let number = without_scheme(&whole(entry), "tel:");
    if is_of(entry, &VCardType::Fax) {
        row.add("fax", &number);
    } else if is_of(entry, &VCardType::Cell) {
        row.add("mobile", &number);
    } else if !is_of(entry, &VCardType::Pager) {
        row.add("phone", &number);
    }
}

fn website(url: &str, row: &mut CardRow) {
    let field = if url.contains("linkedin.com/") { "linkedin" } else { "website" };
    row.add(field, &url.replace("\\:", ":"));
}

/// A name in a messenger: each program has its own way to write it down.
fn handle(entry: &VCardEntry, property: &str, row: &mut CardRow) {
    const SERVICES: &[(&str, &str)] = &[
        ("wechat", "wechat"),
        ("weixin", "wechat"),
        ("whatsapp", "whatsapp"),
        ("linkedin", "linkedin"),
        ("facebook", "facebook"),
        ("skype", "skype"),
        ("x-line", "line"),
        ("line:", "line"),
        ("qq", "qq"),
    ];
    let value = whole(entry);
    let scheme = value.split(':').next().unwrap_or_default();
    let kinds = entry.params.iter().map(|param| param.value.clone().into_text().into_owned());
    let said =
        format!("{property} {} {scheme}:", kinds.collect::<Vec<_>>().join(" ")).to_lowercase();
    if !property.is_empty() && !property.to_lowercase().starts_with("x-") {
        return;
    }
    let service = SERVICES.iter().find(|(word, _)| said.contains(word));
    if let Some((word, field)) = service {
        let word = word.trim_end_matches(':');
        row.add(field, &without_scheme(&value, &format!("{word}:")));
    }
}

fn address(entry: &VCardEntry, row: &mut CardRow) {
    let parts: Vec<String> = texts(entry).map(|text| text.replace('\n', " ")).collect();
    let part = |at: usize| parts.get(at).cloned().unwrap_or_default();
    let street = [part(2), part(1), part(0)].join(" ");
    row.add("street", &street);
    for (at, field) in [(3, "city"), (4, "region"), (5, "postcode"), (6, "country")] {
        row.add(field, &part(at));
    }
}

fn without_scheme(text: &str, scheme: &str) -> String {
    let start = text.get(..scheme.len());
    let has_scheme = start.is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    text.get(if has_scheme { scheme.len() } else { 0 }..).unwrap_or(text).to_owned()
}
