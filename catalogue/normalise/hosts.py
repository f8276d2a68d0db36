"""What is known of hosts: the kind and language of most of what they hold. The rows are in hosts.csv."""

import csv
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from catalogue.urls import host_of
from catalogue.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Host:
    """A row of hosts.csv; what a host does not decide is None; a `whole` host is one work.

    A host speaks its `language`; titles in one of the languages `also` are those of its works, not translations.
    """

    kind: Kind | None = None
    language: str | None = None
    whole: bool = False
    also: tuple[str, ...] = ()


NOTHING = Host()


@cache
def _hosts() -> dict[str, Host]:
    text = files("catalogue.normalise").joinpath("hosts.csv").read_text(encoding="utf-8")
    return {
        row["host"]: Host(
            Kind(row["kind"]) if row["kind"] else None,
            row["language"] or None,
            row["whole"] == "yes",
            tuple(row["also"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    }


def known_host(url: str) -> Host:
    """What is known of a URL's host, or of the nearest domain above it that has a row."""
    hosts = _hosts()
    name = whole = host_of(url)
    while name:
        if name in hosts:
            host = hosts[name]
            return replace(host, kind=None) if host.kind is Kind.CREATOR and _is_apart(whole, name) else host
        name = name.partition(".")[2]
    return NOTHING


def _is_apart(host: str, domain: str) -> bool:
    """Whether a host is another service of a domain: `vdisk.weibo.com` holds no people."""
    return host.removesuffix(domain).rstrip(".") not in ("", "www", "m", "mobile")
