"""Who is told of what, and how it is told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from commune.core.rules.happenings import (
    Happening,
    Subscription,
    against_replay,
    against_subscribing,
    envelope,
    is_failing_long,
    wants,
)

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
DECIDED = Happening(
    7, "e7", "meeting_item", "decided", "i1", NOW, "urban:42", ("i1", "college"), 2, {"state": "accepted"}
)
URBAN = Subscription("s", "Urban", "https://urban.example.org/hook", ("commune.meeting_item.*",), "key")


@pytest.mark.requirement("core:EVT-3")
@pytest.mark.parametrize(
    ("change", "happened", "told"),
    [
        pytest.param({}, {}, True, id="its-type"),
        pytest.param({"types": ("commune.meeting.*", "commune.task.*")}, {}, False, id="other-types"),
        pytest.param({"types": ("commune.meeting_item.decided.v1",)}, {}, True, id="by-name"),
        pytest.param({"prefix": "urban:"}, {}, True, id="its-prefix"),
        pytest.param({"prefix": "mail:"}, {}, False, id="of-another-application"),
        pytest.param({"places": ("college",)}, {}, True, id="its-body"),
        pytest.param({"places": ("council",)}, {}, False, id="another-body"),
        pytest.param({}, {"level": 3}, False, id="confidential-without-agreement"),
        pytest.param({"confidential": True}, {"level": 4}, True, id="confidential-by-agreement"),
        pytest.param({"state": "paused"}, {}, True, id="paused-is-told-later"),
        pytest.param({"state": "disabled"}, {}, False, id="gone"),
    ],
)
def test_a_program_is_told_what_it_asked_for(change, happened, told):
    assert wants(replace(URBAN, **change), replace(DECIDED, **happened)) is told


def test_an_event_is_told_as_cloudevents_has_it():
    told = envelope(DECIDED, "/authority/1/site/2", {"decision": "<p>Oui</p>"})
    assert told == {
        "specversion": "1.0", "id": "e7", "source": "/authority/1/site/2", "type": "commune.meeting_item.decided.v1",
        "subject": "i1", "time": "2026-11-21T09:00:00+00:00", "datacontenttype": "application/json", "seq": 7,
        "confidentiality": 2, "data": {"external_id": "urban:42", "state": "accepted", "decision": "<p>Oui</p>"},
    }  # fmt: skip
    assert envelope(replace(DECIDED, external_id=""), "/")["data"] == {"state": "accepted"}


def test_every_fault_of_a_subscription_is_told():
    wrong = replace(URBAN, title="", url="http://x", types=("commune.nothing.*",), places=("x",), owner="anne")
    known = {"commune.meeting_item.decided.v1"}
    assert [one.place for one in against_subscribing(wrong, known, {"college"})] == [
        "url", "title", "types", "places", "owner"]  # fmt: skip
    assert [one.code for one in against_subscribing(replace(URBAN, types=()), known, ())] == ["events.none"]
    assert against_subscribing(replace(URBAN, owner="a@example.org"), known, ()) == ()


@pytest.mark.requirement("core:EVT-4")
@pytest.mark.parametrize(
    ("after", "first", "last", "gone"),
    [(0, 0, 0, False), (0, 5, 9, False), (3, 5, 9, True), (4, 5, 9, False), (9, 5, 9, False), (10, 5, 9, True)],
)
def test_the_feed_is_read_on_while_what_follows_is_kept(after, first, last, gone):
    assert bool(against_replay(after, first, last)) is gone


def test_three_days_without_an_answer_are_long():
    assert not is_failing_long(None, NOW) and not is_failing_long(NOW, NOW + timedelta(days=2))
    assert is_failing_long(NOW, NOW + timedelta(days=3))
