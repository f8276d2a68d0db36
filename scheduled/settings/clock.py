"""[clock]: when jobs run."""

from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from scheduled.settings.section import Section


class ClockSection(Section):
    """Times of jobs are meant in this time zone."""

    timezone: str = Field("UTC", description="an IANA time zone, like Europe/Berlin")
    check_minutes: float = Field(45, gt=0, description="how long an hourly check may begin new visits; the rest waits")
    log: Literal["plain", "json"] = Field("plain", description="how the clock logs: lines for people or of JSON")
    backup_folder: str = Field("backups", description="where the nightly copies of the database are put")
    backups_kept: int = Field(14, ge=0, description="how many copies stay; 0 keeps all")

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("not an IANA time zone") from error
        return name
