"""[arxiv]: where new papers come from."""

import re

from pydantic import Field, field_validator

from scheduled.settings.section import Section

CATEGORY = re.compile(r"[a-z]+(-[a-z]+)*(\.[A-Za-z]+(-[a-z]+)*)?")


class ArxivSection(Section):
    """Addresses, subjects, and the pace arXiv asks for."""

    oai_url: str = Field("https://oaipmh.arxiv.org/oai", description="arXiv's OAI-PMH interface")
    api_url: str = Field("https://export.arxiv.org/api/query", description="arXiv's query interface, for look-ups")
    categories: tuple[str, ...] = Field(
        ("cs.LG", "cs.AI", "cs.CL", "cs.CV", "stat.ML"), description="subjects whose new papers are read"
    )
    interval_seconds: float = Field(3.0, ge=0, description="at least this long between two requests to arXiv")

    @field_validator("categories")
    @classmethod
    def _named_like_subjects(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        for name in names:
            if not CATEGORY.fullmatch(name):
                raise ValueError(f"{name!r} is not a subject like cs.LG")
        return names
