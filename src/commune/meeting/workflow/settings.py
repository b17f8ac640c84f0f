"""The settings of a body as the rules want them, read once per request and per change of the document."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest

from commune.core.rules.calendars import LAW, Calendar
from commune.meeting.rules.adaptations import return_variant
from commune.meeting.rules.bodies import Body, from_json
from commune.meeting.rules.insertion import RankLists
from commune.meeting.rules.mapping import Mapping as MovesOfItems
from commune.meeting.rules.mapping import default_mapping
from commune.meeting.rules.meetings import at_least
from commune.meeting.rules.opinion_clock import ClockRule
from commune.meeting.rules.returns import Variant
from commune.meeting.rules.votes import Kind
from commune.meeting.workflow.place import body_of

KEY = "commune.meeting.settings"


@dataclass(frozen=True)
class Settings:
    """One body's settings with what the site adds: the order of its services, its calendar."""

    body: Body
    services: tuple[str, ...]
    fingerprint: str
    calendar: Calendar = LAW

    @property
    def return_variant(self) -> Variant:
        return return_variant(self.body.adaptations)

    @property
    def mapping(self) -> MovesOfItems:
        return self.body.meetings.mapping or default_mapping(self.body.meetings.optional)

    @property
    def ranks(self) -> RankLists:
        """The ordered lists that the insertion rules rank by; retired terms keep their place."""
        agenda = self.body.agenda
        return RankLists(
            list_types=tuple(term.id for term in agenda.list_types),
            categories=tuple(term.id for term in agenda.categories),
            classifiers=tuple(term.id for term in agenda.classifiers),
            services=self.services,
            in_charge=self.services,
            committees=self.services,
            privacies=agenda.privacies,
            bodies=tuple(target.body for target in self.body.sending.targets),
            poll_types=tuple(kind.value for kind in self.body.votes.kinds),
            unordered_list_types=frozenset(term.id for term in agenda.list_types if not term.ordered),
        )

    @property
    def selectable(self) -> Mapping[str, frozenset[str]]:
        """The terms that may still be chosen, by field."""
        agenda = self.body.agenda
        return {
            "category": frozenset(term.id for term in agenda.categories if not term.retired),
            "classifier": frozenset(term.id for term in agenda.classifiers if not term.retired),
            "send_to": frozenset(target.body for target in self.body.sending.targets),
        }

    @property
    def clock_rule(self) -> ClockRule:
        return ClockRule(self.body.opinions.from_complete, self.body.opinions.restarting)

    @property
    def waits(self) -> bool:
        return "waiting_opinions" in self.body.adaptations

    @property
    def default_poll(self) -> Kind:
        return self.body.votes.kinds[0] if self.body.votes.enabled and self.body.votes.kinds else Kind.NO_VOTE

    def required(self, state: str) -> tuple[str, ...]:
        """Fields that must be filled to leave the state."""
        return self.body.fields.required.get(state, ())

    def category_in(self, category: str | None, body: str) -> str | None:
        """The counterpart of a category in another body, ``None`` when it has none."""
        term = next((term for term in self.body.agenda.categories if term.id == category), None)
        return term.maps.get(body) if term is not None else None

    def trigger_in(self, body: str) -> str:
        """How far a copy sent to that body is brought there: none, validate or present."""
        return next((target.until for target in self.body.sending.targets if target.body == body), "none")


def fixed(state: str) -> bool:
    """Whether the agenda of a meeting in that state is fixed."""
    return at_least(state, "frozen")


def settings_of(context: Any) -> Settings:
    """The settings of the body that ``context`` belongs to."""
    body = body_of(context)
    kept = _kept()
    key = (body.UID(), body.settings)
    if key not in kept:
        kept[key] = read_settings(body)
    return kept[key]


def _kept() -> dict[Any, Settings]:
    request = getRequest()
    if request is None:
        return {}
    return IAnnotations(request).setdefault(KEY, {})


def read_settings(body: Any) -> Settings:
    """Parse the document of a body; raises ``ValueError`` for one that was stored with a fault."""
    configuration, faults = from_json(body.document)
    if configuration is None:
        raise ValueError(f"{body.getId()}: {faults}")
    services = unit_order()
    digest = hashlib.sha256(repr((body.settings, services)).encode()).hexdigest()
    return Settings(configuration, services, digest)


def unit_order() -> tuple[str, ...]:
    """The services of the authority by uid, in the order of the tree."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="organisation_unit", sort_on="path"
    )
    return tuple(brain.UID for brain in brains)
