//! Orders of the current customer: what they come to, the newest, and the products of the one under the cursor.

use super::super::{Screen, dates};
use super::Place;
use crate::domain::funnel::pipeline::Purse;
use crate::domain::{Amount, Bundle, Currency, LineStatus, OrderStatus};
use ratatui::style::Style;

/// `1,234.50 USD`; without a currency where none is known.
pub fn money(amount: Amount, currency: Currency) -> String {
    if currency.is_known() { format!("{} {currency}", amount.rounded()) } else { amount.rounded() }
}

/// `≈ 12,340 USD + 900 CNY`: in the exporter's currency, and beside it what has no rate; empty where there is nothing.
pub fn purse(purse: &Purse, currency: Currency) -> String {
    let rough = |amount: Amount, of: Currency| {
        if of.is_known() { format!("{} {of}", amount.wholes()) } else { amount.wholes() }
    };
    let base = (purse.amount != Amount::ZERO).then(|| rough(purse.amount, currency));
    let base = base.map(|sum| if purse.converted { format!("≈ {sum}") } else { sum });
    base.into_iter().chain(purse.apart.iter().map(|(of, amount)| rough(*amount, *of))).collect::<Vec<_>>().join(" + ")
}

/// `12 orders · 48,200 USD + 3,100 EUR · last 3 Nov`
pub fn bought(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme, bought) = (place.screen, place.screen.theme, &bundle.bought);
    let count = usize::try_from(bought.count).unwrap_or(usize::MAX);
    place.put("$ ", theme.accent).put(&screen.count("card-orders-count", count), theme.text());
    let totals: Vec<String> = bought.totals().into_iter().map(|(currency, amount)| money(amount, currency)).collect();
    if !totals.is_empty() {
        place.put(" · ", theme.faint).put(&totals.join(" + "), Style { bg: None, ..theme.strong });
    }
    if let Some(last) = bought.last {
        let last = [("date", dates::past(screen, last).into())];
        place.put(" · ", theme.faint).put(&screen.with("card-orders-last", &last), theme.dim);
    }
}

/// `↗ growing: 3 orders, 1,200 USD in the last 90 days`
pub fn growing(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let Some(growth) = screen.app.growth(bundle) else { return };
    let args = [
        ("orders", usize::try_from(growth.orders).unwrap_or(0).into()),
        ("amount", money(growth.amount, growth.currency).into()),
        ("days", usize::try_from(growth.days).unwrap_or(0).into()),
    ];
    place.put("↗ ", theme.good).put(&screen.with("card-growing", &args), theme.good);
}

pub fn order(place: &mut Place<'_, '_>, at: usize) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let Some(order) = screen.app.detail().and_then(|detail| detail.orders.get(at)) else { return };
    let fields = &order.fields;
    let day = dates::past_short(screen, fields.ordered_on);
    let cells = if screen.app.lang == crate::reference::Lang::Zh { 8 } else { 7 };
    place.pen.cell_right(&day, cells, theme.dim.patch(place.ground));
    let counts = fields.status.counts();
    let style = if counts { theme.text() } else { theme.faint };
    place.put("  ", style).put(&money(fields.amount, fields.currency), style);
    let (word, style) = status(screen, fields.status);
    place.put("  ", style).put(&word, style);
    if !fields.number.is_empty() {
        place.put("  ", theme.dim).put(&fields.number, theme.dim);
    }
    if let Some(product) = fields.lines.iter().map(|line| &line.product).find(|product| !product.is_empty()) {
        place.put("  ", theme.dim).put(product, theme.dim);
    }
}

fn status(screen: Screen<'_>, status: OrderStatus) -> (String, Style) {
    let theme = screen.theme;
    let style = match status {
        OrderStatus::Open => theme.warn,
        OrderStatus::Shipped | OrderStatus::Delivered => theme.good,
        OrderStatus::Cancelled | OrderStatus::Returned => theme.faint,
    };
    (screen.get(&format!("order-{}", status.as_str())), style)
}

pub fn product(place: &mut Place<'_, '_>, at: usize, line: usize) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let Some(order) = screen.app.detail().and_then(|detail| detail.orders.get(at)) else { return };
    let Some(line) = order.fields.lines.get(line) else { return };
    let style = if line.status == LineStatus::Sold { theme.text() } else { theme.faint };
    place.put("         ", style).put(&line.quantity.grouped(), style).put(" × ", theme.faint);
    place.put(&line.product, style);
    if line.amount != Amount::ZERO {
        place.put("  ", style).put(&line.amount.rounded(), style);
    }
    if line.status != LineStatus::Sold {
        let key = format!("order-{}", line.status.as_str());
        place.put("  ", style).put(&screen.get(&key), theme.warn);
    }
}
