//! What customers said, over the whole file: who else sent the same text?

use super::{Result, Store};
use crate::domain::CustomerId;
use crate::store::row;

impl Store {
    /// Hands over every text that a customer sent, in no order; none is kept.
    pub fn said_to_us(&self, each: &mut dyn FnMut(CustomerId, &str)) -> Result<()> {
        self.looking(|conn| {
            let sql = "SELECT customer_id, text FROM interaction WHERE direction = 'in' AND text <> ''";
            let mut said = conn.prepare_cached(sql)?;
            let mut said = said.query([])?;
            while let Some(row) = said.next()? {
                each(CustomerId(row.get(0)?), row::str_of(row, 1)?);
            }
            Ok(())
        })
    }
}
