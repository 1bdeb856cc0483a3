//! Views: how the state looks. Drawing changes nothing.
pub fn draw(_: &mut ratatui::Frame, _: &crate::app::App) {}
