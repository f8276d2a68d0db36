"""What is wrong with a setting, in one line for whoever wrote it: where it stands, which one, and what was meant."""

import os
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

PREFIX = "CATALOGUE_"


def first_problem(error: ValidationError, path: Path, settings: type[BaseModel]) -> str:
    """The first problem with settings that came from a file or, where a variable of that name is set, from it."""
    problem = error.errors()[0]
    place = [str(part) for part in problem["loc"]]
    said = str(problem["msg"]).removeprefix("Value error, ")
    if problem["type"] == "extra_forbidden":
        said = f"no such setting{meant(place[-1], _known_beside(place, settings))}"
    return f"{_origin(place, path)}: {'.'.join(place)}: {said}"


def meant(name: str, known: Iterable[str]) -> str:
    """The known name that is nearest to one that is unknown, as an aside; empty where none is near."""
    near = get_close_matches(name, list(known), n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _known_beside(place: list[str], settings: type[BaseModel]) -> Iterable[str]:
    """The names that a setting at a place may have."""
    fields = settings.model_fields
    for part in place[:-1]:
        section: Any = fields[part].annotation if part in fields else None
        if not (isinstance(section, type) and issubclass(section, BaseModel)):
            return ()
        fields = section.model_fields
    return fields


def _origin(place: list[str], path: Path) -> str:
    variable = PREFIX + "__".join(place).upper()
    if variable in {key.upper() for key in os.environ}:
        return f"${variable}"
    line = _line_of(place, path)
    return f"{path}:{line}" if line else str(path)


def _line_of(place: list[str], path: Path) -> int | None:
    """The line of the file in which a setting stands under the header of its section."""
    section, key = ".".join(place[:-1]), re.compile(rf"\s*[\"']?{re.escape(place[-1])}[\"']?\s*=")
    here = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.exists() else (), 1):
        header = re.fullmatch(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?", line)
        here = header[1].strip() if header else here
        if here == section and key.match(line):
            return number
    return None
