"""JSON that loses nothing: each field that holds something, under its own name."""

import json
from collections.abc import Sequence

from catalogue.datafolder.roadmaps import plain
from catalogue.records.exports import Item


def render_json(items: Sequence[Item]) -> str:
    """One JSON object with all items, one item a line."""
    lines = ",\n".join(json.dumps(plain(item), ensure_ascii=False, sort_keys=True) for item in items)
    return f'{{"resources": [\n{lines}\n]}}\n'
