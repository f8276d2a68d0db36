"""A small invented catalogue in three languages, with a history of visits: what the site's tests look at."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, text

from catalogue.assembly.claims import Claim
from catalogue.assembly.content import Content, Resource, RoleLink
from catalogue.database.schema import open_database, writing
from catalogue.datafolder.thesaurus import Topic, load_thesaurus
from catalogue.records.documents import Effort, Mention, Roadmap, Section, SourceFacts
from catalogue.store.content import save_content
from catalogue.store.rows import Tally
from catalogue.store.search_index import sync_index
from catalogue.vocabulary import Kind, Level, LinkRole, Origin, Rule, Stance

ROOT = Path(__file__).parent.parent.parent
TOPICS: tuple[Topic, ...] = tuple(load_thesaurus(ROOT / "data" / "topics.csv").topics.values())
NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)

TITLES: tuple[tuple[str, str, Kind, Level | None, str, tuple[str, ...], str], ...] = (
    ("essence", "Essence of Linear Algebra", Kind.VIDEO, Level.BEGINNER, "en", ("linear-algebra",), "ok"),
    ("kurs-linal", "Линейная алгебра: первый курс", Kind.COURSE, Level.BEGINNER, "ru", ("linear-algebra",), "ok"),
    ("xianxing", "线性代数入门", Kind.BOOK, Level.BEGINNER, "zh", ("linear-algebra",), "ok"),
    ("nn-zero", "Neural networks from zero", Kind.COURSE, Level.INTERMEDIATE, "en", ("neural-networks",), "moved"),
    ("svertki", "Свёрточные нейронные сети на пальцах", Kind.ARTICLE, Level.INTERMEDIATE, "ru", ("cnn",), "dead"),
    ("jiqi", "机器学习课程", Kind.COURSE, Level.BEGINNER, "zh", ("machine-learning",), "ok"),
    ("cpp", "C++ for number crunching", Kind.BOOK, Level.ADVANCED, "en", (), "ok"),
    ("csharp", "C# for games", Kind.BOOK, Level.BEGINNER, "en", (), "unchecked"),
    ("gpt4", "What GPT-4 can and cannot do", Kind.ARTICLE, None, "en", ("large-language-models",), "unverifiable"),
    ("sklearn", "scikit-learn by example", Kind.TUTORIAL, Level.BEGINNER, "en", ("machine-learning",), "ok"),
    ("fastai", "fast.ai for the impatient", Kind.COURSE, Level.INTERMEDIATE, "en", ("deep-learning",), "failing"),
    ("stat-ru", "Статистика для тех, кто её боялся", Kind.BOOK, Level.BEGINNER, "ru", ("statistics",), "suspect"),
    ("hostile", '<script>alert(1)</script> "quoted" & \u202eevil', Kind.WEBSITE, None, "en", (), "ok"),
    ("nolink", "A book that is nowhere on the web", Kind.BOOK, Level.ADVANCED, "en", ("statistics",), "no link"),
)
REASONS = {
    "ok": "200",
    "moved": "301",
    "dead": "404",
    "failing": "timeout",
    "suspect": "home page",
    "unverifiable": "wall",
}


def make_sample(path: Path, more: Sequence[Resource] = ()) -> Path:
    """Build the sample in a new database; its links have been visited as their states say."""
    engine = open_database(path, create=True)
    try:
        save(engine, sample_content(more))
        with writing(engine) as session:
            for key, *_, state in TITLES:
                if state not in ("unchecked", "no link"):
                    session.execute(text(_STATE), _state(key, state))
                    session.execute(text(_CHANGE), _state(key, state))
                    for visit in _visits(key, state):
                        session.execute(text(_VISIT), visit)
            for edition in (EDITION, DIGEST):
                values = {"id": edition["id"], "kind": edition["kind"], "body": json.dumps(edition)}
                session.execute(text(_EDITION), values)
            session.execute(text(_PAPER))
            session.execute(text(_PAPER_VERSION))
    finally:
        engine.dispose()
    return path


def save(engine: Engine, content: Content) -> None:
    """Store a content and index it, as a build does."""
    with writing(engine) as session:
        for _ in save_content(session, content, Tally()):
            session.commit()
    sync_index(engine)


def sample_content(more: Sequence[Resource] = ()) -> Content:
    """The sample as `data/` would say it."""
    resources = (*_resources(), *more)
    known = {topic.id for topic in TOPICS}
    assert {topic for resource in resources for topic, _ in resource.topics} <= known
    return Content(TOPICS, (_roadmap("path-en", "en", resources), _roadmap("path-ru", "ru", resources[:6])), resources)


def _resources() -> Iterable[Resource]:
    for number, (key, title, kind, level, language, topics, state) in enumerate(TITLES):
        url = None if state == "no link" else f"https://{key}.example/course?id={number}"
        yield Resource(
            key,
            title,
            Stance.RECOMMENDED,
            title_en="Convolutional networks by hand" if key == "svertki" else None,
            kind=kind,
            kind_origin=Origin.INFERRED,
            level=level,
            level_origin=Origin.STATED if level else None,
            language=language,
            language_origin=Origin.INFERRED,
            url=url,
            topics=tuple((topic, Origin.INFERRED) for topic in topics),
            links=(RoleLink(url, LinkRole.PRIMARY),) if url else (),
            creator="Ada Example" if key == "essence" else None,
            year=2024 if key == "essence" else None,
            is_free=True if kind is Kind.COURSE else None,
            effort="3–4 weeks" if kind is Kind.COURSE else None,
            recommended_by=2 if number < 6 else 1,
            added_at=f"2026-11-{number + 1:02}",
            aliases=("old-essence",) if key == "essence" else (),
            claims=(Claim("kind", "video", Origin.STATED, Rule.STATED_WORD, "line 3 of the source"),)
            if key == "essence"
            else (),
        )


def _roadmap(key: str, language: str, resources: Sequence[Resource]) -> Roadmap:
    titles = {"en": ("First: mathematics", "Then: networks"), "ru": ("Сначала математика", "Потом сети")}[language]
    sections = tuple(
        Section(position, title, 2, 10 * position + 1, step=position + 1, effort=Effort("3–4 weeks", 3, 4))
        for position, title in enumerate(titles)
    )
    mentions = tuple(
        Mention(r.key, number + 2, r.title, r.url, section=int(number >= 3)) for number, r in enumerate(resources)
    )
    title = {"en": "A path for beginners", "ru": "План для новичка"}[language]
    return Roadmap(key, SourceFacts(title, f"{key}.md", "0" * 64, language=language), sections, mentions)


def _state(key: str, state: str) -> dict[str, object]:
    return {
        "url": f"https://{key}.example/%",
        "state": state,
        "since": _moment(20),
        "checked_at": _moment(1),
        "strikes": 3 if state == "dead" else 1 if state == "failing" else 0,
        "reason": REASONS[state],
        "final_url": f"https://new-{key}.example/" if state == "moved" else None,
    }


def _visits(key: str, state: str) -> Iterable[dict[str, object]]:
    for days in (36, 29, 22, 15, 8, 1):
        good = days > 20 or state == "ok"
        verdict = (
            "ok" if good else {"dead": "gone", "failing": "unanswered", "unverifiable": "blocked"}.get(state, state)
        )
        yield {"url": f"https://{key}.example/%", "at": _moment(days), "verdict": verdict, "reason": REASONS[state]}


def _moment(days: int) -> str:
    return (NOW - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


EDITION = {
    "id": "deadlinks-2026-W47",
    "kind": "deadlinks",
    "sections": {
        "dead": [
            {
                "url": "https://svertki.example/course?id=4",
                "reason": "404",
                "since": "2026-11-01T06:00:00Z",
                "resources": [{"key": "svertki", "title": "Свёрточные нейронные сети", "language": "ru"}],
            }
        ],
        "moved": [
            {
                "url": "https://old.example/algebra",
                "reason": "301",
                "since": "2026-11-18T06:00:00Z",
                "replacement": "https://new.example/algebra",
                "resources": [{"key": "svertki", "title": "Algebra", "language": "en"}],
            }
        ],
    },
}
DIGEST = {
    "id": "digest-2026-W47",
    "kind": "digest",
    "coverage": {"complete": False},
    "topics": [
        {
            "topic": "linear-algebra",
            "papers": [{"arxiv_id": "2611.00001", "title": "On <b>gradients</b>", "why": "gradients"}],
            "others": ["2611.00002"],
        },
        {"topic": None, "papers": [], "others": ["math/0309136"]},
    ],
    "updated": [],
    "withdrawn": [{"arxiv_id": "2611.00003", "title": "Taken back", "reason": "Lemma 2"}],
}
_EDITION = """insert into edition (id, kind, period_start, period_end, coverage, published_at, body) values
    (:id, :kind, '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z', '{}', '2026-11-23T06:00:00Z', :body)"""
_PAPER = """insert into paper (arxiv_id, version, title, authors, categories, abstract, comment, journal_ref, doi,
    license, submitter, datestamp, withdrawn, sight, batch, first_seen_at, pass_id) values ('2611.00001', 1,
    'On <b>gradients</b> & their uses', '["A. Example", "B. Example"]', '["cs.LG"]', 'x', '', '', '', '', '',
    '2026-11-20', 0, 'new', '2026-11-20', '2026-11-20T06:00:00Z', 1)"""
_PAPER_VERSION = """insert into paper_version (arxiv_id, version, submitted_at, source_type, withdrawn, sight, batch,
    changed, first_seen_at) values
    ('2611.00001', 1, '2026-11-19T06:00:00Z', '', 0, 'new', '2026-11-20', '[]', '2026-11-20T06:00:00Z')"""
_STATE = """update link set state = :state, since = :since, checked_at = :checked_at, strikes = :strikes,
    reason = :reason, final_url = :final_url where url like :url"""
_CHANGE = """insert into change (link_id, at, from_state, to_state, reason)
    select id, :since, 'unchecked', :state, :reason from link where url like :url"""
_VISIT = """insert into visit (link_id, checked_at, verdict, reason, elapsed_ms, attempts, counted)
    select id, :at, :verdict, :reason, 120, 1, 1 from link where url like :url"""
