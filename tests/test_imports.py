"""Imports point down a written list of floors, and each outside library has one home (docs/design.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent

FLOORS = [
    ["catalogue.errors", "catalogue.vocabulary"],
    ["catalogue.records", "catalogue.urls", "catalogue.languages", "catalogue.reasons", "catalogue.tex"],
    ["catalogue.history", "catalogue.ledger", "catalogue.ranking", "catalogue.search"],
    ["catalogue.documents", "catalogue.normalise", "catalogue.datafolder"],
    ["catalogue.database", "catalogue.assembly"],
    ["catalogue.store", "catalogue.exports", "catalogue.editions"],
    ["catalogue.site"],
    ["crawler"],
    ["scheduled.settings", "scheduled.locks", "scheduled.logs"],
    ["scheduled.jobs", "scheduled.deliver"],
    ["scheduled.timetable", "scheduled.timed"],
    ["scheduled.clock"],
    ["scheduled.cli"],
]
"""Top of the list = bottom of the house; modules of one floor may import each other if that makes no cycle."""

STAIRS = ("lines", "citations", "names", "entries")
"""Within catalogue.documents, from the bottom: what a line says, what it cites, what it names, what it links to."""

HOMES = {
    "bs4": ("catalogue.documents", "crawler.pages.facts"),
    "sqlmodel": ("catalogue.database", "catalogue.store"),
    "httpx": ("crawler.web", "crawler.arxiv.client"),
    "aiohttp": ("crawler.web",),
    "distributed": ("crawler.fleet",),
    "apscheduler": ("scheduled.timetable",),
    "datasette": ("catalogue.site", "scheduled.jobs.serving"),
    "click": ("scheduled.cli",),
    "pydantic": ("scheduled.settings",),
    "yaml": ("catalogue.datafolder.yamltext",),
}

CRAWLER_SEES = (
    "catalogue.errors",
    "catalogue.vocabulary",
    "catalogue.records",
    "catalogue.urls",
    "catalogue.languages",
    "catalogue.history",
)


def _modules() -> Iterator[tuple[str, set[str]]]:
    """Each module of the three packages with the names it imports, lazily or not."""
    for package in ("catalogue", "crawler", "scheduled"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            yield name, set(_imports(ast.parse(path.read_text(encoding="utf-8"))))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _within(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(prefix + ".")


def _floor(name: str) -> int | None:
    return next((level for level, rooms in enumerate(FLOORS) if any(_within(name, room) for room in rooms)), None)


def _ours(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] in ("catalogue", "crawler", "scheduled")


def test_every_module_has_a_floor() -> None:
    """A new module is given its place in the list, or it does not land."""
    packages = {"catalogue", "crawler", "scheduled"}
    assert [name for name, _ in _modules() if name not in packages and _floor(name) is None] == []


def test_imports_point_down() -> None:
    """No module imports from a floor above its own."""
    upward = [
        f"{name} imports {other}"
        for name, imported in _modules()
        for other in imported
        if _ours(other)
        and (mine := _floor(name)) is not None
        and (theirs := _floor(other)) is not None
        and theirs > mine
    ]
    assert upward == []


def test_reading_goes_up_the_stairs() -> None:
    """What knows single lines does not know the page they stand on."""
    steps = {f"catalogue.documents.{room}": height for height, room in enumerate(STAIRS)}
    downward = [
        f"{name} imports {other}"
        for name, imported in _modules()
        for other in imported
        if steps.get(".".join(other.split(".")[:3]), -1) > steps.get(".".join(name.split(".")[:3]), len(STAIRS))
    ]
    assert downward == []


def test_no_cycles() -> None:
    """No chain of imports leads back to where it began."""
    modules = dict(_modules())
    graph = {
        name: {found for other in imported if (found := _longest(other, modules)) and found != name}
        for name, imported in modules.items()
    }
    done: set[str] = set()
    cycles: list[list[str]] = []

    def visit(name: str, path: list[str]) -> None:
        if name in path:
            cycles.append([*path[path.index(name) :], name])
        elif name not in done:
            for other in sorted(graph[name]):
                visit(other, [*path, name])
            done.add(name)

    for name in graph:
        visit(name, [])
    assert cycles == []


def _longest(name: str, modules: dict[str, set[str]]) -> str | None:
    """The module an imported name stands in: itself, or without its last part."""
    if name in modules:
        return name
    owner = name.rpartition(".")[0]
    return owner if owner in modules else None


def test_libraries_stay_in_their_home() -> None:
    """Swapping a library touches one place."""
    strays = [
        f"{name} imports {library}"
        for name, imported in _modules()
        for library, homes in HOMES.items()
        if any(_within(other, library) for other in imported) and not any(name.startswith(home) for home in homes)
    ]
    assert strays == []


def test_the_crawler_never_sees_the_store() -> None:
    """The crawler takes records and gives records back."""
    seen = [
        f"{name} imports {other}"
        for name, imported in _modules()
        for other in imported
        if name.startswith("crawler") and _within(other, "catalogue")
        if not any(_within(other, allowed) for allowed in CRAWLER_SEES)
    ]
    assert seen == []
