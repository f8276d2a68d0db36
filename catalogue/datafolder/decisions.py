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


def save_new_address(data_dir: Path, decided: NewAddress) -> None:
    """Append a decision to data/curation/moved.yaml; the file is checked before it replaces the old one."""
    path = data_dir / FOLDER / "moved.yaml"
    block: dict[str, object] = {
        "resource": decided.resource,
        "url": decided.url,
        "reason": decided.reason,
        "date": decided.decided_on,
    }
    before = read_text(path) if path.exists() else ""
    text = before + ("\n" if before and not before.endswith("\n") else "") + render_yaml([block])
    list(parse_decisions(path, text))
    write_whole(path, text)
