//! The town of a zone, as the reader calls it. Data: `assets/zone-cities.tsv`.

use crate::reference::Lang;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

static CHINESE: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("../../../assets/zone-cities.tsv").lines().skip(1).filter_map(|line| line.split_once('\t')).collect()
});

/// `Berlin` of `Europe/Berlin`, `柏林` in Chinese; the last part of the zone's name where no other is known.
pub fn zone_city(zone: &str, lang: Lang) -> Cow<'static, str> {
    match CHINESE.get(zone).filter(|_| lang == Lang::Zh) {
        Some(city) => (*city).into(),
        None => zone.rsplit('/').next().unwrap_or(zone).replace('_', " ").into(),
    }
}
