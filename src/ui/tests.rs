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
use ratatui::style::Style;

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
fn whom_to_greet() {
    each(|size, lang, name| {
        let mut app = fixture::app(size, lang);
        let rules = crate::domain::rules::Rules { feasts: crate::reference::feasts(), ..Default::default() };
        // The birthdays are on the first of December, the Emirates' day on the second.
        let mut board = crate::app::Board::new(rules, &app.now);
        for mut bundle in fixture::bundles() {
            if bundle.customer.id.0 % 2 == 1 {
                bundle.care_dates.clear();
            }
            board.put(bundle);
        }
        app.board = board;
        app.list.query = crate::domain::view::ViewQuery::of(crate::domain::view::Builtin::Care);
        app.list.rows = app.board.rows(&app.list.query, &app.now);
        app.list.cursor = 0;
        insta::assert_snapshot!(format!("care-{name}"), shown(&app));
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
fn the_help_says_every_sentence_to_its_end() {
    use crate::app::help::{Help, HelpLine};
    for (size, lang) in [((80, 24), Lang::En), ((80, 24), Lang::Zh), ((60, 16), Lang::En), ((120, 40), Lang::En)] {
        let app = fixture::app(size, lang);
        let scopes = crate::command::table::TABLE.iter().flat_map(|row| row.scopes.iter().copied()).collect();
        let help = Help { scopes, top: 0 };
        let page = app.help_page(&help);
        let cells = app.layer_cells(crate::app::help::WIDEST);
        let mut said = String::new();
        for line in &page.lines {
            let indent = page.keys + page.title + 3;
            match line {
                HelpLine::Row { about, .. } => said.push_str(&format!("\n{about}")),
                HelpLine::More(about) => said.push_str(about),
                _ => continue,
            }
            assert!(text::width(said.lines().last().unwrap_or_default()) > 0);
            let (HelpLine::Row { about, .. } | HelpLine::More(about)) = line else { continue };
            assert!(indent + text::width(about) <= cells, "{about}");
        }
        let words = Words::of(lang);
        let plain = |text: &str| text.replace(' ', "");
        for row in crate::command::table::TABLE.iter().filter(|row| !row.slug.starts_with("copy-")) {
            let about = words.get(&format!("cmd-{}-about", row.slug));
            assert!(plain(&said).contains(&plain(about.as_str())), "{lang:?} at {size:?}: {about}");
        }
    }
}

#[test]
fn a_long_reason_is_read_whole_on_a_narrow_screen() {
    use crate::app::import::{ImportView, Preview, Stage};
    let reason = "The amount 1.234,5,6 is no amount in EUR: write it with one decimal sign, or say with --map which \
                  column holds the total of the order.";
    let mut app = fixture::app((80, 24), Lang::En);
    let preview = Preview { problems: vec![(17, reason.into())], conflicts: vec![reason.into()], ..Preview::default() };
    let stage = Stage::Preview(Box::new(preview));
    app.modals = vec![Modal::Import(Box::new(ImportView { from: Default::default(), stage, top: 0 }))];
    let seen = shown(&app);
    let words: Vec<&str> = seen.split_whitespace().collect();
    let found = |word: &&str| words.contains(word);
    assert!(reason.split_whitespace().all(|word| found(&word)) && !seen.contains('…'), "{seen}");
    assert_eq!(words.iter().filter(|word| **word == "column").count(), 2, "{seen}");
    let bar = seen.lines().last().unwrap();
    assert!(bar.contains("Enter close"), "there is nothing to import: {bar}");
}

#[test]
fn a_row_that_ends_with_the_pane_says_that_there_is_more() {
    let mut buffer = ratatui::buffer::Buffer::empty(Rect::new(0, 0, 6, 1));
    let mut pen = text::Pen::new(&mut buffer, Rect::new(0, 0, 6, 1), 0);
    pen.put("(16:30", Style::default()).put(" ", Style::default()).put(")", Style::default());
    assert_eq!(buffer[(5, 0)].symbol(), "…");
    let mut pen = text::Pen::new(&mut buffer, Rect::new(0, 0, 6, 1), 0);
    pen.put("客户们", Style::default()).put("好", Style::default());
    assert_eq!((buffer[(4, 0)].symbol(), buffer[(5, 0)].symbol()), ("…", " "));
}

#[test]
fn long_values_are_compared_whole_before_they_are_merged() {
    let mut app = fixture::app((80, 24), Lang::En);
    let (_, modal) = layers::all(&app).into_iter().find(|(name, _)| *name == "merge").unwrap();
    let Modal::Merge(mut merge) = modal else { panic!("no merge") };
    merge.rows[2].keep = "Pays 30 % in advance, the rest against copy of B/L, and always on time".into();
    merge.cursor = 2;
    app.modals = vec![Modal::Merge(merge)];
    let seen = shown(&app);
    assert!(["in advance,", "always on", "takes it back."].iter().all(|part| seen.contains(part)), "{seen}");
}

#[test]
fn what_a_form_says_of_a_field_is_read_whole() {
    let mut app = fixture::app((60, 16), Lang::En);
    let mut form = layers::form();
    let long = format!("{} the end", "many words ".repeat(9));
    form.fail(1, Say::new("form-no-such-country").with("text", long.as_str()));
    form.fields[2].value = crate::app::form::Value::text(&format!("Start of {long}"));
    app.modals = vec![Modal::Form(Box::new(form))];
    let seen = shown(&app);
    assert!(seen.contains("the end”") && seen.contains("Start of many"), "{seen}");
}

#[test]
fn every_note_of_the_start_is_read_whole() {
    use crate::app::modal::{Choice, Item, Menu};
    let note = |key: char| {
        let label = Say::new("form-not-known").with("text", format!("{key} {} end-{key}", "long ".repeat(30)));
        Item { key, label, choice: Choice::Nothing }
    };
    let items: Vec<Item> = ('a'..='m').map(note).collect();
    let mut app = fixture::app((80, 24), Lang::En);
    for cursor in 0..items.len() {
        let title = Say::new("menu-config").with("count", items.len());
        app.modals = vec![Modal::Menu(Menu { title, items: items.clone(), cursor })];
        let seen = shown(&app);
        assert!(seen.contains(&format!("end-{}", items[cursor].key)), "{seen}");
        assert!(seen.contains("13 lines"), "{seen}");
    }
}

#[test]
fn codes_are_not_shown_to_people() {
    for (lang, words) in [(Lang::En, "German · from Alibaba"), (Lang::Zh, "德语 · 来自 阿里巴巴")] {
        let seen = shown(&fixture::app((120, 40), lang));
        assert!(seen.contains(words), "{seen}");
    }
}
