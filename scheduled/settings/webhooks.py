"""[webhooks.NAME]: addresses that each edition is posted to."""

from typing import Any

from pydantic import Field, SecretStr, field_validator

from scheduled.settings.section import Section

DEFAULT_BODY = '{"id": {{ id | tojson }}, "kind": {{ kind | tojson }}, "text": {{ markdown | tojson }}}'


class WebhookSection(Section):
    """One receiver; its name is that of the table."""

    url: SecretStr = Field(
        description="where to post to; it often holds a secret, so rather set CATALOGUE_WEBHOOKS__NAME__URL"
    )
    body: str = Field(
        DEFAULT_BODY,
        description="the JSON to post, as a Jinja template that knows id, kind, title, markdown, text, html, edition",
    )
    headers: dict[str, SecretStr] = Field({}, description="further headers, such as an authorisation")
    timeout_seconds: float = Field(30.0, gt=0, description="time for the answer")

    @field_validator("url", mode="after")
    @classmethod
    def _web(cls, url: SecretStr) -> SecretStr:
        if not url.get_secret_value().startswith(("http://", "https://")):
            raise ValueError("not an http(s) address")
        return url

    @field_validator("headers", mode="after")
    @classmethod
    def _header_lines(cls, headers: dict[str, Any]) -> dict[str, Any]:
        for name, value in headers.items():
            if any(char in name + value.get_secret_value() for char in "\r\n"):
                raise ValueError(f"{name}: a header is one line")
        return headers
