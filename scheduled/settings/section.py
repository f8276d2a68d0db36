"""What every section of the settings has in common."""

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """Frozen, and refusing names it does not know: a misspelt setting is an error, not a default."""

    model_config = ConfigDict(frozen=True, extra="forbid")
