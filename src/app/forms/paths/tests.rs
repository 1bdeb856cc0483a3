use super::{one, read, written};
use std::path::{Path, PathBuf};

fn of(text: &str) -> Vec<String> {
    read(text).into_iter().map(|path| path.display().to_string()).collect()
}

#[test]
fn one_file_whatever_its_spaces() {
    assert_eq!(of("orders.csv"), ["orders.csv"]);
    assert_eq!(of("  ~/Down loads/my orders 2026.csv "), ["~/Down loads/my orders 2026.csv"]);
    assert_eq!(of("'/home/me/my orders.csv'"), ["/home/me/my orders.csv"]);
    assert_eq!(of(r"/home/me/my\ orders.csv "), ["/home/me/my orders.csv"]);
    assert_eq!(of("Maildir folder"), ["Maildir folder"]);
    assert_eq!(of("Tom's list.csv"), ["Tom's list.csv"]);
    assert_eq!(of(r"C:\Users\me\orders.xlsx"), [r"C:\Users\me\orders.xlsx"]);
    assert!(of("  ").is_empty());
    assert_eq!(one("my orders.csv lines.csv"), Path::new("my orders.csv lines.csv"));
    assert_eq!(one("'a b.csv'"), Path::new("a b.csv"));
}

#[test]
fn several_files_as_typed_and_as_dropped() {
    assert_eq!(of("orders.csv lines.csv"), ["orders.csv", "lines.csv"]);
    assert_eq!(of("my orders.csv my lines.CSV"), ["my orders.csv", "my lines.CSV"]);
    assert_eq!(of("'/a/b c.csv' '/a/d.csv'"), ["/a/b c.csv", "/a/d.csv"]);
    assert_eq!(of(r"/a/b\ c.csv /a/d\ e.xlsx"), ["/a/b c.csv", "/a/d e.xlsx"]);
    assert_eq!(of("'/a/it'\\''s.csv' b.csv"), ["/a/it's.csv", "b.csv"]);
}

#[test]
fn what_is_written_is_read_again() {
    for paths in [vec!["a b.csv"], vec!["a b.csv", "it's c.csv", "d.xlsx"]] {
        let paths: Vec<PathBuf> = paths.into_iter().map(PathBuf::from).collect();
        assert_eq!(read(&written(&paths)), paths);
    }
}
