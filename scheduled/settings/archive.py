"""[archive]: where copies of dead pages are looked for."""

from pydantic import Field

from scheduled.settings.section import Section


class ArchiveSection(Section):
    """A web archive that is asked for the last good copy of each dead link; nobody is asked by default."""

    cdx_url: str = Field("", description='the index of an archive, like "https://web.archive.org/cdx/search/cdx"')
