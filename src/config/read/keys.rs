//! `[keys]`: which keys a command has.

use super::{Key, Reader, Value};
use crate::domain::Text;
use toml::de::DeValue;

impl Reader<'_> {
    pub(super) fn keys(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "keys") else { return };
        for (key, value) in table {
            let slug: Text = key.get_ref().as_ref().into();
            let chords: Option<Vec<Text>> = match value.get_ref() {
                DeValue::String(chord) => Some(vec![chord.as_ref().into()]),
                DeValue::Array(list) => list.iter().map(|item| item.get_ref().as_str().map(Into::into)).collect(),
                _ => None,
            };
            match chords {
                Some(chords) => {
                    self.loaded.key_lines.insert(slug.clone(), self.line(key.span().start));
                    self.loaded.config.keys.insert(slug, chords);
                }
                None => self.wrong_type(key, &format!("keys.{slug}"), "list"),
            }
        }
    }
}
