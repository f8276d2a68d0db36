"""One at a time, over all processes of a machine: a lock that a killed process cannot leave behind."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalogue.errors import DatabaseError


@contextmanager
def only_one(db: Path, what: str) -> Iterator[bool]:
    """Hold the lock of one thing done to a database; False where another process holds it."""
    path = db.with_name(f"{db.name}-{what}.lock")
    try:
        file = path.open("a")
    except OSError as error:
        raise DatabaseError(f"{path}: {error.strerror}") from error
    with file:  # closing it lets go; the file stays, since removing it would give two holders two files
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
