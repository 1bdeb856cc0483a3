//! `[backups]`: how many are kept.

use super::{BACKUPS, Key, Reader, Value};
use crate::config::Backups;

const MOST_BACKUPS: u16 = 1000;

impl Reader<'_> {
    pub(super) fn backups(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "backups") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let field: fn(&mut Backups) -> &mut u16 = match name {
                "recent" => |backups| &mut backups.recent,
                "daily" => |backups| &mut backups.daily,
                "weekly" => |backups| &mut backups.weekly,
                "monthly" => |backups| &mut backups.monthly,
                _ => {
                    self.unknown(key, "backups.", &BACKUPS);
                    continue;
                }
            };
            // The backup before the change at hand is never given up.
            let least = u16::from(name == "recent");
            if let Some(count) = self.number(key, value, &format!("backups.{name}"), (least, MOST_BACKUPS)) {
                *field(&mut self.loaded.config.backups) = count;
            }
        }
    }
}
