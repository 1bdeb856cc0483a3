use super::*;

fn text(parts: &[Part]) -> String {
    parts.iter().map(|(text, _)| text.as_str()).collect()
}

#[test]
fn a_bar_is_exact_to_an_eighth() {
    assert_eq!(bar(0, 8, 4), "    ");
    assert_eq!(bar(1, 32, 4), "▏   ");
    assert_eq!(bar(3, 8, 4), "█▌  ");
    assert_eq!(bar(8, 8, 4), "████");
    assert_eq!(bar(9, 8, 4), "████", "never past its end");
    assert_eq!(bar(1, 100_000, 4), "▏   ", "what is there is seen");
    assert_eq!(bar(0, 0, 3), "   ");
    for part in 0..50 {
        assert_eq!(width(&bar(part, 49, 7)), 7);
    }
}

#[test]
fn a_sparkline_has_a_column_for_each_number() {
    assert_eq!(sparkline(&[0, 1, 4, 8]), "·▁▄█");
    assert_eq!(sparkline(&[]), "");
    assert_eq!(sparkline(&[0, 0]), "··");
    assert_eq!(sparkline(&[1, 1_000]), "▁█");
}

fn slices(kept: usize, late: usize, missed: usize) -> [Slice; 3] {
    [("█", kept), ("▒", late), ("░", missed)].map(|(fill, n)| Slice { n, fill, style: Style::default() })
}

#[test]
fn stacked_slices_fill_their_cells_and_none_is_lost() {
    assert_eq!(text(&stacked(&slices(6, 2, 2), 10, 10)), "██████▒▒░░");
    assert_eq!(text(&stacked(&slices(98, 1, 1), 100, 10)), "████████▒░");
    assert_eq!(text(&stacked(&slices(3, 0, 2), 10, 10)), "███░░     ");
    assert_eq!(text(&stacked(&slices(0, 0, 0), 10, 4)), "    ");
    for n in 0..200 {
        let parts = stacked(&slices(n, n / 3, n % 7), 400, 23);
        assert_eq!(width(&text(&parts)), 23);
        for (slice, (part, _)) in slices(n, n / 3, n % 7).iter().zip(&parts) {
            assert_eq!(slice.n > 0, !part.is_empty(), "{n}");
        }
    }
}

#[test]
fn labels_of_any_width_leave_the_columns_straight() {
    let row = |label: &str, n: usize| Bar {
        label: label.to_owned(),
        style: Style::default(),
        n,
        columns: vec![(format!("{n} %"), Style::default()), ("1/2".to_owned(), Style::default())],
    };
    let rows = [row("WhatsApp", 100), row("阿里巴巴国际站的询盘系统很长的名字", 7), row("e", 0)];
    for cells in [40, 56, 76, 120] {
        let lines = bars(&rows, 100, cells, &["rate".to_owned(), "n".to_owned()], &Theme::default());
        assert_eq!(lines.len(), 4);
        for line in &lines {
            assert_eq!(width(&text(line)), cells, "{}", text(line));
        }
    }
    let lines = bars(&rows, 100, 40, &[], &Theme::default());
    assert!(text(&lines[0]).ends_with("  100 %  1/2"), "{}", text(&lines[0]));
    assert!(text(&lines[1]).starts_with("阿里巴巴国际… ▉ "), "{}", text(&lines[1]));
}

#[test]
fn a_heat_map_fits_eighty_columns_and_says_what_its_shades_mean() {
    let mut counts = [[0; 24]; 7];
    (counts[0][9], counts[0][10], counts[4][23], counts[6][0]) = (8, 4, 1, 6);
    let days = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"].map(str::to_owned);
    let lines: Vec<String> = heat(&counts, &days, 76, &Theme::default()).iter().map(|line| text(line)).collect();
    assert_eq!(lines.len(), 9);
    assert!(lines[..8].iter().all(|line| width(line) == 5 + 24 * 2), "{lines:#?}");
    assert_eq!(lines[8].trim(), "░░ 1–2   ▒▒ 3–4   ▓▓ 5–6   ██ 7–8");
    let empty = heat(&[[0; 24]; 7], &days, 76, &Theme::default());
    assert_eq!(text(&empty[8]).trim(), "");
}
