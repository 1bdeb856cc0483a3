//! What the survey keeps of everybody, in short: who had the same handle or sent the same text.

use crate::domain::authenticity::{distinctive, handle_key, text_key};
use crate::domain::{Bundle, CustomerId, Detail, Direction};

/// Keys in four bytes and whose they are, sorted: two may share a key, so each is only a hint.
type Hints = Vec<(u32, u32)>;

/// Hints at everybody; none until a survey is through, and with an entry too many where something has gone since.
#[derive(Clone, Debug, Default)]
pub struct Met {
    handles: Hints,
    texts: Hints,
    everybody: bool,
}

impl Met {
    /// Of all handles and texts, each by its hash and its customer.
    pub(super) fn of(handles: &[(u64, u32)], texts: &[(u64, u32)]) -> Self {
        Self { handles: hints(handles), texts: hints(texts), everybody: true }
    }

    /// Whether a survey was through: who is not hinted at is not there.
    pub(super) const fn everybody(&self) -> bool {
        self.everybody
    }

    /// Who may have sent the text of this key.
    pub(super) fn said(&self, key: u64) -> impl Iterator<Item = CustomerId> + '_ {
        hinted(&self.texts, key)
    }

    /// Who may have the handle of this key.
    pub(super) fn known_by(&self, key: u64) -> impl Iterator<Item = CustomerId> + '_ {
        hinted(&self.handles, key)
    }

    /// Takes in what a customer has and said, if it is new.
    pub(super) fn meet(&mut self, bundle: &Bundle, detail: &Detail) {
        let Ok(id) = u32::try_from(bundle.customer.id.0) else { return };
        let said = detail.timeline.iter().filter(|said| said.direction == Direction::In);
        for key in said.filter_map(|said| text_key(&said.text)) {
            add(&mut self.texts, (short(key), id));
        }
        for channel in distinctive(bundle) {
            add(&mut self.handles, (short(handle_key(&channel.norm)), id));
        }
    }
}

const fn short(key: u64) -> u32 {
    (key ^ key >> 32) as u32
}

fn hints(all: &[(u64, u32)]) -> Hints {
    let mut hints: Hints = all.iter().map(|(key, id)| (short(*key), *id)).collect();
    hints.sort_unstable();
    hints.dedup();
    hints.shrink_to_fit();
    hints
}

fn add(hints: &mut Hints, own: (u32, u32)) {
    if let Err(at) = hints.binary_search(&own) {
        hints.insert(at, own);
    }
}

fn hinted(hints: &[(u32, u32)], key: u64) -> impl Iterator<Item = CustomerId> + '_ {
    let key = short(key);
    let from = hints.partition_point(|(other, _)| *other < key);
    hints[from..].iter().take_while(move |(other, _)| *other == key).map(|(_, id)| CustomerId((*id).into()))
}
