//! The funnel: `[stages]`.

use super::{Key, Reader, STAGES, Value};
use crate::domain::{Say, Stage};

/// Nobody waits longer.
const MOST_DAYS: u16 = 3660;

impl Reader<'_> {
    pub(super) fn stages(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "stages") else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "order" => {
                    if let Some(order) = self.stage_list(key, value, "stages.order") {
                        self.stage_order(key, order);
                    }
                }
                "hidden" => {
                    if let Some(mut hidden) = self.stage_list(key, value, "stages.hidden") {
                        if hidden.contains(&Stage::LOST) {
                            self.complain(key, Say::new("config-stage-lost"));
                            hidden.retain(|stage| *stage != Stage::LOST);
                        }
                        self.loaded.config.stages.hidden = hidden;
                    }
                }
                "stuck_days" => {
                    if let Some(days) = self.number(key, value, "stages.stuck_days", (1, MOST_DAYS)) {
                        self.loaded.config.stages.stuck_days = days;
                    }
                }
                "names" => self.stage_names(key, value),
                _ => self.unknown(key, "stages.", &STAGES),
            }
        }
    }

    fn stage_order(&mut self, key: &Key<'_>, mut order: Vec<Stage>) {
        // Who is lost has to be somewhere, and comes there from somewhere.
        if order.iter().all(|stage| *stage == Stage::LOST) {
            return self.complain(key, Say::new("config-stages-none").with("key", "stages.order"));
        }
        if !order.contains(&Stage::LOST) {
            order.push(Stage::LOST);
        }
        self.loaded.config.stages.order = order;
    }

    /// Stages in order; one that is there twice stands where it is first.
    fn stage_list(&mut self, key: &Key<'_>, value: &Value<'_>, path: &'static str) -> Option<Vec<Stage>> {
        let list = value.get_ref().as_array();
        let texts = list.and_then(|list| list.iter().map(|item| item.get_ref().as_str()).collect::<Option<Vec<_>>>());
        let Some(texts) = texts else {
            self.wrong_type(key, path, "list");
            return None;
        };
        let mut stages = Vec::new();
        for text in texts {
            match Stage::new(text.trim()) {
                Some(stage) if !stages.contains(&stage) => stages.push(stage),
                Some(_) => self.complain(key, Say::new("config-stage-twice").with("value", text)),
                None => self.complain(key, Say::new("config-stage").with("value", text)),
            }
        }
        Some(stages)
    }

    fn stage_names(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "stages.names") else { return };
        for (key, value) in table {
            let slug = key.get_ref().as_ref();
            let Some(stage) = Stage::new(slug) else {
                self.complain(key, Say::new("config-stage").with("value", slug));
                continue;
            };
            let name = self.text_in(key, value, &format!("stages.names.{slug}")).filter(|name| !name.is_empty());
            let Some(name) = name else { continue };
            let folded = name.to_lowercase();
            let taken = self.loaded.config.stages.names.values().any(|other| other.to_lowercase() == folded);
            if taken {
                self.complain(key, Say::new("config-stage-name-twice").with("value", &*name));
            } else {
                self.loaded.config.stages.names.insert(stage, name);
            }
        }
    }
}
