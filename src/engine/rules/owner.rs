//! The one function that changes who owns a lead, for screens, rules, imports and merges alike.

use crate::{
    domain::{HandOver, Id, Lead, Pool, Role, User},
    engine::Edit,
    error::{Error, Result},
};

/// Where a lead goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// To a user.
    User(Id<User>),
    /// Into a pool.
    Pool(Id<Pool>),
}

/// Gives a lead to a user or puts it into a pool. The history keeps from, to and why; quota, cap and
/// clock are computed from that, never from a counter.
///
/// An open lead that comes to someone acting for sales is a *hand-over*, which waits for a response.
///
/// # Errors
/// When the user is inactive or the pool is gone.
pub fn change(edit: &Edit<'_>, lead: &mut Lead, to: Owner, why: &str) -> Result<()> {
    match to {
        Owner::User(user) => {
            let known = edit.model.users.get(user).filter(|user| !user.inactive);
            let known = known.ok_or_else(|| Error::refused("user-not-active"))?;
            lead.owner = Some(user);
            lead.pool = None;
            lead.entered_pool_at = None;
            lead.owned_since = Some(edit.now());
            let acts_for_sales =
                matches!(known.role, Role::Sales | Role::Bd) || edit.viewer.is_alone;
            if acts_for_sales && lead.stage.is_open() {
                lead.hand_overs.push(HandOver {
                    to: Some(user),
                    at: Some(edit.now()),
                    ..HandOver::default()
                });
                lead.response = None;
            }
        }
        Owner::Pool(pool) => {
            edit.model.pools.get(pool).ok_or_else(|| Error::refused("no-such-pool"))?;
            lead.pool = Some(pool);
            lead.owner = None;
            lead.owned_since = None;
            lead.entered_pool_at = Some(edit.now());
        }
    }
    why.clone_into(&mut lead.owner_why);
    Ok(())
}

/// Where a new lead goes when nobody says where: *Intake*.
///
/// # Errors
/// `no-default-pool` if there is none.
pub fn begin_in_default_pool(edit: &Edit<'_>, lead: &mut Lead) -> Result<()> {
    if lead.owner.is_none() && lead.pool.is_none() {
        change(edit, lead, Owner::Pool(default_pool(edit)?), "")?;
    }
    Ok(())
}

/// The pool that takes leads nobody else takes.
///
/// # Errors
/// `no-default-pool` if there is none.
pub fn default_pool(edit: &Edit<'_>) -> Result<Id<Pool>> {
    let pools = &edit.model.pools;
    let found = pools.find(|pool| pool.is_default).or_else(|| pools.iter().next());
    found.map(|(id, _)| id).ok_or_else(|| Error::refused("no-default-pool"))
}

/// Marketing's pool, where cards are sorted and leads wait that sales did not accept.
///
/// # Errors
/// `no-default-pool` if there is none.
pub fn intake(edit: &Edit<'_>) -> Result<Id<Pool>> {
    match edit.model.pools.find(|pool| pool.is_intake) {
        Some((id, _)) => Ok(id),
        None => default_pool(edit),
    }
}
