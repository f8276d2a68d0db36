"""Answers of arXiv's query API (Atom): bytes to Papers, pure. Used for single look-ups only.

An entry names its first version's date and the one it shows, nothing between; it does not say whether the paper
is withdrawn, which only OAI-PMH does (crawler.arxiv.oai). Errors come as an entry titled "Error".
"""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from catalogue.records.arxiv_ids import canonical_categories, parse_arxiv_id
from catalogue.records.papers import Paper, PaperVersion
from crawler.arxiv.faults import AnswerError, Fault, refuse_throttle
from crawler.arxiv.legal import without_illegal

ATOM = "{http://www.w3.org/2005/Atom}"
ARXIV = "{http://arxiv.org/schemas/atom}"
ERRORS = "/api/errors"


def parse_feed(body: bytes) -> tuple[Paper, ...]:
    """The papers of a query's answer; none for identifiers arXiv does not know."""
    refuse_throttle(body)
    try:
        root = fromstring(without_illegal(body))
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        fault = Fault.CUT_OFF if b"<feed" in body[:1000] else Fault.NOT_XML
        raise AnswerError(fault, str(error)) from error
    if root.tag != f"{ATOM}feed":
        raise AnswerError(Fault.NOT_XML, f"<{root.tag}>")
    papers = (_paper(entry) for entry in root.findall(f"{ATOM}entry"))
    return tuple(paper for paper in papers if paper)


def _paper(entry: Element) -> Paper | None:
    """One entry as a paper, or None where a field that every paper has is missing."""
    name = _text(entry, f"{ATOM}id")
    if ERRORS in name:
        raise AnswerError(Fault.REFUSED, _text(entry, f"{ATOM}summary"))
    paper_id = parse_arxiv_id(name)
    first, shown = _moment(_text(entry, f"{ATOM}published")), _moment(_text(entry, f"{ATOM}updated"))
    if paper_id is None or first is None or shown is None:
        return None
    number = paper_id.version or 1
    versions = (PaperVersion(1, first),) if number == 1 else (PaperVersion(1, first), PaperVersion(number, shown))
    primary = [each.get("term", "") for each in entry.findall(f"{ARXIV}primary_category")]
    names = primary + [each.get("term", "") for each in entry.findall(f"{ATOM}category")]
    return Paper(
        arxiv_id=paper_id.arxiv_id,
        datestamp=shown.date(),
        title=" ".join(_text(entry, f"{ATOM}title").split()),
        authors=tuple(filter(None, (_text(each, f"{ATOM}name") for each in entry.findall(f"{ATOM}author")))),
        categories=canonical_categories([name for name in names if name]),
        abstract=_text(entry, f"{ATOM}summary"),
        versions=versions,
        comment=" ".join(_text(entry, f"{ARXIV}comment").split()),
        journal_ref=" ".join(_text(entry, f"{ARXIV}journal_ref").split()),
        doi=_text(entry, f"{ARXIV}doi"),
    )


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
