"""The fields that a page has before its text: YAML between lines of ---, TOML between lines of +++. Pure."""

import re
import tomllib
from pathlib import Path

from catalogue.datafolder.yamltext import Block, parse_yaml
from catalogue.errors import InputError

MOST_CHARS = 100_000
FENCE = re.compile(
    r"\A\ufeff?\s*(?:---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)\n\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
HEADER = re.compile(r"\A\ufeff?(?P<fields>(?:[A-Za-z][\w ]{0,30}:[ \t]*\S.*\n){2,})(?:[ \t]*\n|\Z)")
"""Fields without fences, as Pelican and MultiMarkdown have them."""
OF_POST = frozenset({"date", "slug", "tags", "category", "layout"})
LOOSE_FIELD = re.compile(r"^([^\s:=#-][^:=\n]{0,40})[:=][ \t]*(.*)$", re.MULTILINE)
TABLES = ("params", "extra", "taxonomies")
"""Where Hugo and Zola want the fields that are the author's own."""


def has_front_matter(text: str) -> bool:
    """Whether a text begins with fields between fences."""
    return FENCE.match(text[:MOST_CHARS]) is not None


def split_front_matter(text: str) -> tuple[dict[str, object], str, int]:
    """The fields of a front matter, the text after it, and the line that text starts at."""
    found = FENCE.match(text[:MOST_CHARS])
    if found is None:
        return _split_header(text)
    if found["yaml"] is None:
        fields = _of_toml(found["toml"])
    else:
        fields = _of_yaml("\n" * text.count("\n", 0, found.start("yaml")) + found["yaml"])  # its lines are the file's
    return _with_own_fields(fields), text[found.end() :], text.count("\n", 0, found.end()) + 1


def _split_header(text: str) -> tuple[dict[str, object], str, int]:
    """The same for fields without fences: those of a post, with its title and no address; any other are text."""
    found = HEADER.match(text[:MOST_CHARS])
    fields = _line_by_line(found["fields"]) if found else {}
    names = {name.lower() for name in fields}
    is_post = "title" in names and not names.isdisjoint(OF_POST) and "://" not in found["fields"] if found else False
    if found is None or not is_post:
        return {}, text, 1
    return fields, text[found.end() :], text.count("\n", 0, found.end()) + 1


def _of_yaml(text: str) -> dict[str, object]:
    try:
        parsed = parse_yaml(Path("front matter"), text)
    except InputError:
        return _line_by_line(text)
    return parsed.values if isinstance(parsed, Block) else {}


def _of_toml(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return _line_by_line(text)


def _line_by_line(text: str) -> dict[str, object]:
    """The fields where people forgot the quotes."""
    return {key.strip(): value.strip().strip("\"'") for key, value in LOOSE_FIELD.findall(text)}


def _with_own_fields(fields: dict[str, object]) -> dict[str, object]:
    """The fields with those of the tables that only hold more of them; what stands outside counts first."""
    for name in TABLES:
        table = fields.get(name)
        fields = (table.values if isinstance(table, Block) else table if isinstance(table, dict) else {}) | fields
    return fields
