"""What servers do to a visitor, as scripts for the small web; the words to write them down with.

The cases stand in three files: live (a reader finds the page), shut (nobody can tell, or not now), lost (gone, and
said so in the status, in words, or by where it leads). Texts and names are made up.
"""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.web.prose import article, document
from tests.web.smallweb import Asked, Behaviour, SmallWeb, page


@dataclass(frozen=True)
class Case:
    """One URL and what its server does."""

    name: str
    path: str
    script: tuple[Behaviour, ...]
    others: tuple[tuple[str, Behaviour], ...] = ()

    def put(self, web: SmallWeb, group: str) -> str:
        """Script the case on a host of its own; `HOST` in other URLs stands for it. Returns the URL to check."""
        host = f"{self.name.replace(' ', '-')}.{group}.test"
        for url, behaviour in self.others:
            web.put(url.replace("HOST", host), behaviour)
        return web.put(f"http://{host}{self.path}", *self.script)


def case(name: str, *script: Behaviour, path: str = "/course/intro-to-learning") -> Case:
    """A case on a host of its own."""
    return Case(name, path, script)


def at(case: Case, **places: Behaviour) -> Case:
    """The case with more places on its own host: names are paths, `__` for a slash, `_root` for the root."""
    named = (
        (f"http://HOST/{'' if name == '_root' else name.replace('__', '/')}", each) for name, each in places.items()
    )
    return Case(case.name, case.path, case.script, (*case.others, *named))


def beside(case: Case, url: str, behaviour: Behaviour) -> Case:
    """The case with a place on another host."""
    return Case(case.name, case.path, case.script, (*case.others, (url, behaviour)))


def only_if(asks: Callable[[Asked], bool], good: Behaviour, bad: Behaviour) -> Behaviour:
    """One answer for those who ask rightly, another for the rest."""

    async def answer(asked: Asked, writer: object) -> None:
        await (good if asks(asked) else bad)(asked, writer)  # type: ignore[arg-type]

    return answer


def text(body: str, kind: str = "text/plain; charset=utf-8", status: int = 200) -> Behaviour:
    """An answer of another type."""
    return page(body, status, {"Content-Type": kind})


def redirect_in(location: str, charset: str) -> bytes:
    """The bytes of an answer that sends on, in a charset of its own."""
    return f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode(charset)


def encoded(body: bytes, encoding: str) -> Behaviour:
    """A body that claims to be compressed."""
    return page(body, headers={"Content-Encoding": encoding})


PAGE = article("Introduction to learning", "learning")
GOOD = page(PAGE)
MISSING = page(document("Not Found", "<h1>Not Found</h1>"), 404)
LATER = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
SOON = format_datetime(datetime.now(UTC) + timedelta(seconds=1), usegmt=True)
BOMB = gzip.compress(b"<title>Zeros</title>" + b"\0" * 40_000_000, 9)


def with_get(asked: Asked) -> bool:
    """Whether it was asked with GET."""
    return asked.method == "GET"


def browser_like(asked: Asked) -> bool:
    """Whether the visitor says that it wants HTML."""
    return "text/html" in asked.headers.get("accept", "")


def named(asked: Asked) -> bool:
    """Whether the visitor has a name that firewalls let pass."""
    agent = asked.headers.get("user-agent", "").lower()
    return bool(agent) and not any(
        word in agent for word in ("link", "bot", "check", "crawl", "spider", "python", "http")
    )


def with_cookie(asked: Asked) -> bool:
    """Whether the visitor brings the cookie back."""
    return "gate=open" in asked.headers.get("cookie", "")
