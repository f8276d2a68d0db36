"""The page of a resource: what is known, who says so, whether the link works."""

import json

from tests.site.visitor import Visitor


def test_everything_known_is_there(visitor: Visitor) -> None:
    """Title in its own language, facts with their origin, links with their state, all mentions with their step."""
    page = visitor.read("/resources/essence")
    assert page.h1.text.strip() == "Essence of Linear Algebra"
    assert page.h1["lang"] == "en"
    text = page.get_text(" ", strip=True)
    for known in (
        "Video",
        "Beginner",
        "Ada Example",
        "2024",
        "linear algebra",
        "Works",
        "A path for beginners",
        "step 1",
    ):
        assert known in text
    assert len(page.select("section[aria-labelledby=mentions] tbody tr")) == 2


def test_links_out_are_safe(visitor: Visitor) -> None:
    """Only http and https become links, and they vouch for nothing."""
    links = visitor.read("/resources/essence").select('a[href^="http"]')
    assert links
    for link in links:
        assert set(link["rel"]) >= {"nofollow", "noopener"}


def test_a_dead_link_says_so(visitor: Visitor) -> None:
    """The page of a dead resource says how that is known."""
    assert "3 looks on different days found nothing" in visitor.read("/resources/svertki").get_text()
    assert "new-nn-zero.example" in visitor.read("/resources/nn-zero").get_text()


def test_a_merged_resource_leads_to_what_it_became(visitor: Visitor) -> None:
    """The key of a resource that was merged away still works."""
    answer = visitor.get("/resources/old-essence")
    assert (answer.status_code, answer.headers["location"]) == (301, "/resources/essence")
    assert visitor.get("/resources/never-was").status_code == 404


def test_linked_data_is_sound(visitor: Visitor) -> None:
    """JSON-LD names type, title, language and level; no title can end its element."""
    data = json.loads(visitor.read("/resources/essence").select_one('script[type="application/ld+json"]').string)
    assert data["@type"] == "VideoObject"
    assert data["inLanguage"] == "en"
    assert data["about"] == ["linear algebra"]
    hostile = visitor.read("/resources/hostile")
    assert len(hostile.select("script")) == 1
    assert json.loads(hostile.script.string)["name"].startswith("<script>")


def test_similar_resources_share_its_topic(visitor: Visitor) -> None:
    """Other resources on the same topic are one click away."""
    similar = {link.text.strip() for link in visitor.read("/resources/essence").select("article.card h3 a")}
    assert similar == {"Линейная алгебра: первый курс", "线性代数入门"}


def test_every_value_names_what_it_rests_on(visitor: Visitor) -> None:
    """Each argument for a value is there with its origin, its rule and its place."""
    row = visitor.read("/resources/essence").select_one("section[aria-labelledby=about] details tbody tr")
    assert [cell.text for cell in row.select("td")] == [
        *("kind", "video", "the roadmap says so stated-word", "line 3 of the source"),
    ]
