"""What a permit may become: the rules asked about this permit, and what follows from its moves."""

from dataclasses import replace

from zope.component import adapter
from zope.interface import implementer

from commune.core.content.clock import today
from commune.core.interfaces import IProcess
from commune.core.rules.machine import Machine, Transition
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.numbering import draw
from commune.core.workflow.process import Process
from commune.urbanism.content.permit import IPermit
from commune.urbanism.content.settings import settings
from commune.urbanism.content.steps import close_step, steps
from commune.urbanism.rules import permits as rules
from commune.urbanism.rules.clocks import default_admission
from commune.urbanism.rules.steps import Marker, closing_on_final, first_deposit
from commune.urbanism.workflow.clocks import clock_of
from commune.urbanism.workflow.college import put_before
from commune.urbanism.workflow.facts import facts_of
from commune.urbanism.workflow.machine import FINAL, machine_of
from commune.urbanism.workflow.progress import tell
from commune.urbanism.workflow.recording import write

SERIES = "urbanism_permit"
SENSES = {"grant": "granted", "refuse": "refused"}


@implementer(IProcess)
@adapter(IPermit)
class PermitProcess(Process):
    """The life of a permit (urbanism 5.1)."""

    def machine(self) -> Machine:
        return machine_of(self.context)

    def refusals(self, transition: Transition, actor: Actor) -> Refusals:
        found = _said(rules.transition_refusals(transition.id, replace(facts_of(self.context), comment="-")))
        sense = SENSES.get(transition.id)
        decision = self.context.decision
        if sense and decision and decision.sense != sense:
            found += (Refusal("permit.other_sense", {"sense": decision.sense}),)
        return found

    def effects(self, transition: Transition, actor: Actor, comment: str) -> None:
        act = getattr(self, f"_after_{transition.id}", None)
        if act is not None:
            act(actor)
        tell(self.context, transition.target)

    def move(self, target: str) -> None:
        """Write the state, the one to come back to, and the day on which the permit became final."""
        permit = self.context
        permit.previous_state = rules.state_to_remember("", facts_of(permit))
        super().move(target)
        permit.final_on = (permit.final_on or today()) if target in FINAL else None
        if target in FINAL:
            self._close_steps()

    def _close_steps(self) -> None:
        for uid in closing_on_final(steps(self.context)):
            close_step(self.context, uid)

    def _after_register(self, actor: Actor) -> None:
        permit = self.context
        if not permit.reference:
            day = first_deposit(steps(permit)) or today()
            permit.reference = draw(SERIES, settings().numbering, day, acronym=permit.procedure)

    def _after_submit(self, actor: Actor) -> None:
        put_before(self.context, actor)

    def _after_mark_incomplete(self, actor: Actor) -> None:
        self.context.times_incomplete += 1

    def _after_default_complete(self, actor: Actor) -> None:
        clock = clock_of(self.context, "L01")
        day = default_admission(clock) if clock else None
        write(self.context, actor, Marker.DEFAULT_ACKNOWLEDGMENT, day or today())


def _said(refusals: Refusals) -> Refusals:
    """A field that lacks, named: on the page of a permit "required" alone says nothing."""
    return tuple(Refusal(f"permit.needs_{r.place}", r.data, r.place) if r.code == "required" else r for r in refusals)
