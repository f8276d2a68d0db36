"""What a page says at a glance, from its bytes: title, headings, prose. Pure, bounded and linear; no parser.

Signs are looked for on every answer, so this must cost little: a parser takes a hundred times as long.
"""

import html
import re
from dataclasses import dataclass
from functools import cached_property

from crawler.pages.charset import charset_of

GLANCE_BYTES = 64 * 1024
DATA_SIGNS = tuple("{[@<%")
"""How a text begins that is for programs."""
PROSE_MARKUP = (8 * 1024, 24 * 1024)
"""So much markup shows whether a page has anything to say; when the first part says MOST_PROSE, it is enough."""
MOST_PROSE = 6000
# Each pattern begins with a plain "<" outside its (?i:…), so that the search leaps from one to the next.
TITLE = re.compile(r"<(?i:title[^<>]{0,200}>([^<]{0,600}))")
HEADING = re.compile(r"<(?i:h[12]\b[^<>]{0,400}>)")
LONGEST_HEADING, LONGEST_HIDDEN = 400, 2000
MOST_HEADINGS, MOST_TRIED = 6, 60
BLOCKS = re.compile(
    r"<(?i:(script|style|noscript|template|svg|select|nav|footer|blockquote|q|code|samp)\b.*?(?:</\1\s*>|\Z)"
    r"|!--.*?(?:-->|\Z))",
    re.DOTALL,
)
BODY = re.compile(r"<(?i:/head|body)")
NOSCRIPT = re.compile(r"<(?:(?i:noscript\b.*?(?:</noscript|\Z))|!--.*?(?:-->|\Z))", re.DOTALL)
ANCHOR = re.compile(r"<(?i:a\b[^<>]{0,1000}>[^<]{0,300}(?:<(?!/a)[^<>]{0,500}>[^<]{0,300}){0,6}</a\s*>?)")
TAG = re.compile(r"<[^>]{0,4000}>?")
BLOCK_END = re.compile(r"<(?i:/(?:h[1-6]|p|div|li|td|section|article|title)\s*>|br\b)")
HIDDEN = re.compile(
    r"<(?i:(div|section|p|span|h[1-6])\b[^<>]{0,300}"
    r"(?:\shidden(?:=\"\")?(?=>|\s+[\w-]+=)|display\s*:\s*none|visibility\s*:\s*hidden|aria-hidden=[\"']?true"
    r"|class=[\"'](?:[^\"'<>]{0,100}\s)?(?:hidden|d-none|is-hidden|hide)[\"'\s])[^<>]{0,300}>)"
)
"""What waits unseen in the page until a script wants it: a message, a dialogue."""
HIDING = ("hidden", "hide", "display", "d-none")
META = re.compile(r"<(?i:meta\b[^<>]{1,1000}>)")
ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
CANONICAL = re.compile(r"<(?i:link\b(?=[^<>]{0,500}rel\s*=\s*[\"']?canonical)[^<>]{0,1000}>)")
PASSWORD = re.compile(r"<(?i:input\b[^<>]{0,500}type\s*=\s*[\"']?password)")


@dataclass(frozen=True)
class PageText:
    """The text of an answer, and what is found in it when asked for."""

    text: str
    is_html: bool

    @cached_property
    def lower(self) -> str:
        """The text in lower case, to look for plain words in."""
        return self.text.lower()

    @cached_property
    def title(self) -> str:
        """What the title says; of plain text that is short, the text itself."""
        if not self.is_html:
            return (
                self.prose
                if len(self.prose) < 200 and "\n" not in self.prose and self.prose[:1] not in DATA_SIGNS
                else ""
            )
        found = TITLE.search(self.text) if "<title" in self.lower else None
        return _plain(found.group(1)) if found else ""

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """What the first headings of the two upper ranks say."""
        shown = self._visible if self.is_html else ""
        tags = (tag for tag, _ in zip(HEADING.finditer(shown), range(MOST_TRIED), strict=False))
        told = (_plain(_heading_at(shown, tag.end())) for tag in tags)
        return tuple([text for text in told if text][:MOST_HEADINGS])

    @cached_property
    def prose(self) -> str:
        """The words of the page without scripts, menus, footers, quotations and links, a line for each block."""
        for letters in PROSE_MARKUP:
            prose = _words_of_html(self._visible[:letters]) if self.is_html else _lines(self.text[:letters])
            if len(prose) >= MOST_PROSE or letters >= len(self._visible if self.is_html else self.text):
                break
        return prose

    @cached_property
    def metas(self) -> tuple[dict[str, str], ...]:
        """The attributes of each meta tag that may concern us: robots and refresh."""
        if "noindex" not in self.lower and "refresh" not in self.lower:
            return ()
        return tuple(attributes(tag) for tag in META.findall(self._without_noscript[:GLANCE_BYTES]))

    @cached_property
    def canonical_url(self) -> str:
        """The address that the page gives for itself."""
        found = CANONICAL.search(self.text) if self.is_html and "canonical" in self.lower else None
        return attributes(found.group()).get("href", "") if found else ""

    @cached_property
    def asks_for_password(self) -> bool:
        """Whether a form asks for a password."""
        return self.is_html and "password" in self.lower and bool(PASSWORD.search(self.text))

    @property
    def is_unlisted(self) -> bool:
        """Whether the page asks search engines not to keep it."""
        return any("noindex" in meta.get("content", "").lower() for meta in self.metas if _names(meta, "robots"))

    @cached_property
    def _visible(self) -> str:
        begun = BODY.search(self.text)
        shown = BLOCKS.sub(" ", self.text[begun.start() :] if begun else self.text)
        return (
            _without_hidden(shown) if any(word in shown for word in ("hidden", "hide", "display", "d-none")) else shown
        )

    @cached_property
    def _without_noscript(self) -> str:
        return NOSCRIPT.sub(" ", self.text)


def _heading_at(shown: str, start: int) -> str:
    """The inside of a heading that begins here, if it ends soon."""
    inside = shown[start : start + LONGEST_HEADING]
    end = inside.lower().find("</h")
    return inside[:end] if end >= 0 else ""


def _without_hidden(shown: str) -> str:
    """A page without what waits unseen in it; each search for an end is short, so many beginnings cost little."""
    lower, kept, at = shown.lower(), [], 0
    for tag in HIDDEN.finditer(shown):
        end = lower.find(f"</{tag[1].lower()}", tag.end(), tag.end() + LONGEST_HIDDEN)
        if tag.start() >= at and (end >= 0 or len(shown) - tag.end() < LONGEST_HIDDEN):
            kept.append(shown[at : tag.start()])
            at = end if end >= 0 else len(shown)
    return " ".join([*kept, shown[at:]])


def parse_page(body: bytes, content_type: str) -> PageText:
    """The text of a body, decoded as its sender says, or as its own head says, or as UTF-8."""
    start = body[:GLANCE_BYTES]
    is_html = "html" in content_type.lower() or (not content_type and b"<" in start[:1024])
    return PageText(start.decode(charset_of(start, content_type), "replace"), is_html)


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case."""
    return {
        name.lower(): html.unescape(double or single or bare) for name, double, single, bare in ATTRIBUTE.findall(tag)
    }


def _names(meta: dict[str, str], name: str) -> bool:
    return meta.get("name", "").lower() == name


def _words_of_html(markup: str) -> str:
    shown = ANCHOR.sub(" ", " ".join(markup.split()))
    return _lines(_untagged(BLOCK_END.sub("\n", shown)))


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _plain(text: str) -> str:
    return " ".join(_untagged(text).split())


def _untagged(text: str) -> str:
    text = TAG.sub(" ", text)
    return html.unescape(text) if "&" in text else text
