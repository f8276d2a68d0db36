"""What a work is called: the text of its link, or what stands around a link that is only labelled or bare. Pure."""

import re

from catalogue.documents.blocks import Block, BlockKind, Run, clean, plain_text
from catalogue.documents.citations.authors import are_authors, before_authors, split_authors
from catalogue.documents.citations.citations import title_of_work
from catalogue.documents.entries.judging import described_name, first_line_after, place_named, rest_of
from catalogue.documents.lines.labels import LANGUAGE_NAME, bare_words, is_main_word, role_of
from catalogue.documents.lines.links import is_bare, is_label, names_platform, title_from_url, without_label
from catalogue.documents.lines.shape import NUMBERING, Shape, is_bracketed, without_label_end
from catalogue.documents.lines.sheets import is_fact_label, is_own_page, title_of_heading, unquoted
from catalogue.documents.names.listed import title_by, work_in
from catalogue.vocabulary import LinkRole

WORKS_OWN = frozenset({None, LinkRole.PAPER, LinkRole.SOURCE, LinkRole.DEMO})
"""Roles whose link is the work itself where the item above names it without a link."""
IN_BRACKETS = re.compile(r"[【\[](?P<title>[^【】\[\]]{5,80})[】\]]\W*")
"""All that leads to an address: `【树为什么长高】https://…`."""
SIGNS = re.compile(r"^(?::[a-z][a-z0-9_+-]{1,30}:\s*)+")
ENDS_NAME = re.compile(r"[;.!?。！？；]\s|[。！？；]|\s[—–-]\s")
BOTH_NAMES = re.compile(
    r"[A-ZА-ЯЁ][\w.]*\s[—–-]\s[A-Z]{2,4}[ -]?\d{2,3}[A-Za-z]{0,2}\b.{0,100}"
    r"|[A-ZА-ЯЁ][\w.]*(?:\s[A-Z][\w.]*)?\s[—–-]\s"
    r"[A-ZА-ЯЁ][\w+#]*(?:\s(?:[A-ZА-ЯЁ][\w+#]*|of|for|and|in|to|with|the|и|по|для)){0,6}"
)
"""A school and its course, by its number or in capitals: `Leaf - GA101: of old`, `Leaf - Gardens for All`."""
LEADS_THERE = re.compile(
    r",?\s+(?:(?:freely|online|is|are)\s)*(?:available|found|accessible|доступн\w+)\s(?:at|from|on|по адресу)$"
)
"""`Gardens, available at https://…`."""
BY_BEHIND_COMMA = re.compile(r",\s(?:by|от)\s")
RUNS_ON = re.compile(r"\s(?:на|в|с|on|at|from|in|via)$")
"""Words that the name of a place goes on with: `problems on [Leaf](…)`."""
FEW_WORDS = 3
LONG_TITLE_LEAD, LONG_NAME_LEAD = 100, 150


def title_of(shape: Shape, *, labelled: bool) -> str:
    """What the work of a line is called; `labelled` where its link's text is a word that the list repeats."""
    link, lead = shape.link, without_label(without_label_end(shape.lead_text))
    told = shape.title or place_named(shape) or described_name(shape) or _cited(shape, labelled=labelled)
    if name := told or _bracketed(shape):
        return name
    if not are_authors(lead) and (split_authors(lead)[0] or before_authors(lead) != lead):
        return title_of_work(lead, authors_first=False)
    # `Title by Author [[English]](…)`: a language is a label as well.
    labelled = labelled or LANGUAGE_NAME.fullmatch(bare_words(link.text)) is not None
    labelled = labelled or (lead != "" and names_platform(link))
    if not is_bare(link) and not labelled and not is_bracketed(shape):
        return link.text
    lead = LEADS_THERE.sub("", re.sub(r"[\s(\[（【]+$", "", lead))
    lead = (title_by(lead) if BY_BEHIND_COMMA.search(lead) else None) or lead
    longest = LONG_TITLE_LEAD if is_bare(link) else LONG_NAME_LEAD
    if lead and len(lead) <= longest and not is_label(lead):
        return _named_before(shape, lead)
    after = re.match(r"\s*[-–—:：]\s*(.{3,120}?)(?:\s[-–—]\s|[.;]\s|$)", first_line_after(shape))
    if is_bare(link) or not link.text:
        return after[1] if after else title_from_url(link.url or "")
    return link.text


def _named_before(shape: Shape, lead: str) -> str:
    """The name in the words before a link that only points: what is bold in them, if anything."""
    if names_platform(shape.link) and RUNS_ON.search(lead):
        return f"{lead} {shape.link.text}"
    strong = next((clean(run.text) for run in shape.lead if run.strong), "")
    return NUMBERING.sub("", strong.strip(" *_:：-–—")) or lead


def _bracketed(shape: Shape) -> str:
    """The title in brackets that is all before an address; "" for any other line."""
    found = IN_BRACKETS.fullmatch(plain_text(shape.lead)) if is_bare(shape.link) and not shape.lead_text else None
    return clean(found["title"]) if found else ""


def _cited(shape: Shape, *, labelled: bool) -> str:
    """The title in a citation before a label or the name of a place; "" for any other line."""
    points = not is_bare(shape.link) and (labelled or names_platform(shape.link))
    return (work_in(shape.lead_text) if points else None) or ""


def named_above(block: Block, shape: Shape, *, only: bool) -> str | None:
    """What an item names, where a line under it holds nothing but the work's address (`only`) or a label with it."""
    if any(run.url for run in block.runs) or not re.search(r"[^\W\d_]", block.text):
        return None
    label, link = without_label_end(shape.lead_text), shape.link
    alone = is_bare(link) and not label and only
    labelled = (
        is_own_page(label)
        or (is_bare(link) and is_label(label))
        or (not label and (is_main_word(link.text) or names_platform(link)))
    )
    own_name = label != "" and not is_label(label) and len(label.split()) > FEW_WORDS
    if not alone and not labelled and (own_name or role_of(link.text) is None):
        return None
    strong = next((clean(run.text) for run in block.runs if run.strong), "")
    text = SIGNS.sub("", block.text)
    title = strong or (text if BOTH_NAMES.fullmatch(text) else ENDS_NAME.split(text, maxsplit=1)[0])
    return unquoted(title.rstrip(" :：.,;")) or None


def lent_role(link: Run) -> LinkRole | None:
    """The role of a link that stands in for the work's own, such as its video; None for one that is its own."""
    role = role_of(link.text)
    return None if role in WORKS_OWN else role


def named_by_bold_line(before: Block | None, shape: Shape) -> str | None:
    """What a line names, bold or in bold before a colon, over the address of its page: `网址：https://…`."""
    if before is None or not before.runs or not is_bare(shape.link) or any(run.url for run in before.runs):
        return None
    if not shape.lead_text:
        announced = before.runs[0].strong and before.text.endswith((":", "："))
        return clean(before.runs[0].text.strip(" *_:：")) if announced else None
    bold = all(run.strong for run in before.runs if run.text.strip())
    return title_of_heading(before) if bold and is_own_page(shape.lead_text.rstrip(" :：")) else None


def named_by_heading(blocks: list[Block], index: int, shape: Shape) -> str | None:
    """What a heading names, where all that stands right under it is a bare address, or a link to "the page"."""
    before, block, *after = (blocks[index - 1] if index else None, *blocks[index : index + 2])
    if before is None or before.kind is not BlockKind.HEADING or any(run.url for run in before.runs):
        return None
    alone = block.kind is BlockKind.PARAGRAPH and sum(run.url is not None for run in block.runs) == 1
    points = is_bare(shape.link) or is_own_page(shape.link.text)
    if not alone or not points or shape.lead_text or rest_of(shape).strip():
        return None
    more = any(one.kind is not BlockKind.HEADING and _is_nothing_but_address(one) for one in after)
    return None if more else bare_words(_heading_of_work(blocks, index - 1).text) or None


def _is_nothing_but_address(block: Block) -> bool:
    return len(said := [run for run in block.runs if run.text.strip()]) == 1 and is_bare(said[0])


def _heading_of_work(blocks: list[Block], place: int) -> Block:
    """A heading, or the one above it where it only says what of the work follows: `#### Video`."""
    heading = blocks[place]
    if not is_label(heading.text) and not is_fact_label(heading.text):
        return heading
    above = (one for one in reversed(blocks[:place]) if one.kind is BlockKind.HEADING and one.depth < heading.depth)
    return next(above, heading)


def label_of_place(shape: Shape) -> str:
    """The label that says where else a work is, before an address alone (`Github: https://…`); "" for none."""
    label = without_label_end(shape.lead_text)
    is_place = is_label(label)
    return label if is_place and is_bare(shape.link) else ""
