//! `[tiers]`: names, rhythms and policies.

use super::{Key, MOST_DAYS, Reader, TIER, TIERS, Value};
use crate::config::{Config, TierConfig};
use crate::domain::Tier;

impl Reader<'_> {
    pub(super) fn tiers(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "tiers") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match Tier::ALL.into_iter().find(|tier| tier.as_str() == name) {
                Some(tier) => self.tier(tier, key, value),
                None => self.unknown(key, "tiers.", &TIERS),
            }
        }
    }

    fn tier(&mut self, tier: Tier, key: &Key<'_>, value: &Value<'_>) {
        let path = format!("tiers.{tier}");
        let Some(table) = self.table(key, value, &path) else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let path = format!("{path}.{name}");
            match name {
                "name" => {
                    let name = self.text_in(key, value, &path);
                    self.set_tier(tier, name, |tier, name| tier.name = name);
                }
                "policy" => {
                    let policy = self.text_in(key, value, &path);
                    self.set_tier(tier, policy, |tier, policy| tier.policy = policy);
                }
                "cadence_days" => {
                    let days = self.number(key, value, &path, (1, MOST_DAYS));
                    self.set_tier(tier, days, |tier, days| tier.cadence_days = days);
                }
                "latest_days" => {
                    let days = self.number(key, value, &path, (1, MOST_DAYS));
                    self.set_tier(tier, days, |tier, days| tier.latest_days = days);
                }
                "open_sea_days" => {
                    let days = self.number(key, value, &path, (1, MOST_DAYS));
                    self.set_tier(tier, days, |tier, days| tier.open_sea_days = days);
                }
                _ => self.unknown(key, &format!("tiers.{tier}."), &TIER),
            }
        }
        // A new rhythm brings its own latest day where none is said.
        let usual = Config::default().tiers[tier.index()].cadence_days;
        let tier = &mut self.loaded.config.tiers[tier.index()];
        if tier.cadence_days != usual && !table.contains_key("latest_days") {
            tier.latest_days = tier.latest_days.max(tier.cadence_days.saturating_add(tier.cadence_days.div_ceil(2)));
        }
    }

    fn set_tier<T>(&mut self, tier: Tier, value: Option<T>, set: impl FnOnce(&mut TierConfig, T)) {
        if let Some(value) = value {
            set(&mut self.loaded.config.tiers[tier.index()], value);
        }
    }
}
