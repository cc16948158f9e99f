//! What a new workspace begins with.

use crate::{
    domain::{Currency, Id, Pool, Role, Settings, Stage, User},
    engine::{BeginIn, Edit},
    error::{Error, Result},
    i18n::{Lang, text},
};

/// The keys of the names of the pools that a workspace begins with.
const POOLS: [&str; 2] = ["pool-name-intake", "pool-name-sales"];

/// Makes the settings, *Intake* and the *Sales pool*, and the first user.
///
/// # Errors
/// None but those of the disk.
pub fn set_up(edit: &mut Edit<'_>) -> Result<()> {
    let [intake, sales] = POOLS.map(|key| name(key, Lang::En));
    let settings = Settings {
        currency: Some(Currency::TWD),
        time_zone: "Asia/Taipei".to_owned(),
        country: "TW".to_owned(),
        ..Settings::default()
    };
    edit.create_as(Settings::ID, &settings)?;
    edit.create(&User {
        name: "Admin".to_owned(),
        login: "admin".to_owned(),
        role: Role::Admin,
        ..User::default()
    })?;
    edit.create(&Pool {
        name: intake,
        order: Some(1),
        is_default: true,
        is_intake: true,
        ..Pool::default()
    })?;
    edit.create(&Pool {
        name: sales,
        order: Some(2),
        claimable_from: Some(Stage::Mql),
        hides_contact_data: true,
        claims_per_day: Some(20),
        batch_maximum: Some(20),
        days_before_reclaim: Some(30),
        ..Pool::default()
    })?;
    Ok(())
}

/// Says the language of the workspace, and calls its first pools so, as long as nobody has named them.
///
/// # Errors
/// `no-such-language`, or those of the disk.
pub fn begin_in(edit: &mut Edit<'_>, command: &BeginIn) -> Result<()> {
    let lang: Lang = command.language.parse().map_err(|languages: String| {
        let err = Error::refused("no-such-language").with("language", command.language.as_str());
        err.with("languages", languages.as_str())
    })?;
    edit.update(Settings::ID, |settings: &mut Settings| {
        lang.code().clone_into(&mut settings.language);
    })?;
    let is_shipped =
        |key: &str, pool: &Pool| Lang::ALL.iter().any(|lang| name(key, *lang) == pool.name);
    let shipped = |(id, pool): (Id<Pool>, &Pool)| {
        let key = POOLS.into_iter().find(|key| is_shipped(key, pool))?;
        Some((id, name(key, lang)))
    };
    let found: Vec<(Id<Pool>, String)> = edit.model.pools.iter().filter_map(shipped).collect();
    for (id, name) in found {
        edit.update(id, |pool: &mut Pool| pool.name = name)?;
    }
    Ok(())
}

fn name(key: &str, lang: Lang) -> String {
    text(lang, key).into_owned()
}
