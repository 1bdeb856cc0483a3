//! A sum of a row: 32 bits, by which a row that differs is told from one that does not.

use rusqlite::types::ValueRef;
use serde_json::Value;

/// Hexadecimal digits of one sum.
const DIGITS: usize = 8;

const HEX: &[u8; 16] = b"0123456789abcdef";

/// The sum of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum(u32);

/// The sums of rows, one after the other.
#[derive(Debug, Default)]
pub struct Sums(String);

impl Sums {
    /// Adds a row, by its cells in the table's order.
    pub fn add<'v>(&mut self, row: impl Iterator<Item = ValueRef<'v>>) {
        let Sum(sum) = Sum::of(row);
        let hex = |byte: u8| [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
        self.0.extend(sum.to_be_bytes().into_iter().flat_map(hex).map(char::from));
    }

    pub fn rows(&self) -> usize {
        self.0.len() / DIGITS
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Sum {
    pub fn of<'v>(row: impl Iterator<Item = ValueRef<'v>>) -> Self {
        let mut state = State(1);
        for value in row {
            match value {
                ValueRef::Null => state.word(0),
                ValueRef::Integer(n) => state.all(1, n.cast_unsigned()),
                ValueRef::Text(text) => state.bytes(text),
                // The schema has none of these.
                ValueRef::Real(n) => state.all(3, n.to_bits()),
                ValueRef::Blob(bytes) => state.bytes(bytes),
            }
        }
        Self((state.0 ^ state.0 >> 32) as u32)
    }

    /// Of a row as an image has it.
    pub fn of_picture(json: &str) -> Option<Self> {
        let values: Vec<Value> = serde_json::from_str(json).ok()?;
        let values = values.iter().map(value).collect::<Option<Vec<_>>>()?;
        Some(Self::of(values.into_iter()))
    }

    /// The sum of the row `at` among `sums`.
    pub fn read(sums: &str, at: usize) -> Option<Self> {
        let digits = sums.get(at.checked_mul(DIGITS)?..(at + 1).checked_mul(DIGITS)?)?;
        u32::from_str_radix(digits, 16).ok().map(Self)
    }
}

fn value(json: &Value) -> Option<ValueRef<'_>> {
    match json {
        Value::Null => Some(ValueRef::Null),
        Value::Number(n) => n.as_i64().map(ValueRef::Integer),
        Value::String(text) => Some(ValueRef::Text(text.as_bytes())),
        _ => None,
    }
}

/// Each step can be taken back, so that rows that differ in one word never have one state.
struct State(u64);

impl State {
    fn word(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }

    fn all(&mut self, kind: u64, word: u64) {
        self.word(kind);
        self.word(word);
    }

    /// Length first, then eight at a time, the last filled up with zeros.
    fn bytes(&mut self, bytes: &[u8]) {
        self.all(2, bytes.len() as u64);
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.word(word.try_into().map_or(0, u64::from_le_bytes));
        }
        self.word(few(words.remainder()));
    }
}

/// Fewer than eight bytes as a number, the first the lowest.
fn few(bytes: &[u8]) -> u64 {
    let at = |at: usize| bytes.get(at).map_or(0, |byte| u64::from(*byte)) << (8 * at);
    let four =
        |from: usize| bytes.get(from..from + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes);
    match bytes.len() {
        0 => 0,
        // What is taken twice is the same twice.
        length @ 1..=3 => at(0) | at(length / 2) | at(length - 1),
        length => u64::from(four(0)) | u64::from(four(length - 4)) << (8 * (length - 4)),
    }
}

#[cfg(test)]
mod tests {
    use super::few;

    #[test]
    fn few_bytes_are_filled_up_with_zeros() {
        let all = [0x81, 0x02, 0xff, 0x00, 0x7a, 0x10, 0xee];
        for length in 0..=all.len() {
            let mut word = [0; 8];
            word[..length].copy_from_slice(&all[..length]);
            assert_eq!(few(&all[..length]), u64::from_le_bytes(word), "{length}");
        }
    }
}
