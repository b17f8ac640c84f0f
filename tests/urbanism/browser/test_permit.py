"""The page of a permit: what each may see and do there, and nothing typed is lost."""

from datetime import date

import pytest
import transaction

from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.lookup import children
from commune.core.workflow.units import unit_uid
from commune.urbanism.content.places import locations, parcels
from commune.urbanism.content.steps import steps
from commune.urbanism.workflow.opinions import ask, opinions
from tests.urbanism.permits import complete


def words(browser):
    return " ".join(browser.contents.split())


def form_of(browser, act):
    """The form of that act; of several, the first."""
    count = browser.contents.count("<form")
    forms = [browser.getForm(index=index) for index in range(count)]
    return next(form for form in forms if _value(form, "act") == act)


def _value(form, name):
    try:
        return form.getControl(name=name).value
    except LookupError:
        return None


@pytest.mark.requirement("urbanism:8.1")
def test_the_officer_sees_people_places_days_and_why(made, browse):
    page = browse("urbanist")
    page.open(made.absolute_url())
    text = words(page)
    for said in ("PU/2026/0001", "Verlinde Camille", "85.07.30-***.**", "Rue de l", "92094B0012/00B002", "D.IV.33"):
        assert said in text
    assert "033.28" not in text and "Pourquoi" in text, "the parts of the core speak French too"
    assert page.contents.count("<h1") == 1


def test_others_find_nothing(made, browse):
    found = {}
    for account in ("worker", "adviser", "citizen"):
        page = browse(account)
        page.open(made.absolute_url())
        told = [word for word in ("grange", "portaltype-permit") if word in page.contents]
        found[account] = (page.headers["status"][:3], told)
    assert found == {account: ("404", []) for account in found}


def test_an_adviser_sees_what_he_needs_and_gives_his_opinion(made, browse):
    complete(made)
    ask(made, SYSTEM, unit_uid("TRA"), "", date(2026, 7, 14))
    transaction.commit()
    page = browse("adviser")
    page.open(made.absolute_url())
    assert "Verlinde" not in page.contents.partition("<main")[2] and "part-journal" not in page.contents
    form = form_of(page, "answer")
    form.getControl(name="sense").value = ["conditional"]
    form.submit()
    assert page.headers["status"].startswith("409") and "error-summary" in page.contents
    form = form_of(page, "answer")
    assert form.getControl(name="sense").value == ["conditional"]
    form.getControl(name="conditions").value = "Un trottoir de 1,50 m."
    form.submit()
    assert [(one.sense.value, one.text) for one in opinions(made)] == [("conditional", "Un trottoir de 1,50 m.")]


def test_a_refused_step_comes_back_with_what_was_typed(made, browse):
    page = browse("urbanist")
    page.open(made.absolute_url())
    form = form_of(page, "step")
    form.getControl(name="marker").value = ["acknowledgment"]
    form.getControl(name="sent_on").value = "2026-06-01"
    form.getControl(name="remark").value = "par recommandé"
    form.submit()
    assert page.headers["status"].startswith("409")
    form = form_of(page, "step")
    assert (form.getControl(name="sent_on").value, form.getControl(name="remark").value.strip()) == (
        "2026-06-01",
        "par recommandé",
    )
    assert 'href="#step-event_on"' in page.contents
    form.getControl(name="sent_on").value = "2026-07-10"
    form.submit()
    assert [step.marker.value for step in steps(made)] == ["deposit", "acknowledgment"]


def test_places_are_added_and_faulty_parcels_are_not(made, browse):
    page = browse("urbanist")
    page.open(made.absolute_url())
    form = form_of(page, "location")
    form.getControl(name="street").value = "place du marche"
    form.getControl(name="number").value = "3"
    form.submit()
    form = form_of(page, "parcels")
    form.getControl(name="parcels").value = "92094 B 12 B 2; quelque part"
    form.submit()
    assert page.headers["status"].startswith("409")
    assert form_of(page, "parcels").getControl(name="parcels").value == "92094 B 12 B 2; quelque part"
    assert ([one.line for one in locations(made)][1], len(parcels(made))) == ("Place du Marché, 3 5030 Valmont", 2)


@pytest.mark.requirement("urbanism:S17")
def test_a_procedure_whose_parts_exclude_one_another_is_refused(made, browse):
    page = browse("urbanist")
    page.open(made.absolute_url())
    form = form_of(page, "choice")
    form.getControl(name="choice:list").value = ["unknown", "fd"]
    form.submit()
    assert page.headers["status"].startswith("409") and made.procedure_choice == set()
    form = form_of(page, "choice")
    assert form.getControl(name="choice:list").value == ["unknown", "fd"]
    form.getControl(name="choice:list").value = ["external_opinions", "fd"]
    form.submit()
    assert made.procedure_choice == {"external_opinions", "fd"}


def test_a_letter_is_made_and_kept(made, browse):
    complete(made)
    transaction.commit()
    page = browse("urbanist")
    page.open(made.absolute_url())
    form = form_of(page, "document")
    form.submit(name="format", index=0)
    assert [annex.category for annex in children(made, "annex")] == ["letter"]


def test_the_college_is_asked_from_the_page(made, browse):
    complete(made)
    made.draft_decision = "Octroie."
    transaction.commit()
    page = browse("urbanist")
    page.open(made.absolute_url())
    form_of(page, "college").submit()
    assert made.state == "decision_pending"


def test_acts_of_strangers_and_unknown_acts_are_not_found(made, browse):
    page = browse("worker")
    page.open(f"{made.absolute_url()}/@@permit-act")
    assert page.headers["status"].startswith("404")
