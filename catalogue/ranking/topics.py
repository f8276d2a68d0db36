"""Which of the catalogue's topics a paper belongs to. Pure.

By its words, which are compared with the topics' names and the resources filed under them; where they say little, by
its arXiv subject, if a topic has that name. A topic with next to no papers is no heading: they go under what it is
part of.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from catalogue.ranking.vectors import Index, Vector, total, unit
from catalogue.records.ranking import Liked, TopicNames

NAMES_SHARE = 1.0
RESOURCES_SHARE = 0.5
"""A topic is first of all what it is called, then what is filed under it."""
AT_LEAST = 0.08
"""Below this a shared word is mostly chance; the paper's subject then says more."""
ALSO_FROM = 0.6
"""A further topic must be this near, measured by the best one."""
MOST_ALSO = 3
HEADING_SHARE = 0.01
"""A topic with less than this of the papers gives them to its broader one."""

Found = tuple[str | None, tuple[str, ...]]
"""The best topic of a paper, if any, and the others worth naming."""

SUBJECTS = {
    # what arXiv's categories are called, as far as learners have a word for it
    "cs.AI": "artificial intelligence",
    "cs.CL": "natural language processing",
    "cs.CV": "computer vision",
    "cs.DB": "databases",
    "cs.IR": "information retrieval",
    "cs.LG": "machine learning",
    "cs.NE": "neural network",
    "cs.RO": "robotics",
    "cs.SE": "software engineering",
    "eess.AS": "speech recognition",
    "math.OC": "optimization",
    "math.PR": "probability theory",
    "math.ST": "statistics",
    "stat.ME": "statistics",
    "stat.ML": "machine learning",
}


class TopicFinder:
    """Finds the topics of a vector; `vectors` holds those of the likes and after them those of the topics' names."""

    def __init__(self, topics: Sequence[TopicNames], likes: Sequence[Liked], vectors: Sequence[Vector]) -> None:
        self._ids = [topic.topic_id for topic in topics]
        self._by_name = {name.casefold(): topic.topic_id for topic in reversed(topics) for name in topic.names}
        filed: dict[str, list[Vector]] = {}
        for liked, vector in zip(likes, vectors, strict=False):
            for topic_id in liked.topics:
                filed.setdefault(topic_id, []).append(vector)
        centres = []
        for topic, names in zip(topics, vectors[len(likes) :], strict=True):
            resources = unit(total((vector, 1.0) for vector in filed.get(topic.topic_id, ())))
            centres.append(unit(total([(names, NAMES_SHARE), (resources, RESOURCES_SHARE)])))
        self._index = Index(centres)

    def find(self, vector: Vector, categories: Sequence[str] = ()) -> Found:
        """The best topic and the others worth naming; None for a paper that is near to none."""
        likeness = self._index.likeness(vector)
        near = sorted(likeness, key=lambda position: (-likeness[position], self._ids[position]))
        if not near or likeness[near[0]] < AT_LEAST:
            return self._by_subject(categories), ()
        others = [at for at in near[1:] if likeness[at] >= ALSO_FROM * likeness[near[0]]]
        return self._ids[near[0]], tuple(self._ids[at] for at in others[:MOST_ALSO])

    def _by_subject(self, categories: Sequence[str]) -> str | None:
        """The topic that is called like the first subject that one is called like."""
        found = (self._by_name.get(SUBJECTS[name]) for name in categories if name in SUBJECTS)
        return next(filter(None, found), None)


def gather(found: Sequence[Found], topics: Sequence[TopicNames]) -> list[Found]:
    """The same under topics that hold enough papers each; the topic a paper came from is the first it is also in."""
    broader = {topic.topic_id: topic.broader for topic in topics}
    counts = Counter(topic for topic, _ in found if topic)
    headings = {topic: topic for topic in broader}
    for topic in sorted(broader, key=lambda each: -len(_above(each, broader))):
        above = broader[topic]
        if above and counts[topic] < HEADING_SHARE * len(found):
            counts[above] += counts.pop(topic, 0)
            headings[topic] = above
    return [(_heading(topic, headings), _also(topic, also, headings)) for topic, also in found]


def _above(topic: str, broader: Mapping[str, str | None]) -> list[str]:
    """What a topic is part of, the nearest first."""
    chain: list[str] = []
    above = broader[topic]
    while above and above not in chain:
        chain.append(above)
        above = broader[above]
    return chain


def _heading(topic: str | None, headings: Mapping[str, str]) -> str | None:
    while topic and headings[topic] != topic:
        topic = headings[topic]
    return topic


def _also(topic: str | None, also: tuple[str, ...], headings: Mapping[str, str]) -> tuple[str, ...]:
    heading = _heading(topic, headings)
    if topic and heading != topic:
        also = (topic, *also)
    return tuple(name for name in also if name != heading)[:MOST_ALSO]
