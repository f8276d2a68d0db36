"""Words of several scripts in one list."""

import pytest

from catalogue.normalise.kindwords import KIND_WORDS
from catalogue.normalise.wordlist import Words, alternatives, needed


def test_alternatives_stand_apart_only_outside_brackets() -> None:
    """Brackets, classes and escaped bars keep an alternative together."""
    assert alternatives(r"one|tw(?:o|ice)|[a|b]|x\|y|[(]|два") == ["one", "tw(?:o|ice)", "[a|b]", r"x\|y", "[(]", "два"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("An Apple a day", "Apple"), ("яблоко и Apple", "яблоко"), ("苹果", "苹果"), ("pear", None)],
    ids=["ascii", "two scripts", "Chinese", "none"],
)
def test_a_word_is_found_in_any_script_and_case(text: str, found: str | None) -> None:
    """The first word of the list is found whatever its script and case."""
    match = Words("apple|яблоко|苹果").search(text)
    assert (match[0] if match else None) == found


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("Courses?|курс(?:ы|а)?", ("course", "курс")),
        (r"(?<!not )\bskip (?:it|this)\b", ("skip ",)),
        (r"\b(?:my|our) (?:\w+ )?(?:channel|book)s?\b", ("channel", "book")),
        (r"\d\s?(?:[€£]|руб(?:\.|л\w+)?)", ("€", "£", "руб")),
        (r"a{0,3}bc+d*|\(ad\)", ("bc", "(ad)")),
        (r"\w+ing?|\d+", ()),
        (r"(?:one|\d)", ()),
    ],
    ids=["words", "what is looked at", "surest group", "classes", "quantifiers", "no letters", "one without letters"],
)
def test_letters_no_match_can_do_without(pattern: str, letters: tuple[str, ...]) -> None:
    """Each alternative gives its longest letters; what may be missing, or stands only beside a match, gives none."""
    assert needed(pattern) == letters


@pytest.mark.parametrize("kind", KIND_WORDS)
def test_no_word_is_hidden_by_the_letters_asked_for_first(kind: str) -> None:
    """Whatever the pattern of a kind finds in its own words, the list finds as well."""
    words, plain = Words(KIND_WORDS[kind]), Words(rf"(?:{KIND_WORDS[kind]})|\d")
    for text in alternatives(KIND_WORDS[kind].replace("?", "")):
        assert (words.search(text) is None) == (plain.search(text) is None)
