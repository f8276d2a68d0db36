"""Which papers matter to a catalogue: pure, offline, explained."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.ranking.rank import Catalogue, rank
from catalogue.ranking.topics import gather
from catalogue.ranking.words import count_names, find_span, terms
from catalogue.records.papers import Paper, PaperVersion
from catalogue.records.ranking import Liked, TopicNames

DAY = date(2026, 11, 15)
TOPICS = (
    TopicNames("reinforcement-learning", ("reinforcement learning", "RL")),
    TopicNames("computer-vision", ("computer vision", "image segmentation")),
)
WEEK = {
    "2611.00001": ("Image segmentation of leaves", "We segment leaves in images of plants with a small network."),
    "2611.00002": ("Reinforcement learning of games", "An agent learns board games by reinforcement learning alone."),
    "2611.00003": ("Sorting numbers", "We sort numbers quickly."),
    "2611.00004": ("Agents that plan", "Agents plan\nahead; reinforcement learning trains the agents to plan."),
}


def paper(arxiv_id: str, title: str, abstract: str, authors: int = 1) -> Paper:
    """A paper of the week."""
    versions = (PaperVersion(1, datetime(2026, 11, 9, tzinfo=UTC)),)
    names = tuple(f"Author {number}" for number in range(authors))
    return Paper(arxiv_id, DAY, title, names, ("cs.LG",), abstract, versions)


PAPERS = [paper(name, *texts) for name, texts in WEEK.items()]


def order(catalogue: Catalogue, **options: float) -> list[str]:
    """The identifiers, best first."""
    return [ranked.paper.arxiv_id[-1] for ranked in rank(PAPERS, catalogue, DAY, **options)]


def liked(title: str, day: date | None = date(2026, 10, 1), key: str = "k", arxiv_id: str | None = None) -> Liked:
    """A resource of the catalogue."""
    return Liked(key, title, title if day else "", ("cs.LG",), arxiv_id, day)


@pytest.mark.parametrize(
    ("catalogue", "first"),
    [
        pytest.param(Catalogue((liked("Planning agents"),), TOPICS), "4", id="by a liked paper"),
        pytest.param(Catalogue((liked("Segmentation of plants and leaves"),)), "1", id="by another liked paper"),
        pytest.param(Catalogue((liked("A course on sorting numbers", None),)), "3", id="by a resource's title alone"),
        pytest.param(Catalogue((), TOPICS[:1]), "2", id="by the topics alone"),
        pytest.param(Catalogue(), "2", id="by what most write about when the catalogue is empty"),
    ],
)
def test_the_catalogue_decides_what_comes_first(catalogue: Catalogue, first: str) -> None:
    """Liked papers rank; without them topics and titles do; without anything the words that many papers share."""
    assert order(catalogue)[0] == first


def test_a_topic_that_nothing_is_filed_under_is_no_taste() -> None:
    """The thesaurus has hundreds of topics; those the catalogue uses say what it is about."""
    thesaurus = (TopicNames("sorting", ("sorting",)), TopicNames("vision", ("image segmentation",)))
    filed = (Liked("k", "Pictures", topics=("vision",)),)
    assert order(Catalogue(filed, thesaurus))[0] == "1"
    assert order(Catalogue((Liked("k", "Lists", topics=("sorting",)),), thesaurus))[0] == "3"


def test_what_the_nearest_papers_say_is_liked_too() -> None:
    """A paper with no liked word comes before another if the papers nearest to the taste use its words."""
    near = [paper(f"2611.1000{n}", "Bandits with regret", "We bound regret.") for n in range(3)]
    rest = [paper(f"2611.2000{n}", f"Protein folds {n}", "Amino chains fold.") for n in range(8)]
    heard, unheard = paper("2611.90002", "Regret", "On regret."), paper("2611.90001", "Amino", "On folds.")
    ranked = rank([*near, *rest, heard, unheard], Catalogue((liked("Bandits"),)), DAY)
    places = {each.paper.arxiv_id: each.rank for each in ranked}
    assert places["2611.90002"] < places["2611.90001"]


def test_what_is_liked_now_outweighs_what_was_liked_once() -> None:
    """Two papers liked two years ago count less than one of last month."""
    old = date(2024, 11, 1)
    likes = (liked("Sorting numbers", old), liked("Sorting of numbers", old), liked("Segmenting leaves of plants"))
    assert order(Catalogue(likes))[0] == "1"


def test_a_later_paper_has_no_say() -> None:
    """A period is ranked with what was known then."""
    likes = (liked("Segmentation of plants"),)
    later = liked("Sorting numbers", date(2026, 12, 1), arxiv_id="2612.00009")
    assert order(Catalogue((*likes, later))) == order(Catalogue(likes))


def test_a_held_paper_speaks_for_others_but_not_for_itself() -> None:
    """One of the ranked papers that the catalogue holds: its likes rise, it stays, and is not the likest to itself."""
    likes = (liked("Segmentation of plants"), *(liked(f"Filler {n}", key=f"f{n}") for n in range(3)))
    held = Liked("held", *WEEK["2611.00002"], ("cs.LG",), "2611.00002", DAY)
    before = {each.paper.arxiv_id[-1]: each for each in rank(PAPERS, Catalogue(likes), DAY)}
    after = {each.paper.arxiv_id[-1]: each for each in rank(PAPERS, Catalogue((*likes, held)), DAY)}
    assert after["4"].rank < before["4"].rank  # agents and reinforcement learning as well
    assert after["2"].rank >= before["2"].rank
    assert after["2"].nearest != "held"
    assert after["4"].nearest == "held"


@pytest.mark.parametrize(
    "old",
    [
        pytest.param(("cs.LG",), id="of their subject"),
        pytest.param(("math.AG",), id="of a subject of their own"),
        pytest.param((), id="of no known subject"),
    ],
)
def test_hundreds_of_old_likes_do_not_drown_the_young_ones(old: tuple[str, ...]) -> None:
    """What a catalogue has held for years neither sets the words nor the subjects of its taste alone."""
    years_ago = [
        Liked(f"old{number}", "Sorting", f"We sort {number} numbers.", old, f"2301.{number:05}", date(2023, 1, 1))
        for number in range(400)
    ]
    young = [liked("Segmentation of plants and leaves", date(2026, 10, 1), f"young{number}") for number in range(3)]
    assert order(Catalogue((*years_ago, *young)))[0] == "1"
    assert order(Catalogue(tuple(years_ago)))[0] == "3"


def test_a_subject_tells_papers_of_like_words_apart() -> None:
    """Of two papers with the same words, the one whose subject the catalogue holds comes first."""
    twins = [paper("2611.00001", "A theorem", "We prove it."), paper("2611.00002", "A theorem", "We prove it.")]
    twins[1] = replace(twins[1], categories=("math.AG",))
    likes = tuple(Liked(f"k{n}", "Groups", "Rings.", ("math.AG",), f"2610.{n:05}", DAY) for n in range(9))
    ranked = rank(twins, Catalogue(likes), DAY)
    assert [each.paper.arxiv_id for each in ranked] == ["2611.00002", "2611.00001"]
    assert all(abs(each.parts.subjects) <= 0.6 for each in ranked)


def test_authors_count_only_if_wished_for() -> None:
    """The number of authors is a taste, off unless asked for."""
    many = [paper(each.arxiv_id, each.title, each.abstract, authors=number) for number, each in enumerate(PAPERS)]
    catalogue = Catalogue((liked("Planning agents"),), TOPICS)
    plain = rank(many, catalogue, DAY)
    assert [each.parts.authors for each in plain] == [0.0] * 4
    assert rank(many, catalogue, DAY, 10.0)[0].paper.arxiv_id == "2611.00004"
    assert [each.paper.arxiv_id[-1] for each in rank(many, catalogue, DAY, 10.0)] == ["4", "3", "2", "1"]


def test_a_place_is_explained() -> None:
    """The reason stands verbatim in the paper, the parts add up, the likest resource and the topics are named."""
    likes = (liked("Planning agents", key="agents"), liked("Segmentation of plants", key="plants"))
    found = {each.paper.arxiv_id[-1]: each for each in rank(PAPERS, Catalogue(likes, TOPICS), DAY, 0.5)}
    assert found["4"].why == "Agents"
    assert (found["4"].nearest, found["4"].topic) == ("agents", "reinforcement-learning")
    for each in found.values():
        parts = each.parts
        assert each.score == pytest.approx(parts.words + parts.subjects + parts.authors, abs=1e-3)


def test_a_subject_helps_where_words_say_little() -> None:
    """A paper near to no topic stands under the topic that is called like its subject, if there is one."""
    topics = (*TOPICS, TopicNames("ml", ("machine learning", "ML")))
    found = {each.paper.arxiv_id[-1]: each.topic for each in rank(PAPERS, Catalogue((), topics), DAY)}
    assert found == {"1": "computer-vision", "2": "reinforcement-learning", "3": "ml", "4": "reinforcement-learning"}
    assert {each.topic for each in rank(PAPERS[2:3], Catalogue((), TOPICS), DAY)} == {None}


def test_a_narrow_topic_does_not_take_the_papers_of_the_broad_one() -> None:
    """Where nobody writes of the inverse, papers on reinforcement learning stand under reinforcement learning."""
    topics = (*TOPICS, TopicNames("inverse", ("inverse reinforcement learning",), "reinforcement-learning"))
    found = {each.paper.arxiv_id[-1]: each.topic for each in rank(PAPERS, Catalogue((), topics), DAY)}
    assert (found["2"], found["4"]) == ("reinforcement-learning", "reinforcement-learning")


def test_a_topic_with_next_to_no_papers_is_no_heading() -> None:
    """Its papers go under what it is part of, over as many steps as it takes, and say where they came from."""
    topics = (
        TopicNames("ai", ("AI",)),
        TopicNames("ml", ("machine learning",), "ai"),
        TopicNames("trees", ("decision tree",), "ml"),
        TopicNames("forests", ("random forest",), "trees"),
        TopicNames("physics", ("physics",)),
    )
    rare = [("forests", ("ai",)), ("trees", ("ml", "physics")), ("physics", ()), (None, ())]
    assert gather([*rare, *[("ml", ())] * 296], topics)[:4] == [
        ("ml", ("forests", "ai")),
        ("ml", ("trees", "physics")),
        ("physics", ()),
        (None, ()),
    ]
    assert gather(rare, topics) == rare


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=200)), max_size=6))
def test_any_text_can_be_ranked(texts: list[tuple[str, str]]) -> None:
    """Every paper gets one place, and every reason stands on one line of title or abstract."""
    papers = [paper(f"2611.{number:05}", *each) for number, each in enumerate(texts)]
    ranked = rank(papers, Catalogue((liked("Planning agents"), liked(texts[0][1]) if texts else liked("x"))), DAY)
    assert [each.rank for each in ranked] == list(range(1, len(papers) + 1))
    for each in ranked:
        assert each.why in each.paper.title or each.why in each.paper.abstract
        assert "\n" not in each.why


def test_words_that_say_nothing_are_no_terms() -> None:
    """Stop words part pairs; hyphened words stay whole; one agent or many is the same."""
    assert terms("The self-play of Agents, and analysis made") == ["self-play", "agent", "analysis"]


def test_a_span_is_never_broken_by_a_line_end() -> None:
    """The pair runs over two lines, so the single word is quoted."""
    assert find_span(["deep\nlearning"], {"deep learning": 2.0, "learning": 1.0}) == "learning"


def test_a_pair_carries_what_its_words_do() -> None:
    """The pair is quoted, though each of its words alone weighs more than the pair adds."""
    weights = {"machine": 3.0, "learning": 2.0, "machine learning": 1.0, "trees": 5.0}
    assert find_span(["On machine learning", "with trees"], weights) == "machine learning"


def test_a_word_of_a_name_is_not_the_name() -> None:
    """A paper about tables is not about hash tables; names are not read into one another."""
    names = ["hash table", "hash maps", "RL", "chain of thought", "unheard of"]
    assert set(count_names(names, {"hash", "rl", "chain", "thought"})) == {
        "hash table",
        "hash map",
        "rl",
        "chain",
        "thought",
    }


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("Reinforcement learning (RL) of games", "Reinforcement learning", id="a bracket parts words"),
        pytest.param("models. RL learning", "RL", id="so does a full stop"),
        pytest.param("of self-play reinforcement-learning", "reinforcement-learning", id="a hyphen joins them"),
    ],
)
def test_a_span_reads_as_one_phrase(text: str, quoted: str) -> None:
    """What is quoted never runs over brackets or the end of a sentence."""
    weights = {"reinforcement": 1.0, "learning": 1.0, "rl": 2.0, "learning rl": 3.0, "reinforcement learning": 1.0}
    assert find_span([text], weights | {"model rl": 9.0}) == quoted


def test_a_span_takes_the_rest_of_a_phrase_along() -> None:
    """Large language models are not cut to large language; a word that is liked far less stays behind."""
    weights = {"large": 1.0, "language": 1.0, "model": 0.5, "large language": 3.0, "language model": 2.5}
    assert find_span(["Why large language models fail"], weights) == "large language models"
    assert find_span(["Why large language models fail"], weights | {"language model": 0.1}) == "large language"


def test_the_plural_is_quoted_as_it_stands() -> None:
    """Many agents are found for the agent that is liked."""
    assert find_span(["Planning Agents"], {"planning agent": 1.0}) == "Planning Agents"
