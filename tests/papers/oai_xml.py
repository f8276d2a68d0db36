"""Small answers of OAI-PMH and of the query API, made to order."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
    "<responseDate>{answered}</responseDate>"
)


def oai_record(
    arxiv_id: str = "2611.00001",
    datestamp: str = "2026-11-10",
    versions: Iterable[str] = ("Mon, 09 Nov 2026 10:00:00 GMT",),
    **fields: str,
) -> str:
    """A record; a version date that ends in "!" is a withdrawal."""
    texts = {"title": "A title", "authors": "Ada One", "categories": "cs.LG", "abstract": "Some words."} | fields
    dates = "".join(
        f'<version version="v{number}"><date>{when.rstrip("!")}</date>'
        + ("<size>0kb</size><source_type>I</source_type>" if when.endswith("!") else "<size>9kb</size>")
        + "</version>"
        for number, when in enumerate(versions, start=1)
    )
    tags = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts.items())
    return (
        f"<record><header><identifier>oai:arXiv.org:{arxiv_id}</identifier><datestamp>{datestamp}</datestamp></header>"
        f'<metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>{arxiv_id}</id>{dates}{tags}</arXivRaw>'
        "</metadata></record>"
    )


def oai_page(*records: str, token: str = "", answered: str = "2026-11-10T04:00:00Z") -> bytes:
    """A whole ListRecords answer."""
    end = f"<resumptionToken>{token}</resumptionToken>" if token else ""
    return f"{HEAD.format(answered=answered)}<ListRecords>{''.join(records)}{end}</ListRecords></OAI-PMH>".encode()


def oai_error(code: str, text: str = "", answered: str = "2026-11-10T04:00:00Z") -> bytes:
    """An OAI error, which comes with status 200."""
    return f"{HEAD.format(answered=answered)}<error code='{code}'>{text}</error></OAI-PMH>".encode()


def atom_entry(arxiv_id: str, version: int = 1, title: str = "A title", comments: str = "", **_: str) -> str:
    """An entry of the query API."""
    return (
        f"<entry><id>http://arxiv.org/abs/{arxiv_id}v{version}</id><title>{escape(title)}</title>"
        "<summary>Words.</summary><published>2026-11-09T10:00:00Z</published><updated>2026-11-10T10:00:00Z</updated>"
        f"<arxiv:comment>{escape(comments)}</arxiv:comment>"
        '<arxiv:primary_category term="cs.LG"/><category term="stat.ML"/><category term="cs.LG"/>'
        "<author><name>Ada One</name></author></entry>"
    )


def atom_feed(*entries: str) -> bytes:
    """A whole answer of the query API."""
    names = 'xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"'
    return f"<feed {names}>{''.join(entries)}</feed>".encode()
