"""Who may do what with items and meetings now: the rules of access, with Plone's groups and roles."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from zope.component import adapter
from zope.interface import implementer

from commune.core.interfaces import IAccessPolicy
from commune.core.rules.access import Role
from commune.core.rules.conditions import evaluate
from commune.core.rules.functions import group_id
from commune.core.workflow.units import unit_uid
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.meeting import IMeeting
from commune.meeting.content.template import IItemTemplate
from commune.meeting.rules import access as rules
from commune.meeting.rules.access import AccessFacts, AdviserFacts, ItemGrant
from commune.meeting.rules.annex_types import reads_confidential
from commune.meeting.rules.finance import FUNCTIONS
from commune.meeting.rules.opinion_settings import OpinionSettings, chain_of, states_of
from commune.meeting.rules.opinions import is_given
from commune.meeting.workflow.opinion_copies import effective_files
from commune.meeting.workflow.opinions import ADVISER, facts_for_conditions
from commune.meeting.workflow.place import aware, body_of
from commune.meeting.workflow.settings import Settings, settings_of, unit_order

ROLES = {
    Role.READER: "Dossier Reader",
    Role.CONTRIBUTOR: "Dossier Contributor",
    Role.EDITOR: "Dossier Editor",
    Role.MANAGER: "Dossier Manager",
}
CLOSED = "secret"
READS = frozenset({"Dossier Reader"})
CONFIDENTIAL = frozenset({"Confidential Reader"})


def access_facts(item: Any) -> AccessFacts:
    """What decides about access to an item."""
    return AccessFacts(
        state=item.state or "",
        service=item.responsible_unit or "",
        closed_session=(item.privacy or "").startswith(CLOSED),
        copy_groups=tuple(item.copy_groups or ()),
        restricted_copy_groups=tuple(item.restricted_copy_groups or ()),
        advisers=tuple(_adviser_facts(item)),
        in_charge=tuple(item.services_in_charge or ()),
        committees=tuple(item.committees or ()),
        data=facts_for_conditions(item),
    )


def _adviser_facts(item: Any) -> Iterator[AdviserFacts]:
    """The services asked, then those that may give an opinion without being asked."""
    settings = settings_of(item).body.opinions
    files = effective_files(item)
    for name, file in files.items():
        once = file.clock.started is not None or bool(file.opinion.inherited_from)
        if unit_uid(name):  # a service that does not exist has no group to give rights to
            yield _facts_of(settings, name, is_given(file.opinion), once)
    for name in settings.initiative:
        if name not in files and unit_uid(name):
            yield _facts_of(settings, name, False, False)


def _facts_of(settings: OpinionSettings, service: str, given: bool, once: bool) -> AdviserFacts:
    states, chain = states_of(settings, service), chain_of(settings, service)
    functions = (ADVISER,) if chain is None else (ADVISER, *FUNCTIONS.values())
    return AdviserFacts(
        unit_uid(service) or service, given, once, None, states.edit, states.view, states.access_after, functions
    )


def meeting_facts(meeting: Any) -> Mapping[str, object]:
    """A meeting as the conditions of a body see it."""
    return {
        "state": meeting.state or "draft",
        "category": meeting.category or "",
        "extraordinary": bool(meeting.extraordinary),
        "remote": bool(meeting.remote),
        "date": aware(meeting.date),
    }


def group_of(principal: str, settings: Settings, body: Any) -> str:
    """The group of the site that a principal of the rules stands for."""
    if principal == rules.managers_of(settings.body):
        return group_id(body.UID(), "manager")
    for profile in settings.body.access.observers:
        if principal == rules.observers_of(settings.body, profile):
            return group_id(body.UID(), profile.id)
    return principal


def item_grants(item: Any) -> tuple[ItemGrant, ...]:
    """Every grant on the item, each with the rule that gives it, on the groups of the site."""
    settings, body = settings_of(item), body_of(item)
    return tuple(
        ItemGrant(group_of(grant.principal, settings, body), grant.roles, grant.rule)
        for grant in rules.grants(settings.body, access_facts(item))
    )


def as_roles(grants: tuple[ItemGrant, ...]) -> Mapping[str, frozenset[str]]:
    """Roles of Plone by group, the grants of one group put together."""
    found: dict[str, frozenset[str]] = {}
    for grant in grants:
        named = frozenset(ROLES[role] for role in grant.roles)
        found[grant.principal] = found.get(grant.principal, frozenset()) | named
    return found


def joined(*many: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """The roles of several mappings put together."""
    found: dict[str, frozenset[str]] = {}
    for one in many:
        for principal, roles in one.items():
            found[principal] = found.get(principal, frozenset()) | roles
    return found


def observers_of_annexes(item: Any, granted: tuple[ItemGrant, ...]) -> Mapping[str, frozenset[str]]:
    """The observers who read the item and whose profile shows them confidential annexes."""
    reading, body = {grant.principal for grant in granted}, body_of(item).UID()
    profiles = settings_of(item).body.access.observers
    shown = {group_id(body, profile.id) for profile in profiles if profile.confidential_annexes}
    return dict.fromkeys(shown & reading, CONFIDENTIAL)


@implementer(IAccessPolicy)
@adapter(IMeetingItem)
class ItemPolicy:
    """Rights on an item."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def grants(self) -> Mapping[str, frozenset[str]]:
        granted, settings = item_grants(self.context), settings_of(self.context).body.annexes
        inside = {one.principal: CONFIDENTIAL for one in granted if reads_confidential(settings, one.rule)}
        return joined(as_roles(granted), inside, observers_of_annexes(self.context, granted))


@implementer(IAccessPolicy)
@adapter(IItemTemplate)
class TemplatePolicy:
    """Managers of the body write templates; the creators of the services they are for read them."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def grants(self) -> Mapping[str, frozenset[str]]:
        manager = frozenset({"Dossier Reader", "Dossier Contributor", "Dossier Editor", "Dossier Manager"})
        found = {group_id(unit, "creator"): READS for unit in self.context.services or unit_order()}
        return {**found, group_id(body_of(self.context).UID(), "manager"): manager}


@implementer(IAccessPolicy)
@adapter(IMeeting)
class MeetingPolicy:
    """Rights on a meeting: its managers, the members of the body, and the observers of its states."""

    def __init__(self, context: Any) -> None:
        self.context = context

    @cached_property
    def settings(self) -> Settings:
        return settings_of(self.context)

    @property
    def facts(self) -> Mapping[str, object]:
        return meeting_facts(self.context)

    def grants(self) -> Mapping[str, frozenset[str]]:
        body = body_of(self.context).UID()
        manager = ["Dossier Reader", "Dossier Contributor", "Dossier Editor"]
        managing = manager[:1] if self.context.state == "closed" else manager
        found = {group_id(body, "manager"): frozenset([*managing, "Dossier Manager"])}
        for profile in self.settings.body.access.observers:
            if self.context.state in profile.meeting_states and evaluate(profile.meeting_condition, self.facts):
                found[group_id(body, profile.id)] = frozenset({"Dossier Reader"})
        if self.context.state != "draft":
            found[group_id(body, "member")] = frozenset({"Dossier Reader"})
        return found
