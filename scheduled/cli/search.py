"""catalogue search: ask the catalogue in the terminal."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import click

from catalogue.site.asking import Ask, Sort, parse_ask
from catalogue.site.drawing import HEALTH_SIGNS, clean_text
from catalogue.site.finding import Answer
from scheduled.cli.options import Place, json_option, with_place
from scheduled.jobs.searching import run_search


@click.command(short_help="Find resources, from the terminal.")
@click.argument("words", nargs=-1)
@click.option("--kind", multiple=True, help="Only this kind (repeat for several).")
@click.option("--level", multiple=True, help="Only this level.")
@click.option("--language", multiple=True, help="Only this language (en, ru, zh …).")
@click.option("--topic", multiple=True, help="Only this topic.")
@click.option("--status", multiple=True, help="Only links in this state.")
@click.option("--sort", type=click.Choice([sort.value for sort in Sort]), default="relevance", show_default=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many to show.")
@json_option
@with_place
def command(
    place: Place, words: tuple[str, ...], sort: str, limit: int, as_json: bool, **chosen: tuple[str, ...]
) -> None:
    """Find resources by WORDS in English, Russian or Chinese; a topic is found in all three."""
    answer = run_search(place.db, _ask(" ".join(words), sort, chosen), limit)
    for row in answer.rows:
        click.echo(json.dumps(_public(row), ensure_ascii=False) if as_json else _line(row))
    count = f"{len(answer.rows)} of {answer.total}" if answer.total else "nothing found"
    click.echo("; ".join([count, *_doubts(answer)]), err=True)


def _doubts(answer: Answer) -> Iterator[str]:
    """In what the answer is not to the words as typed."""
    if answer.shown_for:
        yield f"shown for: {answer.shown_for}"
    if answer.left_out:
        yield f"without: {' / '.join(answer.left_out)}"
    if answer.guesses:
        yield f"did you mean: {', '.join(answer.guesses)}"


def _ask(text: str, sort: str, chosen: Mapping[str, tuple[str, ...]]) -> Ask:
    facets = [(facet, value) for facet, values in chosen.items() for value in values]
    return parse_ask([("q", text), ("sort", sort), *facets])


def _public(row: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of the public view."""
    return {name: value for name, value in row.items() if name not in ("id", "source")}


def _line(row: Mapping[str, Any]) -> str:
    facts = ", ".join(str(row[name]) for name in ("kind", "level", "language") if row[name])
    sign = HEALTH_SIGNS.get(row["status"], "·")
    return f"{sign} {clean_text(row['title'])} ({facts})\n  {row['status']}  {clean_text(row['url'] or '—')}"
