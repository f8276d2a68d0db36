"""Which addresses a link may lead to."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.errors import SettingsError
from crawler.web.addresses import AddressGuard, parse_networks

GUARD = AddressGuard()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.0.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "100.100.100.200",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.0.192",
        "192.0.2.1",
        "198.18.0.1",
        "203.0.113.5",
        "224.0.0.1",
        "239.255.255.250",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::192.168.0.1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "fe80::5efe:10.0.0.1",
        "2a00:1450::5efe:10.0.0.1",
        "not an address",
        "",
    ],
)
def test_refused(address: str) -> None:
    """Loopback, private, link-local, multicast, metadata and reserved addresses, however they are written."""
    assert GUARD.refuses(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::8.8.8.8", "2a00:1450:4001::1"]
)
def test_let_through(address: str) -> None:
    """Public addresses."""
    assert GUARD.refuses(address) is None


@pytest.mark.parametrize(
    ("address", "refused"),
    [
        pytest.param("127.0.0.5", False, id="inside"),
        pytest.param("::ffff:127.0.0.5", False, id="inside, mapped"),
        pytest.param("10.0.0.1", True, id="outside"),
        pytest.param("::1", True, id="other version"),
    ],
)
def test_settings_let_networks_through(address: str, refused: bool) -> None:
    """A network of crawler.allow_networks is let through, and nothing else."""
    guard = AddressGuard(parse_networks(["127.0.0.0/8"]))
    assert refused == bool(guard.refuses(address))


def test_a_wrong_network_is_named() -> None:
    """A setting that is no network is refused with its text."""
    with pytest.raises(SettingsError, match=r"crawler\.allow_networks: '10\.0\.0\.0/99'"):
        parse_networks(["10.0.0.0/99"])


@given(st.integers(0, 2**32 - 1))
def test_an_embedded_address_is_no_way_around(number: int) -> None:
    """What is refused as IPv4 is refused in each IPv6 dress of it."""
    plain = ipaddress.IPv4Address(number)
    if GUARD.refuses(str(plain)):
        low = f"{number >> 16:x}:{number & 0xFFFF:x}"
        for dress in (f"::ffff:{low}", f"64:ff9b::{low}", f"2002:{low}::1"):
            assert GUARD.refuses(dress)


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    """Whatever a resolver returns, the guard never raises."""
    GUARD.refuses(text)
