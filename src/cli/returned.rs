//! Taking over what was changed in a file that was handed out.

use std::path::Path;

use serde_json::{Value as Json, json};

use super::{Session, import};
use crate::{
    domain::Draft,
    engine::{Command, Request},
    error::{Error, Result},
    exchange::{self, Asker, Returned},
    i18n, query,
};

/// Takes over what was changed; gives the report as JSON and for a person.
pub fn take(
    session: &mut Session,
    path: &Path,
    draft: Draft,
    is_dry_run: bool,
) -> Result<(Json, String)> {
    let asker = Asker {
        model: session.model(),
        past: session.crm.store(),
        viewer: &session.viewer(),
        lang: session.lang,
    };
    let found = exchange::returned(path, draft, &asker)?;
    let Returned { rows, command, problems } =
        found.ok_or_else(|| Error::unreadable("unknown-format").with("path", path))?;
    let wanted = command.rows.len();
    let mut refused = Vec::new();
    let mut changed = wanted;
    if !is_dry_run && wanted > 0 {
        let outcome = session.request(Request::Run(Command::TakeChanges(command)))?;
        changed = outcome
            .records
            .iter()
            .filter(|record| record.kind != crate::domain::Kind::Activity)
            .count();
        for (record, err) in &outcome.refused {
            let name = query::label(session.model(), *record);
            refused.push((record.uuid, name, err.text(session.lang)));
        }
    }
    let mut text = i18n::text_with(
        session.lang,
        "cli-returned",
        &[
            ("file", path.display().to_string().into()),
            ("rows", rows.into()),
            ("changed", changed.into()),
            ("kept", refused.len().into()),
        ],
    )
    .into_owned();
    for (_, name, reason) in &refused {
        text.push_str(&format!("\n  {name}: {reason}"));
    }
    for found in &problems {
        text.push_str(&import::said(session.lang, found));
    }
    let refused: Vec<Json> = refused
        .into_iter()
        .map(|(id, name, reason)| json!({"id": id.to_string(), "record": name, "reason": reason}))
        .collect();
    let document = json!({
        "file": path.display().to_string(),
        "returned": true,
        "rows": rows,
        "changed": changed,
        "kept": refused,
        "problems": problems,
    });
    Ok((document, text))
}
