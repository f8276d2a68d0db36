"""How much a learner must know before: what the document says in words or marks, else what a title says. Pure."""

import re

from catalogue.documents.lines.labels import bare_words
from catalogue.normalise.levelheading import level_of_heading
from catalogue.normalise.wordlist import Words
from catalogue.records.documents import Entry, Finding
from catalogue.vocabulary import Level, Rule, Why

MARK_WORDS: tuple[tuple[Level, str], ...] = (
    (
        Level.BEGINNER,
        r"beg(?:inners?)?(?:[- ]friendly)?|easy|basic|introductory|novice|entry[- ]level|elementary|junior|l1"
        r"|начальн(?:ый|ая)|начинающи[йхм]|нович(?:ок|кам|ков)|л[её]гк(?:ий|ая)|базов(?:ый|ая)|прост(?:ой|ая)"
        r"|низк(?:ий|ая)"
        r"|初学者?|入门|初级|简单|新手|零基础",
    ),
    (
        Level.INTERMEDIATE,
        r"int(?:ermediate)?|medium|moderate|middle|l2|средн(?:ий|яя)|продолжающи[йхм]|中等|中级|进阶",
    ),
    (
        Level.ADVANCED,
        r"adv(?:anced)?|hard|difficult|expert|senior|l3|продвинут(?:ый|ая|ых|ым)|сложн(?:ый|ая)|высок(?:ий|ая)"
        r"|эксперт"
        r"|高级|困难|高阶|专家",
    ),
)
SAID: tuple[tuple[Level, str], ...] = (
    (
        Level.BEGINNER,
        r"\b(?:for|to) (?:absolute |complete |total )?(?:beginners|newbies|novices|dummies|juniors)\b"
        r"|\bbeginners?\b|\bintroductory\b|\b(?:just|only) (?:starting|getting started)\b"
        r"|\bnewcomers\b|\bnew to (?:the|this|\w+ing|\w+s|AI|ML)\b"
        r"|\bno (?:prior|previous) (?:[\w-]+ ){0,2}(?:knowledge|experience|background)"
        r"|\b(?:assumes?|requires?|needs?) no (?:[\w-]+ ){0,2}(?:knowledge|experience|background)"
        r"|\bfrom scratch\b.{0,20}\bbeginner"
        r"|для (?:самых |абсолютных )?(?:начинающих|новичков|чайников)"
        r"|(?:подойд[её]т|для|понятн\w+|полезн\w+|[—–-]) новичк(?:ам|у|а)(?!\w)"
        r"|начинающим(?!\w)"
        r"|с нуля\b|(?:начального|базового) уровня|только начина(?:ет|ют|ете)|для (?:junior|джун)"
        r"|(?:вводн|базов)(?:ый|ая|ое) (?:курс|лекци|книг|материал)|не требует (?:\w+ )?(?:подготовк|знани|опыт)"
        r"|без (?:\w+ )?(?:подготовки|знаний|опыта)"
        r"|适合(?:初学者|新手|入门"
        r"|零基础)|零基础|初学者|面向初学者|小白|新手|从零(?:开始|学)|入门(?!后)|(?:无需|不需要"
        r"|不要求)\w{0,6}基础",
    ),
    (
        Level.INTERMEDIATE,
        r"\bintermediate\b|\b(?:with|have|has) some (?:[\w-]+ )?(?:experience|background|knowledge)\b"
        r"|средн(?:его уровня|ий уровень(?! (?!сложност|подготовк|знани)\w))|для (?:продолжающих|middle|мидл)"
        r"|(?:знаком\w*|знает|знаете|владе\w+) (?:с )?(?:основ|баз)"
        r"|中级|中等难度|难度(?:适中|中等)|有(?:一定|一些|些)?基础",
    ),
    (
        Level.ADVANCED,
        r"\b(?:beginners?|novices),? (?:and|or|&) (?:\w+ )?(?:advanced|experts?|professionals?)\b"
        r"|\b(?:(?:post-?)?graduate|phd)[- ]level\b|\bexpert[- ]level\b"
        r"|\badvanced (?:level|learners?|users?|students?|readers?|programmers?|course|developers?)\b"
        r"|\bexperienced (?:practitioners|developers|engineers|programmers|users|readers|researchers)\b"
        r"|\bfor (?:experts\b|advanced(?=\W*$|[,.;]))|\b(?:more|very) advanced\b"
        r"|для (?:опытных|продвинутых|senior|сеньор|экспертов|профессионалов)|выше средн(?:его|ей)|продвинутого уровня"
        r"|продвинут(?:ый|ая) (?:курс|уровень|книга)|до (?:профи|продвинутого|эксперта)"
        r"|(?:更|较|为)高级|高级(?:课程|内容|学员)|(?:适合|面向)(?:进阶|研究生)|有(?:\w{0,4})经验的|精通"
        r"|难度(?:较|很|偏)?(?:高|大)",
    ),
)
TITLED: tuple[tuple[Level, str], ...] = (
    (
        Level.BEGINNER,
        r"\bfor (?:absolute |complete |total )?(?:beginners|newbies|novices|dummies|everyone|everybody)\b"
        r"|\bfrom (?:scratch|zero)\b"
        r"|\bbeginner(?:.?s)?\b|для (?:начинающих|новичков|чайников)|с нуля\b|入门|零基础|初学者|新手",
    ),
    (Level.INTERMEDIATE, r"\bintermediate\b|中级|进阶"),
    (
        Level.ADVANCED,
        r"^advanced\b|\badvanced (?:course|topics|techniques|guide)\b|продвинут\w+|углубл[её]нн\w+|高级|高阶",
    ),
)
STARS = re.compile(
    r"(?:level|difficulty|сложность|уровень|难度|难易)\w*\s*[:：]?\s*(?:(?P<stars>[⭐★🌟✩☆*]{1,10})"
    r"|(?P<number>[1-5])(?:\s*/\s*(?P<of>\d+))?)",
    re.IGNORECASE,
)
LEVEL_MARK = re.compile(r"(?:level|difficulty|уровень|сложность|难度|级别)\s*[:：=]?\s*(?P<word>\w+)", re.IGNORECASE)
LONG_PART = 30
ALONE = re.compile(r"[.;,|。；，]\s*|\s[-–—]\s")
NEGATED = re.compile(
    r"(?:\bnot (?:\w+ ){0,2}for|(?<!\w)не (?:для|подойд[её]т)|不适合)\s*(?:\w+ )?"
    r"(?:beginners|newbies|novices|начинающ\w+|новичк\w+|初学者|新手|零基础)",
    re.IGNORECASE,
)
"""Whom a resource is not for; for whom it is remains unsaid."""
LEVEL_LABEL = re.compile(
    r"(?<!\w)(?:level|difficulty|уровень(?: сложности)?|сложность|难度|级别)"
    r"(?:\s*[:：=]\s*|\s[—–-]\s|\s)(?P<word>\w[\w-]*)",
    re.IGNORECASE,
)
WHOLE_NOTE = re.compile(
    r"\W*(?P<words>[^\W\d_][\w -]*?)(?:\s*(?:level|difficulty|course|级|难度|课程|уровень|сложность|курс))?\W*",
    re.IGNORECASE,
)
"""A note of one word or two: a level alone says for whom, a level in a sentence may be about anything."""
FOR = re.compile(r"(?:for|для|适合|面向)\s*", re.IGNORECASE)
NEAREST = 3
"""So many headings above an entry may state its level."""

_MARKS = tuple((level, Words(words)) for level, words in MARK_WORDS)
_SAID = tuple((level, Words(words)) for level, words in SAID)
_TITLED = tuple((level, Words(words)) for level, words in TITLED)


def judge_level(entry: Entry, headings: tuple[str, ...]) -> Finding[Level] | None:
    """The level of an entry: stated by marks, by its note, by its heading; else inferred from its title."""
    answers = (
        (_of_marks(entry.marks), Rule.STATED_MARK),
        (_of_stars(entry.note), Rule.STATED_MARK),
        (_of_note(entry.note[:600], is_context=entry.why is Why.NAMED), Rule.STATED_WORD),
        (next(filter(None, map(level_of_heading, headings[:NEAREST])), None), Rule.STATED_WORD),
        (_only(_TITLED, entry.title), Rule.TITLE_WORD),
    )
    return next((Finding(level, rule) for level, rule in answers if level is not None), None)


def _of_marks(marks: tuple[str, ...]) -> Level | None:
    """A mark that is a level (INT, "hard", "Level-Easy", stars after "difficulty"); of a range, where it begins."""
    for mark in marks:
        if (level := _of_stars(mark)) is not None:
            return level
        found = LEVEL_MARK.search(mark)
        words = found["word"] if found else re.split(r"\s*(?:/|-|–|,|\bto\b)\s*", bare_words(mark))[0]
        if (level := level_of_words(words)) is not None:
            return level
    return None


def _of_note(note: str, *, is_context: bool) -> Level | None:
    """A level behind its label, a note that is no more than a level, or words for whom the resource is.

    In running text around a name (`is_context`) a label is of something else.
    """
    said = _only(_SAID, NEGATED.sub("", note))
    if is_context:
        return said
    labelled, whole = LEVEL_LABEL.search(note), WHOLE_NOTE.fullmatch(note)
    alone = [part for part in ALONE.split(note) if len(part) < LONG_PART]
    words = [labelled["word"]] if labelled else [*([whole["words"]] if whole else []), *map(bare_words, alone)]
    return next(filter(None, map(level_of_words, words)), said)


def level_of_words(words: str) -> Level | None:
    """The level a word or two are, with or without saying that it is for such people."""
    words = words[found.end() :] if (found := FOR.match(words)) else words
    return next((level for level, pattern in _MARKS if pattern.fullmatch(words)), None)


def _of_stars(text: str) -> Level | None:
    """Stars or a number after a word for difficulty: up to two of five are for beginners, three are the middle."""
    found = STARS.search(text[:300])
    if found is None:
        return None
    of = int(found["of"] or 5)
    share = (len(re.sub(r"[☆✩\ufe0f]", "", found["stars"])) if found["stars"] else int(found["number"])) / max(of, 1)
    return Level.BEGINNER if share <= 0.4 else Level.INTERMEDIATE if share <= 0.6 else Level.ADVANCED


def _only(patterns: tuple[tuple[Level, Words], ...], text: str) -> Level | None:
    """The level a text names, if it names one and no other."""
    found = [level for level, pattern in patterns if pattern.search(text)]
    return found[0] if len(found) == 1 else None
