"""What goes wrong with publications: late, held back, refused, not gone out; told by mail each morning."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plone import api
from zope.i18n import translate
from zope.interface import implementer

from commune.core.content.clock import now, today
from commune.core.interfaces import IRound
from commune.core.rules.functions import group_id
from commune.core.rules.rounds import NIGHTLY
from commune.core.workflow import timestamps
from commune.core.workflow.jobs import jobs
from commune.core.workflow.mail import send
from commune.core.workflow.units import members
from commune.meeting.i18n import _
from commune.meeting.rules.legal_clock import Colour
from commune.meeting.workflow.erasures import erasures
from commune.meeting.workflow.legal_acts import clock_of
from commune.meeting.workflow.opinion_nights import lag_of
from commune.meeting.workflow.place import bodies, meeting_brains
from commune.meeting.workflow.planned import waiting
from commune.meeting.workflow.proofs import faults
from commune.meeting.workflow.publication import PRIVATE
from commune.meeting.workflow.register import register
from commune.meeting.workflow.regulations import managing
from commune.meeting.workflow.settings import settings_of

SUBJECT = _("watch_subject", default="Publications to look at: ${body}")
KINDS = {
    "published_late": _("Published late"),
    "not_published": _("Should be published and is not"),
    "held_back": _("Held back: personal data"),
    "sync_failed": _("Refused or not reached"),
    "planned_missed": _("Planned, and its hour is past"),
    "timestamp_failed": _("Timestamp not received"),
    "proof_broken": _("Proof of publication no longer holds"),
    "erasure_due": _("Request for erasure without an answer in time"),
}


@dataclass(frozen=True)
class Signal:
    """One thing to look at."""

    kind: str
    what: str
    url: str


def signals(body: Any) -> list[Signal]:
    """All there is to look at for a body, the register of regulations included for those who keep it."""
    found = [*_meetings(body), *_planned(body), *_erasures(body)]
    return [*found, *_register()]


def _meetings(body: Any) -> Iterator[Signal]:
    if not settings_of(body).body.publication.public:
        return
    for brain in meeting_brains(body):
        if brain.review_state in ("draft", "frozen", "published", "in_session", "decided", "decisions_published"):
            meeting = brain._unrestrictedGetObject()
            for kind in _of(meeting):
                yield Signal(kind, meeting.title, f"{meeting.absolute_url()}/@@publication")


def _of(meeting: Any) -> Iterator[str]:
    late = [line for line in clock_of(meeting) if line.act == "publication" and line.colour is Colour.RED]
    if late:
        yield "published_late" if late[0].done else "not_published"
    if meeting.held:
        yield "held_back"
    _serial, refusals = meeting.publication_answer
    if meeting.publication != PRIVATE and (
        refusals or any(o[1] in ("dead", "failed") for o in meeting.outside.values())
    ):
        yield "sync_failed"


def _planned(body: Any) -> Iterator[Signal]:
    for one in waiting():
        if body in managing(one) and one.planned is not None and one.planned <= now():
            yield Signal("planned_missed", f"{one.reference} {one.title}", one.absolute_url())


def _erasures(body: Any) -> Iterator[Signal]:
    for number, one in erasures(body):
        if not one.answer and one.due < today():
            yield Signal("erasure_due", str(number), f"{body.absolute_url()}/@@erasures")


def _register() -> Iterator[Signal]:
    place = register()
    if place is None:
        return
    for one in jobs(api.portal.get()):
        if one.kind == timestamps.KIND and any(result and not result.ok for _element, result in one.outcomes()):
            yield Signal("timestamp_failed", one.title, f"{place.absolute_url()}/@@texts")
    for fault in faults(place):
        yield Signal("proof_broken", str(fault.data.get("number", "")), f"{place.absolute_url()}/@@texts")


def metrics(body: Any) -> str:
    """The number of signals of each kind, in the text format of Prometheus."""
    counted = [one.kind for one in signals(body)]
    lines = [
        f'commune_publication_signals{{body="{body.getId()}",kind="{kind}"}} {counted.count(kind)}' for kind in KINDS
    ]
    head = ("# HELP commune_publication_signals What to look at in the publications.",
            "# TYPE commune_publication_signals gauge")  # fmt: skip
    late = round(lag_of(api.portal.get(), now()).total_seconds())
    nights = ("# HELP commune_opinion_reminders_lag_seconds How late the nightly look at the clocks of opinions is.",
              "# TYPE commune_opinion_reminders_lag_seconds gauge",
              f"commune_opinion_reminders_lag_seconds {late}")  # fmt: skip
    return "\n".join((*head, *lines, *nights, ""))


@implementer(IRound)
class PublicationWatch:
    """One mail a night to the managers of each body that has something to look at."""

    rhythm = NIGHTLY

    def do(self, site: Any, moment: datetime) -> int:
        return sum(_tell(body) for body in bodies(site))


def _tell(body: Any) -> int:
    found = signals(body)
    addresses = [address for address in map(_address, members(group_id(body.UID(), "manager"))) if address]
    if not found or not addresses or settings_of(body).body.notifications.mode != "on":
        return 0
    language = api.portal.get_default_language()
    lines = [f"{translate(KINDS[one.kind], target_language=language)}: {one.what}\n{one.url}" for one in found]
    subject = translate(SUBJECT, mapping={"body": body.title}, target_language=language)
    send(addresses, str(subject), "\n\n".join(lines))
    return len(addresses)


def _address(userid: str) -> str:
    user = api.user.get(userid)
    return str(user.getProperty("email") or "") if user is not None else ""


WATCH = PublicationWatch()
