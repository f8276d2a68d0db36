"""Our own pages, each at its address."""

from datasette import hookimpl

from catalogue.site.addresses import ROUTES


@hookimpl
def register_routes():
    """Addresses and their handlers; they come before Datasette's own."""
    return list(ROUTES)
