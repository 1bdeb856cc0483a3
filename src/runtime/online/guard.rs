//! Which addresses are contacted at all.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is somebody's on the open Internet: not this machine, not this network, nothing reserved.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => public_v4(address),
        IpAddr::V6(address) => public_v6(address),
    }
}

fn public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_multicast()
        || a == 0
        || a >= 240
        // Shared by carriers, for protocols, for benchmarks, and what once led from IPv6.
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19)))
}

fn public_v6(address: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = address.segments();
    let inner = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match (a, b, c, d, e, f) {
        // An IPv4 address in other clothes is what it is: mapped, compatible, translated, tunnelled.
        (0, 0, 0, 0, 0, 0xffff | 0) => (g, h) != (0, 0) && (g, h) != (0, 1) && public_v4(inner(g, h)),
        (0x64, 0xff9b, 0, 0, 0, 0) => public_v4(inner(g, h)),
        (0x2002, ..) => public_v4(inner(b, c)),
        // Teredo and others below 2001::/23, examples.
        (0x2001, ..=0x1ff, ..) | (0x2001, 0xdb8, ..) | (0x3fff, ..=0xfff, ..) => false,
        // Only these are given out.
        _ => (0x2000..0x4000).contains(&a),
    }
}
