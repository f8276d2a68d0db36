"""Words that say nothing of their own: a question need not find them, initials may leave them out. Pure."""

from catalogue.search.analyzer import Token
from catalogue.search.stemming import stem

LITTLE_WORDS = frozenset(
    stem(little)
    for language in (
        "a about an and are as at by for from how in is of on or the to using what with",
        "без в для до за и из или к как на не о об от по под при про с со у что это",
        "与 和 及 之 在 中 的 给 用 对 学",
    )
    for little in language.split()
)
"""As the analyzer leaves them."""


def is_little(token: Token) -> bool:
    """Whether a token is a little word."""
    return len(token.terms) == 1 and token.terms[0] in LITTLE_WORDS
