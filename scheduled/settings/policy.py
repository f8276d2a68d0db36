"""[policy]: how many visits, how far apart, make a state."""

from pydantic import Field

from catalogue.records.web import Policy
from scheduled.settings.section import Section


class PolicySection(Section):
    """The numbers of the verdict table in docs/design.md."""

    strikes: int = Field(3, ge=1, description="bad visits that make a link dead")
    strike_spacing_days: float = Field(3, ge=0, description="days between two bad visits that both count")
    recheck_ok_days: float = Field(7, gt=0, description="days until a working link is visited again")
    recheck_dead_days: float = Field(30, gt=0, description="days until a dead link is visited again")
    recheck_unverifiable_days: float = Field(30, gt=0, description="days until an unverifiable link is visited again")

    def policy(self) -> Policy:
        """The same numbers as the record the fold takes."""
        return Policy(**self.model_dump())
