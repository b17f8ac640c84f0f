"""What an item may become: the rules of its body asked with the facts of now."""

from functools import cached_property
from typing import Any

from zope.component import adapter
from zope.event import notify
from zope.interface import implementer

from commune.core.content.clock import now, today
from commune.core.content.journal import Journal
from commune.core.events import DossierMoved
from commune.core.interfaces import IProcess
from commune.core.rules.machine import Machine, Transition
from commune.core.workflow.actor import SYSTEM, Actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Offer, Process
from commune.core.workflow.readers import index_readers
from commune.meeting.content.item import IMeetingItem
from commune.meeting.rules import chain as chains
from commune.meeting.rules.chain import ChainFacts, missing_fields
from commune.meeting.rules.choice import choose_meeting, on_page
from commune.meeting.rules.items import ItemFacts, ItemRules, item_offers
from commune.meeting.rules.mapping import arrival
from commune.meeting.rules.meetings import at_least
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.rules.returns import ReturnFacts, return_offers
from commune.meeting.workflow import opinions, urgency
from commune.meeting.workflow.consequences import follow
from commune.meeting.workflow.place import aware, body_actor, body_of, candidates, filled_functions
from commune.meeting.workflow.quorum import against_deciding
from commune.meeting.workflow.settings import Settings, settings_of
from commune.meeting.workflow.titles import item_machine, transition_title

MOVED = ("review_state", "dossier_reference", "modified")


@implementer(IProcess)
@adapter(IMeetingItem)
class ItemProcess(Process):
    """Preparation, agenda, decision: offers come from the rules, effects from ``consequences``.

    ``wanted``: the uid of the meeting on whose page the item is presented; ``None`` elsewhere.
    """

    wanted: str | None = None

    @cached_property
    def settings(self) -> Settings:
        return settings_of(self.context)

    @cached_property
    def meeting(self) -> Any:
        return by_uid(self.context.meeting)

    def machine(self) -> Machine:
        """States and names; the transitions offered depend on the actor and come from the rules."""
        return item_machine(self.settings)

    def offers(self, actor: Actor) -> tuple[Offer, ...]:
        asked_by = body_actor(actor, self.context)
        rules = ItemRules(self.settings.body.chain, self.settings.body.adaptations)
        found = (
            *chains.offers(self.settings.body.chain, self.chain_facts(), asked_by),
            *opinions.waiting_offers(self.context, self.settings, asked_by, actor),
            *return_offers(
                self.settings.body.chain,
                self.settings.return_variant,
                "decided_means_modified" in self.settings.body.adaptations,
                self.return_facts(),
                asked_by,
            ),
            *item_offers(rules, self.item_facts(), asked_by),
        )
        ahead_first = sorted(found, key=lambda offer: offer.transition.startswith("back_to"))
        return tuple(self._offer(offer) for offer in ahead_first)

    def _offer(self, offer: chains.Offer) -> Offer:
        comment = offer.comment or offer.transition in self.settings.body.confirmations
        title = transition_title(offer.transition, self.settings)
        transition = Transition(offer.transition, title, (self.state,), offer.target, comment=comment)
        against = against_deciding(self.context, self.settings) if offer.target in DECIDED else ()
        return Offer(transition, offer.refusals + against)

    def chain_facts(self) -> ChainFacts:
        item = self.context
        required = self.settings.required(self.state)
        values = {name: getattr(item, name, None) for name in required}
        return ChainFacts(
            self.state,
            filled_functions(item.responsible_unit),
            missing_fields(required, values),
            bool(item.meeting),
            opinions.against_validating(item, self.settings),
        )

    def return_facts(self) -> ReturnFacts:
        state = self.meeting.state if self.meeting is not None else ""
        return ReturnFacts(
            self.state,
            filled_functions(self.context.responsible_unit),
            self.arrival(),
            bool(state) and at_least(state, "decided"),
            state == "closed",
        )

    def arrival(self) -> str:
        """The item state that matches the state of its meeting."""
        state = self.meeting.state if self.meeting is not None else "draft"
        return arrival(self.settings.mapping, self.settings.body.meetings.optional, state)

    def item_facts(self) -> ItemFacts:
        item, meeting = self.context, self.meeting
        return ItemFacts(
            state=self.state,
            meeting_state=meeting.state if meeting is not None else "",
            meeting_past=meeting is not None and aware(meeting.date).date() <= today(),
            arrival=self.arrival(),
            decision_written=bool(item.decision and item.decision.raw.strip()),
            out_of_meeting=bool(item.out_of_meeting),
            emergency=item.emergency or "none",
            sends=bool(item.send_to),
            accepting=self.state != "validated" or self.choice().meeting is not None,
            recurring=bool(item.recurring),
            opinions=opinions.against_presenting(item, self.settings),
            urgency=urgency.against_deciding(self.context),
        )

    def choice(self) -> Any:
        """The meeting that *present* would choose, with the reasons when there is none."""
        preferred, accepting = self.context.preferred_meeting, self.settings.body.meetings.accepting
        known = candidates(body_of(self.context))
        if self.wanted is None:
            return choose_meeting(preferred, known, accepting, now())
        by_uids = {candidate.uid: candidate for candidate in known}
        return on_page(by_uids[self.wanted], by_uids.get(preferred or ""), accepting)

    def effects(self, transition: Transition, actor: Actor, comment: str) -> None:
        follow(self, transition, actor, comment)

    def follow_meeting(self, transition_id: str, target: str) -> None:
        """Move with the meeting, with system rights; a decision that results has its consequences."""
        source = self.state
        self.move(target)
        Journal(self.context).note("transition", SYSTEM.userid, transition=transition_id, source=source, target=target)
        follow(self, Transition(transition_id, transition_id, (source,), target), SYSTEM, "")
        uid, kind = self.context.UID(), self.context.portal_type
        notify(DossierMoved(uid, kind, transition_id, source, self.state, SYSTEM.userid))
        index_readers(self.context, *MOVED)
