//! Colours by role, from `assets/themes/*.toml`.

use ratatui::style::{Color, Modifier, Style};
use serde::{Deserialize, Deserializer, de::Error as _};
use std::sync::LazyLock;

/// The names that the configuration knows; the first is the default.
pub const fn names() -> &'static [&'static str] {
    &["dark", "light", "contrast", "none"]
}

/// The theme of that name; the default for a name that is not there.
pub fn get(name: &str) -> &'static Theme {
    match name {
        "light" => &LIGHT,
        "contrast" => &CONTRAST,
        "none" => &NONE,
        _ => &DARK,
    }
}

static DARK: LazyLock<Theme> = LazyLock::new(|| load(include_str!("../../assets/themes/dark.toml")));
static LIGHT: LazyLock<Theme> = LazyLock::new(|| load(include_str!("../../assets/themes/light.toml")));
static CONTRAST: LazyLock<Theme> = LazyLock::new(|| load(include_str!("../../assets/themes/contrast.toml")));
static NONE: LazyLock<Theme> = LazyLock::new(|| load(include_str!("../../assets/themes/none.toml")));

/// A file that cannot be read leaves the terminal's own colours; a test refuses such a file.
fn load(text: &str) -> Theme {
    toml::from_str(text).unwrap_or_default()
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident),* $(,)?) => {
        /// A style for every role.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Theme {
            $($(#[$doc])* #[serde(deserialize_with = "paint")] pub $role: Style,)*
        }
    };
}

roles! {
    /// The ground of everything.
    base,
    /// What is there but can wait.
    dim,
    /// What is barely there: rules, empty places.
    faint,
    /// Names and what is said first.
    strong,
    border,
    /// Border of the pane with the focus.
    border_focus,
    title,
    title_focus,
    /// Column titles and headings.
    heading,
    accent,
    /// A key that can be pressed.
    key,
    good,
    /// Today, soon, look here.
    warn,
    /// Overdue, failed.
    bad,
    tier_a,
    tier_b,
    tier_c,
    tier_none,
    star,
    /// The row under the cursor, in the pane with the focus.
    selected,
    /// The row under the cursor, elsewhere.
    selected_away,
    /// A marked row.
    marked,
    /// What the search matched.
    found,
    open,
    soon,
    closed,
    /// They spoke.
    inbound,
    /// We spoke.
    outbound,
    /// Special requirements.
    requirement,
    weekend,
    today,
    /// The chosen day.
    chosen,
    /// Bars of load and progress.
    bar,
    /// The part of a bar that is not filled.
    bar_rest,
    header,
    /// The ground of a layer over the board.
    layer,
    /// A field of a form.
    field,
    /// The field with the cursor.
    field_focus,
    /// The board below a layer.
    shade,
}

impl Theme {
    /// Plain text, on whatever ground lies below.
    pub const fn text(&self) -> Style {
        Style { bg: None, ..self.base }
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Paint {
    fg: Option<String>,
    bg: Option<String>,
    bold: bool,
    dim: bool,
    italic: bool,
    underline: bool,
    reverse: bool,
    /// Takes away what lies below, for layers.
    plain: bool,
}

fn paint<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Style, D::Error> {
    let paint = Paint::deserialize(deserializer)?;
    let modifiers = [
        (paint.bold, Modifier::BOLD),
        (paint.dim, Modifier::DIM),
        (paint.italic, Modifier::ITALIC),
        (paint.underline, Modifier::UNDERLINED),
        (paint.reverse, Modifier::REVERSED),
    ];
    let colour = |text: Option<String>| {
        text.map(|text| text.parse::<Color>().map_err(|_| D::Error::custom(format!("`{text}` is no colour"))))
            .transpose()
    };
    let mut style = Style { fg: colour(paint.fg)?, bg: colour(paint.bg)?, ..Style::default() };
    if paint.plain {
        style = style.remove_modifier(Modifier::all());
    }
    for (_, modifier) in modifiers.into_iter().filter(|(on, _)| *on) {
        style = style.add_modifier(modifier);
    }
    Ok(style)
}

#[cfg(test)]
mod tests;
