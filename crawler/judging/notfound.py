"""Whether a page that came with a good status says that there is no page. Pure."""

import re
from urllib.parse import urlsplit

from crawler.judging.absence import (
    SEPARATOR,
    WORD,
    begins_with,
    clauses_of,
    mentions_not_found,
    parts_of,
    says_not_found,
    says_something_lacks,
    speaks_of_absence,
    unquoted,
)
from crawler.judging.fault import tells_not_found
from crawler.judging.paths import NOT_FOUND_PATH
from crawler.judging.subject import answers_search, defines_subject, is_issue, is_named_by, names_site
from crawler.judging.wording import ABOUT, DEFINITION, FILLERS, PASSING, QUESTION, SORRY
from crawler.pages.text import DATA_SIGNS, MOST_PROSE, PageText

EMPTY_LIST = re.compile(r"\W*(?:no|0|нет|没有)\b", re.IGNORECASE)
FEW_WORDS, MUCH_PROSE, SHORT_PROSE, LONG_PROSE = 200, 600, 1200, 2500
FIRST_CLAUSES, MOST_CLAUSES = 4, 40
NOT_FOUND_SCORE, APOLOGY_SCORE, ABOUT_SCORE = 3, 2, 3


def shows_not_found(page: PageText, url: str) -> bool:
    """Whether a page that came with a good status says that there is no page.

    Titles and headings that say nothing else weigh most; a page that explains such errors, or that has much to say,
    is a page.
    """
    prose = page.prose[:MOST_PROSE]
    terse = len(prose) < FEW_WORDS
    whole = page.title in page.headings and not says_not_found(page.title)  # headings seldom add the site's name
    titled = not whole and any(_says_so(part, url, terse=terse) for part in parts_of(page.title))
    headed = any(_says_so(heading, url, terse=terse) for heading in page.headings[:3])
    score = 2 * titled + 2 * headed + (len(prose) < SHORT_PROSE) + page.is_unlisted
    score += 2 * (not page.is_html and tells_not_found(prose))
    score += 3 * _calls_itself_an_error(page, url)
    if score < NOT_FOUND_SCORE - APOLOGY_SCORE or DEFINITION.search(prose) or _is_of_such_a_name(page, url):
        return False
    apologises = _apologises(page, prose, url, named=titled or headed) and not answers_search(url, prose)
    if len(prose) > MUCH_PROSE and any(map(_goes_on_to_ask, page.headings[:1])):
        return False
    if len(prose) > LONG_PROSE:  # recommends much else, perhaps
        return titled and headed and apologises and not _is_about_it(page, prose, titled=titled, headed=headed)
    if len(prose) > MUCH_PROSE and not apologises and not (titled and headed and _in_words(page)):
        return False  # who has much to say would also say this
    score += APOLOGY_SCORE * apologises
    return score >= NOT_FOUND_SCORE and (
        score >= NOT_FOUND_SCORE + ABOUT_SCORE or not _is_about_it(page, prose, titled=titled, headed=headed)
    )


def _is_of_such_a_name(page: PageText, url: str) -> bool:
    """Whether it is the subject of a page that is called what missing pages say."""
    return defines_subject(page) or is_issue(page, url)


def names_not_found(page: PageText) -> bool:
    """Whether the title, a heading or one of the first clauses of a page says that there is no page."""
    if any(says_not_found(text) for text in (*parts_of(page.title), *page.headings[:3])):
        return True
    return any(_is_sorry(clause) for clause in clauses_of(page.prose[:SHORT_PROSE])[: 2 * FIRST_CLAUSES])


def _calls_itself_an_error(page: PageText, url: str) -> bool:
    """Whether the address that a page gives for itself is that of an error page, and not what was asked for."""
    try:
        path = urlsplit(page.canonical_url).path
    except ValueError:  # pages say anything
        return False
    return path.rpartition("/")[2] != urlsplit(url).path.rpartition("/")[2] and bool(NOT_FOUND_PATH.search(path))


def _says_so(text: str, url: str, *, terse: bool) -> bool:
    """Whether a title or heading says that there is no page, and not that there is one of this name."""
    says = says_not_found(text) or (terse and says_something_lacks(text))
    return says and not is_named_by(url, text) and not answers_search(url, text)


def _in_words(page: PageText) -> bool:
    """Whether the first heading is more than a number."""
    return bool(page.headings) and not page.headings[0].isdecimal()


def _apologises(page: PageText, prose: str, url: str, *, named: bool) -> bool:
    """Whether the prose itself says, not quotes, that there is no page; unless titled so, it must begin with that."""
    if prose.startswith(DATA_SIGNS):
        return False
    said = {page.title, *page.headings}
    clauses = [clause for clause in clauses_of(unquoted(prose)) if clause.strip() not in said]
    if named:
        return any(_is_sorry(clause) for clause in clauses[:MOST_CLAUSES])
    if len(prose) > (MUCH_PROSE if page.is_html else FEW_WORDS):
        return False
    by_itself = not page.headings or _only_exclaims(page.headings[0])
    if not by_itself and len(prose) < FEW_WORDS and names_site(url, page.headings[0]):
        # A list of the site that holds nothing says "no courses found" as well.
        return any(_is_sorry(clause) and not EMPTY_LIST.match(clause) for clause in clauses[:FIRST_CLAUSES])
    first = clauses[: FIRST_CLAUSES if page.is_html else 1 + _only_exclaims(prose[:FEW_WORDS].partition("\n")[0])]
    if by_itself and len(clauses) == 1 and says_something_lacks(clauses[0]):
        return True
    passes = any(map(PASSING.search, first))  # "Out of stock. This book is not available."
    return not passes and any(_is_sorry(clause) and (by_itself or SORRY.search(clause)) for clause in first)


def _only_exclaims(heading: str) -> bool:
    """Whether a heading names nothing that the page could be about."""
    words = [word.strip("'") for word in WORD.findall(heading.lower().replace("’", "'"))]
    return bool(SORRY.search(heading)) or all(word in FILLERS for word in words) or says_not_found(heading)


def _goes_on_to_ask(heading: str) -> bool:
    """Whether a heading asks about what it says: "Page not found — what to do"."""
    return any(begins_with(QUESTION, part) for part in SEPARATOR.split(heading)[1:])


def _is_sorry(clause: str) -> bool:
    return says_not_found(clause) or speaks_of_absence(clause)


def _is_about_it(page: PageText, prose: str, *, titled: bool, headed: bool) -> bool:
    """Whether not being found is what the page is about."""
    if any(begins_with(QUESTION, text) for text in (page.title, *page.headings[:1])):
        return True
    if any(_goes_on(page.title, heading) for heading in page.headings[:1]):
        return True
    speaks = any(mentions_not_found(text) for text in (page.title, *page.headings[:1]))
    if speaks and not titled and not headed:
        return True
    if any(ABOUT.search(text) and not _only_exclaims(text) for text in (page.title, *page.headings[:1])):
        return True
    return len({word.lower() for word in ABOUT.findall(f"{page.title} {prose}")}) > 1


def _goes_on(title: str, heading: str) -> bool:
    """Whether a title holds a heading and says more of it: "The 404 error: a history" is about one."""
    told = says_not_found(heading)
    return told and any(heading in part and not _is_sorry(part) for part in parts_of(title))
