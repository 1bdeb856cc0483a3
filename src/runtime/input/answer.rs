//! A terminal's answer to the question what its clipboard holds (OSC 52). It comes in among the keys, and the reader of
//! keys takes it for such: `ESC ]` for Alt and a bracket, then each letter, then Ctrl and g for its end. None of them
//! may ever reach a command.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::time::Duration;

/// Letters of an answer that are kept: three megabytes of text.
pub const MOST: usize = 4 * 1024 * 1024;

/// Holds back what may be an answer.
#[derive(Debug, Default)]
pub struct Filter {
    state: State,
    held: Vec<Event>,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Keys,
    /// An escape key, or the first half of an answer that was torn in two.
    Escape,
    /// The letters of the head that came so far.
    Head(usize),
    /// Which clipboard it is of.
    Which,
    Body(Vec<u8>),
    /// An escape in the body: the first half of its end.
    BodyEscape(Vec<u8>),
}

/// What an event turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Told {
    /// Keys and the like, in their order.
    Keys(Vec<Event>),
    /// Part of an answer, so far.
    Nothing,
    /// All of an answer: its text, still in Base64; `None`: it broke off, or is too long.
    Answer(Option<Vec<u8>>),
}

const HEAD: [char; 3] = ['5', '2', ';'];

impl Filter {
    /// How long the next event is waited for before [`Filter::silence`]; `None`: for ever.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Keys => None,
            State::Escape | State::Head(_) => Some(Duration::from_millis(50)),
            State::Which | State::Body(_) | State::BodyEscape(_) => Some(Duration::from_secs(1)),
        }
    }

    /// Takes in an event; `asked`: an answer is waited for.
    pub fn take(&mut self, event: Event, asked: bool) -> Told {
        let key = pressed(&event);
        let state = std::mem::take(&mut self.state);
        match (state, key) {
            (State::Keys, Some(key)) if is(key, ']', KeyModifiers::ALT) => self.hold(State::Head(0), event),
            (State::Keys, Some(key)) if asked && key.code == KeyCode::Esc => self.hold(State::Escape, event),
            (State::Keys, _) => Told::Keys(vec![event]),
            (State::Escape, Some(key)) if is(key, ']', KeyModifiers::NONE) => self.hold(State::Head(0), event),
            (State::Head(at), Some(key)) if letter(key) == Some(HEAD[at]) => {
                if at + 1 == HEAD.len() {
                    self.held.clear();
                    self.state = State::Which;
                    return Told::Nothing;
                }
                self.hold(State::Head(at + 1), event)
            }
            (State::Escape | State::Head(_), _) => {
                let mut keys = std::mem::take(&mut self.held);
                keys.push(event);
                Told::Keys(keys)
            }
            (State::Which, Some(key)) => match letter(key) {
                Some(';') => self.go_on(State::Body(Vec::new())),
                Some('a'..='z' | '0'..='7') => self.go_on(State::Which),
                _ => Told::Answer(None),
            },
            (State::Body(body), Some(key)) => self.body(body, key),
            (State::BodyEscape(body), Some(key)) if is(key, '\\', KeyModifiers::NONE) => whole(body),
            (State::BodyEscape(_), Some(_)) => Told::Answer(None),
            // The window's size changes whenever it likes.
            (state, None) => {
                self.state = state;
                Told::Keys(vec![event])
            }
        }
    }

    fn body(&mut self, mut body: Vec<u8>, key: KeyEvent) -> Told {
        match letter(key) {
            Some(c) if c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=') => {
                if body.len() <= MOST {
                    body.push(u8::try_from(c).unwrap_or(b'='));
                }
                self.go_on(State::Body(body))
            }
            _ if is(key, 'g', KeyModifiers::CONTROL) || is(key, '\\', KeyModifiers::ALT) => whole(body),
            _ if key.code == KeyCode::Esc => self.go_on(State::BodyEscape(body)),
            _ => Told::Answer(None),
        }
    }

    fn hold(&mut self, state: State, event: Event) -> Told {
        self.held.push(event);
        self.go_on(state)
    }

    fn go_on(&mut self, state: State) -> Told {
        self.state = state;
        Told::Nothing
    }

    /// Nothing came in time: what was held were keys after all; what had begun breaks off.
    pub fn silence(&mut self) -> Told {
        match std::mem::take(&mut self.state) {
            State::Which | State::Body(_) | State::BodyEscape(_) => Told::Answer(None),
            State::Keys | State::Escape | State::Head(_) => Told::Keys(std::mem::take(&mut self.held)),
        }
    }
}

fn whole(body: Vec<u8>) -> Told {
    Told::Answer(Some(body).filter(|body| body.len() <= MOST))
}

fn pressed(event: &Event) -> Option<KeyEvent> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(*key),
        _ => None,
    }
}

fn is(key: KeyEvent, c: char, modifiers: KeyModifiers) -> bool {
    key.code == KeyCode::Char(c) && key.modifiers - KeyModifiers::SHIFT == modifiers
}

/// A letter without Ctrl and Alt.
fn letter(key: KeyEvent) -> Option<char> {
    match key.code {
        KeyCode::Char(c) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => Some(c),
        _ => None,
    }
}

/// The text of Base64; `None`: it is none.
pub fn decoded(body: &[u8]) -> Option<String> {
    let value = |b: u8| match b {
        b'A'..=b'Z' => Some(b - b'A'),
        b'a'..=b'z' => Some(b - b'a' + 26),
        b'0'..=b'9' => Some(b - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let end = body.iter().rposition(|b| *b != b'=').map_or(0, |at| at + 1);
    let mut out = Vec::with_capacity(end / 4 * 3 + 2);
    for group in body[..end].chunks(4) {
        let bits = group.iter().try_fold(0_u32, |bits, b| Some(bits << 6 | u32::from(value(*b)?)))?;
        let bytes = (bits << (6 * (4 - group.len()))).to_be_bytes();
        // One letter alone says nothing.
        out.extend_from_slice(&bytes[1..group.len().max(2)]);
        if group.len() == 1 {
            return None;
        }
    }
    Some(String::from_utf8_lossy(&out).into_owned())
}

#[cfg(test)]
mod tests;
