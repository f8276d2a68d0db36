"""Links in running text whose sentence tells to read, watch or take them, or says what kind of work they are. Pure."""

import re

from catalogue.documents.blocks import Run
from catalogue.documents.lines.labels import TO_DO
from catalogue.documents.lines.links import only_points
from catalogue.documents.names.mentioned import BESIDE, BETWEEN_SENTENCES, WHOLE
from catalogue.documents.names.naming import KIND

ADVISED = re.compile(
    rf"(?<!\w)(?:{TO_DO.pattern}"
    r"|go(?:ing)? with|(?:went|worked) through|finished|completed|enjoyed|loved|check out"
    r"|(?:i |we |also |highly )*recommend\w*|try|рекоменд\w+|совету\w+)"
    r"(?:\s+(?:the|an?|this|these|at|also|out|его|эт\w+))*\W*$"
    r"|(?:推荐|(?:可以?|建议|请|先)(?:搭配|参考|阅读|观看|学习|[看读学]))(?:阅读|观看|学习|[看读学])?(?:一?下)?"
    r"(?:这|那|以下)?[篇个门本部]?(?:文章|教程|课程|视频|书)?\W*$",
    re.IGNORECASE,
)
"""What a sentence says right before a work that it advises."""
OF_ITSELF = re.compile(r"\b(?:subscribe|follow|join)\b|подпи(?:саться|шитесь)|订阅|关注", re.IGNORECASE)
"""What calls to the newsletter or channel of the document itself."""
PRAISED = re.compile(
    rf"[”»\"]?\s*(?:(?:is|was)\s+(?:also\s+|really\s+|an?\s+|the\s+|one of the\s+)*"
    rf"(?:good|great|excellent|nice|awesome|best|amazing|fantastic|wonderful|must|classic)\s+(?:\w+\s+)?"
    rf"(?:{KIND}|start\b|read\b|watch\b|introduction\b|place to (?:start|begin)\b)"
    r"|[—–-]\s+(?:очень\s+)?(?:отличн|хорош|лучш|прекрасн|замечательн|классн)\w*"
    r"|(?:也|很|非常|都|是)*(?:不错|值得一?[看读学]|经典|推荐))"
)
"""What it says right behind a work that it praises."""
CALLED = re.compile(
    rf"[”»\"]?\s*(?:by\s+[A-Z]|{KIND}(?![\w-]))|[”»\"]?\s*(?:这|那|的)?(?:门|本|个|部)?(?:课程|书|教程|视频)"
)
"""Who made it, or what it is, right behind its name."""
KIND_LAST = re.compile(rf"(?:\b(?i:{WHOLE}|tutorials?|guide)|课程?|书|教程|视频|系列)$")
DEMONSTRATIVE = re.compile(r"(?:this|that|these|here|эт\w+|这|那)(?:\W|[篇个门本])", re.IGNORECASE)
JOINED = re.compile(r"[\s*_]*(?:[,，、]|,?\s+(?:and|or|и|или)\s|[和与])[\s*_]*(?:\w+[’']s\s*)?")
OF_SOMEBODY = re.compile(r"[A-Z][\w.-]*[’']s?\s*$")
"""`Bee's [Gardens of Old](…)`."""
NEAR = 300  # characters; what says something of a link stands no further off
TITLE = re.compile(r"[\W_]*[^\W_a-zа-яё]")


def told_links(runs: list[Run], places: list[int]) -> list[int]:
    """Those of a text's links that its sentences name as works; what is joined to one of them is another."""
    told: list[int] = []
    for at, place in enumerate(places):
        run = runs[place]
        before = runs[places[at - 1] + 1 if at else 0 : place]
        lead = BETWEEN_SENTENCES.split("".join(one.text for one in before)[-NEAR:])[-1]
        rest = "".join(one.text for one in runs[place + 1 : places[at + 1] if at + 1 < len(places) else None])[:NEAR]
        joined = (
            at > 0
            and told[-1:] == [places[at - 1]]
            and JOINED.fullmatch("".join(one.text for one in before)) is not None
        )
        if not only_points(run) and (joined or _is_told(lead, run, rest)):
            told.append(place)
    return told


def _is_told(lead: str, run: Run, rest: str) -> bool:
    """Whether what stands in a sentence before a link, in it or behind it says that it is a work."""
    if OF_ITSELF.search(lead):
        return False
    advised = ADVISED.search(lead) is not None or BESIDE.search(lead.rstrip(' «“"')) is not None
    if DEMONSTRATIVE.match(run.text) or not TITLE.match(run.text):
        return advised and KIND_LAST.search(run.text) is not None
    owned = OF_SOMEBODY.search(lead) is not None and " " in run.text
    told = KIND_LAST.search(run.text) or CALLED.match(rest) or PRAISED.match(rest)
    return advised or owned or told is not None
