//! The rhythm beyond the tiers': `[cadence]`, `[fatigue]` and `[open_sea]`.

use super::{CADENCE, FATIGUE, Key, MOST_DAYS, OPEN_SEA, Reader, Value};
use crate::domain::Stage;

const MOST_A_DAY: u16 = 10_000;

impl Reader<'_> {
    pub(super) fn cadence(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "cadence") else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "on" => match value.get_ref().as_bool() {
                    Some(on) => self.loaded.config.cadence.on = on,
                    None => self.wrong_type(key, "cadence.on", "switch"),
                },
                "capacity" => {
                    if let Some(capacity) = self.number(key, value, "cadence.capacity", (0, MOST_A_DAY)) {
                        self.loaded.config.cadence.capacity = capacity;
                    }
                }
                "stages" => self.stage_days(key, value),
                _ => self.unknown(key, "cadence.", &CADENCE),
            }
        }
    }

    pub(super) fn fatigue(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "fatigue") else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "most" => {
                    if let Some(most) = self.number(key, value, "fatigue.most", (0, MOST_A_DAY)) {
                        self.loaded.config.fatigue.most = most;
                    }
                }
                "days" => {
                    if let Some(days) = self.number(key, value, "fatigue.days", (1, MOST_DAYS)) {
                        self.loaded.config.fatigue.days = days;
                    }
                }
                _ => self.unknown(key, "fatigue.", &FATIGUE),
            }
        }
    }

    /// Days by stage; 0 takes a stage's own rhythm away.
    fn stage_days(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "cadence.stages") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let Some(stage) = Stage::new(name) else {
                let known = Stage::DEFAULT.iter().map(Stage::as_str).collect::<Vec<_>>();
                self.unknown(key, "cadence.stages.", &known);
                continue;
            };
            if let Some(days) = self.number(key, value, &format!("cadence.stages.{name}"), (0, MOST_DAYS)) {
                let stages = &mut self.loaded.config.cadence.stages;
                match stages.iter_mut().find(|(known, _)| *known == stage) {
                    Some((_, known)) => *known = days,
                    None => stages.push((stage, days)),
                }
                stages.retain(|(_, days)| *days > 0);
            }
        }
    }

    pub(super) fn open_sea(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "open_sea") else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "bought_days" => {
                    if let Some(days) = self.number(key, value, "open_sea.bought_days", (0, MOST_DAYS)) {
                        self.loaded.config.open_sea_bought = days;
                    }
                }
                _ => self.unknown(key, "open_sea.", &OPEN_SEA),
            }
        }
    }
}
