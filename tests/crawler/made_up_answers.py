"""Answers of providers as we were told they look. Made up for the tests: none of them was recorded."""

from catalogue.vocabulary import Verdict
from tests.crawler.made_up_media import MEDIA
from tests.crawler.told import Answer, Told

REPO = "https://api.github.com/repos/Some-One/some.repo"
GITHUB = "https://github.com/some-one/Some.Repo"
COURSE = "https://api.coursera.org/api/onDemandCourses.v1?q=slug&slug=deep-things"
HUB = "Hugging Face models and datasets"
STEPIK = "Stepik courses"
LESSONS = "https://stepik.org/api/courses/67"
COLAB, AMAZON = "Colab notebooks on GitHub", "Amazon"
NOTEBOOK = "https://colab.research.google.com/github/some/repo/blob/main/deep%20things.ipynb"
NOTEBOOK_FILE = "https://github.com/some/repo/blob/main/deep%20things.ipynb"
BOOK = "https://www.amazon.co.uk/dp/0123456789"
GH = {"github": "token"}

TOLD = [
    *MEDIA,
    Told(COLAB, NOTEBOOK + "?hl=en#scrollTo=x", {NOTEBOOK_FILE: Answer(200, "x")}, Verdict.OK, "200"),
    Told(COLAB, NOTEBOOK, {NOTEBOOK_FILE: Answer(404)}, Verdict.SUSPECT, "no such notebook"),
    Told(COLAB, NOTEBOOK, {NOTEBOOK_FILE: Answer(500)}, Verdict.BLOCKED, "provider"),
    Told("Colab notebooks on Drive", "https://colab.research.google.com/drive/1a", {}, Verdict.BLOCKED, "provider"),
    Told(AMAZON, BOOK, {BOOK: Answer(503)}, Verdict.BLOCKED, "provider"),
    Told(AMAZON, BOOK, {BOOK: Answer(404)}, Verdict.GONE, "404"),
    Told(
        AMAZON,
        "https://amzn.to/3abc",
        {"https://amzn.to/3abc": Answer(301, location=BOOK), BOOK: Answer(503)},
        Verdict.BLOCKED,
        "provider",
    ),
    Told(
        "GitHub repositories",
        GITHUB + "?tab=readme-ov-file",
        {REPO.lower(): Answer(200, '{"archived": true}')},
        Verdict.OK,
        "200, archived",
        tokens=GH,
    ),
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
    "https://www.youtube.com/playlist?list=WL",
    "https://colab.research.google.com/",
    "https://aws.amazon.com/training/",
    "https://github.com/topics/deep-learning",
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
