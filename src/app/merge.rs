//! Two customers that are one (`m`): which is kept, and whose value wins where they differ.

use super::{
    App, Effect, Tongue,
    modal::{Merge, MergeRow, Modal, Side},
    triage::Decided,
};
use crate::domain::{Bundle, CustomerFields, CustomerId, Edit, Ruling, Say, Text, funnel::reason_at};
use crate::reference;

impl App {
    /// Opens the merge of the two marked customers, or asks for the second one.
    pub(super) fn merge(&mut self) -> Vec<Effect> {
        let mut pair = self.list.marks.clone();
        pair.extend(self.current);
        let marked: Vec<_> =
            if self.list.marks.len() == 2 { &self.list.marks } else { &pair }.iter().copied().collect();
        let [first, second] = marked[..] else {
            if let Some(id) = self.current {
                self.list.marks.insert(id);
            }
            let key = if marked.len() > 2 { "said-merge-too-many" } else { "said-merge-mark" };
            self.tell(Say::new(key), marked.len() <= 2);
            return Vec::new();
        };
        // The current one is kept: it is the one being looked at.
        let keep = self.current.filter(|id| *id == first || *id == second).unwrap_or(first);
        let gone = if keep == first { second } else { first };
        self.open_merge(keep, gone);
        Vec::new()
    }

    /// Lays the two side by side.
    pub(super) fn open_merge(&mut self, keep: CustomerId, gone: CustomerId) {
        if let (Some(kept), Some(other)) = (self.board.get(keep), self.board.get(gone)) {
            let merge = merge_of(kept, other, &self.tongue());
            self.modals.push(Modal::Merge(Box::new(merge)));
        }
    }

    pub(super) fn turn_merge_side(&mut self) -> Vec<Effect> {
        if let Some(Modal::Merge(merge)) = self.modals.last_mut()
            && let Some(row) = merge.rows.get_mut(merge.cursor)
        {
            row.take = if row.take == Side::Keep { Side::Gone } else { Side::Keep };
        }
        Vec::new()
    }

    pub(super) fn submit_merge(&mut self) -> Vec<Effect> {
        let Some(Modal::Merge(merge)) = self.modals.last_mut() else { return Vec::new() };
        if std::mem::replace(&mut merge.waiting, true) {
            return Vec::new();
        }
        let fields = Box::new(merged(merge));
        let (keep, gone) = (merge.keep, merge.gone);
        let mut effects = self.commit(Edit::Merge { keep, gone, fields });
        if self.triage().is_some() {
            effects.extend(self.decided(vec![gone], Decided::Merged));
        } else {
            self.current = Some(keep);
            self.list.marks.clear();
        }
        effects
    }
}

/// A field of a customer that a merge decides about.
struct Part {
    key: &'static str,
    show: fn(&CustomerFields, &Tongue<'_>) -> String,
    copy: fn(&mut CustomerFields, &CustomerFields),
}

macro_rules! texts {
    ($($field:ident = $key:literal),*) => {
        [$(Part { key: $key, show: |it, _| it.$field.to_string(), copy: |to, from| to.$field = from.$field.clone() }),*]
    };
}

const TEXTS: [Part; 9] = texts![
    name = "field-name",
    company = "field-company",
    city = "field-city",
    zone = "field-zone",
    language = "field-language",
    source = "field-source",
    interests = "field-interests",
    requirements = "field-requirements",
    notes = "field-notes"
];

const VALUES: [Part; 7] = [
    Part {
        key: "field-country",
        show: |it, tongue| {
            it.country.map_or_else(String::new, |code| reference::country_name(code, tongue.lang).to_owned())
        },
        copy: |to, from| to.country = from.country,
    },
    Part { key: "field-tier", show: |it, _| it.tier.to_string(), copy: |to, from| to.tier = from.tier },
    Part {
        key: "field-stage",
        show: |it, tongue| match (it.stage, reason_at(it.stage, &it.lost_reason)) {
            (None, _) => String::new(),
            (stage, "") => tongue.stage(stage),
            (stage, reason) => format!("{} ({reason})", tongue.stage(stage)),
        },
        copy: |to, from| (to.stage, to.lost_reason) = (from.stage, from.lost_reason.clone()),
    },
    Part {
        key: "field-cadence",
        show: |it, _| it.cadence_days.map_or_else(String::new, |days| days.to_string()),
        copy: |to, from| to.cadence_days = from.cadence_days,
    },
    Part {
        key: "field-ruling",
        show: |it, tongue| match it.verdict {
            Ruling::Undecided => String::new(),
            ruling => reference::Words::of(tongue.lang).get(&format!("ruling-{}", ruling.slug())).to_string(),
        },
        copy: |to, from| to.verdict = from.verdict,
    },
    Part {
        key: "field-pause",
        show: |it, _| it.pause.as_ref().map_or_else(String::new, |pause| format!("{} {}", pause.until, pause.note)),
        copy: |to, from| to.pause.clone_from(&from.pause),
    },
    Part { key: "field-status", show: |it, _| it.status.as_str().to_owned(), copy: |to, from| to.status = from.status },
];

fn parts() -> impl Iterator<Item = &'static Part> {
    TEXTS.iter().chain(&VALUES)
}

fn merge_of(keep: &Bundle, gone: &Bundle, tongue: &Tongue<'_>) -> Merge {
    let (a, b) = (&keep.customer.fields, &gone.customer.fields);
    let rows = parts()
        .map(|part| (part.key, (part.show)(a, tongue), (part.show)(b, tongue)))
        .filter(|(_, keep, gone)| keep != gone)
        .map(|(field, keep, gone)| {
            // What only one of them knows is kept.
            let take =
                if keep.is_empty() || (field == "field-tier" && keep == "none") { Side::Gone } else { Side::Keep };
            MergeRow { field, keep, gone, take }
        })
        .collect();
    Merge {
        keep: keep.customer.id,
        gone: gone.customer.id,
        names: (a.name.to_string(), b.name.to_string()),
        rows,
        cursor: 0,
        fields: (a.clone(), b.clone()),
        waiting: false,
    }
}

/// The kept customer's fields with the chosen ones of the other; tags of both, a favourite stays one.
fn merged(merge: &Merge) -> CustomerFields {
    let (mut fields, other) = (merge.fields.0.clone(), &merge.fields.1);
    for row in merge.rows.iter().filter(|row| row.take == Side::Gone) {
        if let Some(part) = parts().find(|part| part.key == row.field) {
            (part.copy)(&mut fields, other);
        }
    }
    let new: Vec<Text> = other.tags.iter().filter(|tag| !fields.tags.contains(tag)).cloned().collect();
    fields.tags.extend(new);
    fields.favourite |= other.favourite;
    fields
}
