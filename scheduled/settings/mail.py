"""[mail]: who gets editions by e-mail, and by which server."""

from typing import Literal

from pydantic import Field, SecretStr, field_validator

from scheduled.settings.section import Section


class MailSection(Section):
    """An SMTP server and named receivers; without receivers no mail is sent."""

    host: str = Field("localhost", description="the SMTP server")
    port: int = Field(587, ge=1, le=65535, description="its port: 587 for starttls, 465 for tls, 25 for none")
    security: Literal["starttls", "tls", "none"] = Field("starttls", description="how the connection is protected")
    ca_file: str | None = Field(None, description="certificates to trust instead of the usual ones (PEM)")
    username: str = Field("", description="the account at the server; empty for none")
    password: SecretStr = Field(
        SecretStr(""), description="its password, from the environment only: CATALOGUE_MAIL__PASSWORD"
    )
    sender: str = Field("", description="the From address; must be set where there are receivers")
    receivers: dict[str, str] = Field({}, description="name = address of everyone who gets each edition")
    unsubscribe_url: str = Field(
        "", description="an https address that takes a one-click unsubscribe; {receiver} is put in"
    )
    timeout_seconds: float = Field(60.0, gt=0, description="time for each step of the conversation")

    @field_validator("sender")
    @classmethod
    def _one_line(cls, address: str) -> str:
        if any(char in address for char in "\r\n"):
            raise ValueError("an address is one line")
        return address

    @field_validator("receivers")
    @classmethod
    def _addresses(cls, receivers: dict[str, str]) -> dict[str, str]:
        for name, address in receivers.items():
            if "@" not in address or any(char.isspace() for char in address):
                raise ValueError(f"{name}: {address!r} is not a mail address")
        return receivers

    @field_validator("unsubscribe_url")
    @classmethod
    def _https(cls, url: str) -> str:
        if url and not url.startswith("https://"):
            raise ValueError("one-click unsubscribing wants an https address")
        return url
