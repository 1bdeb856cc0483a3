//! A product line in one line of text: `UV lamp 40W x 200 @ 12.50`, `UV lamp × 200 = 2,500`.

use super::{LineStatus, OrderLine};
use crate::domain::{Amount, money};

impl OrderLine {
    /// Reads a line as a form has it; `None`: a number in it cannot be read.
    pub fn parse(text: &str) -> Option<Self> {
        let (text, status) = [LineStatus::Cancelled, LineStatus::Returned]
            .into_iter()
            .find_map(|status| {
                let bare = text.trim().strip_suffix(status.as_str())?.trim_end();
                Some((bare, status))
            })
            .unwrap_or((text.trim(), LineStatus::Sold));
        let number = |text: &str| money::read(text, None).map(|it| it.amount);
        let (rest, price, total) = match (text.rsplit_once(['@', '＠']), text.rsplit_once(['=', '＝'])) {
            (Some((rest, price)), _) => (rest, Some(number(price)?), None),
            (None, Some((rest, total))) => (rest, None, Some(number(total)?)),
            (None, None) => (text, None, None),
        };
        let (product, quantity) = split_quantity(rest.trim());
        let amount = match (price, total) {
            (Some(price), _) => price.times(quantity),
            (None, total) => total.unwrap_or_default(),
        };
        Some(Self { product: product.into(), quantity, amount, status })
    }

    /// As [`OrderLine::parse`] reads it.
    pub fn written(&self) -> String {
        let mut text = format!("{} × {}", self.product, self.quantity.grouped());
        if self.amount != Amount::ZERO {
            text.push_str(&format!(" = {}", self.amount.grouped()));
        }
        if self.status != LineStatus::Sold {
            text.push(' ');
            text.push_str(self.status.as_str());
        }
        text
    }
}

/// `UV lamp x 200`; without a quantity it is one.
fn split_quantity(text: &str) -> (&str, Amount) {
    for sign in [" x ", " X ", "×", "*", " x", "x "] {
        if let Some((product, quantity)) = text.rsplit_once(sign)
            && let Some(read) = money::read(quantity, None)
            && read.before.is_empty()
        {
            return (product.trim_end(), read.amount);
        }
    }
    (text, Amount::whole(1))
}
