"""Whether an interface for programs answers that it has nothing: a short fault in JSON or XML. Pure."""

import json
import re

from crawler.judging.absence import says_not_found, says_something_lacks

LONGEST_FAULT = 300
"""Letters of what an interface says when it has nothing; more of it is data."""
NOT_FOUND = re.compile(r"[\w .:'-]{0,40}(?:not[ _-]?found|nosuch\w+|no such \w+)[\w .:'/-]{0,40}", re.IGNORECASE)
STATUS_KEYS = frozenset({"status", "code", "statuscode", "status_code", "error", "errcode"})
SAYING_KEYS = STATUS_KEYS | {
    "message",
    "msg",
    "detail",
    "details",
    "reason",
    "description",
    "error_description",
    "errors",
}
ENVELOPES = frozenset({"error", "errors", "fault", "response", "meta", "result", "status", "cause"})
"""What a fault lies in, where it is not the whole answer."""
XML_FAULT = re.compile(
    rf"\s*(?:<\?xml[^>]*>\s*)?<error>.{{0,80}}?<code>(?:404|410|{NOT_FOUND.pattern})</code>", re.IGNORECASE | re.DOTALL
)


def tells_not_found(text: str) -> bool:
    """Whether a short answer to programs is a fault that says "not found"; one that lists such faults is data."""
    if len(text) >= LONGEST_FAULT:
        return False
    if not text.startswith("{"):
        return bool(XML_FAULT.match(text))
    try:
        answer = json.loads(text)
    except ValueError:
        return False
    return _is_fault(answer) or any(_is_fault(inside) for inside in _enveloped(answer))


def _enveloped(answer: dict[str, object]) -> list[object]:
    found: list[object] = []
    for key, value in answer.items():
        if key.lower() in ENVELOPES:
            found += value if isinstance(value, list) else [value]
    return found


def _is_fault(value: object) -> bool:
    return isinstance(value, dict) and any(_says_so(key.lower(), inside) for key, inside in value.items())


def _says_so(key: str, value: object) -> bool:
    if key in STATUS_KEYS and str(value) in ("404", "410"):
        return True
    if key not in SAYING_KEYS or not isinstance(value, str):
        return False
    return bool(NOT_FOUND.fullmatch(value)) or says_not_found(value) or says_something_lacks(value)
