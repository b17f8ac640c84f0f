"""Moving a dossier from state to state: the one place where a state is written."""

from dataclasses import dataclass
from typing import Any

from zope.component import adapter
from zope.event import notify
from zope.interface import implementer

from commune.core.content.journal import Journal
from commune.core.content.refused import Refused
from commune.core.events import DossierMoved
from commune.core.interfaces import IDossier, IProcess
from commune.core.rules.machine import Machine, Transition
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor

__all__ = ["Offer", "Process", "Refused"]


@dataclass(frozen=True)
class Offer:
    """A transition shown to an actor; with refusals it is shown disabled, with its reasons."""

    transition: Transition
    refusals: Refusals = ()


@implementer(IProcess)
@adapter(IDossier)
class Process:
    """What every kind of dossier does when it moves; a kind says what its machine, guards and effects are."""

    def __init__(self, context: Any) -> None:
        self.context = context

    @property
    def state(self) -> str:
        return self.context.state or self.machine().initial

    def machine(self) -> Machine:
        raise NotImplementedError

    def allowed(self, transition: Transition, actor: Actor) -> bool:
        """Whether the transition is shown at all: a function of the responsible service, or an administrator."""
        return actor.administrator or bool(actor.functions(self.context.responsible_unit) & set(transition.functions))

    def refusals(self, transition: Transition, actor: Actor) -> Refusals:
        """Every reason why the transition cannot be done now."""
        return ()

    def effects(self, transition: Transition, actor: Actor, comment: str) -> None:
        """What follows from the move, in the same transaction."""

    def offers(self, actor: Actor) -> tuple[Offer, ...]:
        return tuple(
            Offer(transition, self.refusals(transition, actor))
            for transition in self.machine().leaving(self.state)
            if self.allowed(transition, actor)
        )

    def perform(self, actor: Actor, transition_id: str, comment: str = "", version: int | None = None) -> None:
        """Move the dossier; raises ``Refused`` and changes nothing when any reason stands against it.

        ``version``: the version the actor saw; another one is refused as stale.
        """
        transition = self._transition(actor, transition_id, comment, version)
        source = self.state
        self.move(transition.target)
        Journal(self.context).note(
            "transition", actor.userid, comment, transition=transition.id, source=source, target=transition.target
        )
        self.effects(transition, actor, comment)
        self.context.reindexObject()
        self.context.reindexObjectSecurity()
        notify(
            DossierMoved(
                self.context.UID(),
                self.context.portal_type,
                transition.id,
                source,
                transition.target,
                actor.userid,
                comment,
            )
        )

    def move(self, target: str) -> None:
        """Write the state, without guard, journal or event."""
        self.context.state = target
        self.context.version += 1

    def _transition(self, actor: Actor, transition_id: str, comment: str, version: int | None) -> Transition:
        if version is not None and version != self.context.version:
            raise Refused(Refusal("transition.stale", {"version": self.context.version}))
        offer = next((offer for offer in self.offers(actor) if offer.transition.id == transition_id), None)
        if offer is None:
            raise Refused(Refusal("transition.unavailable", {"transition": transition_id, "state": self.state}))
        missing = (Refusal("transition.comment_required", place="comment"),)
        refusals = offer.refusals + (missing if offer.transition.comment and not comment.strip() else ())
        if refusals:
            raise Refused(*refusals)
        return offer.transition
