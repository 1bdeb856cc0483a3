//! When two rows are the same customer.

/// A company's name as it is compared.
pub fn fold_company(name: &str) -> String {
    name.to_lowercase()
}
