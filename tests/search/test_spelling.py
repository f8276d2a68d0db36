"""Slips: what is surely meant by a misspelt question, and what is not."""

import pytest

from catalogue.search.roman import from_roman
from catalogue.search.spelling import Vocabulary, is_slip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("linaer algebra", "linear algebra", id="two letters swapped"),
        pytest.param("kuberntes", "kubernetes", id="a letter left out"),
        pytest.param("девопс", "devops", id="as it sounds, in the other alphabet"),
        pytest.param("fkut,hf", "алгебра", id="the keyboard in the other alphabet"),
        pytest.param("rehc gj docker", "курс по docker", id="the keyboard for some of the words"),
        pytest.param("mashinnoe obuchenie", "машинное обучение", id="russian in latin letters"),
        pytest.param("线性代树", "线性代数", id="one character of four"),
    ],
)
def test_a_slip_is_surely_one(typed: str, meant: str) -> None:
    """One letter in five, or one character in four, leaves no doubt."""
    assert is_slip(typed, meant)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        pytest.param("gpt 3 paper", "gpt 4 paper", id="another number"),
        pytest.param("rust", "trust", id="a short word"),
        pytest.param("deep learning for artists", "deep learning for starters", id="one word of many is another"),
        pytest.param("neural networks 中文", "neural network", id="a word is missing"),
        pytest.param("数字", "数学", id="one character of two"),
    ],
)
def test_another_word_is_no_slip(typed: str, other: str) -> None:
    """What may be meant as it stands is offered at most."""
    assert not is_slip(typed, other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mashinnoe", "машинное"),
        ("nejronnye", "нейронные"),
        ("neyronnye", "нейронные"),
        ("iskusstvennyy", "искусственный"),
        ("statistiki", "статистики"),
        ("teoriya", "теория"),
        ("veroyatnost'", "вероятность"),
        ("нейро", ""),
        ("gpt4", ""),
    ],
)
def test_russian_in_latin_letters(typed: str, meant: str) -> None:
    """Each letter as names and hurried readers write it; what cannot be Russian is nothing."""
    assert from_roman(typed) == meant


def test_the_nearest_term_may_be_in_the_other_alphabet() -> None:
    """Names are typed as they are heard; a term in the same alphabet goes first."""
    assert Vocabulary({"voronts", "ворон"}).nearest("воронц") == "ворон"
    assert Vocabulary({"raschka", "питон"}).nearest("рашка") == "raschka"
    assert Vocabulary({"воронц", "москв"}).nearest("voronts") == "воронц"
    assert Vocabulary({"java", "rust"}).nearest("питон") is None
