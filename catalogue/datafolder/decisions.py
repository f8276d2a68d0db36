"""Write what a person just decided into data/curation/: appended, nothing that stands there is touched."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalogue.datafolder.curation import FOLDER, parse_decisions
from catalogue.datafolder.roadmaps import read_text, write_whole
from catalogue.datafolder.yamltext import render_yaml


@dataclass(frozen=True, slots=True)
class NewAddress:
    """A person's yes to the address a link moved to."""

    resource: str
    url: str
    reason: str
    decided_on: date


def save_new_addresses(data_dir: Path, decided: list[NewAddress]) -> Path:
    """Append the decisions to data/curation/moved.yaml; the file is checked before it replaces the old one."""
    path = data_dir / FOLDER / "moved.yaml"
    blocks: list[dict[str, object]] = [
        {"resource": each.resource, "url": each.url, "reason": each.reason, "date": each.decided_on} for each in decided
    ]
    before = read_text(path) if path.exists() else ""
    text = before + ("\n" if before and not before.endswith("\n") else "") + render_yaml(blocks)
    list(parse_decisions(path, text))
    write_whole(path, text)
    return path
