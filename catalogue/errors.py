"""What can go wrong, as a caller sees it.

* CatalogueError            one line a user can act on; the command exits with 2
  + InputError              a document or a file of data/: file, line, thing
  + SettingsError           catalogue.toml, a CATALOGUE_* variable or a flag
  + DatabaseError           foreign, locked, damaged, of another version, no room
  + AsOfError               a catalogue time before what it would judge
  + JobError                part of a job could not be done; what was done stands

A failed link is data, not an error: see catalogue.records.web.Outcome.
"""

from pathlib import Path


class CatalogueError(Exception):
    """Something the user can mend; its text is one whole line."""


class InputError(CatalogueError):
    """A document or data file that cannot be read: names file, line and thing."""

    def __init__(self, path: Path | str, problem: str, line: int | None = None) -> None:
        self.path, self.problem, self.line = path, problem, line
        place = f"{path}:{line}" if line else str(path)
        super().__init__(f"{place}: {problem}")


class SettingsError(CatalogueError):
    """A setting that does not exist or has a value it cannot have."""


class DatabaseError(CatalogueError):
    """A database that is not ours, is locked, is damaged or has no room left."""


class AsOfError(CatalogueError):
    """A catalogue time before the newest visit of what it would judge."""


class JobError(CatalogueError):
    """Part of a job could not be done and is worth another try; what was done stands."""
