//! The program in a real terminal: few journeys, each waiting for what the screen shows and never for a time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;

use pty::Window;

const LEAVE: &str = "\x1b[?1049l";
const ENTER: &str = "\x1b[?1049h";

#[test]
fn a_board_opens_answers_and_gives_the_terminal_back() {
    let mut window = Window::demo();
    window.wait_for("Everyone");
    window.keys("g e");
    window.keys("/");
    window.send("hospital");
    window.wait_for("/ hospital");
    window.keys("\x1b");
    window.wait_gone("/ hospital");
    window.keys("q");
    assert_eq!(window.exit(), 0);
    let raw = window.raw();
    assert!(raw.ends_with_any(&[LEAVE, "\x1b[?25h"]), "the last words restore the screen and the cursor");
    for off in [LEAVE, "\x1b[?2004l", "\x1b[?1000l", "\x1b[?25h"] {
        assert!(raw.holds(off), "{off:?} was not sent");
    }
}

#[test]
fn a_handle_is_copied_to_the_terminals_clipboard() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trade.db");
    let added =
        pty::run(&file, &["add", "--name", "Nile Filters", "--country", "EG", "--channel", "whatsapp=+201001234567"]);
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let mut window = Window::open(&file, 100, 30);
    window.wait_for("Nile Filters");
    window.keys("w");
    // Base64 of +201001234567.
    window.wait_raw("\x1b]52;c;KzIwMTAwMTIzNDU2Nw==");
    window.keys("q");
    assert_eq!(window.exit(), 0);
}

#[test]
fn a_tier_set_here_is_seen_in_a_second_window_and_undone_there() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trade.db");
    assert!(pty::run(&file, &["add", "--name", "Nile Filters"]).status.success());
    let mut first = Window::open(&file, 100, 30);
    let mut second = Window::open(&file, 100, 30);
    first.wait_for("Nile Filters");
    second.wait_for("Nile Filters");
    first.keys("a");
    first.wait_for("Tier A for Nile Filters");
    second.wait_for("Tier A for Nile Filters");
    second.keys("u");
    second.wait_for("Undone");
    first.wait_for("Undone in another window");
    for window in [&mut first, &mut second] {
        window.keys("q");
        assert_eq!(window.exit(), 0);
    }
}

#[test]
fn a_paste_is_never_keys() {
    let mut window = Window::demo();
    window.wait_for("Everyone");
    window.keys("g e");
    window.wait_for("Customers");
    window.send("\x1b[200~q\rD\r\x1b[201~");
    window.wait_for("names nobody");
    window.keys("/");
    window.send("\x1b[200~two\nlines\x1b[201~");
    window.wait_for("/ two lines");
    window.keys("\x1b");
    window.wait_gone("/ two lines");
    window.keys("q");
    assert_eq!(window.exit(), 0);
}

#[test]
fn a_signal_ends_it_with_a_usable_terminal() {
    for signal in [libc::SIGTERM, libc::SIGHUP] {
        let mut window = Window::demo();
        window.wait_for("Everyone");
        window.signal(signal);
        assert_eq!(window.exit(), 0, "signal {signal}");
        assert!(window.raw().holds(LEAVE));
    }
}

#[test]
fn it_stops_and_goes_on() {
    let mut window = Window::demo();
    window.wait_for("Everyone");
    window.keys("\x1a");
    window.wait_raw(LEAVE);
    window.wait_stopped();
    window.forget();
    window.signal(libc::SIGCONT);
    window.wait_raw(ENTER);
    window.wait_for("Everyone");
    window.keys("q");
    assert_eq!(window.exit(), 0);
}

#[test]
fn a_small_terminal_is_told_so_and_a_larger_one_draws() {
    let mut window = Window::demo();
    window.wait_for("Everyone");
    window.resize(40, 10);
    window.wait_gone("Everyone");
    window.resize(120, 40);
    window.wait_for("Everyone");
    window.keys("q");
    assert_eq!(window.exit(), 0);
}

#[test]
fn an_empty_file_welcomes() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(&folder.path().join("new").join("trade.db"), 80, 24);
    window.wait_for("Import a file");
    window.keys("n");
    window.send("First Buyer");
    window.keys("\r");
    window.wait_for("Customers");
    window.wait_for("First Buyer");
    window.keys("q");
    assert_eq!(window.exit(), 0);
}

#[test]
fn an_inquiry_is_pasted_accepted_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trade.db");
    assert!(pty::run(&file, &["add", "--name", "Nile Filters"]).status.success());
    let mut window = Window::open(&file, 100, 30);
    window.wait_for("Nile Filters");
    window.send("\x1b[200~We need 500 pcs of UV lamps.\r\rRegards\rRosa Ortega\rMar S.L.\rrosa@mar.example\x1b[201~");
    window.wait_for("Enter saves it");
    window.wait_for("rosa@mar.example");
    window.wait_gone("looking for customers");
    window.keys("\r");
    window.wait_for("Add Mar S.L.");
    window.keys("u");
    window.wait_for("Undone: Add Mar S.L.");
    window.keys("q");
    assert_eq!(window.exit(), 0);
}

/// Asks [`fault`] to be one.
const FAULT: &str = "TRADEWIND_TEST_FAULT";

/// Not a test but the child: takes the terminal over as the board does, and panics over somebody's number.
#[test]
fn fault() {
    if std::env::var_os(FAULT).is_some() {
        let _terminal = tradewind::runtime::Terminal::enter().unwrap();
        panic!("+4915123456789");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_tells_nothing_of_anybody() {
    let this = std::env::current_exe().unwrap();
    let state = "echo \"modes $(stty -g)\"";
    let script = format!("{state}; {FAULT}=1 '{}' --exact fault --nocapture; {state}", this.display());
    let mut window = Window::shell(&script);
    window.wait_for("a fault of its own");
    assert_eq!(window.exit(), 0);
    let raw = window.raw();
    for sent in [ENTER, "\x1b[?2004h", "\x1b[?1000h", "\x1b[?1000l", "\x1b[?2004l", LEAVE, "\x1b[?25h"] {
        assert!(raw.holds(sent), "{sent:?} was not sent");
    }
    assert!(!raw.holds("4915123456789"));
    // What is typed is seen again, line by line, and keys stop programs: the modes are what they were.
    let modes: Vec<&str> = raw.text().lines().filter(|line| line.starts_with("modes ")).collect();
    assert!(modes.len() == 2 && modes[0].len() > 40 && modes[0] == modes[1], "{modes:?}");
}

#[test]
fn the_terminals_clipboard_is_asked_where_no_tool_answers_and_its_answer_is_no_keys() {
    let mut window = Window::demo();
    window.wait_for("Everyone");
    window.keys("p");
    window.wait_raw("\u{1b}]52;c;?\u{1b}\\");
    // `Dear Sir, 500 UV lamps? Anna Schmidt <anna@aquanord.de>`
    window.send("\u{1b}]52;c;RGVhciBTaXIsIDUwMCBVViBsYW1wcz8gQW5uYSBTY2htaWR0IDxhbm5hQGFxdWFub3JkLmRlPg==\u{7}");
    window.wait_for("anna@aquanord.de");
    window.keys("\u{1b}");
    window.wait_gone("anna@aquanord.de");
    // One that nobody asked for is thrown away: `x`, `q` and the rest are no keys.
    window.send("\u{1b}]52;c;eHF4cXhx\u{7}");
    window.keys("?");
    window.wait_for("Help: keys");
    window.keys("\u{1b}");
    window.wait_gone("Help: keys");
    window.keys("q");
    assert_eq!(window.exit(), 0);
}
