"""What is left of JSON and YAML that is cut, damaged, or written by hand: their whole records. Pure."""

import json
import re

JSON_START = re.compile(
    r"(?:\s+|//[^\n]*\n|/\*.{0,2000}?\*/|[\w.$ ]{1,60}=)*+(?:\[\s*(?://[^\n]*\n\s*)*)?\{\s*\"", re.DOTALL
)
"""How JSON begins, with comments of people, and where a script keeps it in a variable."""
TRAILING = re.compile(r",(?=\s*[}\]])")
MAX_BROKEN = 20
"""Damaged objects after which the rest is given up: each may be read to the end of the text."""
YAML_FIELD = re.compile(
    r"^[ \t]*(?P<item>-[ \t]+)?(?P<name>[^\s:#-][^:\n]{0,40}?):[ \t]+(?P<value>\S.{0,2000})$", re.MULTILINE
)


def salvage_json(text: str) -> list[object]:
    """The whole objects of JSON text that is cut or damaged somewhere; [] for text that is no JSON."""
    decoder = json.JSONDecoder()
    text = TRAILING.sub("", text)
    found: list[object] = []
    broken = 0
    place = text.find("{") if JSON_START.match(text[:4_000]) else -1
    while place >= 0 and broken < MAX_BROKEN:
        try:
            value, end = decoder.raw_decode(text, place)
            found.append(value)
        except (ValueError, RecursionError):
            broken, end = broken + 1, place + 1
        place = text.find("{", end)
    return found


def salvage_yaml(text: str) -> list[object]:
    """The records in the lines of YAML that cannot be read as such: a dash or a name told before begins the next."""
    found: list[dict[str, object]] = []
    for field in YAML_FIELD.finditer(text):
        name, value = field["name"].strip("\"' "), field["value"].strip().strip("\"'")
        if not found or field["item"] or name in found[-1]:
            found.append({})
        found[-1][name] = value
    return list(found)
