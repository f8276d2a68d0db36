"""How we ask the web: the [crawler] settings as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from crawler.providers.rows import Providers, shipped_providers

USER_AGENT = "Mozilla/5.0 (compatible; roadmap-catalogue/0.1)"
"""Honest, in the form that gates expect, and without the words that firewalls match (docs/checking.md)."""


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """Identity, politeness and reach of every request; docs/checking.md says why each has its value.

    `page_facts` reads what new pages say of themselves. `tokens` are what providers gave us, by the name that
    data/providers.toml uses; each goes to its provider only. `providers` are the rows of that file, the dated rules.
    """

    allow_networks: tuple[str, ...] = ()
    connect_to: Mapping[str, str] = field(default_factory=dict)
    ca_file: str | None = None
    user_agent: str = USER_AGENT
    contact: str = ""
    robots: bool = False
    concurrency: int = 64
    per_host: int = 2
    host_interval_seconds: float = 1.0
    timeout_seconds: float = 30.0
    page_facts: bool = True
    tokens: Mapping[str, str] = field(default_factory=dict, repr=False)
    providers: Providers = field(default_factory=shipped_providers, repr=False)

    @property
    def agent(self) -> str:
        """The User-Agent header: who we are and how a webmaster reaches us."""
        if not self.contact:
            return self.user_agent
        if self.user_agent.endswith(")"):
            return f"{self.user_agent[:-1]}; +{self.contact})"
        return f"{self.user_agent} (+{self.contact})"
