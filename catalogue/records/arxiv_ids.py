"""arXiv's names for things: paper identifiers old and new, categories and their aliases. Pure."""

import re
from dataclasses import dataclass

NEW_STYLE = re.compile(r"(\d{2})(\d{2})\.\d{4,5}", re.ASCII)
OLD_STYLE = re.compile(r"([a-z]+(?:-[a-z]+)*)(?:\.[A-Za-z]{2})?/((\d{2})(\d{2})\d{3})", re.ASCII)
VERSION = re.compile(r"v([1-9]\d{0,3})$", re.ASCII)
PREFIXES = re.compile(
    r"(?:oai:arxiv\.org:|arxiv:|(?:https?://)?(?:[a-z]+\.)?arxiv\.org/(?:abs|pdf|html|format|ps|src|e-print)/"
    r"|(?:doi:|(?:https?://)?(?:dx\.)?doi\.org/)?10\.48550/arxiv\.)",
    re.IGNORECASE,
)

ALIASES = {
    # one subject under two names, per arXiv's category taxonomy
    "cs.NA": "math.NA",
    "cs.SY": "eess.SY",
    "math.IT": "cs.IT",
    "math.MP": "math-ph",
    "q-fin.EC": "econ.GN",
    "stat.TH": "math.ST",
    # archives that were taken up into others
    "acc-phys": "physics.acc-ph",
    "adap-org": "nlin.AO",
    "alg-geom": "math.AG",
    "ao-sci": "physics.ao-ph",
    "atom-ph": "physics.atom-ph",
    "bayes-an": "physics.data-an",
    "chao-dyn": "nlin.CD",
    "chem-ph": "physics.chem-ph",
    "cmp-lg": "cs.CL",
    "comp-gas": "nlin.CG",
    "dg-ga": "math.DG",
    "funct-an": "math.FA",
    "mtrl-th": "cond-mat.mtrl-sci",
    "patt-sol": "nlin.PS",
    "plasm-ph": "physics.plasm-ph",
    "q-alg": "math.QA",
    "solv-int": "nlin.SI",
    "supr-con": "cond-mat.supr-con",
}
PHYSICS = frozenset(
    [
        "astro-ph",
        "cond-mat",
        "gr-qc",
        "hep-ex",
        "hep-lat",
        "hep-ph",
        "hep-th",
        "math-ph",
        "nlin",
        "nucl-ex",
        "nucl-th",
        "physics",
        "quant-ph",
    ]
)
"""Archives that OAI-PMH files under the group `physics`."""


@dataclass(frozen=True, slots=True)
class PaperId:
    """A canonical identifier and, where one was named, the version."""

    arxiv_id: str
    version: int | None = None


def parse_arxiv_id(text: str) -> PaperId | None:
    """The paper an identifier, DOI or arXiv URL names; None for anything else.

    An old identifier loses its subject class (math.GT/0309136 is math/0309136); its archive keeps it apart
    from equal numbers of other archives.
    """
    bare = text.strip().partition("#")[0].partition("?")[0].rstrip("/")
    found = PREFIXES.match(bare)
    bare = bare[found.end() :] if found else bare
    bare = re.sub(r"\.(?:pdf|ps|ps\.gz)$", "", bare, flags=re.IGNORECASE)
    version = VERSION.search(bare)
    number = bare[: version.start()] if version else bare
    name = _canonical(number)
    return PaperId(name, int(version[1]) if version else None) if name else None


def announced_month(arxiv_id: str) -> int:
    """The month arXiv announced a paper in, which its identifier names, counted in months since year 0."""
    found = NEW_STYLE.fullmatch(arxiv_id)
    year, month = (found[1], found[2]) if found else (arxiv_id[-7:-5], arxiv_id[-5:-3])
    century = 1900 if not found and int(year) > 90 else 2000
    return (century + int(year)) * 12 + int(month) - 1


def canonical_categories(categories: list[str]) -> tuple[str, ...]:
    """The categories under one name each, every one once, the primary one first."""
    return tuple(dict.fromkeys(ALIASES.get(name, name) for name in categories))


def oai_set(category: str) -> str:
    """The OAI-PMH set of a category: cs.LG is `cs:cs:LG`, hep-th is `physics:hep-th`."""
    archive, _, subject = category.partition(".")
    group = "physics" if archive in PHYSICS else archive
    if not subject:
        return f"{group}:{archive}"
    return f"{group}:{archive}:{subject}"


def _canonical(number: str) -> str | None:
    found = NEW_STYLE.fullmatch(number)
    if found:
        return number if 1 <= int(found[2]) <= 12 else None
    old = OLD_STYLE.fullmatch(number)
    if old and 1 <= int(old[4]) <= 12:
        return f"{old[1]}/{old[2]}"
    return None
