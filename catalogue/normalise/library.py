"""All roadmaps we have, while new documents join them: which source each is, which key each mention gets. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from catalogue.datafolder.keys import mint_key, mint_source_key
from catalogue.normalise.matching import Because, Index, title_key
from catalogue.normalise.mention import Normaliser
from catalogue.normalise.topics import TopicFinder
from catalogue.normalise.versions import compare, pair
from catalogue.records.curation import Curation
from catalogue.records.documents import Document, Mention, Roadmap
from catalogue.records.imports import Change, Merge, SourceReport
from catalogue.urls import place_of, url_key

SAME_SHARE = 0.3
"""A document of the same name or title is a newer version if so many of its addresses were in the last."""


class Library:
    """The roadmaps of data/; `take` adds a document to them. Two documents of one import are never versions of one."""

    def __init__(self, roadmaps: Iterable[Roadmap], curation: Curation, finder: TopicFinder) -> None:
        self.roadmaps = {roadmap.source: roadmap for roadmap in roadmaps}
        self.finder = finder
        self.index = Index(curation)
        self.keys = set(curation.resources)
        self._taken: set[str] = set()
        for roadmap in self.roadmaps.values():
            for mention in roadmap.mentions:
                self.index.add(mention)
                self.keys.add(mention.resource)

    def take(self, document: Document, today: date, *, facts_only: bool) -> SourceReport:
        """Make the document's roadmap, in place of its last version if there is one, and say what that changed."""
        judged = Normaliser(document, self.finder).mentions(facts_only=facts_only)
        last = self._last_version(document, judged)
        source = last.source if last else mint_source_key(document.facts.title, document.facts.file, self.roadmaps)
        before = last.mentions if last else ()
        mentions, merges = self._with_keys(judged, before, today)
        roadmap = Roadmap(source, document.facts, document.sections, mentions, document.lost)
        self.roadmaps[source] = roadmap
        self._taken.add(source)
        difference = compare(before, mentions)
        change = Change.NEW if last is None else Change.UNCHANGED if roadmap == last else Change.UPDATED
        return SourceReport(
            source=source,
            file=document.facts.file,
            title=document.facts.title,
            change=change,
            document=document,
            mentions=mentions,
            added=difference.added,
            removed=difference.removed,
            changed=difference.changed,
            url_replaced=difference.url_replaced,
            old_urls=difference.old_urls,
            merges=merges,
        )

    def join(self, document: Document, today: date) -> tuple[Mention, Merge | None]:
        """The one mention of a document of one entry, with its key; an equal address is told as well."""
        (judged,) = Normaliser(document, self.finder).mentions(facts_only=True)
        known = self.index.find(judged)
        (mention,), _ = self._with_keys((judged,), (), today)
        return mention, Merge(mention.line, mention.title, mention.resource, known[1].value) if known else None

    def _last_version(self, document: Document, judged: tuple[Mention, ...]) -> Roadmap | None:
        """The roadmap a document is a newer version of: the same address, or name or title with shared contents."""
        facts = document.facts
        addresses = {url_key(mention.url) for mention in judged if mention.url}
        best: tuple[float, Roadmap] | None = None
        for roadmap in self.roadmaps.values():
            known = roadmap.facts
            if known.sha256 == facts.sha256 or (facts.url and known.url and url_key(facts.url) == url_key(known.url)):
                return roadmap
            same_title = title_key(known.title) == title_key(facts.title)
            if roadmap.source in self._taken or not (same_title or known.file == facts.file):
                continue
            theirs = {url_key(mention.url) for mention in roadmap.mentions if mention.url}
            share = len(addresses & theirs) / max(1, min(len(addresses), len(theirs)))
            if not (addresses and theirs):  # lists of names alone: both signs must agree
                share = SAME_SHARE * (same_title and known.file == facts.file)
            if share >= SAME_SHARE and (best is None or share > best[0]):
                best = share, roadmap
        return best[1] if best else None

    def _with_keys(
        self, judged: tuple[Mention, ...], before: tuple[Mention, ...], today: date
    ) -> tuple[tuple[Mention, ...], tuple[Merge, ...]]:
        """Each mention with its resource: the one it had, the one it names, or a new one."""
        pairs = pair(before, judged)
        mentions: list[Mention] = []
        merges: list[Merge] = []
        here: dict[str, str] = {}
        for number, unnamed in enumerate(judged):
            old = pairs.get(number)
            known = (old.resource, None) if old else self.index.find(unnamed)
            if known and not old and _elsewhere_on(here.get(known[0]), unnamed):
                known = None
            key = known[0] if known else mint_key(unnamed.title, unnamed.url, self.keys)
            if known and known[1] is not None and known[1] is not Because.ADDRESS:
                merges.append(Merge(unnamed.line, unnamed.title, key, known[1].value))
            mention = replace(unnamed, resource=key, added=old.added if old else today.isoformat())
            here.setdefault(key, mention.url or "")
            self.keys.add(key)
            self.index.add(mention)
            mentions.append(mention)
        return tuple(mentions), tuple(merges)


def _elsewhere_on(url: str | None, mention: Mention) -> bool:
    """Whether a mention names another place of the same page than an address of its document does."""
    if not url or not mention.url or url_key(url) != url_key(mention.url):
        return False
    return place_of(url) != place_of(mention.url)
