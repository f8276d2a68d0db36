"""The closed sets of words the catalogue uses; the public contract names them.

Each member's value is what files, the database and the site show.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What a resource is, with the schema.org type it is exported as."""

    COURSE = "course"
    BOOK = "book"
    PAPER = "paper"
    VIDEO = "video"
    CREATOR = "creator"
    ARTICLE = "article"
    TUTORIAL = "tutorial"
    TOOL = "tool"
    DATASET = "dataset"
    COLLECTION = "collection"
    ROADMAP = "roadmap"
    COMMUNITY = "community"
    PRACTICE = "practice"
    PODCAST = "podcast"
    WEBSITE = "website"
    DOCUMENTATION = "documentation"


class Level(StrEnum):
    """How much a learner must know before (schema.org educationalLevel)."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Stance(StrEnum):
    """What the author of a document thinks of what he names."""

    RECOMMENDED = "recommended"
    DISCOURAGED = "discouraged"
    PROMOTIONAL = "promotional"
    SELF_PROMOTION = "self_promotion"


class Origin(StrEnum):
    """Where a value comes from, strongest first; the order is the precedence."""

    CURATED = "curated"  # a human said so, in data/curation
    STATED = "stated"  # the document says so in words or marks
    OBSERVED = "observed"  # the resource's own text shows it
    INFERRED = "inferred"  # a named rule concluded it
    DECLARED = "declared"  # <html lang> and the like, which often lie


class LinkRole(StrEnum):
    """What a link is to its resource."""

    PRIMARY = "primary"
    MIRROR = "mirror"
    SOURCE = "source"
    DEMO = "demo"
    PAPER = "paper"
    CODE = "code"
    VIDEO = "video"
    ARCHIVED = "archived"


class Verdict(StrEnum):
    """What one visit saw."""

    OK = "ok"
    MOVED = "moved"
    GONE = "gone"
    UNANSWERED = "unanswered"
    SUSPECT = "suspect"
    BLOCKED = "blocked"
    TLS = "tls"
    THROTTLED = "throttled"
    SKIPPED = "skipped"


class LinkState(StrEnum):
    """What the history of a link says."""

    UNCHECKED = "unchecked"
    OK = "ok"
    MOVED = "moved"
    FAILING = "failing"
    DEAD = "dead"
    SUSPECT = "suspect"
    UNVERIFIABLE = "unverifiable"


class Failure(StrEnum):
    """Why there is no answer to judge; the table of exceptions in crawler/web/failures.py maps to these."""

    NAME = "name does not resolve"
    CONNECT = "connection refused"
    TIMEOUT = "timeout"
    RESET = "connection reset"
    TLS = "tls"
    REDIRECTS = "redirect loop"
    UNREADABLE = "unreadable answer"
    ADDRESS = "refused address"
    SCHEME = "not http"


OUR_FAULT_PERHAPS = frozenset({Failure.NAME, Failure.CONNECT, Failure.TIMEOUT, Failure.RESET})
"""Failures that a dead network of our own shows as well; they count only when other hosts answer."""


class Why(StrEnum):
    """Why a place of a document became an entry, or why not; import --explain says it."""

    LISTED = "a list item that begins with its link"
    LABELLED = "a link behind a short label"
    PARAGRAPH = "a paragraph that begins with its only link"
    RUNNING = "running text with one link, the form of the whole document"
    TOLD = "a work that running text advises, praises or calls what it is"
    HEADED = "a heading that is a link"
    ROW = "a table row"
    SAME_LINE = "one of several links that make up the line"
    NAMED = "a work named without a link"
    FRONT_MATTER = "the page's own front matter"
    RECORD = "a record of a structured file"

    NOT_WEB = "not a web address"
    ANCHOR = "a place in the same page"
    IMAGE = "an image or badge"
    EMPTY = "a link without text"
    NAMELESS = "a record without a title and an address"
    META = "a file about the document itself"
    CODE = "a link inside code: a mark of its entry"
    NOISE_SECTION = "stands under a heading about the document itself"
    CHROME = "page furniture"
    UNNAMED_ROLE = "a further link of an entry, in no role we know"
    SHARE = "a place where a work is talked about"
    PROSE = "a link in running text"
    POINTER = "only points elsewhere"
    OWN_SOURCE = "the document's own address"


class EditionKind(StrEnum):
    """Which report an edition is an issue of."""

    DEADLINKS = "deadlinks"
    DIGEST = "digest"


class Sight(StrEnum):
    """What the first sight of a paper's version is to the ledger."""

    NEW = "new"  # the paper was announced now; it comes into one edition
    KNOWN = "known"  # announced before the ledger began; never in an edition
    BACKFILL = "backfill"  # an older paper that only now came into our sets; never in an edition
    UPDATED = "updated"  # a further version of a paper we had
    WITHDRAWN = "withdrawn"  # a further version, which takes the paper back
    PAST = "past"  # an older version that a record lists
    LOOKED_UP = "looked up"  # asked for by its identifier, not seen in a harvest yet


class BatchState(StrEnum):
    """What became of one evening of announcements."""

    RECEIVED = "received"
    QUIET = "quiet"  # the source is alive and had nothing new for us
    HOLIDAY = "holiday"  # arXiv announced nothing that evening
    STALE = "stale source"  # we asked and were answered, but with nothing from that evening or after
    FAILED = "failed"  # we did not get through all that was due


class RunOutcome(StrEnum):
    """How a run of a job ended; a run without outcome is still going on, or its machine stopped."""

    OK = "ok"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    NEW = "new"  # the clock met the job for the first time: it runs from the next slot on


class DeliveryState(StrEnum):
    """How far an edition got on its way to a receiver."""

    SENDING = "sending"  # handed over now, or the machine stopped in between: it may have arrived
    FAILED = "failed"
    SENT = "sent"


class Rule(StrEnum):
    """The rule that gave a value; each belongs to one origin (see ORIGIN_OF)."""

    CURATOR = "curator"
    STATED_WORD = "stated-word"
    STATED_MARK = "stated-mark"
    FRONT_MATTER = "front-matter"
    TITLE_WORD = "title-word"
    NOTE_WORD = "note-word"
    HEADING_WORD = "heading-word"
    URL_SHAPE = "url-shape"
    FURTHER_LINK = "further-link"
    HOST = "host"
    SCRIPT = "script"
    HOST_LANGUAGE = "host-language"
    PATH_WORD = "path-word"
    DOCUMENT_LANGUAGE = "document-language"
    DOCUMENT_WORD = "document-word"
    NEIGHBOURS = "neighbours"
    DEFAULT = "default"


ORIGIN_OF: dict[Rule, Origin] = {
    Rule.CURATOR: Origin.CURATED,
    Rule.STATED_WORD: Origin.STATED,
    Rule.STATED_MARK: Origin.STATED,
    Rule.FRONT_MATTER: Origin.STATED,
    Rule.TITLE_WORD: Origin.INFERRED,
    Rule.NOTE_WORD: Origin.INFERRED,
    Rule.HEADING_WORD: Origin.INFERRED,
    Rule.URL_SHAPE: Origin.INFERRED,
    Rule.FURTHER_LINK: Origin.INFERRED,
    Rule.HOST: Origin.INFERRED,
    Rule.SCRIPT: Origin.INFERRED,
    Rule.HOST_LANGUAGE: Origin.INFERRED,
    Rule.PATH_WORD: Origin.INFERRED,
    Rule.DOCUMENT_LANGUAGE: Origin.INFERRED,
    Rule.DOCUMENT_WORD: Origin.INFERRED,
    Rule.NEIGHBOURS: Origin.INFERRED,
    Rule.DEFAULT: Origin.DECLARED,
}
