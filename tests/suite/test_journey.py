"""The journey: a citizen asks, a service examines, the College decides, everybody who may reads it, and nobody else."""

from datetime import date, timedelta

import pytest
import transaction
from Acquisition import aq_base

from commune.core.content.clock import now
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.outbox import deliver
from commune.core.workflow.units import unit_uid
from commune.urbanism.content.parties import parties_of
from commune.urbanism.content.places import locations, parcels
from commune.urbanism.rules.parties import Role
from tests.clocks import on
from tests.eguichet.filling import PASSWORD
from tests.suite.journey import citizen, college, office, public
from tests.suite.journey.tour import Tour, status

DECISION_LETTER = "letter"
CARRIED = (
    ("Verlinde", "Camille", "citizen@example.org"),
    "Rue du Moulin, 12 5031 Grand-Pré",
    ["Rue de l'Église, 4 5030 Valmont"],
    ["92001A0123/02C000"],
    [citizen.PLAN],
)
SECRET, KEPT = "Zorglubise", "Xylandrine"
WORKS = "Réfection de la rue du Moulin"
TUESDAY = date.today() + timedelta(days=7 - (date.today().weekday() - 1) % 7)  # the next: all is published by then


def after(days):
    """So many days after the request."""
    return TUESDAY + timedelta(days=days)


TAKEN, ACKNOWLEDGED, WRITTEN, PLANNED, SITTING, SENT = map(after, (1, 6, 7, 13, 16, 17))
LEVELS = (after(7), after(9), after(10))


@pytest.fixture()
def mails(server, monkeypatch):
    """Every mail that left, once ``mails()`` let the outbox go."""
    sent = []
    host = type(aq_base(server["portal"].MailHost))
    monkeypatch.setattr(host, "send", lambda _self, message, **_how: sent.append(message))

    def go():
        transaction.begin()
        deliver(server["portal"], now() + timedelta(days=400))
        return sent

    return go


def stored(server, address):
    """The object at an address of the site, as it is now."""
    transaction.begin()
    portal = server["portal"]
    return portal.unrestrictedTraverse(address.partition(f"/{portal.getId()}/")[2])


def people_and_places(permit):
    """Who asks, where, and with which files: what the request carried over."""
    (applicant,) = parties_of(permit, Role.APPLICANT)
    return (
        (applicant.who.name, applicant.who.first_name, applicant.who.email),
        applicant.address,
        [one.line for one in locations(permit)],
        [one.parcel.capakey for one in parcels(permit)],
        [one.file.filename for one in children(permit, "annex")],
    )


@pytest.mark.requirement("eguichet:E-1")
def test_a_request_becomes_a_permit_a_decision_and_a_publication(
    server, visitor, axe, shot, scrolls_sideways, mails, tmp_path
):
    transaction.commit()
    tour = Tour(server, visitor, axe, shot, scrolls_sideways)
    with on(TUESDAY):
        someone = tour.anybody()
        someone.log_in("citizen", PASSWORD)
        sent = citizen.send_request(tour, someone, tmp_path)
    with tour.as_("desk", TAKEN) as officer:
        request, permit = office.take(tour, officer, sent)
    assert people_and_places(stored(server, permit)) == CARRIED
    with tour.as_("urbanist", ACKNOWLEDGED) as urbanist:
        page = office.examine(tour, urbanist, permit, ACKNOWLEDGED)
        assert page.locator(f"{office.DEADLINES} details.why li").count()
        item = office.ask_college(tour, page)
    college.validate(tour, item, LEVELS, "item of the permit")
    for title, privacy in ((WORKS, "public"), (f"Nomination de {SECRET} {KEPT}", "secret")):
        other = college.write_item(tour, WRITTEN, unit_uid("TRA"), title, f"{title} : accord.", privacy)
        college.validate(tour, other, LEVELS)
    with tour.as_("secretary", PLANNED) as secretary:
        meeting = college.plan(tour, secretary, f"{SITTING.isoformat()}T09:00")
        college.draw_agenda(tour, secretary.page)
    with tour.as_("secretary", SITTING) as secretary:
        college.hold(tour, secretary.page, meeting, college.vote_with_keys)
        college.close(tour, secretary.page, meeting)
    assert (stored(server, permit).state, stored(server, request).state) == ("granted", "accepted")
    with tour.as_("urbanist", SENT) as urbanist:
        office.send_decision(tour, urbanist, permit, SENT)
    assert DECISION_LETTER in [one.category for one in children(stored(server, permit), "annex")]
    told = [mail["Subject"] for mail in mails() if mail["To"] == sent.mail]
    assert len(told) == 2 and all(sent.reference in subject for subject in told)
    with on(SENT):
        page = citizen.follow(tour, tour.anybody(), sent, "request decided", "14-followed")
        assert {reached for _title, reached in citizen.stages(page)} == {True}
        reader, phone = tour.anybody(), tour.anybody(360)
        page = public.read_meeting(tour, reader, WORKS, "16-published")
        assert "DÉCIDE d'octroyer" in page.locator("main").inner_text()
        public.read_meeting(tour, phone, WORKS)
        citizen.follow(tour, phone, sent, "request decided, on a phone", "17-phone")
        for path in ("", citizen.SHEET, "demarches"):
            tour.look(phone.open(path), f"{path or 'home'}, on a phone")
        uids = stored(server, meeting).agenda.uids
        nobody_hears(tour, (reader, someone), uids)
        internal = (permit, meeting, *(by_uid(uid).absolute_url() for uid in uids))
        assert {status(one, address) for one in (reader, someone) for address in internal} == {404}
        assert status(reader, request) == 404
    with tour.as_("worker", SENT) as worker:
        assert [status(worker, one) for one in (request, permit)] == [404, 404]
    assert tour.wrong() == {}


def nobody_hears(tour, people, uids):
    """One word of the closed item is asked everywhere; the other is said nowhere. What is published is."""
    for someone in people:
        lists = [f"{someone.portal_url}/{path}".format(word=SECRET) for path in public.LISTS]
        shown = [*lists, *public.linked(someone), *(f"{someone.portal_url}/resolveuid/{uid}" for uid in uids)]
        assert public.told(someone, KEPT, shown) == []
        assert public.told(someone, WORKS, shown)
