from dataclasses import replace
from datetime import date

import pytest

from commune.urbanism.rules import opinions as op
from commune.urbanism.rules.clocks import Dossier, clocks
from commune.urbanism.rules.opinions import OpinionRequest, Sense
from commune.urbanism.rules.steps import Marker, Step

ASKED, CAME = date(2026, 4, 10), date(2026, 4, 20)
WATER = OpinionRequest("w", "water", sent_on=ASKED, received_on=CAME, sense=Sense.FAVOURABLE)


@pytest.mark.requirement("urbanism:7")
def test_one_click_asks_whom_nobody_asked_yet():
    assert op.missing_requests(["water", "fire", "rail", "fire"], [WATER], disabled=["rail"]) == (("fire",), ("rail",))
    assert op.missing_requests(["water"], [WATER], round_number=2) == (("water",), ())


@pytest.mark.requirement("urbanism:7", "urbanism:8.3-L04")
def test_silence_is_proposed_as_favourable_only_where_the_law_says_so():
    request = {"event_on": ASKED, "sent_on": ASKED}
    steps = (
        Step("d", Marker.DEPOSIT, date(2026, 3, 2), received_on=date(2026, 3, 2)),
        Step("w", Marker.OPINION_REQUEST, **request),
        Step("late", Marker.OPINION_REQUEST, **request),
        Step("fire", Marker.OPINION_REQUEST, **request),
        Step("o", Marker.OPINION, date(2026, 5, 20), received_on=date(2026, 5, 20), answers="late"),
    )
    dossier = Dossier("P", steps, fire_requests=frozenset({"fire"}))
    assert op.deemed_favourable(clocks(dossier, date(2026, 5, 10))) == ()
    assert op.deemed_favourable(clocks(dossier, date(2026, 6, 30))) == ("w",)


@pytest.mark.requirement("urbanism:7")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"sense": None}, [("required", "sense")]),
        ({"received_on": None}, [("required", "received_on")]),
        ({"received_on": date(2026, 4, 9)}, [("opinion.before_request", "received_on")]),
        ({"sense": Sense.CONDITIONAL}, [("required", "conditions")]),
        ({"sense": Sense.CONDITIONAL, "conditions": "a hedge"}, []),
        ({"sense": Sense.DEEMED_FAVOURABLE}, [("opinion.still_time", "sense")]),
    ],
)
def test_recording_an_answer(change, expected):
    assert [(r.code, r.place) for r in op.answer_refusals(replace(WATER, **change))] == expected


def test_deemed_favourable_once_the_term_is_over():
    silent = replace(WATER, sense=Sense.DEEMED_FAVOURABLE, received_on=None)
    assert op.answer_refusals(silent, deemed_allowed=True) == ()


def test_asked_after_half_of_the_term():
    start, due = date(2026, 3, 2), date(2026, 5, 16)
    assert not op.asked_late(date(2026, 4, 8), start, due)
    assert op.asked_late(date(2026, 4, 9), start, due)


@pytest.mark.requirement("urbanism:7")
def test_board_of_services_and_rounds():
    again = OpinionRequest("w2", "water", round=2)
    assert op.board([WATER, again]) == {"water": {1: Sense.FAVOURABLE, 2: None}}
