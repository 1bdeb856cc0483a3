use super::*;

#[test]
fn every_theme_can_be_read_and_names_every_role() {
    for text in [
        include_str!("../../../assets/themes/dark.toml"),
        include_str!("../../../assets/themes/light.toml"),
        include_str!("../../../assets/themes/contrast.toml"),
        include_str!("../../../assets/themes/none.toml"),
    ] {
        toml::from_str::<Theme>(text).unwrap_or_else(|error| panic!("{error}"));
    }
    assert_ne!(get("dark"), get("light"));
    assert_eq!(get("nonsense"), get(names()[0]));
}

#[test]
fn no_color_means_no_colour() {
    let shown = format!("{:?}", get("none"));
    assert!(!shown.contains("fg: Some") && !shown.contains("bg: Some"), "{shown}");
}
