use super::harness::{Desk, day};
use crate::app::{Mouse, MouseKind, Msg, Pane, Regions, card::Line};

#[test]
fn no_two_regions_overlap_and_all_fit() {
    for size in [(60, 16), (80, 24), (99, 30), (100, 24), (120, 40), (200, 60), (320, 100)] {
        for focus in Pane::ALL {
            let regions = Regions::of(size, focus).unwrap();
            let mut owner = vec![0_u8; usize::from(size.0) * usize::from(size.1)];
            let panes = Pane::ALL.into_iter().filter_map(|pane| regions.of_pane(pane));
            for area in panes.chain([regions.header, regions.hints]) {
                for y in area.y..area.y + area.height {
                    for x in area.x..area.x + area.width {
                        owner[usize::from(y) * usize::from(size.0) + usize::from(x)] += 1;
                    }
                }
            }
            assert!(owner.iter().all(|count| *count == 1), "{size:?} {focus:?}");
        }
    }
}

fn click(desk: &mut Desk, column: u16, row: u16) {
    desk.send(Msg::Mouse(Mouse { column, row, kind: MouseKind::Click }));
}

#[test]
fn a_click_selects_and_a_click_on_a_channel_copies() {
    let mut desk = Desk::new();
    let regions = desk.app.regions().unwrap();
    let list = regions.list.unwrap();
    click(&mut desk, list.x + 5, list.y + 3);
    assert_eq!(desk.current(), "Müller Wassertechnik");
    let card = regions.card.unwrap();
    let line = desk.app.card_lines().iter().position(|line| *line == Line::Channel(1)).unwrap();
    click(&mut desk, card.x + 4, card.y + 1 + u16::try_from(line).unwrap());
    assert_eq!(desk.copied, ["anna.mueller"]);
}

#[test]
fn a_click_chooses_a_day_and_a_view() {
    let mut desk = Desk::new();
    let regions = desk.app.regions().unwrap();
    let month = regions.month.unwrap();
    let cell = desk.app.calendar.cell(month.inner(), day("2026-11-23")).unwrap();
    click(&mut desk, cell.x, cell.y);
    assert_eq!(desk.app.calendar.day, day("2026-11-23"));
    let views = regions.views.unwrap();
    click(&mut desk, views.x + 3, views.y + 2);
    assert_eq!(desk.shown(), ["Mulligan Pumps", "Müller Wassertechnik"]);
}

#[test]
fn the_wheel_scrolls() {
    let mut desk = Desk::new();
    let list = desk.app.regions().unwrap().list.unwrap();
    desk.send(Msg::Mouse(Mouse { column: list.x + 2, row: list.y + 2, kind: MouseKind::WheelDown }));
    assert_eq!(desk.app.list.cursor, 3);
}

#[test]
fn every_day_of_a_month_has_its_cell() {
    let desk = Desk::new();
    let mut calendar = desk.app.calendar.clone();
    let inner = desk.app.regions().unwrap().month.unwrap().inner();
    for text in ["2026-02-01", "2026-08-31", "2027-05-01", "2024-02-29"] {
        calendar.day = day(text);
        let weeks = calendar.weeks();
        assert!((4..=6).contains(&weeks.len()), "{text}: {}", weeks.len());
        let cell = calendar.cell(inner, calendar.day).unwrap();
        assert!(cell.y + cell.height <= inner.y + inner.height, "{text}");
        assert_eq!(calendar.day_at(inner, cell.x, cell.y), Some(calendar.day));
    }
}
