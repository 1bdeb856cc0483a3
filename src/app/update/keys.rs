//! Keys and pastes: a command, a letter of a menu, or text for the field that is being written.

use super::super::{App, Effect, Phase, modal::Modal};
use crate::command::{Chord, Key, Resolved, Scope};
use tui_input::{Input, InputRequest};

/// Bytes of a paste that a field looks at.
const LINE: usize = 40_000;

impl App {
    /// Whether letters are text where the exporter is.
    pub fn typing(&self) -> bool {
        matches!(self.scopes().first(), Some(Scope::Form | Scope::Palette | Scope::Search | Scope::Line | Scope::Text))
    }

    pub(super) fn key(&mut self, chord: Chord) -> Vec<Effect> {
        self.toast = None;
        self.untouched = false;
        let scopes = self.scopes();
        let chords: Vec<Chord> = self.prefix.take().into_iter().chain([chord]).collect();
        match self.settings.keymap.resolve(&scopes, &chords) {
            Resolved::Command(command) => self.act(command),
            Resolved::Prefix => {
                self.prefix = Some(chord);
                Vec::new()
            }
            // A second chord that means nothing only takes the first back.
            Resolved::Nothing if chords.len() == 2 => Vec::new(),
            Resolved::Nothing => self.text_key(chord),
        }
    }

    /// A key that no command takes: text for a field, a letter of a menu.
    fn text_key(&mut self, chord: Chord) -> Vec<Effect> {
        if let Some(Modal::Menu(menu)) = self.modals.last() {
            let at = chord.text().and_then(|c| menu.items.iter().position(|item| item.key == c));
            return at.map_or_else(Vec::new, |at| self.choose(at));
        }
        if matches!(self.modals.last(), Some(Modal::Paste(_))) {
            return self.paste_key(chord, request_of(chord));
        }
        if self.turn_by_key(chord) {
            return Vec::new();
        }
        let Some(request) = request_of(chord) else { return Vec::new() };
        self.edit_text(|input| {
            input.handle(request);
        })
    }

    fn edit_text(&mut self, edit: impl FnOnce(&mut Input)) -> Vec<Effect> {
        match self.modals.last_mut() {
            Some(Modal::Form(form)) if form.waiting => Vec::new(),
            Some(Modal::Form(form)) => {
                let at = form.focus;
                if let Some(input) = form.fields.get_mut(at).and_then(|field| field.value.input_mut()) {
                    edit(input);
                    self.field_changed(at);
                }
                Vec::new()
            }
            Some(Modal::Paste(view)) => {
                if let Some(input) = view.line_mut() {
                    edit(input);
                }
                Vec::new()
            }
            Some(Modal::Palette(palette)) => {
                edit(&mut palette.input);
                self.fill_palette();
                Vec::new()
            }
            Some(_) => Vec::new(),
            None => match &mut self.list.search {
                Some(line) => {
                    edit(&mut line.input);
                    self.search_changed()
                }
                None => Vec::new(),
            },
        }
    }

    /// A paste goes into the field that is being written; on the board itself it is taken apart.
    pub(super) fn pasted(&mut self, text: String) -> Vec<Effect> {
        match self.modals.last() {
            Some(Modal::Paste(_)) => self.paste_into(text),
            Some(_) if !self.typing() => self.keep_paste(text),
            Some(_) => self.paste_line(&text),
            None if self.phase == Phase::Opening => {
                self.pasting.early = Some(text);
                Vec::new()
            }
            None if self.list.search.is_some() => self.paste_line(&text),
            None => self.offer_paste(text),
        }
    }

    pub(in crate::app) fn paste_line(&mut self, text: &str) -> Vec<Effect> {
        let text = &text[..text.floor_char_boundary(LINE)];
        // A field is one line; what breaks lines becomes a space, and nothing in a paste is ever a key.
        let line: String = text.split(['\r', '\n', '\t']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let clean: String = line.chars().filter(|c| !c.is_control()).take(10_000).collect();
        self.edit_text(|input| {
            for c in clean.chars() {
                input.handle(InputRequest::InsertChar(c));
            }
        })
    }

    /// The search line's text changed: the list narrows at once.
    pub fn search_changed(&mut self) -> Vec<Effect> {
        let Some(line) = &self.list.search else { return Vec::new() };
        let text = line.input.value().trim().to_owned();
        if *text == *self.list.query.text {
            return Vec::new();
        }
        self.list.query.text = text.into();
        self.rank_or_refill(true)
    }
}

/// The keys of a text field, as shells and desktops have them.
fn request_of(chord: Chord) -> Option<InputRequest> {
    if let Some(c) = chord.text() {
        return Some(InputRequest::InsertChar(c));
    }
    Some(match (chord.ctrl, chord.key) {
        (false, Key::Backspace) if chord.alt => InputRequest::DeletePrevWord,
        (false, Key::Backspace) => InputRequest::DeletePrevChar,
        (false, Key::Delete) => InputRequest::DeleteNextChar,
        (false, Key::Left) => InputRequest::GoToPrevChar,
        (false, Key::Right) => InputRequest::GoToNextChar,
        (true, Key::Left) => InputRequest::GoToPrevWord,
        (true, Key::Right) => InputRequest::GoToNextWord,
        (false, Key::Home) => InputRequest::GoToStart,
        (false, Key::End) | (true, Key::Char('e')) => InputRequest::GoToEnd,
        (true, Key::Char('w')) => InputRequest::DeletePrevWord,
        (true, Key::Char('u')) => InputRequest::DeleteLine,
        (true, Key::Char('k')) => InputRequest::DeleteTillEnd,
        _ => return None,
    })
}
