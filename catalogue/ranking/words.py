"""From English text to terms: words and pairs of neighbouring words, without the ones that say nothing. Pure."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest

WORD = re.compile(r"\b[a-z][a-z0-9]+(?:-[a-z0-9]+)*")
PLURAL = re.compile(r"(?<=[a-z]{2}[^aiosu])s$")
"""The s of models, not that of analysis, bias, loss or corpus."""
TITLE_WEIGHT = 2
JOINED = r"[ \t\u00a0-]+"
"""What may stand between the words of one phrase."""
NEXT = re.compile(rf"{JOINED}\w+")
TRIED = 10
"""Terms looked for as a reason, the weightiest first."""
BESIDE = 0.6
"""A third word is quoted if it and the second are liked this much, measured by the first two."""

SAYS_NOTHING = """
    about above across after again against al all almost along already also although always among an and any are as
    at be became because been before being below between both but by can cannot could did do does doing done down
    due during each eg either enough especially et etc even ever every few first for from further had has have
    having he hence her here his how however ie if in indeed into is it its itself just kept last least less made
    many may me might more moreover most mostly much must my namely neither never nevertheless no nor not now of off
    often on once one only onto or other others our out over own per perhaps rather s same second she should since
    so some still such than that the their them then there thereby therefore these they this those though through
    throughout thus to together too toward towards two under until up upon us very via was we well were what when
    where whereas whether which while who whom whose why will with within without would yet you your
"""
STOP = frozenset(SAYS_NOTHING.split())


def terms(text: str) -> list[str]:
    """The words that say something, in the singular, and each two of them that stand side by side."""
    found: list[str] = []
    before = ""
    for written in WORD.findall(text.lower()):
        if written in STOP:
            before = ""
            continue
        word = PLURAL.sub("", written) if written.endswith("s") else written
        found.append(word)
        if before:
            found.append(f"{before} {word}")
        before = word
    return found


def find_span(texts: Sequence[str], weights: Mapping[str, float]) -> str:
    """The weightiest word or pair as one of the texts has it on one line; empty where none of the best stands so.

    A pair carries what its two words do as well, and takes along a third that is nearly as much liked beside them.
    """
    for _, term in nlargest(TRIED, _carried(weights)):
        words = _words(term) or [term]
        phrase = JOINED.join(rf"{re.escape(word)}s?" for word in words)
        found = next(filter(None, (re.search(rf"\b{phrase}\b", text, re.IGNORECASE) for text in texts)), None)
        if found:
            return found.group() + _rest(found, weights, BESIDE * weights[term])
    return ""


def _carried(weights: Mapping[str, float]) -> Iterator[tuple[float, str]]:
    """Each term after what it carries."""
    for term, weight in weights.items():
        first, pair, second = term.partition(" ")
        yield (weight + (weights.get(first, 0.0) + weights.get(second, 0.0)) if pair else weight), term


def _rest(found: re.Match[str], weights: Mapping[str, float], at_least: float) -> str:
    """The word behind a span, if it makes a pair with the last one that weighs enough."""
    behind = NEXT.match(found.string, found.end())
    if behind is None:
        return ""
    pair = terms(found.group().split()[-1] + behind.group())[-1:]
    return behind.group() if " " in "".join(pair) and weights.get(pair[0], 0.0) >= at_least else ""


def _words(term: str) -> list[str]:
    """The words of a pair; none for a single word."""
    return term.split() if " " in term else []


def count_terms(title: str, abstract: str) -> Counter[str]:
    """How often each term occurs; one in the title counts for more."""
    counted = Counter(terms(abstract))
    for term in terms(title):
        counted[term] += TITLE_WEIGHT
    return counted


def count_names(names: Iterable[str], known: Container[str]) -> Counter[str]:
    """The terms of what something is called; a word of a pair does not stand alone, since a table is no hash table.

    A name with no known term at all is one that nobody uses here, and left out.
    """
    counted: Counter[str] = Counter()
    for name in names:
        found = terms(name)
        if not any(term in known for term in found):
            continue
        paired = {word for term in found for word in _words(term)}
        counted.update(term for term in found if term not in paired)
    return counted
