"""Links and headings as other markups write them, in Markdown's: their lists and texts are near enough to it. Pure.

reStructuredText, Org, AsciiDoc and MediaWiki; a document needs no name to be read so, and may mix them.
"""

import re

from catalogue.documents.pages.boxes import without_boxes

RST_LINK = re.compile(r"`([^`<>\n]{1,300}?)\s*<(https?://[^<>\s`]+)>`__?")
RST_TARGET = re.compile(r"^\.\. _`?([^`:\n]{1,300}?)`?: (https?://\S+)[ \t]*$", re.MULTILINE)
RST_ADDRESS = re.compile(r"`?<(https?://[^<>\s`]+)>`__?")
RST_ROLE = re.compile(r"(?:\\ )?:(?:sup|sub|emphasis|strong|title|ref|doc):`([^`<>\n]{1,200})`(?:\\ )?")
"""Words in a role of their own: `2\\ :sup:`nd` edition`."""
RST_NAME = re.compile(r"`([^`<>\n]{1,300})`_|(?<![\w`])(\w[\w.+-]{0,100})_(?!\w)")
ORG_LINK = re.compile(r"\[\[(https?://[^\]\s]{1,500})\](?:\[([^\]\n]{1,300})\])?\]")
ORG = re.compile(r"^#\+(?:title|author|options|startup|filetags)\s*:", re.MULTILINE | re.IGNORECASE)
ORG_LIST = re.compile(r"^\*{2,6} .*\[\[https?://", re.MULTILINE)
ORG_HEADING = re.compile(r"^(\*{1,6}) +(\S.*?)(?:[ \t]+:[\w@#%:]+:)?[ \t]*$", re.MULTILINE)
ASCIIDOC_LINK = re.compile(
    r"(?<![\w(<\[\]/])(?:link:)?(https?://[^\s\[\]<>()，。；、]{4,500})\[(?=[^\]\n]{0,20}[^\W\d_]{2})([^\]\n]{1,300})\](?![(\[:])"
)
WIKI_LINK = re.compile(r"(?<![\[!\w])\[(https?://[^\s\[\]]{4,500}) ([^\]\n]{1,300})\](?![(\[:])")
HEADING = re.compile(r"^(={1,6}) (\S.*?)(?: +\1)?[ \t]*$", re.MULTILINE)


def as_markdown(text: str) -> str:
    """A text with the links and headings of other markups written as Markdown's; every line keeps its place."""
    text = without_boxes(text)
    if ORG.search(text) or ORG_LIST.search(text):
        text = ORG_HEADING.sub(lambda found: f"{'#' * len(found[1])} {found[2]}", text)
    text = HEADING.sub(lambda found: f"{'#' * len(found[1])} {found[2]}", text)
    text = RST_ROLE.sub(r"\1", text) if ":`" in text else text
    if "://" not in text:
        return text
    text = RST_ADDRESS.sub(r"<\1>", RST_LINK.sub(r"[\1](<\2>)", _with_rst_targets(text)))
    text = ORG_LINK.sub(lambda found: f"[{found[2]}](<{found[1]}>)" if found[2] else f"<{found[1]}>", text)
    return WIKI_LINK.sub(r"[\2](<\1>)", ASCIIDOC_LINK.sub(r"[\2](<\1>)", text))


def _with_rst_targets(text: str) -> str:
    """The names of links that reStructuredText tells apart from their addresses, together with these."""
    targets = {name.lower(): url for name, url in RST_TARGET.findall(text)}
    if not targets:
        return text

    def linked(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        return f"[{name}](<{targets[name.lower()]}>)" if name.lower() in targets else found[0]

    return RST_NAME.sub(linked, RST_TARGET.sub("", text))
