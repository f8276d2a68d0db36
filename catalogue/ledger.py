"""The ledger of papers: what the first sight of a version is. Pure; catalogue/store/papers.py keeps it.

A paper is new in exactly one edition for ever. arXiv gives an identifier its month at announcement, so the first
sight of a paper whose month is its batch's or the one before is *new*; any other first sight is *backfill*: an older
paper that was cross-listed, stamped anew or got a journal reference. The datestamp assigns the batch and nothing else.
What was announced before the ledger began is *known*: it fills the ledger and comes into no edition.
"""

from datetime import date

from catalogue.records.arxiv_ids import announced_month
from catalogue.records.papers import Paper, Sighting
from catalogue.vocabulary import Sight

COMPARED = ("title", "authors", "categories", "abstract", "comment", "journal_ref", "doi")
FILES = "files"
REINSTATED = "reinstated"


def see(paper: Paper, known: Paper | None, batch: date, began: date) -> tuple[Sighting, ...]:
    """The versions of a paper seen for the first time; `known` is what the ledger held, `began` its first evening."""
    if known is None:
        return _sightings(paper, 0, _first_sight(paper, batch, began), batch)
    if paper.version <= known.version:
        return ()
    if batch < began:
        return _sightings(paper, known.version, Sight.PAST, batch)
    further = Sight.WITHDRAWN if paper.withdrawn else Sight.UPDATED
    return _sightings(paper, known.version, further, batch, what_changed(known, paper))


def see_again(paper: Paper, looked_up: Paper, batch: date, began: date) -> tuple[Sighting, ...]:
    """The same for a paper we only looked up before: it may still be new, and its newer versions are updates."""
    first = _first_sight(paper, batch, began)
    if first is Sight.BACKFILL:
        return see(paper, looked_up, batch, began)
    return _sightings(paper, 0, first, batch)


def supersedes(paper: Paper, known: Paper) -> bool:
    """Whether a record is at least as new as what we hold: a cached answer may be older."""
    return (paper.version, paper.datestamp) >= (known.version, known.datestamp)


def what_changed(before: Paper, after: Paper) -> tuple[str, ...]:
    """The names of the fields in which a further version differs."""
    if before.withdrawn and not after.withdrawn:
        return (REINSTATED, *_differing(before, after))
    return _differing(before, after) or (FILES,)


def _differing(before: Paper, after: Paper) -> tuple[str, ...]:
    return tuple(name for name in COMPARED if _words(getattr(before, name)) != _words(getattr(after, name)))


def _words(value: str | tuple[str, ...]) -> list[str]:
    """A text by its words: line breaks are no change."""
    return value.split() if isinstance(value, str) else list(value)


def _first_sight(paper: Paper, batch: date, began: date) -> Sight:
    # An evening arXiv did announce on, though our calendar has it as a holiday, may begin the next month.
    latest = max(_month(batch), _month(paper.datestamp))
    if not _month(batch) - 1 <= announced_month(paper.arxiv_id) <= latest:
        return Sight.BACKFILL
    return Sight.NEW if batch >= began else Sight.KNOWN


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _sightings(
    paper: Paper, above: int, sight: Sight, batch: date, changed: tuple[str, ...] = ()
) -> tuple[Sighting, ...]:
    """One row for each version above a number: the newest is what was seen, the others are past."""
    *past, newest = (version for version in paper.versions if version.number > above)
    return (
        *(Sighting(paper.arxiv_id, version, Sight.PAST, batch) for version in past),
        Sighting(paper.arxiv_id, newest, sight, batch, changed),
    )
