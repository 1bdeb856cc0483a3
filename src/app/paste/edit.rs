//! What the exporter does to the rows: choosing, writing, turning, and for whom they are.

use super::{Alike, Editing, Find, Origin, Part, Row, Sorting, Take, Target, Theirs, difference};
use crate::app::textbox::TextBox;
use crate::domain::{Bundle, ChannelKind, CustomerId, Text};
use crate::reference::{self, Lang};
use tui_input::Input;

impl Sorting {
    /// The rows of what was found, with one for the name: a text that names nobody leaves it to be written.
    pub fn new(mut finds: Vec<Find>) -> Self {
        if !finds.iter().any(|find| find.part == Part::Name) {
            let find = Find {
                part: Part::Name,
                value: String::new(),
                norm: Text::default(),
                from: Origin::default(),
                on: true,
            };
            finds.insert(0, find);
        }
        let rows: Vec<Row> = finds.into_iter().map(|find| Row { find, edited: false }).collect();
        let takes = difference::at_new(&rows);
        Self { targets: vec![Target { takes, ..Target::default() }], rows, looking: true, ..Self::default() }
    }

    /// Puts those who could be meant beside the new customer; the likeliest is turned to where the address is the
    /// same and the exporter has not chosen.
    pub fn set_alike(&mut self, alike: &[Alike], current: Option<CustomerId>, board: &dyn Bundles, lang: Lang) {
        self.looking = false;
        let before = self.target().and_then(|target| target.id);
        self.targets.truncate(1);
        let own = current.filter(|id| !alike.iter().any(|it| it.id == *id));
        let own = own.map(|id| Alike { id, why: "paste-likely-current", sure: false, said: false });
        for it in alike.iter().chain(&own) {
            if let Some(bundle) = board.bundle(it.id) {
                self.targets.push(Target {
                    id: Some(it.id),
                    name: bundle.customer.name.to_string(),
                    why: it.why,
                    said: it.said,
                    takes: difference::at_known(&self.rows, bundle, it.said, lang),
                });
            }
        }
        let kept = self.targets.iter().position(|target| target.id == before).filter(|_| self.chosen);
        let sure = alike.first().is_some_and(|it| it.sure) && self.targets.len() > 1;
        self.at = kept.unwrap_or(usize::from(sure));
        self.clamp();
    }

    fn clamp(&mut self) {
        self.cursor = self.cursor.min(self.shown().len().saturating_sub(1));
    }

    /// The next customer, or the one before.
    pub fn turn(&mut self, by: isize) {
        let count = self.targets.len().max(1);
        let row = self.row();
        self.at = (self.at + count).saturating_add_signed(by) % count;
        self.chosen = true;
        self.error = None;
        // The cursor stays on its row.
        self.cursor = self.shown().iter().position(|at| Some(*at) == row).unwrap_or(0);
    }

    /// Takes the row under the cursor, or leaves it.
    pub fn toggle(&mut self) {
        let Some(row) = self.row() else { return };
        self.error = None;
        if let Some(take) = self.targets.get_mut(self.at).and_then(|target| target.takes.get_mut(row))
            && take.theirs != Theirs::Same
        {
            take.on = !take.on;
        }
    }

    /// The next kind of a channel, or of how the message came.
    pub fn turn_kind(&mut self, by: isize) -> bool {
        let Some(row) = self.row().and_then(|at| self.rows.get_mut(at)) else { return false };
        let kinds = reference::kinds();
        let next = |kind: ChannelKind| {
            let from = kinds.iter().position(|info| info.kind == kind).unwrap_or(0);
            kinds[(from + kinds.len()).saturating_add_signed(by) % kinds.len()].kind
        };
        match &mut row.find.part {
            Part::Channel(kind) => {
                *kind = next(*kind);
                row.edited = true;
                row.find.norm = Text::default();
            }
            Part::Via(via) => {
                let last = kinds.len() - 1;
                let end = if by > 0 { kinds[last].kind } else { kinds[0].kind };
                *via = match *via {
                    None if by > 0 => Some(kinds[0].kind),
                    None => Some(kinds[last].kind),
                    Some(kind) if kind == end => None,
                    Some(kind) => Some(next(kind)),
                };
            }
            _ => return false,
        }
        self.error = None;
        true
    }

    /// Begins to write the row under the cursor.
    pub fn begin(&mut self) {
        let Some(row) = self.row().and_then(|at| self.rows.get(at)) else { return };
        self.error = None;
        self.editing = Some(match row.find.part {
            Part::Message => Editing::Text(TextBox::new(&row.find.value)),
            _ => Editing::Line(Input::new(row.find.value.clone())),
        });
    }

    /// Takes what was written; it is taken at the chosen customer, too. False: it is as before.
    pub fn end(&mut self, country: Option<crate::domain::Country>) -> bool {
        let (Some(editing), Some(at)) = (self.editing.take(), self.row()) else { return false };
        let text = match &editing {
            Editing::Line(input) => input.value().trim().to_owned(),
            Editing::Text(text) => text.text(),
        };
        let Some(row) = self.rows.get_mut(at).filter(|row| row.find.value != text) else { return false };
        if let Part::Channel(kind) = &mut row.find.part {
            // What is written may say itself what it is.
            if let Some((found, _)) = reference::recognise(&text)
                && !(reference::is_phone_like(found) && reference::is_phone_like(*kind))
            {
                *kind = found;
            }
            row.find.norm = reference::normalise(*kind, &text, country).unwrap_or_default().into();
        }
        row.find.value = text;
        row.edited = true;
        if let Some(take) = self.targets.get_mut(self.at).and_then(|target| target.takes.get_mut(at)) {
            take.on = true;
        }
        true
    }

    /// Compares a row anew with every customer after it was changed; where it was taken it stays so unless they have
    /// it already.
    pub fn compare(&mut self, at: usize, board: &dyn Bundles, lang: Lang) {
        let chosen = self.at;
        for (nth, target) in self.targets.iter_mut().enumerate() {
            let Some(bundle) = target.id.and_then(|id| board.bundle(id)) else { continue };
            let takes = difference::at_known(&self.rows, bundle, target.said, lang);
            for (row, (old, new)) in target.takes.iter_mut().zip(takes).enumerate() {
                let on = if row == at && nth == chosen { new.theirs != Theirs::Same } else { old.on };
                let on = on && new.theirs != Theirs::Same && new.theirs != Theirs::Hidden;
                *old = Take { on, theirs: new.theirs };
            }
        }
    }

    /// The country that the rows say, for reading numbers.
    pub fn country(&self) -> Option<crate::domain::Country> {
        let row = self.rows.iter().find(|row| row.find.part == Part::Country)?;
        reference::find_country(row.find.value.trim())
    }
}

/// Where the customers are.
pub trait Bundles {
    /// A customer.
    fn bundle(&self, id: CustomerId) -> Option<&Bundle>;
}

impl Bundles for crate::app::Board {
    fn bundle(&self, id: CustomerId) -> Option<&Bundle> {
        self.get(id)
    }
}
