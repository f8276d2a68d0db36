"""[site]: what Datasette serves."""

from pydantic import Field

from scheduled.settings.section import Section


class SiteSection(Section):
    """Address and name of the published catalogue."""

    host: str = Field("127.0.0.1", description="the address to listen on")
    port: int = Field(8001, ge=0, le=65535, description="the port to listen on")
    title: str = Field("Roadmap catalogue", description="the name on every page")
    base_url: str = Field("", description="the public address, for feeds and the sitemap")
    feedback_url: str = Field("", description="where 'report a mistake' leads; no link when empty")
