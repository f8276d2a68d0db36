"""Why there is no answer: the exceptions of httpx and of what carries it, in our words."""

import httpx

from catalogue.vocabulary import Failure
from crawler.web.transport import AddressFault, NameFault, TlsFault

FAILURES: tuple[tuple[type[Exception], Failure], ...] = (
    (NameFault, Failure.NAME),
    (AddressFault, Failure.ADDRESS),
    (TlsFault, Failure.TLS),
    (httpx.TimeoutException, Failure.TIMEOUT),
    (TimeoutError, Failure.TIMEOUT),
    (httpx.ConnectError, Failure.CONNECT),
    (httpx.NetworkError, Failure.RESET),
    (httpx.TooManyRedirects, Failure.REDIRECTS),
    (httpx.UnsupportedProtocol, Failure.SCHEME),
    (httpx.HTTPError, Failure.UNREADABLE),
    (httpx.InvalidURL, Failure.UNREADABLE),
    (ValueError, Failure.UNREADABLE),
)
"""The one table from exceptions to reasons, most special first."""
FAULTS = tuple(fault for fault, _ in FAILURES)


def failure_of(fault: Exception) -> Failure:
    """What an exception of a request says of it."""
    return next(failure for kind, failure in FAILURES if isinstance(fault, kind))
