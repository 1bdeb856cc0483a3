use super::*;

#[test]
fn the_asset_is_well_formed() {
    let asset: Asset = toml::from_str(ASSET).unwrap();
    for name in asset.words.keys() {
        assert!(Field::parse(name).is_some(), "{name} is no field");
    }
    assert_eq!(asset.statuses.len(), OrderStatus::ALL.len());
    assert!(asset.statuses.keys().all(|name| OrderStatus::parse(name).is_some()));
}

#[test]
fn headers_of_both_languages() {
    for (header, wanted) in [
        ("OrderID", Some(Field::OrderNumber)),
        ("order_date", Some(Field::OrderDate)),
        ("ShippedDate", Some(Field::Shipped)),
        ("revenue", Some(Field::Amount)),
        ("Amount (USD)", Some(Field::Amount)),
        ("CustomerID", Some(Field::Id)),
        ("first_name", Some(Field::FirstName)),
        ("email", Some(Field::Channel(ChannelKind::EMAIL))),
        ("UnitPrice", Some(Field::UnitPrice)),
        ("下单时间", Some(Field::OrderDate)),
        ("实付金额（元）", Some(Field::OrderTotal)),
        ("客户名称", Some(Field::Name)),
        ("Freight", None),
        ("ShipName", None),
        ("RequiredDate", None),
    ] {
        assert_eq!(field(header), wanted, "{header}");
    }
    assert_eq!(status("已退款"), Some(OrderStatus::Returned));
    assert_eq!(status("Canceled"), Some(OrderStatus::Cancelled));
}
