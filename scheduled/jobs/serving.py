"""Serve the live database with Datasette, in this process, on a socket we bind ourselves."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from datasette.app import Datasette
from datasette.database import Database

from catalogue.database.opening import check_database
from catalogue.errors import CatalogueError
from catalogue.site.metadata import DATABASE, HERE, SETTINGS, make_metadata
from scheduled.settings.policy import PolicySection
from scheduled.settings.site import SiteSection


class AddressInUseError(CatalogueError):
    """Someone else listens where we were told to."""


def run_serve(
    db: Path, site: SiteSection, announce: Callable[[str], None], policy: PolicySection | None = None
) -> None:
    """Serve until asked to stop; `announce` is told the address once the socket is ours."""
    check_database(db)
    with listen(site.host, site.port) as listener:
        host, port = listener.getsockname()[:2]
        application = make_datasette(db, site, policy).app()
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="on", server_header=False))
        announce(f"http://{f'[{host}]' if ':' in host else host}:{port}")
        server.run(sockets=[listener])


def site_facts(site: SiteSection, policy: PolicySection | None = None) -> dict[str, str]:
    """What our pages show of the settings."""
    rules = (policy or PolicySection()).model_dump(include={"strikes", "strike_spacing_days", "recheck_ok_days"})
    names = {"title": site.title, "base_url": site.base_url, "feedback_url": site.feedback_url}
    return names | {name: f"{value:g}" for name, value in rules.items()}


def make_datasette(db: Path, site: SiteSection, policy: PolicySection | None = None) -> Datasette:
    """Datasette over a database that others go on writing."""
    datasette = Datasette(
        metadata=make_metadata(site.title, site_facts(site, policy)),
        settings=SETTINGS,
        plugins_dir=str(HERE / "plugins"),
        static_mounts=[("static", str(HERE / "static"))],
    )
    datasette.remove_database("_memory")  # Datasette's own, there because no file was named; it has a page
    datasette.add_database(Database(datasette, path=str(db), is_mutable=True), name=DATABASE)
    return datasette


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; a port in use is one clear error."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        # With its protocol named, asyncio turns Nagle's algorithm off: without, each answer waits 40 ms for an ACK.
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise AddressInUseError(f"{host}: not an address to listen on ({error.strerror})") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise AddressInUseError(f"{host}:{port}: cannot listen here ({error.strerror})") from error
    return listener
