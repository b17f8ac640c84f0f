"""What a meeting may become, and what its items do with it."""

from functools import cached_property
from typing import Any

from zope.component import adapter
from zope.interface import implementer

from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.machine import Machine, Transition
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Offer, Process, Refused
from commune.meeting.content.meeting import IMeeting
from commune.meeting.content.session import sheet_of
from commune.meeting.rules.mapping import item_moves
from commune.meeting.rules.meetings import AgendaItem, Effects, MeetingFacts, effects, meeting_machine, meeting_offers
from commune.meeting.workflow.closing import signatories_complete, votes_complete
from commune.meeting.workflow.deliberations import give_number
from commune.meeting.workflow.leaving import against_leaving
from commune.meeting.workflow.legal_acts import late_publication, note_publication
from commune.meeting.workflow.notifications import told_together
from commune.meeting.workflow.numbers import clear_references, fix_first_item, fix_number, write_references
from commune.meeting.workflow.place import body_actor, items_on
from commune.meeting.workflow.publication import PRIVATE, publish_stage, stage_of
from commune.meeting.workflow.settings import Settings, settings_of
from commune.meeting.workflow.snapshots import seal
from commune.meeting.workflow.titles import state_title, titled, transition_title

PUBLISH = "publish"
LOOKED_AT = frozenset({"close", "publish_decisions"})


@implementer(IProcess)
@adapter(IMeeting)
class MeetingProcess(Process):
    """Only managers of the body move its meetings; the items follow, each on its own."""

    @cached_property
    def settings(self) -> Settings:
        return settings_of(self.context)

    @cached_property
    def items(self) -> list[Any]:
        """The items of the agenda, found once for the whole move: a query in between would index them twice."""
        return items_on(self.context)

    def machine(self) -> Machine:
        return titled(meeting_machine(self.settings.body.meetings.optional), self.settings)

    def facts(self) -> MeetingFacts:
        """The meeting and its items as the guards see them; the items are woken only when a guard looks at them."""
        leaving = {transition.id for transition in self.machine().leaving(self.state)}
        if not leaving & LOOKED_AT:
            return MeetingFacts(self.state)
        sheet = sheet_of(self.context)
        lines = tuple(
            AgendaItem(
                item.UID(), item.state, votes_complete(item, self.settings, sheet), signatories_complete(item, sheet)
            )
            for item in self.items
        )
        return MeetingFacts(self.state, lines)

    def offers(self, actor: Actor) -> tuple[Offer, ...]:
        asked_by = body_actor(actor, self.context)
        if not asked_by.over_body:
            return ()
        found = meeting_offers(
            self.settings.body.meetings.optional, self.settings.body.adaptations, self.facts(), asked_by
        )
        return tuple(
            Offer(
                Transition(
                    offer.transition,
                    transition_title(offer.transition, self.settings),
                    (self.state,),
                    offer.target,
                    comment=offer.comment or (offer.transition == PUBLISH and late_publication(self.context)),
                ),
                offer.refusals,
            )
            for offer in found
        )

    def perform(self, actor: Actor, transition_id: str, comment: str = "", version: int | None = None) -> None:
        """As any dossier; what would go out is read before the first time that so much of it does."""
        move = self.machine().transition(transition_id)
        stage = stage_of(self.context, self.settings, move.target) if move is not None else PRIVATE
        if move is not None and self.state in move.sources and stage not in (PRIVATE, self.context.publication):
            found = against_leaving(self.context, self.settings, stage, self.items)
            try:
                self._transition(actor, transition_id, comment, version)
            except Refused as refused:
                known = {one.code for one in refused.refusals}
                raise Refused(*refused.refusals, *(() if "transition.unavailable" in known else found)) from refused
            if found:
                raise Refused(*found)
        super().perform(actor, transition_id, comment, version)

    def warnings(self, actor: Actor, transition_id: str) -> Refusals:
        """What the secretary confirms before that transition (the checklist of closing)."""
        found = meeting_offers(
            self.settings.body.meetings.optional,
            self.settings.body.adaptations,
            self.facts(),
            body_actor(actor, self.context),
        )
        return next((offer.warnings for offer in found if offer.transition == transition_id), ())

    def effects(self, transition: Transition, actor: Actor, comment: str) -> None:
        meeting, (source,) = self.context, transition.sources
        due = effects(source, transition.target, meeting.number is not None, meeting.first_item_number is not None)
        if due.assign_number:
            fix_number(meeting, self.settings)
        meeting._v_moving = True
        with told_together():
            self._move_items(transition.id)
        meeting._v_moving = False
        if transition.id == PUBLISH:
            note_publication(meeting, comment, actor)
        if transition.target == "closed":
            self._deliberations()
        if due.first_item:
            fix_first_item(meeting, self.settings, due.first_item)
        self._references(due)
        if due.snapshot:
            seal(meeting, transition.target, self.items)
        publish_stage(meeting, self.settings, self.items)

    def _deliberations(self) -> None:
        for item in items_on(self.context):
            give_number(item, self.settings, "closing")

    def _references(self, due: Effects) -> None:
        if due.references == "clear":
            clear_references(self.items)
        elif due.references == "compute" or due.read_only:
            write_references(self.context, self.settings, items=self.items)

    def _move_items(self, transition_id: str) -> None:
        """Each item makes its moves; one that cannot is reported in the journal and stops no other."""
        for item in self.items:
            process = IProcess(item)
            for item_transition, target in item_moves(self.settings.mapping, transition_id, item.state):
                process.follow_meeting(item_transition, target)


def state_name(meeting: Any) -> Any:
    """The title of the state of a meeting."""
    return state_title(meeting.state, settings_of(meeting))


def note_failure(meeting: Any, item: Any, codes: list[str]) -> None:
    """Keep in the journal that an item could not follow its meeting."""
    Journal(meeting).note("item_left_behind", "system", item=item.UID(), reasons=codes)
