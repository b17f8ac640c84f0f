"""Refusals as sentences in the language of the reader."""

from datetime import date

import pytest
from zope.component import getGlobalSiteManager
from zope.i18nmessageid import Message

from commune.core.interfaces import IWording
from commune.core.rules.refusals import Refusal
from commune.core.workflow.wording import Wording, message, sentence

LATE = Refusal("test.late", {"on": date(2026, 7, 1), "days": 3})


@pytest.fixture
def worded(integration):
    wording = Wording({"test.late": Message("Sent on ${on}, ${days} days late.", "test")})
    registry = getGlobalSiteManager()
    registry.registerUtility(wording, IWording, "test")
    yield
    registry.unregisterUtility(wording, IWording, "test")


@pytest.mark.parametrize(
    "language, said",
    [("fr", "Sent on 1er juillet 2026, 3 days late."), ("nl", "Sent on 1 juli 2026, 3 days late.")],
)
def test_days_are_written_as_the_reader_writes_them(worded, language, said):
    assert sentence(LATE, {"LANGUAGE": language}) == said


def test_without_language_the_data_stay_what_they_are(worded):
    assert message(LATE).mapping == {"on": "2026-07-01", "days": "3"}


def test_a_code_without_sentence_is_said_as_it_is(worded):
    assert message(Refusal("test.unknown")) == "test.unknown"
