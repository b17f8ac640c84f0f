"""A request handed over becomes one permit that carries everything it said."""

from datetime import date

import pytest
from plone import api
from plone.namedfile.file import NamedBlobFile
from zope.component import getGlobalSiteManager, provideHandler
from zope.event import notify

from commune.core.content.journal import Journal
from commune.core.events import DossierProgressed, HandoverAccepted, HandoverRequested
from commune.core.interfaces import IProcess, IPublicProgress
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import by_uid, children
from commune.urbanism.browser.office.todo import TODOS
from commune.urbanism.content.parties import parties
from commune.urbanism.content.places import locations, parcels
from tests.clocks import on
from tests.urbanism.permits import PAYLOAD, as_user, complete, told


@pytest.fixture()
def heard(integration):
    """Letters sent while the test runs."""
    letters = []
    handlers = [(letters.append, (HandoverAccepted,)), (letters.append, (DossierProgressed,))]
    for handler, wanted in handlers:
        provideHandler(handler, wanted)
    with on(date(2026, 7, 15)):
        yield letters
    for handler, wanted in handlers:
        getGlobalSiteManager().unregisterHandler(handler, wanted)


def handed_over(files=()):
    with api.env.adopt_roles(["Manager"]):
        notify(HandoverRequested("origin-1", "urbanism_permit", "E-2026-00012", PAYLOAD, files))


def test_everything_is_carried_over(integration, heard):
    with api.env.adopt_roles(["Manager"]):
        plan = NamedBlobFile(b"%PDF-1.4 plan", "application/pdf", "plan.pdf")
        annex = create(integration["portal"], "annex", title="Plan", file=plan, category="plan", confidential=True)
    handed_over((annex.UID(),))
    (accepted,) = [letter for letter in heard if isinstance(letter, HandoverAccepted)]
    made = by_uid(accepted.uid)
    assert (accepted.origin, accepted.reference, made.state) == ("origin-1", "PU/2026/0001", "deposit")
    assert (made.subject, made.description) == (PAYLOAD["subject"], PAYLOAD["description"])
    assert [(p.role.value, p.who.name, p.who.nrn) for p in parties(made)] == [
        ("applicant", "Verlinde", "85.07.30-033.28"),
        ("project_author", "Lambotte", ""),
    ]
    (place,) = locations(made)
    assert (place.line, place.street_id) == ("Rue de l'Église, 12A 5030 Valmont", "rue-de-l-eglise")
    assert [one.key for one in parcels(made)] == ["92094B0012/00B002", "92094C0014/00_000"]
    copies = [(a.title, a.category, a.file.data, a.confidential) for a in children(made, "annex")]
    assert copies == [("Plan", "plan", b"%PDF-1.4 plan", True)]
    assert made.source.payload["roof"] == "slates"
    assert "handover" in [entry.kind for entry in Journal(made)]


def test_the_same_origin_gives_the_same_permit(heard):
    handed_over()
    handed_over()
    uids = {letter.uid for letter in heard if isinstance(letter, HandoverAccepted)}
    assert (len(uids), len(api.content.find(portal_type="permit", unrestricted=True))) == (1, 1)


def test_a_request_for_something_else_is_not_ours(heard):
    with api.env.adopt_roles(["Manager"]):
        notify(HandoverRequested("origin-2", "library_card", "E-2026-00013"))
    assert heard == []


def test_a_site_without_permits_answers_nothing_and_works(integration, heard):
    with api.env.adopt_roles(["Manager"]):
        integration["portal"].portal_types.manage_delObjects(["permit"])
    handed_over()
    assert heard == []
    assert TODOS.rows(as_user(integration["portal"], "urbanist")) == ()


def test_an_unknown_street_and_an_unread_parcel_are_kept_as_typed(heard):
    payload = {**PAYLOAD, "locations": "derrière l'église", "parcels": "le grand pré"}
    with api.env.adopt_roles(["Manager"]):
        notify(HandoverRequested("origin-3", "urbanism_permit", "E-2026-00014", payload))
    made = by_uid(next(letter.uid for letter in heard if isinstance(letter, HandoverAccepted)))
    assert [(one.street, one.street_id) for one in locations(made)] == [("derrière l'église", "")]
    assert (parcels(made), made.source.payload["parcels"]) == ((), "le grand pré")


def test_the_citizen_follows_days_and_outcome_and_no_name(heard):
    handed_over()
    made = by_uid(heard[-1].uid)
    heard.clear()
    complete(made)
    told(made, "opinion_request", date(2026, 7, 11), data={"service": "Zone de secours", "fire": True})
    told(made, "decision", date(2026, 7, 14), data={"sense": "granted", "by": "college"})
    IProcess(made).perform(SYSTEM, "grant")
    told(made, "notification", date(2026, 7, 15))
    assert [(one.stage, one.final, one.outcome) for one in heard] == [
        ("complete", False, ""),
        ("opinions", False, ""),
        ("decision", True, "granted"),
        ("notification", False, ""),
    ]
    stages = IPublicProgress(made).stages()
    assert [(one.id, one.day and one.day.isoformat()) for one in stages] == [
        ("deposit", "2026-07-01"),
        ("complete", "2026-07-10"),
        ("opinions", "2026-07-11"),
        ("college", None),
        ("decision", "2026-07-14"),
        ("notification", "2026-07-15"),
    ]
    assert "secours" not in repr(stages) and "Verlinde" not in repr(stages)
