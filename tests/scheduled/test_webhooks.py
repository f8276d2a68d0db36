"""Webhooks over a real HTTP server: the shape a setting gives, and what becomes of a post that fails."""

import json
from pathlib import Path
from typing import Any

import pytest

from scheduled.jobs.delivering import run_delivery
from scheduled.settings.load import Settings
from tests.postoffice import Hook, webhook
from tests.scheduled.receivers import hours, make_edition, settings


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A catalogue with one edition."""
    return make_edition(tmp_path)


def hook_settings(hook: Hook, **more: Any) -> Settings:
    """Settings with one webhook."""
    return settings(webhooks={"chat": {"url": hook.url, **more}})


def test_a_webhook_gets_the_shape_it_asks_for(db: Path) -> None:
    """The body is a template; the key by which a copy can be known is the same each time."""
    body = '{"text": {{ title | tojson }}, "dead": {{ edition.totals.dead }}, "room": "links"}'
    with webhook() as hook:
        assert (
            run_delivery(hook_settings(hook, body=body, headers={"Authorization": "Bearer x"}), db, hours(0)).sent == 1
        )
    ((headers, posted),) = hook.posts
    assert json.loads(posted) == {"text": "Dead links, 2025-W45", "dead": 1, "room": "links"}
    assert headers["idempotency-key"] == "1f4f944b-6650-519f-ba92-f174b3d706fd"
    assert (headers["content-type"], headers["authorization"]) == ("application/json", "Bearer x")


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        pytest.param(500, "answered 500", id="a fault"),
        pytest.param(302, "answered 302", id="a redirect is not followed"),
        pytest.param(None, "no answer: ", id="a drop in the middle"),
    ],
)
def test_a_webhook_that_fails_is_tried_again(db: Path, answer: int | None, problem: str) -> None:
    """The problem is told without the address, which may be a secret; the second post has the key of the first."""
    with webhook() as hook:
        hook.answers = [answer]
        (told,) = run_delivery(hook_settings(hook), db, hours(0)).problems
        assert told.startswith(f"webhook:chat: {problem}")
        assert "secret-path" not in told
        assert run_delivery(hook_settings(hook), db, hours(1)).sent == 1
    assert len({headers["idempotency-key"] for headers, _ in hook.posts}) == 1


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param("{{ title }}", "its body makes no JSON", id="no JSON"),
        pytest.param("{{ title", "its body is no template", id="no template"),
        pytest.param('"{{ "".__class__.mro() }}"', "its body is no template", id="no way out of the sandbox"),
    ],
)
def test_a_body_that_cannot_be_is_told(db: Path, body: str, problem: str) -> None:
    """Nothing is posted."""
    with webhook() as hook:
        (told,) = run_delivery(hook_settings(hook, body=body), db, hours(0)).problems
    assert problem in told
    assert hook.posts == []
