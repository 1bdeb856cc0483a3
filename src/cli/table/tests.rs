use super::*;

fn written(table: &Table, colour: bool, width: Option<usize>) -> String {
    let mut out = Vec::new();
    table.write(&mut out, colour, width).unwrap();
    String::from_utf8(out).unwrap()
}

fn plain(cells: &[&str]) -> Vec<(Safe, Tint)> {
    cells.iter().map(|text| (Safe::new(text), Tint::Plain)).collect()
}

#[test]
fn columns_stay_straight_with_wide_cells() {
    let mut table = Table::new().right(&[0]);
    table.row(plain(&["1", "义乌贸易", "CN"]));
    table.row(plain(&["12", "Acme", "US"]));
    table.row(plain(&["3", "", "DE"]));
    assert_eq!(written(&table, false, None), " 1  义乌贸易  CN\n12  Acme      US\n 3            DE\n");
}

#[test]
fn nothing_stands_behind_the_last_cell() {
    let mut table = Table::new();
    table.row(plain(&["a", "bbb", ""]));
    table.row(plain(&["aaaa", "", ""]));
    assert_eq!(written(&table, false, None), "a     bbb\naaaa\n");
}

#[test]
fn the_flexible_column_gives_way() {
    let mut table = Table::new().flexible(0);
    table.row(plain(&["a name that is much too long", "US"]));
    table.row(plain(&["义乌义乌义乌义乌义乌义乌", "CN"]));
    assert_eq!(written(&table, false, Some(22)), "a name that is mu…  US\n义乌义乌义乌义乌…   CN\n");
}

#[test]
fn colours_come_only_when_wanted() {
    let mut table = Table::new();
    table.row([(Safe::new("A"), Tint::of_tier(Tier::A))]);
    assert_eq!(written(&table, true, None), "\u{1b}[31mA\u{1b}[0m\n");
    assert_eq!(written(&table, false, None), "A\n");
}
