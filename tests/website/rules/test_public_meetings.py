"""What is remembered of public items, and what may never be received."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.public import PublicFile, PublicItem, PublicPoll
from commune.website.rules.public_meetings import Trace, against_receiving, follow

ROAD = PublicItem("road", "1", "Voirie")
SCHOOL = PublicItem("school", "2", "École")
PLACE = PublicItem("", "3", "")
MORNING = datetime(2026, 10, 20, 8, tzinfo=UTC)
NOON, EVENING = MORNING + timedelta(hours=4), MORNING + timedelta(hours=10)


def test_an_item_is_remembered_from_its_first_publication() -> None:
    first = follow((), (), (ROAD, PLACE), MORNING)
    assert first == (Trace("road", "1", MORNING, MORNING),)
    assert follow(first, (ROAD, PLACE), (ROAD, PLACE), NOON) == first
    corrected = follow(first, (ROAD,), (replace(ROAD, title="Voiries"),), NOON)
    assert corrected == (Trace("road", "1", MORNING, NOON),)


@pytest.mark.requirement("meeting:PUB-3")
def test_a_withdrawn_item_leaves_its_number_its_day_and_the_reason() -> None:
    first = follow((), (), (ROAD, SCHOOL), MORNING)
    gone = follow(first, (ROAD, SCHOOL), (SCHOOL,), NOON, {"road": "Erreur"})
    assert gone[0] == Trace("road", "1", MORNING, NOON, True, "Erreur")
    assert follow(gone, (SCHOOL,), (SCHOOL,), EVENING)[0] == gone[0]
    assert follow(gone, (SCHOOL,), (SCHOOL,), EVENING, {"road": "Vie privée"})[0].reason == "Vie privée"
    back = follow(gone, (SCHOOL,), (ROAD, SCHOOL), EVENING)
    assert back[0] == Trace("road", "1", MORNING, EVENING)


items = st.lists(st.sampled_from([ROAD, SCHOOL, PLACE, replace(ROAD, title="Autre")]), unique_by=lambda i: i.uid)


@given(st.lists(items, max_size=5))
def test_nothing_that_was_public_is_forgotten(sendings: list[list[PublicItem]]) -> None:
    traces: tuple[Trace, ...] = ()
    before: list[PublicItem] = []
    for index, sent in enumerate(sendings):
        traces = follow(traces, before, sent, MORNING + timedelta(days=index))
        before = sent
    ever = {item.uid for sent in sendings for item in sent if item.uid}
    assert {trace.uid for trace in traces} == ever
    assert {trace.uid for trace in traces if not trace.withdrawn} == {item.uid for item in before if item.uid}


@pytest.mark.requirement("meeting:PUB-2", "meeting:PUB-5")
def test_a_sending_with_something_closed_or_not_publishable_is_refused() -> None:
    kept = PublicFile("plan", "Plan", "plan.pdf", "application/pdf", 3)
    forced = replace(kept, uid="offer", publishable=False)
    assert against_receiving((PLACE, replace(PLACE, closed=True), replace(ROAD, files=(kept,)))) == ()
    found = against_receiving((replace(SCHOOL, closed=True, files=(kept,)), replace(ROAD, files=(kept, forced))))
    assert [(refusal.code, refusal.place) for refusal in found] == [
        ("publication.closed_item", "school"),
        ("publication.file_not_publishable", "offer"),
    ]


def test_a_poll_counts_by_value_and_names_only_when_it_is_public() -> None:
    open_poll = PublicPoll(False, "adopted", counts=(("yes", 2),), ballots=(("yes", ("m1", "m2")),))
    assert (open_poll.count("yes"), open_poll.count("no"), open_poll.voters("yes")) == (2, 0, ("m1", "m2"))
    assert PublicPoll(True, "adopted", counts=(("yes", 2),)).voters("yes") == ()
