"""catalogue digest: the week's new papers, ranked for this catalogue."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from catalogue.editions.render.frame import Format, render_edition
from catalogue.records.ranking import Ranked
from catalogue.vocabulary import EditionKind
from scheduled.cli.options import Place, as_of_option, dry_run_option, json_option, now_or, with_place
from scheduled.cli.showing import format_option, output_option, put_out
from scheduled.jobs.digest import Span, run_digest, run_ranking


class Interval(click.ParamType[Span]):
    """A period like 2026-11-09/2026-11-15; a last day without a time belongs to it."""

    name = "start/end"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Span:
        """The moments a text stands for."""
        if isinstance(value, Span):
            return value
        first, slash, last = str(value).partition("/")
        try:
            start, end = datetime.fromisoformat(first), datetime.fromisoformat(last)
        except ValueError:
            self.fail(f"{value!r} is not a period like 2026-11-09/2026-11-15", param, ctx)
        end += timedelta(days=1) if len(last) <= len("2026-11-15") else timedelta()
        start, end = (each if each.tzinfo else each.replace(tzinfo=UTC) for each in (start, end))
        if not slash or end <= start:
            self.fail(f"{value!r} ends before it begins", param, ctx)
        return Span(start, end)


@click.command(short_help="Make the week's digest of new papers.")
@click.option("--period", type=Interval(), help="Rank the papers of any period; needs --dry-run.")
@format_option(EditionKind.DIGEST)
@output_option
@json_option
@as_of_option
@dry_run_option
@with_place
def command(
    place: Place,
    *,
    period: Span | None,
    form: str,
    output: Path,
    as_json: bool,
    as_of: datetime | None,
    dry_run: bool,
) -> None:
    """Make the digest of the last complete week, once, and show it; asked again, the same edition comes.

    With --period and --dry-run the papers announced in that period are printed, best first, and nothing is recorded.
    """
    if period:
        if not dry_run:
            raise click.UsageError("--period only ranks: add --dry-run")
        text = "".join(
            f"{_line(ranked, as_json=as_json)}\n" for ranked in run_ranking(place.db, place.settings, period)
        )
    else:
        edition = run_digest(place.db, place.settings, now_or(as_of), dry_run=dry_run)
        form = Format.JSON if as_json else form
        text = render_edition(edition.body, Format(form), place.settings.report.language)
    put_out(text, output)


def _line(ranked: Ranked, *, as_json: bool) -> str:
    paper = ranked.paper
    if not as_json:
        return f"{ranked.rank:5} {ranked.score:8.3f} {paper.arxiv_id:16} {paper.title}"
    row = {
        "rank": ranked.rank,
        "arxiv_id": paper.arxiv_id,
        "version": paper.version,
        "title": paper.title,
        "score": ranked.score,
        "parts": {"words": ranked.parts.words, "subjects": ranked.parts.subjects, "authors": ranked.parts.authors},
        "topic": ranked.topic,
        "also_in": list(ranked.also_in),
        "why": ranked.why,
        "nearest": ranked.nearest,
    }
    return json.dumps(row, ensure_ascii=False, sort_keys=True)
