use super::*;

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// As the reader of keys hands the bytes over.
fn events(text: &str) -> Vec<Event> {
    let mut out = Vec::new();
    let mut alt = false;
    for c in text.chars() {
        let with = if std::mem::take(&mut alt) { KeyModifiers::ALT } else { KeyModifiers::NONE };
        match c {
            '\u{1b}' => alt = true,
            '\u{7}' => out.push(key(KeyCode::Char('g'), KeyModifiers::CONTROL)),
            c if c.is_uppercase() => out.push(key(KeyCode::Char(c), with | KeyModifiers::SHIFT)),
            c => out.push(key(KeyCode::Char(c), with)),
        }
    }
    out
}

/// The keys that come through, and the answers.
fn run(filter: &mut Filter, events: Vec<Event>, asked: bool) -> (Vec<Event>, Vec<Option<String>>) {
    let (mut keys, mut answers) = (Vec::new(), Vec::new());
    for event in events {
        match filter.take(event, asked) {
            Told::Keys(more) => keys.extend(more),
            Told::Nothing => {}
            Told::Answer(body) => answers.push(body.and_then(|body| decoded(&body))),
        }
    }
    (keys, answers)
}

#[test]
fn an_answer_is_no_keys_however_late_it_comes() {
    for asked in [true, false] {
        for end in ["\u{7}", "\u{1b}\\"] {
            let mut filter = Filter::default();
            let text = format!("jk\u{1b}]52;c;RGVhciBBbm5hLCDlpb0K{end}x");
            let (keys, answers) = run(&mut filter, events(&text), asked);
            assert_eq!((keys, answers), (events("jkx"), vec![Some("Dear Anna, 好\n".into())]), "{end:?}");
        }
    }
    let (keys, answers) = run(&mut Filter::default(), events("\u{1b}]52;;\u{7}"), true);
    assert_eq!((keys.len(), answers), (0, vec![Some(String::new())]), "an empty clipboard");
}

#[test]
fn an_answer_torn_in_two_is_put_together_while_it_is_waited_for() {
    let esc = key(KeyCode::Esc, KeyModifiers::NONE);
    let mut torn = vec![esc.clone()];
    torn.extend(events("]52;c;aGk="));
    torn.extend([esc.clone(), key(KeyCode::Char('\\'), KeyModifiers::NONE)]);
    assert_eq!(run(&mut Filter::default(), torn, true), (vec![], vec![Some("hi".into())]));
    // Escape alone is a key: at once, or a moment later while an answer is waited for.
    let mut filter = Filter::default();
    assert_eq!(filter.take(esc.clone(), false), Told::Keys(vec![esc.clone()]));
    assert_eq!(filter.take(esc.clone(), true), Told::Nothing);
    assert!(filter.patience().is_some());
    assert_eq!(filter.silence(), Told::Keys(vec![esc.clone()]));
    assert_eq!(filter.take(esc.clone(), true), Told::Nothing);
    let mut both = vec![esc];
    both.extend(events("j"));
    assert_eq!(filter.take(events("j").remove(0), true), Told::Keys(both));
}

#[test]
fn other_keys_come_through_in_their_order() {
    for text in ["\u{1b}]x", "\u{1b}]5x", "\u{1b}]52x", "\u{1b}j\u{1b}]\u{1b}]", "Ab;52;"] {
        let mut filter = Filter::default();
        let (mut keys, answers) = run(&mut filter, events(text), true);
        if let Told::Keys(more) = filter.silence() {
            keys.extend(more);
        }
        assert_eq!((keys, answers), (events(text), vec![]), "{text:?}");
    }
}

#[test]
fn what_breaks_off_or_floods_gives_nothing_and_no_key() {
    let mut filter = Filter::default();
    assert_eq!(run(&mut filter, events("\u{1b}]52;c;aGVs"), true), (vec![], vec![]));
    assert_eq!(filter.silence(), Told::Answer(None));
    assert_eq!(run(&mut Filter::default(), events("\u{1b}]52;c;aG!"), true), (vec![], vec![None]));
    let flood = format!("\u{1b}]52;c;{}\u{7}", "A".repeat(MOST + 8));
    assert_eq!(run(&mut Filter::default(), events(&flood), true), (vec![], vec![None]));
    // The window's size is told whatever comes in between.
    let mut filter = Filter::default();
    let mut sized = events("\u{1b}]52;c;aG");
    sized.push(Event::Resize(80, 24));
    sized.extend(events("k=\u{7}"));
    assert_eq!(run(&mut filter, sized, true), (vec![Event::Resize(80, 24)], vec![Some("hi".into())]));
}

#[test]
fn base64_is_read_with_and_without_its_end() {
    for (body, text) in [("", ""), ("YQ==", "a"), ("YQ", "a"), ("YWI=", "ab"), ("YWJj", "abc"), ("5L2g5aW9", "你好")]
    {
        assert_eq!(decoded(body.as_bytes()).as_deref(), Some(text));
    }
    assert_eq!((decoded(b"Y"), decoded(b"Y=Q=")), (None, None));
}
