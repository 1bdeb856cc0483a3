use super::harness::{Desk, day};
use crate::app::{Msg, Pane, Phase, modal::Modal};
use crate::domain::{Tier, view::Builtin};

#[test]
fn opens_on_who_is_due_and_falls_back_to_everybody() {
    let mut desk = Desk::new();
    desk.reopen();
    assert_eq!(desk.app.list.query.builtin, Builtin::Due);
    assert_eq!(desk.shown(), ["Mulligan Pumps", "Müller Wassertechnik"]);
    desk.keys("g e");
    assert_eq!(desk.shown(), ["Mulligan Pumps", "Müller Wassertechnik", "义乌贸易有限公司", "Al-Mulla Trading"]);
}

#[test]
fn an_empty_file_welcomes_and_the_first_customer_opens_the_board() {
    let mut desk = Desk::empty();
    assert_eq!(desk.app.phase, Phase::Welcome);
    desk.keys("n").text("Ana Ltd").keys("enter");
    assert_eq!(desk.app.phase, Phase::Open);
    assert_eq!(desk.current(), "Ana Ltd");
    desk.keys("q");
    assert!(desk.quit);
}

#[test]
fn a_tier_is_one_key_and_undo_and_redo_outlive_a_restart() {
    let mut desk = Desk::new();
    desk.keys("j j a");
    assert_eq!(desk.tier_of("义乌贸易有限公司"), Tier::A);
    assert_eq!(desk.toast(), "said-committed");
    desk.reopen();
    desk.keys("u");
    assert_eq!(desk.tier_of("义乌贸易有限公司"), Tier::C);
    assert_eq!(desk.toast(), "said-undone");
    desk.reopen();
    desk.keys("C-r");
    assert_eq!(desk.tier_of("义乌贸易有限公司"), Tier::A);
}

#[test]
fn a_tier_for_all_marked_is_one_step() {
    let mut desk = Desk::new();
    desk.keys("* b");
    assert!(desk.app.board.bundles().all(|bundle| bundle.customer.tier == Tier::B));
    desk.keys("u");
    assert_eq!(desk.tier_of("Mulligan Pumps"), Tier::A);
    assert_eq!(desk.tier_of("Al-Mulla Trading"), Tier::None);
}

#[test]
fn a_mark_that_is_not_shown_is_not_acted_on() {
    let mut desk = Desk::new();
    desk.keys("space /").text("muller").keys("enter c");
    assert_eq!(desk.tier_of("Mulligan Pumps"), Tier::A);
    assert_eq!(desk.tier_of("Müller Wassertechnik"), Tier::C);
    desk.keys("esc b");
    assert_eq!(desk.tier_of("Mulligan Pumps"), Tier::B, "shown again, the mark counts again");
}

#[test]
fn a_week_is_turned_by_the_week() {
    let mut desk = Desk::new();
    desk.keys("g m w ]");
    assert_eq!(desk.app.calendar.day, day("2026-11-29"));
    desk.keys("w ]");
    assert_eq!(desk.app.calendar.day, day("2026-12-29"));
}

#[test]
fn esc_frees_the_keys_while_a_file_is_read() {
    let mut desk = Desk::new();
    desk.keys("i").text("/tmp/customers.csv").keys("enter");
    assert!(desk.app.job.is_some());
    desk.keys("esc a");
    assert!(desk.app.job.is_none());
    assert_eq!(desk.tier_of("Mulligan Pumps"), Tier::A);
    desk.keys("b");
    assert_eq!(desk.tier_of("Mulligan Pumps"), Tier::B);
}

#[test]
fn the_cursor_stays_on_its_customer_through_a_change() {
    let mut desk = Desk::new();
    desk.keys("j");
    assert_eq!(desk.current(), "Müller Wassertechnik");
    desk.keys(">");
    assert_eq!(desk.current(), "Müller Wassertechnik");
    assert_eq!(desk.app.current().unwrap().follow_ups[0].due.on, day("2026-11-29"));
}

#[test]
fn typing_narrows_at_once_and_enter_lands() {
    let mut desk = Desk::new();
    desk.keys("/").text("muller");
    assert_eq!(desk.shown()[0], "Müller Wassertechnik");
    desk.keys("enter");
    assert!(desk.app.list.search.is_none());
    assert_eq!(desk.current(), "Müller Wassertechnik");
    desk.keys("esc");
    assert_eq!(desk.shown().len(), 4);
    assert_eq!(desk.current(), "Müller Wassertechnik");
    desk.keys("/").text("yiwu");
    assert_eq!(desk.shown(), ["义乌贸易有限公司"]);
    desk.keys("esc");
    assert_eq!(desk.current(), "Müller Wassertechnik");
}

#[test]
fn a_search_looks_beyond_the_view() {
    let mut desk = Desk::new();
    desk.keys("g d /").text("mulla");
    assert_eq!(desk.shown()[0], "Al-Mulla Trading");
    desk.keys("esc");
    assert_eq!(desk.app.list.query.builtin, Builtin::Due);
}

#[test]
fn channels_are_copied_by_number_and_by_kind() {
    let mut desk = Desk::new();
    desk.keys("1 e w");
    assert_eq!(desk.copied, ["+442079460958", "tom@mulligan.example", "+442079460958"]);
    desk.keys("s");
    assert_eq!(desk.toast(), "why-no-channel-of-kind");
    desk.keys("j s");
    assert_eq!(desk.copied.last().unwrap(), "anna.mueller");
    assert_eq!(desk.toast(), "said-copied-retired");
    desk.keys("9");
    assert_eq!(desk.toast(), "why-no-such-channel");
}

#[test]
fn channels_are_opened_from_a_menu() {
    let mut desk = Desk::new();
    desk.keys("o");
    assert!(matches!(desk.app.modals.last(), Some(Modal::Menu(_))));
    desk.keys("w");
    assert_eq!(desk.opened, ["https://wa.me/442079460958"]);
    assert!(desk.app.modals.is_empty());
}

#[test]
fn done_closes_the_follow_up_and_the_rhythm_plans_the_next() {
    let mut desk = Desk::new();
    desk.keys("enter");
    assert!(desk.app.modals.is_empty());
    let planned = &desk.app.current().unwrap().follow_ups;
    assert_eq!((planned.len(), planned[0].due.on), (1, day("2026-11-30")), "seven days on it is a Sunday");
    desk.keys("u");
    assert_eq!(desk.app.current().unwrap().follow_ups[0].due.on, day("2026-11-17"));
}

#[test]
fn without_the_rhythm_done_asks_for_the_next() {
    let mut desk = Desk::new();
    desk.app.settings.plans = false;
    desk.keys("enter");
    assert!(matches!(desk.app.modals.last(), Some(Modal::Form(_))), "a next date is proposed");
    desk.keys("esc u");
    assert_eq!(desk.app.current().unwrap().follow_ups[0].due.on, day("2026-11-17"));
}

#[test]
fn days_are_dragged_and_an_overdue_one_from_today() {
    let mut desk = Desk::new();
    desk.keys("+");
    assert_eq!(desk.app.current().unwrap().follow_ups[0].due.on, day("2026-11-23"));
    desk.keys("- -");
    assert_eq!(desk.app.current().unwrap().follow_ups[0].due.on, day("2026-11-22"));
    desk.keys("z w");
    assert_eq!(desk.app.current().unwrap().follow_ups[0].due.on, day("2026-11-29"));
}

#[test]
fn the_agenda_of_today_begins_with_what_is_overdue() {
    let mut desk = Desk::new();
    desk.keys("g a");
    assert_eq!(desk.app.calendar.agenda.len(), 2);
    assert_eq!(desk.current(), "Mulligan Pumps");
    desk.keys("j +");
    let agenda = &desk.app.calendar.agenda;
    assert_eq!(agenda.len(), 1);
    desk.keys("g m right");
    assert_eq!(desk.app.calendar.day, day("2026-11-23"));
    assert_eq!(desk.app.calendar.agenda.len(), 2);
}

#[test]
fn midnight_turns_the_day() {
    let mut desk = Desk::new();
    desk.now = desk.now.after(chrono::Duration::hours(20));
    desk.send(Msg::Tick);
    assert_eq!(desk.app.calendar.day, day("2026-11-23"));
    assert_eq!(desk.app.board.tally().overdue, 2);
    assert_eq!(desk.app.board.tally().today, 1);
}

#[test]
fn delete_is_taken_back_whole() {
    let mut desk = Desk::new();
    let before = desk.store.dump().unwrap();
    desk.keys("D");
    assert_eq!(desk.shown().len(), 3);
    desk.keys("u");
    assert_eq!(desk.shown().len(), 4);
    assert_eq!(desk.store.dump().unwrap(), before);
}

#[test]
fn two_become_one_field_by_field() {
    let mut desk = Desk::new();
    desk.keys("space m");
    assert!(matches!(desk.app.modals.last(), Some(Modal::Merge(_))));
    let Some(Modal::Merge(merge)) = desk.app.modals.last() else { return };
    assert_eq!(merge.names.0, "Müller Wassertechnik");
    desk.keys("enter");
    assert_eq!(desk.shown().len(), 3);
    let kept = desk.app.current().unwrap();
    assert_eq!(kept.channels.len(), 4);
    desk.keys("u");
    assert_eq!(desk.shown().len(), 4);
}

#[test]
fn tab_reaches_every_pane_on_a_narrow_screen() {
    let mut desk = Desk::new();
    desk.send(Msg::Resize(80, 24));
    let mut seen = Vec::new();
    for _ in Pane::ALL {
        seen.push(desk.app.focus);
        assert!(desk.app.regions().unwrap().of_pane(desk.app.focus).is_some());
        desk.keys("tab");
    }
    assert_eq!(seen, Pane::ALL);
    desk.send(Msg::Resize(59, 24));
    assert!(desk.app.regions().is_none());
}

#[test]
fn a_key_that_cannot_be_used_says_why() {
    let mut desk = Desk::new();
    desk.keys("G Z g z enter");
    assert_eq!(desk.current(), "Al-Mulla Trading");
    assert_eq!(desk.toast(), "why-nothing-planned");
    desk.app.read_only = true;
    desk.keys("a");
    assert_eq!(desk.toast(), "why-read-only");
    assert_eq!(desk.tier_of("Al-Mulla Trading"), Tier::None);
}

#[test]
fn history_shows_steps_and_undoes_from_there() {
    let mut desk = Desk::new();
    desk.keys("a b H");
    let Some(Modal::History(history)) = desk.app.modals.last() else { panic!("no history") };
    assert_eq!(history.ops.len(), 2, "setting the tier it has already is no step");
    assert!(history.step.is_some());
    desk.keys("u");
    let Some(Modal::History(history)) = desk.app.modals.last() else { panic!("no history") };
    assert_eq!(history.ops[0].state, crate::domain::OpState::Undone);
}

#[test]
fn the_palette_finds_commands_by_name() {
    let mut desk = Desk::new();
    desk.keys(":").text("tier-b").keys("enter");
    assert_eq!(desk.tier_of("Mulligan Pumps"), Tier::B);
}

#[test]
fn the_board_opens_on_its_first_row_whatever_is_brought_up_to_date() {
    let mut desk = Desk::new();
    desk.reopen();
    let first = desk.app.current.unwrap();
    let moved = desk.app.current().unwrap().follow_ups[0].id;
    let later = crate::domain::Due::day(super::harness::day("2026-11-22"));
    let edit = crate::domain::Edit::Move { moves: vec![(moved, later)] };
    let now = desk.now.clone();
    let changes = desk.store.commit(&edit, &now).unwrap();
    desk.send(Msg::Changed(Box::new(changes)));
    assert_eq!(desk.app.list.cursor, 0);
    assert_ne!(desk.app.current, Some(first), "nobody had chosen the one that was first before");
    desk.keys("k j");
    let chosen = desk.app.current.unwrap();
    let edit = crate::domain::Edit::SetTier { customers: vec![first], tier: Tier::C };
    let changes = desk.store.commit(&edit, &now).unwrap();
    desk.send(Msg::Changed(Box::new(changes)));
    assert_eq!(desk.app.current, Some(chosen), "who was chosen stays");
}

#[test]
fn a_view_that_was_kept_goes_by_its_name() {
    let mut desk = Desk::new();
    desk.keys("A v").text("Big ones").keys("enter");
    let saved = desk.app.board.views()[0].id;
    assert_eq!(desk.app.list.saved, Some(saved));
    desk.keys("g v x");
    assert_eq!(desk.app.list.saved, None);
}

#[test]
fn a_tag_that_was_there_is_no_part_of_the_step() {
    let mut desk = Desk::new();
    desk.keys("T").text("pumps").keys("enter T").text(", hot").keys("enter");
    let op = &desk.store.history(1, None, None).unwrap()[0];
    assert_eq!(&*op.label.detail, "+hot");
    assert_eq!(desk.app.current().unwrap().customer.tags, ["pumps".into(), "hot".into()]);
}

#[test]
fn help_ends_with_its_last_line() {
    let mut desk = Desk::new();
    desk.keys("? G k");
    let Some(Modal::Help(help)) = desk.app.modals.last() else { panic!("no help") };
    let page = 40 - 3;
    assert_eq!(help.top, desk.app.help_page(help).lines.len() - page - 1);
    desk.keys("esc");
    assert!(desk.app.modals.is_empty());
}

#[test]
fn an_empty_file_speaks_the_readers_language() {
    let mut desk = Desk::empty();
    desk.keys("l");
    assert_eq!(desk.app.lang, crate::reference::Lang::Zh);
    desk.keys("? esc q");
    assert!(desk.quit);
}

#[test]
fn a_preview_is_read_to_its_end_and_left_for_the_form_as_it_was() {
    use crate::app::{form::Name, import::Preview, import::Sample};
    let mut desk = Desk::new();
    desk.keys("i").text("/tmp/customers.csv").keys("tab tab").text("gbk").keys("enter");
    let sample = |line| Sample { line, action: "import-create", name: "x".into(), changes: vec![], direction: None };
    let preview = Preview { samples: (2..102).map(sample).collect(), ..Preview::default() };
    desk.send(Msg::Previewed(Ok(Box::new(preview))));
    desk.keys("G");
    let Some(Modal::Import(view)) = desk.app.modals.last() else { panic!("no preview") };
    let (cells, rows) = desk.app.import_page();
    assert_eq!(view.top, view.lines(cells) - rows);
    desk.keys("k");
    let Some(Modal::Import(view)) = desk.app.modals.last() else { panic!("no preview") };
    assert_eq!(view.top, view.lines(cells) - rows - 1, "no key is dead at the end");
    desk.keys("esc");
    let Some(Modal::Form(form)) = desk.app.modals.last() else { panic!("no form") };
    assert_eq!((form.text(Name::Path), form.text(Name::Encoding)), ("/tmp/customers.csv", "gbk"));
    desk.keys("esc");
    assert!(desk.app.modals.is_empty());
}

#[test]
fn every_mistake_of_the_configuration_is_shown_and_the_board_is_there() {
    let mut desk = Desk::new();
    desk.app.settings.problems = vec![crate::domain::Say::new("why-busy"), crate::domain::Say::new("why-no-link")];
    desk.reopen();
    let Some(Modal::Menu(menu)) = desk.app.modals.last() else { panic!("nothing shown") };
    assert_eq!(menu.items.len(), 2);
    desk.keys("enter");
    assert!(desk.app.modals.is_empty());
    assert_eq!(desk.shown().len(), 2);
}

#[test]
fn a_paste_is_text_and_never_keys() {
    let mut desk = Desk::new();
    desk.send(Msg::Paste("D\x1b[200~D\r\nq".into()));
    assert_eq!(desk.shown().len(), 4);
    desk.keys("/");
    desk.send(Msg::Paste("al-\nmulla".into()));
    assert_eq!(desk.app.list.search.as_ref().unwrap().input.value(), "al- mulla");
}
