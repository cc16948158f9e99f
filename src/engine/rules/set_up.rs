//! What a new workspace begins with.

use crate::{
    domain::{Currency, Pool, Role, Settings, Stage, User},
    engine::Edit,
    error::Result,
};

/// Makes the settings, *Intake* and the *Sales pool*, and the first user.
///
/// # Errors
/// None but those of the disk.
pub fn set_up(edit: &mut Edit<'_>) -> Result<()> {
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
        name: "Intake".to_owned(),
        order: Some(1),
        is_default: true,
        is_intake: true,
        ..Pool::default()
    })?;
    edit.create(&Pool {
        name: "Sales pool".to_owned(),
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
