"""catalogue review: what wants a human."""

import json
from dataclasses import asdict

import click

from catalogue.assembly.review import Matter, Question
from scheduled.cli.options import Place, json_option, with_place
from scheduled.jobs.reviewing import run_review

HEADINGS = {
    Matter.MOVED: "Moved for good: is the new address the same work? (catalogue check --accept-moved asks one by one)",
    Matter.DUPLICATE: "May be one resource under two keys",
    Matter.WEAK: "Known only by weak rules",
    Matter.LOST: "Names that a document promises and its text has lost",
}


@click.command(short_help="List what wants a human.")
@json_option
@with_place
def command(place: Place, *, as_json: bool) -> int:
    """List what only a person can decide; the answers belong into data/curation/, each with its reason and date."""
    questions = run_review(place.db, place.data)
    if as_json:
        for question in questions:
            click.echo(json.dumps({k: v for k, v in asdict(question).items() if v}, ensure_ascii=False, sort_keys=True))
        return 0
    for matter, heading in HEADINGS.items():
        asked = [question for question in questions if question.matter is matter]
        if asked:
            click.echo(f"{heading} ({len(asked)})")
            for question in asked:
                click.echo(_shown(question))
    if not questions:
        click.echo("nothing to decide")
    return 0


def _shown(question: Question) -> str:
    place = f" {question.where}" if question.where else ""
    hint = f"\n      {question.curation}" if question.curation else ""
    return f"  {question.about}{place}: {question.text}{hint}"
