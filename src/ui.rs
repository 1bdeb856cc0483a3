//! Views: how the state looks. Drawing changes nothing.
