//! Saved views.

use super::{Result, StoreError, What, execute};
use crate::domain::{Text, ViewId, view::ViewQuery};
use crate::store::log::Applied;
use rusqlite::{Connection, OptionalExtension};

pub(super) fn save(conn: &Connection, id: Option<ViewId>, name: &Text, query: &ViewQuery) -> Result<Applied> {
    let query = super::dossier::json(query)?;
    match id {
        None => execute(
            conn,
            "INSERT INTO view (name, query, position)
             VALUES (?1, ?2, (SELECT coalesce(max(position), -1) + 1 FROM view))",
            (&**name, query),
        )?,
        Some(id) => {
            let changed = execute(conn, "UPDATE view SET name = ?2, query = ?3 WHERE id = ?1", (id.0, &**name, query))?;
            if changed == 0 {
                return Err(StoreError::Gone { what: What::View });
            }
            changed
        }
    };
    Ok(Applied { name: Some(name.to_string()), count: 1, ..Applied::default() })
}

pub(super) fn delete(conn: &Connection, id: ViewId) -> Result<Applied> {
    let name = conn.prepare_cached("SELECT name FROM view WHERE id = ?1")?;
    let name = { name }.query_row([id.0], |row| row.get::<_, String>(0)).optional()?;
    let Some(name) = name else { return Err(StoreError::Gone { what: What::View }) };
    let count = execute(conn, "DELETE FROM view WHERE id = ?1", [id.0])?;
    Ok(Applied { name: Some(name), count, ..Applied::default() })
}
