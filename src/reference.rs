//! What `assets/` know: countries, zones, channels, phones, words. Loaded once, when first asked.
