"""Answers of providers as we were told they look. Made up for the tests: none of them was recorded."""

from dataclasses import dataclass, field

from catalogue.vocabulary import Verdict


@dataclass(frozen=True)
class Answer:
    """A status, a body and where we were sent."""

    status: int = 200
    text: str = ""
    location: str = ""


@dataclass(frozen=True)
class Told:
    """A link of a provider, what is answered for which address, and what to make of it."""

    provider: str
    url: str
    answers: dict[str, Answer]
    verdict: Verdict
    reason: str = ""
    final_url: str | None = None
    tokens: dict[str, str] = field(default_factory=dict)


OEMBED = "https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DabcdefghijK&format=json"
THUMBNAIL = "https://img.youtube.com/vi/abcdefghijK/0.jpg"
WATCH = "https://www.youtube.com/watch?v=abcdefghijK"
REPO = "https://api.github.com/repos/Some-One/some.repo"
GITHUB = "https://github.com/some-one/Some.Repo"
CHANNEL = "https://t.me/somechannel"
COURSE = "https://api.coursera.org/api/onDemandCourses.v1?q=slug&slug=deep-things"
LIVE = '<html><head><title>x</title></head><body><div class="tgme_page_title">Channel</div></body></html>'
EMPTY = '<html><head><meta name="robots" content="noindex, nofollow"></head><body></body></html>'
VIDEOS, HUB = "YouTube videos", "Hugging Face models and datasets"
BILIBILI, STEPIK, VIDEO_LOST = "Bilibili videos", "Stepik courses", "removed or private video"
PLAYED = "https://www.bilibili.com/video/BV1ab411c7de"
PLAYER = "https://api.bilibili.com/x/web-interface/view?bvid=BV1ab411c7de"
LESSONS = "https://stepik.org/api/courses/67"
GH = {"github": "token"}

TOLD = [
    Told(VIDEOS, WATCH, {OEMBED: Answer(200, '{"title": "x"}')}, Verdict.OK, "200"),
    Told(VIDEOS, WATCH + "&t=30s", {OEMBED: Answer(401)}, Verdict.OK, "401"),
    Told(VIDEOS, "https://youtu.be/abcdefghijK?si=x", {OEMBED: Answer(200)}, Verdict.OK, "200"),
    Told(VIDEOS, WATCH, {OEMBED: Answer(404), THUMBNAIL: Answer(404)}, Verdict.SUSPECT, "removed or private video"),
    Told(VIDEOS, WATCH, {OEMBED: Answer(403), THUMBNAIL: Answer(200)}, Verdict.BLOCKED, "provider"),
    Told(VIDEOS, WATCH, {OEMBED: Answer(429)}, Verdict.BLOCKED, "provider"),
    Told(VIDEOS, WATCH, {OEMBED: Answer(500)}, Verdict.BLOCKED, "provider"),
    Told(
        "GitHub repositories",
        GITHUB,
        {REPO.lower(): Answer(200, '{"archived": false, "html_url": "https://github.com/Some-One/some.repo"}')},
        Verdict.OK,
        "200",
        tokens=GH,
    ),
    Told(
        "GitHub repositories",
        GITHUB,
        {REPO.lower(): Answer(200, '{"archived": true, "html_url": "https://github.com/other/named"}')},
        Verdict.MOVED,
        "200, archived",
        "https://github.com/other/named",
        GH,
    ),
    Told(
        "GitHub repositories", GITHUB, {REPO.lower(): Answer(404), GITHUB: Answer(404)}, Verdict.GONE, "404", tokens=GH
    ),
    Told(
        "GitHub repositories",
        GITHUB,
        {REPO.lower(): Answer(403), GITHUB: Answer(200, "x")},
        Verdict.OK,
        "200",
        tokens=GH,
    ),
    Told("GitHub repositories", GITHUB, {GITHUB: Answer(200, "x")}, Verdict.OK, "200"),
    Told(
        "DOI",
        "https://doi.org/10.1234/abc(de)",
        {"https://doi.org/api/handles/10.1234/abc(de)?type=URL": Answer(200, '{"responseCode": 1}')},
        Verdict.OK,
        "200",
    ),
    Told(
        "DOI",
        "https://doi.org/10.1234/a%3Cb%3E3.0",
        {"https://doi.org/api/handles/10.1234/a%3Cb%3E3.0?type=URL": Answer(200, '{"responseCode": 1}')},
        Verdict.OK,
        "200",
    ),
    Told(
        "DOI",
        "http://dx.doi.org/10.1234/none",
        {"https://doi.org/api/handles/10.1234/none?type=URL": Answer(404, '{"responseCode": 100}')},
        Verdict.SUSPECT,
        "unknown DOI",
    ),
    Told(
        "DOI",
        "https://doi.org/10.1234/none",
        {"https://doi.org/api/handles/10.1234/none?type=URL": Answer(500, "<html>")},
        Verdict.BLOCKED,
        "provider",
    ),
    Told("Telegram", CHANNEL, {CHANNEL: Answer(200, LIVE)}, Verdict.OK, "200"),
    Told("Telegram", CHANNEL, {CHANNEL: Answer(200, EMPTY)}, Verdict.SUSPECT, "no such channel"),
    Told("Telegram", CHANNEL, {CHANNEL: Answer(200, "<p>new design")}, Verdict.BLOCKED, "provider"),
    Told(
        "Kaggle",
        "https://www.kaggle.com/learn",
        {"https://www.kaggle.com/learn": Answer(404)},
        Verdict.BLOCKED,
        "untrusted-404",
    ),
    Told(
        "Kaggle", "https://www.kaggle.com/learn", {"https://www.kaggle.com/learn": Answer(200, "x")}, Verdict.OK, "200"
    ),
    Told(
        "Google Scholar",
        "https://scholar.google.com/citations?user=x",
        {"https://scholar.google.com/citations?user=x": Answer(404)},
        Verdict.BLOCKED,
        "untrusted-404",
    ),
    Told(
        "Coursera courses",
        "https://www.coursera.org/learn/deep-things",
        {COURSE: Answer(200, '{"elements": [{"id": "x"}]}')},
        Verdict.OK,
        "200",
    ),
    Told(
        "Coursera courses",
        "https://www.coursera.org/learn/deep-things",
        {COURSE: Answer(200, '{"elements": []}')},
        Verdict.SUSPECT,
        "no such course",
    ),
    Told(
        "Coursera courses",
        "https://www.coursera.org/learn/deep-things",
        {COURSE: Answer(403), "https://www.coursera.org/learn/deep-things": Answer(200, "x")},
        Verdict.OK,
        "200",
    ),
    Told(
        "Coursera programs",
        "https://www.coursera.org/specializations/deep-things",
        {
            "https://www.coursera.org/specializations/deep-things": Answer(302, location="/browse?x=1"),
            "https://www.coursera.org/browse?x=1": Answer(200, "x"),
        },
        Verdict.SUSPECT,
        "redirect away from the course",
    ),
    Told(
        "edX courses",
        "https://www.edx.org/learn/python/a-school-deep-things",
        {
            "https://www.edx.org/learn/python/a-school-deep-things": Answer(301, location="/learn/other"),
            "https://www.edx.org/learn/other": Answer(200, "x"),
        },
        Verdict.SUSPECT,
        "redirect away from the course",
    ),
    Told(
        "edX courses",
        "https://www.edx.org/course/deep-things",
        {
            "https://www.edx.org/course/deep-things": Answer(301, location="/learn/topic/deep-things"),
            "https://www.edx.org/learn/topic/deep-things": Answer(200, "x"),
        },
        Verdict.MOVED,
        "301",
        "https://www.edx.org/learn/topic/deep-things",
    ),
    Told(
        "Udemy courses",
        "https://www.udemy.com/course/deep-things/",
        {"https://www.udemy.com/course/deep-things/": Answer(403)},
        Verdict.BLOCKED,
        "wall",
    ),
    Told(
        HUB,
        "https://huggingface.co/some/model",
        {"https://huggingface.co/api/models/some/model": Answer(200, "{}")},
        Verdict.OK,
        "200",
    ),
    Told(
        HUB,
        "https://huggingface.co/datasets/some/set",
        {"https://huggingface.co/api/datasets/some/set": Answer(401)},
        Verdict.BLOCKED,
        "provider",
    ),
    Told(
        HUB,
        "https://huggingface.co/some/model",
        {"https://huggingface.co/api/models/some/model": Answer(404)},
        Verdict.SUSPECT,
        "no such repository",
    ),
    Told(BILIBILI, PLAYED, {PLAYER: Answer(200, '{"code": 0, "data": {}}')}, Verdict.OK, "200"),
    Told(BILIBILI, PLAYED + "/?p=2", {PLAYER: Answer(200, '{"code": 62002}')}, Verdict.SUSPECT, VIDEO_LOST),
    Told(BILIBILI, PLAYED, {PLAYER: Answer(200, '{"code": -404}')}, Verdict.SUSPECT, VIDEO_LOST),
    Told(BILIBILI, PLAYED, {PLAYER: Answer(412), PLAYED: Answer(200, LIVE)}, Verdict.OK, "200"),
    Told(STEPIK, "https://stepik.org/course/Name-67/promo?x=1", {LESSONS: Answer(200)}, Verdict.OK, "200"),
    Told(STEPIK, "https://stepik.org/course/67", {LESSONS: Answer(404)}, Verdict.SUSPECT, "no such course"),
    Told("LinkedIn", "https://www.linkedin.com/in/someone", {}, Verdict.BLOCKED, "provider"),
    Told("X", "https://twitter.com/someone/status/1", {}, Verdict.BLOCKED, "provider"),
    Told("Facebook and Instagram", "https://www.instagram.com/someone", {}, Verdict.BLOCKED, "provider"),
    Told(
        "Codecademy profiles",
        "https://www.codecademy.com/profiles/x",
        {"https://www.codecademy.com/profiles/x": Answer(200, '{"error":"UserNotFound"}')},
        Verdict.SUSPECT,
        "no such user",
    ),
    Told("arXiv", "https://arxiv.org/abs/1706.03762", {}, Verdict.SKIPPED, "arXiv record"),
    Told("arXiv", "http://arxiv.org/pdf/1706.03762v5.pdf", {}, Verdict.SKIPPED, "arXiv record"),
]

NOT_THEIRS = [
    "https://www.youtube.com/@somebody",
    "https://www.youtube.com/playlist?list=PLabc",
    "https://github.com/some-one",
    "https://github.com/some-one/repo/blob/main/README.md",
    "https://huggingface.co/docs/transformers",
    "https://huggingface.co/learn/nlp-course/chapter1",
    "https://arxiv.org/",
    "https://arxiv.org/list/cs.LG/recent",
    "https://t.me/share/url?url=x",
    "https://www.coursera.org/",
    "https://notyoutu.be/abcdefghijK",
    "https://www.bilibili.com/",
    "https://stepik.org/lesson/9173/step/1",
    "https://stepik.org/course/67/reviews",
    "https://example.test/?u=https://doi.org/10.1234/x",
]
