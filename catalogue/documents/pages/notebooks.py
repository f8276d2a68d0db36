"""Jupyter notebooks: what their authors wrote between the cells of code. Pure."""

import json

SIGN = '"nbformat"'


def prose_of(text: str) -> str | None:
    """The Markdown of a notebook, cell after cell; None for anything else."""
    if SIGN not in text or not text.lstrip().startswith("{"):
        return None
    try:
        cells = json.loads(text)["cells"]
        return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
