//! `[windows]`: the hours in which customers are reached.

use super::{Key, Reader, Value, WINDOWS};
use crate::domain::{Say, hours::Span};

impl Reader<'_> {
    pub(super) fn windows(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "windows") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let path = format!("windows.{name}");
            match name {
                "office" => {
                    if let Some(spans) = self.spans(key, value, &path) {
                        self.loaded.config.windows.office = spans;
                    }
                }
                "private" => {
                    if let Some(spans) = self.spans(key, value, &path) {
                        self.loaded.config.windows.private = spans;
                    }
                }
                "private_tag" => {
                    if let Some(tag) = self.text_in(key, value, &path) {
                        self.loaded.config.windows.private_tag = tag;
                    }
                }
                _ => self.unknown(key, "windows.", &WINDOWS),
            }
        }
    }

    /// Hours of a day: `["9-12", "13:30-18"]`.
    fn spans(&mut self, key: &Key<'_>, value: &Value<'_>, path: &str) -> Option<Vec<Span>> {
        let list = value.get_ref().as_array();
        let read = list.and_then(|list| list.iter().map(|item| item.get_ref().as_str()).collect::<Option<Vec<_>>>());
        let Some(texts) = read else {
            self.wrong_type(key, path, "list");
            return None;
        };
        let mut spans = Vec::new();
        for text in texts {
            match Span::parse(text) {
                Some(span) => spans.push(span),
                None => {
                    self.complain(key, Say::new("config-hours").with("key", path).with("value", text));
                    return None;
                }
            }
        }
        Some(spans)
    }
}
