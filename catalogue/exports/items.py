"""From the content of a catalogue to the items of an export. Pure."""

from catalogue.assembly.content import Content, Resource
from catalogue.records.documents import EntryLink, Mention, Roadmap
from catalogue.records.exports import Item, ItemPlace
from catalogue.vocabulary import LinkRole


def items_of(content: Content) -> tuple[Item, ...]:
    """Every resource with the places that name it, by key."""
    places: dict[str, list[ItemPlace]] = {}
    for roadmap in content.roadmaps:
        folders = _folders(roadmap)
        for mention in roadmap.mentions:
            places.setdefault(mention.resource, []).append(_place(mention, folders[mention.section]))
    return tuple(_item(resource, tuple(places.get(resource.key, ()))) for resource in content.resources)


def _item(resource: Resource, places: tuple[ItemPlace, ...]) -> Item:
    further = (link for link in resource.links if link.role is not LinkRole.PRIMARY)
    return Item(
        key=resource.key,
        title=resource.title,
        title_en=resource.title_en,
        url=resource.url,
        kind=resource.kind,
        level=resource.level,
        language=resource.language,
        topics=tuple(topic for topic, _ in resource.topics),
        creator=resource.creator,
        year=resource.year,
        is_free=resource.is_free,
        effort=resource.effort,
        stance=resource.stance,
        links=tuple(EntryLink(link.url, link.role) for link in further),
        added=resource.added_at,
        places=places,
    )


def _place(mention: Mention, folder: tuple[str, ...]) -> ItemPlace:
    return ItemPlace(folder, mention.title, mention.line, mention.note, mention.tags, mention.bookmarked)


def _folders(roadmap: Roadmap) -> dict[int | None, tuple[str, ...]]:
    """The way to each section: the document's title, then its headings down to it."""
    folders: dict[int | None, tuple[str, ...]] = {None: (roadmap.facts.title,)}
    for section in roadmap.sections:
        above = folders[section.parent]
        folders[section.position] = above if section.title == roadmap.facts.title else (*above, section.title)
    return folders
