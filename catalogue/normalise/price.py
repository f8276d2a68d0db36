"""Whether a resource is free, where its document says so. Pure."""

import re

from catalogue.normalise.wordlist import Words
from catalogue.records.documents import Entry, Finding
from catalogue.vocabulary import Rule

FREE = Words(
    r"(?<![\w-])free(?: to (?:audit|read|use|watch)| (?:online|course|audit|book|ebook|resource"
    r"|digital))?(?![\w-]| of (?!charge)| from | chapters?| trial)"
    r"|\b(?:open access|at no (?:cost|charge))\b|бесплатн\w+|в открытом доступе|免费",
)
PAID = Words(
    r"(?<![\w$])\$+\d*(?!\w)|(?<!\w)paid(?! for)|subscription|premium|платн(?:ый|ая|о|ые)|по подписке|付费|收费|订阅"
    r"|(?<!\w)[€£¥]\d|\d\s?(?:[€£₽]|руб(?:\.|л\w+)?(?!\w)|元(?!素))",
)
TASTE = re.compile(
    r"перв\w+ \w+ бесплатн\w+|бесплатн\w+ (?:пробн|перв|глав)\w+|免费试\w|\bfirst \w+ (?:is |are )?free\b",
    re.IGNORECASE,
)
"""A part given away to sell the rest."""
NEAR = 160


def judge_price(entry: Entry) -> Finding[bool] | None:
    """Free, paid, or not said; where both words stand ("free audit, paid certificate"), learning itself is free."""
    text = TASTE.sub("", " ".join((*entry.marks, entry.note[:NEAR])))
    if FREE.search(text):
        return Finding(value=True, rule=Rule.STATED_WORD)
    return Finding(value=False, rule=Rule.STATED_WORD) if PAID.search(text) else None
