//! The README's key table is made from the command table. `TRADEWIND_BLESS=1 cargo test --test readme` writes it anew.

use std::fmt::Write;
use tradewind::command::{Group, Scope, table::TABLE};
use tradewind::reference::{Lang, Words};

const BEGIN: &str = "<!-- keys: made by tests/readme.rs -->\n";
const END: &str = "<!-- /keys -->";

fn place(scopes: &[Scope]) -> String {
    if scopes.contains(&Scope::Board) {
        return "board".to_owned();
    }
    let names = scopes.iter().map(|scope| format!("{scope:?}").to_lowercase());
    names.collect::<Vec<_>>().join(", ")
}

fn table() -> String {
    let words = Words::of(Lang::En);
    let mut out = String::new();
    for group in Group::ALL {
        write!(out, "\n**{}**\n\n| keys | what | where |\n|---|---|---|\n", words.get(group.key())).unwrap();
        for row in TABLE.iter().filter(|row| row.group == group) {
            let keys: Vec<String> = row.keys.iter().map(|keys| format!("`{}`", keys.replace('|', "\\|"))).collect();
            let keys = if keys.is_empty() { "`:`".to_owned() } else { keys.join(" ") };
            let about = words.get(&format!("cmd-{}-about", row.slug));
            writeln!(out, "| {keys} | {about} | {} |", place(row.scopes)).unwrap();
        }
    }
    out.push('\n');
    out
}

#[test]
fn the_key_table_is_the_command_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let (head, rest) = readme.split_once(BEGIN).expect("README.md has the table's first mark");
    let (there, tail) = rest.split_once(END).expect("README.md has the table's last mark");
    let made = table();
    if std::env::var_os("TRADEWIND_BLESS").is_some() {
        std::fs::write(path, format!("{head}{BEGIN}{made}{END}{tail}")).unwrap();
        return;
    }
    assert!(there == made, "README.md's key table is old: TRADEWIND_BLESS=1 cargo test --test readme writes it anew");
}
