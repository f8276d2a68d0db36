"""Pages with something to say, made up for the tests."""


def document(title: str, body: str) -> str:
    """A whole HTML page."""
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'


def article(title: str, subject: str, heading: str | None = None) -> str:
    """A page of a few thousand letters that tells of its subject."""
    sentences = (
        f"This text tells of {subject} in some detail, and it takes its time about it.",
        f"Whoever has met {subject} before may skip the first part and go on with the second.",
        "Each part closes with questions that a reader can answer in a quarter of an hour.",
        f"We return to {subject} at the end, when the words for it have become familiar.",
    )
    paragraphs = "".join(f"<p>{' '.join(sentences)} ({number}.)</p>" for number in range(1, 13))
    return document(title, f"<h1>{heading or title}</h1>{paragraphs}")
