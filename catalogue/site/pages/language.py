"""The switch of the pages' language: a cookie, and back to where the reader was."""

from typing import Any

from datasette.utils.asgi import NotFound, Request, Response

from catalogue.site.messages import LANGUAGES

YEAR_SECONDS = 365 * 24 * 3600


async def switch_language(datasette: Any, request: Request) -> Response:
    """Remember the language and go back; only to a page of this site."""
    language = request.url_vars["language"]
    if language not in LANGUAGES:
        raise NotFound("no such language")
    response = Response.redirect(local_address(request.args.get("to") or "/"))
    response.set_cookie("lang", language, max_age=YEAR_SECONDS, samesite="lax", httponly=True)
    return response


def local_address(address: str) -> str:
    """An address of this site, without a wish for another language; `/` for anything else."""
    is_local = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    if not is_local or "\\" in address:
        return "/"
    path, _, query = address.partition("?")
    kept = "&".join(pair for pair in query.split("&") if pair and not pair.startswith("lang="))
    return f"{path}?{kept}" if kept else path
