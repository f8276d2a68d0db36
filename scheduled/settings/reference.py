"""docs/settings.md, made from the settings themselves: `make docs` writes it, a test holds it current."""

import json
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from scheduled.settings.load import Settings

HEAD = """\
# Settings

`catalogue.toml` in the current folder (or `--config FILE`), overridden by variables `CATALOGUE_SECTION__KEY` (lists
and tables as JSON), overridden by the flags of a command. A name that does not exist is an error. Secrets are taken
from the environment. This page is made from the settings themselves by `make docs`.
"""


def render_reference() -> str:
    """The page: a table for each section."""
    return HEAD + "".join(_section(name, field) for name, field in Settings.model_fields.items())


def _section(name: str, field: FieldInfo) -> str:
    many = get_args(field.annotation)  # a table of sections, each under a name of its own
    section: type[BaseModel] = many[1] if many else field.annotation  # type: ignore[assignment]
    title = f"{name}.NAME" if many else name
    rows = "".join(_rows(title, section))
    about = (section.__doc__ or "").strip().split("\n")[0]
    return f"\n## [{title}]\n\n{about}\n\n| setting | default | meaning |\n| --- | --- | --- |\n{rows}"


def _rows(title: str, section: type[BaseModel]) -> Iterator[str]:
    for name, field in section.model_fields.items():
        allowed = f" ({', '.join(map(str, words))})" if (words := _words(field.annotation)) else ""
        meaning = f"{field.description}{allowed}".replace("|", "\\|")
        yield f"| `{title}.{name}` | {_default(field)} | {meaning} |\n"


def _words(annotation: Any) -> tuple[str, ...]:
    """The words a setting is one of."""
    found = get_args(annotation)
    return found if found and all(isinstance(word, str) for word in found) else ()


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "must be set"
    value = field.get_default(call_default_factory=True, validated_data={})
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    if value is None or value in ("", (), {}, []):
        return "–"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"`{text}`".replace("|", "\\|")


def main() -> None:
    """Print the page."""
    print(render_reference(), end="")  # noqa: T201 - its output is its result


if __name__ == "__main__":
    main()
