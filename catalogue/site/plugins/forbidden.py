"""What is not public says so, without saying whether it exists."""

from datasette import hookimpl

from catalogue.site.pages.errors import error_page


@hookimpl
def forbidden(datasette, request):
    """Answer 403 with our own page."""
    return error_page(datasette, request, 403)
