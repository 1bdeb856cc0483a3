//! The funnel as columns: a stage each, customers moved from one to the next by key.

use super::{
    App, Effect,
    form::{Form, Name, Purpose, Value},
    modal::Modal,
};
use crate::command::Command;
use crate::domain::{CustomerId, Edit, Say, Stage, Status};

/// The layer.
#[derive(Debug, Default)]
pub struct FunnelBoard {
    pub columns: Vec<Column>,
    /// The column and the row under the cursor.
    pub column: usize,
    pub row: usize,
    /// A move that is on its way: the next key goes on from there.
    moving: Option<(CustomerId, Stage)>,
}

/// A stage and who is there: the best tier first, then whoever was left alone longest.
#[derive(Clone, Debug)]
pub struct Column {
    pub stage: Stage,
    pub customers: Vec<CustomerId>,
}

impl FunnelBoard {
    /// The customer under the cursor.
    pub fn here(&self) -> Option<CustomerId> {
        self.columns.get(self.column)?.customers.get(self.row).copied()
    }

    /// The first column on the screen, where so many fit.
    pub fn left(&self, fit: usize) -> usize {
        (self.column + 1).saturating_sub(fit.max(1))
    }

    fn find(&self, id: CustomerId) -> Option<(usize, usize)> {
        self.columns
            .iter()
            .enumerate()
            .find_map(|(column, it)| it.customers.iter().position(|known| *known == id).map(|row| (column, row)))
    }

    fn clamp(&mut self) {
        self.column = self.column.min(self.columns.len().saturating_sub(1));
        let rows = self.columns.get(self.column).map_or(0, |column| column.customers.len());
        self.row = self.row.min(rows.saturating_sub(1));
    }
}

impl App {
    /// The funnel board that is open, at whatever depth.
    pub fn funnel(&self) -> Option<&FunnelBoard> {
        let mut open = self.modals.iter().rev();
        open.find_map(|modal| if let Modal::Funnel(open) = modal { Some(&**open) } else { None })
    }

    fn funnel_mut(&mut self) -> Option<&mut FunnelBoard> {
        let mut open = self.modals.iter_mut().rev();
        open.find_map(|modal| if let Modal::Funnel(open) = modal { Some(&mut **open) } else { None })
    }

    pub(super) fn open_funnel(&mut self) -> Vec<Effect> {
        let mut open = FunnelBoard { columns: self.columns(), ..FunnelBoard::default() };
        let first = open.columns.iter().position(|column| !column.customers.is_empty());
        (open.column, open.row) = self.current.and_then(|id| open.find(id)).unwrap_or((first.unwrap_or_default(), 0));
        self.modals.push(Modal::Funnel(Box::new(open)));
        self.show_in_funnel()
    }

    fn columns(&self) -> Vec<Column> {
        let stages: Vec<Stage> = self.board.rules().funnel.shown().collect();
        let mut sorted: Vec<Vec<_>> = vec![Vec::new(); stages.len()];
        for bundle in self.board.bundles().filter(|bundle| bundle.customer.status == Status::Active) {
            let customer = &bundle.customer;
            let Some(at) = stages.iter().position(|stage| Some(*stage) == customer.stage) else { continue };
            sorted[at].push((customer.tier, bundle.last_contact(), customer.id));
        }
        let column = |(stage, mut all): (Stage, Vec<_>)| {
            all.sort_unstable();
            Column { stage, customers: all.into_iter().map(|(_, _, id)| id).collect() }
        };
        stages.into_iter().zip(sorted).map(column).collect()
    }

    /// The board has changed: everybody where they are now, the cursor on its customer.
    pub(super) fn refill_funnel(&mut self) -> Vec<Effect> {
        let Some(here) = self.funnel().map(FunnelBoard::here) else { return Vec::new() };
        let columns = self.columns();
        let Some(open) = self.funnel_mut() else { return Vec::new() };
        open.columns = columns;
        if let Some((column, row)) = here.and_then(|id| open.find(id)) {
            (open.column, open.row) = (column, row);
        }
        open.moving = None;
        open.clamp();
        self.show_in_funnel()
    }

    /// A move was refused: the next one starts from where the customer is.
    pub(super) fn refuse_funnel(&mut self) {
        if let Some(open) = self.funnel_mut() {
            open.moving = None;
        }
    }

    fn show_in_funnel(&mut self) -> Vec<Effect> {
        match self.funnel().and_then(FunnelBoard::here) {
            Some(id) if self.current == Some(id) => Vec::new(),
            Some(id) => self.show(Some(id)),
            None => Vec::new(),
        }
    }

    /// Left and right: the next column.
    pub(super) fn turn_funnel(&mut self, by: i64) -> Vec<Effect> {
        if let Some(open) = self.funnel_mut() {
            let by = isize::try_from(by).unwrap_or(0);
            open.column = open.column.saturating_add_signed(by);
            open.clamp();
        }
        self.show_in_funnel()
    }

    /// Up and down within the column.
    pub(super) fn move_in_funnel(&mut self, to: impl FnOnce(usize, usize) -> usize) -> Vec<Effect> {
        if let Some(open) = self.funnel_mut() {
            let rows = open.columns.get(open.column).map_or(0, |column| column.customers.len());
            open.row = to(open.row, rows.saturating_sub(1));
            open.clamp();
        }
        self.show_in_funnel()
    }

    /// `<` and `>`: the customer a stage on or back.
    pub(super) fn shift_stage(&mut self, command: Command) -> Vec<Effect> {
        let Some(open) = self.funnel_mut() else { return Vec::new() };
        let Some(id) = open.here() else { return Vec::new() };
        let from = match open.moving {
            Some((moving, stage)) if moving == id => open.columns.iter().position(|column| column.stage == stage),
            _ => None,
        };
        let by = if command == Command::StageOn { 1 } else { -1 };
        let to = from.unwrap_or(open.column).checked_add_signed(by).and_then(|at| open.columns.get(at));
        let Some(stage) = to.map(|column| column.stage) else { return Vec::new() };
        if stage != Stage::LOST {
            open.moving = Some((id, stage));
        }
        self.set_stage(vec![id], Some(stage))
    }

    /// A stage for customers; of one who is lost it is asked why.
    pub(super) fn set_stage(&mut self, customers: Vec<CustomerId>, stage: Option<Stage>) -> Vec<Effect> {
        if stage != Some(Stage::LOST) {
            return self.commit(Edit::SetStage { customers, stage, reason: Default::default() });
        }
        let one = match customers[..] {
            [only] => self.board.get(only),
            _ => None,
        };
        let reason = one.map_or("", |bundle| &bundle.customer.lost_reason);
        let fields = vec![(Name::LostReason, Value::text(reason))];
        let title = match one {
            Some(bundle) => Say::new("form-lost").with("name", &*bundle.customer.name),
            None => Say::new("form-lost-many").with("count", customers.len()),
        };
        self.open_form(Form::new(Purpose::Lost { customers }, title, fields))
    }

    /// Enter: back on the board, on that customer.
    pub(super) fn leave_funnel(&mut self) -> Vec<Effect> {
        let here = self.funnel().and_then(FunnelBoard::here);
        self.modals.pop();
        here.map_or_else(Vec::new, |id| self.land_on(id))
    }
}
