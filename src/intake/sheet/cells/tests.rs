use super::*;
use csv::StringRecord;

#[test]
fn every_row_keeps_its_cells_whatever_page_they_lie_on() {
    let wide = "x".repeat(PAGE / 3);
    let rows: Vec<Vec<&str>> = vec![
        vec!["a", "", "b"],
        vec![&wide],
        vec![],
        vec![&wide, "穆勒"],
        vec!["", ""],
        vec![&wide, &wide, &wide, &wide],
        vec!["z"],
    ];
    let mut all = Rows::default();
    assert!(all.is_empty());
    for (line, row) in rows.iter().enumerate() {
        all.push(line, &StringRecord::from(row.clone()));
        assert!(!all.is_empty());
    }
    let read = all.finish();
    for (line, (row, read)) in rows.iter().zip(&read).enumerate() {
        assert_eq!((line, row.len(), row.is_empty()), (read.line, read.cells.len(), read.cells.is_empty()));
        assert!(read.cells.iter().eq(row.iter().copied()), "{line}");
        assert_eq!((read.cell(row.len()), read.cells.get(row.len())), ("", None));
    }
    assert_eq!(rows.len(), read.len());
    assert_eq!(read[0].cells, Rows::default().then(&["a", "", "b"]));
    assert_ne!(read[0].cells, read[6].cells);
}

impl Rows {
    fn then(mut self, cells: &[&str]) -> Cells {
        self.push(1, &StringRecord::from(cells.to_vec()));
        self.finish().remove(0).cells
    }
}
