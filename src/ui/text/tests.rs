use super::*;

fn row(cells: u16, draw: impl FnOnce(&mut Pen<'_>)) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, cells, 1));
    let area = buffer.area;
    draw(&mut Pen::new(&mut buffer, area, 0));
    (0..cells).map(|x| buffer[(x, 0)].symbol().to_owned()).collect()
}

#[test]
fn cuts_by_cells_and_never_inside_a_grapheme() {
    let style = Style::default();
    assert_eq!(
        row(6, |pen| {
            pen.cell("Müller Wasser", 6, style);
        }),
        "Mülle…"
    );
    // Two cells for a wide character, the second one empty.
    assert_eq!(
        row(6, |pen| {
            pen.cell("义乌市场", 6, style);
        }),
        "义 乌 … "
    );
    assert_eq!(
        row(5, |pen| {
            pen.cell("义乌", 5, style).put("x", style);
        }),
        "义 乌  "
    );
    assert_eq!(
        row(4, |pen| {
            pen.cell("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", 4, style);
        }),
        "e\u{301}e\u{301}e\u{301}…"
    );
}

#[test]
fn puts_to_the_right_and_to_the_end() {
    let style = Style::default();
    assert_eq!(
        row(6, |pen| {
            pen.cell_right("6d", 4, style).put("x", style);
        }),
        "  6dx "
    );
    assert_eq!(
        row(6, |pen| {
            pen.put("ab", style).end_with("z", style);
        }),
        "ab   z"
    );
    assert_eq!(
        row(3, |pen| {
            pen.put("ab", style).end_with("zz", style);
        }),
        "ab "
    );
}

#[test]
fn hostile_text_is_seen_and_counted() {
    assert_eq!(width("a\u{202e}b"), 8);
    assert_eq!(
        row(8, |pen| {
            pen.put("a\u{202e}b", Style::default());
        }),
        "a‹202E›b"
    );
}

#[test]
fn breaks_lines_at_spaces_or_anywhere() {
    assert_eq!(wrap("plans a follow-up today", 10, 9), ["plans a", "follow-up", "today"]);
    assert_eq!(wrap("今天很清闲按键", 6, 9), ["今天很", "清闲按", "键"]);
    assert_eq!(wrap("aaaaaaaa", 3, 2), ["aaa", "aaa"]);
    assert_eq!(wrap("", 3, 2), Vec::<String>::new());
}

#[test]
fn numbers_have_their_thousands_apart() {
    assert_eq!([0, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
}

#[test]
fn a_typed_line_scrolls_with_its_cursor() {
    let typed = Input::new("0123456789".to_owned());
    let mut at = Position::ORIGIN;
    assert_eq!(row(6, |pen| at = input(pen, &typed, 6, Style::default())), "56789 ");
    assert_eq!(at.x, 5);
    let typed = typed.with_cursor(0);
    assert_eq!(row(6, |pen| at = input(pen, &typed, 6, Style::default())), "01234…");
    assert_eq!(at.x, 0);
}

fn one(range: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(range).collect()
}

#[test]
fn what_was_found_is_seen() {
    assert_eq!(around("info@wong-water.example", &one(10..15), 10), ("…ng-water.example".to_owned(), one(6..11)));
    assert_eq!(around("water", &one(0..5), 10), ("water".to_owned(), one(0..5)));
    assert_eq!(around("water", &[], 2), ("water".to_owned(), vec![]));
    // A match in two parts is seen to its end.
    let parts = vec![12..14, 15..17];
    assert_eq!(around("+33 6 39 98 03 63", &parts, 11).0, "…98 03 63");
    assert_eq!(around("+33 6 39 98 03 63", &[0..3, 15..17], 11).0, "+33 6 39 98 03 63");
}

#[test]
fn a_vowel_sign_with_a_cell_of_its_own_goes_when_something_narrower_comes() {
    let area = Rect::new(0, 0, 6, 1);
    let (mut before, mut after) = (Buffer::empty(area), Buffer::empty(area));
    Pen::new(&mut before, area, 0).put("ก\u{e33}ข", Style::default());
    Pen::new(&mut after, area, 0).put("a", Style::default());
    let told: Vec<_> = before.diff(&after).into_iter().map(|(x, _, cell)| (x, cell.symbol().to_owned())).collect();
    assert_eq!(told, [(0, "a".to_owned()), (1, " ".to_owned()), (2, " ".to_owned())]);
    let mut marks = Buffer::empty(area);
    Pen::new(&mut marks, area, 0).put("ｶ\u{ff9e}x", Style::default());
    let told: Vec<_> =
        Buffer::empty(area).diff(&marks).into_iter().map(|(x, _, cell)| (x, cell.symbol().to_owned())).collect();
    assert_eq!(told, [(0, "ｶ".to_owned()), (1, "\u{ff9e}".to_owned()), (2, "x".to_owned())]);
    let of = |text: &str| crate::domain::safe::cells::columns(text, width(text)).map(|parts| parts.len());
    assert_eq!(of("น\u{e49}\u{e33}"), Some(2));
    assert_eq!(of("ક\u{abe}"), Some(2));
    for whole in ["a", "e\u{301}", "穆", "🇩🇪", "👩‍🚀", "❤\u{fe0f}", "한"] {
        assert_eq!(of(whole), None, "{whole}");
    }
}
