//! A made-up board, from a seed.
