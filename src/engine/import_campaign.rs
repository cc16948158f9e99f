//! The campaign of an import: found by name or made with it, joined by everyone of whom there is a card.

use super::{
    Edit,
    import::ImportJob,
    rules::campaigns::{card_status, join},
};
use crate::{
    domain::{Campaign, CampaignStatus, Id, Membership, Pick, Timestamp, fold::fold},
    error::Result,
};

impl ImportJob {
    pub(super) fn join(
        &self,
        memberships: &mut Vec<Membership>,
        campaign: Option<Id<Campaign>>,
        at: Timestamp,
    ) {
        let known = campaign.and_then(|id| self.campaigns.values().find(|(known, _)| *known == id));
        let Some((id, campaign)) = known else { return };
        // Who is a member already keeps the status: leaving a second card is no news.
        if !memberships.iter().any(|it| it.campaign == Some(*id)) {
            join(memberships, *id, campaign, (&card_status(campaign), at));
        }
    }

    /// The campaign a row belongs to: that of the import, else the one it names itself.
    pub(super) fn campaign_of(
        &mut self,
        edit: &mut Edit<'_>,
        named: Option<&str>,
    ) -> Result<Option<Id<Campaign>>> {
        match (&self.options.campaign, named) {
            (Some(name), _) => self.campaign(edit, &name.clone()).map(Some),
            (None, Some(name)) => self.campaign(edit, name).map(Some),
            (None, None) => Ok(None),
        }
    }

    /// The campaign of a name, made if there is none.
    pub(super) fn campaign(&mut self, edit: &mut Edit<'_>, name: &str) -> Result<Id<Campaign>> {
        let key = fold(name);
        if let Some((id, _)) = self.campaigns.get(&key) {
            return Ok(*id);
        }
        let known = edit
            .model
            .campaigns
            .iter()
            .find(|(id, it)| id.to_string() == name || fold(&it.name) == key);
        let (id, campaign) = match known {
            Some((id, campaign)) => (id, campaign.clone()),
            None => {
                let campaign = Campaign {
                    name: name.to_owned(),
                    kind: Pick::new("trade_fair"),
                    status: CampaignStatus::Active,
                    owner: edit.actor(),
                    ..Campaign::default()
                };
                (edit.create(&campaign)?, campaign)
            }
        };
        self.campaigns.insert(key, (id, campaign));
        Ok(id)
    }

    pub(super) fn named_campaign(&self) -> Option<Id<Campaign>> {
        let name = self.options.campaign.as_ref()?;
        self.campaigns.get(&fold(name)).map(|(id, _)| *id)
    }

    /// The source of the import: the one named, else what the campaign's kind suggests.
    pub(super) fn source(&self) -> String {
        if let Some(source) = &self.options.source {
            return source.clone();
        }
        let campaign =
            self.options.campaign.as_ref().and_then(|name| self.campaigns.get(&fold(name)));
        match campaign.map(|(_, campaign)| campaign.kind.id()) {
            Some("trade_fair") => "trade_fair".to_owned(),
            Some("seminar" | "webinar" | "forum") => "seminar".to_owned(),
            Some("edm" | "direct_mail") => "direct_mail".to_owned(),
            Some("referral_programme") => "referral".to_owned(),
            _ => String::new(),
        }
    }
}
