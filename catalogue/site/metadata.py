"""What Datasette is told: the public views and nothing else, with their facets, search and limits."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from catalogue.database.views import VIEWS
from catalogue.database.views_papers import PAPER_VIEWS

DATABASE = "catalogue"
"""The name of the database in addresses, whatever its file is called."""
PLUGIN = "catalogue"
"""Under which name our plugins find their settings."""
HERE = Path(__file__).parent

PUBLIC_VIEWS = (*VIEWS, *PAPER_VIEWS)
"""Every view of the contract; nothing else is shown."""

SETTINGS: dict[str, Any] = {
    "allow_csv_stream": False,
    "allow_download": False,
    "allow_facet": False,
    "default_allow_sql": False,
    "default_cache_ttl": 60,
    "default_facet_size": 15,
    "default_page_size": 50,
    "facet_time_limit_ms": 300,
    "max_returned_rows": 200,
    "num_sql_threads": 3,
    "sql_time_limit_ms": 1500,
    "suggest_facets": False,
    "template_debug": False,
    "trace_debug": False,
}
"""The limits of a public instance; docs/site.md says why each."""

_VIEW_SETTINGS: dict[str, dict[str, Any]] = {
    "resources": {
        "facets": ["kind", "level", "language", {"array": "topics"}, "status"],
        "fts_table": "resource_search",
        "fts_pk": "key",
        "sort": "key",
    },
    "links": {"facets": ["state", "verdict", "role"]},
    "mentions": {"facets": ["source", "stance"]},
    "changes": {"facets": ["from_state", "to_state"]},
    "runs": {"facets": ["job", "outcome"]},
}


def make_metadata(title: str, site: Mapping[str, str]) -> dict[str, Any]:
    """The whole metadata; `site` is what our own pages need to know of the settings."""
    views = {name: {"allow": True, **_VIEW_SETTINGS.get(name, {})} for name in PUBLIC_VIEWS}
    return {
        "title": title,
        "license": "CC0 (facts about the links and resources)",
        "databases": {DATABASE: {"allow": False, "allow_sql": False, "tables": views}},
        "plugins": {PLUGIN: dict(site)},
    }
