"""Words of several scripts in one list."""

import pytest

from catalogue.normalise.kindwords import KIND_WORDS
from catalogue.normalise.wordlist import Words, alternatives


def test_alternatives_stand_apart_only_outside_brackets() -> None:
    """Brackets, classes and escaped bars keep an alternative together."""
    assert alternatives(r"one|tw(?:o|ice)|[a|b]|x\|y|два") == ["one", "tw(?:o|ice)", "[a|b]", r"x\|y", "два"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("An Apple a day", "apple"), ("яблоко и Apple", "яблоко"), ("苹果", "苹果"), ("pear", None)],
    ids=["ascii", "two scripts", "Chinese", "none"],
)
def test_a_word_is_found_in_any_script_and_case(text: str, found: str | None) -> None:
    """The first word of the list is found whatever its script; an ASCII text gives it in lower case."""
    match = Words("apple|яблоко|苹果").search(text)
    assert (match[0] if match else None) == found


def test_every_list_of_kinds_has_words_for_an_ascii_text() -> None:
    """Each kind has an English word, which its own list finds."""
    for words in KIND_WORDS.values():
        assert any(part.isascii() for part in alternatives(words))
