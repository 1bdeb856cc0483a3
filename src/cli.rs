//! The command line: the same edits and reads as the screen.
