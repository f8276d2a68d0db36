"""Certificates: what is wrong with one is told, and it is a verdict of its own."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from catalogue.vocabulary import Verdict
from tests.crawler.crawling import check
from tests.web.smallweb import SmallWeb, page


def server_of(authority: trustme.CA, host: str, days: int) -> ssl.SSLContext:
    """A server's context with a certificate for a host that ends in so many days."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(host, not_after=datetime.now(UTC) + timedelta(days)).configure_cert(context)
    return context


@pytest.mark.parametrize(
    ("host", "days", "trusted", "seen"),
    [
        pytest.param("site.test", 2, True, (Verdict.OK, "200"), id="fine"),
        pytest.param("site.test", 2, False, (Verdict.TLS, "unknown issuer"), id="an authority of their own"),
        pytest.param("other.test", 2, True, (Verdict.TLS, "wrong name"), id="for another name"),
        pytest.param("site.test", -1, True, (Verdict.TLS, "certificate expired"), id="expired"),
    ],
)
def test_certificates(tmp_path: Path, host: str, days: int, *, trusted: bool, seen: tuple[Verdict, str]) -> None:
    """A certificate that a browser would warn of is `tls`, with what is wrong; crawler.ca_file names an authority."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    with SmallWeb(server_of(authority, host, days)) as web:
        url = web.put("https://site.test/", page())
        beside = web.put("http://beside.test/", page())
        ca_file = str(tmp_path / "ca.pem") if trusted else None
        visit = check(web, [url, beside], ca_file=ca_file)[0][url]
    assert seen == (visit.verdict, visit.reason)
