use super::*;

/// Longer than any machine needs here: nothing waits for it.
const LONG: Duration = Duration::from_secs(600);

#[test]
fn tools_are_those_of_where_the_program_runs() {
    let none = tools(&|_| false);
    let first = |list: &[Tool]| list.iter().map(|tool| tool[0]).collect::<Vec<_>>();
    assert_eq!(first(&tools(&|name| name == "TMUX"))[none.len()..], ["tmux"]);
    assert_eq!(first(&tools(&|_| true))[none.len()..], ["wl-paste", "xclip", "xsel", "tmux"]);
}

#[cfg(unix)]
#[test]
fn a_tool_gives_its_text_and_a_flood_is_cut() {
    assert_eq!(ask(&["printf", "Anna\\nM\u{fc}ller"], LONG, 100).as_deref(), Some("Anna\nM\u{fc}ller"));
    assert_eq!(ask(&["yes"], LONG, 1000).map(|text| text.len()), Some(1000));
    assert_eq!(ask(&["false"], LONG, 100), None);
    assert_eq!(ask(&["no-such-tool-as-this"], LONG, 100), None);
    // One that hangs is ended.
    assert_eq!(ask(&["sleep", "600"], Duration::ZERO, 100), None);
}

#[cfg(unix)]
#[test]
fn the_first_that_has_text_is_taken() {
    assert_eq!(first(&[&["no-such-tool-as-this"], &["printf", "hello"]]).as_deref(), Ok("hello"));
    assert_eq!(first(&[&["printf", " "], &["no-such-tool-as-this"]]).unwrap_err().key, "paste-clipboard-empty");
    assert_eq!(first(&[]).unwrap_err().key, "paste-clipboard-none");
    assert_eq!(first(&[&["false"]]).unwrap_err().key, "paste-clipboard-failed");
}
