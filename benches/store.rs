//! What the file costs, each beside the plain SQLite doing the same in the same run: `cargo bench --bench store`.
//! `TRADEWIND_BENCH_ROWS` sets the customers (default 100,000; channels twice, interactions three times as many).

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::let_underscore_must_use)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};
use tradewind::{domain::*, store::Store};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    // `cargo test --benches` only asks whether it starts.
    if std::env::args().any(|arg| arg == "--test") {
        return Ok(());
    }
    let rows = std::env::var("TRADEWIND_BENCH_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir_in(std::env::var("TRADEWIND_BENCH_DIR").unwrap_or_else(|_| "/tmp".to_owned()))?;
    println!("{rows} customers, {}, SQLite {}", folder.path().display(), rusqlite::version());
    let only = std::env::var("TRADEWIND_BENCH_ONLY").unwrap_or_default();
    if only == "rhythm" {
        return rhythm(folder.path(), rows);
    }
    for rows in [rows / 10, rows, rows * 3] {
        whole_import(folder.path(), rows)?;
    }
    import(folder.path(), rows / 10)?;
    let file = import(folder.path(), rows)?;
    if only == "import" {
        return Ok(());
    }
    fill(&file, rows)?;
    println!("file: {} MB", fs::metadata(&file)?.len() / 1_000_000);
    let small = board(folder.path(), 1_000)?;
    start(&small, 1_000)?;
    start(&file, rows)?;
    whole(&file)?;
    one_tier(folder.path(), &file)?;
    bulk(&file)?;
    rhythm(folder.path(), rows)?;
    if only == "keep" {
        println!("{}", folder.keep().display());
    }
    Ok(())
}

fn now() -> Now {
    Now {
        instant: chrono::DateTime::from_timestamp(1_795_314_840, 0).unwrap_or_default(),
        zone: "Asia/Shanghai".into(),
        offset: chrono::FixedOffset::east_opt(8 * 3600).unwrap_or(chrono::FixedOffset::east_opt(0).unwrap()),
    }
}

/// A customer with a person and two channels, as a file of customers has them.
fn dossier(n: usize) -> Dossier {
    let scattered = n.wrapping_mul(2_654_435_761) % 1_000_000;
    let channel = |kind, handle: String| ChannelDraft {
        id: None,
        contact: Some(0),
        kind,
        handle: handle.as_str().into(),
        norm: handle.into(),
        primary: false,
        emergency: false,
    };
    Dossier {
        fields: CustomerFields {
            name: format!("Kunde {scattered} {n} GmbH").into(),
            country: Country::new("DE"),
            city: "Hamburg".into(),
            tier: Tier::ALL[n % 4],
            stage: Some(Stage::DEFAULT[n % 8]),
            source: "rows.csv".into(),
            notes: "imported row".into(),
            ..CustomerFields::default()
        },
        contacts: vec![ContactDraft { id: None, name: format!("Anna Muster {n}").into(), role: "buyer".into() }],
        channels: vec![
            channel(ChannelKind::EMAIL, format!("anna{n}@kunde{n}.example.com")),
            channel(ChannelKind::PHONE, format!("+49151{n:08}")),
        ],
        ..Dossier::default()
    }
}

/// The same rows as a file, for `.import`.
fn write_csv(path: &Path, rows: usize) -> Result<(), Failure> {
    let mut text = String::from("name,company,country,city,tier,contact name,role,email,phone,notes\n");
    for n in 0..rows {
        let d = dossier(n);
        text.push_str(&format!(
            "{},,DE,Hamburg,{},Anna Muster {n},buyer,{},{},imported row\n",
            d.fields.name, d.fields.tier, d.channels[0].handle, d.channels[1].handle
        ));
    }
    Ok(fs::write(path, text)?)
}

fn shell(file: &Path, commands: &[&str]) -> Result<Duration, Failure> {
    let start = Instant::now();
    let status = Command::new("sqlite3").arg(file).args(commands).stdout(std::process::Stdio::null()).status()?;
    if !status.success() {
        return Err("sqlite3 failed".into());
    }
    Ok(start.elapsed())
}

fn best(times: usize, mut run: impl FnMut() -> Result<Duration, Failure>) -> Result<Duration, Failure> {
    let mut all = (0..times).map(|_| run()).collect::<Result<Vec<_>, _>>()?;
    all.sort();
    Ok(all[all.len() / 2])
}

fn timed<T>(run: impl FnOnce() -> Result<T, Failure>) -> Result<(Duration, T), Failure> {
    let start = Instant::now();
    let made = run()?;
    Ok((start.elapsed(), made))
}

fn line(what: &str, ours: Duration, theirs: Duration) {
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    println!("{what:<44} {:>9.1} ms  sqlite3 {:>9.1} ms  ratio {ratio:.2}", ms(ours), ms(theirs));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The program itself on a new file beside `.import` into one plain table, in turns; the best of each, because whatever
/// else the machine does only adds.
fn whole_import(folder: &Path, rows: usize) -> Result<(), Failure> {
    let csv = folder.join("rows.csv");
    write_csv(&csv, rows)?;
    let (plain, place) = (folder.join("plain.db"), folder.join("whole"));
    let mut fastest = (Duration::MAX, Duration::MAX);
    for _ in 0..7 {
        let _ = fs::remove_file(&plain);
        let _ = fs::remove_dir_all(&place);
        let theirs = shell(&plain, &[".mode csv", &format!(".import {} t", csv.display())])?;
        let ours = timed(|| {
            let mut program = Command::new(env!("CARGO_BIN_EXE_tradewind"));
            program.arg("--db").arg(place.join("trade.db")).args(["--now", "2026-11-22T02:14:00Z", "--lang", "en"]);
            let out = program.args(["import", "--json", "--as", "customers"]).arg(&csv).output()?;
            let counts = format!("\"created\":{rows},\"failed\":0");
            assert!(out.status.success() && String::from_utf8_lossy(&out.stdout).contains(&counts), "{out:?}");
            Ok(())
        })?;
        fastest = (fastest.0.min(ours.0), fastest.1.min(theirs));
    }
    line(&format!("import {rows}, all of it"), fastest.0, fastest.1);
    Ok(())
}

fn import(folder: &Path, rows: usize) -> Result<PathBuf, Failure> {
    let csv = folder.join("rows.csv");
    write_csv(&csv, rows)?;
    let theirs = best(3, || {
        let plain = folder.join("plain.db");
        let _ = fs::remove_file(&plain);
        shell(&plain, &[".mode csv", &format!(".import {} t", csv.display())])
    })?;
    let dossiers = (0..rows).map(dossier).collect::<Vec<_>>();
    let edit = Edit::Import { source: "rows.csv".into(), dossiers };
    let file = folder.join(format!("trade{rows}.db"));
    let ours = best(3, || {
        let _ = fs::remove_file(&file);
        let mut store = Store::open(&file, &now())?;
        Ok(timed(|| Ok(store.commit(&edit, &now())?))?.0)
    })?;
    line(&format!("import {rows} (store's share)"), ours, theirs);
    Ok(file)
}

fn board(folder: &Path, rows: usize) -> Result<PathBuf, Failure> {
    let file = folder.join(format!("trade{rows}.db"));
    let dossiers = (0..rows).map(dossier).collect();
    Store::open(&file, &now())?.commit(&Edit::Import { source: "rows.csv".into(), dossiers }, &now())?;
    fill(&file, rows)?;
    Ok(file)
}

/// Three interactions and one follow-up each, let in by the door that undo uses.
fn fill(file: &Path, rows: usize) -> Result<(), Failure> {
    let conn = rusqlite::Connection::open(file)?;
    conn.execute_batch(&format!(
        "BEGIN; UPDATE log_state SET op = 0;
         INSERT INTO interaction (customer_id, at, direction, kind, text)
           WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {rows} * 3 - 1)
           SELECT 1 + i * 7919 % {rows}, 1790000000 + i, iif(i % 3, 'out', 'in'), 'email', 'Price for 500 pieces CIF?' FROM n;
         INSERT INTO follow_up (customer_id, due_on, note)
           SELECT id, date('2026-11-22', (id % 60 - 10) || ' days'), 'call' FROM customer;
         UPDATE log_state SET op = NULL; COMMIT;"
    ))?;
    Ok(())
}

fn start(file: &Path, rows: usize) -> Result<(), Failure> {
    let theirs = best(9, || shell(file, &["select count(*) from customer; select * from customer limit 50"]))?;
    let ours = best(9, || {
        Ok(timed(|| {
            let store = Store::open(file, &now())?;
            let page = store.first_page(100, &now())?;
            assert_eq!(page.bundles.len(), 100);
            Ok(())
        })?
        .0)
    })?;
    line(&format!("open + first page of {rows}"), ours, theirs);
    Ok(())
}

fn whole(file: &Path) -> Result<(), Failure> {
    let store = Store::open(file, &now())?;
    let time = best(5, || {
        Ok(timed(|| {
            let mut count = 0;
            store.bundles(&mut |bundle| count += bundle.channels.len())?;
            Ok(count)
        })?
        .0)
    })?;
    println!("{:<44} {:>9.1} ms", "every bundle", ms(time));
    Ok(())
}

fn one_tier(folder: &Path, file: &Path) -> Result<(), Failure> {
    let plain = folder.join("copy.db");
    fs::copy(file, &plain)?;
    shell(&plain, &["UPDATE log_state SET op = 0; UPDATE customer SET tier = 'C' WHERE id = 500"])?;
    let mut tier = ["A", "B"].into_iter().cycle();
    // The shell's own share, start and end of a process, is taken off.
    let empty = best(9, || shell(&plain, &["SELECT 1"]))?;
    let theirs = best(15, || {
        let tier = tier.next().unwrap_or_default();
        let sql = format!("UPDATE customer SET tier = '{tier}' WHERE id = 500");
        Ok(shell(&plain, &["PRAGMA synchronous = EXTRA", &sql])?.saturating_sub(empty))
    })?;
    let mut store = Store::open(file, &now())?;
    let mut tiers = [Tier::A, Tier::B].into_iter().cycle();
    let ours = best(15, || {
        let tier = tiers.next().unwrap_or_default();
        Ok(timed(|| Ok(store.commit(&Edit::SetTier { customers: vec![CustomerId(500)], tier }, &now())?))?.0)
    })?;
    line("one tier, durable", ours, theirs);
    let undo = timed(|| Ok(store.undo(&now())?))?.0;
    println!("{:<44} {:>9.1} ms", "undo of it", ms(undo));
    Ok(())
}

/// What the rhythm adds to an import, and all of a plan made anew.
fn rhythm(folder: &Path, rows: usize) -> Result<(), Failure> {
    let dossiers = (0..rows).map(dossier).collect::<Vec<_>>();
    let edit = Edit::Import { source: "rows.csv".into(), dossiers };
    for (name, rules) in [("import without the rhythm", None), ("import with it", Some(rules::Rules::default()))] {
        let file = folder.join(if rules.is_some() { "rhythm.db" } else { "without.db" });
        let store = Store::open(&file, &now())?;
        let mut store = match &rules {
            Some(rules) => store.planning(rules.clone()),
            None => store,
        };
        let (time, _) = timed(|| Ok(store.commit(&edit, &now())?))?;
        println!("{name:<44} {:>9.1} ms", ms(time));
    }
    let usual = rules::Rules::default();
    let slower = rules::Rules { cadence: [9, 18, 40, 40], latest: [13, 27, 60, 60], stages: vec![], ..usual };
    let mut store = Store::open(&folder.join("rhythm.db"), &now())?.planning(slower);
    let (time, changes) = timed(|| Ok(store.commit(&Edit::Rhythm, &now())?))?;
    let moved = changes.op.map_or(0, |(_, label)| label.count);
    println!("{:<44} {:>9.1} ms  {moved} moved", "a new cadence, all planned anew, one op", ms(time));
    for (name, back) in [("undo of it", true), ("redo of it", false)] {
        let (time, _) = timed(|| Ok(if back { store.undo(&now())? } else { store.redo(&now())? }))?;
        println!("{name:<44} {:>9.1} ms", ms(time));
    }
    let (time, _) = timed(|| Ok(store.commit(&Edit::Rhythm, &now())?))?;
    println!("{:<44} {:>9.1} ms", "the same again, nothing to move", ms(time));
    let customers = (1..=10_000).map(CustomerId).collect::<Vec<_>>();
    let (time, _) = timed(|| Ok(store.commit(&Edit::SetTier { customers, tier: Tier::A }, &now())?))?;
    println!("{:<44} {:>9.1} ms", "10,000 marked to a tier, planned with it", ms(time));
    let (time, _) = timed(|| Ok(store.undo(&now())?))?;
    println!("{:<44} {:>9.1} ms", "undo of it", ms(time));
    Ok(())
}

fn bulk(file: &Path) -> Result<(), Failure> {
    let mut store = Store::open(file, &now())?;
    let customers = (1..=10_000).map(CustomerId).collect::<Vec<_>>();
    for tier in [Tier::A, Tier::B, Tier::C] {
        let edit = Edit::SetTier { customers: customers.clone(), tier };
        let (time, changes) = timed(|| Ok(store.commit(&edit, &now())?))?;
        println!("{:<44} {:>9.1} ms  {} touched", "10,000 marked, one op", ms(time), changes.customers.len());
        let (time, changes) = timed(|| Ok(store.undo(&now())?))?;
        println!("{:<44} {:>9.1} ms  {} touched", "undo of it", ms(time), changes.customers.len());
        let (time, _) = timed(|| Ok(store.redo(&now())?))?;
        println!("{:<44} {:>9.1} ms", "redo of it", ms(time));
    }
    Ok(())
}
