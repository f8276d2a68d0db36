"""Docs that cannot go stale: what they list is held against the code."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=\[;~! ]", requirement, maxsplit=1)[0].lower() for requirement in requirements}


def test_every_dependency_has_its_reasons() -> None:
    """docs/dependencies.md has exactly one row for each name in pyproject.toml."""
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    listed = [name.lower() for name in re.findall(r"^\| ([A-Za-z0-9_.-]+) \| (?!why)", text, re.MULTILINE)]
    extras = [name for group in PROJECT["optional-dependencies"].values() for name in group]
    wanted = _names(PROJECT["dependencies"]) | {n for n in _names(extras) if not n.startswith("roadmap-catalogue")}
    assert sorted(listed) == sorted(wanted)


def test_every_dependency_is_pinned() -> None:
    """constraints.txt pins each, and names no index and no host."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = {line.partition("==")[0].lower() for line in text.splitlines()}
    extras = [name for group in PROJECT["optional-dependencies"].values() for name in group]
    wanted = {n for n in _names(PROJECT["dependencies"] + extras) if not n.startswith("roadmap-catalogue")}
    assert wanted - pinned == set()
    assert "http" not in text.replace("httpx", "").replace("httpcore", "").replace("aiohttp", "")
    assert "--" not in text


def test_the_readme_is_short_and_leads_somewhere() -> None:
    """The README stays under 120 lines, and every file it links to exists."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count("\n") < 120
    linked = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert linked
    assert [link for link in linked if not (ROOT / link).exists()] == []
