//! What the exporter decided, read back from an own export.

use super::{Draft, Merge};
use crate::domain::{Ruling, Status};

impl Merge<'_> {
    /// The exporter's word. Fakes and those who are no target leave the to-do lists with it, as on the board.
    pub(super) fn verdict(&mut self, draft: &mut Draft) {
        let (here, there) = (self.record.dossier.fields.verdict, draft.dossier.fields.verdict);
        if here == there || here == Ruling::Undecided {
            return;
        }
        if there == Ruling::Undecided {
            self.note("intake-field-verdict", || here.as_str().into());
        } else if self.conflict(draft, "intake-field-verdict", there.as_str(), here.as_str()) {
            self.changed = true;
        } else {
            return;
        }
        let fields = &mut draft.dossier.fields;
        fields.verdict = here;
        if here.is_final() {
            fields.status = Status::Archived;
        } else if there.is_final() {
            fields.status = Status::Active;
        }
    }

    /// A pause that is not over.
    pub(super) fn pause(&mut self, draft: &mut Draft) {
        let today = self.now.today();
        let Some(here) = self.record.dossier.fields.pause.as_ref().filter(|pause| pause.until > today) else { return };
        let there = draft.dossier.fields.pause.clone().filter(|pause| pause.until > today);
        let day = here.until.to_string();
        match there {
            Some(there) if there == *here => return,
            Some(there) => {
                if !self.conflict(draft, "intake-field-paused-until", &there.until.to_string(), &day) {
                    return;
                }
                self.changed = true;
            }
            None => self.note("intake-field-paused-until", || day.into()),
        }
        draft.dossier.fields.pause = Some(here.clone());
    }
}
