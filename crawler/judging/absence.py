"""Whether a title, a heading or a clause says that a page is not there. Pure."""

import re

from crawler.judging.wording import (
    ABOUT,
    ABSENCE,
    AROUND,
    ASKED_FOR,
    CORE,
    FILLERS,
    FOR_OTHERS,
    HINTS,
    LACKING,
    LOSS,
    NOUN,
    NUMBERED,
    PARTLY,
    PASSING,
    QUESTION,
    REGRET,
    REPORT,
    SAYING,
    SUPPOSITION,
    THING,
    UNFOUND,
)

WORD = re.compile(r"[\w'’]+")
NUMBER = re.compile(r"(?<!\d)4(?:04|10)(?!\d)")
UNDIVIDED = re.compile(rf"(?:{THING})[^。！？!?：:]{{0,14}}(?:{LOSS})|(?:{UNFOUND})[^。！？!?]{{0,14}}(?:{THING})")
UNDIVIDED_WHOLE = re.compile(rf"(?:{AROUND}|{THING}|{LOSS}|404|410|error|not found|[\s\W])+", re.IGNORECASE)
FAULT = re.compile(r"\w(?:Error|Exception)\b|\berrno\b", re.IGNORECASE)
"""What programs call their faults: a page about one."""
CLAUSE_END = re.compile(r"([.!?;…。！？；\n]+\s*|\s[–—|·]\s)")
HOST_NAME = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}\b", re.IGNORECASE)
QUOTATION_MARKS = "«“„「『‘\"'"
QUOTED = re.compile(r"[«“„「『‘].{1,120}?[»”“」』’]|\"[^\"\n]{1,120}\"|(?<!\w)'[^'\n]{1,120}'(?!\w)")
SEPARATOR = re.compile(r"\s+[|·•—–―»«\-/\\~]+\s+|\s*[|·•—–»«｜_]\s*")
LONGEST_LINE, LONGEST_CLAIM, LONGEST_CLAUSE = 160, 11, 220
"""Letters, words, letters: what is longer has more to say."""


def parts_of(title: str) -> list[str]:
    """The pieces of a title: it often names the page and the site."""
    pieces = [piece.strip() for piece in SEPARATOR.split(unquoted(title)) if piece and piece.strip()]
    told = (piece for piece in pieces if ":" in piece and not FAULT.search(piece) and not REPORT.search(piece))
    after_colon = (piece.rpartition(":")[2].strip() for piece in told)
    return pieces + [piece for piece in after_colon if NOUN.search(piece) or _has_core(piece[:9])]


def clauses_of(text: str) -> list[str]:
    """The clauses of a text, host names taken for one word; a question claims nothing and is none."""
    pieces = CLAUSE_END.split(HOST_NAME.sub("HOSTNAME", text))
    ended = zip(pieces[::2], [*pieces[1::2], ""], strict=True)
    return [clause for clause, end in ended if clause.strip() and not end.startswith("?")]


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks."""
    return QUOTED.sub(" ", text) if any(mark in text for mark in QUOTATION_MARKS) else text


def begins_with(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern matches from the first word of a text on."""
    first = WORD.search(text)
    return bool(first and pattern.match(text, first.start()))


def says_not_found(text: str) -> bool:
    """Whether a title or heading says "not found" and nothing else, not in quotation marks."""
    text = unquoted(text).strip()
    text = _without_label(text) if REPORT.search(text) else text
    if not text or len(text) > LONGEST_LINE or not _hints(text):
        return False
    if any(pattern.search(text) for pattern in (ABOUT, REPORT, PASSING, FOR_OTHERS)) or begins_with(QUESTION, text):
        return False
    if UNDIVIDED_WHOLE.fullmatch(text) and (UNDIVIDED.search(text) or _has_core(text)):
        return True
    words = [word.replace("’", "'").strip("'") for word in WORD.findall(text.lower())]
    longest = LONGEST_CLAIM * 2 if REGRET.search(text) else LONGEST_CLAIM
    if len(words) <= longest and speaks_of_absence(text):
        return True
    return bool(words) and all(word in FILLERS or len(word) == 1 for word in words) and _names_absence(text, words)


def _without_label(text: str) -> str:
    """What stands behind the label in "Error 404: the page was not found"."""
    label, colon, rest = text.replace("：", ":").partition(":")
    labels = colon and NUMBER.search(label) and FILLERS.issuperset(WORD.findall(label.lower()))
    return rest.strip() if labels else text


def says_something_lacks(text: str) -> bool:
    """Whether a title or heading says of anything, in a few words, that it is not there."""
    text = HOST_NAME.sub("HOSTNAME", unquoted(text).strip(" .!…。！"))
    return bool(LACKING.fullmatch(text)) and not any(told.search(text) for told in (ABOUT, REPORT, PASSING, FAULT))


def speaks_of_absence(text: str) -> bool:
    """Whether a clause of a text says that a page, a course, a file … is not there."""
    return _hints(text) and any(_is_absence(clause) for clause in clauses_of(text))


def mentions_not_found(text: str) -> bool:
    """Whether a text speaks of pages that are not found at all."""
    return _hints(text) and (_has_core(text) or speaks_of_absence(text))


def _hints(text: str) -> bool:
    return any(map(text.lower().__contains__, HINTS))


def _has_core(text: str) -> bool:
    return bool(NUMBER.search(text) or CORE.search(text))


def _names_absence(text: str, words: list[str]) -> bool:
    """Whether words that say nothing else say that something is absent: "Course 404" does not, "Error 404" does."""
    return bool(CORE.search(text)) or (bool(NUMBER.search(text)) and not NUMBERED & set(words))


def _is_absence(clause: str) -> bool:
    if len(clause) > LONGEST_CLAUSE or begins_with(SUPPOSITION, clause):
        return False
    if any(pattern.search(clause) for pattern in (ABOUT, PASSING, FOR_OTHERS)):
        return False
    undivided = UNDIVIDED.search(clause)
    # What goes on behind a wide comma is another clause: "it is gone, look at the others".
    told = clause if undivided is None else clause[: undivided.end()] + clause[undivided.end() :].partition("，")[0]
    if PARTLY.search(told) and not ASKED_FOR.search(clause):
        return False
    said = SAYING.search(clause) or undivided or (ABSENCE.search(clause) if NOUN.search(clause) else None)
    return said is not None and not _is_supposed(clause[: said.start()])


def _is_supposed(before: str) -> bool:
    """Whether what stands before a loss only supposes it: "The error appears when …"."""
    return any(begins_with(SUPPOSITION, before[word.start() :]) for word in WORD.finditer(before))
