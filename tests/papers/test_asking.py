"""One question to arXiv: judged, asked again where that helps, and how long arXiv is left alone."""

import asyncio

import pytest

from crawler.arxiv.asking import Answer, Asker
from crawler.arxiv.faults import AnswerError, Fault
from crawler.arxiv.oai import OaiPage, parse_page
from tests.papers.oai_xml import oai_error, oai_page, oai_record

GOOD = Answer(200, oai_page(oai_record()))
THROTTLED = Answer(200, b"Rate exceeded.")


class Script:
    """Answers from a list, and the waits that were asked of the gate."""

    def __init__(self, *answers: Answer) -> None:
        self.answers, self.waits, self.urls = list(answers), [], []

    async def fetch(self, url: str) -> Answer:
        """The next answer."""
        self.urls.append(url)
        return self.answers.pop(0)

    async def take(self) -> None:
        """Our turn, always."""

    async def give_back(self, wait_seconds: float) -> None:
        """Note how long."""
        self.waits.append(wait_seconds)

    def ask(self) -> OaiPage:
        """Ask once, as often as the asker finds right."""
        asker = Asker(self, self, 3.0)
        return asyncio.run(
            asker.ask("https://arxiv.example/oai", {"verb": "ListRecords", "set": "cs:cs:LG"}, parse_page)
        )


def test_a_good_answer_needs_one_question() -> None:
    """The address is the base with the query, and nobody waits longer than the interval."""
    script = Script(GOOD)
    assert script.ask().papers[0].arxiv_id == "2611.00001"
    assert script.urls == ["https://arxiv.example/oai?verb=ListRecords&set=cs%3Acs%3ALG"]
    assert script.waits == [0.0]


@pytest.mark.parametrize(
    ("bad", "fault", "waits"),
    [
        pytest.param(THROTTLED, Fault.THROTTLED, [12, 48, 192, 3], id="rate exceeded"),
        pytest.param(Answer(503, b"", 7.0), Fault.THROTTLED, [12, 48, 192, 7], id="a short Retry-After"),
        pytest.param(Answer(503, b"", 100.0), Fault.THROTTLED, [100, 100, 192, 100], id="a longer Retry-After"),
        pytest.param(Answer(406), Fault.THROTTLED, [12, 48, 192, 3], id="406 is throttling too"),
        pytest.param(Answer(500), Fault.SERVER, [12, 48, 192, 3], id="server error"),
        pytest.param(Answer(200, b"<OAI-PMH", problem="broken off"), Fault.CUT_OFF, [12, 48, 192, 3], id="cut off"),
        pytest.param(Answer(None, problem="no route"), Fault.UNANSWERED, [3, 6, 9, 3], id="we are offline"),
        pytest.param(Answer(429, b"", 3600.0), Fault.THROTTLED, [3600], id="an hour is not sat out"),
        pytest.param(Answer(403), Fault.REFUSED, [3], id="a refusal is final"),
        pytest.param(Answer(200, oai_error("badResumptionToken")), Fault.STALE, [3], id="so is a refused token"),
    ],
)
def test_a_failure_is_asked_again_after_longer_and_longer(bad: Answer, fault: Fault, waits: list[float]) -> None:
    """Four questions at most, each wait what the server asks for or four times the last."""
    script = Script(bad, bad, bad, bad)
    with pytest.raises(AnswerError) as seen:
        script.ask()
    assert seen.value.fault is fault
    assert script.waits == waits


def test_a_passing_failure_passes() -> None:
    """Good at the third question."""
    script = Script(THROTTLED, Answer(None, problem="reset"), GOOD)
    assert len(script.ask().papers) == 1
    assert script.waits == [12, 6, 0]
