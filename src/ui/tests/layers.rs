//! Layers over the fixed board.

use super::fixture::now;
use crate::app::form::{Form, Name, Purpose, Value};
use crate::app::help::Help;
use crate::app::import::{ImportView, Preview, Sample, Stage};
use crate::app::modal::{Choice, CountryView, HistoryView, Item, Menu, Merge, MergeRow, Modal, Palette, Side};
use crate::app::paste::{Alike, PasteView, Sorting, Stage as PasteStage};
use crate::app::textbox::TextBox;
use crate::app::{
    App, ImportFrom,
    insight::Panel,
    reply::Reply,
    triage::{Decided, Triage},
};
use crate::command::{Scope, table::TABLE};
use crate::domain::{ChannelKind, Country, CustomerFields, CustomerId, Edit, Label, Op, OpId, OpState, RowChange, Say};
use crate::reference::{Lang, Words};
use chrono::Duration;

/// Every layer, with its name.
pub fn all(app: &App) -> Vec<(&'static str, Modal)> {
    let mut all = vec![
        ("form", Modal::Form(Box::new(form()))),
        ("menu", Modal::Menu(menu())),
        ("palette", Modal::Palette(palette())),
        ("help", Modal::Help(Help { scopes: vec![Scope::List, Scope::Board], top: 0 })),
        ("country", Modal::Country(CountryView { country: Country::new("DE").unwrap(), top: 0 })),
        ("history", Modal::History(history())),
        ("merge", Modal::Merge(Box::new(merge(app)))),
        ("import", Modal::Import(Box::new(import(app.lang)))),
        ("triage", Modal::Triage(Box::new(triage()))),
        ("reply", Modal::Reply(Box::new(reply()))),
        ("why", Modal::Why(Panel::default())),
        ("evidence", Modal::Evidence(Panel::default())),
        ("paste", Modal::Paste(Box::new(paste(app, false)))),
        ("paste-known", Modal::Paste(Box::new(paste(app, true)))),
        ("paste-box", Modal::Paste(Box::new(paste_box()))),
    ];
    all.extend(super::mirror::layers(app));
    all.extend(super::figures::layers(app));
    all
}

pub fn form() -> Form {
    let channel = |handle: &str, kind, primary| Value::Channel {
        id: None,
        kind,
        input: tui_input::Input::new(handle.to_owned()),
        contact: Some(0),
        primary,
        emergency: false,
    };
    let fields = vec![
        (Name::Name, Value::text("Müller Wassertechnik GmbH")),
        (Name::Country, Value::text("Germny")),
        (Name::City, Value::text("Berlin")),
        (Name::Tier, Value::Choice { at: 0, options: vec![Say::new("tier-a"), Say::new("tier-b")] }),
        (Name::Stage, Value::Choice { at: 0, options: vec![Say::new("stage-quoted")] }),
        (Name::Person, Value::text("Anna Müller")),
        (Name::Channel, channel("0151 23456789", ChannelKind::WHATSAPP, true)),
        (Name::Channel, channel("anna@mueller-wt.de", ChannelKind::EMAIL, false)),
        (Name::Tags, Value::text("pumps, fair-2026")),
        (Name::Favourite, Value::Toggle(true)),
        (Name::Requirements, Value::text("neutral cartons, no logo")),
        (Name::Notes, Value::text("")),
    ];
    let mut form = Form::new(Purpose::Customer(Box::default()), Say::new("form-new"), fields);
    form.fail(1, Say::new("form-no-such-country").with("text", "Germny"));
    form.fields[6].remark = Some(Say::new("form-reads-as").with("handle", "+49 1512 3456789"));
    form.focus = 0;
    form
}

fn triage() -> Triage {
    let mut triage = Triage::new((1..=9).map(CustomerId).collect(), 0, false);
    triage.decided.insert(CustomerId(4), Decided::Fake);
    triage
}

fn reply() -> Reply {
    Reply { customer: CustomerId(1), language: 4, channels: vec![0, 1], ..Reply::default() }
}

fn menu() -> Menu {
    let item = |key, label| Item { key, label: Say::new(label), choice: Choice::Nothing };
    let items = vec![item('i', "stage-inquiry"), item('q', "stage-quoted"), item('n', "stage-negotiation")];
    Menu { title: Say::new("menu-stage"), items, cursor: 1 }
}

fn palette() -> Palette {
    Palette { input: tui_input::Input::new("tier".to_owned()), rows: (0..TABLE.len()).collect(), cursor: 2, top: 0 }
}

fn history() -> HistoryView {
    let op = |id, minutes, key: &str, state, changes| Op {
        id: OpId(id),
        at: now().instant - Duration::minutes(minutes),
        label: Label { key: key.into(), name: "Müller Wassertechnik GmbH".into(), count: 1, detail: "A".into() },
        state,
        changes,
    };
    let change = RowChange {
        table: "customer".into(),
        row: 1,
        customer: Some((CustomerId(1), "Müller Wassertechnik GmbH".into())),
        columns: vec![
            ("tier".into(), Some("B".into()), Some("A".into())),
            ("city".into(), Some("".into()), Some("Berlin".into())),
        ],
    };
    let ops = vec![
        op(4, 3, "op-tier", OpState::Undone, 1),
        op(3, 90, "op-log", OpState::Done, 3),
        op(2, 60 * 30, "op-edit", OpState::Done, 12_345),
        op(1, 60 * 24 * 400, "op-add", OpState::Dropped, 5),
    ];
    HistoryView { customer: None, ops, loaded: true, cursor: 0, top: 0, step: Some((OpId(4), vec![change])) }
}

fn merge(app: &App) -> Merge {
    let (keep, gone) = (CustomerId(1), CustomerId(2));
    let name = |id| app.board.get(id).map(|it| it.customer.name.to_string()).unwrap_or_default();
    let row = |field, keep: &str, gone: &str, take| MergeRow { field, keep: keep.into(), gone: gone.into(), take };
    Merge {
        keep,
        gone,
        names: (name(keep), name(gone)),
        rows: vec![
            row("field-name", &name(keep), &name(gone), Side::Keep),
            row("field-city", "Berlin", "Cork", Side::Gone),
            row("field-requirements", "neutral cartons, no logo", "", Side::Keep),
        ],
        cursor: 1,
        fields: (CustomerFields::default(), CustomerFields::default()),
        waiting: false,
    }
}

fn import(lang: Lang) -> ImportView {
    let words = Words::of(lang);
    let sample = |line, action, name: &str| Sample {
        line,
        action,
        name: name.to_owned(),
        changes: vec![("City".to_owned(), "Berlin".to_owned()), ("Tier".to_owned(), "A".to_owned())],
        direction: None,
    };
    let preview = Preview {
        file: "customers.csv".to_owned(),
        mail: false,
        how: vec![],
        mapping: vec![("Company Name".to_owned(), "Name".to_owned()), ("城市".to_owned(), "City".to_owned())],
        read: 1_204,
        created: 1_000,
        updated: 150,
        unchanged: 40,
        skipped: 10,
        failed: 4,
        samples: vec![
            sample(2, "import-create", "Müller Wassertechnik GmbH"),
            sample(3, "import-update", "穆勒贸易有限公司"),
            sample(4, "import-fail", "‹nobody›"),
        ],
        problems: vec![(17, words.say(&Say::new("form-name-needed")).to_string())],
        conflicts: vec![words.say(&Say::new("form-planned-already").with("date", "3 Dec")).to_string()],
        edit: Some(Edit::Import { source: "customers.csv".into(), dossiers: vec![] }),
    };
    let from = ImportFrom { paths: vec!["customers.csv".into()], ..ImportFrom::default() };
    ImportView { from, stage: Stage::Preview(Box::new(preview)), top: 0 }
}

const PASTED: &str = "Hello, please quote 200 pcs of UV lamps, 40W, for a plant in Hamburg. We need them by March.\n\n\
    Mit freundlichen Grüßen\nAnna Schmidt\nEinkauf\nMüller Wassertechnik GmbH\nanna@mueller-wt.de\n\
    Tel: +49 30 9018200\nWhatsApp: +49 151 23456789\nHamburg, Deutschland\n";

/// A paste as it is read; `known`: beside somebody who has its address.
fn paste(app: &App, known: bool) -> PasteView {
    let reading = crate::runtime::paste::reading(PASTED, None, app.lang);
    let mut sorting = Sorting::new(reading.finds);
    sorting.left_out = vec![Say::new("paste-left-controls").with("count", 3_usize)];
    let alike = |id, why, sure| Alike { id: CustomerId(id), why, sure, said: false };
    let alike = [alike(1, "paste-likely-handle", known), alike(4, "paste-likely-company", false)];
    sorting.set_alike(&alike, None, &app.board, app.lang);
    sorting.cursor = 3;
    PasteView { stage: PasteStage::Sorting(Box::new(sorting)), note: None }
}

fn paste_box() -> PasteView {
    let stage = PasteStage::Box(TextBox::new("Omar Haddad\nNile Filters 尼罗河过滤器"));
    PasteView { stage, note: Some(Say::new("paste-clipboard-none")) }
}
