"""A whole HTML document to blocks, with what its head says about it."""

from catalogue.documents.pages.elements import Page
from catalogue.documents.pages.tags import Tag, parse_tags

META = {
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "date": "date",
    "article:published_time": "date",
    "dc.date": "date",
    "og:url": "url",
    "og:title": "title",
    "og:locale": "language",
    "content-language": "language",
}


def parse_html(text: str, page: Page) -> dict[str, str]:
    """Put the blocks of an HTML document on a page; what its head says: title, url, language, author, date."""
    facts: dict[str, str] = {}
    in_title = False
    for tag in parse_tags(text):
        page.at(tag.line)
        if tag.name == "title":
            in_title = tag.open and "title" not in facts
        elif tag.name:
            _note_facts(tag, facts)
            if tag.open:
                page.start(tag.name, tag.attributes)
            else:
                page.end(tag.name)
        elif in_title:
            facts["title"] = facts.get("title", "") + tag.text
        else:
            page.text(" ".join(tag.text.split("\n")) if tag.text.strip() else " ")
    return facts


def _note_facts(tag: Tag, facts: dict[str, str]) -> None:
    attributes = tag.attributes
    if tag.name == "html" and "lang" in attributes:
        facts.setdefault("language", attributes["lang"])
    elif tag.name == "link" and attributes.get("rel", "").lower() == "canonical":
        facts["url"] = attributes.get("href", "")
    elif tag.name == "meta":
        name = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv") or ""
        if (fact := META.get(name.lower())) and attributes.get("content"):
            facts.setdefault(fact, attributes["content"])
