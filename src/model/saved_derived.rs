//! How what follows from leads is written to a checkpoint and read from it.

use std::sync::Arc;

use uuid::Uuid;

use super::{
    chunks::Chunks,
    derived::{Campaigns, Derived, Hot},
    packed::Packed,
    saved::{Reader, Saved, Writer},
};

impl Saved for Derived {
    fn save(&self, out: &mut Writer<'_>) {
        self.hot.save(out, |hot| {
            let mut bytes = [0; 16];
            let fixed = hot.fixed.to_le_bytes();
            let parts = hot.behaviour.to_le_bytes().into_iter().chain(fixed);
            let parts = parts.chain([hot.grade, hot.flags]);
            bytes.iter_mut().zip(parts).for_each(|(place, byte)| *place = byte);
            bytes
        });
        self.own_behaviour.save(out, f64::to_le_bytes);
        for packed in [&self.last_activity_at, &self.handed_over_at, &self.hand_overs] {
            packed.save(out);
        }
        self.responses.iter().for_each(|counts| counts.save(out));
        Saved::save(&self.memberships, out);
        out.all(&self.campaigns.ids, Uuid::into_bytes);
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        let hot = Chunks::load(from, |bytes: [u8; 16]| {
            let [a, b, c, d, e, f, g, h, i, j, k, l, grade, flags, ..] = bytes;
            let behaviour = f64::from_le_bytes([a, b, c, d, e, f, g, h]);
            Hot { behaviour, fixed: f32::from_le_bytes([i, j, k, l]), grade, flags }
        })?;
        let own_behaviour = Chunks::load(from, f64::from_le_bytes)?;
        let last_activity_at = Packed::load(from)?;
        let handed_over_at = Packed::load(from)?;
        let hand_overs = Packed::load(from)?;
        let responses = [Packed::load(from)?, Packed::load(from)?, Packed::load(from)?];
        let memberships = Saved::load(from)?;
        let ids: Vec<Uuid> = from.all(Uuid::from_bytes)?;
        let numbers = ids.iter().copied().zip(0..).collect();
        let campaigns = Arc::new(Campaigns { ids, numbers });
        Some(Self {
            hot,
            own_behaviour,
            last_activity_at,
            handed_over_at,
            hand_overs,
            responses,
            memberships,
            campaigns,
        })
    }
}
