//! The first page's counts, kept by triggers: read in a moment, however large the file. They are no rows of the
//! exporter's, so the log has none of them; like an index, they can be made anew from the tables at any time.
//!
//! A follow-up counts while it is open and its customer is there and active. Rows may come in any order (undo brings
//! follow-ups back before their customers), so each trigger counts what its one row adds to those that are there now.

use super::{Result, row};
use crate::domain::{Dossier, Stage, Status, Tier, tally::Tally, view::Builtin};
use chrono::NaiveDate;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// By customer: a tier of the active ones or `archived`; `favourite`, `inquiry`. By day: open follow-ups.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS tally (
    what TEXT NOT NULL,
    key  TEXT NOT NULL,
    n    INTEGER NOT NULL,
    PRIMARY KEY (what, key)
) STRICT, WITHOUT ROWID";

/// The counts as they are.
const COUNTED: &str = "SELECT 'customer' AS what, iif(status = 'active', tier, 'archived') AS key, count(*) AS n
     FROM customer GROUP BY 1, 2
     UNION ALL SELECT 'favourite', '', count(*) FROM customer WHERE favourite = 1 AND status = 'active'
     UNION ALL SELECT 'inquiry', '', count(*) FROM customer WHERE stage = 'inquiry' AND status = 'active'
     UNION ALL SELECT 'due', f.due_on, count(*) FROM follow_up f CROSS JOIN customer c ON c.id = f.customer_id
       WHERE f.state = 'open' AND c.status = 'active' GROUP BY f.due_on";

/// Counted anew, with a row for each customer count that there can be.
pub(super) fn recount(conn: &Connection) -> Result<()> {
    conn.execute_batch(&format!(
        "{TABLE}; DELETE FROM tally; INSERT INTO tally (what, key, n) {COUNTED};
         INSERT INTO tally (what, key, n) VALUES ('customer', 'A', 0), ('customer', 'B', 0), ('customer', 'C', 0),
           ('customer', 'none', 0), ('customer', 'archived', 0) ON CONFLICT DO NOTHING"
    ))?;
    Ok(())
}

/// How many counts are not as the tables say.
pub(super) fn wrong(conn: &Connection) -> Result<usize> {
    let sql = format!(
        "SELECT count(*) FROM (SELECT what, key, n FROM ({COUNTED}) WHERE n <> 0 EXCEPT SELECT what, key, n FROM tally)
         UNION ALL SELECT count(*) FROM (SELECT what, key, n FROM tally WHERE n <> 0
           EXCEPT SELECT what, key, n FROM ({COUNTED}))"
    );
    let mut counts = conn.prepare(&sql)?;
    let counts = counts.query_map([], |found| row::count(found, 0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(counts.into_iter().sum())
}

/// What new customers, with their follow-ups, add to the counts.
#[derive(Debug, Default)]
pub(super) struct Added {
    /// By [`Tier::index`].
    tiers: [i64; Tier::ALL.len()],
    archived: i64,
    favourites: i64,
    inquiries: i64,
    days: BTreeMap<NaiveDate, i64>,
}

impl Added {
    /// A customer, and the days that it brings along.
    pub fn customer(&mut self, new: &Dossier) {
        let fields = &new.fields;
        if fields.status != Status::Active {
            self.archived += 1;
            return;
        }
        self.tiers[fields.tier.index()] += 1;
        self.favourites += i64::from(fields.favourite);
        self.inquiries += i64::from(fields.stage == Some(Stage::INQUIRY));
        new.follow_ups.iter().for_each(|planned| self.due(planned.due.on));
    }

    /// An open follow-up of an active customer.
    pub fn due(&mut self, on: NaiveDate) {
        *self.days.entry(on).or_default() += 1;
    }

    /// Adds it to the counts there are.
    pub fn write(&self, conn: &Connection) -> Result<()> {
        let mut add = conn.prepare_cached(
            "INSERT INTO tally (what, key, n) VALUES (?1, ?2, ?3)
             ON CONFLICT (what, key) DO UPDATE SET n = n + excluded.n",
        )?;
        let tiers = Tier::ALL.iter().map(|tier| ("customer", tier.as_str(), self.tiers[tier.index()]));
        let others = [
            ("customer", "archived", self.archived),
            ("favourite", "", self.favourites),
            ("inquiry", "", self.inquiries),
        ];
        for count in tiers.chain(others).filter(|(.., n)| *n > 0) {
            add.execute(count)?;
        }
        for (day, n) in &self.days {
            add.execute(("due", day.to_string(), n))?;
        }
        Ok(())
    }
}

/// Reads them all, and so the calendar's load of each day.
pub(super) fn read(conn: &Connection, today: NaiveDate) -> Result<Tally> {
    let mut tally = Tally::default();
    let (mut archived, mut favourites, mut inquiries) = (0, 0, 0);
    let mut counts = conn.prepare_cached("SELECT what, key, n FROM tally WHERE n > 0")?;
    let mut counts = counts.query([])?;
    while let Some(found) = counts.next()? {
        let n = row::count(found, 2)?;
        match (row::str_of(found, 0)?, row::str_of(found, 1)?) {
            ("favourite", _) => favourites = n,
            ("inquiry", _) => inquiries = n,
            ("due", _) => drop(tally.load.insert(row::date(found, 1)?, n)),
            (_, "archived") => archived = n,
            (_, tier) => tally.tiers[Tier::parse(tier).unwrap_or_default().index()] = n,
        }
    }
    let active = tally.tiers.iter().sum();
    tally.total = active + archived;
    tally.views[Builtin::All.index()] = Some(active);
    tally.views[Builtin::Archived.index()] = Some(archived);
    tally.views[Builtin::Favourites.index()] = Some(favourites);
    tally.views[Builtin::Inquiries.index()] = Some(inquiries);
    tally.overdue = tally.load.range(..today).map(|(_, count)| count).sum();
    tally.today = tally.load.get(&today).copied().unwrap_or(0);
    Ok(tally)
}

/// The triggers that keep them: name and what follows it.
pub(super) fn triggers() -> Vec<(String, String)> {
    let all = [
        (
            "customer_insert",
            format!("AFTER INSERT ON customer BEGIN {}; {} {} END", kind("NEW", '+'), marks('+'), days('+')),
        ),
        // Before, while its follow-ups are there.
        (
            "customer_delete",
            format!("BEFORE DELETE ON customer BEGIN {}; {} {} END", kind("OLD", '-'), marks('-'), days('-')),
        ),
        (
            "customer_kind",
            format!(
                "AFTER UPDATE ON customer WHEN OLD.status IS NOT NEW.status OR OLD.tier IS NOT NEW.tier BEGIN {}; {}; END",
                kind("OLD", '-'),
                kind("NEW", '+')
            ),
        ),
        (
            "customer_marks",
            format!(
                "AFTER UPDATE ON customer WHEN OLD.status IS NOT NEW.status OR OLD.favourite IS NOT NEW.favourite
                 OR OLD.stage IS NOT NEW.stage BEGIN {} {} END",
                marks('-'),
                marks('+')
            ),
        ),
        (
            "customer_days",
            format!(
                "AFTER UPDATE ON customer WHEN OLD.status IS NOT NEW.status OR OLD.id <> NEW.id BEGIN {} {} END",
                days('-'),
                days('+')
            ),
        ),
        ("follow_up_insert", format!("AFTER INSERT ON follow_up WHEN NEW.state = 'open' BEGIN {} END", day('+'))),
        ("follow_up_delete", format!("AFTER DELETE ON follow_up WHEN OLD.state = 'open' BEGIN {} END", day('-'))),
        (
            "follow_up_update",
            format!(
                "AFTER UPDATE ON follow_up WHEN (OLD.customer_id, OLD.due_on, OLD.state)
                 IS NOT (NEW.customer_id, NEW.due_on, NEW.state) BEGIN {} {} END",
                day('-'),
                day('+')
            ),
        ),
    ];
    all.into_iter().map(|(name, body)| (format!("tally_{name}"), body)).collect()
}

/// The row that is counted out or in.
const fn of(sign: char) -> &'static str {
    if sign == '+' { "NEW" } else { "OLD" }
}

/// Its tier, or that it is archived.
fn kind(row: &str, sign: char) -> String {
    format!(
        "UPDATE tally SET n = n {sign} 1
         WHERE what = 'customer' AND key = iif({row}.status = 'active', {row}.tier, 'archived')"
    )
}

fn marks(sign: char) -> String {
    let row = of(sign);
    let mark = |what: &str, holds: &str| {
        format!(
            "INSERT INTO tally (what, key, n) SELECT '{what}', '', {sign}1 WHERE {row}.status = 'active' AND {row}.{holds}
             ON CONFLICT (what, key) DO UPDATE SET n = n + excluded.n;"
        )
    };
    mark("favourite", "favourite = 1") + &mark("inquiry", "stage = 'inquiry'")
}

/// All days of a customer.
fn days(sign: char) -> String {
    let row = of(sign);
    format!(
        "INSERT INTO tally (what, key, n) SELECT 'due', due_on, {sign}count(*) FROM follow_up
         WHERE customer_id = {row}.id AND state = 'open' AND {row}.status = 'active' GROUP BY due_on
         ON CONFLICT (what, key) DO UPDATE SET n = n + excluded.n;"
    )
}

/// The day of a follow-up.
fn day(sign: char) -> String {
    let row = of(sign);
    format!(
        "INSERT INTO tally (what, key, n) SELECT 'due', {row}.due_on, {sign}1 FROM customer
         WHERE id = {row}.customer_id AND status = 'active' AND {row}.state = 'open'
         ON CONFLICT (what, key) DO UPDATE SET n = n + excluded.n;"
    )
}
