//! The exporter's TOML.
