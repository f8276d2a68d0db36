"""Every request passes the gate; every answer carries the headers of a public site."""

from datasette import hookimpl
from datasette.utils.asgi import Request

from catalogue.site.gate import is_core, judge_request, readable_headers, safe_headers
from catalogue.site.pages.errors import error_page


@hookimpl
def asgi_wrapper(datasette):
    """Wrap the whole application."""

    def wrap(app):
        async def guarded(scope, receive, send):
            if scope["type"] != "http":
                return await app(scope, receive, send)
            path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1").partition("?")[0]

            async def send_safely(event):
                if event["type"] == "http.response.start":
                    headers = safe_headers(list(event.get("headers", [])), is_core=is_core(path))
                    event = {**event, "headers": headers}
                await send(event)

            scope = {**scope, "headers": readable_headers(scope["headers"])}
            status = judge_request(scope["method"], path, scope["query_string"].decode("latin-1"))
            if status is None:
                return await app(scope, receive, send_safely)
            return await error_page(datasette, Request(scope, receive), status).asgi_send(send_safely)

        return guarded

    return wrap
