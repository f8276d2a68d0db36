"""What a resource is about: topics of the thesaurus found in its title, its headings, its note, its address. Pure."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

import snowballstemmer

from catalogue.datafolder.thesaurus import Thesaurus
from catalogue.records.documents import Entry, Finding
from catalogue.vocabulary import Rule

MAX_TOPICS = 6
WORD = re.compile(r"[A-Za-zА-Яа-яЁё0-9+#.]*[A-Za-zА-Яа-яЁё0-9+#]")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
CHINESE = re.compile(r"[\u3400-\u9fff]")
START = 2
SHORT = 3
"""Abbreviations up to this length count only as written: `ML` is a topic, `ml` half a file name."""

_STEMMERS = {"en": snowballstemmer.stemmer("english"), "ru": snowballstemmer.stemmer("russian")}


class TopicFinder:
    """Finds topics by their labels and aliases; made once for a thesaurus."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self.thesaurus = thesaurus
        self._stems: dict[tuple[str, ...], str] = {}
        self._nouns: set[str] = set()
        self._exact: dict[str, str] = {}
        self._chinese: dict[str, list[tuple[str, str]]] = {}
        for topic in thesaurus.topics.values():
            for _, word in topic.words():
                self._learn(word, topic.id)
        self._longest = max(map(len, self._stems), default=1)
        self._starts = {stem[:START] for stems in self._stems for stem in stems}

    def judge_topics(self, entry: Entry, headings: tuple[str, ...]) -> tuple[Finding[str], ...]:
        """The topics of an entry, those of its title first; the note and the address count where these say nothing."""
        found = {tag: Rule.STATED_MARK for tag in entry.tags if tag in self.thesaurus}
        for rule, texts in (
            (Rule.TITLE_WORD, (entry.title,)),
            (Rule.HEADING_WORD, headings),
            (Rule.NOTE_WORD, (entry.note[:200],)),
            (Rule.PATH_WORD, (_path_words(entry.url),)),
        ):
            if found and rule in (Rule.NOTE_WORD, Rule.PATH_WORD):
                break
            for text in texts:
                for topic in self.find(text):
                    found.setdefault(topic, rule)
        kept = [
            topic for topic, rule in found.items() if rule is Rule.STATED_MARK or not self._is_broader(topic, found)
        ]
        return tuple(Finding(topic, found[topic]) for topic in kept[:MAX_TOPICS])

    def find(self, text: str) -> tuple[str, ...]:
        """The topics a text names, in its order."""
        return _found(self, text[:600])

    def _learn(self, word: str, topic: str) -> None:
        if CHINESE.search(word):
            self._chinese.setdefault(word[0], []).append((word, topic))
            self._chinese[word[0]].sort(key=lambda pair: -len(pair[0]))
        elif len(word) <= SHORT:
            self._exact.setdefault(word, topic)
        elif stems := tuple(_stem(part) for part in WORD.findall(word)):
            self._stems.setdefault(stems, topic)
            if len(stems) == 1:
                self._nouns.add(_singular(word))

    def _is_broader(self, topic: str, found: dict[str, Rule]) -> bool:
        """Whether a topic is said already by a narrower one of the same or a nearer place."""
        return any(topic in self.thesaurus.broader_of(other) for other in found if other != topic)

    def scan(self, text: str) -> Iterator[str]:
        """The topics in a text, longest words first at each place."""
        words = WORD.findall(text)
        stems = [_stem(word) if _start(word) in self._starts else "" for word in words]
        place = 0
        while place < len(words):
            if words[place] in self._exact:
                yield self._exact[words[place]]
            for size in range(min(self._longest, len(words) - place), 0, -1):
                topic = self._stems.get(tuple(stems[place : place + size]))
                if topic and (size > 1 or self._is_noun(words[place])):
                    yield topic
                    place += size - 1
                    break
            place += 1
        if CHINESE.search(text):
            yield from self._scan_chinese(text)

    def _is_noun(self, word: str) -> bool:
        """Whether a word that shares its stem with a label is one, or its plural: "embedded" is no embedding."""
        return CYRILLIC.search(word) is not None or _singular(word) in self._nouns

    def _scan_chinese(self, text: str) -> Iterator[str]:
        place = 0
        while place < len(text):
            for word, topic in self._chinese.get(text[place], ()):
                if text.startswith(word, place):
                    yield topic
                    place += len(word) - 1
                    break
            place += 1


@lru_cache(maxsize=32_768)
def _found(finder: TopicFinder, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finder.scan(text)))


def _singular(word: str) -> str:
    """An English word without the ending of its plural."""
    lower = word.lower()
    return lower[:-3] + "y" if lower.endswith("ies") else lower.removesuffix("s")


def _start(word: str) -> str:
    """The first letters of a word, which its stem keeps: stemming is slow, and most words begin like no label."""
    return word[:START].lower().replace("ё", "е")


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    lower = word.lower().replace("ё", "е")
    return str(_STEMMERS["ru" if CYRILLIC.search(word) else "en"].stemWord(lower))


def _path_words(url: str | None) -> str:
    try:
        return re.sub(r"[-_/.+]+", " ", unquote(urlsplit(url).path)) if url else ""
    except ValueError:
        return ""
