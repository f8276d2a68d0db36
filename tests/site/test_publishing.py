"""catalogue publish: the folder is whole, and its site is as sound as the live one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scheduled.jobs.publishing import PublishError, run_publish
from scheduled.settings.load import Settings
from tests.site.soundness import walk
from tests.site.test_serving import catalogue
from tests.site.visitor import Visitor


@pytest.fixture(scope="module")
def published(sample_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, published twice: a folder of ours is replaced."""
    folder = tmp_path_factory.mktemp("published") / "site"
    for _ in range(2):
        run_publish(sample_db, folder, Settings())
    return folder


def test_the_published_site_is_sound(published: Path) -> None:
    """Served from the folder alone, every page answers and every internal link resolves."""
    with Visitor.of_folder(published) as visitor:
        seen, faults = walk(visitor)
        assert faults == []
        assert "/resources/essence" in seen
        assert visitor.get("/catalogue/resource").status_code == 403
        assert visitor.titles("/search?q=线性代数")[0] == "线性代数入门"


def test_any_datasette_host_can_serve_it(published: Path, tmp_path: Path) -> None:
    """A plain `datasette` that has never heard of our package draws the pages from the folder's own lib."""
    script = tmp_path / "elsewhere.py"
    script.write_text(
        "import atexit, sys\n"
        "from datasette.cli import cli\n"
        "atexit.register(lambda: print('drawn by', sys.modules['catalogue'].__file__))\n"
        f"cli([{str(published)!r}, '--get', '/search?q=алгебре&lang=ru'])\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert "Линейная <mark>алгебра</mark>" in done.stdout, done.stderr[-2000:]
    assert f"drawn by {published / 'lib' / 'catalogue'}" in done.stdout


def test_the_folder_holds_one_file_of_data(published: Path) -> None:
    """No log beside the database, no path of this machine in any text, and the packages a host needs by version."""
    assert sorted(path.name for path in published.iterdir()) == [
        *("catalogue.db", "lib", "metadata.json", "plugins", "published.json", "requirements.txt"),
        *("settings.json", "static"),
    ]
    for path in published.rglob("*"):
        if path.suffix in (".py", ".json", ".txt", ".html", ".toml"):
            assert str(published.parent) not in path.read_text(encoding="utf-8")
    assert "datasette==0.65." in (published / "requirements.txt").read_text()
    assert json.loads((published / "settings.json").read_text())["default_allow_sql"] is False


def test_a_folder_of_someone_else_is_left_alone(sample_db: Path, tmp_path: Path) -> None:
    """Files we did not write are never replaced, nor is a file taken for a folder."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("dear")
    for place in (tmp_path / "letters", tmp_path / "letters" / "dear.txt"):
        with pytest.raises(PublishError, match=r"another folder|not a folder"):
            run_publish(sample_db, place, Settings())
    done = catalogue("publish", "--db", str(sample_db), str(tmp_path / "letters"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["dear.txt"]


def test_a_dry_run_publishes_nothing(sample_db: Path, tmp_path: Path) -> None:
    """It says how much would be published, refuses what a publication would refuse, and writes nothing."""
    said = catalogue("--db", str(sample_db), "publish", str(tmp_path / "site"), "--dry-run")
    assert "resources would be published" in said.stdout
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "letter.txt").write_text("dear", encoding="utf-8")
    assert catalogue("--db", str(sample_db), "publish", str(tmp_path / "theirs"), "--dry-run").returncode == 2
