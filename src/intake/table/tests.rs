use super::*;

fn rows(text: &str, delimiter: Delimiter) -> Vec<Vec<String>> {
    let grid = read("x", text, delimiter).unwrap();
    grid.rows.iter().map(|row| row.cells.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn delimiters_are_seen() {
    for (text, wanted) in [
        ("a,b\n1,2\n", Delimiter::Char(b',')),
        ("a;b\n1,5;2,5\n3,5;4\n", Delimiter::Char(b';')),
        ("a\tb, c\n1\t2\n", Delimiter::Char(b'\t')),
        ("a|b\n1|2\n", Delimiter::Char(b'|')),
        ("sep=;\na,b;c\n", Delimiter::Char(b';')),
        ("Name      City\nAnna M.   Berlin\n", Delimiter::Spaces),
        ("Anna Müller\nBob Smith\n", Delimiter::Char(b',')),
        ("Customers, as of May\nname;city\nAnna;Berlin\nBob;Paris\n", Delimiter::Char(b';')),
        ("", Delimiter::Char(b',')),
    ] {
        assert_eq!(sniff(text), wanted, "{text}");
    }
    assert_eq!(Delimiter::parse("tab"), Some(Delimiter::Char(b'\t')));
    assert_eq!(Delimiter::parse("spaces"), Some(Delimiter::Spaces));
    assert_eq!((Delimiter::parse("a"), Delimiter::parse("\"")), (None, None));
}

#[test]
fn cells_quotes_and_lines() {
    let comma = Delimiter::Char(b',');
    assert_eq!(
        rows("a, \"b, c\" ,\"d \"\"e\"\"\"\r\n1\r2,3,4,5\n\n", comma),
        [vec!["a", "b, c", "d \"e\""], vec!["1"], vec!["2", "3", "4", "5"],]
    );
    assert_eq!(rows("\"say \"hi\" now\",x\n", comma), [["say \"hi\" now", "x"]]);
    assert_eq!(rows("a  b c   d\n1 x  2  3\n", Delimiter::Spaces), [["a", "b c", "d"], ["1 x", "2", "3"]]);
    assert_eq!(rows("a b\n1 \"2 3\"\n", Delimiter::Spaces), [["a", "b"], ["1", "2 3"]]);
    let lines: Vec<usize> = read("x", "a\n\"b\nc\"\nd\n", comma).unwrap().rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [1, 2, 4]);
}
