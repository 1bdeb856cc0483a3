//! Who has heard enough from us (`S3.2`).

use super::{Result, Store};
use crate::domain::fatigue::{Fatigue, Weary};
use crate::domain::{CustomerId, Now};
use crate::store::row;
use chrono::Days;

impl Store {
    /// Those of these customers to whom no message more should go, in their order.
    pub fn weary(&self, ids: &[CustomerId], fatigue: Fatigue, now: &Now) -> Result<Weary> {
        if fatigue.most == 0 {
            return Ok(Weary::new());
        }
        // A day more than is looked at: where the day begins is the calendar's to say.
        let since = now.instant.checked_sub_days(Days::new(u64::from(fatigue.days) + 1)).unwrap_or(now.instant);
        self.looking(|conn| {
            let sql = "SELECT at FROM interaction WHERE customer_id = ?1 AND direction = 'out' AND at >= ?2";
            let mut said = conn.prepare_cached(sql)?;
            let mut found = Weary::new();
            for id in ids {
                let mut times = said.query((id.0, since.timestamp()))?;
                let mut sent = 0;
                while let Some(time) = times.next()? {
                    sent += usize::from(fatigue.counts(row::instant(time, 0)?, now));
                }
                if fatigue.is_enough(sent) {
                    found.push((*id, sent));
                }
            }
            Ok(found)
        })
    }
}
