//! Rows of a list to items: who, when, what, how much.

use super::words;
use crate::domain::money::Mark;
use crate::domain::{Amount, ChannelKind, Currency, Now, OrderStatus, Say, Text, money};
use crate::intake::record::value;
use crate::intake::{Field, Options, Problem, Row, Sheet, SheetNote, dates};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A row worth keeping.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub sheet: u32,
    pub line: usize,
    /// Index into [`Items::buyers`]; `None`: the order of that number says who.
    pub buyer: Option<u32>,
    pub number: Text,
    pub on: Option<NaiveDate>,
    pub currency: Currency,
    /// Of this row.
    pub amount: Option<Amount>,
    /// Price times quantity, less the discount.
    pub reckoned: Option<Amount>,
    /// Of the whole order, as the list says it.
    pub total: Option<Amount>,
    pub quantity: Option<Amount>,
    pub product: Text,
    pub status: Option<OrderStatus>,
    pub shipped: Option<NaiveDate>,
}

/// Who bought, as a list says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Buyer {
    pub own_id: Text,
    pub id: Text,
    pub name: Text,
    pub company: Text,
    pub person: Text,
    pub country: Text,
    pub handles: Vec<(ChannelKind, Text)>,
}

impl Buyer {
    /// What the list calls them first.
    pub fn label(&self) -> Text {
        let handle = self.handles.first().map(|(_, handle)| handle);
        let names = [Some(&self.company), Some(&self.name), Some(&self.person), Some(&self.id), handle];
        names.into_iter().flatten().find(|text| !text.is_empty()).cloned().unwrap_or_default()
    }
}

/// The items of one or several lists.
#[derive(Debug, Default)]
pub struct Items {
    pub sheets: Vec<SheetNote>,
    pub read: usize,
    pub skipped: usize,
    pub failed: usize,
    pub problems: Vec<Problem>,
    pub(super) items: Vec<Item>,
    pub(super) buyers: Vec<Buyer>,
    /// What the lists call the buyer's id.
    pub(super) id_header: Text,
    seen: HashMap<Buyer, u32>,
}

/// The columns that hold something, by what it is.
struct Columns<'s> {
    at: Vec<(Field, usize)>,
    dates: dates::Order,
    shipped: dates::Order,
    marks: HashMap<usize, Option<Mark>>,
    /// A currency in the header of an amount: `Amount (USD)`.
    currency: Currency,
    now: &'s Now,
}

/// Takes in a list.
pub fn items(all: &mut Items, sheet: &Sheet, options: &Options, now: &Now) {
    let columns = Columns::of(sheet, options, now);
    all.read += sheet.rows.len() + sheet.failed;
    all.failed += sheet.failed;
    all.problems.extend(sheet.problems.iter().cloned());
    let nth = u32::try_from(all.sheets.len()).unwrap_or(u32::MAX);
    all.sheets.push(SheetNote::of(sheet, options));
    if let Some((_, at)) = columns.at.iter().find(|(field, _)| *field == Field::Id) {
        all.id_header = sheet.header[*at].trim().into();
    }
    for row in &sheet.rows {
        match columns.item(row, nth) {
            Ok(Some((item, buyer))) => all.add(item, buyer),
            Ok(None) => all.skipped += 1,
            Err(reason) => {
                all.failed += 1;
                all.problems.push(Problem { file: sheet.name.as_str().into(), line: row.line, reason });
            }
        }
    }
}

impl Items {
    fn add(&mut self, mut item: Item, buyer: Option<Buyer>) {
        item.buyer = buyer.map(|buyer| {
            let next = u32::try_from(self.buyers.len()).unwrap_or(u32::MAX);
            match self.seen.get(&buyer) {
                Some(at) => *at,
                None => {
                    self.buyers.push(buyer.clone());
                    self.seen.insert(buyer, next);
                    next
                }
            }
        });
        self.items.push(item);
    }
}

impl<'s> Columns<'s> {
    fn of(sheet: &'s Sheet, options: &Options, now: &'s Now) -> Self {
        let at: Vec<(Field, usize)> = sheet.mapping.iter().copied().zip(0..).collect();
        let cells = |at: usize| sheet.rows.iter().map(move |row| row.cell(at));
        let order = |field: Field| {
            let column = at.iter().find(|(there, _)| *there == field);
            column.map_or_else(dates::Order::default, |(_, at)| dates::Order::of(cells(*at)))
        };
        let numbers = at.iter().filter(|(field, _)| {
            matches!(field, Field::Amount | Field::OrderTotal | Field::UnitPrice | Field::Quantity | Field::Discount)
        });
        let marks = numbers.clone().map(|(_, at)| (*at, Mark::of(cells(*at)))).collect();
        let currency = numbers.filter_map(|(_, at)| in_header(&sheet.header[*at])).next();
        let currency = currency.or(options.currency).unwrap_or_default();
        let (dates, shipped) = (order(Field::OrderDate), order(Field::Shipped));
        Self { dates, shipped, marks, currency, now, at }
    }

    fn get<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        let mut cells = self.at.iter().filter(|(there, _)| *there == field).map(|(_, at)| value(row.cell(*at)));
        cells.find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// `None`: an empty row, or a line of totals.
    fn item(&self, row: &Row, sheet: u32) -> Result<Option<(Item, Option<Buyer>)>, Say> {
        let mut item = Item {
            sheet,
            line: row.line,
            buyer: None,
            number: self.get(row, Field::OrderNumber).into(),
            on: self.day(row, Field::OrderDate, self.dates)?,
            currency: self.currency,
            amount: None,
            reckoned: None,
            total: None,
            quantity: None,
            product: self.get(row, Field::Product).into(),
            status: None,
            shipped: self.day(row, Field::Shipped, self.shipped)?,
        };
        self.money(row, &mut item)?;
        let buyer = self.buyer(row);
        if buyer.is_none() && item.on.is_none() && words::is_sum(&item.number) {
            return Ok(None);
        }
        if buyer.is_none() && item.number.is_empty() {
            // Sums below a list name nobody and no order.
            return if item.on.is_none() { Ok(None) } else { Err(Say::new("intake-order-nobody")) };
        }
        item.status = match self.get(row, Field::OrderStatus) {
            "" => None,
            text => Some(words::status(text).unwrap_or(OrderStatus::Open)),
        };
        Ok(Some((item, buyer)))
    }

    fn money(&self, row: &Row, item: &mut Item) -> Result<(), Say> {
        item.amount = self.amount(row, Field::Amount, item)?;
        item.total = self.amount(row, Field::OrderTotal, item)?;
        let price = self.amount(row, Field::UnitPrice, item)?;
        item.quantity = self.number(row, Field::Quantity)?.map(|read| read.amount);
        let discount = self.number(row, Field::Discount)?.map(|read| {
            let percent = read.after == "%" || read.amount > Amount::whole(1);
            if percent {
                Amount(money::divided(read.amount.0.into(), 100).try_into().unwrap_or(0))
            } else {
                read.amount
            }
        });
        item.reckoned = price.map(|price| {
            Amount::price_of(price, item.quantity.unwrap_or(Amount::whole(1)), discount.unwrap_or_default())
        });
        match self.get(row, Field::Currency) {
            "" => {}
            text => {
                item.currency =
                    Currency::parse(text).ok_or_else(|| Say::new("intake-order-currency").with("text", text))?;
            }
        }
        Ok(())
    }

    fn number<'r>(&self, row: &'r Row, field: Field) -> Result<Option<money::Read<'r>>, Say> {
        for (_, at) in self.at.iter().filter(|(there, _)| *there == field) {
            let text = value(row.cell(*at));
            if !text.is_empty() {
                let read = money::read(text, self.marks.get(at).copied().flatten());
                let read = read.ok_or_else(|| Say::new("intake-order-number").with("text", text));
                return read.map(Some);
            }
        }
        Ok(None)
    }

    /// A sum; what stands beside it says in which currency.
    fn amount(&self, row: &Row, field: Field, item: &mut Item) -> Result<Option<Amount>, Say> {
        let Some(read) = self.number(row, field)? else { return Ok(None) };
        let beside = read.currency();
        let beside = beside.ok_or_else(|| Say::new("intake-order-number").with("text", self.get(row, field)))?;
        if beside.is_known() {
            item.currency = beside;
        }
        Ok(Some(read.amount))
    }

    fn day(&self, row: &Row, field: Field, order: dates::Order) -> Result<Option<NaiveDate>, Say> {
        match self.get(row, field) {
            "" => Ok(None),
            text => dates::date(text, order, self.now.today())
                .map(Some)
                .ok_or_else(|| Say::new("intake-order-date").with("text", text)),
        }
    }

    fn buyer(&self, row: &Row) -> Option<Buyer> {
        let get = |field| Text::from(self.get(row, field));
        let (first, last) = (self.get(row, Field::FirstName), self.get(row, Field::LastName));
        let full = [first, last].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let (name, person) = (get(Field::Name), get(Field::Person));
        let channels = self.at.iter().filter_map(|(field, at)| match field {
            Field::Channel(kind) => Some((*kind, value(row.cell(*at)))),
            _ => None,
        });
        let buyer = Buyer {
            own_id: get(Field::OwnId),
            id: get(Field::Id),
            name: if name.is_empty() { full.into() } else { name },
            company: get(Field::Company),
            person,
            country: get(Field::Country),
            handles: channels.filter(|(_, text)| !text.is_empty()).map(|(kind, text)| (kind, text.into())).collect(),
        };
        (buyer != Buyer { country: buyer.country.clone(), ..Buyer::default() }).then_some(buyer)
    }
}

/// `Amount (USD)`, `金额（元）`.
fn in_header(header: &str) -> Option<Currency> {
    let inner = header.rsplit(['(', '（', '[']).next().filter(|inner| inner.len() < header.len())?;
    Currency::common(inner.trim_end_matches([')', '）', ']', ' ']))
}
