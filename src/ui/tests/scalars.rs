//! Every Unicode scalar through the widgets: none that hides, reorders or controls reaches a cell.

use super::fixture;
use crate::app::App;
use crate::app::form::{Form, Name, Purpose, Value};
use crate::app::modal::Modal;
use crate::app::paste::{Stage, Theirs};
use crate::domain::{CustomerId, Detail, Direction, Interaction, InteractionId, Label, Op, OpId, OpState, Say};
use crate::reference::Lang;
use crate::ui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Tall and wide, so that few frames show all.
const SIZE: (u16, u16) = (206, 330);

fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Draws, and looks at every cell.
fn check(app: &App) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.0, app.size.1));
    paint(&mut buffer, app);
    for row in buffer.content().chunks(app.size.0.into()) {
        let mut next = 0;
        for (x, cell) in row.iter().enumerate() {
            let symbol = cell.symbol();
            if symbol == " " {
                continue;
            }
            assert!(x >= next, "a wide character keeps its second cell");
            if let Some(bad) = symbol.chars().find(|c| hides(*c)) {
                panic!("{:04X} reached a cell", u32::from(bad));
            }
            next = if symbol.len() == 1 { x + 1 } else { x + text::width(symbol).max(1) };
        }
        assert!(next <= row.len(), "a wide character hangs over the edge");
    }
}

/// All scalars in texts of so many.
fn texts(each: usize) -> Vec<String> {
    let all: Vec<char> = ('\0'..=char::MAX).collect();
    all.chunks(each).map(|chunk| chunk.iter().collect()).collect()
}

/// Those that a widget must not show as they are, and some that it may.
fn strange() -> Vec<String> {
    let all: Vec<char> = ('\0'..='\u{ffff}').filter(|c| hides(*c)).chain('\u{e0000}'..='\u{e007f}').collect();
    all.chunks(16).map(|chunk| chunk.iter().collect()).collect()
}

/// Names, people and a timeline on one screen: a frame costs more than what is on it.
#[test]
fn every_scalar_as_a_name_a_person_and_in_the_timeline() {
    let mut app = fixture::app(SIZE, Lang::En);
    let template = fixture::bundles().remove(0);
    let rows = app.list_page().min(300);
    for page in texts(24).chunks(rows) {
        for (id, text) in (1..).zip(page) {
            let mut bundle = template.clone();
            bundle.customer.id = CustomerId(id);
            bundle.customer.fields.name = text.as_str().into();
            bundle.contacts[0].name = text.as_str().into();
            app.board.put(bundle);
        }
        app.list.rows = (1..).map_while(|id| app.board.slot_of(CustomerId(id))).take(rows).collect();
        let said = |(id, text): (i64, &String)| Interaction {
            id: InteractionId(id),
            contact: None,
            at: app.now.instant,
            direction: Direction::In,
            kind: None,
            text: text.as_str().into(),
            outcome: "".into(),
            template: Default::default(),
        };
        let timeline = (1..).zip(page).map(said).collect();
        app.card.detail = Some((CustomerId(1), Detail { timeline, closed: vec![], ..Detail::default() }));
        check(&app);
    }
}

#[test]
fn every_scalar_in_the_notes() {
    let mut app = fixture::app(SIZE, Lang::En);
    let bundle = fixture::bundles().remove(0);
    app.list.rows.clear();
    for page in texts(36).chunks(290) {
        let mut bundle = bundle.clone();
        bundle.customer.fields.notes = page.join("\n").into();
        app.board.put(bundle);
        check(&app);
    }
}

#[test]
fn strange_ones_everywhere() {
    let mut app = fixture::app((200, 60), Lang::En);
    let template = fixture::bundles().remove(0);
    for text in strange() {
        let mut bundle = template.clone();
        let fields = &mut bundle.customer.fields;
        for place in [&mut fields.name, &mut fields.company, &mut fields.city, &mut fields.source, &mut fields.language]
        {
            *place = text.as_str().into();
        }
        fields.tags = vec![text.as_str().into()];
        fields.interests = text.as_str().into();
        fields.requirements = text.as_str().into();
        bundle.contacts[0].role = text.as_str().into();
        for channel in &mut bundle.channels {
            channel.handle = text.as_str().into();
            channel.norm = "".into();
        }
        bundle.follow_ups[0].note = text.as_str().into();
        bundle.care_dates[0].kind = text.as_str().into();
        app.board.put(bundle);
        app.file.clone_from(&text);
        app.list.query.text = text.as_str().into();
        app.settings.tier_names[0].clone_from(&text);
        app.modals.clear();
        check(&app);
        app.modals = vec![Modal::Form(Box::new(form(&text)))];
        check(&app);
        for (name, mut modal) in super::layers::all(&app) {
            spoil(&mut modal, &text);
            app.modals = vec![modal];
            check(&app);
            assert!(!name.is_empty());
        }
    }
}

fn form(text: &str) -> Form {
    let title = Say::new("form-edit").with("name", text);
    let mut form =
        Form::new(Purpose::Import, title, vec![(Name::Path, Value::text(text)), (Name::Note, Value::text(text))]);
    form.fields[1].remark = Some(Say::new("form-not-known").with("text", text));
    form.error = Some(Say::new("form-not-known").with("text", text));
    form
}

fn spoil(modal: &mut Modal, text: &str) {
    match modal {
        Modal::Palette(palette) => palette.input = tui_input::Input::new(text.to_owned()),
        Modal::History(history) => {
            let label = Label { key: text.into(), name: text.into(), count: 1, detail: text.into() };
            history.ops.push(Op { id: OpId(9), at: fixture::now().instant, label, state: OpState::Done, changes: 1 });
            if let Some((_, rows)) = &mut history.step {
                rows[0].columns.push((text.into(), Some(text.into()), Some(text.into())));
                rows[0].table = text.into();
            }
        }
        Modal::Merge(merge) => {
            merge.names.0 = text.to_owned();
            merge.rows[0].gone = text.to_owned();
        }
        Modal::Import(import) => {
            import.from.paths = vec![text.into()];
            if let crate::app::import::Stage::Preview(preview) = &mut import.stage {
                preview.samples[0].name = text.to_owned();
                preview.mapping[0].0 = text.to_owned();
                preview.problems[0].1 = text.to_owned();
            }
        }
        Modal::Form(_)
        | Modal::Rfm(_)
        | Modal::Drift(_)
        | Modal::Ahead(_)
        | Modal::Country(_)
        | Modal::Menu(_)
        | Modal::Help(_)
        | Modal::Triage(_)
        | Modal::Reply(_)
        | Modal::Why(_)
        | Modal::Evidence(_)
        | Modal::Funnel(_)
        | Modal::Statistics(_) => {}
        Modal::Paste(view) => match &mut view.stage {
            Stage::Box(lines) => lines.insert(text),
            Stage::Reading => {}
            Stage::Sorting(sorting) => {
                sorting.rows.iter_mut().for_each(|row| {
                    row.find.value = text.to_owned();
                    row.find.from.snippet = text.to_owned();
                });
                for target in &mut sorting.targets {
                    target.name = text.to_owned();
                    target.takes[0].theirs = Theirs::Other(text.to_owned());
                }
            }
        },
    }
}
