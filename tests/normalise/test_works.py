"""Addresses of one work on hosts that give it several."""

import pytest

from catalogue.normalise.works import work_at

STORY = "https://medium.com/@bee/on-trees-0123456789ab"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("https://bee.medium.com/on-trees-0123456789ab?source=rss", True),
        ("https://medium.com/forest/on-trees-0123456789ab", True),
        ("https://bee.medium.com/on-trees-0123456789ac", False),
        ("https://bee.medium.org/on-trees-0123456789ab", False),
    ],
)
def test_a_story_has_its_number_under_each_of_its_addresses(other: str, same: bool) -> None:
    """The author's own host, his page and a publication show one story; another number is another story."""
    assert (work_at(other) == work_at(STORY)) is same


def test_a_page_without_a_number_names_no_work() -> None:
    """A publication, an author or a tag is no story."""
    assert work_at("https://medium.com/tag/trees") is None
    assert work_at("https://bee.medium.com/") is None
