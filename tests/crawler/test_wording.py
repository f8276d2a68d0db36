"""The words of many languages: each file says what it should, and nothing that nobody reads."""

import pytest

from crawler.judging.absence import says_not_found
from crawler.judging.wording import LANGUAGES, expression_of

KEYS = {
    "missing": "hint filler numbered core noun absence saying thing loss unfound around lacking asked_for regret sorry",
    "telling": "about report definition copula results question supposition partly passing for_others",
    "parked": "sale_hint for_sale placeholder",
    "barrier": "sign_in sign_in_demand sign_in_word consent human demand refused",
}
EXAMPLES = [pytest.param(text, id=f"{tag}: {text}") for tag, table in LANGUAGES.items() for text in table["examples"]]


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples(text: str) -> None:
    """What a language's file gives as examples of "not found" is taken for it."""
    assert says_not_found(text)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_keys(tag: str) -> None:
    """A misspelt key would be read by nobody."""
    subjects = {subject: table for subject, table in LANGUAGES[tag].items() if subject != "examples"}
    unread = {
        f"{subject}.{key}"
        for subject, table in subjects.items()
        for key in table
        if key not in KEYS.get(subject, "").split()
    }
    assert not unread


@pytest.mark.parametrize(
    ("phrase", "expression"),
    [
        pytest.param("page (not|never) found", r"\b(?:page (?:not|never) found)", id="begins a word, captures nothing"),
        pytest.param("(log|sign) in", r"\b(?:(?:log|sign) in)", id="in brackets"),
        pytest.param("页面不存在", "(?:页面不存在)", id="undivided"),
        pytest.param("one|\n        two", r"\b(?:one|two)", id="over lines"),
        pytest.param(r"\(c\)", r"(?:\(c\))", id="a bracket"),
    ],
)
def test_phrases(phrase: str, expression: str) -> None:
    """A phrase is a regular expression with less to write."""
    assert expression_of(phrase) == expression
