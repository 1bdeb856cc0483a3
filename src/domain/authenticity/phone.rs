//! Numbers, and the country that the customer states.

use super::{Case, Check, Evidence};
use crate::domain::Say;

pub(super) fn look(case: &Case<'_>, found: &mut Vec<Evidence>) {
    let stated = case.bundle.customer.country;
    for channel in &case.bundle.channels {
        let Some(fact) = case.facts.phone(channel, stated) else { continue };
        let said = |key: &'static str| Say::new(key).with("number", &*channel.handle);
        if !fact.valid {
            found.push(Evidence::new(Check::Phone, -15, said("verify-phone-invalid")));
            continue;
        }
        found.push(Evidence::new(Check::Phone, 10, said("verify-phone-valid")));
        let Some((country, stated)) = fact.country.zip(stated) else { continue };
        let said = |key| said(key).with("country", country.as_str()).with("stated", stated.as_str());
        match fact.fits {
            Some(true) => found.push(Evidence::new(Check::PhoneCountry, 10, said("verify-phone-fits"))),
            Some(false) => found.push(Evidence::new(Check::PhoneCountry, -20, said("verify-phone-elsewhere"))),
            None => {}
        }
    }
}
