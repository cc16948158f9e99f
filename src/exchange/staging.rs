//! From lines of cells to leads: what an import takes. The preview and the import use the same.

use std::path::Path;

use chrono_tz::Tz;

use super::{
    Mapping, Meaning, Options, Templates, Wish, guess, name_cell, open, picks,
    read_ahead::read_ahead, signature, stopped,
};
use crate::{
    domain::{
        Address, Currency, Draft, Email, Handle, Lead, Line, Money, Phone, PhoneKind, Problem,
        Staged, Timestamp, country::Country2, email::clean_email, phone::parse_phone,
    },
    engine::{ImportJob, ImportOptions, ImportReport, MappedColumn, ReportedProblem},
    error::Result,
    i18n::{self, Lang},
    model::Model,
};

/// Lines that are looked at to guess what the columns mean.
const SAMPLE: usize = 50;

/// How a file is to be understood.
#[derive(Clone, Debug)]
pub struct StageOptions {
    /// What a person says of the file.
    pub read: Options,
    /// What a person says of its columns.
    pub wishes: Vec<Wish>,
    /// How files with the same labels were understood before.
    pub templates: Templates,
    /// Where the leads go.
    pub import: ImportOptions,
    /// The country of phone numbers without one.
    pub country: Country2,
    /// The currency of amounts without one.
    pub currency: Currency,
    /// The time zone of moments without one.
    pub zone: Tz,
}

impl StageOptions {
    /// How a file is understood in a workspace when nobody says anything else.
    pub fn of(model: &Model, lang: Lang) -> Self {
        let settings = model.settings();
        Self {
            read: Options::default(),
            wishes: Vec::new(),
            templates: Templates::of(model),
            import: ImportOptions { lang, ..ImportOptions::default() },
            country: Country2::from_code(settings.phone_country()).unwrap_or(Country2::TW),
            currency: settings.base_currency(),
            zone: settings.zone(),
        }
    }
}

/// Opens a file and makes an import of each of its tables. The rows are read while they are imported.
///
/// # Errors
/// When the file cannot be read; nothing was written then.
pub fn stage_file(path: &Path, options: &StageOptions) -> Result<Vec<ImportJob>> {
    let drafts = open(path, &options.read)?;
    drafts.into_iter().map(|draft| stage(path, draft, options)).collect()
}

/// Makes an import of a table.
pub(super) fn stage(path: &Path, mut draft: Draft, options: &StageOptions) -> Result<ImportJob> {
    let (sample, mapping) = understood(path, &mut draft, options)?;
    let lang = options.import.lang;
    let report = ImportReport {
        file: file_name(path, draft.layout.part.as_deref()),
        layout: draft.layout,
        mapping: mapped(&mapping, &sample, lang),
        problems: draft.notes.into_iter().map(|problem| reported(problem, lang)).collect(),
        ..ImportReport::default()
    };
    let import = ImportOptions {
        header_signature: signature(&draft.headers),
        mapping: Templates::written(&mapping),
        ..options.import.clone()
    };
    let lines = sample.into_iter().map(Ok).chain(draft.lines);
    let rows = read_ahead(path, lines, Stager { mapping, options: options.clone() })?;
    Ok(ImportJob::new(import, Box::new(rows), report))
}

/// The first lines of a table, and what its columns mean.
pub(super) fn understood(
    path: &Path,
    draft: &mut Draft,
    options: &StageOptions,
) -> Result<(Vec<Line>, Mapping)> {
    let mut sample = Vec::with_capacity(SAMPLE);
    for line in draft.lines.by_ref().take(SAMPLE) {
        sample.push(line.map_err(|problem| stopped(path, &problem))?);
    }
    let mut mapping = guess(&draft.headers, &sample);
    if let Some(template) = options.templates.get(&draft.headers) {
        mapping.with_template(template);
    }
    mapping.with_user(&options.wishes)?;
    Ok((sample, mapping))
}

/// How a file is called in reports: by its name, within an archive by that of the archive before it.
fn file_name(path: &Path, part: Option<&str>) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    part.map_or(name.clone(), |part| format!("{name}/{part}"))
}

/// A problem with its sentence.
pub(super) fn reported(problem: Problem, lang: Lang) -> ReportedProblem {
    let reason = i18n::text(lang, &format!("problem-{}", problem.code)).into_owned();
    ReportedProblem { problem, reason }
}

/// Turns lines into leads.
pub(super) struct Stager {
    pub mapping: Mapping,
    pub options: StageOptions,
}

impl Stager {
    /// What a line says of a person.
    pub fn staged(&self, line: &Line) -> Staged {
        let mut staged =
            Staged { row: line.number, problems: line.problems.clone(), ..Staged::default() };
        let meanings = self.mapping.values(line);
        let country = meanings
            .iter()
            .find(|meaning| meaning.target.name == "country")
            .and_then(|meaning| Country2::from_text(&meaning.text))
            .unwrap_or(self.options.country);
        for meaning in &meanings {
            self.take(&mut staged, meaning, country);
        }
        self.complete(&mut staged.lead);
        staged
    }

    fn take(&self, staged: &mut Staged, meaning: &Meaning<'_>, country: Country2) {
        let text = meaning.text.as_ref();
        let lead = &mut staged.lead;
        match meaning.target.name {
            "mobile" | "phone" | "fax" => take_phone(lead, meaning, country),
            "phone_ext" => {
                if let Some(phone) = lead.phones.iter_mut().rev().find(|it| it.extension.is_empty())
                {
                    text.clone_into(&mut phone.extension);
                }
            }
            "email" => take_mail(staged, meaning, self.label(meaning)),
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
                .or_else(|| Some(Money { amount: bare()?, currency: self.options.currency }));
            staged.lead.budget = staged.lead.budget.or(amount);
            if amount.is_none() {
                append(&mut staged.lead.notes, text);
            }
            return;
        }
        let Some((day, time)) = super::parse_date(text) else {
            let problem = Problem::warning(staged.row, "date-unread");
            staged.problems.push(problem.in_column(self.label(meaning), text));
            return;
        };
        let start = Timestamp::start_of(day, self.options.zone);
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
            let is_han = family.chars().chain(given.chars()).any(crate::domain::fold::is_han);
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

    fn label(&self, meaning: &Meaning<'_>) -> &str {
        let column = self.mapping.columns.iter().find(|column| column.index == meaning.column);
        column.map_or("", |column| column.column.as_str())
    }
}

fn take_phone(lead: &mut Lead, meaning: &Meaning<'_>, country: Country2) {
    let parsed = parse_phone(&meaning.text, country);
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
        lead.phones.push(phone);
    }
}

fn take_mail(staged: &mut Staged, meaning: &Meaning<'_>, label: &str) {
    match clean_email(&meaning.text) {
        Some(address) => {
            if !staged.lead.emails.iter().any(|known| known.address == address) {
                staged.lead.emails.push(Email { address, ..Email::default() });
            }
        }
        None => {
            let problem = Problem::warning(staged.row, "mail-unread");
            staged.problems.push(problem.in_column(label, &meaning.text));
            append(&mut staged.lead.notes, &meaning.text);
        }
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
    first(target, &meaning.text);
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

fn mapped(mapping: &Mapping, sample: &[Line], lang: Lang) -> Vec<MappedColumn> {
    let samples = |index: usize| {
        let cells = sample.iter().filter_map(|line| line.cells.get(index));
        cells.filter(|cell| !cell.is_empty()).take(2).cloned().collect()
    };
    let column = |column: &super::ColumnMap| MappedColumn {
        column: column.column.clone(),
        field: column.target.filter(|target| target.name != "ignore").map(|it| it.name.to_owned()),
        confidence: column.confidence,
        why: i18n::text(lang, &format!("why-{}", column.why)).into_owned(),
        samples: samples(column.index),
    };
    mapping.columns.iter().map(column).collect()
}
