//! `[rfm]`, `[suggest]` and `[rates]`: how figures are reckoned. A rate is written as a text, so that it is exact.

use super::read::{Key, Reader, Value};
use crate::domain::suggest::By;
use crate::domain::{Amount, Currency, Say, money};

pub(super) const RFM: [&str; 2] = ["currency", "window_days"];
pub(super) const SUGGEST: [&str; 6] = ["by", "window_days", "share_a", "share_b", "amount_a", "amount_b"];

const MOST_DAYS: u16 = 3660;

impl Reader<'_> {
    pub(super) fn rfm(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "rfm") else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "currency" => {
                    let text = self.text_in(key, value, "rfm.currency");
                    if let Some(currency) = text.and_then(|text| self.currency(key, &text)) {
                        self.loaded.config.reckoning.rates.currency = currency;
                    }
                }
                "window_days" => {
                    let days = self.number(key, value, "rfm.window_days", (0, MOST_DAYS));
                    self.loaded.config.reckoning.rfm_days = days.filter(|days| *days > 0);
                }
                _ => self.unknown(key, "rfm.", &RFM),
            }
        }
    }

    pub(super) fn rates(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "rates") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let path = format!("rates.{name}");
            let (Some(currency), Some(rate)) = (self.currency(key, name), self.amount(key, value, &path)) else {
                continue;
            };
            self.loaded.config.reckoning.rates.rates.insert(currency, rate);
        }
    }

    pub(super) fn suggest(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "suggest") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let path = format!("suggest.{name}");
            match name {
                "by" => {
                    if let Some(by) = self.choice(key, value, &[By::Share.as_str(), By::Amount.as_str()]) {
                        self.loaded.config.reckoning.suggest.by = if &*by == "share" { By::Share } else { By::Amount };
                    }
                }
                "window_days" => {
                    if let Some(days) = self.number(key, value, &path, (1, MOST_DAYS)) {
                        self.loaded.config.reckoning.suggest.window_days = days;
                    }
                }
                "share_a" | "share_b" => {
                    if let Some(share) = self.number(key, value, &path, (1, 100)) {
                        let share = u8::try_from(share).unwrap_or(100);
                        self.loaded.config.reckoning.suggest.share[usize::from(name == "share_b")] = share;
                    }
                }
                "amount_a" | "amount_b" => {
                    if let Some(amount) = self.amount(key, value, &path) {
                        self.loaded.config.reckoning.suggest.amount[usize::from(name == "amount_b")] = amount;
                    }
                }
                _ => self.unknown(key, "suggest.", &SUGGEST),
            }
        }
    }

    fn currency(&mut self, key: &Key<'_>, text: &str) -> Option<Currency> {
        if text.is_empty() {
            return Some(Currency::NONE);
        }
        let found = Currency::parse(text);
        if found.is_none() {
            self.complain(key, Say::new("config-currency").with("value", text));
        }
        found
    }

    /// A text such as `"1.085"`, or a whole number.
    fn amount(&mut self, key: &Key<'_>, value: &Value<'_>, path: &str) -> Option<Amount> {
        let value = value.get_ref();
        let text = value.as_str().map(str::to_owned);
        let text = text.or_else(|| value.as_integer().map(|number| number.as_str().to_owned()));
        let found = text.and_then(|text| money::read(&text, Some(money::Mark::Point)).map(|read| read.amount));
        let found = found.filter(|amount| *amount > Amount::ZERO);
        if found.is_none() {
            self.complain(key, Say::new("config-amount").with("key", path));
        }
        found
    }
}
