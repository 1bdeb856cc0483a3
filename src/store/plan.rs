//! The rhythm's part of every commit: after the edit, and in the same op, the customers that it touched get their next
//! follow-up ([`crate::domain::cadence`]).

use super::{Result, log::Applied, row};
use crate::domain::{
    Country, CustomerId, Dossier, Edit, FollowUpState, Made, Now, Stage, Status, Tier,
    cadence::{self, Case, Load, Spot, Why},
    rules::Rules,
};
use crate::reference::Workdays;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Row, Statement, params};
use std::collections::HashMap;

mod many;

/// What the plan changed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kept {
    moved: usize,
    /// Later than they may be, for want of room or of working days.
    forced: usize,
}

impl Kept {
    /// Puts it into the op's name where that is what was asked for.
    pub fn told(self, applied: &mut Applied, edit: &Edit) {
        if matches!(edit, Edit::Rhythm) {
            (applied.count, applied.detail) = (self.moved, self.forced.to_string());
            applied.name = Some(String::new());
        }
    }
}

/// The days' load as the counts have it.
pub(super) fn load(conn: &Connection, rules: &Rules, today: NaiveDate) -> Result<Load> {
    let mut days = conn.prepare_cached("SELECT key, n FROM tally WHERE what = 'due' AND key >= ?1 AND n > 0")?;
    let mut days = days.query([today.to_string()])?;
    let mut counts = Vec::new();
    while let Some(found) = days.next()? {
        counts.push((row::date(found, 0)?, row::count(found, 1)?));
    }
    Ok(Load::new(today, rules.capacity).with(counts.into_iter()))
}

fn day(at: DateTime<Utc>, now: &Now) -> NaiveDate {
    at.with_timezone(&now.offset).date_naive()
}

/// Where the follow-ups of new customers go; by dossier, and `None` for those that bring their own or are archived.
/// `load`: the days' before they came.
pub(super) fn of_new(mut load: Load, dossiers: &[&Dossier], rules: &Rules, now: &Now) -> Vec<Option<Spot>> {
    let today = now.today();
    for due in dossiers.iter().filter(|it| it.fields.status == Status::Active).flat_map(|it| &it.follow_ups) {
        load.add(due.due.on);
    }
    let case = |(at, dossier): (i64, &&Dossier)| {
        let fields = &dossier.fields;
        let said = dossier.interactions.iter().map(|said| said.at);
        let last = said.chain(dossier.closed.iter().map(|closed| closed.at)).max();
        Case {
            customer: CustomerId(at),
            country: fields.country,
            pace: rules.pace(fields.cadence_days, fields.stage, fields.tier),
            active: fields.status == Status::Active,
            by_hand: !dossier.follow_ups.is_empty(),
            pause: fields.pause.as_ref().map(|pause| pause.until),
            touched: last.map_or(today, |at| day(at, now)),
            arrived: last.is_none(),
            current: None,
            fresh: true,
        }
    };
    let cases = (1..).zip(dossiers).map(case).collect::<Vec<_>>();
    cadence::plan(&cases, &mut load, &Workdays { home: rules.home }, today)
}

/// Plans the customers that the op's images touch, from `first` on and before those of a bulk import, which planned its
/// own. [`Edit::Rhythm`] plans all.
pub(super) fn keep(
    conn: &Connection,
    edit: &Edit,
    rules: &Rules,
    (first, many): (i64, Option<i64>),
    now: &Now,
) -> Result<Kept> {
    let fresh = matches!(
        edit,
        Edit::SetTier { .. }
            | Edit::File { .. }
            | Edit::SetStage { .. }
            | Edit::SetStatus { .. }
            | Edit::Accept { .. }
            | Edit::Log { .. }
            | Edit::Merge { .. }
    );
    clear(conn)?;
    if matches!(edit, Edit::Rhythm) {
        conn.prepare_cached("INSERT INTO temp.planned (id, fresh) SELECT id, 0 FROM customer")?.execute([])?;
    } else {
        touch(conn, first, many.map_or(i64::MAX, |many| many - 1), fresh)?;
    }
    let kept = write(conn, rules, now)?;
    let by_hand = !matches!(
        edit,
        Edit::Rhythm | Edit::SetTier { .. } | Edit::File { .. } | Edit::SetStage { .. } | Edit::Tag { .. }
    );
    if by_hand && push_out(conn, rules, first, now)? {
        write(conn, rules, now)?;
    }
    Ok(kept)
}

/// Empties the temporary table of those to plan: `fresh` where what their plan depends on has changed, `said` the last
/// contact that this op logged.
fn clear(conn: &Connection) -> Result<()> {
    conn.prepare_cached(
        "CREATE TEMP TABLE IF NOT EXISTS planned (id INTEGER PRIMARY KEY, fresh INTEGER NOT NULL, said INTEGER)",
    )?
    .execute([])?;
    conn.prepare_cached("DELETE FROM temp.planned")?.execute([])?;
    Ok(())
}

fn touch(conn: &Connection, first: i64, last: i64, fresh: bool) -> Result<()> {
    let sql = "INSERT INTO temp.planned (id, fresh, said)
         SELECT customer, ?3 OR max(tbl = 'interaction' AND (old IS NULL OR new IS NULL)),
           max(CASE WHEN tbl = 'interaction' AND old IS NULL THEN json_extract(new, '$[3]') END)
         FROM image WHERE seq BETWEEN ?1 AND ?2 AND customer IS NOT NULL AND last_pk IS NULL AND tbl IN ('customer', 'interaction', 'follow_up')
         GROUP BY customer";
    conn.prepare_cached(sql)?.execute((first, last, fresh))?;
    Ok(())
}

/// The exporter's own may fill a day that was full: the rhythm's go elsewhere.
fn push_out(conn: &Connection, rules: &Rules, first: i64, now: &Now) -> Result<bool> {
    if rules.capacity == 0 {
        return Ok(false);
    }
    clear(conn)?;
    let sql = "INSERT OR IGNORE INTO temp.planned (id, fresh)
         SELECT customer_id, 1 FROM (
           SELECT f.customer_id, t.n, row_number() OVER (PARTITION BY f.due_on ORDER BY f.id DESC) AS place
           FROM (SELECT DISTINCT json_extract(new, '$[2]') AS day FROM image
                 WHERE seq >= ?1 AND tbl = 'follow_up' AND last_pk IS NULL AND json_extract(new, '$[8]') = 'hand') d
           CROSS JOIN tally t ON t.what = 'due' AND t.key = d.day AND t.n > ?2
           CROSS JOIN follow_up f ON f.state = 'open' AND f.due_on = d.day AND f.made = 'cadence'
           WHERE d.day >= ?3)
         WHERE place <= n - ?2";
    let pushed = conn.prepare_cached(sql)?.execute((first, rules.capacity, now.today().to_string()))?;
    Ok(pushed > 0)
}

/// A row of the file, as far as the plan depends on it.
struct Planned {
    case: Case,
    /// The rhythm's own open follow-ups; one, but for what a merge or an older version left.
    own: Vec<(i64, Spot)>,
    said: Option<DateTime<Utc>>,
}

/// The last contacts stand for themselves, or are looked up in [`touches`].
const LAST: &str = "(SELECT max(i.at) FROM interaction i WHERE i.customer_id = c.id AND i.direction = 'in'),
       (SELECT max(i.at) FROM interaction i WHERE i.customer_id = c.id AND i.direction = 'out'),
       (SELECT max(f.closed_at) FROM follow_up f WHERE f.customer_id = c.id AND f.state IN ('kept', 'late', 'dropped'))";

fn cases(conn: &Connection, rules: &Rules, now: &Now) -> Result<Vec<Planned>> {
    let most = "SELECT (SELECT count(*) FROM temp.planned) * 4 > (SELECT count(*) FROM customer)";
    let touches = if conn.prepare_cached(most)?.query_row([], |row| row.get(0))? { Some(touches(conn)?) } else { None };
    let last = if touches.is_some() { "NULL, NULL, NULL" } else { LAST };
    let mut rows = conn.prepare_cached(&format!(
        "SELECT c.id, t.fresh, t.said, c.country, c.tier, c.stage, c.cadence_days, c.status, c.pause_until,
           c.created_at, {last}, f.id, f.due_on, f.made, f.reason
         FROM temp.planned t CROSS JOIN customer c ON c.id = t.id
         LEFT JOIN follow_up f ON f.customer_id = c.id AND f.state = 'open'
         ORDER BY c.id, f.due_on, f.id"
    ))?;
    let mut rows = rows.query([])?;
    let mut found: Vec<Planned> = Vec::new();
    while let Some(read) = rows.next()? {
        let id = CustomerId(read.get(0)?);
        if found.last().is_none_or(|last| last.case.customer != id) {
            let touched = touches.as_ref().and_then(|all| all.get(&id.0)).copied();
            found.push(planned(read, touched, rules, now)?);
        }
        if let (Some(last), Some(follow_up)) = (found.last_mut(), read.get::<_, Option<i64>>(13)?) {
            if Made::parse(row::str_of(read, 15)?) == Some(Made::Cadence) {
                let spot = Spot { on: row::day(read, 14)?, why: Why::parse(row::str_of(read, 16)?) };
                last.own.push((follow_up, spot));
                last.case.current = last.case.current.or(Some(spot));
            } else {
                last.case.by_hand = true;
            }
        }
    }
    Ok(found)
}

/// When each customer was last contacted, or a follow-up of theirs closed: one walk, where asking for each would be
/// a hundred thousand.
fn touches(conn: &Connection) -> Result<HashMap<i64, DateTime<Utc>>> {
    let sql = "SELECT customer_id, max(at) FROM interaction GROUP BY customer_id, direction
         UNION ALL SELECT customer_id, closed_at FROM follow_up NOT INDEXED WHERE state IN ('kept', 'late', 'dropped')";
    let mut rows = conn.prepare_cached(sql)?;
    let mut rows = rows.query([])?;
    let mut last = HashMap::new();
    while let Some(read) = rows.next()? {
        let at = row::instant(read, 1)?;
        let known = last.entry(read.get(0)?).or_insert(at);
        *known = at.max(*known);
    }
    Ok(last)
}

fn planned(read: &Row<'_>, touched: Option<DateTime<Utc>>, rules: &Rules, now: &Now) -> Result<Planned> {
    let created = row::instant(read, 9)?;
    let heard = row::instant_opt(read, 10)?.max(row::instant_opt(read, 11)?);
    let last = heard.max(row::instant_opt(read, 12)?).max(touched);
    let tier = Tier::parse(row::str_of(read, 4)?).unwrap_or_default();
    let stage = row::str_opt(read, 5)?.and_then(Stage::new);
    let case = Case {
        customer: CustomerId(read.get(0)?),
        country: row::str_opt(read, 3)?.and_then(Country::new),
        pace: rules.pace(read.get(6)?, stage, tier),
        active: Status::parse(row::str_of(read, 7)?) == Some(Status::Active),
        by_hand: false,
        pause: row::str_opt(read, 8)?.and_then(|on| on.parse().ok()),
        touched: day(last.unwrap_or(created), now),
        arrived: last.is_none() && created.timestamp() == now.instant.timestamp(),
        current: None,
        fresh: read.get(1)?,
    };
    Ok(Planned { case, own: Vec::new(), said: row::instant_opt(read, 2)? })
}

/// Plans those in the temporary table, and writes what differs.
fn write(conn: &Connection, rules: &Rules, now: &Now) -> Result<Kept> {
    let mut all = cases(conn, rules, now)?;
    if all.is_empty() {
        return Ok(Kept::default());
    }
    for one in &mut all {
        close_met(conn, one, now)?;
    }
    let mut load = load(conn, rules, now.today())?;
    let today = now.today();
    for one in all.iter().filter(|one| one.case.active) {
        // Only the first of them is planned; the others go.
        one.own.iter().skip(1).for_each(|(_, spot)| load.remove(spot.on));
    }
    let cases = all.iter().map(|one| one.case).collect::<Vec<_>>();
    let spots = cadence::plan(&cases, &mut load, &Workdays { home: rules.home }, today);
    let (mut kept, mut moves) = (Kept::default(), Vec::new());
    for (one, spot) in all.iter().zip(spots) {
        kept.moved += usize::from(put(conn, one, spot, &mut moves)?);
        kept.forced += usize::from(spot.is_some_and(|spot| spot.why.forced()));
    }
    move_all(conn, moves)?;
    Ok(kept)
}

/// A contact does what the rhythm asked for by that day.
fn close_met(conn: &Connection, one: &mut Planned, now: &Now) -> Result<()> {
    let (Some(said), [(id, spot), ..]) = (one.said, &one.own[..]) else { return Ok(()) };
    let on = day(said, now);
    if spot.on > on {
        return Ok(());
    }
    let state = if spot.on < on { FollowUpState::Late } else { FollowUpState::Kept };
    conn.prepare_cached("UPDATE follow_up SET state = ?2, closed_at = ?3, reason = '' WHERE id = ?1")?.execute((
        id,
        state.as_str(),
        said.timestamp(),
    ))?;
    one.own.remove(0);
    one.case.current = one.own.first().map(|(_, spot)| *spot);
    one.case.touched = one.case.touched.max(on);
    Ok(())
}

/// A follow-up that goes to another day, or stays there for another reason.
struct Move {
    id: i64,
    from: NaiveDate,
    to: Spot,
}

const MOVE: &str = "UPDATE follow_up SET due_on = ?2, reason = ?3 WHERE id = ?1";

impl Move {
    /// `?1` which, `?2` to which day, `?3` why.
    fn write(&self, statement: &mut Statement<'_>) -> Result<()> {
        statement.execute((self.id, self.to.on.to_string(), self.to.why.as_str()))?;
        Ok(())
    }
}

/// Brings the rhythm's rows of a customer to what was planned, but for one that moves; whether that changes anything.
fn put(conn: &Connection, one: &Planned, spot: Option<Spot>, moves: &mut Vec<Move>) -> Result<bool> {
    let mut changed = false;
    for (id, _) in one.own.iter().skip(usize::from(spot.is_some())) {
        conn.prepare_cached("DELETE FROM follow_up WHERE id = ?1")?.execute([id])?;
        changed = true;
    }
    let Some(spot) = spot else { return Ok(changed) };
    match one.own.first() {
        Some((_, present)) if *present == spot => Ok(changed),
        Some((id, present)) => {
            moves.push(Move { id: *id, from: present.on, to: spot });
            Ok(true)
        }
        None => {
            let sql = "INSERT INTO follow_up (customer_id, due_on, made, reason) VALUES (?1, ?2, 'cadence', ?3)";
            let customer = one.case.customer.0;
            conn.prepare_cached(sql)?.execute(params![customer, spot.on.to_string(), spot.why.as_str()])?;
            Ok(true)
        }
    }
}

fn move_all(conn: &Connection, moves: Vec<Move>) -> Result<()> {
    if moves.len() >= many::MANY {
        return many::move_all(conn, moves);
    }
    let mut row = conn.prepare_cached(MOVE)?;
    moves.iter().try_for_each(|it| it.write(&mut row))
}
