"""A small data/ folder, written the way `catalogue import` writes one."""

from pathlib import Path

from catalogue.datafolder.roadmaps import save_roadmap
from catalogue.records.documents import Mention, Roadmap, Section, SourceFacts

TOPICS = """\
id,broader,label_en,label_ru,label_zh,aliases_en,aliases_ru,aliases_zh,wikidata
mathematics,,mathematics,математика,数学,maths,,,
linear-algebra,mathematics,linear algebra,линейная алгебра,线性代数,,линал,,
python,,Python,Python,Python,,питон,,
"""


def write_data(folder: Path, *mentions: Mention, source: str = "a-road", sections: tuple[Section, ...] = ()) -> Path:
    """Write topics.csv and one roadmap of these mentions; returns the data folder."""
    (folder / "roadmaps").mkdir(parents=True, exist_ok=True)
    (folder / "curation").mkdir(exist_ok=True)
    (folder / "topics.csv").write_text(TOPICS, encoding="utf-8")
    facts = SourceFacts(title="A road", file="road.md", sha256="0" * 64, language="en")
    save_roadmap(folder, Roadmap(source, facts, sections, mentions))
    return folder


def mention(resource: str, url: str | None = None, line: int = 1, **more: object) -> Mention:
    """A mention titled like its resource."""
    title = str(more.pop("title", resource.replace("-", " ")))
    return Mention(resource=resource, line=line, title=title, url=url, **more)  # type: ignore[arg-type]
