//! From lines of cells to leads: what an import takes. The preview and the import use the same.

use std::{path::Path, sync::Arc};

use chrono_tz::Tz;

use super::{
    Adjustments, Mapping, Options, Stager, Templates, Wish, guess, open, read_ahead::read_ahead,
    signature, stopped,
};
use crate::{
    domain::{Currency, Draft, Line, Problem, country::Country2},
    engine::{ImportJob, ImportOptions, ImportReport, MappedColumn, ReportedProblem},
    error::Result,
    i18n::{self, Lang},
    model::Model,
};

/// Lines that are looked at to guess what the columns mean.
pub(super) const SAMPLE: usize = 50;

/// How a file is to be understood.
#[derive(Clone, Debug)]
pub struct StageOptions {
    /// What a person says of the file.
    pub read: Options,
    /// What a person says of its columns.
    pub wishes: Vec<Wish>,
    /// What a person put right in the table.
    pub adjustments: Arc<Adjustments>,
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
            adjustments: Arc::default(),
            templates: Templates::of(model),
            import: ImportOptions { lang, ..ImportOptions::default() },
            country: phone_country(model),
            currency: settings.base_currency(),
            zone: settings.zone(),
        }
    }
}

/// The country of phone numbers without one, in a workspace.
pub fn phone_country(model: &Model) -> Country2 {
    Country2::from_code(model.settings().phone_country()).unwrap_or(Country2::TW)
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
        adjustments: options.adjustments.written(),
        ..options.import.clone()
    };
    let lines = sample.into_iter().map(Ok).chain(draft.lines);
    let rows = read_ahead(path, lines, Stager::new(mapping, options))?;
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
    let mapping = meant(&draft.headers, &sample, options)?;
    Ok((sample, mapping))
}

/// What the columns of a table mean: as they are guessed, as last time, as a person says.
///
/// # Errors
/// `unknown-column` if a person speaks of a column that is not there.
pub(super) fn meant(
    headers: &[String],
    sample: &[Line],
    options: &StageOptions,
) -> Result<Mapping> {
    let mut mapping = guess(headers, sample);
    if let Some(template) = options.templates.get(headers) {
        mapping.with_template(template);
    }
    mapping.with_user(&options.wishes)?;
    Ok(mapping)
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
