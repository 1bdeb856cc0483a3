//! Mail from bytes to an edit. The real data lie beside the repository; where they are missing the test says so and
//! passes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use chrono::{DateTime, FixedOffset, TimeZone, Utc};
use serde_json::Value;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tradewind::domain::{ChannelKind, CustomerId, Direction, Edit, Now, Stage};
use tradewind::intake::mail::{self, Mails};
use tradewind::intake::{Known, Options, Plan};
use tradewind::store::Store;

fn now() -> Now {
    Now {
        instant: DateTime::parse_from_rfc3339("2026-11-22T02:14:00Z").unwrap().to_utc(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

fn emls(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            emls(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "eml") {
            out.push(path);
        }
    }
}

/// The last header of that name, as mail programs take it.
fn header<'v>(json: &'v Value, name: &str) -> Option<&'v Value> {
    let headers = json["parts"][0]["headers"].as_array()?;
    headers.iter().rev().find(|header| header["name"] == name).map(|header| &header["value"])
}

/// The first address of a list or of a group.
fn sender(value: &Value) -> Option<(String, String)> {
    let address = &value["Address"];
    let of = |list: &Value| list.as_array()?.first().cloned();
    let first = of(&address["List"])
        .or_else(|| address["Group"].as_array()?.iter().find_map(|group| of(&group["addresses"])))?;
    let text = |key: &str| first[key].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    Some((text("name"), text("address")))
}

fn moment(value: &Value) -> Option<DateTime<Utc>> {
    let date = value.get("DateTime")?;
    let n = |key: &str| date[key].as_i64().unwrap();
    let sign = if date["tz_before_gmt"].as_bool().unwrap() { -1 } else { 1 };
    let seconds = i32::try_from(sign * (n("tz_hour") * 3600 + n("tz_minute") * 60)).unwrap();
    let part = |key: &str| u32::try_from(n(key)).unwrap();
    let zone = FixedOffset::east_opt(seconds)?;
    let local = zone.with_ymd_and_hms(
        i32::try_from(n("year")).unwrap(),
        part("month"),
        part("day"),
        part("hour"),
        part("minute"),
        part("second"),
    );
    local.single().map(|at| at.to_utc())
}

#[test]
fn every_real_mail_is_read_with_its_sender_and_date() {
    let root = std::env::var_os("TRADEWIND_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let folder = root.join("F09_mail");
    if !folder.exists() {
        println!("skipped: {} is not there", folder.display());
        return;
    }
    let expected: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("expected.json")).unwrap()).unwrap();
    let mut files = Vec::new();
    emls(&folder.join("input/eml"), &mut files);
    let (mut read, mut senders, mut dates) = (0, 0, 0);
    for file in &files {
        let json: Value = serde_json::from_str(&std::fs::read_to_string(file.with_extension("json")).unwrap()).unwrap();
        let at = file.display();
        let mails = mail::load(file, &Options::default()).unwrap_or_else(|error| panic!("{at}: {error}"));
        assert_eq!((mails.read, mails.mails.len()), (1, 1), "{at}: {:?}", mails.problems);
        read += 1;
        let mail = &mails.mails[0];
        if let Some((name, address)) = header(&json, "from").and_then(sender) {
            let from = mail.from.as_ref().unwrap_or_else(|| panic!("{at}: no sender"));
            assert_eq!((&*from.name, &*from.address), (name.trim_matches(['"', '\'', ' ']), &*address), "{at}");
            senders += 1;
        }
        if let Some(date) = header(&json, "date").and_then(moment) {
            assert_eq!(mail.at, Some(date), "{at}");
            dates += 1;
        }
    }
    println!("{read} mails read, {senders} senders, {dates} dates");
    assert_eq!(Value::from(read), expected["eml_with_json"]);
}

struct Box_ {
    _folder: TempDir,
    store: Store,
    options: Options,
}

impl Box_ {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("t.db"), &now()).unwrap();
        let options = Options { own_addresses: vec!["wind.example".into()], ..Options::default() };
        Self { _folder: folder, store, options }
    }

    fn plan(&self, mails: Mails) -> Plan {
        let mut known = Known::default();
        self.store.bundles(&mut |bundle| known.add(&bundle)).unwrap();
        let lookup = |id| self.store.bundle(id).unwrap();
        let timeline = |id| self.store.detail(id, 1000).unwrap().timeline;
        let plan =
            mail::plan(mails, &known, &lookup, &timeline, &self.options, &now(), &mut |_, _| ControlFlow::Continue(()));
        let report = &plan.report;
        let parts = [report.created, report.updated, report.unchanged, report.skipped, report.failed];
        assert_eq!(report.read, parts.iter().sum::<usize>(), "{report:?}");
        plan
    }

    fn import(&mut self, bytes: &[u8]) -> Plan {
        let plan = self.plan(mail::read_bytes("box.mbox", bytes, &self.options));
        if let Some(edit) = &plan.edit {
            self.store.commit(edit, &now()).unwrap();
        }
        plan
    }

    fn timeline(&self, address: &str) -> Vec<(Direction, String)> {
        let found = self.store.find_norm(address).unwrap();
        let [id] = found[..] else { panic!("{address}: {found:?}") };
        let detail = self.store.detail(id, 1000).unwrap();
        detail.timeline.iter().rev().map(|said| (said.direction, said.text.to_string())).collect()
    }
}

const BOX: &str = "From rosa@mar.example Mon Nov 02 10:00:00 2026
From: =?utf-8?Q?Rosa_Mu=C3=B1oz?= <Rosa@mar.example>
To: sales@wind.example
Date: Mon, 2 Nov 2026 10:00:00 +0100
Subject: =?utf-8?B?TMOhbXBhcyBVVg==?=
Message-ID: <1@mar.example>
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Necesito 500 l=E1mparas.
>From the sea.

Saludos,
Rosa Mu=F1oz
Mar S.L.

From sales@wind.example Mon Nov 02 12:00:00 2026
From: Wind <sales@wind.example>
To: Rosa <rosa@mar.example>
Cc: boss@wind.example
Date: Mon, 2 Nov 2026 20:00:00 +0800
Subject: Re: UV
Message-ID: <2@wind.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=gb2312
Content-Transfer-Encoding: base64

xPq6w6Ossai82yAxMiDDwNSqoaM=
--b
Content-Type: text/html

<p>nothing</p>
--b--

From daemon Mon Nov 02 13:00:00 2026
From: MAILER-DAEMON@mar.example
Date: Mon, 2 Nov 2026 13:00:00 +0000
Subject: Undelivered

Not delivered.

From x Mon Nov 02 14:00:00 2026
From: sales@wind.example
To: stranger@far.example
Date: Mon, 2 Nov 2026 14:00:00 +0000
Subject: Offer

Hello.
";

#[test]
fn a_box_becomes_inquiries_and_answers_and_nothing_twice() {
    let mut desk = Box_::new();
    let plan = desk.import(BOX.as_bytes());
    let report = &plan.report;
    assert_eq!((report.read, report.created, report.updated, report.skipped), (4, 1, 1, 2), "{report:?}");
    let keys: Vec<_> = report.problems.iter().map(|problem| (problem.line, problem.reason.key)).collect();
    assert_eq!(keys, [(3, "intake-mail-automatic"), (4, "intake-mail-nobody")]);
    let [id] = desk.store.find_norm("rosa@mar.example").unwrap()[..] else { panic!() };
    let customer = desk.store.bundle(id).unwrap().unwrap().customer;
    assert_eq!((&*customer.name, customer.stage, &*customer.source), ("Rosa Muñoz", Some(Stage::INQUIRY), "mail"));
    let said = desk.timeline("rosa@mar.example");
    assert_eq!(said[0].0, Direction::In);
    let first = "Lámpas UV\nNecesito 500 lámparas.\nFrom the sea.\n\n———\nSaludos,\nRosa Muñoz\nMar S.L.\nMessage-ID: <1@mar.example>";
    assert_eq!(said[0].1, first);
    assert_eq!(said[1], (Direction::Out, "Re: UV\n您好，报价 12 美元。\nMessage-ID: <2@wind.example>".into()));
    let again = desk.import(BOX.as_bytes());
    assert_eq!((again.edit, again.report.unchanged), (None, 2));
}

#[test]
fn a_known_customer_keeps_all_and_gets_the_mail() {
    let mut desk = Box_::new();
    desk.import(BOX.as_bytes());
    let more = "From: rosa@MAR.example\nDate: Tue, 3 Nov 2026 10:00:00 +0100\nSubject: and?\n\nWhen?\n\n\
        On Mon, 2 Nov 2026 Wind wrote:\n> 12 dollars\n";
    let plan = desk.import(more.as_bytes());
    assert_eq!((plan.report.updated, desk.timeline("rosa@mar.example").len()), (1, 3));
    let Some(Edit::Import { dossiers, .. }) = plan.edit else { panic!() };
    assert_eq!((dossiers.len(), dossiers[0].id), (1, Some(CustomerId(1))));
    // Without a Message-ID it is known by time and words.
    let again = desk.import(more.as_bytes());
    assert_eq!((again.edit, again.report.unchanged), (None, 1));
    let undated = "From: rosa@mar.example\nSubject: no date\n\nHello?\n";
    assert_eq!(desk.import(undated.as_bytes()).report.problems[0].reason.key, "intake-mail-no-date");
    assert_eq!(desk.import(undated.as_bytes()).edit, None);
}

#[test]
fn without_own_addresses_all_is_incoming_and_that_is_said() {
    let mut desk = Box_::new();
    desk.options.own_addresses.clear();
    let plan = desk.import(BOX.as_bytes());
    assert_eq!((plan.report.created, plan.report.updated, plan.report.skipped), (2, 1, 1));
    assert_eq!(plan.report.problems[0].reason.key, "intake-mail-own");
}

#[test]
fn a_maildir_is_read_whole() {
    let folder = tempfile::tempdir().unwrap();
    for (place, name) in [("cur", "1:2,S"), ("new", "2"), ("tmp", "3")] {
        std::fs::create_dir(folder.path().join(place)).unwrap();
        let text = format!("From: {name}@a.example\nSubject: s\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\nHello\n");
        std::fs::write(folder.path().join(place).join(name), text.replace(":2,S@", "@")).unwrap();
    }
    assert!(mail::is_mail(folder.path()));
    let mails = mail::load(folder.path(), &Options::default()).unwrap();
    let senders: Vec<&str> = mails.mails.iter().map(|mail| &*mail.from.as_ref().unwrap().address).collect();
    assert_eq!(senders, ["1@a.example", "2@a.example"]);
}

#[test]
fn mail_is_told_from_tables() {
    let folder = tempfile::tempdir().unwrap();
    let is = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        mail::is_mail(&path)
    };
    assert!(is("a.eml", "x"));
    assert!(is("b", BOX));
    assert!(is("c.txt", "Return-Path: <a@b.example>\nReceived: from x\n by y\nFrom: a@b.example\n\nHello"));
    assert!(!is("d.csv", "From,To\na,b\n"));
    assert!(!is("e.txt", "Name: Anna\nFrom: Germany\n"));
    assert!(!is("f.txt", "Name\tE-mail\nAnna\ta@b.example\n"));
}

#[test]
fn bombs_and_rubbish_do_no_harm_and_say_so() {
    let head = "From: a@b.example\nDate: Mon, 2 Nov 2026 10:00:00 +0000\nSubject: s\n";
    let one = |text: String| mail::read_bytes("m.eml", text.as_bytes(), &Options::default());
    // A nest of multiparts, a hundred thousand deep.
    let mut nest = head.to_owned();
    for n in 0..100_000 {
        nest.push_str(&format!("Content-Type: multipart/mixed; boundary=\"b{n}\"\n\n--b{n}\n"));
    }
    let mails = one(nest);
    assert_eq!((mails.failed, mails.problems[0].reason.key), (1, "intake-mail-parts"));
    // A nest of messages.
    let nest = format!("{head}{}", "Content-Type: message/rfc822\n\n".repeat(100_000));
    let mails = one(nest);
    assert_eq!((mails.mails.len(), mails.problems[0].reason.key), (1, "intake-mail-nested"));
    // Encoded, where its depth cannot be seen.
    let inner = "Content-Type: message/rfc822\n\n".repeat(100_000);
    let encoded = format!("{head}Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n{inner}");
    assert_eq!(one(encoded).mails.len(), 1);
    // One below the limit of size and one above.
    let big = format!("{head}\n{}", "All work and no play. ".repeat(29 * 1024 * 1024 / 22));
    let mails = one(big);
    assert_eq!((mails.mails.len(), mails.problems[0].reason.key), (1, "intake-mail-cut"));
    assert!(mails.mails[0].full.len() <= mail::MAX_TEXT);
    let huge = format!("{head}\n{}", "x".repeat(31 * 1024 * 1024));
    assert_eq!(one(huge).problems[0].reason.key, "intake-mail-too-big");
    for rubbish in ["", "\0\0\0\0", "hello", "From \n", "\u{feff}", ":\n:\n"] {
        let mails = one(rubbish.into());
        assert_eq!((mails.read, mails.failed), (1, 1), "{rubbish:?}");
    }
    // Escape sequences are text; whoever shows it makes it harmless.
    let escapes = one(format!("{head}\n\u{1b}]0;owned\u{7}\u{1b}[2J\u{202e}evil\0"));
    let text = escapes.mails[0].text();
    assert!(text.contains("evil") && !text.contains('\0'));
    assert!(!tradewind::domain::Safe::new(&text).as_str().contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn an_inquiry_sent_on_by_a_platform_is_its_buyers() {
    let mut desk = Box_::new();
    let text = "From: Platform <noreply@platform.example>\nReply-To: Omar <omar@nile.example>\n\
        Date: Mon, 2 Nov 2026 10:00:00 +0000\nSubject: Inquiry\n\nHello\n";
    assert_eq!(desk.import(text.as_bytes()).report.created, 1);
    let [id] = desk.store.find_norm("omar@nile.example").unwrap()[..] else { panic!() };
    let bundle = desk.store.bundle(id).unwrap().unwrap();
    assert_eq!((&*bundle.customer.name, bundle.channels[0].kind), ("Omar", ChannelKind::EMAIL));
}

/// The box as a whole: what harms is left out with its reason, and what stands around it goes in.
#[test]
fn a_box_with_bombs_in_it_gives_up_the_rest() {
    let head = |n: usize| {
        format!("From x Mon Nov 02 10:00:00 2026\nFrom: buyer{n}@far.example\nDate: Mon, 2 Nov 2026 10:00:0{n} +0000\n")
    };
    let mut text = format!("{}Subject: one\n\nFirst.\n\n", head(1));
    text.push_str(&format!("{}Subject: bomb\n", head(2)));
    (0..30_000).for_each(|n| {
        text.push_str(&format!("Content-Type: multipart/mixed; boundary=\"b{n}\"\n\n--b{n}\n"));
    });
    text.push_str(&format!("\n{}Subject: big\n\n{}\n\n", head(3), "All work and no play. \n".repeat(31 << 16)));
    text.push_str(&format!(
        "{}Subject: \u{1b}]0;owned\u{7}\u{202e}evil\n\n\u{1b}[2J\u{1b}[31mPay now\u{9b}31m\n\n",
        head(4)
    ));
    text.push_str("From x Mon Nov 02 10:00:00 2026\nno header at all, only noise\n\n");
    text.push_str(
        "From x Mon Nov 02 10:00:00 2026\nFrom: =?utf-8?B?broken\nDate: yesterday, perhaps\n\
         Content-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: base64\n\n@@@ not base64 @@@\n\n",
    );
    text.push_str(&format!("{}Subject: last\n\nLast.\n", head(5)));
    let mut desk = Box_::new();
    let plan = desk.import(text.as_bytes());
    let report = &plan.report;
    assert_eq!(report.read, 7, "{report:?}");
    for address in ["buyer1@far.example", "buyer4@far.example", "buyer5@far.example"] {
        assert_eq!(desk.timeline(address).len(), 1, "{address}");
    }
    assert!(desk.store.find_norm("buyer2@far.example").unwrap().is_empty());
    let lines: Vec<(usize, &str)> = report.problems.iter().map(|problem| (problem.line, problem.reason.key)).collect();
    for expected in [(2, "intake-mail-parts"), (3, "intake-mail-too-big"), (5, "intake-mail-none")] {
        assert!(lines.contains(&expected), "{expected:?}: {lines:?}");
    }
    let said = desk.timeline("buyer4@far.example").remove(0).1;
    let shown = tradewind::domain::Safe::new(&said);
    assert!(shown.as_str().contains("Pay now") && !shown.as_str().contains(['\u{1b}', '\u{202e}', '\u{9b}', '\u{7}']));
    assert_eq!(desk.import(text.as_bytes()).edit, None, "and nothing twice");
}

#[test]
fn a_folder_of_messages_is_read_and_another_is_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("notes.txt"), "nothing").unwrap();
    let error = mail::load(folder.path(), &Options::default()).unwrap_err();
    assert_eq!(error.say().key, "intake-error-no-mail");
    for name in ["b.eml", "a.EML"] {
        let text = format!("From: {name}@a.example\nSubject: s\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\nHello\n");
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let mails = mail::load(folder.path(), &Options::default()).unwrap();
    assert_eq!(mails.mails.len(), 2);
}
