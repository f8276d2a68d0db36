"""The thesaurus: every topic has labels in three languages and a broader topic that exists."""

from pathlib import Path

import pytest

from catalogue.datafolder.thesaurus import COLUMNS, load_thesaurus, parse_thesaurus
from catalogue.errors import InputError

HEADER = ",".join(COLUMNS) + "\n"
OWN = Path(__file__).parents[2] / "data" / "topics.csv"


def test_a_topic_knows_its_words_and_what_it_is_part_of() -> None:
    """Labels and aliases come with their language; broader topics come nearest first."""
    text = HEADER + "a,,A,А,甲,,,,\nb,a,B,Б,乙,,,,\nc,b,C,Ц,丙,see,цэ|це,,Q1\n"
    thesaurus = parse_thesaurus(Path("t.csv"), text)
    assert thesaurus.broader_of("c") == ("b", "a")
    assert list(thesaurus.topics["c"].words()) == [
        ("en", "C"),
        ("ru", "Ц"),
        ("zh", "丙"),
        ("en", "see"),
        ("ru", "цэ"),
        ("ru", "це"),
    ]


def test_our_own_topics_are_in_order() -> None:
    """data/topics.csv loads, sorted by id, so that a new topic has one place."""
    topics = list(load_thesaurus(OWN).topics)
    assert len(topics) >= 100
    assert topics == sorted(topics)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", ":1: the first line must be id,broader", id="empty"),
        pytest.param(HEADER + "a,,A,А\n", ":2: a topic has 9 columns", id="short row"),
        pytest.param(HEADER + "a,,A,,甲,,,,\n", ":2: topic a has no label_ru", id="no label"),
        pytest.param(HEADER + "a,b,A,А,甲,,,,\n", ":2: topic 'a': unknown broader topic 'b'", id="unknown broader"),
        pytest.param(HEADER + "a,b,A,А,甲,,,,\nb,a,B,Б,乙,,,,\n", ":2: topic 'a' is broader than itself", id="circle"),
        pytest.param(HEADER + "a,,A,А,甲,,,,\na,,A,А,甲,,,,\n", ":3: topic 'a' stands here and in line 2", id="twice"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(text: str, problem: str) -> None:
    """One line of message is enough to find the place and mend it."""
    with pytest.raises(InputError) as error:
        parse_thesaurus(Path("t.csv"), text)
    assert str(error.value).startswith(f"t.csv{problem}")
