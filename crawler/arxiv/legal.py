"""Characters XML forbids, taken out of an answer: one of them in one title would hide the whole page it is on.

Metadata is typed and pasted by people, and arXiv's server writes what its database holds.
"""

CONTROLS = bytes(sorted({*range(32)} - set(b"\t\n\r")))
NONCHARACTERS = ("\ufffe".encode(), "\uffff".encode())


def without_illegal(body: bytes) -> bytes:
    """A UTF-8 document without them; all else stays as it is."""
    body = body.translate(None, CONTROLS)
    for char in NONCHARACTERS:
        body = body.replace(char, b"")
    return body
