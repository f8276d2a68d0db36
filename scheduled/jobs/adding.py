"""Add: one link by hand, on the same road as a document."""

import hashlib
from pathlib import Path

from catalogue.datafolder.curation import load_curation
from catalogue.datafolder.roadmaps import load_roadmaps, save_roadmap
from catalogue.datafolder.thesaurus import Thesaurus
from catalogue.documents.lines.links import title_from_url
from catalogue.errors import InputError
from catalogue.normalise.library import Library
from catalogue.normalise.topics import TopicFinder
from catalogue.records.documents import Document, Entry, Mention, Roadmap, SourceFacts
from catalogue.records.imports import Merge
from catalogue.urls import is_web, url_key
from catalogue.vocabulary import Why
from scheduled.jobs.importing import Wish

SOURCE = "added-by-hand"
TITLE = "Added by hand"


def run_add(
    url: str, title: str | None, data_dir: Path, thesaurus: Thesaurus, wish: Wish
) -> tuple[Mention, Merge | None]:
    """Add a link to the roadmap of links added by hand; a link that is there already changes nothing."""
    if not is_web(url):
        raise InputError(url, "is no http(s) address")
    library = Library(load_roadmaps(data_dir), load_curation(data_dir), TopicFinder(thesaurus))
    known = library.roadmaps.get(SOURCE)
    for mention in known.mentions if known else ():
        if mention.url and url_key(mention.url) == url_key(url):
            return mention, None
    line = len(known.mentions) + 1 if known else 1
    entry = Entry(line, title or title_from_url(url), url, why=Why.RECORD)
    mention, merge = library.join(Document(_facts(()), (), (entry,)), wish.today)
    mentions = (*(known.mentions if known else ()), mention)
    if not wish.dry_run:
        save_roadmap(data_dir, Roadmap(SOURCE, _facts(mentions), (), mentions))
    return mention, merge


def _facts(mentions: tuple[Mention, ...]) -> SourceFacts:
    """The facts of the list, whose text is its addresses."""
    text = "\n".join(mention.url or "" for mention in mentions)
    return SourceFacts(TITLE, SOURCE, hashlib.sha256(text.encode()).hexdigest())
