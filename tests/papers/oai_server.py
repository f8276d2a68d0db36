"""A small OAI-PMH server on loopback that pages the way arXiv's does: by skipping records of a moving order."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tests.papers.oai_xml import atom_entry, atom_feed, oai_error, oai_page, oai_record

Reply = tuple[int, bytes, dict[str, str]]


@dataclass
class Entry:
    """A paper on the server: when it was stamped, its sets, and the fields of its record."""

    datestamp: str
    versions: tuple[str, ...] = ("Mon, 09 Nov 2026 10:00:00 GMT",)
    sets: tuple[str, ...] = ("cs:cs:LG",)
    fields: dict[str, str] = field(default_factory=dict)


@dataclass
class OaiServer:
    """The state a test may change between requests; `before` is called with each query and may answer in its place."""

    entries: dict[str, Entry] = field(default_factory=dict)
    page_size: int = 10
    before: Callable[[dict[str, str], int], Reply | None] = lambda _query, _number: None
    queries: list[dict[str, str]] = field(default_factory=list)
    answered: str = "2026-11-21T12:00:00Z"
    url: str = ""

    def reply(self, query: dict[str, str]) -> Reply:
        """What the server says to a query."""
        self.queries.append(query)
        return self.before(query, len(self.queries)) or (200, self._answer(query), {})

    def _answer(self, query: dict[str, str]) -> bytes:
        if "id_list" in query:
            return self._feed(query["id_list"].split(","))
        if "identifier" in query:
            name = query["identifier"].removeprefix("oai:arXiv.org:")
            found = self.entries.get(name)
            if found is None:
                return oai_error("idDoesNotExist", answered=self.answered)
            record = self._record(name, found)
            return oai_page(record, answered=self.answered).replace(b"ListRecords", b"GetRecord")
        token = query.get("resumptionToken")
        if token and token.count("|") != 2:
            return oai_error("badResumptionToken", answered=self.answered)
        first, spec, skip = token.split("|") if token else (query["from"], query.get("set", ""), "0")
        return self._list(first, spec, int(skip))

    def _feed(self, names: list[str]) -> bytes:
        """What the query API says: the entries of the papers it knows."""
        known = ((name, self.entries[name]) for name in names if name in self.entries)
        return atom_feed(*(atom_entry(name, len(entry.versions), **entry.fields) for name, entry in known))

    def _list(self, first: str, spec: str, skip: int) -> bytes:
        order = sorted(
            (entry.datestamp, name) for name, entry in self.entries.items() if not spec or spec in entry.sets
        )
        due = [(stamp, name) for stamp, name in order if stamp >= first][skip:]
        page, rest = due[: self.page_size], due[self.page_size :]
        if not page:
            return oai_error("noRecordsMatch", answered=self.answered)
        token = ""
        if rest:
            day = page[-1][0]
            known = [name for stamp, name in page if stamp == day]
            token = f"{day}|{spec}|{len(known) + (skip if day == first else 0)}"
        return oai_page(
            *(self._record(name, self.entries[name]) for _, name in page), token=token, answered=self.answered
        )

    def _record(self, name: str, entry: Entry) -> str:
        return oai_record(name, entry.datestamp, entry.versions, **entry.fields)


@contextmanager
def serve(state: OaiServer) -> Iterator[OaiServer]:
    """The server on a free port of loopback, until the test ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
            status, body, headers = state.reply(query)
            self.send_response(status)
            self.send_header("Content-Length", headers.pop("Content-Length", str(len(body))))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}/oai"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
