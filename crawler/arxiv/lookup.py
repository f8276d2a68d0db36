"""Look single papers up by identifier: many in one question to the query API, the doubtful ones by GetRecord.

The query API neither says that a paper is withdrawn nor, reliably, that it does not exist; OAI-PMH does both.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from catalogue.records.papers import Paper
from crawler.arxiv.faults import AnswerError, Fault
from crawler.arxiv.oai import OaiPage

AT_ONCE = 100
MOST_SINGLE = 600
"""Single questions in one run; at 3 s each that is half an hour. The others wait for the next run."""

AskFeed = Callable[[dict[str, str]], Awaitable[tuple[Paper, ...]]]
AskPage = Callable[[dict[str, str]], Awaitable[OaiPage]]


@dataclass(slots=True)
class LookedUp:
    """What look-ups found out: papers, identifiers arXiv does not know, and what stopped them."""

    papers: list[Paper] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    problem: str = ""


async def look_up(ask_feed: AskFeed, ask_page: AskPage, arxiv_ids: Sequence[str]) -> LookedUp:
    """Look up papers; what could not be asked is in neither list, and is left as it was."""
    found = LookedUp()
    doubtful: list[str] = []
    for start in range(0, len(arxiv_ids), AT_ONCE):
        names = list(arxiv_ids[start : start + AT_ONCE])
        try:
            papers = await ask_feed({"id_list": ",".join(names), "max_results": str(AT_ONCE)})
        except AnswerError as error:
            found.problem = str(error)
            doubtful += arxiv_ids[start:]
            break
        sure = {paper.arxiv_id: paper for paper in papers if "withdraw" not in paper.comment.lower()}
        found.papers += [sure[name] for name in names if name in sure]
        doubtful += [name for name in names if name not in sure]
    await _ask_singly(ask_page, doubtful[:MOST_SINGLE], found)
    return found


async def _ask_singly(ask_page: AskPage, names: Sequence[str], found: LookedUp) -> None:
    for name in names:
        query = {"verb": "GetRecord", "metadataPrefix": "arXivRaw", "identifier": f"oai:arXiv.org:{name}"}
        try:
            page = await ask_page(query)
        except AnswerError as error:
            found.problem = str(error)
            if error.fault is Fault.REFUSED:
                continue
            return
        found.papers += [paper for paper in page.papers if paper.arxiv_id == name]
        found.gone += [name] if page.missing else []
