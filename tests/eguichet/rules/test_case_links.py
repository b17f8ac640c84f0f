from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.eguichet.rules import case_links
from commune.eguichet.rules.case_links import CaseLink, StatusEvent

LINK = CaseLink("urbanism", "PU/2026/118")


def event(sequence, code="complete_file", **more):
    return StatusEvent("PU/2026/118", sequence, code, date(2026, 4, 20), **more)


@pytest.mark.requirement("eguichet:AC-87", "eguichet:E-24")
def test_five_retries_link_one_case():
    assert case_links.creation_key("r1", "urbanism") == case_links.creation_key("r1", "urbanism")
    links = ()
    for _ in range(5):
        links = case_links.accept_creation(links, LINK)
    assert links == (LINK,)


@pytest.mark.requirement("eguichet:AC-87", "eguichet:E-24")
def test_older_and_repeated_events_change_nothing():
    applied = []
    link = LINK
    for news in (event(3), event(2, "deposit"), event(3)):
        after = case_links.apply_status(link, news)
        applied.append(after != link)
        link = after
    assert applied == [True, False, False]
    assert link == CaseLink("urbanism", "PU/2026/118", 3, "complete_file")


@given(st.lists(st.integers(1, 20)))
def test_last_sequence_wins_whatever_the_order(sequences):
    link = LINK
    for sequence in sequences:
        link = case_links.apply_status(link, event(sequence, f"c{sequence}"))
    assert link.sequence == max(sequences, default=0)


def test_event_of_another_case_is_ignored_and_a_decision_stays():
    assert case_links.apply_status(LINK, replace(event(9), case="PU/2026/1")) == LINK
    decided = case_links.apply_status(LINK, event(4, "granted", final=True))
    assert case_links.apply_status(decided, event(5, "posted")).decided


@pytest.mark.requirement("eguichet:E-24")
def test_unmapped_or_private_codes_stay_inside():
    wordings = {"complete_file": "case.complete"}
    assert case_links.citizen_wording(event(1), wordings) == "case.complete"
    assert case_links.citizen_wording(event(1, "internal"), wordings) is None
    assert case_links.citizen_wording(event(1, public=False), wordings) is None
