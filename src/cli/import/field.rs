//! Names of fields.

use crate::intake::Field;
use crate::reference::find_kind;

pub fn parse(name: &str) -> Option<Field> {
    find_kind(name).map(Field::Channel)
}

pub fn name(field: &Field) -> String {
    match field {
        Field::Channel(kind) => kind.to_string(),
        plain => format!("{plain:?}").to_lowercase(),
    }
}
