"""Whether a resource is free, where its document says so. Pure."""

from catalogue.normalise.wordlist import Words
from catalogue.records.documents import Entry, Finding
from catalogue.vocabulary import Rule

FREE = Words(
    r"(?<![\w-])free(?: to (?:audit|read|use|watch)| (?:online|course|audit|book|ebook|resource"
    r"|digital))?(?![\w-]| of | from | chapters?| trial)"
    r"|бесплатн\w+|免费",
)
PAID = Words(
    r"(?<![\w$])\$+\d*(?!\w)|(?<!\w)paid(?! for)|subscription|premium|платн(?:ый|ая|о|ые)|по подписке|付费|收费|订阅",
)
NEAR = 160


def judge_price(entry: Entry) -> Finding[bool] | None:
    """Free, paid, or not said; where both words stand ("free audit, paid certificate"), learning itself is free."""
    text = " ".join((*entry.marks, entry.note[:NEAR]))
    if FREE.search(text):
        return Finding(value=True, rule=Rule.STATED_WORD)
    return Finding(value=False, rule=Rule.STATED_WORD) if PAID.search(text) else None
