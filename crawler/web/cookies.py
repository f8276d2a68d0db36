"""The cookies of one link's chain of redirects, and no longer: gates set one and send us on."""

MOST_COOKIES = 50


class ChainCookies:
    """What the servers of one chain set, each given back to its own site only."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], str] = {}

    def take(self, host: str, set_cookie: str) -> None:
        """Remember one Set-Cookie header of a host."""
        pair, *attributes = set_cookie.split(";")
        name, equals, value = pair.partition("=")
        if not equals or not name.strip() or not pair.isprintable() or len(self._values) >= MOST_COOKIES:
            return
        self._values[(_domain(host, attributes), name.strip())] = value.strip()

    def header(self, host: str) -> str:
        """The Cookie header for a host; empty for none."""
        return "; ".join(f"{name}={value}" for (owner, name), value in self._values.items() if _belongs(host, owner))


def _domain(host: str, attributes: list[str]) -> str:
    """The owner of a cookie: `.domain` where the server widened it to a domain it lies in, else the host alone."""
    for attribute in attributes:
        key, _, value = attribute.partition("=")
        domain = value.strip().lstrip(".").lower()
        if key.strip().lower() == "domain" and "." in domain and _belongs(host, f".{domain}"):
            return f".{domain}"
    return host


def _belongs(host: str, owner: str) -> bool:
    return host == owner.lstrip(".") or (owner.startswith(".") and host.endswith(owner))
