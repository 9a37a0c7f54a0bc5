//! Under which addresses a phone in the shop's network could reach this PC.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use if_addrs::{IfOperStatus, Interface};
use serde::Serialize;
use ts_rs::TS;

/// An address of this PC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LanAddress {
    /// As in 192.168.1.5.
    #[ts(type = "string")]
    pub ip: Ipv4Addr,
    /// What the system's settings call the interface, e.g. "WLAN" or "enp3s0".
    pub name: String,
}

/// The private IPv4 addresses of this PC that a phone could reach, best guess first: the interface towards the internet,
/// then others, and last those of virtual machines, containers, tunnels and Bluetooth. Empty without a network.
///
/// Sends nothing.
#[must_use]
pub fn addresses() -> Vec<LanAddress> {
    let found = if_addrs::get_if_addrs().unwrap_or_default();
    ranked(found.iter().filter_map(Candidate::of), outward())
}

/// Whether an address belongs to a local network: such a one may listen here, and such a one may ask.
pub(crate) fn is_local(ip: Ipv4Addr) -> bool {
    ip.is_private() || ip.is_loopback() || ip.is_link_local()
}

/// The address that this PC speaks from towards the internet. Connecting a datagram socket only looks up the route; the
/// other end is an address kept for documentation, so that it can be nobody's.
fn outward() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    match socket.local_addr().ok()?.ip() {
        IpAddr::V4(ip) => Some(ip),
        IpAddr::V6(_) => None,
    }
}

/// What matters of an interface.
struct Candidate {
    address: LanAddress,
    made_up: bool,
}

impl Candidate {
    fn of(interface: &Interface) -> Option<Self> {
        let IpAddr::V4(ip) = interface.ip() else {
            return None;
        };
        let down = matches!(
            interface.oper_status,
            IfOperStatus::Down | IfOperStatus::NotPresent | IfOperStatus::LowerLayerDown
        );
        (ip.is_private() && !down).then(|| Self {
            made_up: interface.is_p2p() || made_up(&interface.name),
            address: LanAddress {
                ip,
                name: interface.name.clone(),
            },
        })
    }
}

/// Whether an interface's name says that no phone is behind it.
fn made_up(name: &str) -> bool {
    const BEGINNINGS: [&str; 16] = [
        "docker", "br-", "veth", "virbr", "vnet", "vmnet", "vboxnet", "lxc", "lxd", "cni",
        "podman", "tun", "tap", "utun", "ppp", "wg",
    ];
    const PARTS: [&str; 12] = [
        "vethernet",
        "vmware",
        "virtualbox",
        "hyper-v",
        "wsl",
        "vpn",
        "tailscale",
        "zerotier",
        "wireguard",
        "hamachi",
        "bluetooth",
        "蓝牙",
    ];
    let name = name.to_lowercase();
    BEGINNINGS.iter().any(|begin| name.starts_with(begin))
        || PARTS.iter().any(|part| name.contains(part))
}

/// Best first; among equals the system's own order.
fn ranked(
    candidates: impl Iterator<Item = Candidate>,
    outward: Option<Ipv4Addr>,
) -> Vec<LanAddress> {
    let mut candidates: Vec<_> = candidates.collect();
    candidates.sort_by_key(|candidate| (candidate.made_up, Some(candidate.address.ip) != outward));
    let mut addresses: Vec<_> = candidates.into_iter().map(|one| one.address).collect();
    addresses.dedup();
    addresses
}

#[cfg(test)]
mod tests {
    use if_addrs::{IfAddr, Ifv4Addr};

    use super::*;

    fn interface(name: &str, ip: [u8; 4]) -> Interface {
        Interface {
            name: name.to_owned(),
            addr: IfAddr::V4(Ifv4Addr {
                ip: ip.into(),
                netmask: [255, 255, 255, 0].into(),
                prefixlen: 24,
                broadcast: None,
            }),
            index: None,
            oper_status: IfOperStatus::Up,
            is_p2p: false,
            #[cfg(windows)]
            adapter_name: String::new(),
        }
    }

    /// Which names come out in which order.
    fn check(interfaces: &[Interface], outward: Option<[u8; 4]>, order: &[&str]) {
        let candidates = interfaces.iter().filter_map(Candidate::of);
        let names: Vec<_> = ranked(candidates, outward.map(Ipv4Addr::from))
            .into_iter()
            .map(|address| address.name)
            .collect();
        assert_eq!(names, order);
    }

    #[test]
    fn the_shops_network_comes_first() {
        let linux = [
            interface("lo", [127, 0, 0, 1]),
            interface("docker0", [172, 17, 0, 1]),
            interface("eth0", [10, 0, 0, 7]),
            interface("wlan0", [192, 168, 1, 5]),
        ];
        let order = ["wlan0", "eth0", "docker0"];
        check(&linux, Some([192, 168, 1, 5]), &order);
        check(&linux, None, &["eth0", "wlan0", "docker0"]);

        let windows = [
            interface("vEthernet (WSL)", [172, 20, 0, 1]),
            interface("VMware Network Adapter VMnet8", [192, 168, 80, 1]),
            interface("以太网", [192, 168, 3, 20]),
            interface("蓝牙网络连接", [192, 168, 44, 1]),
        ];
        let order = [
            "以太网",
            "vEthernet (WSL)",
            "VMware Network Adapter VMnet8",
            "蓝牙网络连接",
        ];
        check(&windows, Some([192, 168, 3, 20]), &order);
    }

    #[test]
    fn a_tunnel_stays_last_even_when_everything_goes_through_it() {
        let mut tunnel = interface("Office", [10, 8, 0, 2]);
        tunnel.is_p2p = true;
        let all = [tunnel, interface("WLAN", [192, 168, 1, 5])];
        check(&all, Some([10, 8, 0, 2]), &["WLAN", "Office"]);
    }

    #[test]
    fn what_no_phone_reaches_is_left_out() {
        let mut unplugged = interface("eth1", [192, 168, 9, 9]);
        unplugged.oper_status = IfOperStatus::Down;
        let all = [
            unplugged,
            interface("eth0", [203, 0, 113, 9]),
            interface("eth2", [169, 254, 10, 10]),
            interface("meta", [198, 18, 0, 1]),
        ];
        check(&all, None, &[]);
    }

    #[test]
    fn this_pc_answers() {
        assert!(addresses().iter().all(|address| address.ip.is_private()));
    }
}
