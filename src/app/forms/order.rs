//! An order by hand (`$`): number, date, amount, products.

use super::super::{
    App, Effect,
    form::{Field, Form, Name, Purpose, Value},
    modal::{Choice, Item, Menu},
};
use crate::domain::{
    Amount, Currency, CustomerId, Edit, LineStatus, OrderFields, OrderId, OrderLine, OrderStatus, Say, money, when,
};
use chrono::NaiveDate;

/// Letters of the status menu, in the order of [`OrderStatus::ALL`].
const STATUS_KEYS: [char; 5] = ['o', 's', 'd', 'c', 'r'];

impl App {
    /// `$`: a new order of the current customer.
    pub(in crate::app) fn open_order_form(&mut self) -> Vec<Effect> {
        let Some(bundle) = self.current() else { return Vec::new() };
        let customer = bundle.customer.id;
        // The currency of the last order, or of most: what the next one is likely in.
        let last = self.detail().and_then(|detail| detail.orders.first()).map(|order| order.fields.currency);
        let order = OrderFields {
            number: "".into(),
            ordered_on: self.now.today(),
            currency: last.unwrap_or_else(|| Currency::parse("USD").unwrap_or_default()),
            amount: Amount::ZERO,
            status: OrderStatus::Open,
            shipped_on: None,
            note: "".into(),
            lines: Vec::new(),
        };
        let title = Say::new("form-order").with("name", &*bundle.customer.name);
        self.order_form(customer, None, title, &order)
    }

    /// Enter on an order of the card.
    pub(in crate::app) fn edit_order(&mut self) -> Vec<Effect> {
        if self.read_only {
            self.tell(Say::new("why-read-only"), false);
            return Vec::new();
        }
        let Some((bundle, order)) = self.current().zip(self.order_at_cursor()) else { return Vec::new() };
        let (customer, id, fields) = (bundle.customer.id, order.id, order.fields.clone());
        let title = Say::new("form-order-edit").with("name", &*bundle.customer.name);
        self.order_form(customer, Some(id), title, &fields)
    }

    fn order_form(
        &mut self,
        customer: CustomerId,
        id: Option<OrderId>,
        title: Say,
        order: &OrderFields,
    ) -> Vec<Effect> {
        let status = OrderStatus::ALL.iter().position(|status| *status == order.status).unwrap_or(0);
        let amount = if order.amount == Amount::ZERO { String::new() } else { order.amount.grouped() };
        let shipped = order.shipped_on.map_or_else(String::new, |on| on.to_string());
        let mut fields = vec![
            (Name::Number, Value::text(&order.number)),
            (Name::OrderedOn, Value::text(&order.ordered_on.to_string())),
            (Name::Amount, Value::text(&amount)),
            (Name::Currency, Value::text(order.currency.as_str())),
            (Name::OrderStatus, Value::Choice { at: status, options: OrderStatus::ALL.map(label).to_vec() }),
            (Name::ShippedOn, Value::text(&shipped)),
        ];
        fields.extend(order.lines.iter().map(|line| (Name::Line, Value::text(&line.written()))));
        if order.lines.is_empty() {
            fields.push((Name::Line, Value::text("")));
        }
        fields.push((Name::Note, Value::text(&order.note)));
        self.open_form(Form::new(Purpose::Order { customer, id }, title, fields))
    }

    pub(super) fn submit_order(&mut self, customer: CustomerId, id: Option<OrderId>) -> Vec<Effect> {
        match self.order_of_form() {
            Ok(order) => self.commit_form(Edit::SaveOrder { id, customer, order: Box::new(order) }),
            Err((at, say)) => {
                if let Some(form) = self.form_mut() {
                    form.fail(at, say);
                }
                Vec::new()
            }
        }
    }

    fn order_of_form(&self) -> Result<OrderFields, (usize, Say)> {
        let Some(form) = self.form() else { return Err((0, Say::new("form-amount-needed"))) };
        let at = |name| form.fields.iter().position(|field| field.name == name).unwrap_or(0);
        let ordered_on =
            self.day_of(form, Name::OrderedOn)?.ok_or_else(|| (at(Name::OrderedOn), Say::new("form-date-needed")))?;
        let shipped_on = self.day_of(form, Name::ShippedOn)?;
        let lines = lines_of(form)?;
        let written = form.text(Name::Amount);
        let (amount, beside) = if written.is_empty() {
            (lines.iter().filter(|line| line.status == LineStatus::Sold).map(|line| line.amount).sum(), Currency::NONE)
        } else {
            read_amount(written).ok_or_else(|| (at(Name::Amount), Say::new("form-amount-unread")))?
        };
        if written.is_empty() && lines.is_empty() {
            return Err((at(Name::Amount), Say::new("form-amount-needed")));
        }
        let currency = match form.text(Name::Currency) {
            "" => beside,
            text => Currency::parse(text).ok_or_else(|| (at(Name::Currency), Say::new("form-currency-unread")))?,
        };
        let currency = if beside.is_known() { beside } else { currency };
        Ok(OrderFields {
            number: form.text(Name::Number).into(),
            ordered_on,
            currency,
            amount,
            status: OrderStatus::ALL.get(form.choice(Name::OrderStatus)).copied().unwrap_or(OrderStatus::Open),
            shipped_on,
            note: form.text(Name::Note).into(),
            lines,
        })
    }

    /// The day in a field; `None`: it is empty.
    fn day_of(&self, form: &Form, name: Name) -> Result<Option<NaiveDate>, (usize, Say)> {
        let text = form.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        let at = form.fields.iter().position(|field| field.name == name).unwrap_or(0);
        when::parse(text, &self.now).map(|when| Some(when.on)).map_err(|error| (at, error.say()))
    }

    /// `%`: what became of the order under the cursor.
    pub(in crate::app) fn order_status_menu(&mut self) -> Vec<Effect> {
        let Some(order) = self.order_at_cursor() else { return Vec::new() };
        let id = order.id;
        let cursor = OrderStatus::ALL.iter().position(|status| *status == order.fields.status).unwrap_or(0);
        let items = OrderStatus::ALL.into_iter().zip(STATUS_KEYS).map(|(status, key)| Item {
            key,
            label: label(status),
            choice: Choice::OrderStatus { id, status },
        });
        let menu = Menu { title: Say::new("menu-order-status"), items: items.collect(), cursor };
        self.open_menu(menu)
    }
}

fn label(status: OrderStatus) -> Say {
    Say::new(match status {
        OrderStatus::Open => "order-open",
        OrderStatus::Shipped => "order-shipped",
        OrderStatus::Delivered => "order-delivered",
        OrderStatus::Cancelled => "order-cancelled",
        OrderStatus::Returned => "order-returned",
    })
}

fn read_amount(text: &str) -> Option<(Amount, Currency)> {
    let read = money::read(text, None)?;
    Some((read.amount, read.currency()?))
}

fn lines_of(form: &Form) -> Result<Vec<OrderLine>, (usize, Say)> {
    let mut lines = Vec::new();
    for (at, field) in form.fields.iter().enumerate().filter(|(_, field)| field.name == Name::Line) {
        let text = field.value.input().map_or("", |input| input.value().trim());
        if !text.is_empty() {
            lines.push(OrderLine::parse(text).ok_or_else(|| (at, Say::new("form-line-unread")))?);
        }
    }
    Ok(lines)
}

/// What the program makes of an amount or a line.
pub(super) fn remark(form: &Form, name: Name, text: &str) -> Option<Say> {
    if text.is_empty() {
        let written = form.fields.iter().filter(|field| field.name == Name::Line).count() > 1;
        return (name == Name::Line && !written).then(|| Say::new("form-line-how"));
    }
    if name == Name::Line {
        let line = OrderLine::parse(text)?;
        let say = Say::new("form-line").with("product", &*line.product).with("quantity", line.quantity.grouped());
        return Some(say.with("amount", line.amount.grouped()));
    }
    let (amount, beside) = read_amount(text)?;
    let currency = if beside.is_known() { beside.to_string() } else { form.text(Name::Currency).to_uppercase() };
    Some(Say::new("form-amount").with("amount", amount.grouped()).with("currency", currency))
}

/// One product more.
pub(super) fn add_line(form: &mut Form) {
    let last = form.fields.iter().rposition(|field| field.name == Name::Line);
    let at = last.map_or(form.fields.len().saturating_sub(1), |at| at + 1);
    form.fields.insert(at, Field { name: Name::Line, value: Value::text(""), error: None, remark: None });
    form.focus = at;
}
