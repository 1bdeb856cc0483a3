mod figures;
mod fixture;
mod history;
mod layers;
mod mirror;
mod scalars;

use super::*;
use crate::app::{Job, Pane, Phase, Toast};
use crate::reference::Lang;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// The screen as text, a line per row.
fn shown(app: &App) -> String {
    let (width, height) = app.size;
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(frame, app)).unwrap();
    let buffer = terminal.backend().buffer();
    let mut lines = String::new();
    for y in 0..height {
        let mut hidden = 0;
        let mut line = String::new();
        for x in 0..width {
            let symbol = buffer[(x, y)].symbol();
            if hidden == 0 {
                line.push_str(symbol);
            }
            hidden = hidden.max(text::width(symbol)).saturating_sub(1);
        }
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

#[test]
fn every_command_has_its_words_in_both_languages() {
    for lang in Lang::ALL {
        let words = Words::of(lang);
        for row in crate::command::table::TABLE {
            for key in [format!("cmd-{}", row.slug), format!("cmd-{}-about", row.slug)] {
                assert!(words.has(&key), "{lang:?} lacks {key}");
            }
        }
        for group in crate::command::Group::ALL {
            assert!(words.has(group.key()), "{lang:?} lacks {}", group.key());
        }
    }
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 50)];

fn each(check: impl Fn((u16, u16), Lang, &str)) {
    for size in SIZES {
        for lang in Lang::ALL {
            check(size, lang, &format!("{}-{}", size.0, lang.tag()));
        }
    }
}

#[test]
fn the_board() {
    each(|size, lang, name| insta::assert_snapshot!(format!("board-{name}"), shown(&fixture::app(size, lang))));
}

#[test]
fn the_calendar() {
    each(|size, lang, name| {
        let mut app = fixture::app(size, lang);
        app.focus = Pane::Agenda;
        app.calendar.span = crate::app::calendar::Span::Week;
        insta::assert_snapshot!(format!("week-{name}"), shown(&app));
    });
}

#[test]
fn the_layers() {
    each(|size, lang, name| {
        let mut app = fixture::app(size, lang);
        let board = app.phase;
        for (layer, modal) in layers::all(&app) {
            // One over the board; the others alone, so that a change of the board does not change them.
            app.phase = if layer == "menu" { board } else { Phase::Opening };
            app.modals = vec![modal];
            insta::assert_snapshot!(format!("{layer}-{name}"), shown(&app));
        }
    });
}

#[test]
fn nothing_there_yet() {
    each(|size, lang, name| {
        let mut app = fixture::app(size, lang);
        app.phase = Phase::Welcome;
        insta::assert_snapshot!(format!("welcome-{name}"), shown(&app));
        app.phase = Phase::Open;
        app.list.rows.clear();
        app.list.query.text = "xyz".into();
        app.current = None;
        app.calendar.agenda.clear();
        insta::assert_snapshot!(format!("empty-{name}"), shown(&app));
    });
}

#[test]
fn too_small_a_terminal_is_told_so() {
    for lang in Lang::ALL {
        let seen = shown(&fixture::app((50, 10), lang));
        assert!(seen.contains("50 × 10") && seen.contains("60 × 16"), "{seen}");
    }
    for size in [(1, 1), (2, 40), (60, 16), (61, 17), (300, 100)] {
        let mut app = fixture::app(size, Lang::Zh);
        shown(&app);
        for (_, modal) in layers::all(&app) {
            app.modals.push(modal);
            shown(&app);
        }
    }
}

#[test]
fn a_search_is_typed_in_the_title_and_shown_in_the_rows() {
    let mut app = fixture::app((120, 40), Lang::En);
    app.list.query.text = "anna.mueller".into();
    let typed = tui_input::Input::new("anna.mueller".to_owned());
    app.list.search = Some(crate::app::list::SearchLine { input: typed, ..Default::default() });
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    terminal.draw(|frame| draw(frame, &app)).unwrap();
    let cursor = terminal.get_cursor_position().unwrap();
    let seen = shown(&app);
    let title = seen.lines().nth(1).unwrap();
    assert!(title.contains("/ anna.mueller"), "{title}");
    assert_eq!(cursor.y, 1);
    let row = seen.lines().find(|line| line.contains("Mulligan")).unwrap();
    assert!(row.contains("anna"), "the handle that was found stands where the person was: {row}");
}

#[test]
fn a_toast_and_a_job_take_the_last_line() {
    let mut app = fixture::app((80, 24), Lang::En);
    let until = app.now.instant;
    app.toast = Some(Toast { say: Say::new("said-nothing-changed"), good: false, until });
    assert!(shown(&app).lines().last().unwrap().contains("✗ Nothing to change"));
    app.job = Some(Job { key: "job-import", done: 50, total: 100 });
    let seen = shown(&app);
    let last = seen.lines().last().unwrap();
    assert!(last.contains("Importing █") && last.contains("50 of 100"), "{last}");
}

#[test]
fn the_second_key_is_shown() {
    let mut app = fixture::app((120, 40), Lang::En);
    app.prefix = Some(crate::command::Chord::char('g'));
    let seen = shown(&app);
    assert!(seen.contains("g …") && seen.contains("Go to today"), "{seen}");
}

#[test]
fn the_smallest_screen_still_shows_names() {
    for lang in Lang::ALL {
        let mut app = fixture::app((60, 16), lang);
        let seen = shown(&app);
        assert!(seen.contains("Mulligan Pum") && seen.contains("−5"), "{seen}");
        app.focus = Pane::Views;
        app.views.cursor = app.view_entries().iter().filter(|entry| entry.chosen()).count() - 1;
        assert!(shown(&app).contains("[A] A"));
    }
}

#[test]
fn the_hint_bar_shows_no_key_that_can_do_nothing() {
    let mut app = fixture::app((200, 50), Lang::En);
    let last = |app: &App| shown(app).lines().last().unwrap().to_owned();
    assert!(last(&app).contains("w WhatsApp"), "{}", last(&app));
    let mut bundle = app.current().unwrap().clone();
    bundle.channels.clear();
    bundle.follow_ups.clear();
    app.board.put(bundle);
    let bar = last(&app);
    assert!(!bar.contains("WhatsApp") && !bar.contains("done") && bar.contains("log"), "{bar}");
}

#[test]
fn a_narrow_card_gives_what_was_said_a_line_of_its_own() {
    for size in [(80, 40), (120, 40)] {
        let seen = shown(&fixture::app(size, Lang::En));
        let mut lines = seen.lines().skip_while(|line| !line.contains("14 Nov ← E-mail "));
        let said = lines.nth(1).unwrap();
        assert!(said.contains("│   “Price for 500? And the"), "{said}");
    }
    let wide = shown(&fixture::app((200, 50), Lang::En));
    assert!(wide.lines().any(|line| line.contains("14 Nov ← E-mail    “Price for 500?")), "{wide}");
}

#[test]
fn codes_are_not_shown_to_people() {
    for (lang, words) in [(Lang::En, "German · from Alibaba"), (Lang::Zh, "德语 · 来自 阿里巴巴")] {
        let seen = shown(&fixture::app((120, 40), lang));
        assert!(seen.contains(words), "{seen}");
    }
}
