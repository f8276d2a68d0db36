"""What a provider is said to answer, and what to make of it: the form of the made-up answers."""

from dataclasses import dataclass, field

from catalogue.vocabulary import Verdict


@dataclass(frozen=True)
class Answer:
    """A status, a body and where we were sent."""

    status: int = 200
    text: str = ""
    location: str = ""


@dataclass(frozen=True)
class Told:
    """A link of a provider, what is answered for which address, and what to make of it."""

    provider: str
    url: str
    answers: dict[str, Answer]
    verdict: Verdict
    reason: str = ""
    final_url: str | None = None
    tokens: dict[str, str] = field(default_factory=dict)
