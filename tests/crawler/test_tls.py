"""Certificates: what is wrong with one is told, and it is a verdict of its own."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from catalogue.vocabulary import Verdict
from tests.crawler.crawling import check
from tests.web.smallweb import SmallWeb, page

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make certificates with")


def openssl(folder: Path, *arguments: str) -> None:
    """Run openssl in a folder."""
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def sign(folder: Path, name: str, host: str, days: str) -> ssl.SSLContext:
    """A server's context with a certificate for a host, signed by the authority of the folder."""
    request = ("-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={host}")
    openssl(folder, "req", *request)
    (folder / f"{name}.ext").write_text(f"subjectAltName=DNS:{host}\n", encoding="utf-8")
    by = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", f"{name}.ext")
    openssl(folder, "x509", "-req", "-in", f"{name}.csr", *by, "-out", f"{name}.pem", "-days", days)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{name}.pem", folder / f"{name}.key")
    return context


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a certificate authority of our own."""
    folder = tmp_path_factory.mktemp("ca")
    extension = ("-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign")
    names = ("-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Tests")
    openssl(folder, "req", "-x509", *names, *extension)
    return folder


@pytest.mark.parametrize(
    ("host", "days", "trusted", "seen"),
    [
        pytest.param("site.test", "2", True, (Verdict.OK, "200"), id="fine"),
        pytest.param("site.test", "2", False, (Verdict.TLS, "unknown issuer"), id="an authority of their own"),
        pytest.param("other.test", "2", True, (Verdict.TLS, "wrong name"), id="for another name"),
        pytest.param("site.test", "-1", True, (Verdict.TLS, "certificate expired"), id="expired"),
    ],
)
def test_certificates(authority: Path, host: str, days: str, *, trusted: bool, seen: tuple[Verdict, str]) -> None:
    """A certificate that a browser would warn of is `tls`, with what is wrong; crawler.ca_file names an authority."""
    with SmallWeb(sign(authority, f"{host}{days}", host, days)) as web:
        url = web.put("https://site.test/", page())
        beside = web.put("http://beside.test/", page())
        ca_file = str(authority / "ca.pem") if trusted else None
        visit = check(web, [url, beside], ca_file=ca_file)[0][url]
    assert seen == (visit.verdict, visit.reason)
