"""A permit moves as the law wants, by those who may, and says why not."""

from datetime import date

import pytest

from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.process import Refused
from tests.clocks import on
from tests.urbanism.permits import as_user, complete, permit, told


@pytest.fixture()
def portal(integration):
    with on(date(2026, 7, 15)):
        yield integration["portal"]


def codes(refused):
    return [refusal.code for refusal in refused.value.refusals]


@pytest.mark.requirement("urbanism:3.3")
def test_a_registered_permit_has_its_number_and_place(portal):
    made = permit()
    assert (made.state, made.reference) == ("deposit", "PU/2026/0001")
    assert made.title == "PU/2026/0001 – Transformation d'une grange en logement – Verlinde Camille"
    assert "/".join(made.getPhysicalPath()).startswith("/plone/urbanism/permits/2026/")
    assert permit().reference == "PU/2026/0002"


def test_what_lacks_is_said_all_at_once(portal):
    made = permit(subject="", applicants=[], locations=[], parcels="")
    assert (made.state, made.reference) == ("draft", None)
    with pytest.raises(Refused) as refused:
        IProcess(made).perform(SYSTEM, "register")
    assert codes(refused) == ["permit.needs_applicant", "permit.needs_subject", "permit.needs_place"]


@pytest.mark.requirement("urbanism:5.1")
def test_the_officer_of_the_service_declares_complete_once_the_acknowledgement_is_sent(portal):
    made = permit()
    officer = as_user(portal, "urbanist")
    with pytest.raises(Refused) as refused:
        IProcess(made).perform(officer, "mark_complete")
    assert codes(refused) == ["permit.choice_unknown", "permit.needs_acknowledged_on"]
    made.procedure_choice = {"simple"}
    told(made, "acknowledgment", date(2026, 7, 10), officer)
    IProcess(made).perform(officer, "mark_complete")
    assert made.state == "complete"


def test_an_officer_of_another_service_moves_and_records_nothing(portal):
    made = permit()
    other = as_user(portal, "worker")
    assert IProcess(made).offers(other) == ()
    with pytest.raises(Refused) as refused:
        told(made, "acknowledgment", date(2026, 7, 10), other)
    assert codes(refused) == ["step.not_yours"]


@pytest.mark.requirement("urbanism:5.1", "urbanism:20")
def test_suspended_comes_back_to_where_it_was(portal):
    made = complete(permit())
    told(made, "suspension", date(2026, 7, 12))
    IProcess(made).perform(SYSTEM, "suspend", "inquiry of the prosecutor")
    assert [offer.transition.target for offer in IProcess(made).offers(SYSTEM) if offer.transition.id == "resume"] == [
        "complete"
    ]
    IProcess(made).perform(SYSTEM, "resume")
    assert made.state == "complete"


def test_the_journal_tells_steps_and_moves(portal):
    made = complete(permit())
    kinds = [entry.kind for entry in Journal(made)]
    assert kinds == ["created", "step_added", "transition", "step_added", "transition"]
    assert Journal(made).broken_at() is None
