//! Finding customers while typing: folding, prefilter, ranking. Pure.
