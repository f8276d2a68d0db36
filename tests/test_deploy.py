"""What runs elsewhere is linted here as far as it can be: units, container, workflow, and what docs say of them."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from scheduled.cli.main import COMMANDS, catalogue
from scheduled.settings.reference import render_reference
from scheduled.timetable import TIMETABLE

ROOT = Path(__file__).parent.parent
UNITS = sorted((ROOT / "deploy").glob("catalogue*.*"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


def steps(path: Path) -> list[dict[str, Any]]:
    """The steps of every job of a workflow."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    return [step for job in jobs for step in job.get("steps", [])]


def commands_in(text: str) -> list[list[str]]:
    """Each `catalogue …` of a text, as words."""
    found = re.findall(r"(?:^|[\s`/\"])catalogue ((?:[a-z-]+)(?: [^`\n|&]*)?)", text)
    return [command.split() for command in found if command.split()[0] in COMMANDS]


def check_command(words: list[str]) -> None:
    """Fail where a command has an option that it does not know."""
    options = [word.partition("=")[0] for word in words[1:] if word.startswith("--")]
    command = catalogue.get_command(click.Context(catalogue), words[0])
    assert command
    known = {name for parameter in command.params for name in parameter.opts}
    assert [option for option in options if option not in known] == [], words


def test_the_settings_page_is_current() -> None:
    """docs/settings.md is what `make docs` makes of the settings."""
    assert (ROOT / "docs" / "settings.md").read_text(encoding="utf-8") == render_reference()


def test_the_timetable_in_the_docs_is_the_timetable() -> None:
    """Job, time and zone of every entry, in order."""
    rows = re.findall(r"^\| `(\w+)` \| `([^`]+)` \| `([^`]+)` \|", OPERATING, re.MULTILINE)
    assert rows == [(entry.job, entry.cron, entry.timezone or "clock.timezone") for entry in TIMETABLE]


def test_the_commands_in_the_docs_exist() -> None:
    """With the options they are shown with."""
    found = commands_in(OPERATING)
    assert len(found) > 8
    for words in found:
        check_command(words)


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_units_pass_their_own_linter(path: Path, tmp_path: Path) -> None:
    """Systemd reads them without complaint (the paths of a server are put in place first)."""
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd-analyze here")
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8")
        text = re.sub(r"/srv/catalogue/.venv/bin/catalogue", "/bin/true", text).replace("/srv/catalogue", str(tmp_path))
        (tmp_path / unit.name).write_text(text.replace("User=catalogue", "User=root"), encoding="utf-8")
    done = subprocess.run(
        [analyze, "verify", "--man=no", str(tmp_path / path.name)], capture_output=True, text=True, check=False
    )
    complaints = [line for line in done.stderr.splitlines() if path.name in line]
    assert complaints == []


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_units_start_commands_that_exist(path: Path) -> None:
    """And give nothing away: services get no new privileges and write in one folder."""
    text = path.read_text(encoding="utf-8")
    for line in re.findall(r"^ExecStart=(.*)", text, re.MULTILINE):
        check_command(line.split()[1:])
    if path.suffix == ".service":
        assert "NoNewPrivileges=yes" in text
        assert "ReadWritePaths=/srv/catalogue" in text


def test_the_container_is_small_and_not_root() -> None:
    """A slim base of a named version, a user of its own, one volume, a health check, pinned packages."""
    text = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
    words = [line.split(maxsplit=1) for line in text.splitlines() if line and line[0].isupper()]
    last_stage = words[max(number for number, (word, _) in enumerate(words) if word == "FROM") :]
    bases = [rest for word, rest in words if word == "FROM"]
    assert all("-slim" in base and ":latest" not in base for base in bases)
    assert [rest for word, rest in last_stage if word in ("USER", "VOLUME")] == ["catalogue", "/srv/catalogue"]
    assert "HEALTHCHECK" in dict(last_stage)  # type: ignore[arg-type]
    assert "-c constraints.txt" in text
    assert dict(last_stage)["CMD"] == '["catalogue", "up"]'  # type: ignore[arg-type]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_may_do_little_and_say_what(path: Path) -> None:
    """No permission by default, every action at a version, scripts that the shell can read, commands that exist."""
    text = path.read_text(encoding="utf-8")
    assert yaml.safe_load(text)["permissions"] in ({}, {"contents": "read"})
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"\./.*|[\w.-]+/[\w./-]+@(v\d+|[0-9a-f]{40})", step["uses"]), step["uses"]
            continue
        script = step["run"]
        assert "${{" not in script, "what comes from outside goes through env, never into a script"
        done = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        for words in commands_in(script):
            check_command(words)
