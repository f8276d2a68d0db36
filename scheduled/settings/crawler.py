"""[crawler]: how we ask the web."""

from pydantic import Field

from crawler.options import USER_AGENT
from scheduled.settings.section import Section


class CrawlerSection(Section):
    """Identity, politeness and reach of every request."""

    allow_networks: tuple[str, ...] = Field((), description="networks (CIDR) that the address guard lets through")
    connect_to: dict[str, str] = Field({}, description='where a name is really found: "host:port" = "address:port"')
    ca_file: str | None = Field(None, description="certificates to trust instead of the usual ones (PEM)")
    user_agent: str = Field(USER_AGENT, description="how we introduce ourselves")
    contact: str = Field("", description="where a webmaster reaches us; becomes part of the User-Agent")
    robots: bool = Field(
        default=False, description="whether robots.txt may forbid a visit (docs/checking.md says why not)"
    )
    concurrency: int = Field(64, ge=1, le=1024, description="visits at a time, all hosts together")
    per_host: int = Field(2, ge=1, description="visits at a time on one host")
    host_interval_seconds: float = Field(1.0, ge=0, description="at least this long between two starts on one host")
    timeout_seconds: float = Field(30.0, gt=0, description="one deadline for all attempts and redirects of a link")
