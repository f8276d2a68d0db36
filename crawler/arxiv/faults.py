"""What can be wrong with an answer of arXiv; every one of these leaves the watermark where it was."""

from enum import StrEnum


class Fault(StrEnum):
    """Why an answer is not one."""

    UNANSWERED = "no answer"
    THROTTLED = "throttled"
    SERVER = "server error"
    NOT_XML = "not the XML asked for"
    CUT_OFF = "cut off"
    STALE = "resumption token refused"
    REFUSED = "request refused"
    CIRCLE = "pages go round in a circle"


class AnswerError(Exception):
    """An answer that must not be believed: which fault, what was seen, how long to leave the server alone."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        self.wait_seconds = 0.0
        self.fault, self.detail = fault, " ".join(detail.split())[:200]
        super().__init__(f"{fault}: {self.detail}" if detail else str(fault))


THROTTLE_WORDS = b"rate exceeded"
LOOK_AT = 2000


def refuse_throttle(body: bytes) -> None:
    """Raise if a body says "Rate exceeded.", which arXiv also says with status 200."""
    if THROTTLE_WORDS in body[:LOOK_AT].lower() and not body.lstrip().startswith(b"<?xml"):
        raise AnswerError(Fault.THROTTLED, body[:100].decode("utf-8", "replace"))
