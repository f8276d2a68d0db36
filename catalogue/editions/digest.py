"""The weekly digest: from what waits in the ledger, ranked, to an Edition. Pure.

Every paper of the week is an item, shown or only counted. A paper is new in one edition only; a further version of a
paper that an edition told of, or that the catalogue holds, is an update or a withdrawal.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any

from catalogue.editions.body import canonical_json, moment_text
from catalogue.editions.coverage import coverage_facts
from catalogue.records.digest import Coverage, PaperNews, Week
from catalogue.records.editions import Edition, EditionItem
from catalogue.records.papers import Paper
from catalogue.records.ranking import Ranked
from catalogue.tex import tex_to_text
from catalogue.vocabulary import EditionKind, Sight

ACKNOWLEDGEMENT = "Thank you to arXiv for use of its open access interoperability."
WEB = re.compile(r"https?://[^\s<>()\[\]{}\"'\\,;]+")
CODE_HOSTS = re.compile(
    r"https?://(?:www\.)?(?:[\w-]+\.)*(?:git(?:hub|lab)\.(?:com|io)|huggingface\.co|codeberg\.org)/"
)


class Section(StrEnum):
    """The parts of a digest."""

    NEW = "new"
    UPDATED = "updated"
    WITHDRAWN = "withdrawn"


FURTHER = (Section.UPDATED, Section.WITHDRAWN)
"""The parts that tell of papers a reader knows."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """How a digest is laid out: papers shown for each topic, and the names of topics and resources."""

    top_n: int
    topics: Mapping[str, str] = field(default_factory=dict)
    resources: Mapping[str, str] = field(default_factory=dict)


def digest_id(week: Week) -> str:
    """The id of a week's digest: the ISO week most of its announcements lie in."""
    iso = (week.first_evening + timedelta(days=1)).isocalendar()
    return f"{EditionKind.DIGEST}-{iso.year}-W{iso.week:02}"


def section_of(news: PaperNews) -> Section | None:
    """Where a known paper's further version belongs; None for what is told of elsewhere or of no concern."""
    new = Sight.NEW in news.sights
    if news.paper.withdrawn:
        return Section.WITHDRAWN if news.ours or new else None
    return Section.UPDATED if news.ours and not new else None


def make_digest(
    week: Week, coverage: Coverage, news: Sequence[PaperNews], ranked: Sequence[Ranked], shelf: Shelf
) -> Edition:
    """The edition of a week, dated by its end; `ranked` holds its new papers, best first."""
    known = {each.paper.arxiv_id: each for each in news}
    topics, shown = _topics(ranked, known, shelf)
    further = {name: [each for each in news if section_of(each) is name] for name in FURTHER}
    late = sum(known[each.paper.arxiv_id].batch < week.first_evening for each in ranked)
    facts = coverage_facts(coverage) | {"late": late}
    body: dict[str, Any] = {
        "id": digest_id(week),
        "kind": EditionKind.DIGEST,
        "period": {"start": moment_text(week.start), "end": moment_text(week.end)},
        "coverage": facts,
        "totals": {"new": len(ranked), "shown": len(shown), **{str(name): len(told) for name, told in further.items()}},
        "topics": topics,
        "acknowledgement": ACKNOWLEDGEMENT,
        **{str(name): [_further(name, each) for each in told] for name, told in further.items()},
    }
    items = [_new_item(each, shown=each.paper.arxiv_id in shown) for each in ranked]
    items += [_further_item(name, each) for name, told in further.items() for each in told]
    return Edition(
        id=digest_id(week),
        kind=EditionKind.DIGEST,
        period_start=week.start,
        period_end=week.end,
        coverage=canonical_json(facts),
        published_at=week.end,
        body=canonical_json(body),
        items=tuple(items),
    )


def _topics(
    ranked: Sequence[Ranked], known: Mapping[str, PaperNews], shelf: Shelf
) -> tuple[list[dict[str, Any]], set[str]]:
    """The new papers under their best topic, the topic of the best paper first; and which of them are shown."""
    grouped: dict[str | None, list[Ranked]] = {}
    for each in ranked:
        grouped.setdefault(each.topic, []).append(each)
    order = sorted(grouped, key=lambda topic: (topic is None, grouped[topic][0].rank))
    topics, shown = [], set()
    for topic in order:
        best = [each for each in grouped[topic] if not each.paper.withdrawn][: shelf.top_n]
        shown |= {each.paper.arxiv_id for each in best}
        topics.append(
            {
                "topic": topic,
                "label": shelf.topics.get(topic, topic) if topic else None,
                "papers": [_new(each, known[each.paper.arxiv_id], shelf) for each in best],
                "others": [each.paper.arxiv_id for each in grouped[topic] if each not in best],
            }
        )
    return topics, shown


def _new(ranked: Ranked, news: PaperNews, shelf: Shelf) -> dict[str, Any]:
    parts = ranked.parts
    return _paper(news) | {
        "rank": ranked.rank,
        "score": ranked.score,
        "parts": {"words": parts.words, "subjects": parts.subjects, "authors": parts.authors},
        "why": ranked.why,
        "nearest": {"key": ranked.nearest, "title": shelf.resources.get(ranked.nearest)} if ranked.nearest else None,
        "also_in": [shelf.topics.get(topic, topic) for topic in ranked.also_in],
        "abstract": " ".join(ranked.paper.abstract.split()),
    }


def _further(section: Section, news: PaperNews) -> dict[str, Any]:
    told = _paper(news) | {"changed": list(news.changed)}
    return told | {"reason": tex_to_text(news.paper.comment)} if section is Section.WITHDRAWN else told


def _paper(news: PaperNews) -> dict[str, Any]:
    """What every section says of a paper; `tex` is arXiv's own title where it differs from the one shown."""
    paper = news.paper
    title = tex_to_text(paper.title)
    return {
        "arxiv_id": paper.arxiv_id,
        "version": paper.version,
        "title": title,
        "tex": paper.title if paper.title != title else None,
        "authors": [tex_to_text(name) for name in paper.authors],
        "category": paper.categories[0] if paper.categories else None,
        "categories": list(paper.categories),
        "batch": news.batch.isoformat(),
        "submitted_at": moment_text(news.submitted_at),
        "comment": tex_to_text(paper.comment),
        "links": _links(paper),
    }


def _links(paper: Paper) -> dict[str, str | None]:
    name = paper.arxiv_id
    return {
        "abs": f"https://arxiv.org/abs/{name}",
        "pdf": f"https://arxiv.org/pdf/{name}",
        "html": f"https://arxiv.org/html/{name}v{paper.version}",
        "doi": f"https://doi.org/10.48550/arXiv.{name}",
        "published": f"https://doi.org/{paper.doi.split()[0]}" if paper.doi.strip() else None,
        "code": _code_link(f"{paper.comment} {paper.abstract}"),
    }


def _code_link(text: str) -> str | None:
    """The first address in comment or abstract where code is kept."""
    found = (each.rstrip(".:") for each in WEB.findall(text))
    return next((each for each in found if CODE_HOSTS.match(each + "/")), None)


def _new_item(ranked: Ranked, *, shown: bool) -> EditionItem:
    paper = ranked.paper
    return EditionItem(
        section=Section.NEW,
        subject_kind="paper",
        subject_id=paper.arxiv_id,
        arxiv_id=paper.arxiv_id,
        version=paper.version,
        topic=ranked.topic,
        rank=ranked.rank,
        score=ranked.score,
        why=ranked.why,
        shown=shown,
    )


def _further_item(section: Section, news: PaperNews) -> EditionItem:
    paper = news.paper
    why = paper.comment if section is Section.WITHDRAWN else ", ".join(news.changed)
    return EditionItem(section, "paper", paper.arxiv_id, paper.arxiv_id, paper.version, why=why)
