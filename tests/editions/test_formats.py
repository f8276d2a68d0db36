"""One body, five formats: all say the same, and none can be broken by what stands in the body."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from defusedxml import ElementTree
from markdown_it import MarkdownIt

from catalogue.editions.body import canonical_json
from catalogue.editions.render.frame import Format, formats_of, render_edition
from catalogue.editions.render.words import LANGUAGES
from catalogue.vocabulary import EditionKind, LinkState

EVIL = "</title><script>alert(1)</script> ]]> & \u202eevil\x00 {{ 7*7 }} [x](javascript:alert(1)) `code`\n# head"
ATOM = "{http://www.w3.org/2005/Atom}"


def row(title: str = "A book", url: str = "https://a.example/x", **more: Any) -> dict[str, Any]:
    """A row of a body."""
    return {
        "url": url,
        "resources": [{"key": "a-book", "title": title, "language": "ru", "role": "primary"}],
        "since": "2025-11-16T06:00:00Z",
        "first_failed_at": None,
        "dead_since": None,
        "reason": "404",
        "evidence": [
            {
                "checked_at": "2025-11-16T06:00:00Z",
                "verdict": "gone",
                "reason": title,
                "status_code": 404,
                "final_url": None,
            }
        ],
        "archived_url": None,
        "replacement": None,
        "places": [{"file": "data/roadmaps/paths.jsonl", "line": 3, "source": title, "source_line": 10}],
        "next_step": {"do": "replace", "command": f"catalogue search {title}"},
        **more,
    }


def body(counted: int = 8, skipped: int = 2, **sections: list[dict[str, Any]]) -> str:
    """The body of an edition with these sections, of visits that counted and those our own network cost."""
    return canonical_json(
        {
            "id": "deadlinks-2025-W46",
            "kind": "deadlinks",
            "period": {"start": "2025-11-09T06:00:00Z", "end": "2025-11-16T06:00:00Z"},
            "sections": {"dead": [], "recovered": [], "moved": [], "suspect": [], "unverifiable": [], **sections},
            "totals": dict.fromkeys(LinkState, 1),
            "coverage": {
                "links": 7,
                "never_checked": 1,
                "checks": 9,
                "counted": counted,
                "skipped_own_network": skipped,
                "oldest_check_at": "2025-11-01T06:00:00Z",
                "changes_through": 5,
                "visits_through": 9,
            },
        }
    )


class Tags(HTMLParser):
    """Which tags and link targets an HTML page holds, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.targets: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.targets += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", formats_of(EditionKind.DEADLINKS))
def test_every_section_renders_in_every_language(form: Format, language: str) -> None:
    """The address of each row is there, whatever its section, also with an archived copy and a new address."""
    names = ("dead", "recovered", "moved", "suspect", "unverifiable")
    sections = {
        name: [
            row(
                url=f"https://{name}.example/",
                replacement="https://new.example/",
                archived_url="https://old.example/",
                dead_since="2025-11-01T00:00:00Z",
                first_failed_at="2025-11-02T00:00:00Z",
            ),
            row(url="mailto:nobody", places=[]),
        ]
        for name in names
    }
    text = render_edition(body(**sections), form, language)
    assert [name for name in names if f"https://{name}.example/" not in text] == []
    assert text.endswith("\n")


def test_html_holds_no_markup_from_outside() -> None:
    """Titles, reasons, sources and addresses stay text; only web addresses can be clicked."""
    sections = {"dead": [row(EVIL), row(url="javascript:alert(1)", replacement="javascript:alert(2)")]}
    page = Tags(render_edition(body(**sections), Format.HTML, "en"))
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "p",
        "ul",
        "li",
        "strong",
        "a",
        "br",
        "code",
    }
    assert page.tags <= allowed
    assert [target for target in page.targets if target and not target.startswith("https://a.example/")] == []
    assert "{{ 7*7 }}" in page.text


def test_atom_is_valid_xml_with_lasting_names() -> None:
    """A feed of one entry per row; the names of feed and entries are the same each time they are made."""
    text = render_edition(body(dead=[row(EVIL)]), Format.ATOM, "en")
    feed = ElementTree.fromstring(text)
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert ids == ["urn:uuid:8f650e30-5de7-5b3a-aa84-7bb45e1e95df", "urn:uuid:a06da342-c86e-50c0-98c7-760757e1e608"]
    assert feed.findtext(f"{ATOM}updated") == "2025-11-16T06:00:00Z"
    assert "alert(1)" in (feed.findtext(f"{ATOM}entry/{ATOM}title") or "")
    assert text == render_edition(body(dead=[row(EVIL)]), Format.ATOM, "en")


def test_a_quiet_week_is_a_valid_feed() -> None:
    """A feed without entries says why."""
    feed = ElementTree.fromstring(render_edition(body(), Format.ATOM, "en"))
    assert feed.findall(f"{ATOM}entry") == []
    assert "A quiet week" in (feed.findtext(f"{ATOM}subtitle") or "")


@pytest.mark.parametrize("form", [form for form in formats_of(EditionKind.DEADLINKS) if form is not Format.JSON])
@pytest.mark.parametrize(
    ("counted", "skipped", "said"),
    [
        pytest.param(0, 9, "Nothing was checked", id="nothing counted"),
        pytest.param(3, 6, "Our own network was down at most visits", id="mostly our own fault"),
        pytest.param(6, 3, "A quiet week", id="a few were our own fault"),
    ],
)
def test_no_news_of_a_blind_week_is_not_a_quiet_week(form: Format, counted: int, skipped: int, said: str) -> None:
    """Silence is told apart from not having looked."""
    wordings = {"Nothing was checked", "Our own network was down at most visits", "A quiet week"}
    text = render_edition(body(counted, skipped), form, "en")
    assert {wording for wording in wordings if wording in text} == {said}


def test_markdown_holds_no_markup_from_outside() -> None:
    """The headings and links of the text are those of the template."""
    tokens = MarkdownIt("commonmark").parse(render_edition(body(dead=[row(EVIL)]), Format.MARKDOWN, "en"))
    inline = [child for token in tokens for child in token.children or []]
    assert {token.type for token in tokens if "html" in token.type} == set()
    assert [child.attrGet("href") for child in inline if child.type == "link_open"] == ["https://a.example/x"]
    assert len([token for token in tokens if token.type == "heading_open"]) == 2


def test_json_is_the_body() -> None:
    """Nothing is added to it and nothing left out."""
    text = body(dead=[row(EVIL)])
    assert json.loads(render_edition(text, Format.JSON, "zh")) == json.loads(text)


def test_text_is_readable_as_it_is() -> None:
    """The plain text of a mail, whole."""
    assert render_edition(body(moved=[row(replacement="https://new.example/")]), Format.TEXT, "en") == (
        "Dead links, 2025-W46\n"
        "Changes from 2025-11-09 to 2025-11-16\n"
        "\n"
        "== Moved (1) ==\n"
        "\n"
        "* A book\n"
        "  https://a.example/x\n"
        "  since 2025-11-16\n"
        "  Now at: https://new.example/\n"
        "  Seen: 2025-11-16 gone (A book)\n"
        "  In: data/roadmaps/paths.jsonl:3, line 10 of “A book”\n"
        "  Next: look for a replacement: catalogue search A book\n"
        "\n"
        "Health: ██████░░░░░░░░░░░░░░ 33 % of the checked links work.\n"
        "All links: ok 1, moved 1, failing 1, suspect 1, dead 1, unverifiable 1, unchecked 1.\n"
        "Rests on 9 checks of 7 links (8 counted); 1 never checked. The oldest last check is of 2025-11-01."
        " 2 visits were skipped because our own network was down.\n"
    )


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML, Format.TEXT, Format.ATOM])
def test_chinese_is_set_with_chinese_signs(form: Format) -> None:
    """No colon or comma of the Latin script stands behind a Chinese word."""
    rows = [row(first_failed_at="2025-11-10T06:00:00Z"), row(replacement="https://a.example/new")]
    shown = render_edition(body(dead=rows[:1], moved=rows[1:]), form, "zh")
    assert "自 2025-11-16 起" in shown
    assert not re.findall(r"[\u4e00-\u9fff][:,].*", shown)
