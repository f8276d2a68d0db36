"""Webhooks: JSON of the shape a setting gives, posted to an address of the settings.

HTTP cannot promise once either: a second copy carries the same Idempotency-Key, by which a receiver knows it.
"""

import json

from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment

from catalogue.editions.render.frame import Format
from catalogue.errors import JobError
from crawler.options import CrawlOptions
from crawler.web.post import fetch_post
from scheduled.deliver.parcel import Parcel
from scheduled.settings.webhooks import WebhookSection


def make_body(template: str, parcel: Parcel) -> bytes:
    """The JSON to post, from a template of the settings."""
    # The template writes JSON, where `tojson` is what escapes.
    environment = SandboxedEnvironment(autoescape=False)
    try:
        text = environment.from_string(template).render(
            id=parcel.edition_id,
            kind=parcel.kind,
            title=parcel.title,
            markdown=parcel.texts[Format.MARKDOWN],
            text=parcel.texts[Format.TEXT],
            html=parcel.texts[Format.HTML],
            edition=parcel.edition,
        )
        json.loads(text)
    except TemplateError as error:
        raise JobError(f"its body is no template: {error}") from error
    except ValueError as error:
        raise JobError(f"its body makes no JSON: {error}") from error
    return text.encode()


def send_to_webhook(hook: WebhookSection, options: CrawlOptions, parcel: Parcel) -> None:
    """Post an edition."""
    own = {name: value.get_secret_value() for name, value in hook.headers.items()}
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(parcel.key), **own}
    fetch_post(hook.url.get_secret_value(), make_body(hook.body, parcel), headers, hook.timeout_seconds, options)
