//! Orders against those there are: new, changed, known.

use super::buyers::{self, Who};
use super::group::{self, Grouped};
use super::identity::{self, Identity, KnownOrders};
use super::rows::{Buyer, Items};
use crate::domain::{CustomerId, Dossier, Edit, NewOrder, OrderFields, OrderId, Text};
use crate::intake::report::{OrderCounts, Report};
use crate::intake::{Action, Known, Plan, Sample};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// Orders between two reports of progress.
const STEP: usize = 4_096;

/// Decides about every order. `is_there` says whether a customer of that number exists; `progress` may break off, which
/// leaves no edit.
pub fn plan(
    mut all: Items,
    known: &Known,
    orders: &KnownOrders,
    is_there: &dyn Fn(CustomerId) -> bool,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Plan {
    let grouped = group::group(&mut all);
    let buyers = buyers::find(&all, known, is_there);
    let mut desk =
        Desk { known: orders, sales: HashMap::new(), changed: Vec::new(), new: buyers.new, seen: HashMap::new() };
    let mut report = report(&mut all, desk.new.len());
    let total = grouped.len();
    for (done, order) in grouped.into_iter().enumerate() {
        if done % STEP == 0 && progress(done, total).is_break() {
            report.interrupted = true;
            return Plan { edit: None, report };
        }
        let order_buyer = order.buyer as usize;
        let who = buyers.who.get(order.buyer as usize).copied().unwrap_or(Who::New(0));
        let name = || all.buyers.get(order_buyer).map(Buyer::label).unwrap_or_default();
        desk.take(order, who, &name, &mut report);
    }
    let source: Vec<&str> = report.sheets.iter().map(|sheet| &*sheet.name).collect();
    let edit = desk.edit(source.join(", ").into());
    Plan { edit, report }
}

fn report(all: &mut Items, customers: usize) -> Report {
    let mut problems = std::mem::take(&mut all.problems);
    problems.sort_by_key(|problem| problem.line);
    let more_problems = problems.len().saturating_sub(Report::LISTED);
    problems.truncate(Report::LISTED);
    Report {
        read: all.read,
        skipped: all.skipped,
        failed: all.failed,
        problems,
        more_problems,
        sheets: std::mem::take(&mut all.sheets),
        orders: Some(OrderCounts { customers, ..OrderCounts::default() }),
        ..Report::default()
    }
}

struct Desk<'a> {
    known: &'a KnownOrders,
    sales: HashMap<CustomerId, Vec<NewOrder>>,
    changed: Vec<(OrderId, NewOrder)>,
    new: Vec<Dossier>,
    /// How often a buyer's content was met.
    seen: HashMap<(Who, u64), u32>,
}

impl Desk<'_> {
    fn take(&mut self, order: Grouped, who: Who, name: &dyn Fn() -> Text, report: &mut Report) {
        let repeat = if order.order.number.is_empty() {
            let count = self.seen.entry((who, identity::content(&order.order))).or_insert(0);
            *count += 1;
            *count - 1
        } else {
            0
        };
        let identity = Identity::of(&order.order, repeat);
        let there = match who {
            Who::Known(id) => self.known.get(id, identity),
            Who::New(_) => None,
        };
        let action = match there {
            Some((_, digest)) if digest == identity.digest => Action::Unchanged,
            Some(_) => Action::Update,
            None => Action::Create,
        };
        count(report, action, order.rows);
        if report.samples.len() < Report::SAMPLES {
            report.samples.push(sample(&order, name(), action));
        }
        let new = NewOrder { fields: order.order, identity: identity.written().into() };
        match (there, who) {
            (Some(_), _) if action == Action::Unchanged => {}
            (Some((id, _)), _) => self.changed.push((id, new)),
            (None, Who::Known(id)) => self.sales.entry(id).or_default().push(new),
            (None, Who::New(at)) => {
                if let Some(dossier) = self.new.get_mut(at) {
                    dossier.orders.push(new);
                }
            }
        }
    }

    fn edit(self, source: Text) -> Option<Edit> {
        let mut sales: Vec<(CustomerId, Vec<NewOrder>)> = self.sales.into_iter().collect();
        sales.sort_unstable_by_key(|(id, _)| *id);
        let newcomers: Vec<Dossier> = self.new.into_iter().filter(|dossier| !dossier.orders.is_empty()).collect();
        let empty = sales.is_empty() && newcomers.is_empty() && self.changed.is_empty();
        (!empty).then_some(Edit::ImportOrders { source, newcomers, sales, changed: self.changed })
    }
}

fn count(report: &mut Report, action: Action, rows: usize) {
    let orders = report.orders.get_or_insert_default();
    match action {
        Action::Create => {
            report.created += rows;
            orders.created += 1;
        }
        Action::Update => {
            report.updated += rows;
            orders.updated += 1;
        }
        _ => {
            report.unchanged += rows;
            orders.unchanged += 1;
        }
    }
}

/// A row of the preview.
fn sample(order: &Grouped, name: Text, action: Action) -> Sample {
    let OrderFields { number, ordered_on, currency, amount, lines, .. } = &order.order;
    let sum = if currency.is_known() { format!("{} {currency}", amount.grouped()) } else { amount.grouped() };
    let mut changes = Vec::new();
    if !number.is_empty() {
        changes.push(("field-number", number.clone()));
    }
    changes.extend([("field-ordered-on", ordered_on.to_string().into()), ("field-amount", sum.into())]);
    if let Some(line) = lines.iter().find(|line| !line.product.is_empty()) {
        changes.push(("field-order-line", line.product.clone()));
    }
    if lines.len() > 1 {
        changes.push(("field-order-lines", lines.len().to_string().into()));
    }
    Sample { line: order.line, action, name, direction: None, changes }
}
