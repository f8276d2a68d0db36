"""From settings to how the crawler asks."""

import os

from crawler.options import CrawlOptions
from scheduled.settings.crawler import CrawlerSection

TOKEN_VARIABLES = {"github": "GITHUB_TOKEN"}
"""Where a token for a provider of data/providers.toml is found; it never stands in a file of ours."""


def crawl_options(section: CrawlerSection) -> CrawlOptions:
    """The options of a run: the [crawler] section, and the tokens that the environment holds."""
    tokens = {name: os.environ[variable] for name, variable in TOKEN_VARIABLES.items() if os.environ.get(variable)}
    return CrawlOptions(**section.model_dump(), tokens=tokens)
