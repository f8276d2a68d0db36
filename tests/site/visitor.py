"""A visitor of the site: asks in process, through the whole of Datasette."""

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Any

import httpx
from bs4 import BeautifulSoup
from datasette.app import Datasette

from scheduled.jobs.serving import make_datasette
from scheduled.settings.site import SiteSection


class Visitor:
    """Asks for pages and reads them."""

    def __init__(self, db: Path, **settings: str) -> None:
        """The site of a database, with settings of [site]."""
        self.datasette: Any = make_datasette(db, SiteSection(**settings))  # type: ignore[arg-type]
        self._runner = asyncio.Runner()

    @classmethod
    def over(cls, datasette: Datasette) -> "Visitor":
        """Someone who reads the site of a Datasette that was made already."""
        visitor = cls.__new__(cls)
        visitor.datasette, visitor._runner = datasette, asyncio.Runner()
        return visitor

    @classmethod
    def of_folder(cls, folder: Path) -> "Visitor":
        """Someone who reads a published folder, as `datasette FOLDER` serves it."""
        return cls.over(Datasette(config_dir=folder))

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._runner.close()
        for database in self.datasette.databases.values():
            database.close()
        self.datasette.executor.shutdown()

    def get(self, path: str, **headers: str) -> httpx.Response:
        """The answer to one request; redirects are not followed."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer: httpx.Response = self._runner.run(self.datasette.client.get(path, headers=named))
        return answer

    def ask(self, method: str, path: str, headers: dict[str, bytes] | None = None) -> httpx.Response:
        """The answer to a request of any method, with headers of any bytes."""
        answer: httpx.Response = self._runner.run(self.datasette.client.request(method, path, headers=headers))
        return answer

    def read(self, path: str, **headers: str) -> BeautifulSoup:
        """A page that must be there, as a tree."""
        answer = self.get(path, **headers)
        assert answer.status_code == 200, f"{path}: {answer.status_code}\n{answer.text[-500:]}"
        return BeautifulSoup(answer.text, "html.parser")

    def titles(self, path: str, **headers: str) -> list[str]:
        """The titles on a page of results, in order."""
        return [title.get_text().strip() for title in self.read(path, **headers).select(".found article.card h2")]
