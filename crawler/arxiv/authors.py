"""From arXiv's one line of authors to names: pure, linear.

`A. Loeb (Harvard), B. Smith, III and C. Wu for the X Collaboration` holds four names.
"""

import re

SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{1,3}|IV", re.IGNORECASE)
JOINS = re.compile(r",|;|\s(?:and|&)(?=\s)|\s(?:for|on behalf of) the(?=\s.*collaboration)", re.IGNORECASE)


def split_authors(line: str) -> tuple[str, ...]:
    """The names in a line of authors, without affiliations; TeX stays as it is."""
    names: list[str] = []
    for part in JOINS.split(" ".join(_without_brackets(line).split())):
        name = re.sub(r"^(?:and|&)\s+|\s+(?:and|&)$", "", part.strip(), flags=re.IGNORECASE).strip(" :")
        if names and SUFFIX.fullmatch(name):
            names[-1] = f"{names[-1]}, {name}"
        elif name and name.lower() not in ("and", "&"):
            names.append(name)
    return tuple(names)


def _without_brackets(line: str) -> str:
    """The line without what stands in round brackets, however deep; one that is never closed is no bracket."""
    if "(" not in line:
        return line
    depth, opened, kept = 0, 0, []
    for at, char in enumerate(line):
        if char == "(":
            opened = at if depth == 0 else opened
            depth += 1
        elif char == ")" and depth:
            depth -= 1
        elif depth == 0:
            kept.append(char)
    return "".join(kept) + (line[opened:] if depth else "")
