//! What the history says of a change, in words.

use super::{fixture, shown};
use crate::app::modal::{HistoryView, Modal};
use crate::domain::{CustomerId, RowChange, Text};
use crate::reference::{Lang, Words};

/// The columns of every migration.
fn columns() -> impl Iterator<Item = &'static str> {
    let sql =
        [include_str!("../../../assets/migrations/0001.sql"), include_str!("../../../assets/migrations/0002.sql")];
    let of_people = |line: &&str| line.starts_with("    ") || line.starts_with("ALTER TABLE");
    sql.into_iter().flat_map(str::lines).filter(of_people).filter_map(|line| {
        let line = line.split("ADD COLUMN").last()?.trim();
        let (name, rest) = line.split_once(char::is_whitespace)?;
        ["TEXT", "INTEGER"].iter().any(|kind| rest.trim().starts_with(kind)).then_some(name)
    })
}

#[test]
fn every_column_has_a_name_in_both_languages() {
    // Row numbers and the log's own; what nobody is shown.
    const INNER: &str = "id customer_id contact_id order_id position created_at closed_at norm identity \
        ulid label args first_seq last_seq seq op tbl pk customer old new last_pk cause";
    assert!(columns().count() > 40);
    for column in columns().filter(|column| !INNER.split_whitespace().any(|inner| inner == *column)) {
        let name = column.replace('_', "-");
        for lang in Lang::ALL {
            let known = [format!("field-{name}"), format!("column-{name}")].iter().any(|key| Words::of(lang).has(key));
            assert!(known, "{column} has no name in {}", lang.tag());
        }
    }
}

#[test]
fn a_change_is_told_in_words() {
    let set = |name: &str, value: &str| (Text::from(name), None, Some(Text::from(value)));
    let change = RowChange {
        table: "follow_up".into(),
        customer: Some((CustomerId(1), "Müller".into())),
        columns: vec![
            set("due_on", "2026-12-01"),
            set("state", "open"),
            set("made", "hand"),
            set("country", "DE"),
            set("kind", "email"),
            set("tags", "[\"uv\",\"fair 2026\"]"),
            set("language", "ms"),
        ],
        row: 1,
    };
    for (lang, words) in [
        (Lang::En, ["1 Dec 2026", "open", "by hand", "Germany", "E-mail", "uv, fair 2026", "Malay"]),
        (Lang::Zh, ["2026年12月1日", "待办", "手工安排", "德国", "电子邮件", "uv, fair 2026", "马来语"]),
    ] {
        let mut app = fixture::app((120, 40), lang);
        let modals = super::layers::all(&app).into_iter().map(|(_, modal)| modal);
        app.modals = modals.filter(|modal| matches!(modal, Modal::History(_))).take(1).collect();
        if let Some(Modal::History(HistoryView { step: Some((_, rows)), .. })) = app.modals.last_mut() {
            *rows = vec![change.clone()];
        }
        let seen = shown(&app);
        for word in words {
            assert!(seen.contains(&format!("→ {word}")), "{word} in {seen}");
        }
    }
}
