"""What an address tells of its resource's language: asked for, in the path, of the host, in words of the path. Pure."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from catalogue.languages import language_tag, script_language
from catalogue.normalise.hosts import known_host
from catalogue.records.documents import Finding
from catalogue.urls import host_of, unarchived
from catalogue.vocabulary import Rule

TLDS = {
    **dict.fromkeys(("ru", "su", "by", "xn--p1ai"), "ru"),
    **dict.fromkeys(("cn", "tw", "hk"), "zh"),
    **dict.fromkeys(("uk", "us", "edu", "gov", "au", "nz", "ie"), "en"),
    **dict.fromkeys(("br", "pt"), "pt"),
    **{"ua": "uk", "jp": "ja", "kr": "ko", "vn": "vi", "ir": "fa"},
    **{name: name for name in ("fr", "es", "it", "pl", "tr", "de")},
}
IN_PATH = re.compile(
    r"(?:^|[/._-])(en|ru|rus|zh|cn|tw|zh[-_]?(?:cn|hans|tw|hant|hk)|chinese|russian|es|fr|de|ja|jp|ko|pt(?:[-_]br)?"
    r"|uk|it|tr|pl)(?=$|[/._-])",
    re.IGNORECASE,
)
SPELLINGS = {"rus": "ru", "russian": "ru", "cn": "zh", "tw": "zh", "chinese": "zh", "jp": "ja"}
SUBDOMAINS = frozenset({"ru", "zh", "en", "es", "fr", "de", "ja", "ko", "pt", "cn", "uk", "it", "pl", "tr", "chinese"})
ENGLISH_WORDS = (
    "a about advanced ai algebra algorithms an analysis and applied art as basics beginner beginners best book"
    " build building by calculus class code coding complete comprehensive computer concepts cookbook course"
    " courses crash data database deep deploy design developer development discrete docs engineering essential"
    " ethics examples exercises explained for foundations free from fundamentals guide hands handbook how in"
    " information intro introduction is language large learn learning lecture lectures lesson library linear"
    " machine make math mathematics methods mining models modern natural network networks neural notes of on open"
    " optimization overview papers practical practice primer principles probability problems processing program"
    " programming project projects python reading recipes regression reinforcement research resources school"
    " science scientist series simple software statistical statistics step systems techniques text the theory"
    " things this thinking to tools topics training tutorial tutorials understanding using video vision visual"
    " visualization way web what why with without world you your"
)
"""Words that titles and addresses of English works are made of."""
RUSSIAN_WORDS = (
    "dlya kak chto kurs kursy kniga knigi osnovy vvedenie uchebnik urok uroki rukovodstvo obuchenie mashinnoe"
    " yazyk yazyka programmirovanie nachinayushchih nachinayuschih russkij russian rus godu povagovyj"
    " poshagovoe algoritmy dannyh teoriya nauka matematika lekcii lekcija zadachi primery chast biblioteka slova"
    " iz na po v s"
)
"""Russian words as addresses spell them in Latin letters."""
ENGLISH = frozenset(ENGLISH_WORDS.split())
RUSSIAN = frozenset(RUSSIAN_WORDS.split())
SURELY_RUSSIAN = frozenset(word for word in RUSSIAN if len(word) > 4)
"""Those that no English address has by chance."""
ASKING = frozenset({"hl", "lang", "lng", "lngs", "language", "locale", "locale_code"})
BUILD = re.compile(r"/en/(?:latest|stable|master|main|v?\d[\d.]*)(?=/|$)")
"""Documentation hosts put this before every page, whatever language it is in."""


def language_of_address(url: str) -> Finding[str] | None:
    """The language it asks for or has in its path, else that of its host, else of the words of its path."""
    url = unarchived(url)
    try:
        parts = urlsplit(url)
        host = host_of(url).removeprefix("www.")
    except ValueError:
        return None
    path = unquote(parts.path)
    if language := _asked(parts.query) or _subdomain(host) or _in_path(BUILD.sub("", path)):
        return Finding(language, Rule.URL_SHAPE)
    if script := script_language(path):
        return Finding(script, Rule.SCRIPT)
    spoken = TLDS.get(host.rpartition(".")[2]) or known_host(url).language
    # "vvedenie-mashinnoe-obuchenie" is Russian wherever it stands.
    if spoken and SURELY_RUSSIAN.isdisjoint(_words(path)):
        return Finding(spoken, Rule.HOST_LANGUAGE)
    return _of_words(path)


def _asked(query: str) -> str | None:
    """The language a query asks for (`hl=zh-cn`)."""
    asked = next((value for name, value in parse_qsl(query) if name in ASKING), "")
    return (language_tag(asked) or "").partition("-")[0] or None


def _subdomain(host: str) -> str | None:
    """The language a subdomain is, or begins or ends with (`zh.`, `zh-guide.`, `pages-ru.`)."""
    first = host.partition(".")[0]
    if host.count(".") < 2:
        return None
    ends = [part for part in re.split(r"-", first) if part in ("ru", "zh", "cn")] if "-" in first else []
    found = first if first in SUBDOMAINS else next(iter(ends), None)
    return SPELLINGS.get(found, found) if found else None


def _in_path(path: str) -> str | None:
    for found in IN_PATH.finditer(path):
        spelt = found[1].lower()
        language = SPELLINGS.get(spelt, re.split(r"[-_]", spelt)[0][:2])
        # "it", "de", "es" and their like are words as well; between slashes they are languages.
        if (
            len(spelt) > 2
            or spelt in ("ru", "zh", "en", "cn", "tw")
            or path[found.start(1) - 1 : found.end() + 1] == f"/{spelt}/"
        ):
            return language
    return None


def _words(path: str) -> list[str]:
    """The words of a path in Latin letters, those of a CamelCase name apart."""
    return re.findall(r"[a-z]{2,}", re.sub(r"([a-z])([A-Z])", r"\1 \2", path).lower())


def _of_words(path: str) -> Finding[str] | None:
    words = _words(path)
    if not SURELY_RUSSIAN.isdisjoint(words):
        return Finding("ru", Rule.PATH_WORD)
    english, russian = sum(word in ENGLISH for word in words), sum(word in RUSSIAN for word in words)
    if english == russian:
        return None
    return Finding("en" if english > russian else "ru", Rule.PATH_WORD)
