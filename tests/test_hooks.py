"""The GitHub Action and the pre-commit hook call commands that exist."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.web.smallweb import SmallWeb, page

ROOT = Path(__file__).parent.parent


@pytest.fixture
def environment(smallweb: SmallWeb, tmp_path: Path) -> dict[str, str]:
    """A folder with two documents, a small web for their links, and a `catalogue` on the path."""
    smallweb.put("http://good.test/", page())
    smallweb.put("http://gone.test/", page(status=404))
    smallweb.put("http://wall.test/", page(status=403))
    (tmp_path / "good.md").write_text("[good](http://good.test/) [wall](http://wall.test/)\n", encoding="utf-8")
    (tmp_path / "gone.md").write_text("one\n\n[gone](http://gone.test/)\n", encoding="utf-8")
    program = tmp_path / "bin" / "catalogue"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m scheduled.cli.main "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return os.environ | {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "CATALOGUE_CRAWLER__ALLOW_NETWORKS": '["127.0.0.0/8"]',
        "CATALOGUE_CRAWLER__CONNECT_TO": json.dumps(smallweb.connect_to),
        "CATALOGUE_CRAWLER__HOST_INTERVAL_SECONDS": "0",
    }


@pytest.mark.parametrize(
    ("files", "fail_on", "code", "output"),
    [
        pytest.param("*.md", "", 1, "::error file=gone.md,line=3,title=gone::http://gone.test/ (404)\n", id="gone"),
        pytest.param("good.md", "", 0, "", id="good"),
        pytest.param(
            "good.md",
            "blocked tls",
            1,
            "::error file=good.md,line=1,title=blocked::http://wall.test/ (wall)\n",
            id="stricter",
        ),
    ],
)
def test_the_action(environment: dict[str, str], files: str, fail_on: str, code: int, output: str) -> None:
    """The action's last step annotates what is gone and fails for it, and for what it is told to fail for."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    script = action["runs"]["steps"][-1]["run"]
    given = environment | {"FILES": files, "FAIL_ON": fail_on}
    done = subprocess.run(["bash", "-e", "-c", script], env=given, capture_output=True, text=True, check=False)
    assert (code, output) == (done.returncode, done.stdout)


def test_the_hook(environment: dict[str, str]) -> None:
    """The hook's entry, given changed files, fails for a gone link."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    command = [*hook["entry"].split(), "good.md", "gone.md"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "gone        http://gone.test/ (404)" in done.stdout
