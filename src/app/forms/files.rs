//! Files in and out: which one, how to read it, and the import's way from preview to op.

use super::super::{
    App, Effect, ImportFrom, ImportRows, Job,
    form::{Form, Name, Purpose, Value},
    import::{ImportView, Stage},
    modal::Modal,
};
use super::paths;
use crate::domain::Say;
use std::path::PathBuf;

impl App {
    /// `i`: which file, and what the exporter knows better than a look at it.
    pub(in crate::app) fn open_import_form(&mut self) -> Vec<Effect> {
        self.import_form(&ImportFrom::default())
    }

    /// The same, filled in.
    pub(in crate::app) fn import_form(&mut self, from: &ImportFrom) -> Vec<Effect> {
        let rows = ImportRows::ALL.iter().position(|rows| *rows == from.rows).unwrap_or(0);
        let options = ImportRows::ALL.map(|rows| Say::new(rows.key())).to_vec();
        let columns: Vec<String> = from.map.iter().map(|(field, column)| format!("{field}={column}")).collect();
        let fields = vec![
            (Name::Path, Value::text(&paths::written(&from.paths))),
            (Name::Rows, Value::Choice { at: rows, options }),
            (Name::Encoding, Value::text(from.encoding.as_deref().unwrap_or_default())),
            (Name::Overwrite, Value::Toggle(from.overwrite)),
            (Name::NoHeader, Value::Toggle(from.no_header)),
            (Name::Columns, Value::text(&columns.join(", "))),
        ];
        self.open_form(Form::new(Purpose::Import, Say::new("form-import"), fields))
    }

    pub(super) fn submit_import_form(&mut self) -> Vec<Effect> {
        let Some(form) = self.form() else { return Vec::new() };
        let paths = paths::read(form.text(Name::Path));
        if paths.is_empty() {
            return self.fail(Name::Path, Say::new("form-path-needed"));
        }
        let mut map = Vec::new();
        for pair in form.text(Name::Columns).split([' ', ',', '，', ';']).filter(|pair| !pair.is_empty()) {
            match pair.split_once('=').filter(|(field, column)| !field.is_empty() && !column.is_empty()) {
                Some((field, column)) => map.push((field.to_owned(), column.to_owned())),
                None => return self.fail(Name::Columns, Say::new("form-columns-unread").with("text", pair)),
            }
        }
        let Some(form) = self.form() else { return Vec::new() };
        let encoding = form.text(Name::Encoding);
        let from = ImportFrom {
            paths,
            encoding: (!encoding.is_empty()).then(|| encoding.to_owned()),
            overwrite: form.toggle(Name::Overwrite),
            rows: ImportRows::ALL.get(form.choice(Name::Rows)).copied().unwrap_or_default(),
            map,
            no_header: form.toggle(Name::NoHeader),
        };
        self.modals.pop();
        self.modals.push(Modal::Import(Box::new(ImportView { from: from.clone(), stage: Stage::Reading, top: 0 })));
        self.job = Some(Job { key: "job-read", done: 0, total: 0 });
        vec![Effect::Preview(from)]
    }

    /// Enter on an import: writes what the preview showed.
    pub(in crate::app) fn submit_import(&mut self) -> Vec<Effect> {
        let Some(Modal::Import(view)) = self.modals.last_mut() else { return Vec::new() };
        match std::mem::replace(&mut view.stage, Stage::Reading) {
            Stage::Preview(mut preview) => match preview.edit.take() {
                Some(edit) => {
                    view.stage = Stage::Writing(preview);
                    self.job = Some(Job { key: "job-import", done: 0, total: 0 });
                    self.commit(edit)
                }
                None => {
                    self.modals.pop();
                    Vec::new()
                }
            },
            Stage::Failed(_) => {
                let from = view.from.clone();
                self.modals.pop();
                self.import_form(&from)
            }
            busy => {
                view.stage = busy;
                Vec::new()
            }
        }
    }

    /// `X`: the customers shown, to a file.
    pub(in crate::app) fn open_export_form(&mut self) -> Vec<Effect> {
        let title = Say::new("form-export").with("count", self.list.rows.len());
        let name = format!("customers-{}.csv", self.now.today());
        self.open_form(Form::new(Purpose::Export, title, vec![(Name::Path, Value::text(&name))]))
    }

    pub(super) fn submit_export(&mut self) -> Vec<Effect> {
        let Some(form) = self.form() else { return Vec::new() };
        let path = paths::one(form.text(Name::Path));
        let lower = path.to_string_lossy().to_lowercase();
        if !(lower.ends_with(".csv") || lower.ends_with(".json")) {
            return self.fail(Name::Path, Say::new("form-export-kinds"));
        }
        let shown = self.list.rows.iter().filter_map(|slot| self.board.at(*slot));
        let customers = shown.map(|bundle| bundle.customer.id).collect();
        self.modals.pop();
        self.job = Some(Job { key: "job-export", done: 0, total: 0 });
        vec![Effect::Export { path, customers }]
    }
}

/// What can be read; or, of several files, that they are read as one list.
pub(super) fn remark(text: &str) -> Option<Say> {
    if text.is_empty() {
        return Some(Say::new("form-path-kinds"));
    }
    let paths = paths::read(text);
    let name = |path: &PathBuf| path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let names = paths.iter().map(name).collect::<Vec<_>>().join(" + ");
    (paths.len() > 1).then(|| Say::new("form-paths").with("count", paths.len()).with("names", names))
}
