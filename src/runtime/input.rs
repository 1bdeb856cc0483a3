//! Keys, mouse and paste, read by a thread that does nothing else.

use super::Event;
use crate::app::{Mouse, MouseKind, Msg};
use crate::command::{Chord, Key};
use answer::{Filter, Told};
use anyhow::{Context, Result};
use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

mod answer;

/// Starts the thread. It ends with the loop, or with the terminal. `asked`: the terminal was asked for its clipboard.
pub fn spawn(events: Sender<Event>, asked: Arc<AtomicBool>) -> Result<()> {
    let read = move || {
        let mut filter = Filter::default();
        loop {
            let told = match next(&filter) {
                Ok(Some(event)) => filter.take(event, asked.load(Ordering::Relaxed)),
                Ok(None) => filter.silence(),
                // The terminal is gone: end as on a signal.
                Err(_) => return drop(events.send(Msg::Stop.into())),
            };
            let sent = match told {
                Told::Nothing => Ok(()),
                Told::Keys(keys) => keys.into_iter().filter_map(msg_of).try_for_each(|msg| events.send(msg.into())),
                Told::Answer(body) => events.send(Event::Clipboard(body.and_then(|body| answer::decoded(&body)))),
            };
            if sent.is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("input".into()).spawn(read).context("starting a thread")?;
    Ok(())
}

/// The next event; `None`: none came in time.
fn next(filter: &Filter) -> std::io::Result<Option<event::Event>> {
    match filter.patience() {
        Some(patience) if !event::poll(patience)? => Ok(None),
        _ => event::read().map(Some),
    }
}

fn msg_of(event: event::Event) -> Option<Msg> {
    match event {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => chord_of(key).map(Msg::Key),
        event::Event::Paste(text) => Some(Msg::Paste(text)),
        event::Event::Mouse(mouse) => mouse_of(mouse).map(Msg::Mouse),
        event::Event::Resize(columns, rows) => Some(Msg::Resize(columns, rows)),
        event::Event::Key(_) | event::Event::FocusGained | event::Event::FocusLost => None,
    }
}

fn chord_of(event: KeyEvent) -> Option<Chord> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let key = match event.code {
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(n) => Key::F(n),
        _ => return None,
    };
    Some(Chord { key, ctrl, alt })
}

const fn mouse_of(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Click,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse { column: event.column, row: event.row, kind })
}
