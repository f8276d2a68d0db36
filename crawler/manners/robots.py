"""robots.txt: may we, and how fast. Pure; crawler/manners/houserules.py asks for it.

The parser turns wildcards into regular expressions, so rules that could keep it busy for long are left out.
"""

from dataclasses import dataclass

from protego import Protego

LONGEST_LINE = 300
MOST_WILDCARDS = 3
LONGEST_DELAY_SECONDS = 86400.0


@dataclass(frozen=True, slots=True)
class HostRules:
    """What a host asks of machines that call themselves as we do."""

    parsed: Protego | None
    agent: str

    def allows(self, url: str) -> bool:
        """Whether a URL may be visited."""
        return self.parsed is None or bool(self.parsed.can_fetch(url[: 2 * LONGEST_LINE], self.agent))

    @property
    def delay_seconds(self) -> float:
        """The seconds that shall lie between two requests; 0 where nothing is asked."""
        delay = self.parsed.crawl_delay(self.agent) if self.parsed else None
        return min(max(delay or 0.0, 0.0), LONGEST_DELAY_SECONDS)


def parse_robots(text: str, agent: str) -> HostRules:
    """The rules of a robots.txt for our name, the part of the User-Agent before the version."""
    lines = (line.strip()[:LONGEST_LINE] for line in text.splitlines())
    kept = "\n".join(line for line in lines if line.count("*") <= MOST_WILDCARDS)
    return HostRules(Protego.parse(kept), agent)


def agent_name(user_agent: str) -> str:
    """The name that a robots.txt would call us by."""
    product = user_agent.partition("compatible;")[2] or user_agent
    return product.strip().partition("/")[0].partition(" ")[0] or "*"
