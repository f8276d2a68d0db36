"""Wrong parameters are the reader's mistake (400), not a failure of the server (500)."""

from datasette import hookimpl
from datasette.plugins import pm

from catalogue.site.pages.errors import error_page, status_of

if pm.has_plugin("datasette.handle_exception"):
    pm.unregister(name="datasette.handle_exception")  # it would print a traceback for every wrong parameter


@hookimpl
def handle_exception(datasette, request, exception):
    """Answer with one clear sentence."""
    return error_page(datasette, request, status_of(request, exception))
