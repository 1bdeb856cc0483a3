//! The funnel as columns: a stage each, customers moved from one to the next by key.

use super::{
    App, Effect,
    form::{Form, Name, Purpose, Value},
    modal::Modal,
};
use crate::command::Command;
use crate::domain::funnel::pipeline::{Pipeline, Purse};
use crate::domain::{CustomerId, Edit, Say, Stage, Status};

/// The layer.
#[derive(Debug, Default)]
pub struct FunnelBoard {
    pub columns: Vec<Column>,
    /// The column and the row under the cursor.
    pub column: usize,
    pub row: usize,
    /// What the columns come to and who is stuck; `None`: being counted.
    pub pipeline: Option<Box<Pipeline>>,
    /// A move that is on its way: the next key goes on from there.
    moving: Option<(CustomerId, Option<Stage>)>,
    /// The count that is under way is of a board that has changed since.
    stale: bool,
    counting: bool,
}

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Customers at a stage that is hidden, or that the configuration does not know any more.
    Other,
    /// Customers who are at no stage.
    Nowhere,
    Stage(Stage),
}

/// A stage and who is there: the best tier first, then whoever was left alone longest.
#[derive(Clone, Debug)]
pub struct Column {
    pub place: Place,
    pub customers: Vec<CustomerId>,
}

impl Column {
    /// What its customers' open orders come to.
    pub fn worth(&self, pipeline: &Pipeline) -> Purse {
        self.customers.iter().filter_map(|id| pipeline.open.of(*id)).fold(Purse::default(), Purse::and)
    }

    /// How many of its customers are stuck.
    pub fn stuck(&self, pipeline: &Pipeline) -> usize {
        self.customers.iter().filter(|id| pipeline.stuck.contains_key(id)).count()
    }
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

    /// The column that the next step from the one at `from` leads to, and its stage: beside the funnel there is no step
    /// but back from its beginning.
    fn next(&self, from: usize, by: isize) -> Option<Option<Stage>> {
        let inside = matches!(self.columns.get(from)?.place, Place::Stage(_));
        let mut at = from.checked_add_signed(by)?;
        loop {
            match self.columns.get(at)?.place {
                Place::Stage(stage) => return Some(Some(stage)),
                Place::Nowhere if inside => return Some(None),
                Place::Nowhere | Place::Other => at = at.checked_add_signed(by)?,
            }
        }
    }

    fn of_stage(&self, stage: Option<Stage>) -> Option<usize> {
        let place = stage.map_or(Place::Nowhere, Place::Stage);
        self.columns.iter().position(|column| column.place == place)
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
        // Who is in the funnel before who is beside it.
        let filled = |inside: bool| {
            let here = |it: &Column| matches!(it.place, Place::Stage(_)) == inside && !it.customers.is_empty();
            open.columns.iter().position(here)
        };
        let first = filled(true).or_else(|| filled(false));
        (open.column, open.row) = self.current.and_then(|id| open.find(id)).unwrap_or((first.unwrap_or_default(), 0));
        open.counting = true;
        self.modals.push(Modal::Funnel(Box::new(open)));
        let mut effects = vec![Effect::CountPipeline];
        effects.extend(self.show_in_funnel());
        effects
    }

    fn columns(&self) -> Vec<Column> {
        let shown = self.board.rules().funnel.shown().map(Place::Stage);
        let places: Vec<Place> = [Place::Other, Place::Nowhere].into_iter().chain(shown).collect();
        let mut sorted: Vec<Vec<_>> = vec![Vec::new(); places.len()];
        for bundle in self.board.bundles().filter(|bundle| bundle.customer.status == Status::Active) {
            let customer = &bundle.customer;
            let place = customer.stage.map_or(Place::Nowhere, Place::Stage);
            let at = places.iter().position(|known| *known == place).unwrap_or(0);
            sorted[at].push((customer.tier, bundle.last_contact(), customer.id));
        }
        let column = |(place, mut all): (Place, Vec<_>)| {
            all.sort_unstable();
            Column { place, customers: all.into_iter().map(|(_, _, id)| id).collect() }
        };
        let columns = places.into_iter().zip(sorted).map(column);
        columns.filter(|it| matches!(it.place, Place::Stage(_)) || !it.customers.is_empty()).collect()
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
        let mut effects = Vec::new();
        if std::mem::replace(&mut open.counting, true) {
            open.stale = true;
        } else {
            effects.push(Effect::CountPipeline);
        }
        effects.extend(self.show_in_funnel());
        effects
    }

    /// What the columns come to is known.
    pub(super) fn pipeline_counted(&mut self, found: Result<Box<Pipeline>, Say>) -> Vec<Effect> {
        let Some(open) = self.funnel_mut() else { return Vec::new() };
        open.counting = std::mem::take(&mut open.stale);
        let again = open.counting;
        match found {
            Ok(found) => open.pipeline = Some(found),
            Err(say) => self.tell(say, false),
        }
        if again { vec![Effect::CountPipeline] } else { Vec::new() }
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
            Some((moving, stage)) if moving == id => open.of_stage(stage),
            _ => None,
        };
        let by = if command == Command::StageOn { 1 } else { -1 };
        let Some(stage) = open.next(from.unwrap_or(open.column), by) else { return Vec::new() };
        if stage != Some(Stage::LOST) {
            open.moving = Some((id, stage));
        }
        self.set_stage(vec![id], stage)
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
