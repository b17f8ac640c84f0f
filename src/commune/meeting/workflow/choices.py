"""What may be chosen in the settings of a body: names of services, functions, states, fields, lists, by place."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from plone import api

from commune.core.rules.annexes import FLAGS
from commune.core.rules.functions import SHIPPED
from commune.core.workflow.deployment.functions import TITLES
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.meeting import IMeeting
from commune.meeting.content.settings_values import VALUES
from commune.meeting.content.settings_words import ACTS, EVENTS_SENT, OPTIONS, RULES
from commune.meeting.content.vocabularies import PRIVACIES
from commune.meeting.rules.adaptations import KNOWN
from commune.meeting.rules.body_changes import item_states
from commune.meeting.rules.condition_fields import ITEM_FIELDS
from commune.meeting.rules.insertion import KINDS
from commune.meeting.rules.meetings import FORWARD, OPTIONAL, STATES
from commune.meeting.rules.notifications import EVENTS
from commune.meeting.rules.personal_data import BLOCKING
from commune.meeting.workflow.place import bodies
from commune.meeting.workflow.settings import Settings
from commune.meeting.workflow.titles import TRANSITIONS, state_title, transition_title

Pairs = list[tuple[str, Any]]
FUNCTIONS = tuple(one for one in SHIPPED if not one.transversal)


def item_states_of(settings: Settings) -> Pairs:
    """Every state of the items of the body."""
    levels = [level.state for level in settings.body.chain.levels]
    rest = sorted(item_states(settings.body) - set(levels))
    return [(state, state_title(state, settings)) for state in (*levels, *rest)]


def meeting_states_of(settings: Settings) -> Pairs:
    return [(state, state_title(state, settings)) for state in STATES]


def moves_of(settings: Settings) -> Pairs:
    """Every transition of the items of the body."""
    ways = [name for level in settings.body.chain.levels for name in (level.forward, level.backward) if name]
    return [(name, transition_title(name, settings)) for name in dict.fromkeys([*ways, *TRANSITIONS])]


def _named(keys: Iterable[str], words: Mapping[str, Any]) -> Pairs:
    return [(key, words.get(key, key)) for key in keys]


def _units(by: str) -> Pairs:
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="organisation_unit", sort_on="path"
    )
    return [(getattr(brain, by), brain.Title) for brain in brains if getattr(brain, by)]


def _others(settings: Settings) -> Pairs:
    own = settings.body.identity.id
    return [(one.getId(), one.title) for one in bodies(api.portal.get()) if one.getId() != own]


def _fields(schema: Any) -> Pairs:
    return [(name, schema[name].title) for name in schema.names() if name != "title"]


CHOICES: Mapping[str, Callable[[Settings], Pairs]] = {
    "identity.using_services": lambda _s: _units("UID"),
    "fields.item": lambda _s: _fields(IMeetingItem),
    "fields.history": lambda _s: [("title", IMeetingItem["title"].title), *_fields(IMeetingItem)],
    "fields.meeting": lambda _s: _fields(IMeeting),
    "fields.required.key": item_states_of,
    "fields.required.values": lambda _s: _fields(IMeetingItem),
    "fields.history_states": item_states_of,
    "levels.function": lambda _s: [(one.id, TITLES.get(one.id, one.title)) for one in FUNCTIONS],
    "levels.extra_functions": lambda _s: [(one.id, TITLES.get(one.id, one.title)) for one in FUNCTIONS],
    "adaptations": lambda _s: _named(sorted(KNOWN), OPTIONS),
    "confirmations": moves_of,
    "text_rules.transition": moves_of,
    "text_rules.field": lambda _s: _fields(IMeetingItem),
    "meetings.optional": lambda s: [(state, state_title(state, s)) for state in OPTIONAL],
    "meetings.accepting": meeting_states_of,
    "meetings.mapping.meeting": lambda _s: _named((*FORWARD.values(), *(f"back_to_{s}" for s in STATES)), TRANSITIONS),
    "meetings.mapping.items": moves_of,
    "agenda.rules.kind": lambda s: _named(
        dict.fromkeys([*sorted(KINDS), *(rule.kind for rule in s.body.agenda.rules)]), RULES
    ),
    "agenda.privacies": lambda _s: _named(PRIVACIES, PRIVACIES),
    "agenda.default_privacy": lambda _s: _named(PRIVACIES, PRIVACIES),
    "agenda.categories.services": lambda _s: _units("UID"),
    "agenda.classifiers.services": lambda _s: _units("UID"),
    "agenda.list_types.services": lambda _s: _units("UID"),
    "deadlines.legal.act": lambda _s: _named(ACTS, ACTS),
    "sending.targets.body": _others,
    "sending.automatic": item_states_of,
    "sending.manual": item_states_of,
    "sending.advisers": lambda _s: _units("unit_code"),
    "opinions.rows.service": lambda s: [
        *_units("unit_code"),
        *((row.service, row.service) for row in s.body.opinions.rows),
    ],
    "opinions.rows.previous": lambda s: [(row.id, row.label or row.id) for row in s.body.opinions.rows],
    "opinions.services.service": lambda _s: _units("unit_code"),
    "opinions.services.give": item_states_of,
    "opinions.services.edit": item_states_of,
    "opinions.services.view": item_states_of,
    "opinions.chains.service": lambda _s: _units("unit_code"),
    "opinions.initiative": lambda _s: _units("unit_code"),
    "opinions.give": item_states_of,
    "opinions.edit": item_states_of,
    "opinions.view": item_states_of,
    "opinions.restarting": moves_of,
    "opinions.invalidating": item_states_of,
    "access.observers.item_states": item_states_of,
    "access.observers.meeting_states": meeting_states_of,
    "access.observer_states": item_states_of,
    "access.copy_states": item_states_of,
    "access.restricted_copy_states": item_states_of,
    "access.committee_states": item_states_of,
    "access.in_charge_states": item_states_of,
    "notifications.disabled": lambda _s: _named(sorted(EVENTS), EVENTS_SENT),
    "recurring.service": lambda _s: _units("unit_code"),
    "recurring.moment": lambda _s: [("creation", ACTS["creation"]), *_named(FORWARD.values(), TRANSITIONS)],
    "recurring.category": lambda s: [(term.id, term.title) for term in s.body.agenda.categories],
    "recurring.privacy": lambda _s: _named(PRIVACIES, PRIVACIES),
    "annexes.types.services": lambda _s: _units("UID"),
    "annexes.types.functions": lambda _s: [(one.id, TITLES.get(one.id, one.title)) for one in FUNCTIONS],
    "annexes.types.defaults": lambda _s: _named(FLAGS, VALUES),
    "publication.blocking": lambda s: [(one, one) for one in sorted({*s.body.publication.blocking, *BLOCKING})],
    "labels.states": item_states_of,
    "annexes.decisions_until": item_states_of,
    "outcomes.key": lambda s: [*item_states_of(s), *meeting_states_of(s)],
    "conditions.field": lambda _s: _named(
        ITEM_FIELDS, {name: IMeetingItem[name].title for name in ITEM_FIELDS if name in IMeetingItem}
    ),
}
"""By place: the part of the settings, then the name inside it (rows of a list bear the name of the list)."""
