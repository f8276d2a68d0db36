"""[digest]: the weekly digest of new papers."""

from pydantic import Field

from scheduled.settings.section import Section


class DigestSection(Section):
    """How much of a week is shown, and one taste."""

    top_n: int = Field(3, ge=0, description="papers shown for each topic; the others are counted")
    author_prior: float = Field(
        0.0, ge=0, le=10, description="how much a long list of authors counts (0: not at all; it is a taste)"
    )
