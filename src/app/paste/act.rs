//! Keys and answers of a paste: opened, read, sorted, accepted, put aside.

use super::{Alike, Editing, Part, PasteView, Raw, Reading, Sorting, Stage, write};
use crate::app::{App, Effect, forms, modal::Modal};
use crate::command::Chord;
use crate::domain::{Edit, Say};
use tui_input::InputRequest;

/// Bytes of a paste that go into a box of lines.
const BOX: usize = 256 * 1024;

impl App {
    pub(in crate::app) fn paste_view(&mut self) -> Option<&mut PasteView> {
        match self.modals.last_mut() {
            Some(Modal::Paste(view)) => Some(view),
            _ => None,
        }
    }

    fn sorting(&mut self) -> Option<&mut Sorting> {
        match self.paste_view().map(|view| &mut view.stage) {
            Some(Stage::Sorting(sorting)) => Some(sorting),
            _ => None,
        }
    }

    /// `p`: what was put aside or could not be taken, or the clipboard, or a box for a paste.
    pub(in crate::app) fn open_paste(&mut self) -> Vec<Effect> {
        if let Some(view) = self.pasting.kept.take() {
            self.modals.push(Modal::Paste(view));
            return self.look_again();
        }
        if let Some(text) = self.pasting.early.take() {
            return self.offer_paste(text);
        }
        self.modals.push(Modal::Paste(Box::new(PasteView::empty())));
        vec![Effect::ReadClipboard]
    }

    /// Another text instead of this one.
    pub(in crate::app) fn paste_anew(&mut self) -> Vec<Effect> {
        self.modals.pop();
        self.pasting.kept = None;
        self.open_paste()
    }

    /// A paste on the board, where no field takes it: taken apart at once, nothing is written.
    pub(in crate::app) fn offer_paste(&mut self, text: String) -> Vec<Effect> {
        if text.trim().is_empty() {
            self.tell(Say::new("paste-empty"), false);
            return Vec::new();
        }
        if let Err(why) = self.availability(crate::command::Command::Paste) {
            self.tell(why, false);
            self.pasting.early = Some(text);
            return Vec::new();
        }
        self.modals.push(Modal::Paste(Box::new(PasteView { stage: Stage::Reading, note: None })));
        self.ask_reader(text)
    }

    /// A paste where a layer without a field is in the way: kept for later, and that is said.
    pub(in crate::app) fn keep_paste(&mut self, text: String) -> Vec<Effect> {
        if !text.trim().is_empty() {
            self.pasting.early = Some(text);
            self.tell(Say::new("paste-later"), true);
        }
        Vec::new()
    }

    fn ask_reader(&mut self, text: String) -> Vec<Effect> {
        self.pasting.generation += 1;
        vec![Effect::ReadPaste { generation: self.pasting.generation, text: Raw::new(text) }]
    }

    /// What a desktop's clipboard holds, where it could be asked.
    pub(in crate::app) fn clipboard_read(&mut self, text: Result<String, Say>) -> Vec<Effect> {
        let Some(view) = self.paste_view() else { return Vec::new() };
        let Stage::Box(text_box) = &view.stage else { return Vec::new() };
        match text {
            Ok(text) if text_box.is_blank() && !text.trim().is_empty() => {
                view.stage = Stage::Reading;
                self.ask_reader(text)
            }
            Ok(text) if text.trim().is_empty() => {
                view.note = Some(Say::new("paste-clipboard-empty"));
                Vec::new()
            }
            Ok(_) => Vec::new(),
            Err(say) => {
                view.note = Some(say);
                Vec::new()
            }
        }
    }

    /// The reader's answer.
    pub(in crate::app) fn paste_read(&mut self, generation: u64, reading: Result<Reading, Say>) -> Vec<Effect> {
        if generation != self.pasting.generation {
            return Vec::new();
        }
        let open = self.paste_view().is_some();
        let kept = self.pasting.kept.as_deref_mut();
        let Some(view) = (if open { self.paste_view() } else { kept }) else { return Vec::new() };
        match reading {
            Err(say) => {
                *view = PasteView::empty();
                view.note = Some(say);
                Vec::new()
            }
            Ok(reading) => {
                let mut sorting = Sorting::new(reading.finds);
                sorting.left_out = reading.left_out;
                view.stage = Stage::Sorting(Box::new(sorting));
                if !open {
                    return Vec::new();
                }
                if !reading.useful {
                    self.put_aside();
                    self.tell(Say::new("paste-nobody"), false);
                    return Vec::new();
                }
                self.look_again()
            }
        }
    }

    /// Asks who could be meant: at first, and when a name or an address was written.
    pub(in crate::app) fn look_again(&mut self) -> Vec<Effect> {
        let now = self.now.clone();
        let Some(sorting) = self.sorting() else { return Vec::new() };
        sorting.looking = true;
        let rows: Vec<_> = sorting.rows.iter().filter(|row| row.find.on || row.edited).collect();
        let dossier = Box::new(write::newcomer(&rows, &now));
        self.pasting.generation += 1;
        vec![Effect::Alike { generation: self.pasting.generation, dossier }]
    }

    /// Those who could be meant.
    pub(in crate::app) fn alike(&mut self, generation: u64, alike: &[Alike]) -> Vec<Effect> {
        if generation != self.pasting.generation {
            return Vec::new();
        }
        let (current, lang) = (self.current, self.lang);
        let Self { modals, board, .. } = self;
        if let Some(Modal::Paste(view)) = modals.last_mut()
            && let Stage::Sorting(sorting) = &mut view.stage
        {
            sorting.set_alike(alike, current, board, lang);
        }
        Vec::new()
    }

    pub(in crate::app) fn paste_toggle(&mut self) -> Vec<Effect> {
        if let Some(sorting) = self.sorting() {
            sorting.toggle();
        }
        Vec::new()
    }

    pub(in crate::app) fn paste_turn(&mut self, by: isize) -> Vec<Effect> {
        if let Some(sorting) = self.sorting() {
            sorting.turn(by);
        }
        Vec::new()
    }

    /// The next kind of the channel under the cursor.
    pub(in crate::app) fn paste_kind(&mut self, by: isize) -> Vec<Effect> {
        let turned = self.sorting().is_some_and(|sorting| sorting.turn_kind(by));
        if turned { self.paste_changed() } else { Vec::new() }
    }

    /// Writes the row under the cursor; how the message came is turned.
    pub(in crate::app) fn paste_edit(&mut self) -> Vec<Effect> {
        let via = self.sorting().and_then(|sorting| sorting.row().map(|at| sorting.rows[at].find.part));
        if matches!(via, Some(Part::Via(_))) {
            return self.paste_kind(1);
        }
        if let Some(sorting) = self.sorting() {
            sorting.begin();
        }
        Vec::new()
    }

    fn paste_changed(&mut self) -> Vec<Effect> {
        let lang = self.lang;
        let Self { modals, board, .. } = self;
        let Some(Modal::Paste(view)) = modals.last_mut() else { return Vec::new() };
        let Stage::Sorting(sorting) = &mut view.stage else { return Vec::new() };
        let Some(at) = sorting.row() else { return Vec::new() };
        sorting.compare(at, board, lang);
        let identifies = matches!(sorting.rows[at].find.part, Part::Name | Part::Person | Part::Channel(_));
        if identifies { self.look_again() } else { Vec::new() }
    }

    /// Enter, or Ctrl-s in a box: takes what is written, or accepts the whole.
    pub(in crate::app) fn submit_paste(&mut self) -> Vec<Effect> {
        let Some(view) = self.paste_view() else { return Vec::new() };
        match &mut view.stage {
            Stage::Box(text_box) => {
                if text_box.is_blank() {
                    view.note = Some(Say::new("paste-empty"));
                    return Vec::new();
                }
                let text = text_box.text();
                view.stage = Stage::Reading;
                self.ask_reader(text)
            }
            Stage::Reading => Vec::new(),
            Stage::Sorting(sorting) if sorting.editing.is_some() => {
                let country = sorting.country();
                if sorting.end(country) { self.paste_changed() } else { Vec::new() }
            }
            Stage::Sorting(_) => self.accept_paste(),
        }
    }

    fn accept_paste(&mut self) -> Vec<Effect> {
        let now = self.now.clone();
        let Some(sorting) = self.sorting() else { return Vec::new() };
        if sorting.waiting {
            return Vec::new();
        }
        if sorting.looking {
            sorting.error = Some(Say::new("paste-looking-wait"));
            return Vec::new();
        }
        let id = sorting.target().and_then(|target| target.id);
        let there = match id {
            Some(id) => match self.board.get(id).map(forms::dossier_of) {
                Some(dossier) => Some(dossier),
                None => {
                    let gone = Say::new("store-gone-customer");
                    self.sorting().into_iter().for_each(|sorting| sorting.error = Some(gone.clone()));
                    return Vec::new();
                }
            },
            None => None,
        };
        let Some(sorting) = self.sorting() else { return Vec::new() };
        match write::edit(sorting, there, &now) {
            Ok(edit) => self.commit_paste(edit),
            Err((row, say)) => {
                sorting.cursor = sorting.shown().iter().position(|at| *at == row).unwrap_or(sorting.cursor);
                sorting.error = Some(say);
                Vec::new()
            }
        }
    }

    fn commit_paste(&mut self, edit: Edit) -> Vec<Effect> {
        if let Some(sorting) = self.sorting() {
            sorting.error = None;
            sorting.waiting = true;
        }
        self.land_on_new = true;
        self.commit(edit)
    }

    /// Esc: ends the writing, or puts the paste aside, where `p` finds it again.
    pub(in crate::app) fn cancel_paste(&mut self) -> Vec<Effect> {
        if let Some(sorting) = self.sorting()
            && (sorting.editing.take().is_some() || sorting.waiting)
        {
            return Vec::new();
        }
        let blank = matches!(self.paste_view().map(|view| &view.stage), Some(Stage::Box(text)) if text.is_blank());
        if blank {
            self.modals.pop();
        } else {
            self.put_aside();
            self.tell(Say::new("paste-kept"), true);
        }
        Vec::new()
    }

    fn put_aside(&mut self) {
        if let Some(Modal::Paste(view)) = self.modals.pop() {
            self.pasting.kept = Some(view);
        }
    }

    /// A key that no command takes: text, where some is being written.
    pub(in crate::app) fn paste_key(&mut self, chord: Chord, request: Option<InputRequest>) -> Vec<Effect> {
        let Some(view) = self.paste_view() else { return Vec::new() };
        match &mut view.stage {
            Stage::Box(text) => {
                view.note = None;
                text.key(chord, request);
            }
            Stage::Sorting(sorting) => match (&mut sorting.editing, request) {
                (Some(Editing::Text(text)), request) => text.key(chord, request),
                (Some(Editing::Line(input)), Some(request)) => {
                    input.handle(request);
                }
                _ => {}
            },
            Stage::Reading => {}
        }
        Vec::new()
    }

    /// A paste into the layer itself.
    pub(in crate::app) fn paste_into(&mut self, text: String) -> Vec<Effect> {
        let Some(view) = self.paste_view() else { return Vec::new() };
        match &mut view.stage {
            Stage::Box(text_box) if text_box.is_blank() => {
                if text.trim().is_empty() {
                    view.note = Some(Say::new("paste-empty"));
                    return Vec::new();
                }
                view.stage = Stage::Reading;
                self.ask_reader(text)
            }
            Stage::Box(text_box) => {
                text_box.insert(&plain(&text));
                Vec::new()
            }
            Stage::Reading => Vec::new(),
            Stage::Sorting(sorting) => match &mut sorting.editing {
                Some(Editing::Text(text_box)) => {
                    text_box.insert(&plain(&text));
                    Vec::new()
                }
                Some(Editing::Line(_)) => self.paste_line(&text),
                None => {
                    sorting.error = Some(Say::new("paste-one-at-a-time"));
                    Vec::new()
                }
            },
        }
    }
}

/// A paste as lines: what a terminal sends for a line break is one, and nothing in it is a key.
fn plain(text: &str) -> String {
    let text = &text[..text.floor_char_boundary(BOX)];
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}
