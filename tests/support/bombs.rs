//! Letters that want to do harm, between two that do not: shared by the tests of the library and of the command line.

/// As an mbox: whole, nested without end, too large, full of escapes, noise, whole.
pub fn bombs() -> String {
    let head = |n: usize| {
        format!("From x Mon Nov 02 10:00:00 2026\nFrom: b{n}@far.example\nDate: Mon, 2 Nov 2026 10:00:0{n} +0000\n")
    };
    let mut text = format!("{}Subject: one\n\nFirst.\n\n{}Subject: bomb\n", head(1), head(2));
    (0..30_000).for_each(|n| {
        text.push_str(&format!("Content-Type: multipart/mixed; boundary=\"b{n}\"\n\n--b{n}\n"));
    });
    text.push_str(&format!("\n{}Subject: big\n\n{}\n\n", head(3), "All work and no play. \n".repeat(31 << 16)));
    text.push_str(&format!("{}Subject: \u{1b}]0;owned\u{7}\u{202e}evil\n\n\u{1b}[2JPay now\u{9b}31m\n\n", head(4)));
    text.push_str("From x Mon Nov 02 10:00:00 2026\nno header at all, only \u{1b}[31mnoise\n\n");
    text.push_str(&format!("{}Subject: last\n\nLast.\n", head(5)));
    text
}
