//! From lines of cells to leads: what an import takes. The preview and the import use the same.

use std::{
    fs::File,
    path::Path,
    sync::mpsc::{self, Receiver},
    thread,
};

use chrono_tz::Tz;

use super::{
    Mapping, Meaning, Options, Wish, guess, open, picks, signature, sniff::unreadable, stopped,
};
use crate::{
    domain::{
        Address, Currency, Draft, Email, Handle, Lead, Line, Money, Phone, PhoneKind, Problem,
        Staged, Timestamp, country::Country2, email::clean_email, phone::parse_phone,
    },
    engine::{ImportJob, ImportOptions, ImportReport, MappedColumn},
    error::{Error, Result},
    i18n::{self, Lang},
    model::Model,
    store,
};

/// Lines that are looked at to guess what the columns mean.
const SAMPLE: usize = 50;

/// Lines handed over at once between the reader's thread and the writer's.
const PARCEL: usize = 512;

/// Parcels read ahead.
const AHEAD: usize = 8;

/// How a file is to be understood.
#[derive(Clone, Debug)]
pub struct StageOptions {
    /// What a person says of the file.
    pub read: Options,
    /// What a person says of its columns.
    pub wishes: Vec<Wish>,
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
            import: ImportOptions { lang, ..ImportOptions::default() },
            country: Country2::from_code(settings.phone_country()).unwrap_or(Country2::TW),
            currency: settings.base_currency(),
            zone: settings.zone(),
        }
    }
}

/// Keeps a source file with the workspace in `folder`, so that a column can be mapped later. Gives the
/// hash of its content, by which the same file is known again.
///
/// # Errors
/// When the file cannot be read, or the workspace cannot be written.
pub fn keep_source(folder: &Path, path: &Path) -> Result<String> {
    if path.is_dir() {
        return Err(Error::unreadable("file-is-a-folder").with("path", path));
    }
    let content = File::open(path).map_err(|err| unreadable(path, err))?;
    store::keep_file(folder, content)
}

/// Opens a file and makes an import of each of its tables. The rows are read while they are imported.
///
/// # Errors
/// When the file cannot be read; nothing was written then.
pub fn stage_file(path: &Path, options: &StageOptions) -> Result<Vec<ImportJob>> {
    let drafts = open(path, &options.read)?;
    drafts.into_iter().map(|draft| stage(path, draft, options)).collect()
}

fn stage(path: &Path, mut draft: Draft, options: &StageOptions) -> Result<ImportJob> {
    let mut sample = Vec::with_capacity(SAMPLE);
    for line in draft.lines.by_ref().take(SAMPLE) {
        sample.push(line.map_err(|problem| stopped(path, &problem))?);
    }
    let mut mapping = guess(&draft.headers, &sample);
    mapping.with_user(&options.wishes)?;
    let lang = options.import.lang;
    let report = ImportReport {
        file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        layout: draft.layout,
        mapping: mapped(&mapping, lang),
        ..ImportReport::default()
    };
    let import = ImportOptions {
        header_signature: signature(&draft.headers),
        mapping: remembered(&mapping),
        ..options.import.clone()
    };
    let lines = sample.into_iter().map(Ok).chain(draft.lines);
    let rows = read_ahead(path, lines, Stager { mapping, options: options.clone() })?;
    Ok(ImportJob::new(import, Box::new(rows), report))
}

/// Reads and understands lines on a thread of their own, so that it goes on while others are written.
fn read_ahead(
    path: &Path,
    lines: impl Iterator<Item = Result<Line, Problem>> + Send + 'static,
    stager: Stager,
) -> Result<Parcels> {
    let (give, take) = mpsc::sync_channel::<Vec<Result<Staged>>>(AHEAD);
    let path = path.to_owned();
    let work = move || {
        let mut parcel = Vec::with_capacity(PARCEL);
        for line in lines {
            let staged = line.map(|line| stager.staged(&line));
            let is_over = staged.is_err();
            parcel.push(staged.map_err(|problem| stopped(&path, &problem)));
            if parcel.len() == PARCEL || is_over {
                let full = std::mem::replace(&mut parcel, Vec::with_capacity(PARCEL));
                // Nobody takes any more: the import was cancelled.
                if give.send(full).is_err() || is_over {
                    return;
                }
            }
        }
        if give.send(parcel).is_err() {
            // The same, at the very end.
        }
    };
    thread::Builder::new()
        .name("read-file".to_owned())
        .spawn(work)
        .map_err(|err| Error::other("no-thread").because(err))?;
    Ok(Parcels { take, current: Vec::new().into_iter() })
}

/// The lines of the parcels, one by one.
struct Parcels {
    take: Receiver<Vec<Result<Staged>>>,
    current: std::vec::IntoIter<Result<Staged>>,
}

impl Iterator for Parcels {
    type Item = Result<Staged>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(line) = self.current.next() {
                return Some(line);
            }
            self.current = self.take.recv().ok()?.into_iter();
        }
    }
}

/// Turns lines into leads.
struct Stager {
    mapping: Mapping,
    options: StageOptions,
}

impl Stager {
    fn staged(&self, line: &Line) -> Staged {
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

fn mapped(mapping: &Mapping, lang: Lang) -> Vec<MappedColumn> {
    let column = |column: &super::ColumnMap| MappedColumn {
        column: column.column.clone(),
        field: column.target.filter(|target| target.name != "ignore").map(|it| it.name.to_owned()),
        confidence: column.confidence,
        why: i18n::text(lang, &format!("why-{}", column.why)).into_owned(),
    };
    mapping.columns.iter().map(column).collect()
}

fn remembered(mapping: &Mapping) -> String {
    let wishes = mapping.wishes();
    let pairs =
        wishes.iter().map(|wish| (wish.column.clone(), wish.target.map(|it| it.name).into()));
    serde_json::Value::Object(pairs.collect()).to_string()
}
