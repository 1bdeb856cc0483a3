mod fixture;

use super::*;
use crate::app::Pane;
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
