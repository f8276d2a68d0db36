"""The search page, as a reader uses it."""

import pytest

from tests.site.visitor import Visitor


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param(
            "линейной алгебре", ["Линейная алгебра: первый курс", "线性代数入门", "Essence of Linear Algebra"], id="ru"
        ),
        pytest.param(
            "linear algebra", ["Essence of Linear Algebra", "线性代数入门", "Линейная алгебра: первый курс"], id="en"
        ),
        pytest.param(
            "线性代数", ["线性代数入门", "Essence of Linear Algebra", "Линейная алгебра: первый курс"], id="zh"
        ),
        pytest.param("c++", ["C++ for number crunching"], id="c++"),
        pytest.param("c#", ["C# for games"], id="c#"),
        pytest.param("gpt-4", ["What GPT-4 can and cannot do"], id="gpt-4"),
        pytest.param("fastai", ["fast.ai for the impatient"], id="fastai"),
        pytest.param("нейрон", ["Свёрточные нейронные сети на пальцах"], id="the beginning of a word"),
    ],
)
def test_a_reader_finds_by_topic_in_any_language(visitor: Visitor, asked: str, found: list[str]) -> None:
    """The titles in the reader's language come first, then the same topic in the others."""
    titles = visitor.titles(f"/search?q={asked.replace('+', '%2B').replace('#', '%23')}")
    assert titles[:1] == found[:1]
    assert sorted(titles) == sorted(found)


def test_facets_count_and_narrow(visitor: Visitor) -> None:
    """Each value says how many it would leave; choosing it leaves as many; two values of one facet are either."""
    page = visitor.read("/search")
    counts = {
        link.select_one(".label").text: int(link.select_one(".count").text) for link in page.select(".filters li a")
    }
    assert counts["Book"] == 5
    assert len(visitor.titles("/search?kind=book")) == 5
    assert len(visitor.titles("/search?kind=book&kind=video")) == 6
    assert len(visitor.titles("/search?kind=book&language=ru")) == 1
    narrowed = visitor.read("/search?kind=book")
    shown = {
        link.select_one(".label").text: int(link.select_one(".count").text) for link in narrowed.select(".filters li a")
    }
    assert shown["Video"] == 1, "a facet with a choice shows what one more value would add"
    assert shown["Russian"] == 1, "the others count what is left"


def test_chosen_values_are_chips_that_go_away(visitor: Visitor) -> None:
    """Each chosen value is a link that lets it go; the form keeps the rest of the question."""
    page = visitor.read("/search?q=book&kind=book&level=advanced")
    chips = {chip.get_text(" ", strip=True): chip["href"] for chip in page.select(".chips a")}
    assert chips["Book × remove"] == "/search?q=book&level=advanced"
    assert chips["Clear all"] == "/search?q=book"
    hidden = {field["name"]: field["value"] for field in page.select("form.search input[type=hidden]")}
    assert hidden == {"kind": "book", "level": "advanced"}


def test_orders(visitor: Visitor) -> None:
    """Newest, by title, most recommended; without words the first is what most sources name and works."""
    assert visitor.titles("/search?sort=newest")[0] == "A book that is nowhere on the web"
    assert visitor.titles("/search?sort=title")[-1] == "线性代数入门"
    assert visitor.titles("/search?sort=recommended")[0] == "Essence of Linear Algebra"
    assert visitor.titles("/search")[0] == "Essence of Linear Algebra"


def test_a_working_link_ranks_above_a_dead_one(visitor: Visitor) -> None:
    """Of two titles that say the same, the one that can be opened comes first."""
    titles = visitor.titles("/search?q=neural+network")
    assert titles.index("Neural networks from zero") < titles.index("Свёрточные нейронные сети на пальцах")


def test_what_was_asked_for_is_marked_and_nothing_else_is_markup(visitor: Visitor) -> None:
    """A hostile title is shown as text, with the found word marked."""
    page = visitor.read("/search?q=quoted")
    title = page.select_one("article h2")
    assert [mark.text for mark in title.select("mark")] == ["quoted"]
    assert title.get_text(strip=True).startswith("<script>alert(1)</script>")
    assert page.select("script") == []
    assert "\u202e" not in str(page)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        pytest.param("linaer algebra", "linear algebra", id="en"),
        pytest.param("machne learning", "machine learning", id="as the topic is written, not as its stem"),
        pytest.param("алгербра", "алгебра", id="ru"),
        pytest.param("线性代树", "线性代数", id="zh"),
        pytest.param("fkut,hf", "алгебра", id="keyboard in the other alphabet"),
    ],
)
def test_a_slip_is_answered_as_it_was_meant(visitor: Visitor, asked: str, meant: str) -> None:
    """A slip in any of three scripts is answered for what was surely meant, and the page says so."""
    page = visitor.read(f"/search?q={asked}")
    assert page.select_one(".found > .note q").text == meant
    assert page.select("article h2")
    assert page.select(".nothing") == []


@pytest.mark.parametrize(
    ("asked", "shown_for", "left_out"),
    [
        pytest.param("Essence of linaer algebra", "essence of linear algebra", [], id="a slip among other words"),
        pytest.param("linear algebra for quilters", None, ["quilters"], id="a word nobody wrote"),
        pytest.param("neural networks 中文", None, ["中文"], id="a language that nothing found is in"),
        pytest.param("linear algebra", None, [], id="all words are found"),
    ],
)
def test_what_the_answer_leaves_out_is_said(
    visitor: Visitor, asked: str, shown_for: str | None, left_out: list[str]
) -> None:
    """The page and its JSON say for what question the answer is, and which words it does without."""
    told = visitor.get(f"/search.json?q={asked}").json()
    assert (told["shown_for"], told["left_out"], bool(told["rows"])) == (shown_for, left_out, True)
    said = [words.text for words in visitor.read(f"/search?q={asked}").select(".found > .note q")]
    assert said == ([shown_for] if shown_for else left_out)


def test_nothing_is_answered_for_what_only_looks_alike(visitor: Visitor) -> None:
    """What may be another word is offered at most; names of topics stay what they are, though nothing is found."""
    page = visitor.read("/search?q=haskell")
    assert page.select("article") == []
    assert page.select_one(".nothing")


@pytest.mark.parametrize(
    ("language", "status"),
    [("en", "14 resources"), ("ru", "14 ресурсов"), ("zh-CN,zh;q=0.9,en;q=0.8", "14 个资源")],
)
def test_the_page_speaks_the_readers_language(visitor: Visitor, language: str, status: str) -> None:
    """Accept-Language decides; every title keeps its own language."""
    page = visitor.read("/search", accept_language=language)
    assert page.select_one("[role=status] strong").text == status
    assert page.html["lang"] == {"en": "en", "ru": "ru", "zh-CN,zh;q=0.9,en;q=0.8": "zh-Hans"}[language]
    assert page.find("a", string="机器学习课程", lang="zh") or page.select_one('a[lang="zh"] bdi')


def test_the_switch_remembers_and_returns(visitor: Visitor) -> None:
    """The switch sets a cookie and leads back to the same page; it leads nowhere else."""
    answer = visitor.get("/language/ru?to=/search%3Fq%3Dx%26lang%3Den")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/search?q=x"
    assert "lang=ru" in answer.headers["set-cookie"]
    assert visitor.read("/search", cookie="lang=ru").html["lang"] == "ru"
    for elsewhere in ("//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aSet-Cookie:x"):
        assert visitor.get(f"/language/ru?to={elsewhere}").headers["location"] in ("/", "/%0d%0aSet-Cookie:x")


@pytest.mark.parametrize(
    "query", ["page=abc", "page=-1", "page=99999999999", "sort=nope", "kind=nope", "q=%FF%FE", "q=%00"]
)
def test_a_senseless_parameter_does_no_harm(visitor: Visitor, query: str) -> None:
    """What makes no sense is left out of the question."""
    assert visitor.get(f"/search?{query}").status_code == 200


@pytest.mark.parametrize(
    ("language", "told"), [("en", "s for algebra"), ("ru", " по запросу algebra"), ("zh", "个资源，关键词algebra")]
)
def test_what_was_found_is_told_in_one_sentence(visitor: Visitor, language: str, told: str) -> None:
    """Count and words run on as the language sets them: Chinese has no space around its comma."""
    assert visitor.read(f"/search?q=algebra&lang={language}").select_one("p[role=status]").get_text().endswith(told)
