"""The gate: only the contract's views are public, and every answer is safe to show."""

from pathlib import Path

import pytest

from tests.site.visitor import Visitor

CLOSED = [
    *("/catalogue", "/catalogue.db", "/catalogue.json", "/catalogue?sql=select+1", "/catalogue.json?sql=select+1"),
    *("/catalogue/resource", "/catalogue/link", "/catalogue/visit", "/catalogue/search_text", "/catalogue/RESOURCE"),
    *(
        "/catalogue/resource_fts",
        "/catalogue/resource_fts_data",
        "/catalogue/resource_search",
        "/catalogue/resource_vocab",
    ),
    *("/catalogue/resource.json", "/catalogue/sqlite_schema", "/catalogue/topic_label", "/catalogue/resource/1"),
    "/catalogue/resources?_where=1%3D1",
    "/catalogue/resources?_search=x&_searchmode=raw",
    "/catalogue/resources?_search=x&_fts_table=resource_fts",
    "/catalogue/resources?_search=x&_FTS_table=resource_fts",
    "/catalogue/resources.json?_through=%7B%22table%22%3A%22mention%22%7D",
    "/catalogue/resources?_trace=1",
    "/catalogue/resources?_timelimit=1",
    *(
        "/-/databases",
        "/-/databases.json",
        "/-/metadata.json",
        "/-/settings.json",
        "/-/plugins.json",
        "/-/threads.json",
    ),
    *(
        "/-/versions.json",
        "/-/patterns",
        "/-/allow-debug",
        "/-/permissions",
        "/-/actor.json",
        "/-/messages",
        "/-/logout",
    ),
    *("/_memory", "/_memory?sql=select+1", "/_internal"),
    *("/%2D/databases.json", "/~2D/databases.json", "/-/", "/-", "/catalogue/-/query"),
]
OPEN = [
    *(
        "/",
        "/search",
        "/resources/essence",
        "/catalogue/resources",
        "/catalogue/resources.json",
        "/catalogue/links.csv",
    ),
    *("/catalogue/dead_links", "/catalogue/topics", "/catalogue/checks", "/static/catalogue.css", "/-/static/app.css"),
]


@pytest.mark.parametrize("path", CLOSED)
def test_what_is_not_public_is_refused(visitor: Visitor, path: str) -> None:
    """Tables, shadow tables, SQL, downloads, debug pages and the database page give a refusal and nothing else."""
    answer = visitor.get(path)
    assert answer.status_code in (400, 403, 404), answer.text[:300]
    assert "essence.example" not in answer.text


@pytest.mark.parametrize("path", OPEN)
def test_the_contract_is_public(visitor: Visitor, path: str) -> None:
    """Our pages, and the views as Datasette shows them, answer."""
    assert visitor.get(path).status_code == 200


@pytest.mark.parametrize("path", [*OPEN, *CLOSED[:8], "/nope", "/search?q=%00", "/catalogue/resources?_sort=nope"])
def test_every_answer_has_the_headers_of_a_public_site(visitor: Visitor, sample_db: Path, path: str) -> None:
    """No sniffing, no framing, a content policy; and no path of the machine, nor its name, in the text."""
    answer = visitor.get(path)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert str(sample_db.parent) not in answer.text
    assert sample_db.name not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize(
    "path", ["/", "/search", "/catalogue/resource", "/catalogue/resources.json", "/static/x", "/-/"]
)
def test_nobody_writes(visitor: Visitor, method: str, path: str) -> None:
    """Whatever is asked for otherwise than by reading is refused, with the headers of every answer."""
    answer = visitor.ask(method, path)
    assert answer.status_code == 405
    assert answer.headers["x-frame-options"] == "DENY"


def test_a_cookie_that_is_no_text_is_as_none(visitor: Visitor) -> None:
    """Bytes that no browser sends end no request."""
    answer = visitor.ask("GET", "/search", {"cookie": b"lang=\xff\xfe"})
    assert answer.status_code == 200
    assert answer.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", ["/", "/search?q=algebra", "/resources/hostile", "/nope"])
def test_our_own_pages_run_no_script(visitor: Visitor, path: str) -> None:
    """The policy of our pages allows no script and no inline style, and the pages hold neither."""
    answer = visitor.get(path)
    policy = answer.headers["content-security-policy"]
    assert "script-src" not in policy
    assert "unsafe-inline" not in policy
    assert "default-src 'none'" in policy
    assert "<style" not in answer.text
    assert " style=" not in answer.text
    assert " onclick=" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        *("/catalogue/resources?_next=abc", "/catalogue/resources?_sort=nope", "/catalogue/resources?_sort_desc=nope"),
        *("/catalogue/resources?_size=abc", "/catalogue/resources?_facet=kind", "/catalogue/resources?_facet_size=x"),
        *(
            "/catalogue/resources?_col=nope",
            "/catalogue/resources?_shape=nope",
            "/catalogue/resources.json?_shape=object",
        ),
        *("/catalogue/resources?_search_nope=1", "/catalogue/resources?nope=1", "/catalogue/resources?kind__nope=1"),
    ],
)
def test_wrong_parameters_are_the_readers_mistake(visitor: Visitor, path: str) -> None:
    """A parameter that makes no sense is 400 (or ignored), never a failure of the server."""
    assert visitor.get(path).status_code in (200, 400)


@pytest.mark.parametrize("asked", ["линейной алгебре", "linear algebra", "线性代数", "線性代數"])
def test_the_core_search_box_goes_through_the_analyzer(visitor: Visitor, asked: str) -> None:
    """`_search` on the public view finds inflected words and topics in every language."""
    rows = visitor.get(f"/catalogue/resources.json?_search={asked}&_shape=array").json()
    assert {row["key"] for row in rows} == {"essence", "kurs-linal", "xianxing"}


def test_the_core_search_box_knows_which_topic_is_part_of_which(visitor: Visitor) -> None:
    """A convolutional network is a neural network there, too."""
    rows = visitor.get("/catalogue/resources.json?_search=neural+networks&_shape=array").json()
    assert {row["key"] for row in rows} == {"nn-zero", "svertki"}


@pytest.mark.parametrize("asked", ['"', "AND", "NEAR(", "a*%20OR%20(", "%00", "%ED%A0%80", "'", ""])
def test_the_core_search_box_takes_anything(visitor: Visitor, asked: str) -> None:
    """Operators and broken text are words to search for, nothing more."""
    assert visitor.get(f"/catalogue/resources.json?_search={asked}&_shape=array").status_code == 200
