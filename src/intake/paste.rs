//! Pasted text taken apart.
