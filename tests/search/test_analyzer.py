"""The analyzer: one term for what a reader takes for one word."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.analyzer import index_text
from catalogue.search.folding import fold, fold_with_places


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        pytest.param("Линейная алгебра", "линейной алгебре", id="russian case"),
        pytest.param("Нейронные сети", "нейронная сеть", id="russian number"),
        pytest.param("Учёт и ещё", "учет и еще", id="yo"),
        pytest.param("Операционная система", "операционных систем", id="russian plural without an ending"),
        pytest.param("Журнал сигналов", "журналы сигнал", id="a noun that ends like a verb"),
        pytest.param("Ошибки, списки, чисел", "ошибок список числа", id="a fleeting vowel"),
        pytest.param("Курсы Карпова", "курс Карпов", id="a surname in another case"),
        pytest.param("Настройка", "настроек", id="a fleeting vowel after a vowel"),
        pytest.param("Neural Networks", "neural network", id="english plural"),
        pytest.param("Schrödinger Łukasz café", "schrodinger lukasz cafe", id="diacritics"),
        pytest.param("ма́шинное", "машинное", id="stress mark"),
        pytest.param("機器學習", "机器学习", id="traditional chinese"),
        pytest.param("ＧＰＴ－４", "GPT-4", id="full width"),
        pytest.param("С++ и С#", "C++ и C#", id="cyrillic letters in a product name"),
        pytest.param("Bayes’ rule", "Bayes' rule", id="apostrophes"),
    ],
)
def test_two_spellings_of_one_thing_have_the_same_terms(written: str, typed: str) -> None:
    """A reader finds a title however its words are inflected, accented or typed."""
    assert index_text(written) == index_text(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ИИ", "и", id="an abbreviation and a conjunction"),
        pytest.param("МО", "мой", id="an abbreviation and a pronoun"),
        pytest.param("AI", "fast.ai", id="a word and the end of a name"),
        pytest.param("трансформер", "трансформатор", id="transformers of two kinds"),
    ],
)
def test_two_things_have_no_term_in_common(one: str, other: str) -> None:
    """What only looks alike is not found."""
    assert set(index_text(one).split()).isdisjoint(index_text(other).split())


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("C++", "cplusplus", id="c++"),
        pytest.param("cpp", "cplusplus", id="cpp"),
        pytest.param("C#", "csharp", id="c#"),
        pytest.param("C", "c", id="c"),
        pytest.param("C/C++", "c cplusplus", id="c and c++"),
        pytest.param(".NET", "dotnet", id="dot net"),
        pytest.param("GPT-4", "gpt 4 gpt4", id="gpt-4"),
        pytest.param("gpt4", "gpt 4 gpt4", id="gpt4"),
        pytest.param("GPT-4o", "gpt 4o gpt4o", id="gpt-4o is another product"),
        pytest.param("scikit-learn", "scikit learn scikitlearn", id="scikit-learn"),
        pytest.param("fast.ai", "fast dotai fastai", id="fast.ai"),
        pytest.param("C4 T5 3D", "c4 t5 3d", id="a single letter is not a word"),
        pytest.param("The end. Next", "the end next", id="a full stop joins nothing"),
        pytest.param("机器学习", "机器 器学 学习 机 器 学 习", id="chinese pairs then characters"),
        pytest.param("学", "学", id="one character"),
        pytest.param("Python课程", "python 课程 课 程", id="mixed scripts"),
        pytest.param("ガンダム", "ガン ンダ ダム ガ ン ダ ム", id="japanese keeps its marks"),
        pytest.param("й и", "й и", id="short i is a letter of its own"),
        pytest.param("", "", id="nothing"),
        pytest.param('"*():^-', "", id="signs alone"),
        pytest.param("a\ud800b \x00c", "a b c", id="halves of characters"),
    ],
)
def test_terms_are_exact_where_exactness_is_asked_for(text: str, terms: str) -> None:
    """Product names keep what tells them apart; Chinese is cut into pairs."""
    assert index_text(text) == terms


@given(st.text())
def test_any_text_has_terms_that_a_query_can_quote(text: str) -> None:
    """Terms never hold a quote, a space of their own or half a character, whatever the text."""
    terms = index_text(text)
    assert '"' not in terms
    assert terms.encode("utf-8").decode("utf-8") == terms


@given(st.text())
def test_folding_with_places_gives_the_same_text(text: str) -> None:
    """The highlighter sees exactly the folded text the index was made of."""
    composed = unicodedata.normalize("NFC", text)
    folded, places = fold_with_places(composed)
    assert folded == fold(text)
    assert len(places) == len(folded)
    assert places == sorted(places)
