//! What is sold, and by whom: `[fit]` and `[me]`.

use super::{FIT, Key, ME, Me, Reader, Value};
use crate::domain::fit::fold;
use crate::domain::{Say, Text};
use std::collections::BTreeMap;

/// Heavier than this is heavier than certainty.
const MOST_WEIGHT: i64 = 100;

impl Reader<'_> {
    pub(super) fn fit(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "fit") else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "b2b" => {
                    if let Some(words) = self.words(key, value, "fit.b2b") {
                        self.loaded.config.fit.b2b = words;
                    }
                }
                "b2c" => {
                    if let Some(words) = self.words(key, value, "fit.b2c") {
                        self.loaded.config.fit.b2c = words;
                    }
                }
                _ => self.unknown(key, "fit.", &FIT),
            }
        }
    }

    /// A list of words and what each weighs; it takes the place of the list that comes with the program.
    fn words(&mut self, key: &Key<'_>, value: &Value<'_>, path: &str) -> Option<BTreeMap<Text, i16>> {
        let table = self.table(key, value, path)?;
        let mut words = BTreeMap::new();
        for (key, value) in table {
            let word = key.get_ref().as_ref();
            let path = format!("{path}.{word}");
            if fold(word).as_str().is_empty() {
                self.complain(key, Say::new("config-no-word").with("key", path));
                continue;
            }
            let Some(number) = value.get_ref().as_integer() else {
                self.wrong_type(key, &path, "number");
                continue;
            };
            let weight = i64::from_str_radix(number.as_str(), number.radix()).ok();
            match weight.filter(|weight| weight.abs() <= MOST_WEIGHT).and_then(|weight| i16::try_from(weight).ok()) {
                Some(weight) => drop(words.insert(word.trim().into(), weight)),
                None => {
                    let say = Say::new("config-range").with("key", path);
                    self.complain(key, say.with("least", -MOST_WEIGHT).with("most", MOST_WEIGHT));
                }
            }
        }
        Some(words)
    }

    pub(super) fn me(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "me") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let field: fn(&mut Me) -> &mut Text = match name {
                "name" => |me| &mut me.name,
                "company" => |me| &mut me.company,
                "signature" => |me| &mut me.signature,
                _ => {
                    self.unknown(key, "me.", &ME);
                    continue;
                }
            };
            if let Some(text) = self.text_in(key, value, &format!("me.{name}")) {
                *field(&mut self.loaded.config.me) = text;
            }
        }
    }
}
