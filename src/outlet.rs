//! Records become files and links.
