"""OAI-PMH answers in arXiv's own format arXivRaw: bytes to Papers, pure, one record in memory at a time.

Every OAI error comes with status 200. `noRecordsMatch` is success with nothing; all others raise AnswerError, and
so does anything that is not a whole OAI-PMH document. A single record that makes no sense is left out and named.
`acm-class` is not read: arXiv's server writes the MSC class into it.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from catalogue.records.arxiv_ids import canonical_categories, parse_arxiv_id
from catalogue.records.papers import Paper, PaperVersion
from crawler.arxiv.authors import split_authors
from crawler.arxiv.faults import AnswerError, Fault, refuse_throttle
from crawler.arxiv.legal import without_illegal

OAI = "{http://www.openarchives.org/OAI/2.0/}"
RAW = "{http://arxiv.org/OAI/arXivRaw/}"
WITHDRAWN = "I"  # arXiv's source type of a version without files
SAYS_WITHDRAWN = re.compile(
    r"(?:^|[.;:!] )(?:(?:(?:this|the|our|these) [\w '-]{1,60}|has |have )?(?:been|is|was|are) (?:\w+ )?"
    r"|(?:paper|article|submission) )?withdrawn\b"
)
"""A sentence that says it of the paper itself, not of one it supersedes; in lower case, single spaces."""
SIZE = re.compile(r"(\d{1,9})kb", re.ASCII)
NOT_FOUND = "idDoesNotExist"
ROOT_WITHIN = 1000  # bytes; declaration and comments come before it
RECORD, DATESTAMP, TOKEN = f"{OAI}record", f"{OAI}datestamp", f"{OAI}resumptionToken"
RESPONSE_DATE, ERROR = f"{OAI}responseDate", f"{OAI}error"
ANSWERS = frozenset(f"{OAI}{verb}" for verb in ("ListRecords", "GetRecord", "ListIdentifiers"))


@dataclass(frozen=True, slots=True)
class OaiPage:
    """One answer: its papers, where the list goes on, and what could not be understood."""

    papers: tuple[Paper, ...] = ()
    token: str | None = None
    answered_at: datetime | None = None
    newest: date | None = None
    missing: bool = False
    problems: tuple[str, ...] = ()


def parse_page(body: bytes) -> OaiPage:
    """The papers of a ListRecords, GetRecord or ListIdentifiers answer."""
    refuse_throttle(body)
    body = without_illegal(body)
    if b"<OAI-PMH" not in body[:ROOT_WITHIN]:
        raise AnswerError(Fault.NOT_XML, body[:100].decode("utf-8", "replace"))
    try:
        return _read(body)
    except (ParseError, DefusedXmlException, LookupError) as error:
        raise AnswerError(Fault.CUT_OFF, str(error)) from error


def _read(body: bytes) -> OaiPage:
    papers: list[Paper] = []
    problems: list[str] = []
    stamps: set[str] = set()
    seen: dict[str, Element] = {}
    for _, element in iterparse(BytesIO(body)):
        if element.tag == RECORD:
            _take(element, papers, problems)
            element.clear()
        elif element.tag == DATESTAMP:
            stamps.add((element.text or "").strip()[:10])
        elif element.tag.startswith(OAI):
            seen[element.tag] = element
    error = _judge_error(seen[ERROR]) if ERROR in seen else ""
    if (not error and ANSWERS.isdisjoint(seen)) or (problems and not papers):
        raise AnswerError(Fault.NOT_XML, "; ".join(problems[:1]) or "an OAI-PMH answer to another question")
    newest = max(filter(None, map(_day, stamps)), default=None)
    token, answered = _text(seen, TOKEN), _moment(_text(seen, RESPONSE_DATE))
    return OaiPage(tuple(papers), token or None, answered, newest, error == NOT_FOUND, tuple(problems))


def _text(seen: dict[str, Element], tag: str) -> str:
    element = seen.get(tag)
    return (element.text or "").strip() if element is not None else ""


def _judge_error(element: Element) -> str:
    """The code of an error that is an answer (nothing matches, no such paper); every other one is raised."""
    code = element.get("code", "")
    if code in ("noRecordsMatch", NOT_FOUND):
        return code
    fault = Fault.STALE if code == "badResumptionToken" else Fault.REFUSED
    raise AnswerError(fault, f"{code}: {element.text or ''}")


def _take(record: Element, papers: list[Paper], problems: list[str]) -> None:
    """Read one record; deleted ones hold nothing to read, and arXiv's server does not write them."""
    header = record.find(f"{OAI}header")
    if header is not None and header.get("status") == "deleted":
        return
    name = record.findtext(f"{OAI}header/{OAI}identifier") or "a record without identifier"
    try:
        papers.append(_paper(record))
    except ValueError as error:
        problems.append(f"{name}: {error}")


def _paper(record: Element) -> Paper:
    raw = record.find(f"{OAI}metadata/{RAW}arXivRaw")
    if raw is None:
        raise ValueError("not in the format arXivRaw")
    text = {child.tag.removeprefix(RAW): (child.text or "").strip() for child in raw}
    paper_id = parse_arxiv_id(text.get("id", ""))
    stamp = _day(record.findtext(f"{OAI}header/{OAI}datestamp"))
    if paper_id is None or stamp is None:
        raise ValueError("no identifier or no datestamp")
    return Paper(
        arxiv_id=paper_id.arxiv_id,
        datestamp=stamp,
        title=" ".join(text.get("title", "").split()),
        authors=split_authors(text.get("authors", "")),
        categories=canonical_categories(text.get("categories", "").split()),
        abstract=text.get("abstract", ""),
        versions=_versions(raw, text),
        comment=" ".join(text.get("comments", "").split()),
        journal_ref=" ".join(text.get("journal-ref", "").split()),
        doi=text.get("doi", ""),
        license=text.get("license", ""),
        submitter=" ".join(text.get("submitter", "").split()),
    )


def _versions(raw: Element, text: dict[str, str]) -> tuple[PaperVersion, ...]:
    """All versions by number; a paper without any, or with an unreadable date, makes no sense."""
    versions = sorted((_version(each) for each in raw.findall(f"{RAW}version")), key=lambda version: version.number)
    if not versions:
        raise ValueError("no versions")
    last = versions[-1]
    # Withdrawals of the years before source types were kept show only in the size and the author's words.
    if not last.withdrawn and last.size_kb == 0 and not last.source_type and _says_withdrawn(text):
        versions[-1] = PaperVersion(last.number, last.submitted_at, 0, "", withdrawn=True)
    return tuple(versions)


def _says_withdrawn(text: dict[str, str]) -> bool:
    words = (" ".join(text.get(name, "").lower().split()) for name in ("comments", "abstract"))
    return any(SAYS_WITHDRAWN.search(each) for each in words)


def _version(element: Element) -> PaperVersion:
    number = element.get("version", "").removeprefix("v")
    submitted = _mail_date(element.findtext(f"{RAW}date") or "")
    if not number.isascii() or not number.isdigit():
        raise ValueError(f"version {number!r}")
    size = SIZE.fullmatch((element.findtext(f"{RAW}size") or "").strip())
    source = (element.findtext(f"{RAW}source_type") or "").strip()
    return PaperVersion(int(number), submitted, int(size[1]) if size else None, source, withdrawn=WITHDRAWN in source)


def _mail_date(text: str) -> datetime:
    moment = parsedate_to_datetime(text.strip())
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _day(text: str | None) -> date | None:
    """The day of a datestamp; arXiv's granularity is the day, other servers write a time as well."""
    try:
        return date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
