"""[report]: the weekly dead-link report."""

from typing import Literal

from pydantic import Field

from scheduled.settings.section import Section


class ReportSection(Section):
    """What the report speaks, and where it is put."""

    language: Literal["en", "ru", "zh"] = Field("en", description="the language of reports")
    folder: str = Field("editions", description="where finished editions are written")
