"""Read catalogue.toml and the CATALOGUE_* variables into one frozen Settings."""

import os
import tomllib
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings import SettingsError as ValueUnread

from catalogue.errors import InputError, SettingsError
from scheduled.settings.archive import ArchiveSection
from scheduled.settings.arxiv import ArxivSection
from scheduled.settings.clock import ClockSection
from scheduled.settings.crawler import CrawlerSection
from scheduled.settings.digest import DigestSection
from scheduled.settings.mail import MailSection
from scheduled.settings.policy import PolicySection
from scheduled.settings.problems import PREFIX, first_problem, meant
from scheduled.settings.report import ReportSection
from scheduled.settings.site import SiteSection
from scheduled.settings.webhooks import WebhookSection

NOT_SETTINGS = frozenset({"CATALOGUE_REQUIRE", "CATALOGUE_DB", "CATALOGUE_DATA", "CATALOGUE_CONFIG"})
"""Variables that are not sections: what the tests require, and the three options that work everywhere."""


class Settings(BaseSettings):
    """All sections; a variable like CATALOGUE_CRAWLER__PER_HOST overrides the file (lists as JSON)."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", frozen=True, extra="forbid", case_sensitive=False
    )

    crawler: CrawlerSection = Field(default_factory=CrawlerSection)
    policy: PolicySection = Field(default_factory=PolicySection)
    arxiv: ArxivSection = Field(default_factory=ArxivSection)
    digest: DigestSection = Field(default_factory=DigestSection)
    archive: ArchiveSection = Field(default_factory=ArchiveSection)
    report: ReportSection = Field(default_factory=ReportSection)
    clock: ClockSection = Field(default_factory=ClockSection)
    mail: MailSection = Field(default_factory=MailSection)
    webhooks: dict[str, WebhookSection] = Field(default_factory=dict)
    site: SiteSection = Field(default_factory=SiteSection)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the file, which is passed in."""
        return env_settings, init_settings


def load_settings(config: Path | None) -> Settings:
    """The settings of this run; without `config`, catalogue.toml of the current folder if there is one."""
    path = config or Path("catalogue.toml")
    content = _read_toml(path) if config or path.exists() else {}
    if isinstance(mail := content.get("mail"), dict) and "password" in mail:
        raise SettingsError(f"{path}: mail.password: secrets come from the environment: {PREFIX}MAIL__PASSWORD")
    _refuse_unknown_variables()
    try:
        return Settings(**content)
    except ValueUnread as error:
        raise SettingsError(f"environment: {error}") from error
    except ValidationError as error:
        raise SettingsError(first_problem(error, path, Settings)) from error


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(path, error.strerror or "cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(path, f"not TOML: {error}") from error


def _refuse_unknown_variables() -> None:
    """A variable for a section that does not exist would otherwise be ignored in silence."""
    for name in os.environ:
        if not name.startswith(PREFIX) or name in NOT_SETTINGS:
            continue
        section = name.removeprefix(PREFIX).partition("__")[0].lower()
        if section not in Settings.model_fields:
            raise SettingsError(f"{name}: there is no section [{section}]{meant(section, Settings.model_fields)}")
