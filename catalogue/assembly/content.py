"""What data/ says, put together: the content of a catalogue before it is stored."""

from dataclasses import dataclass

from catalogue.assembly.claims import Claim
from catalogue.datafolder.thesaurus import Topic
from catalogue.records.curation import Pin
from catalogue.records.documents import Roadmap
from catalogue.vocabulary import Kind, Level, LinkRole, Origin, Stance


@dataclass(frozen=True, slots=True)
class RoleLink:
    """A link of a resource in its role, tidy and with its fragment."""

    url: str
    role: LinkRole


@dataclass(frozen=True, slots=True)
class Resource:
    """A thing that is mentioned, once, with every value settled."""

    key: str
    title: str
    stance: Stance
    title_en: str | None = None
    kind: Kind | None = None
    kind_origin: Origin | None = None
    level: Level | None = None
    level_origin: Origin | None = None
    language: str | None = None
    language_origin: Origin | None = None
    url: str | None = None
    topics: tuple[tuple[str, Origin], ...] = ()
    links: tuple[RoleLink, ...] = ()
    creator: str | None = None
    year: int | None = None
    is_free: bool | None = None
    effort: str | None = None
    recommended_by: int = 0
    added_at: str | None = None
    aliases: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    pin: Pin | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a build stores. Mentions of `roadmaps` carry the keys that won; those of hidden resources stay."""

    topics: tuple[Topic, ...]
    roadmaps: tuple[Roadmap, ...]
    resources: tuple[Resource, ...]
