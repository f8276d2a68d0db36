"""Held out: parallel titles of a public course, which nobody looked at while the search was written."""

import csv
from pathlib import Path

import pytest

from catalogue.search.query import parse_query
from catalogue.search.topicwords import TopicWords
from tests.site.sample import TOPICS

pytestmark = pytest.mark.shared
WORDS = TopicWords((topic.id, word) for topic in TOPICS for _, word in topic.words())
MISALIGNED = frozenset(("chapter1/5", "chapter1/6", "chapter1/9", "chapter2/8", "chapter3/6"))
"""Pages whose number in the translation belongs to another page: no translation to hold anything against."""


def topics_of(title: str) -> frozenset[str]:
    """The topics a title names."""
    return frozenset(parse_query(title, WORDS).topics)


@pytest.mark.parametrize("language", ["ru", "zh"])
def test_a_topic_of_an_english_title_is_known_in_its_translation(shared: Path, language: str) -> None:
    """Of the English titles that name a topic, at least 85 % of the translations name one of the same."""
    path = shared / "vocab" / "hf_courses_en_ru_zh.csv"
    with path.open(encoding="utf-8", newline="") as file:
        aligned = [row for row in csv.DictReader(file) if row["local"] not in MISALIGNED]
    rows = [(row["en"], row[language]) for row in aligned if row["en"] and row[language]]
    known = [(title, other) for title, other in rows if topics_of(title)]
    missed = [f"{title} | {other}" for title, other in known if not topics_of(title) & topics_of(other)]
    print(f"\nen -> {language}: {len(known)} of {len(rows)} titles name a topic, {len(known) - len(missed)} found")
    print("\n".join(f"  {line}" for line in missed))
    assert len(missed) <= 0.15 * len(known)
