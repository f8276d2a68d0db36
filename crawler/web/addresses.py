"""Which network addresses a link may lead to: only public ones, unless settings allow more. Pure.

A link comes from anyone's document. It must not become a request to our router, our database or the metadata
service of a cloud. Names are judged after they are resolved, by the address that is really connected.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from catalogue.errors import SettingsError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
IPV4_COMPATIBLE = IPv6Network("::/96")
ISATAP = 0x00005EFE
METADATA = frozenset({IPv4Address("168.63.129.16"), IPv4Address("192.0.0.192"), IPv6Address("fd00:ec2::254")})
"""Metadata services outside the ranges that are refused anyway."""


@dataclass(frozen=True, slots=True)
class AddressGuard:
    """Vets addresses; `allowed` are the networks that settings let through."""

    allowed: tuple[Network, ...] = ()

    def refuses(self, text: str) -> str | None:
        """Why an address may not be connected, or None where it may."""
        try:
            address = ip_address(text.partition("%")[0])
        except ValueError:
            return "not an address"
        faces = [address, *_embedded(address)]
        if any(_inside(face, self.allowed) for face in faces):
            return None
        return next((reason for face in faces if (reason := _reserved(face))), None)


def parse_networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """The networks of crawler.allow_networks."""
    networks = []
    for text in texts:
        try:
            networks.append(ip_network(text, strict=False))
        except ValueError as error:
            raise SettingsError(f"crawler.allow_networks: {text!r} is not a network like 10.0.0.0/8") from error
    return tuple(networks)


def _inside(address: Address, networks: tuple[Network, ...]) -> bool:
    return any(address.version == network.version and address in network for network in networks)


def _reserved(address: Address) -> str | None:
    if address in METADATA:
        return "metadata service"
    if address.is_loopback:
        return "loopback address"
    if address.is_link_local:
        return "link-local address"
    if address.is_multicast:
        return "multicast address"
    if not address.is_global or (isinstance(address, IPv6Address) and address.is_site_local):
        return "private or reserved address"
    return None


def _embedded(address: Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for: mapped, NAT64, 6to4, Teredo, ISATAP."""
    if isinstance(address, IPv4Address):
        return []
    low = IPv4Address(int(address) & 0xFFFFFFFF)
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if any(address in network for network in (*NAT64, IPV4_COMPATIBLE)):
        found.append(low)
    if (int(address) >> 32) & 0xFDFFFFFF == ISATAP:
        found.append(low)
    return [face for face in found if face is not None]
