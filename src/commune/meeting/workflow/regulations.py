"""The register of regulations and orders: what a text may become, who writes in it, what follows."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from plone import api
from zope.component import adapter
from zope.interface import implementer

from commune.core.content.clock import BRUSSELS, now, today
from commune.core.interfaces import IAccessPolicy, IProcess
from commune.core.rules.functions import group_id
from commune.core.rules.machine import Machine, Transition
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import children
from commune.core.workflow.process import Process
from commune.meeting.content.regulation import IRegulation
from commune.meeting.i18n import _
from commune.meeting.rules.bodies import PublicationSettings
from commune.meeting.rules.regulations import (
    RegulationFacts,
    against_planning,
    against_publishing_regulation,
    binding,
    register_machine,
)
from commune.meeting.workflow.leaving import Finding, found_in, refusal_of
from commune.meeting.workflow.place import bodies, filled_functions
from commune.meeting.workflow.proofs import note_publication, note_withdrawal, public_file
from commune.meeting.workflow.register import register
from commune.meeting.workflow.texts import raw

REVIEWER = "reviewer"
STATES = {
    "private": _("Being written"),
    "proposed": _("Proposed"),
    "planned": _("Planned"),
    "published": _("Published"),
    "unpublished": _("Taken off"),
    "archived": _("Archived"),
}
MOVES = {
    "propose": _("Propose for publication"),
    "send_back": _("Send back to be rewritten"),
    "plan": _("Plan the publication"),
    "publish": _("Publish"),
    "unpublish": _("Take off"),
    "archive": _("Archive"),
}
REVIEWED = frozenset({"send_back", "plan", "publish"})
WRITTEN = frozenset({"Dossier Reader", "Dossier Contributor", "Dossier Editor"})
READ = frozenset({"Dossier Reader"})


def reviewed() -> bool:
    """Whether texts must be proposed first: somebody reviews them."""
    found = register()
    return found is not None and REVIEWER in filled_functions(found.UID())


def managing(regulation: Any) -> list[Any]:
    """The bodies whose managers keep the text: the one that adopted it; all of them when it is none of these."""
    known = bodies(api.portal.get())
    return [body for body in known if body.getId() == regulation.authority] or known


def manages(actor: Actor, regulation: Any) -> bool:
    """Whether the actor manages a body that keeps the text."""
    return any("manager" in actor.functions(body.UID()) for body in managing(regulation))


def reviews(actor: Actor) -> bool:
    """Whether the actor reviews what others propose."""
    found = register()
    return found is not None and REVIEWER in actor.functions(found.UID())


def keeps(actor: Actor) -> bool:
    """Whether the actor has part in the register at all."""
    managing_one = any("manager" in actor.functions(body.UID()) for body in bodies(api.portal.get()))
    return actor.administrator or managing_one or reviews(actor)


@implementer(IProcess)
@adapter(IRegulation)
class RegulationProcess(Process):
    """Written, proposed where somebody reviews, planned or published, then taken off or archived."""

    def machine(self) -> Machine:
        plain = register_machine(reviewed())
        return Machine(
            tuple(replace(state, title=STATES[state.id]) for state in plain.states),
            tuple(replace(move, title=MOVES[move.id]) for move in plain.transitions),
        )

    def allowed(self, transition: Transition, actor: Actor) -> bool:
        """Where texts are reviewed, what leaves "proposed" is for reviewers alone."""
        if actor.administrator or (reviewed() and reviews(actor) and transition.id != "propose"):
            return True
        return manages(actor, self.context) and not (reviewed() and transition.id in REVIEWED)

    def refusals(self, transition: Transition, actor: Actor) -> Refusals:
        if transition.id == "plan":
            moment = self.context.planned
            day = moment.astimezone(BRUSSELS).date() if moment else today()
            faults = against_planning(moment, now()) + against_publishing_regulation(facts_of(self.context), day)
            return faults + self._personal_data()
        if transition.id == "publish":
            return against_publishing_regulation(facts_of(self.context), today()) + self._personal_data()
        return ()

    def _personal_data(self) -> Refusals:
        return tuple(refusal_of(one) for one in personal_data(self.context) if one.stops)

    def effects(self, transition: Transition, actor: Actor, comment: str) -> None:
        if transition.id == "publish":
            self.context.published = now()
            note_publication(self.context, actor)
        elif transition.id == "unpublish":
            self.context.unpublished = now()
            note_withdrawal(self.context, actor, comment)
        elif transition.target == "private":
            self.context.planned = None


def facts_of(regulation: Any) -> RegulationFacts:
    """What the rules ask about a text."""
    files = any(annex.publishable and not annex.confidential for annex in children(regulation, "annex"))
    return RegulationFacts(
        decided=regulation.decided,
        has_document=files or bool(raw(regulation, "text").strip()),
        tutelle_needed=bool(regulation.tutelle_needed),
        tutelle_approved=regulation.tutelle_approved,
        tutelle_expired=regulation.tutelle_expired,
    )


def personal_data(regulation: Any) -> list[Finding]:
    """What was found in the text and in the files that would go out."""
    files = [annex.UID() for annex in children(regulation, "annex") if public_file(annex)]
    text = " ".join((regulation.summary or "", raw(regulation, "text"), raw(regulation, "consultation")))
    return list(found_in(regulation, regulation.reference or "", regulation.title, text, files, PublicationSettings()))


def binding_day(regulation: Any) -> date | None:
    """The day from which a published text binds: the one that it names when that is later, else the fifth day."""
    moment: datetime | None = regulation.published
    if moment is None:
        return None
    found = binding(moment.astimezone(BRUSSELS).date())
    due = found.due if found is not None else None
    return max(due, regulation.effective) if due and regulation.effective else due


@implementer(IAccessPolicy)
@adapter(IRegulation)
class RegulationPolicy:
    """Its keepers write it until it is proposed or planned; then nobody does. Reviewers read it."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def grants(self) -> Mapping[str, frozenset[str]]:
        kept = WRITTEN if (self.context.state or "private") == "private" else READ
        found = {group_id(body.UID(), "manager"): kept for body in managing(self.context)}
        place = register()
        return found if place is None else {**found, group_id(place.UID(), REVIEWER): READ}
