use super::*;

fn keys(text: &mut TextBox, keys: &[Key]) {
    keys.iter().for_each(|key| text.key(Chord { key: *key, ctrl: false, alt: false }, None));
}

#[test]
fn lines_are_written_broken_and_joined() {
    let mut text = TextBox::default();
    assert!(text.is_blank());
    text.insert("one\ntwo");
    assert_eq!((text.text().as_str(), text.row), ("one\ntwo", 1));
    keys(&mut text, &[Key::Enter]);
    text.insert("你好");
    keys(&mut text, &[Key::Up, Key::Up]);
    text.insert("X\nY");
    assert_eq!((text.text().as_str(), text.row), ("onX\nYe\ntwo\n你好", 1));
    text.lines[1].handle(InputRequest::GoToStart);
    keys(&mut text, &[Key::Backspace]);
    assert_eq!((text.text().as_str(), text.row, text.lines[0].cursor()), ("onXYe\ntwo\n你好", 0, 3));
    text.lines[0].handle(InputRequest::GoToEnd);
    keys(&mut text, &[Key::Delete]);
    assert_eq!(text.text(), "onXYetwo\n你好");
    keys(&mut text, &[Key::PageDown, Key::Down, Key::PageUp]);
    assert_eq!(text.row, 0);
}

#[test]
fn a_line_break_at_the_end_begins_a_line() {
    let mut text = TextBox::new("a\nb\n");
    assert_eq!(text.lines.len(), 2);
    text.insert("\n");
    assert_eq!((text.lines.len(), text.row), (3, 2));
}
