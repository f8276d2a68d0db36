"""Addresses that nobody means well with: made from a seed, so that a failure can be repeated."""

import random
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

PATHS = (
    *("/", "/search", "/search.json", "/search.csv", "/search.atom", "/resources/{}", "/topics/{}", "/roadmaps/{}"),
    *("/links", "/links/{}", "/links/dead.atom", "/papers", "/editions/{}", "/export/{}.csv", "/language/{}", "/{}"),
    *(
        "/catalogue/resources",
        "/catalogue/resources.json",
        "/catalogue/links.csv",
        "/catalogue/{}",
        "/catalogue/topics/{}",
    ),
)
NAMES = (
    *("q", "kind", "level", "language", "topic", "status", "free", "sort", "page", "lang", "to"),
    *(
        "_search",
        "_sort",
        "_sort_desc",
        "_next",
        "_size",
        "_facet",
        "_facet_size",
        "_col",
        "_nocol",
        "_shape",
        "_stream",
    ),
    *("_labels", "_extra", "_json", "_facet_array", "_facet_date", "_nofacet", "_nocount", "_searchmode", "_through"),
    *(
        "_timelimit",
        "_where",
        "kind__exact",
        "kind__in",
        "title__contains",
        "title__glob",
        "year__gt",
        "topics__arraycontains",
    ),
    *(
        "_search_title",
        "_filter_column",
        "_filter_op",
        "_filter_value",
        "_dl",
        "_header",
        "_ttl",
        "_trace",
        "sql",
        "\x00",
    ),
)
PIECES = (
    *(
        '"',
        "'",
        "*",
        "(",
        ")",
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "{",
        "}",
        ":",
        "^",
        "-",
        "\\",
        "%",
        "_",
        "[",
        "]",
        ";",
        "--",
    ),
    *(
        "\x00",
        "\n",
        "\r\n",
        "\u202e",
        "\ud800",
        "\U0001f600",
        "ё",
        "学习",
        "線性代數",
        "C++",
        "a" * 300,
        "学" * 300,
        "( " * 200,
    ),
    *("null", "NaN", "1e999", "-1", "99999999999999999999", "0x10", "<script>alert(1)</script>", "javascript:alert(1)"),
    *(
        "//evil.example",
        "../../etc/passwd",
        "..%2f..%2f",
        "' or 1=1 --",
        "union select 1",
        "zeroblob(400000000)",
        "{{7*7}}",
    ),
    *(
        "alpha",
        "linear algebra",
        "алгебре",
        "ok",
        "dead",
        "newest",
        "title",
        "essence",
        "arrays",
        "array",
        "object",
        "on",
        "",
    ),
)


def addresses(seed: int, count: int) -> Iterator[str]:
    """So many addresses; the same for the same seed."""
    dice = random.Random(seed)

    def text() -> str:
        return "".join(dice.choice(PIECES) for _ in range(dice.randrange(1, 4)))

    for _ in range(count):
        path = dice.choice(PATHS).format(quote(_bytes(text()), safe=dice.choice(("", "/"))))
        pairs = [(dice.choice(NAMES), text()) for _ in range(dice.randrange(4))]
        query = "&".join(f"{quote_plus(name)}={quote_plus(_bytes(value))}" for name, value in pairs)
        yield f"{path}?{query}" if query else path


def _bytes(text: str) -> bytes:
    """The text as a client may send it, halves of characters and all."""
    return text.encode("utf-8", "surrogatepass")
